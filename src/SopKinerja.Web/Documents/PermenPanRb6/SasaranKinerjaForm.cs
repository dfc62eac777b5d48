using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>"Sasaran Kinerja Pegawai" (PermenPANRB 6/2022, lampiran), on any form of <see cref="FormulirSkp"/>.</summary>
public sealed record SasaranKinerjaForm(SasaranKinerja Sasaran, KopTercetak Kop, KesepakatanTercetak Kesepakatan)
{
    public const string Title = "Sasaran Kinerja Pegawai";

    /// <param name="sasaran">As it stands: what is not written yet is a dash.</param>
    /// <param name="kop">Of the whole period.</param>
    /// <param name="parties">The two who agree on it.</param>
    /// <param name="diajukan">Once the person has proposed it.</param>
    /// <param name="disetujui">Once the pejabat penilai has agreed to it.</param>
    public static SasaranKinerjaForm From(
        SasaranKinerja sasaran, KopTercetak kop, Parties parties, PersetujuanElektronik? diajukan, PersetujuanElektronik? disetujui) =>
        new(sasaran, kop, KesepakatanTercetak.From(parties, diajukan, disetujui));

    /// <summary>Lying where indikator and target need the width.</summary>
    public FormPart Describe() => new(Title, Sasaran.Formulir.HasIndikator ? PageOrientation.Landscape : PageOrientation.Portrait,
    [
        .. Kop.Head(Sasaran.Formulir.JudulSkp),
        PihakTable.Of(Kesepakatan.YangDinilai, Kesepakatan.PejabatPenilai),
        HasilKerjaTable.Of(Sasaran),
        PerilakuKerjaTable.Of(Sasaran),
        new Spacer(8),
        Kesepakatan.Signatures(Kop),
    ]);
}
