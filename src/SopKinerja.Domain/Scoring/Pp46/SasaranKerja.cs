using System.Text.Json.Serialization;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>Sasaran kerja pegawai (PP 46/2011 pasal 5): kegiatan tugas jabatan with their targets.</summary>
public sealed record SasaranKerja(IReadOnlyList<KegiatanTugasJabatan> Kegiatan) : PlanContent
{
    public static readonly SasaranKerja Empty = new([]);

    [JsonIgnore]
    public override string Isi => $"{Kegiatan.Count} kegiatan";

    [JsonIgnore]
    public override bool IsEmpty => Kegiatan.Count == 0;

    public override IReadOnlyList<FormFault> Faults() =>
        IsEmpty ? [new("Rows", "SKP belum berisi kegiatan: isi paling sedikit satu kegiatan tugas jabatan.")] : [];

    public override Sheet NewSheet(bool struktural) => Pp46Sheet.From(Kegiatan, struktural);
}
