using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Pages.Imports.Pp46;

/// <summary>The columns of realisasi under PP 46/2011, and which of them each list has.</summary>
internal static class InputColumns
{
    public const string BagianHead = "Bagian";

    public static readonly IReadOnlyList<(InputPart Part, string Nama, IReadOnlyList<string> Fields)> Parts =
    [
        (InputPart.Kegiatan, "Kegiatan",
            [nameof(InputLine.Ak), nameof(InputLine.Kuantitas), nameof(InputLine.Waktu), nameof(InputLine.Biaya)]),
        (InputPart.Tambahan, "Tugas tambahan", [nameof(InputLine.NomorSurat)]),
        (InputPart.Kreativitas, "Kreativitas", [nameof(InputLine.NomorSurat), nameof(InputLine.Manfaat)]),
        (InputPart.JabatanLain, "Jabatan lama", [nameof(InputLine.Penilai), nameof(InputLine.Sampai), nameof(InputLine.Nilai)]),
    ];

    public static readonly IReadOnlyList<ImportColumn<InputLine>> All =
    [
        ImportColumn.Choice<InputLine, InputPart>(
            BagianHead, nameof(InputLine.Bagian), [.. Parts.Select(p => (p.Part, p.Nama))], l => l.Bagian, (l, p) => l.Bagian = p),
        ImportColumn.Number<InputLine>("No", nameof(InputLine.No), l => l.No, (l, n) => l.No = n) with { Names = ["Nomor", "Kegiatan ke"] },
        ImportColumn.Text<InputLine>("Uraian", nameof(InputLine.Uraian), l => l.Uraian, (l, t) => l.Uraian = t)
            with { Names = ["Kegiatan tugas jabatan", "Uraian kegiatan", "Kegiatan"] },
        ImportColumn.Shown<InputLine>("Target", l => l.Target),
        ImportColumn.Figure<InputLine>("Realisasi AK", nameof(InputLine.Ak), l => l.Ak, (l, n) => l.Ak = n)
            with { Names = ["AK", "Angka kredit", "Realisasi angka kredit"] },
        ImportColumn.Figure<InputLine>("Realisasi kuantitas", nameof(InputLine.Kuantitas), l => l.Kuantitas, (l, n) => l.Kuantitas = n)
            with { Names = ["Kuantitas", "Kuant/output", "Realisasi kuant/output"] },
        ImportColumn.Figure<InputLine>("Realisasi waktu", nameof(InputLine.Waktu), l => l.Waktu, (l, n) => l.Waktu = n)
            with { Names = ["Waktu"] },
        ImportColumn.Figure<InputLine>("Realisasi biaya", nameof(InputLine.Biaya), l => l.Biaya, (l, n) => l.Biaya = n, isRupiah: true)
            with { Names = ["Biaya", "Biaya (Rp)", "Realisasi biaya (Rp)"] },
        ImportColumn.Tick<InputLine>("Benar", nameof(InputLine.Benar), l => l.Benar, (l, t) => l.Benar = t) with { IsRemark = true },
        ImportColumn.Text<InputLine>("Nomor surat", nameof(InputLine.NomorSurat), l => l.NomorSurat, (l, t) => l.NomorSurat = t)
            with { Names = ["Nomor surat keterangan"] },
        ImportColumn.Choice<InputLine, ManfaatKreativitas>(
            "Bermanfaat bagi", nameof(InputLine.Manfaat),
            [
                (ManfaatKreativitas.UnitKerja, "Unit kerja"), (ManfaatKreativitas.Organisasi, "Organisasi"),
                (ManfaatKreativitas.Negara, "Negara"),
            ],
            l => l.Manfaat, (l, m) => l.Manfaat = m) with { Names = ["Manfaat"] },
        ImportColumn.Text<InputLine>("Pejabat penilai", nameof(InputLine.Penilai), l => l.Penilai, (l, t) => l.Penilai = t),
        ImportColumn.Date<InputLine>("Sampai tanggal", nameof(InputLine.Sampai), l => l.Sampai, (l, d) => l.Sampai = d),
        ImportColumn.Figure<InputLine>("Nilai SKP", nameof(InputLine.Nilai), l => l.Nilai, (l, n) => l.Nilai = n),
    ];

    /// <summary>What a row fills in that its list has no field for: the page does not ask it, and would drop it without a word.</summary>
    public static IEnumerable<(string Field, string Sentence)> Misplaced(InputLine line, KegiatanTugasJabatan? target)
    {
        var part = Parts.First(p => p.Part == line.Part);
        foreach (var column in All.Where(c => Parts.Any(p => p.Fields.Contains(c.Field)) && c.Write(line) is not null))
        {
            if (!part.Fields.Contains(column.Field))
            {
                yield return (column.Field, $"Baris “{part.Nama}” tidak memuat kolom ini. Kosongkan, atau perbaiki kolom {BagianHead}.");
            }
        }

        if (line is { Part: InputPart.Kegiatan, Ak: not null } && target is { Ak: null })
        {
            yield return (nameof(line.Ak), "Target kegiatan ini tidak memuat angka kredit. Kosongkan.");
        }

        if (line is { Part: InputPart.Kegiatan, Biaya: not null } && target is { HasBiaya: false })
        {
            yield return (nameof(line.Biaya), "Target kegiatan ini tidak memuat biaya. Kosongkan.");
        }
    }
}
