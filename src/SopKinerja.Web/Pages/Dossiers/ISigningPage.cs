using System.ComponentModel.DataAnnotations;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>A step page on which someone signs; its form has the field of <c>_TandaTangan</c>.</summary>
public interface ISigningPage
{
    Dossier Dossier { get; }

    SecretForm Input { get; }

    SigningModeRow Mode { get; }
}

/// <summary>The password of the account, or the passphrase of anyone who signs in the file.</summary>
public sealed class SecretForm
{
    [DataType(DataType.Password)]
    public string? KataSandi { get; set; }
}
