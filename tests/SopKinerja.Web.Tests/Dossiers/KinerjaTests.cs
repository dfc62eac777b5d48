using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>The seven steps under PermenPANRB 6/2022, by forms: a quarter and then the whole year.</summary>
public sealed class KinerjaTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Pelaksana = "pelaksanakop";
    private const string Kualitatif = "kabidkop";

    [Fact]
    public async Task A_quarter_goes_through_the_seven_steps_and_its_document_names_it()
    {
        await site.PlayAsync(play => play.AgreedPlanAsync("pppkkop", site.Kinerja));
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/buka?periode={site.Kinerja.Id}");
        Assert.Equal("Triwulan III", page.Value("Bagian periode"));
        page = await page.Fill("Bagian periode", "Triwulan I").PressAsync("Tampilkan");
        var name = site.People["pppkkop"].Nama;
        page = await page.PressAsync($"Buka berkas {name}");
        var berkas = page.Url.AbsolutePath.Replace("/kumpulkan", "", StringComparison.Ordinal);
        Assert.Contains("Kinerja 2026, Triwulan I", page.Text, StringComparison.Ordinal);
        Assert.Contains("rencana hasil kerja", page.Text, StringComparison.Ordinal);

        page = await page.Attach("Tambah lampiran", "formulir.pdf", "%PDF-1.4 contoh"u8.ToArray()).PressAsync("Kirim ke Kasubbag");
        using var kasubbag = await site.SignInAsync("kasubbag");
        page = await kasubbag.GoAsync($"{berkas}/periksa");
        page.Page.QuerySelectorAll<IHtmlInputElement>("main input[type=checkbox]").ToList().ForEach(box => box.IsChecked = true);
        Assert.NotNull((await page.PressAsync("Terima dan teruskan ke Analis")).Done);
        page = FillRealisasi(await analis.GoAsync($"{berkas}/input"), "11 dari 12 laporan");
        page = await page.Tick("Lampiran 1: formulir.pdf").PressAsync("Kirim ke atasan langsung");
        Assert.Contains("Realisasi dikirim", page.Done, StringComparison.Ordinal);

        await SetCapaianAsync("KOP", 1);
        using var atasan = await site.SignInAsync("kabidkop");
        page = Rate(await atasan.GoAsync($"{berkas}/validasi"), RatingKinerja.DiAtasEkspektasi, RatingKinerja.SesuaiEkspektasi);
        page = await page.Fill("Umpan balik untuk rencana nomor 1 (boleh kosong)", "Pertahankan.").PressAsync("Lanjut ke persetujuan");
        Assert.Equal("Baik", page.Page.QuerySelector(".hasil__nilai")!.TextContent);
        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Setujui dan terbitkan dokumen");
        Assert.NotNull(page.Done);

        using var asn = await site.SignInAsync("pppkkop");
        page = await asn.GoAsync($"{berkas}/tanda-tangan");
        Assert.Contains("Predikat tidak dihitung dari angka", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nilai prestasi kerja", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await page.WithoutObjection().Fill("Kata sandi akun Anda", site.Password).PressAsync("Nyatakan telah menerima hasil")).Done);

        using var pdf = new PdfTools((await asn.GoAsync($"{berkas}/dokumen/akhir")).Bytes);
        var text = pdf.RawText;
        foreach (
            var words in new[] { "PERIODE: TRIWULAN I", "NI PPPK", "Pertahankan.", "11 dari 12 laporan (bukti 1)", "1. formulir.pdf",
                "BAIK", "DI ATAS EKSPEKTASI" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Pangkat/Gol. Ruang\n-", text, StringComparison.Ordinal);
        using var sekretaris = await site.SignInAsync("sekretaris");
        page = await (await sekretaris.GoAsync($"{berkas}/gandakan")).Fill("Buat salinan untuk", name).PressAsync("Buat salinan");
        page = await (await sekretaris.GoAsync($"{berkas}/gandakan")).PressAsync("Selesai menggandakan");
        Assert.NotNull(page.Done);
        page = await (await sekretaris.GoAsync($"{berkas}/arsipkan"))
            .Fill("Nomor boks", "BOX-KOP-2026-002").Fill("Folder", "FOLDER-01").PressAsync("Arsipkan dan tutup berkas");
        Assert.NotNull(page.Done);
        Assert.Contains("Kinerja 2026, Triwulan I", (await sekretaris.GoAsync("/arsip")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PP46_2011", 1)]
    [InlineData("PERMENPANRB_6_2022", 4)]
    [InlineData("PERMENPANRB_6_2022", -1)]
    public async Task A_part_that_the_period_does_not_have_is_not_opened(string method, int bagian)
    {
        var period = method == ScoringMethods.Pp46 ? site.Period : site.Kinerja;
        var plan = await site.AskAsync(db => db.Plans.Where(p => p.PeriodId == period.Id && p.PegawaiId == site.People["kauptd"].PegawaiId)
            .Select(p => (long?)p.Id).SingleOrDefaultAsync())
            ?? (await site.PlayAsync(play => play.AgreedPlanAsync("kauptd", period))).Id;
        using var analis = await site.SignInAsync("analis");

        var page = await analis.PostAsync(
            "/berkas/buka?handler=Open", "/berkas/buka", ("Periode", $"{period.Id}"), ("Bagian", $"{bagian}"), ("plan", $"{plan}"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("bagian periode yang dipilih tidak ada pada periodenya", page.Text, StringComparison.Ordinal);
        Assert.False(
            await site.AskAsync(db => db.Dossiers.AnyAsync(d => d.PeriodId == period.Id && d.AsnId == site.People["kauptd"].PegawaiId)));
    }

    [Fact]
    public async Task The_year_shows_its_quarters_side_by_side_and_only_to_those_who_may_see_them()
    {
        var year = await site.PlayAsync(async play =>
        {
            var plan = await play.AgreedPlanAsync(Pelaksana, site.Kinerja);
            foreach (var bagian in new[] { 1, 2 })
            {
                await play.BringToAsync(await play.OpenAsync(plan, bagian), Step.Duplicate);
            }

            await play.BringToAsync(await play.OpenAsync(plan, 3), Step.Validate);
            var dossier = await play.OpenAsync(plan);
            await play.BringToAsync(dossier, Step.Input);
            return dossier;
        });
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/{year.Id}/input");
        Assert.All(["Triwulan I", "Triwulan II", "Triwulan III"], part => Assert.Contains(
            page.Page.QuerySelectorAll("th"), th => th.TextContent == part));
        Assert.Contains("Tercapai 9", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ekspektasi", page.Text, StringComparison.Ordinal);
        await FillRealisasi(page, "Tercapai seluruhnya").PressAsync("Kirim ke atasan langsung");

        using var atasan = await site.SignInAsync("kabidkop");
        page = await atasan.GoAsync($"/berkas/{year.Id}/validasi");
        var table = page.Page.QuerySelectorAll("table")
            .Single(t => t.QuerySelector("caption")!.TextContent.Contains("berdampingan", StringComparison.Ordinal));
        var predikat = table.QuerySelectorAll("tr").Single(r => r.QuerySelector("th")!.TextContent == "Predikat kinerja")
            .QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList();
        Assert.All(predikat.Take(2), p => Assert.Contains(p, Enum.GetValues<PredikatKinerja>().Select(x => x.Nama())));
        Assert.Equal("menunggu langkah 4", predikat[2]);
    }

    [Fact]
    public async Task A_missing_rating_is_asked_for_at_its_field_and_nothing_is_lost()
    {
        var id = await AtAsync(Step.Validate, "pelaksanaind");
        using var atasan = await site.SignInAsync("kabidind");
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi"))
            .Fill("Umpan balik untuk rencana nomor 2 (boleh kosong)", "Catat kendala sejak awal.")
            .Fill("Alasan menilai lebih awal", "Pegawai pindah bulan depan.").PressAsync("Lanjut ke persetujuan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            ["Rating hasil kerja belum diberikan: pilih salah satu.", "Rating perilaku kerja belum diberikan: pilih salah satu."],
            page.Errors.Order());
        Assert.Equal("Catat kendala sejak awal.", page.Value("Umpan balik untuk rencana nomor 2 (boleh kosong)"));
        Assert.NotNull(page.Page.GetElementById(page.Page.QuerySelector("[role=alert] a")!.GetAttribute("href")![1..]));

        page = await page.PressAsync("Hitung dan simpan");
        Assert.Contains("draf", page.Done, StringComparison.Ordinal);
        Assert.Equal("Catat kendala sejak awal.", page.Value("Umpan balik untuk rencana nomor 2 (boleh kosong)"));
        using var asn = await site.SignInAsync("pelaksanaind");
        Assert.DoesNotContain("Catat kendala", (await asn.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("belum lengkap", (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kinerja.RatingHasilKerja", "4")]
    [InlineData("Kinerja.RatingHasilKerja", "sangat hebat")]
    [InlineData("Kinerja.RatingPerilaku", "17")]
    public async Task A_choice_that_is_none_is_refused(string field, string value)
    {
        var id = await AtAsync(Step.Validate, "pelaksanaind");
        using var atasan = await site.SignInAsync("kabidind");

        var page = await atasan.PostAsync($"/berkas/{id}/validasi?handler=Save", $"/berkas/{id}/validasi", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.Errors);
        Assert.DoesNotContain(page.Errors, e => e.Contains("value", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_realisasi_that_is_missing_or_too_long_is_named_and_all_that_was_typed_stays()
    {
        var id = await AtAsync(Step.Input, "penera");
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/{id}/input");
        const string First = "Realisasi rencana nomor 1, indikator 1";

        page = await page.Fill(First, "340 unit").PressAsync("Kirim ke atasan langsung");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith("Realisasi “Ketepatan waktu penyelesaian” belum diisi", StringComparison.Ordinal));
        Assert.Equal("340 unit", page.Value(First));

        page = await page.Fill(First, new string('a', 1001)).PressAsync("Simpan draf");
        Assert.Contains("terlalu panjang (1001 karakter)", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(1001, page.Value(First).Length);

        page = await page.Fill(First, "\uf0b7 340 unit").PressAsync("Simpan draf");
        Assert.Contains("butir atau simbol dari Word (U+F0B7)", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Lines counted twice each would be too long.
        var lines = string.Concat(Enumerable.Repeat(new string('a', 199) + "\r\n", 5))[..^2] + "b";
        page = await page.Fill(First, lines).PressAsync("Simpan draf");
        Assert.StartsWith("Draf disimpan. Masih ada", page.Done, StringComparison.Ordinal);
        page = await page.Fill(First, "340\u00ad unit\u200b").PressAsync("Simpan draf");
        Assert.StartsWith("Draf disimpan. Masih ada", page.Done, StringComparison.Ordinal);
        Assert.Equal("340 unit", ((PermenPanRb6Sheet)(await DossierAsync(id)).Sheet).HasilKerja[0].Realisasi[0]);
    }

    [Fact]
    public async Task What_the_analis_posts_beside_the_realisasi_is_not_taken()
    {
        var id = await AtAsync(Step.Input, "penera");
        using var analis = await site.SignInAsync("analis");

        await analis.PostAsync($"/berkas/{id}/input", $"/berkas/{id}/input",
            ("Kinerja.HasilKerja[0].Realisasi[0]", "350 unit"), ("Kinerja.RatingHasilKerja", "DiAtasEkspektasi"),
            ("Kinerja.UmpanBalik[0]", "hebat"),
            ("Kinerja.HasilKerja[0].UmpanBalik", "hebat"), ("Input.Kegiatan[0].Kuantitas", "5"));

        var sheet = (PermenPanRb6Sheet)(await DossierAsync(id)).Sheet;
        Assert.Equal("350 unit", sheet.HasilKerja[0].Realisasi[0]);
        Assert.Null(sheet.RatingHasilKerja);
        Assert.All(sheet.HasilKerja, h => Assert.Null(h.UmpanBalik));
    }

    [Fact]
    public async Task A_kualitatif_form_asks_one_realisasi_for_each_rencana_and_opens_no_window_to_object()
    {
        var id = await AtAsync(Step.Input, Kualitatif);
        using var analis = await site.SignInAsync("analis");
        var page = FillRealisasi(await analis.GoAsync($"/berkas/{id}/input"), "Seluruh kelompok dibina.");
        Assert.Contains("Ukuran keberhasilan", page.Text, StringComparison.Ordinal);
        Assert.Equal(page.Page.QuerySelectorAll("fieldset.rencana").Length, page.Page.QuerySelectorAll("textarea")
            .Count(t => t.Id!.Contains("Realisasi", StringComparison.Ordinal)));
        Assert.NotNull((await page.PressAsync("Kirim ke atasan langsung")).Done);

        await SetCapaianAsync("KOP", 0);
        using var kadis = await site.SignInAsync("kadis");
        page = Rate(await kadis.GoAsync($"/berkas/{id}/validasi"), RatingKinerja.DiBawahEkspektasi, RatingKinerja.DiBawahEkspektasi);
        page = await page.Fill("Alasan menilai lebih awal", "Pegawai pindah bulan depan.").PressAsync("Lanjut ke persetujuan");
        Assert.Equal("Sangat Kurang", page.Page.QuerySelector(".hasil__nilai")!.TextContent);
        Assert.Contains("14 hari kalender", page.Text, StringComparison.Ordinal);
        await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Setujui dan terbitkan dokumen");

        var dossier = await DossierAsync(id);
        Assert.Equal(("PERMENPANRB_6_2022", 1), (dossier.Method, dossier.MethodEdition));
        Assert.Equal(new Outcome(null, "Sangat Kurang"), dossier.Outcome);
        Assert.Null(dossier.LastDayToObject);
    }

    [Fact]
    public async Task The_other_forms_of_PP_46_are_not_there()
    {
        var id = await AtAsync(Step.Sign, "bendahara");
        using var asn = await site.SignInAsync("bendahara");

        Assert.DoesNotContain("buku catatan", (await asn.GoAsync($"/berkas/{id}/hasil")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await asn.GoAsync($"/berkas/{id}/buku-catatan")).Status);
    }

    /// <summary>The head of the unit sets its capaian, unless another test had him do so.</summary>
    private Task<int> SetCapaianAsync(string kode, int bagian) => site.PlayAsync(async play =>
    {
        var unit = await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == kode).Select(u => u.Id).SingleAsync());
        if (await site.AskAsync(db => CapaianQueries.Last(db, site.Kinerja.Id, bagian, unit)) is null)
        {
            await play.SetCapaianAsync(site.Kinerja, bagian, unit, CapaianOrganisasi.Baik);
        }

        return unit;
    });

    private static Visit FillRealisasi(Visit page, string text)
    {
        page.Page.QuerySelectorAll<IHtmlTextAreaElement>("textarea[id*=Realisasi]").ToList().ForEach(area => area.Value = text);
        return page;
    }

    private static Visit Rate(Visit page, RatingKinerja hasilKerja, RatingKinerja perilaku)
    {
        page.Page.QuerySelector<IHtmlInputElement>($"input[name='Kinerja.RatingHasilKerja'][value={hasilKerja}]")!.IsChecked = true;
        page.Page.QuerySelector<IHtmlInputElement>($"input[name='Kinerja.RatingPerilaku'][value={perilaku}]")!.IsChecked = true;
        return page;
    }

    /// <summary>The one dossier of that person for the whole year, brought at least to that step.</summary>
    private Task<long> AtAsync(Step step, string userName) => site.PlayAsync(async play =>
    {
        var asn = site.People[userName].PegawaiId;
        var existing = await site.AskAsync(
            db => db.Dossiers.Where(d => d.PeriodId == site.Kinerja.Id && d.AsnId == asn).Select(d => d.Id).SingleOrDefaultAsync());
        if (existing != 0)
        {
            return existing;
        }

        var dossier = await play.DossierAtAsync(step, userName, site.Kinerja);
        await play.CapaianAsync(dossier);
        return dossier.Id;
    });

    private Task<Dossier> DossierAsync(long id) =>
        site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.Period).SingleAsync(d => d.Id == id));
}
