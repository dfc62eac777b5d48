using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.PermenPanRb6;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>Fictional SKP and evaluasi under PermenPANRB 6/2022, of any form and length.</summary>
internal static class SampleKinerja
{
    public static readonly IReadOnlyList<Evidence> Bukti =
        [new("aaaaaaaa", "formulir kinerja.pdf", "application/pdf", 1000, new('0', 64), "Analis", DateTimeOffset.UnixEpoch)];

    public static readonly Period Period = new("2026", new(2026, 1, 1), new(2026, 12, 31), ScoringMethods.PermenPanRb6, null);

    public static readonly IReadOnlyList<BagianPeriode> Triwulan = EvaluasiPeriodik.Parts(
        Period.Mulai, Period.Selesai, KalaEvaluasi.Triwulanan);

    public static readonly Parties Parties = new(
        new(
            1, "Siti Rahmawati, S.Kom.", "199003152015032004", JenisAsn.Pns, "Penata Muda Tingkat I (III/b)",
            "Pranata Komputer Ahli Pertama", "Sekretariat", IsStruktural: false),
        new(
            2, "Drs. H. Ahmad Fauzi, M.Si.", "197001011995031001", JenisAsn.Pns, "Pembina (IV/a)",
            "Kepala Subbagian Perencanaan dan Pelaporan", "Sekretariat", IsStruktural: true),
        new(3, "H. Abdul Hadi", null, JenisAsn.Pns, null, "Bupati", "Kabupaten Contoh", IsStruktural: false));

    public static readonly Party Pppk = Parties.Asn with
    {
        Nama = "Muhammad Rizki, A.Md.",
        Nip = "199503152023211004",
        Jenis = JenisAsn.Pppk,
        PangkatGolongan = Golongan.Tampil("VII"),
        Jabatan = "Pranata Komputer Terampil",
    };

    public static readonly Party LongNamed = Parties.Asn with
    {
        Nama = SampleForms.LongNamed.Nama,
        PangkatGolongan = Golongan.Tampil("IV/d"),
        Jabatan = SampleForms.LongNamed.Jabatan,
        UnitKerja = SampleForms.LongNamed.UnitKerja,
    };

    public static readonly PersetujuanElektronik Diajukan = new(Parties.Asn.Nama, new(2026, 1, 5, 1, 30, 0, TimeSpan.Zero));

    public static readonly PersetujuanElektronik Disetujui = new(Parties.AtasanLangsung.Nama, new(2026, 1, 7, 6, 5, 0, TimeSpan.Zero));

    public static readonly PersetujuanElektronik Dibuat = new(Parties.AtasanLangsung.Nama, SampleForms.Approved);

    public static KopTercetak Kop(BagianPeriode? bagian = null) =>
        KopTercetak.From(Period, bagian, "Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan", "Paringin");

    /// <summary>The four forms as one file.</summary>
    public static FormDescription Document(FormulirSkp form, int rencana, Party? asn = null) => Document(Skp(form, rencana), asn);

    public static FormDescription Document(SasaranKinerja skp, Party? asn = null)
    {
        var (sheet, parties) = (Sheet(skp), Parties with { Asn = asn ?? Parties.Asn });
        return Kop().Document(PegawaiTercetak.From(parties.Asn), SampleForms.Approved,
            SasaranKinerjaForm.From(skp, Kop(), parties, Diajukan, Disetujui).Describe(),
            LampiranSkpForm.From(skp, Kop(), parties, Diajukan, Disetujui).Describe(),
            EvaluasiKinerjaForm.From(sheet, Kop(Triwulan[^1]), parties, Bukti, Dibuat).Describe(),
            (DokumenEvaluasiForm.From(sheet, Kop(Triwulan[^1]), parties) with { Dibuat = Dibuat }).Describe());
    }

