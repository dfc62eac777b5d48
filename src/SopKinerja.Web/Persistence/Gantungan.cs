using Microsoft.EntityFrameworkCore;

namespace SopKinerja.Web.Persistence;

/// <summary>One thing that waits for a person, or stands below him.</summary>
/// <param name="Kind">Code of a row of <see cref="GantunganTable"/>.</param>
/// <param name="Blocks">Whether somebody else must be named before he may become inactive.</param>
/// <param name="Id">Key of what it is: a person, a plan, a dossier, an account, a penugasan.</param>
/// <param name="Office">An office, the state of a plan, or what a penugasan is for.</param>
public sealed record Gantungan(
    string Kind, bool Blocks, long Id, string Nama, int? PeriodId, short? Bagian, short? Stage, string? Office);

public static class GantunganQueries
{
    /// <summary>As the guard of the database asks it (<c>waits_for</c>).</summary>
    public static IQueryable<Gantungan> WaitsFor(this SopDbContext db, int pegawaiId) => db.Database.SqlQuery<Gantungan>(
        $"""
        select kind as "Kind", blocks as "Blocks", id as "Id", nama as "Nama", period_id as "PeriodId", bagian as "Bagian",
            stage as "Stage", office as "Office"
        from waits_for({pegawaiId})
        """);

    /// <summary>Those of these people for whom something waits that must go to somebody else first.</summary>
    public static IQueryable<int> Awaited(this SopDbContext db, int[] people) => db.Database.SqlQuery<int>(
        $"""select p as "Value" from unnest({people}) p where exists (select from waits_for(p) w where w.blocks)""");

    /// <summary>People who are inactive although something still waits for them.</summary>
    public static IQueryable<int> NotHandedOver(this SopDbContext db) => db.Database.SqlQuery<int>(
        $"""
        select p.id as "Value" from pegawai p where not p.is_active and exists (select from waits_for(p.id) w where w.blocks)
        """);
}

/// <param name="Judul">Above the list of them.</param>
/// <param name="Akibat">What handing over does with it.</param>
/// <param name="IsGiven">Whether it goes to somebody else.</param>
public sealed record GantunganRow(string Kind, string Judul, string Akibat, bool IsGiven = true);

/// <summary>The kinds of <c>waits_for</c>, in the order in which a page shows them.</summary>
public static class GantunganTable
{
    public const string Bawahan = nameof(Bawahan);
    public const string Hasil = nameof(Hasil);
    public const string Penugasan = nameof(Penugasan);
    public const string Tugas = nameof(Tugas);

    public static readonly IReadOnlyList<GantunganRow> Rows =
    [
        new(Bawahan, "Pegawai yang dinilainya", "Pejabat penilainya menjadi penerus."),
        new("Skp", "SKP yang menunggunya atau disetujuinya", "Mengikuti pejabat penilai pegawainya; yang sudah disetujui tetap berlaku dan "
            + "dapat direvisi penerus."),
        new("Berkas", "Berkas yang belum disetujui", "Mengikuti pejabat penilai pegawainya; penerus yang menilai."),
        new(Hasil, "Hasil yang sudah terbit: keberatan, keputusan, pengesahan, penetapan", "Nama pada dokumen tetap; penerus bertindak "
            + "di tempatnya sebagai pengganti, sampai berkasnya selesai."),
        new(Penugasan, "Penugasan yang dijalankannya", "Berakhir. Yang di tempat pejabat yang sudah tidak aktif beralih kepada penerus."),
        new(Tugas, "Tugas dalam SOP yang tidak dipegang orang lain", "Diberikan kepada akun penerus dan dilepas dari akunnya."),
        new("Digantikan", "Penugasan orang yang menggantikannya", "Berakhir; penerus yang bertindak di tempatnya.", IsGiven: false),
        new("BerkasSendiri", "Berkasnya sendiri", "Tidak diserahkan. Kasubbag atau Sekretaris mengusulkan penetapannya, atau Kasubbag "
            + "membatalkannya.", IsGiven: false),
        new("SkpSendiri", "SKP-nya sendiri yang belum disetujui", "Tidak diserahkan.", IsGiven: false),
    ];
}
