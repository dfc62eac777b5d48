using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages;

public sealed class SopModel : PageModel
{
    public static SopIdentitas Sop => SopIdentitas.PengukuranKinerja;

    /// <summary>What the symbol of the first and of the last row says; null for the others.</summary>
    public static string? Terminator(SopRow row) => row == SopTable.Rows[0] ? "Mulai" : row.Next is null ? "Selesai" : null;
}
