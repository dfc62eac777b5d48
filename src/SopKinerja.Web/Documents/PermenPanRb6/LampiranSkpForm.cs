using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>"Lampiran Sasaran Kinerja Pegawai" (PermenPANRB 6/2022, lampiran): resources, reporting, consequences.</summary>
public sealed record LampiranSkpForm(LampiranSkp Lampiran, KopTercetak Kop, KesepakatanTercetak Kesepakatan)
{
    public const string Title = "Lampiran Sasaran Kinerja Pegawai";

    public static LampiranSkpForm From(
        SasaranKinerja sasaran, KopTercetak kop, Parties parties, PersetujuanElektronik? diajukan, PersetujuanElektronik? disetujui) =>
        new(sasaran.Lampiran, kop, KesepakatanTercetak.From(parties, diajukan, disetujui));

    // Signed like the SKP that it belongs to; whether the official form has the place to sign is not yet compared.
    public FormPart Describe() => new(Title, PageOrientation.Portrait,
    [
        .. Kop.Head(Title.ToUpperInvariant()),
        .. Lampiran.Sections().Select(section => Section(section.Judul, section.Uraian)),
        new Spacer(8),
        Kesepakatan.Signatures(Kop),
    ]);

    private static FormTable Section(string judul, IReadOnlyList<string> uraian) => new(judul, KinerjaCells.Widths(1),
        [new([new(judul, Bold: true) { ColumnSpan = 2, Shaded = true }])],
        uraian.Count == 0
            ? [Row("-", "-")]
            : [.. uraian.Select((text, i) => Row($"{i + 1}", text))]);

    private static TableRow Row(string no, string text) => new([new(no, TextAlignment.Centre), new(text)]);
}
