using System.Globalization;
using System.Text;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Seeding;

/// <summary>Targets, realisasi and scores that people of such a dinas might have; the same for the same person every time.</summary>
public static class SampleWork
{
    private static readonly (string Uraian, decimal Kuantitas, string Satuan, decimal Waktu, decimal? Biaya)[] Pool =
    [
        ("Menyusun laporan pelaksanaan kegiatan bulanan", 12, "laporan", 12, null),
        ("Melaksanakan pembinaan kelompok usaha mikro di kecamatan", 24, "kelompok", 12, 48_500_000),
        ("Memverifikasi dokumen permohonan izin usaha industri kecil", 60, "dokumen", 12, null),
        ("Menyiapkan bahan rapat koordinasi pengendalian harga bahan pokok", 8, "rapat", 10, 16_250_000),
        ("Mengelola data sarana dan prasarana perdagangan", 4, "data", 12, null),
        ("Melaksanakan tera dan tera ulang alat ukur, takar, timbang, dan perlengkapannya", 350, "unit", 11, 72_000_000),
        ("Menyusun konsep naskah dinas dan telaahan staf", 36, "naskah", 12, null),
        ("Memfasilitasi promosi produk unggulan daerah pada pameran tingkat provinsi", 2, "kegiatan", 6, 125_750_000),
        ("Melakukan pemantauan harga kebutuhan pokok di pasar", 48, "laporan", 12, null),
        ("Menata dan memelihara arsip aktif unit kerja", 12, "berkas", 12, null),
    ];

    /// <summary>Five to eight kegiatan.</summary>
    public static IReadOnlyList<KegiatanTugasJabatan> Kegiatan(string userName)
    {
        var start = userName.Sum(c => c);
        return [.. Enumerable.Range(0, 5 + (start % 4)).Select(i => Pool[(start + (i * 3)) % Pool.Length])
            .Select(k => new KegiatanTugasJabatan(k.Uraian, null, k.Kuantitas, k.Satuan, 100, k.Waktu, SatuanWaktu.Bulan, k.Biaya))];
    }

    /// <summary>The sheet of a dossier with realisasi.</summary>
    public static Sheet Typed(Dossier dossier) => dossier.Sheet is PermenPanRb6Sheet kinerja
        ? SampleHasilKerja.Typed(kinerja, dossier.AsnId + dossier.Bagian, dossier.Evidence)
        : Typed((Pp46Sheet)dossier.Sheet, dossier.AsnId);

    /// <summary>The sheet of a dossier with all that the pejabat penilai gives.</summary>
    public static Sheet Rated(Dossier dossier) => dossier.Sheet is PermenPanRb6Sheet kinerja
        ? SampleHasilKerja.Rated(kinerja, dossier.AsnId + dossier.Bagian)
        : Rated((Pp46Sheet)dossier.Sheet, dossier.AsnId);

    /// <summary>The sheet with realisasi, some tugas tambahan.</summary>
    public static Pp46Sheet Typed(Pp46Sheet sheet, int seed) => sheet with
    {
        Kegiatan = [.. sheet.Kegiatan.Select((k, i) => k with
        {
            Realisasi = k.Realisasi with
            {
                Kuantitas = decimal.Floor(k.Target.Kuantitas * (95 + ((seed + i) % 9)) / 100),
                Waktu = k.Target.Waktu,
                Biaya = k.Target.Biaya is { } biaya ? biaya * (90 + ((seed + i) % 8)) / 100 : null,
            },
        })],
        TugasTambahan = seed % 2 == 0 ? [new("Menjadi anggota panitia peringatan hari jadi kabupaten", $"094/{seed:000}/DKUKMPP")] : [],
    };

    /// <summary>The sheet with kualitas and perilaku kerja.</summary>
    public static Pp46Sheet Rated(Pp46Sheet sheet, int seed) => sheet with
    {
        Kegiatan = [.. sheet.Kegiatan.Select((k, i) => k with { Realisasi = k.Realisasi with { Kualitas = 80 + ((seed + (i * 5)) % 15) } })],
        Perilaku = new(80 + (seed % 11), 82 + (seed % 9), 81 + (seed % 10), 78 + (seed % 13), 83 + (seed % 8), sheet.Struktural ? 80 + (seed % 7) : null),
        KondisiPenyebab = seed % 4 == 1
            ? "Sebagian keluaran belum tercapai karena anggarannya dialihkan pada perubahan APBD, di luar kemampuan pegawai. "
                + "Mutu dinilai dari keluaran yang sempat diselesaikan."
            : null,
        Rekomendasi = "Mengikuti pelatihan pengelolaan data kinerja.",
    };

    /// <summary>A minimal one-page PDF that stands for the scanned form.</summary>
    public static byte[] ScannedForm(Dossier dossier)
    {
        var text = $"BT /F1 14 Tf 60 780 Td (FORMULIR KINERJA - contoh pindaian, berkas {dossier.Id.ToString(CultureInfo.InvariantCulture)}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (body, no) in objects.Select((o, i) => (o, i + 1)))
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{no} 0 obj\n{body}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => pdf.Append(CultureInfo.InvariantCulture, $"{o:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
