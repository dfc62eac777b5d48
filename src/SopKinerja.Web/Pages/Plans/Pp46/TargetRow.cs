using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Pages.Plans.Pp46;

/// <summary>One row of the grid as it was typed, so that whatever cannot be read stays in its cell.</summary>
public sealed class TargetRow
{
    public string? Uraian { get; set; }

    public string? Ak { get; set; }

    public string? Kuantitas { get; set; }

    public string? Satuan { get; set; }

    public string? Kualitas { get; set; } = "100";

    public string? Waktu { get; set; }

    public string? SatuanWaktu { get; set; } = Domain.Scoring.Pp46.SatuanWaktu.Bulan.ToString();

    public string? Biaya { get; set; }

    public bool Hapus { get; set; }

    public bool IsDropped => Hapus || new[] { Uraian, Ak, Kuantitas, Satuan, Waktu, Biaya }.All(string.IsNullOrWhiteSpace);

    public static TargetRow From(KegiatanTugasJabatan kegiatan) => new()
    {
        Uraian = kegiatan.Uraian,
        Ak = Number(kegiatan.Ak),
        Kuantitas = Number(kegiatan.Kuantitas),
        Satuan = kegiatan.Satuan,
        Kualitas = Number(kegiatan.Kualitas),
        Waktu = Number(kegiatan.Waktu),
        SatuanWaktu = kegiatan.SatuanWaktu.ToString(),
        Biaya = kegiatan.Biaya is { } biaya ? Angka.RupiahIsian(biaya) : null,
    };

    public KegiatanTugasJabatan ToKegiatan() => new(
        TargetRules.OneLine(Uraian), TargetRules.Number(Ak), TargetRules.Number(Kuantitas)!.Value, TargetRules.OneLine(Satuan),
        TargetRules.Number(Kualitas)!.Value, TargetRules.Number(Waktu)!.Value, TargetRules.Satuan(SatuanWaktu)!.Value,
        TargetRules.Rupiah(Biaya));

    private static string? Number(decimal? value) => value is { } number ? Angka.Isian(number) : null;
}