    /// <summary>A complete SKP: every fifth rencana is tambahan, every third has a long text.</summary>
    public static SasaranKinerja Skp(FormulirSkp form, int rencana) => new(
        form.Kelompok, form.Pendekatan,
        [.. Enumerable.Range(1, rencana).Select(no => Rencana(form, no))],
        [
            "Menjawab surat dalam satu hari kerja", null,
            "Mengikuti satu pelatihan dan membagikan isinya kepada rekan kerja paling lambat dua minggu sesudahnya", null, null,
            "Menguasai aplikasi baru", null,
        ],
        new(
            ["Dua orang staf pelaksana", "Satu unit laptop dan sambungan internet", "Anggaran perjalanan dinas sesuai DPA"],
            ["Laporan tertulis setiap akhir bulan kepada Kepala Subbagian", "Dialog kinerja setiap triwulan"],
            ["Diusulkan mengikuti pelatihan bila melampaui ekspektasi", "Pembinaan kinerja bila di bawah ekspektasi"]));

    /// <summary>Filled in and rated.</summary>
    public static PermenPanRb6Sheet Sheet(SasaranKinerja skp) => PermenPanRb6Sheet.From(skp) with
    {
        HasilKerja =
        [
            .. skp.Rencana.Select((rencana, i) => new HasilKerja(
                [
                    .. Enumerable.Range(1, rencana.JumlahRealisasi)
                        .Select(no => $"{no + i} laporan diterima tepat waktu, bukti dukung nomor {i + 1}.{no}"),
                ],
                i % 2 == 0 ? $"Teruskan; laporan ke-{i + 1} sudah rapi dan mudah dibaca, tambahkan perbandingan dengan tahun lalu" : null,
                i % 2 == 0 ? [Bukti[0].Key] : [])),
        ],
        UmpanBalikPerilaku = ["Ramah kepada pelaku usaha", null, null, "Menjadi tempat bertanya bagi rekan kerja di bidang lain", null,
            null, null],
        RatingHasilKerja = RatingKinerja.DiAtasEkspektasi,
        RatingPerilaku = RatingKinerja.SesuaiEkspektasi,
        CapaianOrganisasi = CapaianOrganisasi.Istimewa,
        KondisiPenyebab = "Pengadaan perangkat terlambat dua bulan karena perubahan anggaran.",
        Rekomendasi = "Diusulkan mengikuti pelatihan analisis data.",
    };

    private static RencanaHasilKerja Rencana(FormulirSkp form, int no)
    {
        var uraian = no % 3 == 0
            ? $"Tersusunnya laporan bulanan pengelolaan data koperasi dan usaha mikro di seluruh kecamatan beserta rekapitulasinya per "
                + $"bidang (R-{no})"
            : $"Terpeliharanya jaringan komputer dinas (R-{no})";
        return new(
            uraian,
            no % 5 == 0 ? JenisHasilKerja.Tambahan : JenisHasilKerja.Utama,
            form.MayIntervene && no % 5 != 0
                ? new($"Meningkatnya kualitas layanan informasi dinas kepada pelaku usaha (P-{no})", null)
                : null,
            no % 5 == 0 ? "Ketua Tim Perencanaan" : null,
            form.HasIndikator ? [.. Enumerable.Range(1, 1 + (no % 4)).Select(i => Indikator(form, no, i))] : [],
            form.HasIndikator
                ? null
                : $"Laporan diterima pimpinan setiap bulan, paling lambat tanggal 5, tanpa kesalahan hitung (U-{no}).\nJaringan hidup 99 % "
                    + "jam kerja.");
    }

    private static IndikatorKinerjaIndividu Indikator(FormulirSkp form, int no, int i) => new(
        form.HasAspek ? (AspekIndikator)(i % 4) : null,
        i % 2 == 0
            ? $"Persentase jam kerja tanpa gangguan jaringan menurut catatan pemantauan (I-{no}.{i})"
            : $"Jumlah laporan (I-{no}.{i})",
        i % 2 == 0 ? "paling sedikit 99 % setiap bulan" : $"{12 + i} laporan",
        form.HasPerspektif ? (Perspektif)(i % 4) : null);
}
