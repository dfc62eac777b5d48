using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

/// <summary>Writing an SKP under PermenPANRB 6/2022, from an empty form to one that was agreed to.</summary>
public sealed class RencanaTests(SopSite site) : IClassFixture<SopSite>
{
    private static readonly string[] Letters = ["a", "b", " ", "<", ">", "&", "\"", "'", "é", "½", "\n", "85,5", "%", "≥", "{", "}",
        "@", "\\", "–"];

    private const string Tick = "Saya sudah membaca semua target di atas dan menyetujuinya";

    private static readonly SasaranKinerja Kadis = new(
        KelompokJabatan.PimpinanTinggi, Pendekatan.Kuantitatif,
        [
            new("Meningkatnya kinerja koperasi", JenisHasilKerja.Utama, null, null, [new(null, "Persentase koperasi sehat", "85 persen", Perspektif.PenerimaLayanan)], null),
            new("Terkendalinya harga barang pokok", JenisHasilKerja.Utama, null, null, [new(null, "Inflasi pangan", "di bawah 3 persen", Perspektif.ProsesBisnis)], null),
        ],
        BerAkhlak.Empty, new(["Anggaran rahasia Kepala Dinas"], [], []));

    [Fact]
    public async Task An_asn_writes_it_with_every_part_and_the_atasan_agrees()
    {
        using var asn = await site.SignInAsync("bendahara");
        var page = await (await asn.GoAsync("/skp")).FollowAsync("Susun SKP Kinerja 2026");
        page = await page.PressAsync("Buat SKP");
        Assert.EndsWith("/rencana", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("belum ada yang dapat dipilih", page.Text, StringComparison.Ordinal);
        page.Fill("Rencana pimpinan yang diintervensi, utama 1", "Tertibnya keuangan dinas")
            .Fill("Rencana hasil kerja utama 1", "Tersusunnya laporan\r\nkeuangan");
        Indikator(page, "utama 1", 1, "Kuantitas", "Jumlah laporan", "0");
        Indikator(page, "utama 1", 3, "Waktu", "Ketepatan", "paling lambat tanggal 5");
        page = await page.PressAsync("Tambah rencana tambahan");
        page.Fill("Rencana hasil kerja tambahan 1", "Terselenggaranya pameran").Fill("Penugasan dari, tambahan 1", "Ketua Panitia");
        Indikator(page, "tambahan 1", 2, "Biaya", "Anggaran", "Rp 5.000.000");
        page.Fill("Ekspektasi khusus pimpinan: Loyal", "Menjaga rahasia\r\nkeuangan")
            .Fill("Dukungan sumber daya", "Laptop\r\n\r\n  Printer \r\n")
            .Fill("Skema pertanggungjawaban", "Laporan bulanan").Fill("Konsekuensi", "Pembinaan");

        page = await page.PressAsync("Ajukan ke atasan langsung");

        Assert.Contains("SKP diajukan kepada Muhammad Yasin", page.Done, StringComparison.Ordinal);
        Assert.Equal(
            JsonSerializer.Serialize(new SasaranKinerja(
                KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif,
                [
                    new("Tersusunnya laporan\nkeuangan", JenisHasilKerja.Utama, new("Tertibnya keuangan dinas", null), null,
                        [new(AspekIndikator.Kuantitas, "Jumlah laporan", "0", null), new(
                            AspekIndikator.Waktu, "Ketepatan", "paling lambat tanggal 5", null)], null),
                    new("Terselenggaranya pameran", JenisHasilKerja.Tambahan, null, "Ketua Panitia", [new(
                        AspekIndikator.Biaya, "Anggaran", "Rp 5.000.000", null)], null),
                ],
                [null, null, null, null, "Menjaga rahasia\nkeuangan", null, null],
                new(["Laptop", "Printer"], ["Laporan bulanan"], ["Pembinaan"]))),
            JsonSerializer.Serialize((await PlanAsync("bendahara")).Sasaran()));
        using var atasan = await site.SignInAsync("kasubbag2");
        page = await (await atasan.GoAsync("/skp")).FollowAsync("Periksa SKP Siti Aisyah, S.E.");
        Assert.All(
            ["2 rencana hasil kerja di atas", "Pelaksana, pendekatan kuantitatif", "Tertibnya keuangan dinas",
                "(Penugasan dari Ketua Panitia)", "Rp 5.000.000", "Menjaga rahasia",
                "Memegang teguh ideologi Pancasila", "Laporan bulanan", "Pembinaan", "mengajukan SKP (2 rencana hasil kerja) kepada"],
            words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        page = await page.Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.").Tick(Tick)
            .PressAsync("Setujui SKP");
        Assert.NotNull(page.Done);
        Assert.True((await PlanAsync("bendahara")).IsAgreed);
        Assert.Equal(HttpStatusCode.Conflict, (await asn.GoAsync($"/skp/{(await PlanAsync("bendahara")).Id}/rencana")).Status);
    }

    [Theory]
    [InlineData("sekretaris", KelompokJabatan.AdministratorPengawas, Pendekatan.Kuantitatif, true)]
    [InlineData("kasubbag", KelompokJabatan.AdministratorPengawas, Pendekatan.Kualitatif, true)]
    [InlineData("penera", KelompokJabatan.Fungsional, Pendekatan.Kualitatif, true)]
    [InlineData("analisdag", KelompokJabatan.Fungsional, Pendekatan.Kuantitatif, true)]
    [InlineData("analis", KelompokJabatan.Pelaksana, Pendekatan.Kualitatif, false)]
    public async Task The_position_and_the_pendekatan_choose_the_form_and_the_form_the_fields(
        string userName, KelompokJabatan kelompok, Pendekatan pendekatan, bool asks)
    {
        var form = FormulirSkp.Of(kelompok, pendekatan);
        using var asn = await site.SignInAsync(userName);
        var page = await asn.GoAsync($"/skp/baru?periode={site.Kinerja.Id}&pegawai={site.People[userName].PegawaiId}");
        Assert.Equal(asks, page.Text.Contains("memimpin unit kerja mandiri", StringComparison.Ordinal));
        Choose(page, pendekatan);

        page = await page.PressAsync("Buat SKP");

        Assert.Equal(form, (await PlanAsync(userName)).Sasaran().Formulir);
        Assert.Equal(form.MayIntervene, page.Text.Contains("Rencana pimpinan yang diintervensi, utama 1", StringComparison.Ordinal));
        Assert.Equal(form.HasIndikator, page.HasButton("Tambah indikator, utama 1"));
        Assert.Equal(form.HasAspek, page.Text.Contains("Aspek indikator 1, utama 1", StringComparison.Ordinal));
        Assert.Equal(!form.HasIndikator, page.Text.Contains("Ukuran keberhasilan, utama 1", StringComparison.Ordinal));
        Assert.DoesNotContain("Perspektif indikator", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leads_a_unit_kerja_mandiri_writes_on_the_form_of_a_pimpinan_tinggi()
    {
        using var asn = await site.SignInAsync("kauptd");
        var page = await asn.GoAsync($"/skp/baru?periode={site.Kinerja.Id}");

        page = await page.Tick("H. Marzuki, S.E. memimpin unit kerja mandiri").PressAsync("Buat SKP");
        page.Fill("Rencana hasil kerja utama 1", "Tertatanya pasar")
            .Fill("Indikator 1, utama 1", "Retribusi").Fill("Target indikator 1, utama 1", "100 persen")
            .Fill("Perspektif indikator 1, utama 1", "Anggaran");
        page = await page.PressAsync("Ajukan ke atasan langsung");

        Assert.NotNull(page.Done);
        var sasaran = (await PlanAsync("kauptd")).Sasaran();
        Assert.Equal((KelompokJabatan.PimpinanTinggi, Perspektif.Anggaran), (sasaran.Kelompok, sasaran.Rencana[0].Indikator[0].Perspektif));
        // A pelaksana cannot, whatever is sent.
        using var juru = await site.SignInAsync("juru");
        await juru.PostAsync("/skp/baru", "/kata-sandi",
            ("Periode", $"{site.Kinerja.Id}"), ("Pegawai", $"{site.People["juru"].PegawaiId}"), ("Mandiri", "true"),
            ("Pendekatan", "Kualitatif"));
        Assert.Equal(FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kualitatif), (await PlanAsync("juru")).Sasaran().Formulir);
    }

    [Fact]
    public async Task The_rencana_of_the_leader_is_picked_and_leads_there_for_those_who_may_see_it()
    {
        var leader = await StoreAsync("kadis", Kadis, PlanState.Agreed);
        var id = await StoreAsync("kabiddag", SasaranKinerja.Empty(KelompokJabatan.AdministratorPengawas, Pendekatan.Kuantitatif));
        using var asn = await site.SignInAsync("kabiddag");
        var page = await asn.GoAsync($"/skp/{id}/rencana");
        Assert.Equal(["Tulis sendiri", "Meningkatnya kinerja koperasi", "Terkendalinya harga barang pokok"],
            page.Field("Rencana pimpinan yang diintervensi, utama 1").Children.Select(o => o.TextContent));
        Assert.DoesNotContain("Anggaran rahasia", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Persentase koperasi sehat", page.Html, StringComparison.Ordinal);
        page.Fill("Rencana pimpinan yang diintervensi, utama 1", "Terkendalinya harga barang pokok")
            .Fill("Rencana hasil kerja utama 1", "Terpantaunya harga pasar");
        Indikator(page, "utama 1", 1, "Kualitas", "Kelengkapan", "5 pasar");

        page = await page.PressAsync("Simpan draf");

        Assert.Equal("Terkendalinya harga barang pokok", page.Value("Rencana pimpinan yang diintervensi, utama 1"));
        Assert.Equal(new RencanaDiintervensi("Terkendalinya harga barang pokok", new(leader, 1)), (await PlanAsync("kabiddag"))
            .Sasaran().Rencana[0].Diintervensi);
        await page.PressAsync("Ajukan ke atasan langsung");
        using var kadis = await site.SignInAsync("kadis");
        Assert.Equal(
            $"/skp/{leader}", (await (await kadis.GoAsync($"/skp/{id}")).FollowAsync("Terkendalinya harga barang pokok")).Url.AbsolutePath);
        var own = await asn.GoAsync($"/skp/{id}");
        Assert.Contains("Terkendalinya harga barang pokok", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Page.QuerySelectorAll("a"), a => a.TextContent.Contains("Terkendalinya", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await asn.GoAsync($"/skp/{leader}")).Status);
    }

    [Fact]
    public async Task A_choice_that_the_leader_words_anew_stays_as_it_was_chosen_and_one_that_is_none_is_a_sentence()
    {
        var leader = await StoreAsync(
            "kabidind", InWords(KelompokJabatan.AdministratorPengawas, "Bunyi baru", new("Apa saja", null)), PlanState.Proposed);
        var chosen = new RencanaDiintervensi("Bunyi lama", new(leader, 0));
        var id = await StoreAsync("pelaksanaind", InWords(KelompokJabatan.Pelaksana, "Terdatanya industri", chosen));
        using var asn = await site.SignInAsync("pelaksanaind");
        var page = await asn.GoAsync($"/skp/{id}/rencana");
        Assert.Equal("Bunyi lama", page.Value("Rencana pimpinan yang diintervensi, utama 1"));

        page = await page.PressAsync("Simpan draf");
        Assert.Equal(chosen, (await PlanAsync("pelaksanaind")).Sasaran().Rencana[0].Diintervensi);

        var both = await page.Fill("Bila tidak ada dalam daftar, tulis bunyinya, utama 1", "Tulisan sendiri").PressAsync("Simpan draf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both.Status);
        Assert.Contains("dipilih dari daftar dan juga ditulis sendiri", Assert.Single(both.Errors), StringComparison.Ordinal);
        Assert.Equal("Tulisan sendiri", both.Value("Bila tidak ada dalam daftar, tulis bunyinya, utama 1"));
        page = await both.Fill("Rencana pimpinan yang diintervensi, utama 1", "Tulis sendiri").PressAsync("Simpan draf");
        Assert.Equal(new RencanaDiintervensi("Tulisan sendiri", null), (await PlanAsync("pelaksanaind")).Sasaran().Rencana[0].Diintervensi);

        var version = page.Page.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        var gone = await asn.PostAsync($"/skp/{id}/rencana?handler=Save", $"/skp/{id}/rencana",
            ("Version", version), ("Input.Kelompok", "Pelaksana"), ("Input.Pendekatan", "Kualitatif"),
            ("Input.Utama[0].Uraian", "Terdatanya industri"), ("Input.Utama[0].Dari", "1-0-abc"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gone.Status);
        Assert.Contains("tidak ada lagi dalam SKP pimpinan", Assert.Single(gone.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_are_kept_in_a_draft_and_said_at_their_fields_when_it_is_proposed()
    {
        var id = await StoreAsync("penyuluh", SasaranKinerja.Empty(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif));
        using var asn = await site.SignInAsync("penyuluh");
        var page = await (await asn.GoAsync($"/skp/{id}/rencana")).PressAsync("Ajukan ke atasan langsung");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("belum berisi rencana hasil kerja utama", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await page.PressAsync("Tambah rencana utama");
        page = await page.PressAsync("Tambah rencana tambahan");
        page.Fill("Rencana hasil kerja utama 2", "Tertera semua timbangan")
            .Fill("Target indikator 2, utama 2", "350 unit").Fill("Penugasan dari, tambahan 1", "Ketua Tim");
        page = await page.PressAsync("Simpan draf");
        Assert.Contains("2 rencana hasil kerja", page.Done, StringComparison.Ordinal);

        page = await page.PressAsync("Ajukan ke atasan langsung");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        (string Field, string Sentence)[] expected =
        [
            ("Input_Utama_0__Diintervensi", "Rencana hasil kerja utama ke-1 belum menyebut rencana hasil kerja pimpinan"),
            ("Input_Utama_0__Indikator_0__Aspek", "Rencana hasil kerja utama ke-1, indikator ke-1, belum mempunyai aspek"),
            ("Input_Utama_0__Indikator_0__Uraian", "Rencana hasil kerja utama ke-1, indikator ke-1, belum diuraikan"),
            ("Input_Tambahan_0__Uraian", "Rencana hasil kerja tambahan ke-1 belum diuraikan"),
            ("Input_Tambahan_0__Indikator_0__Uraian", "Rencana hasil kerja tambahan ke-1 belum mempunyai indikator"),
        ];
        Assert.Equal(expected.Length, page.Errors.Count);
        Assert.All(expected, e =>
        {
            Assert.StartsWith(e.Sentence, page.Page.GetElementById($"{e.Field}-galat")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("true", page.Page.GetElementById(e.Field)!.GetAttribute("aria-invalid"));
            var link = Assert.Single(page.Page.QuerySelectorAll(".ringkasan-galat a"), a => a.GetAttribute("href") == $"#{e.Field}");
            Assert.StartsWith(e.Sentence, link.TextContent, StringComparison.Ordinal);
        });
        Assert.Equal("350 unit", page.Value("Target indikator 1, utama 1"));
        Assert.Equal(PlanState.Draft, (await PlanAsync("penyuluh")).State);
    }

    /// <summary>Label, what is typed, a part of the sentence.</summary>
    public static TheoryData<string, string, string> BadTexts => new()
    {
        { "Rencana hasil kerja utama 1", new string('u', 1001), "terlalu panjang (1001 karakter)" },
        { "Rencana hasil kerja utama 1", "a\u0001b", "tidak dapat dicetak" },
        { "Rencana pimpinan yang diintervensi, utama 1", new string('d', 1001), "terlalu panjang (1001 karakter)" },
        { "Indikator 1, utama 1", new string('i', 10_000), "terlalu panjang (10000 karakter)" },
        { "Target indikator 1, utama 1", new string('t', 301), "paling banyak 300 karakter" },
        { "Target indikator 1, utama 1", "1\u001b2", "tidak dapat dicetak" },
        { "Penugasan dari, tambahan 1", new string('p', 201), "paling banyak 200 karakter" },
        { "Ekspektasi khusus pimpinan: Adaptif", new string('e', 1001), "Ekspektasi khusus pimpinan terlalu panjang" },
        { "Dukungan sumber daya", string.Join("\r\n", Enumerable.Repeat("satu", 21)), "memuat 21 baris" },
        { "Skema pertanggungjawaban", "satu\r\n" + new string('s', 501), "Baris ke-2 pada skema pertanggungjawaban terlalu panjang (501 karakter)" },
        { "Konsekuensi", "a\u0002b", "tidak dapat dicetak" },
        { "Rencana hasil kerja utama 1", "\uf0b7 satu", "butir atau simbol dari Word (U+F0B7)" },
        { "Indikator 1, utama 1", "✓ selesai", "“✓” (U+2713)" },
        { "Target indikator 1, utama 1", "😀", "“😀” (U+1F600)" },
        { "Penugasan dari, tambahan 1", "x\u0332", "tanda yang melekat pada huruf (U+0332)" },
        { "Ekspektasi khusus pimpinan: Adaptif", "نور", "“ن” (U+0646)" },
    };

    [Fact]
    public async Task What_cannot_stay_in_a_field_is_a_sentence_there_and_stays_typed_and_nothing_is_saved()
    {
        var stored = SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif) with
        {
            Rencana =
            [
                new("Satu", JenisHasilKerja.Utama, new("Pimpinan", null), null, [new(AspekIndikator.Waktu, "Indikator", "Target", null)], null),
                new("Dua", JenisHasilKerja.Tambahan, null, "Ketua", [], null),
            ],
        };
        var id = await StoreAsync("pelaksanakop", stored);
        using var asn = await site.SignInAsync("pelaksanakop");
        foreach (var row in BadTexts)
        {
            var (label, typed, sentence) = ((string)row[0], (string)row[1], (string)row[2]);

            var page = await (await asn.GoAsync($"/skp/{id}/rencana")).Fill(label, typed).PressAsync("Simpan draf");

            Assert.True(HttpStatusCode.UnprocessableEntity == page.Status, $"{label}: {page.Status}");
            Assert.True(page.Errors is [var error]
                && error.Contains(sentence, StringComparison.Ordinal), $"{label}, {sentence}: {string.Join(" | ", page.Errors)}");
            Assert.Equal(typed.ReplaceLineEndings("\n"), page.Value(label).ReplaceLineEndings("\n"));
            Assert.Equal("true", page.Field(label).GetAttribute("aria-invalid"));
        }

        Assert.Equal(JsonSerializer.Serialize(stored), JsonSerializer.Serialize((await PlanAsync("pelaksanakop")).Sasaran()));
    }

    [Fact]
    public async Task Sixty_rencana_of_twenty_indikator_are_saved_and_one_more_of_either_is_refused_with_everything_still_typed()
    {
        var id = await StoreAsync("penggerak", SasaranKinerja.Empty(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif));
        using var asn = await site.SignInAsync("penggerak");

        var page = await PostAsync(asn, id, "Save", Many(RencanaHasilKerja.Most, IndikatorKinerjaIndividu.Most));
        Assert.Contains("60 rencana hasil kerja", page.Done, StringComparison.Ordinal);
        Assert.All((await PlanAsync("penggerak")).Sasaran().Rencana, r => Assert.Equal(20, r.Indikator.Count));
        Assert.False(page.HasButton("Tambah rencana utama"));
        Assert.False(page.HasButton("Tambah indikator, utama 1"));

        page = await PostAsync(asn, id, "Save", Many(RencanaHasilKerja.Most + 1, 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("di sini ada 61. Hapus 1 rencana", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Rencana 61", page.Value("Rencana hasil kerja utama 61"));
        page = await page.Tick("Hapus rencana utama 61 saat disimpan").PressAsync("Simpan draf");
        Assert.Contains("60 rencana hasil kerja", page.Done, StringComparison.Ordinal);

        page = await PostAsync(asn, id, "Save", Many(1, IndikatorKinerjaIndividu.Most + 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("di sini ada 21. Kosongkan 1 baris", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("true", page.Field("Indikator 21, utama 1").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task More_rows_and_another_form_keep_what_was_typed_and_save_nothing()
    {
        var id = await StoreAsync("arsiparis", SasaranKinerja.Empty(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif));
        using var asn = await site.SignInAsync("arsiparis");
        var page = await asn.GoAsync($"/skp/{id}/rencana");
        page.Fill("Rencana hasil kerja utama 1", "Terbinanya industri")
            .Fill("Rencana pimpinan yang diintervensi, utama 1", "Tumbuhnya industri");
        Indikator(page, "utama 1", 1, "Waktu", "Jumlah binaan", "40 industri");
        Indikator(page, "utama 1", 2, "Biaya", "Anggaran", "");
        page.Fill("Ekspektasi khusus pimpinan: Kompeten", "Ikut pelatihan").Fill("Konsekuensi", "Satu\r\nDua");

        page = await page.PressAsync("Tambah indikator, utama 1");
        Assert.Equal(
            ("Waktu", "40 industri", "Anggaran", ""),
            (page.Value("Aspek indikator 1, utama 1"), page.Value("Target indikator 1, utama 1"), page.Value("Indikator 2, utama 1"),
                page.Value("Indikator 4, utama 1")));
        page = await page.Tick("Hapus rencana utama 1 saat disimpan").PressAsync("Tambah rencana utama");
        Assert.Equal(("true", ""), (page.Value("Hapus rencana utama 1 saat disimpan"), page.Value("Rencana hasil kerja utama 2")));
        page = await page.Tick("Hapus rencana utama 1 saat disimpan", on: false).PressAsync("Ganti ke: Fungsional, pendekatan kualitatif");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Errors);
        Assert.Contains("tetapi belum disimpan", page.Text, StringComparison.Ordinal);
        Assert.Equal("Jumlah binaan: 40 industri\nAnggaran", page.Value("Ukuran keberhasilan, utama 1").ReplaceLineEndings("\n"));
        Assert.Equal(
            ("Tumbuhnya industri", "Ikut pelatihan"),
            (page.Value("Rencana pimpinan yang diintervensi, utama 1"), page.Value("Ekspektasi khusus pimpinan: Kompeten")));
        Assert.Empty((await PlanAsync("arsiparis")).Sasaran().Rencana);

        await page.PressAsync("Simpan draf");
        var stored = (await PlanAsync("arsiparis")).Sasaran();
        Assert.Equal(
            (Pendekatan.Kualitatif, "Jumlah binaan: 40 industri\nAnggaran"), (stored.Pendekatan, stored.Rencana[0].UkuranKeberhasilan));
        page = await (await asn.GoAsync($"/skp/{id}/rencana")).PressAsync("Ganti ke: Fungsional, pendekatan kuantitatif");
        Assert.Equal("Jumlah binaan: 40 industri\nAnggaran", page.Value("Indikator 1, utama 1").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_form_that_is_not_the_persons_is_not_taken()
    {
        var id = await StoreAsync("pelaksanadag", SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif));
        using var asn = await site.SignInAsync("pelaksanadag");
        var page = await asn.GoAsync($"/skp/{id}/rencana");
        Assert.False(page.HasButton("Ganti ke: Pejabat pimpinan tinggi atau pimpinan unit kerja mandiri, pendekatan kuantitatif"));

        page = await PostAsync(asn, id, "Save",
        [
            ("Input.Kelompok", "PimpinanTinggi"), ("Input.Pendekatan", "Kualitatif"), ("Input.Utama[0].Uraian", "Apa saja"),
            ("State", "Agreed"), ("Plan.State", "Agreed"), ("Plan.AtasanId", "1"), ("AtasanId", "1"),
        ]);

        Assert.NotNull(page.Done);
        var plan = await PlanAsync("pelaksanadag");
        Assert.Equal(
            (FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), PlanState.Draft, site.People["kabiddag"].PegawaiId),
            (plan.Sasaran().Formulir, plan.State, (int?)plan.AtasanId));
    }

    [Fact]
    public async Task Who_saves_second_sees_it_and_keeps_what_was_typed()
    {
        var id = await StoreAsync("kasubbag2", SasaranKinerja.Empty(KelompokJabatan.AdministratorPengawas, Pendekatan.Kualitatif));
        using var asn = await site.SignInAsync("kasubbag2");
        using var analis = await site.SignInAsync("analis");
        var mine = await asn.GoAsync($"/skp/{id}/rencana");
        await (await analis.GoAsync($"/skp/{id}/rencana")).Fill("Rencana hasil kerja utama 1", "Tulisan analis").PressAsync("Simpan draf");

        mine = await mine.Fill("Rencana hasil kerja utama 1", "Tulisan saya")
            .Fill("Ukuran keberhasilan, utama 1", "Tercapai").PressAsync("Simpan draf");

        Assert.Equal(HttpStatusCode.Conflict, mine.Status);
        Assert.Contains(
            "Dewi Safitri, S.Kom. mengubah rencana (1 rencana hasil kerja)", Assert.Single(mine.Errors), StringComparison.Ordinal);
        Assert.Equal(("Tulisan saya", "Tercapai"), (mine.Value("Rencana hasil kerja utama 1"), mine.Value("Ukuran keberhasilan, utama 1")));
        Assert.Equal("Tulisan analis", Assert.Single((await PlanAsync("kasubbag2")).Sasaran().Rencana).Uraian);
        Assert.NotNull((await mine.PressAsync("Simpan draf")).Done);
        Assert.Equal("Tulisan saya", Assert.Single((await PlanAsync("kasubbag2")).Sasaran().Rencana).Uraian);
    }

    [Fact]
    public async Task Each_regulation_has_its_page_and_the_other_leads_there()
    {
        var kinerja = await StoreAsync("analis2", SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kualitatif));
        var pp46 = await site.PlayAsync(async play => (await play.DraftPlanAsync("analis2", site.Period, SasaranKerja.Empty)).Id);
        using var asn = await site.SignInAsync("analis2");
        using var stranger = await site.SignInAsync("penera");
        using var kasubbag = await site.SignInAsync("kasubbag");

        Assert.Equal($"/skp/{kinerja}/rencana", (await asn.GoAsync($"/skp/{kinerja}/susun")).Url.AbsolutePath);
        Assert.Equal($"/skp/{pp46}/susun", (await asn.GoAsync($"/skp/{pp46}/rencana")).Url.AbsolutePath);
        Assert.Equal(
            $"/skp/{kinerja}/rencana", (await (await asn.GoAsync("/skp")).FollowAsync("Lanjutkan menyusun Kinerja 2026")).Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync($"/skp/{kinerja}/rencana")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await kasubbag.GoAsync($"/skp/{kinerja}/rencana")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync($"/skp/{kinerja}/formulir")).Status);
    }

    [Fact]
    public async Task An_earlier_plan_of_the_same_regulation_is_copied_on_the_form_that_is_chosen()
    {
        var (penyuluhind, kinerja) = (site.People["penyuluhind"], site.Kinerja);
        await site.PlayAsync(play => play.AgreedPlanAsync("penyuluhind", site.LastPeriod));
        using var asn = await site.SignInAsync("penyuluhind");
        Assert.DoesNotContain("Salin", (await asn.GoAsync($"/skp/baru?periode={kinerja.Id}")).Text, StringComparison.Ordinal);
        await site.AskAsync(async db =>
        {
            var before = new Domain.Periods.Period("Kinerja 2025", new(2025, 1, 1), new(2025, 12, 31), kinerja.Method, null);
            before.Close();
            db.Periods.Add(before);
            await db.SaveChangesAsync();
            var indikator = new IndikatorKinerjaIndividu(AspekIndikator.Kuantitas, "Boks", "120 boks", null);
            db.Plans.Add(new(before.Id, penyuluhind.PegawaiId!.Value, site.People["kabidind"].PegawaiId!.Value, new SasaranKinerja(
                KelompokJabatan.Fungsional, Pendekatan.Kuantitatif,
                [new("Tertatanya arsip", JenisHasilKerja.Utama, new("Tertibnya administrasi", new(1, 0)), null, [indikator], null)],
                BerAkhlak.Empty, LampiranSkp.Empty), penyuluhind, site.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        var page = await asn.GoAsync($"/skp/baru?periode={kinerja.Id}");
        Choose(page, Pendekatan.Kualitatif);
        page = await page.Tick("Salin 1 rencana hasil kerja dari SKP Kinerja 2025").PressAsync("Buat SKP");

        Assert.Equal("Boks: 120 boks", page.Value("Ukuran keberhasilan, utama 1"));
        var rencana = Assert.Single((await PlanAsync("penyuluhind")).Sasaran().Rencana);
        Assert.Equal(new RencanaDiintervensi("Tertibnya administrasi", null), rencana.Diintervensi);
        Assert.Contains("menyalin 1 rencana hasil kerja dari SKP Kinerja 2025", (await page.FollowAsync("Kembali tanpa menyimpan")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_typed_comes_back_as_it_was_typed_on_every_form()
    {
        var id = await StoreAsync("kabidkop", SasaranKinerja.Empty(KelompokJabatan.AdministratorPengawas, Pendekatan.Kuantitatif));
        using var asn = await site.SignInAsync("kabidkop");
        var random = new Random(2022);
        for (var i = 0; i < 12; i++)
        {
            var form = FormulirSkp.For(Domain.People.JenisJabatan.Administrator)[i % 4];
            var typed = new SasaranKinerja(form.Kelompok, form.Pendekatan,
                [
                    .. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Rencana(JenisHasilKerja.Utama)),
                    .. Enumerable.Range(0, random.Next(3)).Select(_ => Rencana(JenisHasilKerja.Tambahan)),
                ],
                [.. BerAkhlak.Rows.Select(_ => random.Next(2) == 0 ? null : Words())], new([.. Lines()], [.. Lines()], [.. Lines()]));

            var page = await PostAsync(asn, id, "Save", Fields(typed));

            Assert.True(page.Done is not null, string.Join(" | ", page.Errors));
            Assert.Equal(JsonSerializer.Serialize(typed), JsonSerializer.Serialize((await PlanAsync("kabidkop")).Sasaran()));
            // And once more, from the page as it came back.
            await page.PressAsync("Simpan draf");
            Assert.Equal(JsonSerializer.Serialize(typed), JsonSerializer.Serialize((await PlanAsync("kabidkop")).Sasaran()));

            RencanaHasilKerja Rencana(JenisHasilKerja jenis) => new(
                Words(), jenis, form.MayIntervene ? new(Words(), null) : null, jenis == JenisHasilKerja.Tambahan ? "Ketua Tim" : null,
                form.HasIndikator ? [.. Enumerable.Range(0, random.Next(4)).Select(_ => new IndikatorKinerjaIndividu(
                    form.HasAspek
                        ? (AspekIndikator)random.Next(4)
                        : null, Words(), Words(), form.HasPerspektif ? (Perspektif)random.Next(4) : null))] : [],
                form.HasIndikator ? null : Words());
        }

        string Words() => string.Concat(random.GetItems(Letters, random.Next(1, 12))).Trim() is { Length: > 0 } words ? words : "x";
        IEnumerable<string> Lines() => Enumerable.Range(0, random.Next(4)).Select(_ => Words().Replace('\n', ' ')).Select(l => l.Trim());
    }

    private static SasaranKinerja InWords(KelompokJabatan kelompok, string uraian, RencanaDiintervensi diintervensi) => new(
        kelompok, Pendekatan.Kualitatif, [new(uraian, JenisHasilKerja.Utama, diintervensi, null, [], "Tercapai")], BerAkhlak.Empty,
        LampiranSkp.Empty);

    private static void Choose(Visit page, Pendekatan pendekatan)
    {
        foreach (var radio in page.Page.QuerySelectorAll("input[name=Pendekatan]").OfType<IHtmlInputElement>())
        {
            radio.IsChecked = radio.Value == pendekatan.ToString();
        }
    }

    private static void Indikator(Visit page, string rencana, int no, string aspek, string uraian, string target) => page
        .Fill($"Aspek indikator {no}, {rencana}", aspek)
        .Fill($"Indikator {no}, {rencana}", uraian).Fill($"Target indikator {no}, {rencana}", target);

    private static IReadOnlyList<(string, string)> Many(int rencana, int indikator) =>
        Fields(new(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif,
        [.. Enumerable.Range(1, rencana)
            .Select(r => new RencanaHasilKerja($"Rencana {r}", JenisHasilKerja.Utama, new("Pimpinan", null), null,
            [.. Enumerable.Range(1, indikator)
                .Select(i => new IndikatorKinerjaIndividu(AspekIndikator.Waktu, $"Indikator {i}", $"{i}", null))], null))],
        BerAkhlak.Empty, LampiranSkp.Empty));

    /// <summary>As a browser sends it.</summary>
    private static IReadOnlyList<(string, string)> Fields(SasaranKinerja s) =>
    [
        ("Input.Kelompok", $"{s.Kelompok}"), ("Input.Pendekatan", $"{s.Pendekatan}"),
        .. Enum.GetValues<JenisHasilKerja>()
            .SelectMany(jenis => s.Of(jenis).Index().SelectMany(r => OfRencana($"Input.{jenis}[{r.Index}]", r.Item.Rencana))),
        .. s.Ekspektasi.Index().Select(e => ($"Input.Ekspektasi[{e.Index}]", Typed(e.Item))),
        ("Input.DukunganSumberDaya", string.Join("\r\n", s.Lampiran.DukunganSumberDaya)),
        ("Input.SkemaPertanggungjawaban", string.Join("\r\n", s.Lampiran.SkemaPertanggungjawaban)),
        ("Input.Konsekuensi", string.Join("\r\n", s.Lampiran.Konsekuensi)),
    ];

    private static IEnumerable<(string, string)> OfRencana(string prefix, RencanaHasilKerja r) =>
    [
        ($"{prefix}.Uraian", Typed(r.Uraian)), ($"{prefix}.Diintervensi", Typed(r.Diintervensi?.Uraian)), ($"{prefix}.PenugasanDari", Typed(r.PenugasanDari)),
        ($"{prefix}.UkuranKeberhasilan", Typed(r.UkuranKeberhasilan)), ($"{prefix}.Hapus", "false"),
        .. r.Indikator.Index().SelectMany(i => new[]
        {
            ($"{prefix}.Indikator[{i.Index}].Aspek", $"{i.Item.Aspek}"), ($"{prefix}.Indikator[{i.Index}].Uraian", Typed(i.Item.Uraian)),
            ($"{prefix}.Indikator[{i.Index}].Target", Typed(i.Item.Target)), ($"{prefix}.Indikator[{i.Index}].Perspektif", $"{i.Item.Perspektif}"),
        }),
    ];

    private static string Typed(string? text) => text?.Replace("\n", "\r\n", StringComparison.Ordinal) ?? "";

    private static async Task<Visit> PostAsync(Visitor visitor, long id, string handler, IReadOnlyList<(string, string)> fields)
    {
        var version = (await visitor.GoAsync($"/skp/{id}/rencana")).Page.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        return await visitor.PostAsync($"/skp/{id}/rencana?handler={handler}", $"/skp/{id}/rencana", [("Version", version), .. fields]);
    }

    private Task<long> StoreAsync(string userName, SasaranKinerja sasaran, PlanState state = PlanState.Draft) =>
        StoredSkp.AddAsync(site, userName, sasaran, state);

    private Task<Plan> PlanAsync(string userName)
    {
        var (person, period) = (site.People[userName].PegawaiId, site.Kinerja.Id);
        return site.AskAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.PegawaiId == person && p.PeriodId == period));
    }
}
