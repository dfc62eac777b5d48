using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>Realisasi for step 3 from spreadsheets, under both regulations.</summary>
public sealed class RealisasiSheetsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Pp46 = "realisasi-pp46";

    private const string Kinerja = "realisasi-permenpanrb6";

    private static readonly SasaranKerja Two = new(
    [
        new("Menyusun dokumen", 0.5m, 10, "dokumen", 100, 10, SatuanWaktu.Bulan, 1_000_000),
        new("Menyusun laporan", null, 4, "laporan", 100, 12, SatuanWaktu.Minggu, null),
    ]);

    [Fact]
    public async Task Realisasi_of_many_goes_to_their_drafts_and_nothing_is_sent_on()
    {
        var one = await AtAsync("pelaksanakop", Step.Input);
        var two = await AtAsync("penggerak", Step.Input);
        using var analis = await site.SignInAsync("analis");
        var file = $"""
            NIP;Bagian;No;Uraian;Realisasi AK;Realisasi kuantitas;Realisasi waktu;Realisasi biaya;Nomor surat;Bermanfaat bagi;Sampai tanggal;Pejabat penilai;Nilai SKP
            {await site.NipAsync("pelaksanakop")};Kegiatan;1;;0,45;9,5;10;Rp950.000,25;;;;;
            ;;;Menyusun laporan;;4;12;;;;;;
            ;Tugas tambahan;;Panitia hari jadi;;;;;094/1;;;;
            ;Kreativitas;;Aplikasi antrean;;;;;;Organisasi;;;
            ;Jabatan lama;;Staf Bidang;;;;;;;46053;Ir. Lama;80,5
            {await site.NipAsync("penggerak")};Kegiatan;2;;;3;12;;;;;;
            """;

        var page = await analis.SendAsync(Pp46, file);
        Assert.True(page.Text.Contains("Berubah: 6", StringComparison.Ordinal), page.Text);
        page = await page.PressAsync("Simpan semua");

        Assert.Contains("6 baris tersimpan, 0 salah", page.Text, StringComparison.Ordinal);
        var sheet = (Pp46Sheet)(await DossierAsync(one)).Sheet;
        Assert.Equal(new Realisasi(0.45m, 9.5m, 10, 950_000.25m, null), sheet.Kegiatan[0].Realisasi);
        Assert.Equal(new Realisasi(null, 4, 12, null, null), sheet.Kegiatan[1].Realisasi);
        Assert.Equal([new TugasTambahan("Panitia hari jadi", "094/1")], sheet.TugasTambahan);
        Assert.Equal([new Kreativitas("Aplikasi antrean", ManfaatKreativitas.Organisasi, null)], sheet.Kreativitas);
        Assert.Equal([new CapaianJabatan("Staf Bidang", "Ir. Lama", new(2026, 1, 31), 80.5m)], sheet.JabatanLain!);
        var other = await DossierAsync(two);
        // What the file does not name is as it was.
        Assert.Equal((Step.Input, Realisasi.Empty), (other.Step, ((Pp46Sheet)other.Sheet).Kegiatan[0].Realisasi));
        Assert.Equal(6, (await analis.SendAsync(Pp46, file)).AssertEqual());
        var (name, exported) = await analis.DownloadAsync($"/impor/data.xlsx?jenis={Pp46}&berkas={one}");
        Assert.Equal(5, (await analis.SendAsync(Pp46, name, exported)).AssertEqual());
    }

    [Fact]
    public async Task A_figure_in_doubt_is_asked_about_and_taken_where_the_sheet_says_that_it_is_right()
    {
        var id = await AtAsync("penyuluhind", Step.Input);
        using var analis = await site.SignInAsync("analis");
        var nip = await site.NipAsync("penyuluhind");

        var page = await analis.SendAsync(Pp46, $"NIP;No;Kuantitas;Waktu;Biaya\n{nip};1;1000;10;900000\n{nip};2;4;12;\n");
        var told = await site.RowsAsync(page.RunOf());
        Assert.Equal("Realisasi kuantitas", told[0].Faults.Single().Column);
        Assert.Contains("lebih dari sepuluh kali targetnya", told[0].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("tulis “ya” di kolom Benar", told[0].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("dan baris 2 masih salah", told[1].Faults.Single().Sentence, StringComparison.Ordinal);
        page = await analis.SendAsync(Pp46, $"NIP;No;Kuantitas;Waktu;Biaya;Benar\n{nip};1;1000;10;900000;ya\n{nip};2;4;12;;\n");
        await page.PressAsync("Simpan semua");

        Assert.Equal(1000, ((Pp46Sheet)(await DossierAsync(id)).Sheet).Kegiatan[0].Realisasi.Kuantitas);
        var (name, exported) = await analis.DownloadAsync($"/impor/data.csv?jenis={Pp46}&berkas={id}");
        Assert.Equal(2, (await analis.SendAsync(Pp46, name, exported)).AssertEqual());
    }

    [Theory]
    [InlineData("Kegiatan;1;Bunyi lain;9", "Kegiatan nomor 1 dalam SKP berbunyi “Menyusun dokumen”")]
    [InlineData("Kegiatan;3;;9", "SKP ini tidak memuat kegiatan nomor 3; kegiatannya 2")]
    [InlineData("Kegiatan;;Tak ada;9", "SKP ini tidak memuat kegiatan “Tak ada”")]
    [InlineData("Kreativitas;;Aplikasi;9", "Baris “Kreativitas” tidak memuat kolom ini")]
    [InlineData("Kegiatan;1;;-9", "realisasi kuantitas")]
    [InlineData("Lainnya;1;;9", "Tulis salah satu: Kegiatan, Tugas tambahan, Kreativitas, Jabatan lama")]
    public async Task A_row_that_fits_no_place_of_the_form_is_told_so(string row, string sentence)
    {
        var id = await site.AskAsync(db => db.Dossiers.Where(d => d.AsnId == site.People["juru"].PegawaiId).Select(d => d.Id).SingleOrDefaultAsync());
        if (id == 0)
        {
            await AtAsync("juru", Step.Input);
        }

        using var analis = await site.SignInAsync("analis");
        var page = await analis.SendAsync(Pp46, $"NIP;Bagian;No;Uraian;Kuantitas\n{await site.NipAsync("juru")};{row}\n");

        var told = string.Join(' ', (await site.RowsAsync(page.RunOf())).Single().Faults.Select(f => f.Sentence));
        Assert.Contains(sentence, told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Under_predikat_a_realisasi_stands_at_its_indikator_and_bukti_by_its_number()
    {
        var id = await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Input, "penyuluh", site.Kinerja)).Id);
        using var analis = await site.SignInAsync("analis");
        var before = (PermenPanRb6Sheet)(await DossierAsync(id)).Sheet;
        var nip = await site.NipAsync("penyuluh");
        var second = before.Sasaran.Rencana[1].Indikator[0].Uraian;

        var page = await analis.SendAsync(Kinerja, $"""
            NIP;Rencana ke;Indikator ke;Indikator kinerja individu;Realisasi;Bukti dukung
            {nip};1;1;;"Selesai
            seluruhnya";1
            ;2;;{second};11 dari 12;
            ;3;9;;Tak ada;7
            """);
        var wrong = (await site.RowsAsync(page.RunOf()))[2].Faults.Select(f => f.Sentence).ToList();
        Assert.Contains(wrong, s => s.StartsWith("Rencana nomor 3 mempunyai", StringComparison.Ordinal));
        Assert.Contains(wrong, s => s.StartsWith("Tidak ada lampiran nomor 7; berkas ini mempunyai 1 lampiran", StringComparison.Ordinal));
        page = await analis.SendAsync(Kinerja, $"""
            NIP;Rencana ke;Indikator ke;Indikator kinerja individu;Realisasi;Bukti dukung
            {nip};1;1;;"Selesai
            seluruhnya";1
            ;2;;{second};11 dari 12;
            """);
        await page.PressAsync("Simpan semua");

        var dossier = await DossierAsync(id);
        var sheet = (PermenPanRb6Sheet)dossier.Sheet;
        Assert.Equal("Selesai\nseluruhnya", sheet.HasilKerja[0].Realisasi[0]);
        Assert.Equal("11 dari 12", sheet.HasilKerja[1].Realisasi[0]);
        Assert.Equal((1, 0), (sheet.HasilKerja[0].Bukti.Count, sheet.HasilKerja[1].Bukti.Count));
        Assert.Equal(Step.Input, dossier.Step);
        Assert.Equal(before.HasilKerja[2].Realisasi, sheet.HasilKerja[2].Realisasi);
        foreach (var type in new[] { "csv", "xlsx" })
        {
            var (name, exported) = await analis.DownloadAsync($"/impor/data.{type}?jenis={Kinerja}&berkas={id}");
            (await analis.SendAsync(Kinerja, name, exported)).AssertEqual();
        }
    }

    [Fact]
    public async Task Realisasi_is_for_who_works_on_step_3_and_for_dossiers_that_wait_there()
    {
        var elsewhere = await AtAsync("penera", Step.Validate);
        var own = await AtAsync("analis2", Step.Input);
        using var analis = await site.SignInAsync("analis2");

        var page = await analis.SendAsync(Pp46, $"NIP;No;Kuantitas;Waktu\n{await site.NipAsync("penera")};1;1;1\n{await site.NipAsync("analis2")};1;1;1\n{await site.NipAsync("sekretaris")};1;1;1\n");

        var told = (await site.RowsAsync(page.RunOf())).Select(r => r.Faults[0].Sentence).ToList();
        // With the sentences of the page.
        Assert.Contains(told[0], (await analis.GoAsync($"/berkas/{elsewhere}/input")).Text, StringComparison.Ordinal);
        Assert.Contains(told[1], (await analis.GoAsync($"/berkas/{own}/input")).Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada berkas orang ini", told[2], StringComparison.Ordinal);
        using var answer = await analis.Client.GetAsync(new Uri($"/impor/data.xlsx?jenis={Pp46}&berkas={own}", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Step_3_leads_to_the_import_and_to_its_sheet()
    {
        var id = await AtAsync("kabiddag", Step.Input);
        using var analis = await site.SignInAsync("analis");

        var page = await analis.GoAsync($"/berkas/{id}/input");

        Assert.Contains("Impor realisasi PP 46/2011", (await page.FollowAsync("Isi dari lembar")).Text, StringComparison.Ordinal);
        var (name, file) = await analis.DownloadAsync(page.Page.QuerySelector("a[href*='/impor/data.xlsx']")!.GetAttribute("href")!);
        Assert.Equal(2, (await analis.SendAsync(Pp46, name, file)).AssertEqual());
    }

    private Task<long> AtAsync(string userName, Step step) =>
        site.PlayAsync(async play => (await play.DossierAtAsync(step, userName, site.Period, Two)).Id);

    private Task<Dossier> DossierAsync(long id) => site.AskAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id));
}
