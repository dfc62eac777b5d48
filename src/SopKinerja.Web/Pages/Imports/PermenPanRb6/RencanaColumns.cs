using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Pages.Plans.PermenPanRb6;

namespace SopKinerja.Web.Pages.Imports.PermenPanRb6;

/// <summary>The columns of an SKP under PermenPANRB 6/2022, in the words of its form.</summary>
internal static class RencanaColumns
{
    public const string Indikator = nameof(RencanaLine.Indikator);

    public static readonly IReadOnlyList<ImportColumn<RencanaLine>> All =
    [
        ImportColumn.Choice<RencanaLine, Pendekatan>(
            "Pendekatan", nameof(RencanaLine.Pendekatan), [.. Enum.GetValues<Pendekatan>().Select(p => (p, p.Nama()))],
            l => l.Pendekatan, (l, p) => l.Pendekatan = p) with { Names = ["Pendekatan hasil kerja"], IsOfRecord = true },
        new("Pimpinan unit mandiri", nameof(RencanaLine.Mandiri),
            l => l.Mandiri is not { } isMandiri ? null : isMandiri ? "ya" : "tidak", ReadMandiri) { IsOfRecord = true },
        new("Bagian", nameof(RencanaLine.Bagian), l => l.Bagian?.Nama(), ReadBagian)
            { Names = ["Jenis hasil kerja", "Jenis kinerja", "Kinerja"] },
        ImportColumn.Number<RencanaLine>("Rencana ke", nameof(RencanaLine.Ke), l => l.Ke, (l, n) => l.Ke = n),
        ImportColumn.Lines<RencanaLine>(
            "Rencana pimpinan yang diintervensi", nameof(RencanaLine.Diintervensi), l => l.Diintervensi, (l, t) => l.Diintervensi = t)
            with { Names = ["Rencana hasil kerja pimpinan yang diintervensi", "RHK pimpinan yang diintervensi", "RHK pimpinan"] },
        ImportColumn.Lines<RencanaLine>("Rencana hasil kerja", nameof(RencanaLine.Uraian), l => l.Uraian, (l, t) => l.Uraian = t)
            with { Names = ["RHK", "Hasil kerja"] },
        ImportColumn.Text<RencanaLine>(
            "Penugasan dari", nameof(RencanaLine.PenugasanDari), l => l.PenugasanDari, (l, t) => l.PenugasanDari = t),
        ImportColumn.Choice<RencanaLine, AspekIndikator>(
            "Aspek", $"{Indikator}.{nameof(BarisIndikator.Aspek)}", [.. Enum.GetValues<AspekIndikator>().Select(a => (a, a.Nama()))],
            l => l.Indikator.Aspek, (l, a) => l.Indikator.Aspek = a),
        ImportColumn.Lines<RencanaLine>(
            "Indikator kinerja individu", $"{Indikator}.{nameof(BarisIndikator.Uraian)}", l => l.Indikator.Uraian,
            (l, t) => l.Indikator.Uraian = t) with { Names = ["Indikator", "IKI"] },
        ImportColumn.Lines<RencanaLine>(
            "Target", $"{Indikator}.{nameof(BarisIndikator.Target)}", l => l.Indikator.Target, (l, t) => l.Indikator.Target = t),
        ImportColumn.Choice<RencanaLine, Perspektif>(
            "Perspektif", $"{Indikator}.{nameof(BarisIndikator.Perspektif)}", [.. Enum.GetValues<Perspektif>().Select(p => (p, p.Nama()))],
            l => l.Indikator.Perspektif, (l, p) => l.Indikator.Perspektif = p),
        ImportColumn.Lines<RencanaLine>(
            "Ukuran keberhasilan", nameof(RencanaLine.UkuranKeberhasilan), l => l.UkuranKeberhasilan, (l, t) => l.UkuranKeberhasilan = t),
        .. BerAkhlak.Rows.Select((value, i) => ImportColumn.Lines<RencanaLine>(
            $"Ekspektasi {value.Nama}", $"{nameof(RencanaLine.Ekspektasi)}[{i}]", l => l.Ekspektasi[i], (l, t) => l.Ekspektasi[i] = t)
            with { IsOfRecord = true }),
        ImportColumn.Lines<RencanaLine>(
            "Dukungan sumber daya", nameof(RencanaLine.DukunganSumberDaya), l => l.DukunganSumberDaya, (l, t) => l.DukunganSumberDaya = t)
            with { IsOfRecord = true },
        ImportColumn.Lines<RencanaLine>(
            "Skema pertanggungjawaban", nameof(RencanaLine.SkemaPertanggungjawaban), l => l.SkemaPertanggungjawaban,
            (l, t) => l.SkemaPertanggungjawaban = t) with { IsOfRecord = true },
        ImportColumn.Lines<RencanaLine>("Konsekuensi", nameof(RencanaLine.Konsekuensi), l => l.Konsekuensi, (l, t) => l.Konsekuensi = t)
            with { IsOfRecord = true },
    ];

    // The words of the form too: "A. KINERJA UTAMA".
    private static string? ReadBagian(RencanaLine line, string text)
    {
        line.Bagian = Enum.GetValues<JenisHasilKerja>().Where(j => text.Contains(j.Nama(), StringComparison.OrdinalIgnoreCase))
            .Select(j => (JenisHasilKerja?)j).FirstOrDefault();
        return line.Bagian is not null || text.Length == 0 ? null
            : $"“{text}” bukan bagian SKP. Tulis {string.Join(" atau ", Enum.GetValues<JenisHasilKerja>().Select(j => j.Nama()))}.";
    }

    private static string? ReadMandiri(RencanaLine line, string text)
    {
        var isMandiri = false;
        var sentence = ImportColumn.Tick<RencanaLine>("", "", _ => isMandiri, (_, ticked) => isMandiri = ticked).Read(line, text);
        line.Mandiri = text.Length == 0 ? null : isMandiri;
        return sentence;
    }
}
