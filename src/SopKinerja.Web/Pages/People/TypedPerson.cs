using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People;

/// <summary>A field that names a person by parts of the name, or by the whole NIP.</summary>
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
        var found = await people.AsNoTracking().Where(p => p.IsActive).OrderBy(p => p.Nama).Take(MostTold + 1).ToListAsync();
        if (found.Count == 1)
        {
            return found[0];
        }

        page.ModelState.AddModelError(field, found.Count == 0
            ? "Tidak ada pegawai aktif dengan nama atau NIP ini. Tulis sebagian namanya, atau 18 angka NIP-nya."
            : $"Ada lebih dari satu: {string.Join("; ", found.Take(MostTold).Select(p => $"{p.Nama}, {p.Jabatan}"))}. Tulis NIP-nya.");
        return null;
    }
}
