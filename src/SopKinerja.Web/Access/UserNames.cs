using System.Buffers;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>User names made from people's names: "Ir. Bambang Suryadi, M.M." becomes "bambang.suryadi".</summary>
public static class UserNames
{
    public const string Allowed = "abcdefghijklmnopqrstuvwxyz0123456789.-_";

    private static readonly SearchValues<char> Usable = SearchValues.Create(Allowed);

    public const string Refused = "Nama pengguna hanya boleh berisi huruf kecil, angka, titik, garis bawah, dan tanda hubung.";

    /// <summary>As it is kept: in small letters.</summary>
    public static bool IsAllowed(string name) => !name.ToLowerInvariant().AsSpan().ContainsAnyExcept(Usable);

    /// <summary>A name that no one has yet; counted on from 2 where someone has it.</summary>
    public static async Task<string> SuggestAsync(SopDbContext db, string nama)
    {
        var wanted = From(nama);
        var taken = await db.Users.Where(u => u.UserName!.StartsWith(wanted)).Select(u => u.UserName!).ToListAsync();
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? wanted : $"{wanted}{n}").First(name => !taken.Contains(name));
    }

    public static string From(string nama)
    {
        var words = nama.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.EndsWith('.'))
            .Select(word => string.Concat(word.ToLowerInvariant().Where(char.IsAsciiLetterLower)))
            .Where(word => word.Length > 0)
            .Take(2);
        return string.Join('.', words) is { Length: > 0 } name ? name : "pegawai";
    }
}
