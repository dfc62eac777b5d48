using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class Step3InputTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Kuantitas1 = "Realisasi kuantitas kegiatan nomor 1 (dokumen)";
    private const string Waktu1 = "Realisasi waktu kegiatan nomor 1 (bulan)";
    private const string Biaya1 = "Realisasi biaya kegiatan nomor 1 (rupiah)";

    private static readonly KegiatanTugasJabatan[] Two =
    [
        new("Menyusun dokumen", 0.5m, 10, "dokumen", 100, 10, SatuanWaktu.Bulan, 1_000_000),
        new("Menyusun laporan", null, 4, "laporan", 100, 12, SatuanWaktu.Minggu, null),
    ];

    [Fact]
    public async Task Everything_typed_goes_to_the_atasan_langsung()
    {
        var (analis, url, id) = await AtAsync("pelaksanakop");
        using var _ = analis;
        var page = Fill(await analis.GoAsync(url)).Fill("Realisasi angka kredit kegiatan nomor 1", "0.45")
            .Fill("Uraian tugas tambahan 2", "Panitia hari jadi").Fill("Nomor surat tugas tambahan 2", "094/1")
            .Fill("Uraian kreativitas 1", "Aplikasi antrean").Fill("Manfaat kreativitas 1", "Organisasi (nilai 6)");
        page = await page.PressAsync("Kirim ke atasan langsung");

        Assert.Equal($"/berkas/{id}", page.Url.AbsolutePath);
        Assert.Equal("Realisasi dikirim ke atasan langsung (Ir. Bambang Suryadi, M.M.).", page.Done);
        var sheet = await SheetAsync(id);
        Assert.Equal(new Realisasi(0.45m, 9.5m, 10, 950_000.25m, null), sheet.Kegiatan[0].Realisasi);
        Assert.Equal(new Realisasi(null, 4, 12, null, null), sheet.Kegiatan[1].Realisasi);
        Assert.Equal([new TugasTambahan("Panitia hari jadi", "094/1")], sheet.TugasTambahan);
        Assert.Equal([new Kreativitas("Aplikasi antrean", ManfaatKreativitas.Organisasi, null)], sheet.Kreativitas);
    }

    [Fact]
    public async Task A_draft_may_have_gaps_but_the_next_step_asks_for_all_and_says_where()
    {
        var (analis, url, id) = await AtAsync("penyuluh");
        using var _ = analis;
        var page = await (await analis.GoAsync(url)).Fill(Kuantitas1, "9,5").PressAsync("Simpan draf");
        Assert.Equal("Draf disimpan. Masih ada 2 kegiatan tugas jabatan yang belum lengkap.", page.Done);
        Assert.Equal("9,5", page.Value(Kuantitas1));
        Assert.Contains("kuantitas 95,00", page.Text, StringComparison.Ordinal);

        page = await page.Fill(Waktu1, "8").PressAsync("Kirim ke atasan langsung");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Realisasi belum lengkap: isi semua realisasi yang diminta.", page.Errors);
        Assert.Contains("Biaya kegiatan nomor 1 belum diisi. Tulis 0 bila tidak ada.", page.Errors);
        Assert.Contains("Waktu kegiatan nomor 2 belum diisi. Tulis 0 bila tidak ada.", page.Errors);
        Assert.DoesNotContain(page.Errors, e => e.StartsWith("Biaya kegiatan nomor 2", StringComparison.Ordinal));
        Assert.Equal("8", page.Value(Waktu1));
        Assert.Equal(Step.Input, (await DossierAsync(id)).Step);
    }

    [Theory]
    [InlineData(Kuantitas1, "abc", "bukan angka")]
    [InlineData(Kuantitas1, "-1", "tidak boleh negatif")]
    [InlineData(Kuantitas1, "1.234", "dapat berarti dua hal")]
    [InlineData(Kuantitas1, "1,234", "dapat berarti dua hal. Tulis 1234 (ribuan) atau 1,2340 (desimal)")]
    [InlineData(Kuantitas1, "12,345", "dapat berarti dua hal")]
    [InlineData(Kuantitas1, "1,98507E+17", "Excel memendekkan angka ini")]
    [InlineData(Biaya1, "750.000.00", "tidak terbaca")]
    [InlineData(Biaya1, "1234,567", "paling banyak dua angka di belakang koma")]
    [InlineData(Kuantitas1, "9999999999", "paling besar 1.000.000.000")]
    [InlineData(Kuantitas1, "1,00001", "paling banyak 4 angka di belakang koma")]
    [InlineData(Kuantitas1, "99999999999999999999999999999999999", "terlalu besar")]
    [InlineData(Waktu1, "<script>", "bukan angka")]
    [InlineData(Waktu1, "10001", "paling besar 10.000")]
    [InlineData(Biaya1, "😀", "bukan angka")]
    [InlineData(Biaya1, "100.000.000.000.001", "paling besar 100.000.000.000.000")]
    [InlineData("Realisasi angka kredit kegiatan nomor 1", "1.5.5", "tidak terbaca")]
    public async Task A_bad_figure_is_explained_at_its_cell_and_stays(string field, string typed, string sentence)
    {
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync(await SharedAsync());
        foreach (var button in new[] { "Simpan draf", "Hitung tanpa menyimpan", "Kirim ke atasan langsung" })
        {
            page = await page.Fill(field, typed).PressAsync(button);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal(typed, page.Value(field));
        }
    }

    [Theory]
    [InlineData("750,000", "750000")]
    [InlineData("750.000", "750000")]
    [InlineData("Rp750.000,-", "750000")]
    [InlineData("750.000,-", "750000")]
    [InlineData("750\u200b.000", "750000")]
    [InlineData("Rp\u00a0750\u202f000", "750000")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("Rp 0", "0")]
    [InlineData("Nihil", null)]
    [InlineData("-", null)]
    public async Task An_amount_is_stored_as_what_it_means_or_not_at_all(string typed, string? amount)
    {
        var url = await SharedAsync("kabidkop");
        using var analis = await site.SignInAsync("analis");

        var page = await (await analis.GoAsync(url)).Fill(Biaya1, typed).PressAsync("Simpan draf");
        page = await page.PressAsync("Simpan draf");

        Assert.NotNull(page.Done);
        Assert.Equal(
            amount, (await SheetAsync(long.Parse(url.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture))).Kegiatan[0].Realisasi.Biaya?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("sekretaris", Kuantitas1, "100,0001", "(100,0001) lebih dari sepuluh kali targetnya (10)")]
    [InlineData("analisdag", Biaya1, "10.000.001", "(10.000.001) lebih dari sepuluh kali targetnya (1.000.000)")]
    public async Task A_figure_over_ten_times_its_target_is_asked_about_before_it_is_kept(string asn, string field, string typed, string sentence)
    {
        var (analis, url, id) = await AtAsync(asn);
        using var _ = analis;
        var page = Fill(await analis.GoAsync(url));
        const string Tick = "Angka kegiatan nomor 1 ini benar";
        Assert.DoesNotContain(Tick, page.Text, StringComparison.Ordinal);
        foreach (var button in new[] { "Simpan draf", "Kirim ke atasan langsung" })
        {
            page = await page.Fill(field, typed).PressAsync(button);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal((typed, Step.Input), (page.Value(field), (await DossierAsync(id)).Step));
        }

        // What is ticked counts for its row only.
        page = await page.Tick(Tick).Fill("Realisasi kuantitas kegiatan nomor 2 (laporan)", "41").PressAsync("Kirim ke atasan langsung");
        Assert.StartsWith("Kuantitas kegiatan nomor 2 (41) lebih dari sepuluh kali targetnya (4).", Assert.Single(page.Errors),
            StringComparison.Ordinal);
        page = await page.Fill("Realisasi kuantitas kegiatan nomor 2 (laporan)", "40").PressAsync("Kirim ke atasan langsung");

        Assert.NotNull(page.Done);
        Assert.Equal(Step.Validate, (await DossierAsync(id)).Step);
    }

    [Fact]
    public async Task Rows_without_a_description_or_too_long_are_explained_and_stay()
    {
        using var analis = await site.SignInAsync("analis");
        var url = await SharedAsync();
        var page = await (await analis.GoAsync(url))
            .Fill("Nomor surat tugas tambahan 1", "094/2").Fill("Uraian kreativitas 2", new string('k', 501)).PressAsync("Simpan draf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith("Uraian tugas tambahan belum diisi.", StringComparison.Ordinal));
        Assert.Contains(page.Errors, e => e.StartsWith("Uraian kreativitas terlalu panjang (501 karakter).", StringComparison.Ordinal));
        Assert.Contains(page.Errors, e => e.StartsWith("Pilih untuk siapa", StringComparison.Ordinal));
        Assert.Equal("094/2", page.Value("Nomor surat tugas tambahan 1"));
    }

    [Fact]
    public async Task The_arithmetic_is_shown_without_saving_with_a_warning_in_words()
    {
        var (analis, url, id) = await AtAsync("penggerak");
        using var _ = analis;
        var page = await (await analis.GoAsync(url))
            .Fill(Kuantitas1, "12").Fill(Waktu1, "6").Fill(Biaya1, "1.760.000").PressAsync("Hitung tanpa menyimpan");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("kuantitas 120,00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Efisiensi waktu 40 %: waktu terlalu cepat menurut rumus (lebih dari 24 %), jadi nilai waktu turun menjadi 60,00.",
            page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Realisasi biaya 76 % di atas target: lewat 76 % atau lebih, jadi nilai biaya 0.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 dari 2 kegiatan lengkap", page.Text, StringComparison.Ordinal);
        Assert.Null((await SheetAsync(id)).Kegiatan[0].Realisasi.Kuantitas);

        page = await page.Fill(Waktu1, "7,6").Fill(Biaya1, "1.759.999").PressAsync("Hitung tanpa menyimpan");
        Assert.DoesNotContain("Efisiensi", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lewat 76 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("waktu 100,00", page.Text, StringComparison.Ordinal);

        page = await page.Fill(Kuantitas1, "0").Fill(Waktu1, "6").PressAsync("Hitung tanpa menyimpan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith("Kuantitas kegiatan nomor 1 ditulis 0, tetapi waktunya 6.", StringComparison.Ordinal));

        page = await page.Fill(Kuantitas1, "0").Fill(Waktu1, "0").PressAsync("Hitung tanpa menyimpan");
        Assert.Contains("kegiatan dianggap tidak dikerjakan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_are_added_without_losing_what_was_typed_up_to_twenty()
    {
        var (analis, url, id) = await AtAsync("kabidind");
        using var _ = analis;
        var page = (await analis.GoAsync(url)).Fill("Uraian tugas tambahan 1", "Tugas 1").Fill(Kuantitas1, "3");
        for (var i = 0; i < 4; i++)
        {
            page = await page.PressAsync("Tambah baris tugas tambahan");
        }

        Assert.False(page.HasButton("Tambah baris tugas tambahan"));
        for (var i = 1; i <= 20; i++)
        {
            page.Fill($"Uraian tugas tambahan {i}", $"Tugas {i}");
        }

        page = await page.PressAsync("Simpan draf");
        Assert.Contains("20 tugas tambahan, nilai 3.", page.Text, StringComparison.Ordinal);
        Assert.Equal("3", page.Value(Kuantitas1));
        Assert.Equal(20, (await SheetAsync(id)).TugasTambahan.Count);

        page = await page.Fill("Uraian tugas tambahan 2", " ").PressAsync("Simpan draf");
        Assert.Equal(19, (await SheetAsync(id)).TugasTambahan.Count);
    }

    [Fact]
    public async Task Sixty_kegiatan_are_typed_and_sent()
    {
        KegiatanTugasJabatan[] sixty = [.. Enumerable.Range(1, 60)
            .Select(i => new KegiatanTugasJabatan($"Kegiatan {i}", null, i, "dokumen", 100, 12, SatuanWaktu.Bulan, null))];
        var (analis, url, id) = await AtAsync("kabiddag", sixty);
        using var _ = analis;
        var page = await analis.GoAsync(url);
        for (var i = 1; i <= 60; i++)
        {
            page.Fill($"Realisasi kuantitas kegiatan nomor {i} (dokumen)", $"{i}")
                .Fill($"Realisasi waktu kegiatan nomor {i} (bulan)", "12");
        }

        page = await page.PressAsync("Kirim ke atasan langsung");
        Assert.Equal($"/berkas/{id}", page.Url.AbsolutePath);
        Assert.All((await SheetAsync(id)).Kegiatan, k => Assert.Equal(k.Target.Kuantitas, k.Realisasi.Kuantitas));
    }

    [Fact]
    public async Task Saving_keeps_the_scores_that_the_atasan_gave_before_sending_back_and_shows_none()
    {
        var id = await site.PlayAsync(
            async play => (await play.DossierAtAsync(Step.Validate, "penera", site.Period, new SasaranKerja(Two))).Id);
        await site.AskAsync(async db =>
        {
            var dossier = await db.Dossiers.Include(d => d.History.OrderBy(h => h.No)).SingleAsync(d => d.Id == id);
            var (atasan, now) = (site.People["kabiddag"], site.Clock.GetUtcNow().AddHours(5));
            var sheet = (Pp46Sheet)dossier.Sheet;
            dossier.Rate((sheet with
            {
                Kegiatan = [.. sheet.Kegiatan.Select(
                k => k with { Realisasi = k.Realisasi with { Kualitas = 87.25m } })],
                Rekomendasi = "Pelatihan"
            }).Given, atasan, now);
            dossier.SendBack(Step.Validate, "Perbaiki realisasi waktu nomor 1.", atasan, now);
            return await db.SaveChangesAsync();
        });
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/{id}/input");
        Assert.Contains("Perbaiki realisasi waktu nomor 1.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("87,25", page.Text, StringComparison.Ordinal);

        await Fill(page).PressAsync("Simpan draf");

        var after = await SheetAsync(id);
        Assert.All(after.Kegiatan, k => Assert.Equal(87.25m, k.Realisasi.Kualitas));
        Assert.Equal(9.5m, after.Kegiatan[0].Realisasi.Kuantitas);
        Assert.Equal("Pelatihan", after.Rekomendasi);
    }

    [Fact]
    public async Task Fields_that_the_page_does_not_offer_change_nothing()
    {
        var (analis, url, id) = await AtAsync("juru");
        using var _ = analis;
        await analis.PostAsync(url, url, ("Input.Kegiatan[0].Kuantitas", "5"), ("Input.Kegiatan[0].Kualitas", "100"),
            ("Input.Kegiatan[1].Biaya", "7"), ("Input.Kegiatan[1].Ak", "7"), ("Sheet.Perilaku.Integritas", "100"), ("Step", "5"));

        var dossier = await DossierAsync(id);
        var sheet = (Pp46Sheet)dossier.Sheet;
        Assert.Equal(Step.Input, dossier.Step);
        Assert.Equal(new Realisasi(null, 5, null, null, null), sheet.Kegiatan[0].Realisasi);
        Assert.Equal(Realisasi.Empty, sheet.Kegiatan[1].Realisasi);
        Assert.Equal(PerilakuKerja.Empty, sheet.Perilaku);
    }

    [Fact]
    public async Task Sending_back_goes_to_collection_with_a_reason_and_not_without()
    {
        var (analis, url, id) = await AtAsync("keamanan");
        using var _ = analis;
        var page = await (await analis.GoAsync(url)).Fill(Kuantitas1, "7").PressAsync("Simpan draf");
        page = await page.Fill("Alasan pengembalian", "").PressAsync("Kembalikan ke pengumpulan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("7", page.Value(Kuantitas1));

        page = await page.Fill("Alasan pengembalian", "Formulir halaman 2 belum dipindai.").PressAsync("Kembalikan ke pengumpulan");
        // To the analis who reads it no other analis is meant.
        Assert.Equal("Berkas dikembalikan ke pengumpulan.", page.Done);
        Assert.Equal(Step.Collect, (await DossierAsync(id)).Step);
    }

    [Fact]
    public async Task Of_two_windows_the_later_one_is_told_and_keeps_what_was_typed()
    {
        var (analis, url, id) = await AtAsync("bendahara");
        using var _ = analis;
        using var other = await site.SignInAsync("analis2");
        var late = (await other.GoAsync(url)).Fill(Kuantitas1, "2");
        await (await analis.GoAsync(url)).Fill(Kuantitas1, "1").PressAsync("Simpan draf");

        var page = await late.PressAsync("Simpan draf");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("2", page.Value(Kuantitas1));
        Assert.Equal(1, (await SheetAsync(id)).Kegiatan[0].Realisasi.Kuantitas);
    }

    [Fact]
    public async Task The_one_who_checked_does_not_type_and_nobody_types_his_own()
    {
        var own = await site.DossierAtAsync(Step.Input, "analis2");
        using (var analis2 = await site.SignInAsync("analis2"))
        {
            Assert.Contains("Ini berkas Anda sendiri.", (await analis2.GoAsync($"/berkas/{own}/input")).Text, StringComparison.Ordinal);
        }

        await site.AskAsync(db => db.Users.Where(u => u.UserName == "kasubbag")
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Offices, new[] { nameof(Role.Analis), nameof(Role.Kasubbag) })));
        var checkedByHim = await site.DossierAtAsync(Step.Input, "arsiparis");
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await kasubbag.GoAsync($"/berkas/{checkedByHim}/input");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Anda sudah bertindak sebagai Kasubbag pada berkas ini.", page.Text, StringComparison.Ordinal);
    }

    private static Visit Fill(Visit page) => page.Fill(Kuantitas1, "9,5").Fill(Waktu1, "10").Fill(Biaya1, "Rp 950.000,25")
        .Fill("Realisasi kuantitas kegiatan nomor 2 (laporan)", "4").Fill("Realisasi waktu kegiatan nomor 2 (minggu)", "12");

    // Bad input saves nothing, so all its tests may share one dossier.
    private async Task<string> SharedAsync(string userName = "kadis")
    {
        var asn = site.People[userName].PegawaiId;
        var id = await site.AskAsync(db => db.Dossiers.Where(d => d.AsnId == asn).Select(d => (long?)d.Id).SingleOrDefaultAsync())
            ?? await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Input, userName, site.Period, new SasaranKerja(Two))).Id);
        return $"/berkas/{id}/input";
    }

    private async Task<(Visitor Analis, string Url, long Id)> AtAsync(string asn, KegiatanTugasJabatan[]? kegiatan = null)
    {
        var id = await site.PlayAsync(
            async play => (await play.DossierAtAsync(Step.Input, asn, site.Period, new SasaranKerja(kegiatan ?? Two))).Id);
        return (await site.SignInAsync("analis"), $"/berkas/{id}/input", id);
    }

    private Task<Dossier> DossierAsync(long id) =>
        site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.History).SingleAsync(d => d.Id == id));

    private async Task<Pp46Sheet> SheetAsync(long id) => (Pp46Sheet)(await DossierAsync(id)).Sheet;
}
