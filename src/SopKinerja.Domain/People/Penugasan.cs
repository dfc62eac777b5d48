using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.People;

/// <summary>Plt., Plh. or pengganti: somebody acts in the place of an official for a time, by a letter (SE Kepala BKN 1/SE/I/2021; not yet
/// compared). Never changed; it ends by its last day, or earlier.</summary>
public sealed class Penugasan
{
    private Penugasan()
    {
    }

    /// <exception cref="ArgumentException">Somebody would act for himself, or it would end before it begins.</exception>
    public Penugasan(
        JenisPenugasan jenis, int menggantikanId, int pelaksanaId, string nomorSk, DateOnly tanggalSk, DateOnly mulai, DateOnly? selesai,
        string alasan)
    {
        if (menggantikanId == pelaksanaId || selesai < mulai)
        {
            throw new ArgumentException("Nobody acts for himself, and nothing ends before it begins.", nameof(pelaksanaId));
        }

        (Jenis, MenggantikanId, PelaksanaId) = (jenis, menggantikanId, pelaksanaId);
        (NomorSk, TanggalSk, Mulai, Selesai, Alasan) = (nomorSk, tanggalSk, mulai, selesai, alasan);
    }

    public int Id { get; private set; }

    public JenisPenugasan Jenis { get; private set; }

    public int MenggantikanId { get; private set; }

    public Pegawai Menggantikan { get; private set; } = null!;

    public int PelaksanaId { get; private set; }

    public Pegawai Pelaksana { get; private set; } = null!;

    public string NomorSk { get; private set; } = "";

    public DateOnly TanggalSk { get; private set; }

    public DateOnly Mulai { get; private set; }

    /// <summary>The last day; null while it is open.</summary>
    public DateOnly? Selesai { get; private set; }

    public string Alasan { get; private set; } = "";

    /// <summary>When it was ended before its last day; null while it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>"Plh. Kepala Bidang Koperasi".</summary>
    public string Sebagai => $"{PenugasanTable.Row(Jenis).Sebutan} {Menggantikan.Jabatan}";

    /// <summary>"Plh. Lailatul Qadriah, 27 s.d. 30 November 2026": for a page that names whoever is replaced.</summary>
    public string InHisPlace => $"{PenugasanTable.Row(Jenis).Sebutan} {Pelaksana.Nama}, {JangkaWaktu}";

    public string JangkaWaktu => Selesai is { } last ? Tanggal.JangkaWaktu(Mulai, last) : $"sejak {Tanggal.Tampil(Mulai)}";

    /// <summary>For the change log: "menugaskan … sebagai Plh. …".</summary>
    public string Recorded(Pegawai pelaksana, Pegawai menggantikan) =>
        $"menugaskan {pelaksana.Nama} sebagai {PenugasanTable.Row(Jenis).Sebutan} {menggantikan.Jabatan}, menggantikan "
        + $"{menggantikan.Nama}, {JangkaWaktu} (nomor {NomorSk}): {Alasan}.";

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public Mandate Mandate => new(
        Id, MenggantikanId, Sebagai, Pelaksana.Nip, Pelaksana.Golongan is { } g ? Golongan.Tampil(g) : null, Mulai, Selesai);
}

public enum JenisPenugasan
{
    Plt,
    Plh,
    Pengganti,
}

/// <param name="Sebutan">Before the office, on screen and in print.</param>
public sealed record PenugasanRow(JenisPenugasan Jenis, string Nama, string Sebutan);

public static class PenugasanTable
{
    public static readonly IReadOnlyList<PenugasanRow> Rows =
    [
        new(JenisPenugasan.Plt, "Pelaksana tugas (Plt.)", "Plt."),
        new(JenisPenugasan.Plh, "Pelaksana harian (Plh.)", "Plh."),
        new(JenisPenugasan.Pengganti, "Pengganti", "Pengganti"),
    ];

    /// <summary>Who sees all of them; the two people of one see that one.</summary>
    public static readonly IReadOnlyList<Role> Viewers = [Role.Administrator, Role.KepalaDinas, Role.Auditor];

    public static PenugasanRow Row(JenisPenugasan jenis) => Rows.Single(r => r.Jenis == jenis);
}
