using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>Step 4 as the atasan langsung lives it, and as others do not.</summary>
public sealed class Step4ValidateTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Approve = "Setujui dan terbitkan dokumen";
    private const string Rekomendasi = "Rekomendasi (boleh kosong)";
    private const string Kondisi = "Pertimbangan kondisi penyebab (boleh kosong)";

    [Fact]
    public async Task The_atasan_scores_sees_what_the_domain_computes_and_approves_with_the_password()
    {
        var id = await site.DossierAtAsync(Step.Validate, "pelaksanakop");
        using var atasan = await site.SignInAsync("kabidkop");
        var page = FillAll(await atasan.GoAsync($"/berkas/{id}/validasi"), "85,5");

        page = await page.Fill(Rekomendasi, "Ikut pelatihan arsip.").PressAsync("Hitung dan simpan");

        var score = (await SheetAsync(id)).Score();
        Assert.Contains(Angka.Tampil(score.NilaiPrestasi), page.Page.QuerySelector(".hasil__nilai")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(score.SebutanPrestasi, page.Page.QuerySelector(".hasil__sebutan")!.TextContent);

        page = await page.PressAsync("Lanjut ke persetujuan");
        Assert.EndsWith("/validasi/setujui", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Ikut pelatihan arsip.", page.Page.QuerySelector(".form-preview")!.TextContent, StringComparison.Ordinal);

        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);

        Assert.Contains("dokumennya sudah terbit", page.Done, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal(
            (Step.Sign, score.NilaiPrestasi, score.SebutanPrestasi), (dossier.Step, dossier.Outcome!.Nilai, dossier.Outcome.Sebutan));
        var document = Assert.Single(dossier.Documents);
        Assert.Equal(document.Sha256, Convert.ToHexStringLower(SHA256.HashData(document.Content!.Bytes)));
    }

    [Fact]
    public async Task A_draft_of_scores_is_kept_and_nobody_else_sees_it()
    {
        var id = await site.DossierAtAsync(Step.Validate, "penggerak");
        using var atasan = await site.SignInAsync("kabidkop");
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi"))
            .Fill("Nilai kualitas kegiatan 1", "77,25").PressAsync("Hitung dan simpan");
        Assert.Contains("draf", page.Done, StringComparison.Ordinal);
        Assert.Equal("77,25", page.Value("Nilai kualitas kegiatan 1"));
        Assert.Null(page.Page.QuerySelector(".hasil"));

        foreach (var other in new[] { "penggerak", "analis", "kasubbag", "kadis" })
        {
            using var visitor = await site.SignInAsync(other);
            foreach (var path in new[] { "", "/hasil", "/validasi", "/validasi/setujui", "/tanda-tangan" })
            {
                var seen = await visitor.GoAsync($"/berkas/{id}{path}");
                Assert.DoesNotContain("77,25", seen.Html, StringComparison.Ordinal);
                Assert.True(path == ""
                    || seen.Status is HttpStatusCode.Forbidden or HttpStatusCode.Conflict, $"{other} {path} {seen.Status}");
            }
        }
    }

    [Theory]
    [InlineData("101", "paling besar 100")]
    [InlineData("-1", "tidak boleh negatif")]
    [InlineData("baik", "bukan angka")]
    [InlineData("85,5555", "2 angka di belakang koma")]
    [InlineData("85,555", "dapat berarti dua hal")]
    [InlineData("1.234", "dua hal")]
    [InlineData("1,234.56", "paling besar 100")]
    [InlineData("99999999999999999999999999999999999", "terlalu besar")]
    [InlineData("<script>alert(1)</script>", "bukan angka")]
    public async Task A_bad_score_is_a_sentence_at_its_cell_and_stays_typed(string typed, string sentence)
    {
        var id = await AtValidateAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");
        var before = await SheetAsync(id);

        foreach (var field in new[] { "Nilai kualitas kegiatan 2", "Disiplin" })
        {
            var page = await (await atasan.GoAsync($"/berkas/{id}/validasi")).Fill(field, typed).PressAsync("Hitung dan simpan");

            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal(typed, page.Value(field));
        }

        Assert.Equivalent(before, await SheetAsync(id));
    }

    [Fact]
    public async Task Every_bad_cell_is_named_and_all_that_was_typed_stays()
    {
        var id = await AtValidateAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");

        var page = await FillAll(await atasan.GoAsync($"/berkas/{id}/validasi"), "81,5")
            .Fill("Nilai kualitas kegiatan 1", "x")
            .Fill("Nilai kualitas kegiatan 3", "300").Fill("Integritas", "y").PressAsync("Lanjut ke persetujuan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(3, page.Errors.Count);
        Assert.Equal(
            ["x", "81,5", "300", "81,5", "y", "81,5"],
            new[] { "Nilai kualitas kegiatan 1", "Nilai kualitas kegiatan 2", "Nilai kualitas kegiatan 3", "Nilai kualitas kegiatan 4",
                "Integritas", "Kerja sama" }
                .Select(page.Value));
    }

    [Fact]
    public async Task A_form_with_too_few_fields_is_shown_whole_again()
    {
        var id = await AtValidateAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");

        var page = await atasan.PostAsync(
            $"/berkas/{id}/validasi?handler=Save", $"/berkas/{id}/validasi", ("Input.Kualitas[0]", "x"), ("Input.Perilaku[0]", "x"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("", page.Value("Kerja sama"));
    }

    [Theory]
    [InlineData("85,5")]
    [InlineData("85.5")]
    public async Task Comma_and_point_are_the_same_figure(string typed)
    {
        var id = await AtValidateAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");

        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi"))
            .Fill("Nilai kualitas kegiatan 1", typed).Fill("Integritas", typed).PressAsync("Hitung dan simpan");

        Assert.Equal("85,5", page.Value("Nilai kualitas kegiatan 1"));
        var sheet = await SheetAsync(id);
        Assert.Equal((85.5m, 85.5m), (sheet.Kegiatan[0].Realisasi.Kualitas, sheet.Perilaku.Integritas));
    }

    [Theory]
    [InlineData(Rekomendasi, 1001)]
    [InlineData(Rekomendasi, 10_000)]
    [InlineData(Kondisi, 2001)]
    [InlineData(Kondisi, 10_000)]
    public async Task A_text_too_long_is_refused_and_stays_typed(string field, int length)
    {
        var id = await AtValidateAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");
        var text = new string('a', length);

        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi")).Fill(field, text).PressAsync("Hitung dan simpan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("terlalu panjang", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(text, page.Value(field));
    }

    [Theory]
    [InlineData(Rekomendasi)]
    [InlineData(Kondisi)]
    public async Task A_text_that_cannot_be_printed_is_refused_and_stays_typed(string field)
    {
        var id = await AtValidateAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");

        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi")).Fill(field, "Tanda\u0001 aneh").PressAsync("Hitung dan simpan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("tidak dapat dicetak", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Tanda\u0001 aneh", page.Value(field));
    }

    [Fact]
    public async Task What_was_weighed_of_the_cause_is_kept_printed_and_read_by_the_asn_and_changes_no_figure()
    {
        const string First = "Anggaran kegiatan nomor 2 dialihkan <b>sejak</b> bulan Juni.";
        const string Second = "Kualitas dinilai dari yang sempat dikerjakan.";
        var id = await site.DossierAtAsync(Step.Validate, "arsiparis");
        using var atasan = await SignInWithoutWaitAsync("kasubbag2");
        using var asn = await site.SignInAsync("arsiparis");
        using var analis = await site.SignInAsync("analis");
        var page = await FillAll(await atasan.GoAsync($"/berkas/{id}/validasi"), "80").PressAsync("Hitung dan simpan");
        var without = (await SheetAsync(id)).Score();

        page = await page.Fill(Kondisi, $"  {First}\n{Second} ").PressAsync("Lanjut ke persetujuan");

        Assert.Contains(First, page.Page.QuerySelector(".form-sheet-landscape")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(First, page.Page.QuerySelector(".kutipan")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Second, (await asn.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);
        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        Assert.NotNull(page.Done);
        var dossier = await DossierAsync(id);
        var sheet = (Pp46Sheet)dossier.Sheet;
        Assert.Equal(($"{First}\n{Second}", without), (sheet.KondisiPenyebab, sheet.Score()));
        using var tools = new PdfTools(Assert.Single(dossier.Documents).Content!.Bytes);
        Assert.Equal("", tools.Faults());
        Assert.Contains(First, tools.RawText, StringComparison.Ordinal);
        Assert.Contains(Second, tools.RawText, StringComparison.Ordinal);
        foreach (var path in new[] { "/tanda-tangan", "/hasil" })
        {
            var read = (await asn.GoAsync($"/berkas/{id}{path}")).Page.QuerySelector(".kutipan")!.TextContent;
            Assert.Equal($"{First}\n{Second}", read);
        }

        Assert.Contains(Second, (await asn.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Second, (await analis.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_weighed_of_the_cause_may_be_two_thousand_characters_long_and_be_taken_out_again()
    {
        var id = await AtValidateAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");
        var text = new string('a', 2000);

        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi")).Fill(Kondisi, text).PressAsync("Hitung dan simpan");
        Assert.Equal((text, text), (page.Value(Kondisi), (await SheetAsync(id)).KondisiPenyebab));
        page = await page.Fill(Kondisi, "  ").PressAsync("Hitung dan simpan");

        Assert.NotNull(page.Done);
        Assert.Null((await SheetAsync(id)).KondisiPenyebab);
    }

    [Fact]
    public async Task A_sheet_from_before_the_cause_was_asked_has_none_and_is_written_back_as_it_was()
    {
        var id = await site.DossierAtAsync(Step.Validate, "bendahara");
        using var atasan = await SignInWithoutWaitAsync("kasubbag2");
        var before = await StoredSheetAsync(id);
        // What was written before, and the edition.
        Assert.Equal(
            ["Edition", "Kegiatan", "Kreativitas", "Perilaku", "Struktural", "TugasTambahan", "method"],
            JsonDocument.Parse(before).RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Null((await SheetAsync(id)).KondisiPenyebab);

        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi")).PressAsync("Hitung dan simpan");

        Assert.NotNull(page.Done);
        Assert.Equal(before, await StoredSheetAsync(id));
    }

    [Fact]
    public async Task Before_the_end_of_the_period_a_reason_is_asked_kept_and_printed()
    {
        var id = await site.DossierAtAsync(Step.Validate, "kasubbag2");
        using var atasan = await SignInWithoutWaitAsync("sekretaris");
        var page = FillAll(await atasan.GoAsync($"/berkas/{id}/validasi"), "80").Fill("Alasan menilai lebih awal", "sakit");

        page = await page.PressAsync("Lanjut ke persetujuan");
        Assert.Equal(
            ["Tahun 2026 baru berakhir pada 31 Desember 2026. Menilai sebelum tanggal itu diperbolehkan bila ada alasannya, misalnya pegawai "
                + "pensiun atau pindah. Tulis alasannya, paling sedikit 10 karakter."], page.Errors);
        Assert.Equal("sakit", page.Value("Alasan menilai lebih awal"));
        await FillAll(page, "80").Fill("Alasan menilai lebih awal", "").PressAsync("Hitung dan simpan");
        Assert.True((await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Button(Approve).IsDisabled);

        page = await FillAll(await atasan.GoAsync($"/berkas/{id}/validasi"), "80").PressAsync("Lanjut ke persetujuan");
        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        Assert.NotNull(page.Done);
        const string Remark = "Dinilai sebelum Tahun 2026 berakhir. Alasannya: Pegawai pindah bulan depan.";
        Assert.Contains(Remark, page.Text, StringComparison.Ordinal);
        page = await atasan.GoAsync($"/berkas/{id}/hasil");
        Assert.Contains("PP 46/2011 dan Perka BKN 1/2013 berlaku 1 Januari 2014 s.d. 30 Juni 2021", page.Text, StringComparison.Ordinal);
        using var pdf = new PdfTools((await atasan.GoAsync($"/berkas/{id}/dokumen/persetujuan")).Bytes);
        Assert.Contains(Remark, string.Join(' ', pdf.RawText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("jadi tidak berlaku untuk", string.Join(' ', pdf.RawText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_without_every_score_names_each_that_is_missing()
    {
        var id = await site.DossierAtAsync(Step.Validate, "penyuluhind");
        using var atasan = await site.SignInAsync("kabidind");
        var page = FillAll(await atasan.GoAsync($"/berkas/{id}/validasi"), "80").Fill("Nilai kualitas kegiatan 3", "").Fill("Komitmen", "");

        page = await page.PressAsync("Lanjut ke persetujuan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Nilai kualitas kegiatan 3 belum diisi.", "Nilai komitmen belum diisi."], page.Errors);
        Assert.Equal("80", page.Value("Disiplin"));
        var check = await atasan.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.Contains("Penilaian belum lengkap", check.Text, StringComparison.Ordinal);
        Assert.False(check.HasButton(Approve));
    }

    [Fact]
    public async Task Approving_by_hand_without_every_score_is_refused()
    {
        var id = await site.DossierAtAsync(Step.Validate, "keamanan");
        using var atasan = await site.SignInAsync("kauptd");

        var page = await atasan.PostAsync(
            $"/berkas/{id}/validasi/setujui?handler=Complete", $"/berkas/{id}/validasi", ("Input.KataSandi", site.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Penilaian belum lengkap", page.Text, StringComparison.Ordinal);
        Assert.Equal(Step.Validate, (await DossierAsync(id)).Step);
    }

    [Fact]
    public async Task A_wrong_password_is_counted_and_approves_nothing_and_the_fifth_must_wait()
    {
        var id = await ScoredAsync("penera", "kabiddag");
        using var atasan = await site.SignInAsync("kabiddag");
        for (var i = 1; i <= 4; i++)
        {
            var wrong = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui"))
                .Fill("Kata sandi akun Anda", $"salah {i}").PressAsync(Approve);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Contains("Kata sandi salah", Assert.Single(wrong.Errors), StringComparison.Ordinal);
            Assert.Equal("", wrong.Value("Kata sandi akun Anda"));
            Assert.Equal(i, await site.FailuresAsync("kabiddag"));
        }

        var fifth = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui"))
            .Fill("Kata sandi akun Anda", "salah 5").PressAsync(Approve);
        Assert.Contains("Tunggu 5 detik", Assert.Single(fifth.Errors), StringComparison.Ordinal);
        var right = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui"))
            .Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        Assert.Contains("Tunggu 5 detik", Assert.Single(right.Errors), StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Validate, 0), (dossier.Step, dossier.Documents.Count));
    }

    [Fact]
    public async Task An_old_page_is_refused_before_its_password_is_asked()
    {
        var id = await ScoredAsync("juru", "kauptd");
        using var atasan = await site.SignInAsync("kauptd");
        var old = await atasan.GoAsync($"/berkas/{id}/validasi/setujui");
        var other = await (await atasan.GoAsync($"/berkas/{id}/validasi")).Fill("Disiplin", "60").PressAsync("Hitung dan simpan");
        Assert.NotNull(other.Done);

        var page = await old.Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("baru saja diubah", page.Text, StringComparison.Ordinal);
        Assert.Equal(Step.Validate, (await DossierAsync(id)).Step);
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_wins_and_the_other_is_told_so()
    {
        var id = await ScoredAsync("pelaksanaind", "kabidind");
        using var desk = await site.SignInAsync("kabidind");
        using var phone = await site.SignInAsync("kabidind");
        Visit[] pages = [await desk.GoAsync($"/berkas/{id}/validasi/setujui"), await phone.GoAsync($"/berkas/{id}/validasi/setujui")];

        var answers = await Task.WhenAll(pages.Select(p => p.Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        var dossier = await DossierAsync(id);
        Assert.Single(dossier.History, h => h is { From: Step.Validate, Move: Move.Completed });
        Assert.Single(dossier.Documents);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var id = await site.DossierAtAsync(Step.Validate, "pelaksanadag");
        var before = await DossierAsync(id);
        using var own = await SignInWithoutWaitAsync("kabiddag");

        var page = await own.PostAsync(
            $"/berkas/{id}/validasi?handler=Save", $"/berkas/{id}/validasi",
            ("Input.Perilaku[0]", "100"), ("Input.Perilaku[1]", "100"), ("Input.Perilaku[2]", "100"), ("Input.Perilaku[3]", "100"),
            ("Input.Perilaku[4]", "100"), ("Input.Perilaku[5]", "100"), ("Step", "7"), ("Dossier.Step", "7"), ("Sheet.Struktural", "true"),
            ("Outcome.Nilai", "100"),
            ("Input.Kegiatan[0].Realisasi.Kuantitas", "9999"), ("Actor.PegawaiId", "1"), ("Status", "Closed"), ("Nilai", "100"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var after = await DossierAsync(id);
        var (was, now) = ((Pp46Sheet)before.Sheet, (Pp46Sheet)after.Sheet);
        Assert.Equal((Step.Validate, null), (after.Step, after.Outcome));
        Assert.DoesNotContain(after.History.Skip(before.History.Count), h => h.Move != Move.Worked);
        Assert.Equal(was.Kegiatan.Select(k => k.Realisasi), now.Kegiatan.Select(k => k.Realisasi));
        Assert.Null(now.Perilaku.Kepemimpinan);
        Assert.False(now.Struktural);
    }

    [Fact]
    public async Task A_kegiatan_that_was_not_done_asks_for_no_kualitas()
    {
        var id = await site.DossierAtAsync(Step.Input, "analisdag");
        await site.AskAsync(async db =>
        {
            var dossier = await db.Dossiers.Include(d => d.History).Include(d => d.Period).SingleAsync(d => d.Id == id);
            var sheet = (Pp46Sheet)dossier.Sheet;
            var analis = site.People["analis"];
            dossier.TypeIn((sheet with
            {
                Kegiatan = [.. sheet.Kegiatan.Select((k, i) => k with { Realisasi = i == 1 ? new(null, 0, 0, 0, null) : new(
                    null, k.Target.Kuantitas, k.Target.Waktu, k.Target.Biaya, null) })],
            }).Typed, analis, site.Clock.GetUtcNow());
            dossier.Complete(Step.Input, analis, site.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        using var atasan = await SignInWithoutWaitAsync("kabiddag");
        var page = await atasan.GoAsync($"/berkas/{id}/validasi");
        Assert.Contains("Tidak dilakukan, semua aspek 0", page.Text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => page.Field("Nilai kualitas kegiatan 2"));

        page = await FillAll(page, "80").PressAsync("Lanjut ke persetujuan");

        Assert.EndsWith("/setujui", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(0m, (await SheetAsync(id)).Kegiatan[1].Score(2).Nilai);
    }

    [Fact]
    public async Task Kepemimpinan_is_asked_of_those_in_jabatan_struktural_only()
    {
        var id = await site.DossierAtAsync(Step.Validate, "kabidkop");
        using var kadis = await site.SignInAsync("kadis");
        var page = await FillAll(await kadis.GoAsync($"/berkas/{id}/validasi"), "90").PressAsync("Hitung dan simpan");

        Assert.Equal("90", page.Value("Kepemimpinan"));
        Assert.Equal(6, (await SheetAsync(id)).Score().JumlahAspek);
    }

    [Fact]
    public async Task The_atasan_gives_the_dossier_back_with_a_reason_and_the_scores_stay_a_draft()
    {
        var id = await ScoredAsync("kabidind", "kadis");
        using var kadis = await site.SignInAsync("kadis");
        var page = await kadis.GoAsync($"/berkas/{id}/validasi");

        var refused = await page.Fill("Alasan pengembalian", "kurang").PressAsync("Kembalikan ke Analis");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("80", refused.Value("Disiplin"));

        page = await refused.Fill("Alasan pengembalian", "Realisasi kegiatan 2 tidak sesuai bukti.").PressAsync("Kembalikan ke Analis");

        Assert.Contains("dikembalikan", page.Done, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Input, 80m), (dossier.Step, ((Pp46Sheet)dossier.Sheet).Perilaku.Disiplin));
    }

    [Theory]
    [InlineData("penyuluh", HttpStatusCode.Forbidden)]
    [InlineData("analis", HttpStatusCode.Forbidden)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("kadis", HttpStatusCode.Forbidden)]
    [InlineData("kabidind", HttpStatusCode.NotFound)]
    [InlineData("sekretaris", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    public async Task Everybody_but_the_atasan_named_on_the_dossier_is_refused(string user, HttpStatusCode expected)
    {
        var id = await AtValidateAsync("penyuluh");
        using var visitor = await SignInWithoutWaitAsync(user);

        foreach (var path in new[] { "/validasi", "/validasi/setujui" })
        {
            Assert.Equal(expected, (await visitor.GoAsync($"/berkas/{id}{path}")).Status);
        }

        Assert.Equal(
            expected, (await visitor.PostAsync($"/berkas/{id}/validasi?handler=Save", "/kata-sandi", ("Input.Perilaku[0]", "100"))).Status);
        Assert.Equal(expected, (await visitor.PostAsync(
            $"/berkas/{id}/validasi/setujui?handler=Complete", "/kata-sandi", ("Input.KataSandi", site.Password))).Status);
        Assert.Equal(Step.Validate, (await DossierAsync(id)).Step);
    }

    internal static Visit FillAll(Visit page, string score)
    {
        foreach (var label in page.Page.QuerySelectorAll("form label")
            .Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
        {
            if (label.StartsWith("Nilai kualitas", StringComparison.Ordinal)
                || label is "Orientasi pelayanan" or "Integritas" or "Komitmen" or "Disiplin" or "Kerja sama" or "Kepemimpinan")
            {
                page.Fill(label, score);
            }
            else if (label == "Alasan menilai lebih awal")
            {
                page.Fill(label, "Pegawai pindah bulan depan.");
            }
        }

        return page;
    }

    private async Task<long> AtValidateAsync(string userName)
    {
        var person = site.People[userName].PegawaiId;
        var found = await site.AskAsync(
            db => db.Dossiers.Where(d => d.AsnId == person && d.PeriodId == site.Period.Id).Select(d => d.Id).SingleOrDefaultAsync());
        return found != 0 ? found : await site.DossierAtAsync(Step.Validate, userName);
    }

    private async Task<long> ScoredAsync(string userName, string atasan)
    {
        var id = await site.DossierAtAsync(Step.Validate, userName);
        using var visitor = await SignInWithoutWaitAsync(atasan);
        var page = await FillAll(await visitor.GoAsync($"/berkas/{id}/validasi"), "80").PressAsync("Hitung dan simpan");
        Assert.NotNull(page.Done);
        return id;
    }

    /// <summary>Another test may have made the account wait.</summary>
    private async Task<Visitor> SignInWithoutWaitAsync(string userName)
    {
        await site.AskAsync(db => db.Tries.ExecuteDeleteAsync());
        return await site.SignInAsync(userName);
    }

    private async Task<Pp46Sheet> SheetAsync(long id) => (Pp46Sheet)(await DossierAsync(id)).Sheet;

    private Task<string> StoredSheetAsync(long id) =>
        site.AskAsync(db => db.Database.SqlQuery<string>($"select sheet::text as \"Value\" from dossiers where id = {id}").SingleAsync());

    private Task<Dossier> DossierAsync(long id) => site.AskAsync(db => db.Dossiers.AsNoTracking()
        .Include(d => d.History).Include(d => d.Documents).ThenInclude(d => d.Content).SingleAsync(d => d.Id == id));
}
