using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SopKinerja.Web.Pages.Help;

public sealed class GuideModel : PageModel
{
    private const string ForAll = "semua";

    public string Judul { get; private set; } = "";

    public IHtmlContent? Html { get; private set; }

    public IActionResult OnGet(string panduan)
    {
        var row = GuideRow.Rows.FirstOrDefault(r => r.Kode == panduan);
        if (row is null && panduan != ForAll)
        {
            return NotFound();
        }

        Judul = row is null ? "Panduan untuk semua" : $"Panduan: {row.Judul}";
        Html = Guides.Html(row?.Kode ?? "README");
        return Page();
    }
}
