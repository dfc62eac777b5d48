using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>"Sasaran Kinerja Pegawai" (PermenPANRB 6/2022, lampiran), on any form of <see cref="FormulirSkp"/>.</summary>
public sealed record SasaranKinerjaForm(SasaranKinerja Sasaran, KopTercetak Kop, KesepakatanTercetak Kesepakatan)
{
    public const string Title = "Sasaran Kinerja Pegawai";

    public static SasaranKinerjaForm From(
        SasaranKinerja sasaran, KopTercetak kop, Parties parties, PersetujuanElektronik? diajukan, PersetujuanElektronik? disetujui) =>
        new(sasaran, kop, KesepakatanTercetak.From(parties, diajukan, disetujui));

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
