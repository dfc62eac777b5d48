using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

/// <summary>A field that names a person by the whole name or NIP. A part of a name that fits one person is completed in the field and shown
/// again, so that nobody is taken for whom he is not.</summary>
public static class TypedPerson
{
    private const int MostTold = 5;

    /// <summary>The one active person who is meant; null where there is none or there are several, with a sentence at the field.</summary>
    public static async Task<Pegawai?> PersonAsync(this PageModel page, SopDbContext db, string? typed, string field)
    {
        var digits = Nip.Digits(typed);
        var people = digits.Length == Nip.Length && digits.All(char.IsAsciiDigit)
            ? db.Pegawai.Where(p => p.Nip == digits)
            : db.Pegawai.Named(typed);
        var found = await people.AsNoTracking().Where(p => p.IsActive).OrderBy(p => p.Nama.Length).ThenBy(p => p.Nama).Take(MostTold + 1)
            .ToListAsync();
        var exact = found.Where(p => p.Nip == digits || string.Equals(p.Nama, typed.Trimmed(), StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (exact.Count == 1)
        {
            return exact[0];
        }

        if (found is [var only])
        {
            page.ModelState.SetModelValue(field, only.Nama, only.Nama);
            page.ModelState.AddModelError(field, $"“{typed.Trimmed()}” dibaca sebagai {only.Nama}, {only.Jabatan}. Bila benar, simpan "
                + "lagi; bila bukan, tulis nama lain.");
            return null;
        }

        page.ModelState.AddModelError(field, found.Count == 0
            ? "Tidak ada pegawai aktif dengan nama atau NIP ini. Tulis sebagian namanya, atau 18 angka NIP-nya."
            : "Ada lebih dari satu: " + string.Join("; ", found.Take(MostTold).OrderBy(p => p.Nama).Select(p => $"{p.Nama}, {p.Jabatan}"))
                + ". Tulis NIP-nya.");
        return null;
    }
}
