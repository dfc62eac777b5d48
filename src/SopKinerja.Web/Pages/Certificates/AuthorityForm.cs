using System.ComponentModel.DataAnnotations;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages.Certificates;

/// <summary>A form that asks for the passphrase of the authority, of one person or in two parts.</summary>
public abstract class AuthorityForm
{
    [DataType(DataType.Password)]
    public string? Frasa { get; set; }

    /// <summary>The part of a second person; empty where one holds the whole.</summary>
    [DataType(DataType.Password)]
    public string? FrasaKedua { get; set; }

    public Passphrase OfAuthority() => new Passphrase(Frasa!).With(string.IsNullOrEmpty(FrasaKedua) ? null : new(FrasaKedua));
}
