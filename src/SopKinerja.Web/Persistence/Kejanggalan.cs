using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

/// <param name="Kode">Stands in an address.</param>
/// <param name="Sebab">Why it is odd, and how it is mended.</param>
public sealed record KejanggalanRow(
    string Kode, string Nama, string Sebab, Func<SopDbContext, IQueryable<Pegawai>> Find);

/// <summary>That something is odd at one person.</summary>
public sealed class Janggal
{
    public int PegawaiId { get; init; }

    /// <summary>Of the row that says what.</summary>
    public required string Kode { get; init; }
}

/// <summary>What is odd in the ties between people: nothing that the program refuses, and mostly a slip.</summary>
public static class Kejanggalan
{
    public const int MostBawahan = 30;

    public const string TanpaAtasan = "tanpa-atasan";
    public const string TanpaAkun = "tanpa-akun";

    public static readonly IReadOnlyList<KejanggalanRow> Rows =
    [
        new("melingkar", "Susunan atasan melingkar",
            "Di atas orang ini, lewat atasan dari atasannya, berdiri dirinya sendiri. Perbaiki pejabat penilai salah satunya.",
            db => db.Pegawai.Where(p => Circles(db).Contains(p.Id))),
        new(TanpaAtasan, "Tanpa pejabat penilai",
            "SKP-nya tidak ada yang menyetujui dan berkasnya tidak dapat dibuka. Pilih pejabat penilainya. Pimpinan tinggi tidak "
            + "terhitung: ia boleh dinilai di luar aplikasi ini.",
            db => db.Pegawai.OfTheDinas().Where(p => p.AtasanId == null && p.JenisJabatan != JenisJabatan.PimpinanTinggi)),
        new("belum-serah-terima", "Tidak aktif, belum serah terima",
            "Masih ada pegawai, SKP, berkas, atau tugas yang menunggu orang yang sudah tidak aktif. Buka orangnya dan catat serah "
            + "terimanya.",
            db => db.Pegawai.Where(p => db.NotHandedOver().Contains(p.Id))),
        new("bawahan-banyak", $"Menilai lebih dari {MostBawahan} orang",
            "Mungkin pejabat penilai di antaranya belum dicatat. Periksa pejabat penilai bawahannya.",
            db => db.Pegawai.Where(p => db.Pegawai.Count(b => b.AtasanId == p.Id && b.IsActive) > MostBawahan)),
        new("tanpa-pendelegasian", "Menilai tanpa surat pendelegasian",
            "Jabatannya di bawah pengawas, tetapi ia menilai pegawai lain. Catat surat pendelegasiannya, atau pilih pejabat penilai lain "
            + "bagi bawahannya.",
            db => db.Pegawai.Where(p => p.IsActive && p.Nip != null && p.PendelegasianNomor == null
                && !Pegawai.JenisJabatanPenilai.Contains(p.JenisJabatan) && db.Pegawai.Any(b => b.AtasanId == p.Id && b.IsActive))),
        new(TanpaAkun, "Aktif tanpa akun",
            "Tanpa akun yang dapat dipakai ia tidak dapat menyusun SKP, menilai, atau menerima hasil. Buat akunnya, atau buka lagi yang "
            + "ditutup.",
            db => db.Pegawai.Where(p => p.IsActive && !db.Users.Any(a => a.PegawaiId == p.Id && a.IsActive)
                && (p.UnitKerjaId != null || db.Pegawai.Any(b => b.AtasanId == p.Id && b.IsActive && b.UnitKerjaId != null)))),
    ];

    /// <summary>Every oddity with the person at whom it is.</summary>
    public static IQueryable<Janggal> Each(SopDbContext db) => Rows.Select(r => Of(r, db)).Aggregate(Queryable.Concat);

    /// <summary>The code of every oddity, as often as there is one.</summary>
    public static IQueryable<string> All(SopDbContext db) => Each(db).Select(j => j.Kode);

    /// <summary>How many there are of each kind, by its code; a kind without any is not there.</summary>
    public static Task<Dictionary<string, int>> CountsAsync(SopDbContext db, CancellationToken cancel) => All(db).GroupBy(kode => kode)
        .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    private static IQueryable<Janggal> Of(KejanggalanRow row, SopDbContext db)
    {
        var kode = row.Kode;
        return row.Find(db).Select(p => new Janggal { PegawaiId = p.Id, Kode = kode });
    }

    // A new one is refused (SK006); what was there before the guard, or came in with a copied database, shows here.
    private static IQueryable<int> Circles(SopDbContext db) => db.Database.SqlQuery<int>(
        $"""
        select id as "Value" from (
            with recursive above (id, atasan_id) as (
                select id, atasan_id from pegawai where atasan_id is not null
                union
                select a.id, p.atasan_id from above a join pegawai p on p.id = a.atasan_id where p.atasan_id is not null)
            select id from above where id = atasan_id) circles
        """);
}
