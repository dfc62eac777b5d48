using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages.Dossiers;

/// <param name="When">When somebody would do it, as a question.</param>
public sealed record ActLink(Act Act, string When, Func<long, string> To);

/// <summary>The pages of the acts that finish no row, as the page of a dossier offers them.</summary>
public static class ActLinks
{
    public static readonly IReadOnlyList<ActLink> Rows =
    [
        new(Act.Cancel, "Dibuka keliru, atau SKP atau para pihaknya salah?", Links.Dossiers.Cancel),
        new(Act.Deliver, "Hasilnya sudah diserahkan di atas kertas?", Links.Dossiers.Deliver),
        new(Act.Propose, "Pegawai tidak dapat atau tidak mau menandatangani?", Links.Dossiers.Propose),
        new(Act.Reconsider, "Anda mau menandatangani hasil ini?", Links.Dossiers.Reconsider),
        new(Act.Object, "Menurut Anda hasilnya tidak tepat?", Links.Dossiers.Object),
        new(Act.Withdraw, "Keberatan Anda tidak perlu lagi?", Links.Dossiers.Withdraw),
    ];
}
