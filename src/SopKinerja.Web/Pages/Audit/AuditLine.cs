using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Audit;

/// <summary>One line of the Catatan akses: an event, or a change of rights from the log of changes.</summary>
/// <param name="Key">Tells lines of one moment apart, in both.</param>
/// <param name="Tentang">Whose data it was; null where it was nobody's.</param>
public sealed record AuditLine(
    DateTimeOffset At, long Key, string Jenis, string? Akun, string? Nama, string? Sebagai, string Kalimat, string? Tentang,
    long? DossierId, string? Alamat)
{
    public const int MostExported = 20_000;

    public static readonly IReadOnlyList<string> Columns =
        ["Waktu (WITA)", "Jenis", "Nama pengguna", "Nama", "Sebagai", "Kejadian", "Tentang", "Berkas", "Alamat jaringan"];

    public string?[] Cells() =>
    [
        At.ToOffset(Tanggal.Wita).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Jenis, Akun, Nama, Sebagai, Kalimat,
        Tentang, DossierId?.ToString(CultureInfo.InvariantCulture), Alamat,
    ];

    /// <summary>The newest first; those after the cursor where there is one.</summary>
    public static async Task<List<AuditLine>> NewestAsync(
        SopDbContext db, AuditFilter filter, TimeCursor? after, int most, CancellationToken cancel)
    {
        var events = filter.HoldsEvents ? await EventsAsync(db, filter, after, most, cancel) : [];
        var rights = filter.HoldsRights ? await RightsAsync(db, filter, after, most, cancel) : [];
        return [.. events.Concat(rights).OrderByDescending(l => l.At).ThenByDescending(l => l.Key).Take(most)];
    }

    private static async Task<IEnumerable<AuditLine>> EventsAsync(
        SopDbContext db, AuditFilter filter, TimeCursor? after, int most, CancellationToken cancel)
    {
        var (kind, from, before, at, key) = (filter.Kind, filter.From, filter.Before, after?.At, after?.Id ?? 0);
        var people = db.Pegawai.Named(filter.Cari);
        var isOfPerson = !string.IsNullOrWhiteSpace(filter.Cari);
        var name = NameOf(filter);
        var rows = await db.AccessEvents.AsNoTracking()
            .Where(e => (kind == null || e.Kind == kind) && (from == null || e.At >= from) && (before == null || e.At < before)
                && (at == null || e.At < at || (e.At == at && e.Id * 2 < key))
                && (name == null || db.Users.Any(u => u.Id == e.AccountId && u.NormalizedUserName == name))
                && (!isOfPerson || people.Any(p => p.Id == e.PegawaiId)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(most)
            .Select(e => new
            {
                Event = e,
                Akun = db.Users.Where(u => u.Id == e.AccountId).Select(u => u.UserName).FirstOrDefault(),
                Tentang = db.Pegawai.Where(p => p.Id == e.PegawaiId).Select(p => p.Nama).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return rows.Select(r => new AuditLine(
            r.Event.At, r.Event.Id * 2, AccessKinds.Row(r.Event.Kind).Nama, r.Akun, r.Event.ActorNama, r.Event.Sebagai,
            AccessKinds.Sentence(r.Event.Kind, r.Event.What), r.Tentang, r.Event.DossierId, r.Event.Network));
    }

    private static async Task<IEnumerable<AuditLine>> RightsAsync(
        SopDbContext db, AuditFilter filter, TimeCursor? after, int most, CancellationToken cancel)
    {
        var (from, before, at, key) = (filter.From, filter.Before, after?.At, after?.Id ?? 0);
        var people = db.Pegawai.Named(filter.Cari);
        var isOfPerson = !string.IsNullOrWhiteSpace(filter.Cari);
        var (subjects, name) = (ChangeSubjects.OfRights, NameOf(filter));
        var rows = await db.Changes.AsNoTracking()
            .Where(c => subjects.Contains(c.Subject) && (from == null || c.At >= from) && (before == null || c.At < before)
                && (at == null || c.At < at || (c.At == at && (c.Id * 2) + 1 < key))
                && (name == null || db.Users.Any(u => u.Id == c.AccountId && u.NormalizedUserName == name))
                && (!isOfPerson || (c.Subject == ChangeSubjects.Akun
                    && db.Users.Any(u => u.Id == c.SubjectId && people.Any(p => p.Id == u.PegawaiId)))))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most)
            .Select(c => new { Change = c, Akun = db.Users.Where(u => u.Id == c.AccountId).Select(u => u.UserName).FirstOrDefault() })
            .ToListAsync(cancel);
        return rows.Select(r => new AuditLine(
            r.Change.At, (r.Change.Id * 2) + 1, "Perubahan hak", r.Akun, r.Change.ActorNama, null, r.Change.Sentence,
            $"{r.Change.Subject}: {r.Change.SubjectNama}", null, null));
    }

    private static string? NameOf(AuditFilter filter) =>
        string.IsNullOrWhiteSpace(filter.Akun) ? null : filter.Akun.Trim().ToUpperInvariant();
}
