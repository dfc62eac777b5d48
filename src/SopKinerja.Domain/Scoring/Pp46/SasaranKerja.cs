using System.Text.Json.Serialization;
using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>Sasaran kerja pegawai (PP 46/2011 pasal 5): kegiatan tugas jabatan with their targets.</summary>
public sealed record SasaranKerja(IReadOnlyList<KegiatanTugasJabatan> Kegiatan) : PlanContent
{
    public static readonly SasaranKerja Empty = new([]);

    /// <summary>Where someone studies who does so for the whole period, so that there is no kegiatan to agree to; null for anyone
    /// else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TugasBelajar { get; init; }

    [JsonIgnore]
    public override string Isi => TugasBelajar is null ? $"{Kegiatan.Count} kegiatan" : "tugas belajar, tanpa kegiatan";

    [JsonIgnore]
    public override bool IsEmpty => Kegiatan.Count == 0;

    public override IReadOnlyList<FormFault> Faults() => (TugasBelajar, IsEmpty) switch
    {
        ({ } study, false) => [new("Rows",
            $"Menurut Keadaan pegawai ada tugas belajar sepanjang periode ini ({study}), jadi SKP tidak memuat kegiatan. Hapus "
            + "kegiatannya, atau minta Analis memperbaiki catatan tugas belajarnya.")],
        (null, true) => [new("Rows", "SKP belum berisi kegiatan: isi paling sedikit satu kegiatan tugas jabatan.")],
        _ => [],
    };

    public override string? WhyTooLong(DateOnly mulai, DateOnly selesai)
    {
        // A month that is begun counts as one.
        var months = ((selesai.Year - mulai.Year) * 12) + selesai.Month - mulai.Month + 1;
        return Kegiatan.Where(k => k.SatuanWaktu == SatuanWaktu.Bulan && k.Waktu > months).Select(k =>
            $"Target waktu {Angka.Ringkas(k.Waktu)} bulan pada “{k.Uraian}” lebih lama daripada masa SKP ini, {months} "
            + $"bulan ({Tanggal.JangkaWaktu(mulai, selesai)}). Sesuaikan target waktunya.").FirstOrDefault();
    }

    public override Sheet NewSheet(bool struktural) => Pp46Sheet.From(Kegiatan, struktural) with
    {
        TugasBelajar = TugasBelajar is null ? null : new(null, null, null),
    };

    /// <summary>"Universitas Lambung Mangkurat (SK 800/3), 1 September 2025 s.d. 31 Agustus 2027"; null for someone who does not study for
    /// the whole period.</summary>
    public static string? TugasBelajarOf(IEnumerable<KeadaanPegawai> keadaan, DateOnly mulai, DateOnly selesai) => keadaan
        .Where(k => k.Jenis == JenisKeadaan.TugasBelajar && k.Mulai <= mulai && k.Selesai >= selesai)
        .Select(k => $"{k.UraianSurat}, {k.JangkaWaktu}").FirstOrDefault();
}
