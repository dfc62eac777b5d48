using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>Step 5 beyond the form of the SOP: the answer to an objection, the decision, the new version, and the pengesahan.</summary>
public sealed class Step5SubstepsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Reasons = "Kegiatan nomor 2 selesai tepat waktu menurut berita acara tanggal 3 November.";
    private const string Changed = "Hasil diubah: saya menetapkan nilai atau rating di bawah ini";
    private static readonly byte[] Pdf = "%PDF-1.4 %%EOF"u8.ToArray();
    private const string Answer = "Berita acara itu baru saya terima; kegiatan nomor 2 akan saya periksa lagi.";
    private const string Decision = "Berita acara sah. Nilai kegiatan nomor 2 harus dihitung kembali.";

    [Fact]
    public async Task What_the_decider_set_stays_his_in_a_version_that_is_determined_later()
    {
        var id = await ObjectedAsync("analisdag");
        using var above = await site.SignInAsync("kadis");
        using (var penilai = await site.SignInAsync("kabiddag"))
        {
            await (await penilai.GoAsync($"/berkas/{id}/tanggapan")).Fill("Tanggapan atas keberatan", Answer).PressAsync("Kirim tanggapan");
        }

        var page = await above.GoAsync($"/berkas/{id}/keputusan");
        page = await page.Tick("Hasil tetap: keberatan tidak mengubah hasil").Fill("Integritas", "95").Fill("Pertimbangan keputusan", Decision)
            .PressAsync("Lanjut ke pemeriksaan");
        Assert.Contains("Anda memilih “Hasil tetap”, tetapi ada nilai", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Tick(Changed).PressAsync("Lanjut ke pemeriksaan");
        await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Tetapkan keputusan");
        using (var kasubbag = await site.SignInAsync("kasubbag"))
        {
            await site.AsOwnerAsync("alter table accounts disable trigger handed_over; update accounts set is_active = false "
                + $"where pegawai_id = (select asn_id from dossiers where id = {id}); alter table accounts enable trigger handed_over");
            page = (await kasubbag.GoAsync($"/berkas/{id}/usulkan-penetapan")).Tick("Meninggal dunia")
                .Fill("Tanggal kejadian", $"{Domain.Tanggal.DiWita(site.Clock.GetUtcNow()):yyyy-MM-dd}").Fill("Penjelasan", "Karena sakit.")
                .Attach("Bukti", "surat.pdf", Pdf);
            Assert.NotNull((await page.PressAsync("Usulkan penetapan")).Done);
        }

        page = await above.GoAsync($"/berkas/{id}/penetapan");
        Assert.NotNull((await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Tetapkan hasil")).Done);
        var dossier = await DossierAsync(id);
        Assert.Equal(3, dossier.DocumentVersion);
        using var pdf = new PdfTools(dossier.Documents.Single(d => d.Version == 3).Content!.Bytes);
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.Contains(PdfEngineTests.Squeezed(
            $"Tidak diperlukan: hasil ditetapkan {site.People["kadis"].Nama} atas keberatan pada"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(PdfEngineTests.Squeezed($"oleh {site.People["kabiddag"].Nama}"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(PdfEngineTests.Squeezed($"Disetujui {site.People["kabiddag"].Nama}"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_goes_through_answer_and_decision_to_a_new_version_that_names_the_old_one()
    {
        var id = await ObjectedAsync("penyuluhind");
        using var penilai = await site.SignInAsync("kabidind");
        using var above = await site.SignInAsync("kadis");
        using var asn = await site.SignInAsync("penyuluhind");

        var page = await (await penilai.GoAsync("/"))
            .FollowAsync("Langkah 5a: Tanggapan atas keberatan untuk " + site.People["penyuluhind"].Nama);
        Assert.Contains(Reasons, page.Text, StringComparison.Ordinal);
        page = await page.Fill("Tanggapan atas keberatan", Answer).PressAsync("Kirim tanggapan");
        Assert.Contains("menunggu atasan pejabat penilai", page.Done, StringComparison.Ordinal);

        page = await above.GoAsync($"/berkas/{id}/keputusan");
        Assert.Contains(Answer, page.Text, StringComparison.Ordinal);
        page = await page.Tick(Changed).Fill("Pertimbangan keputusan", Decision).PressAsync("Lanjut ke pemeriksaan");
        Assert.Contains("Tidak ada nilai atau rating yang berubah", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Tick(Changed).Fill("Nilai kualitas kegiatan 2", "95").Fill("Integritas", "91,5")
            .PressAsync("Lanjut ke pemeriksaan");
        Assert.Equal(["Nilai kualitas kegiatan 2", "Integritas"], page.Page.QuerySelectorAll("table.tabel--kartu tbody th")
            .Select(th => th.TextContent.Split(':')[0]));
        var before = await DossierAsync(id);
        Assert.Equal(1, before.DocumentVersion);
        var wrong = await page.Fill("Kata sandi akun Anda", "bukan kata sandi saya").PressAsync("Tetapkan keputusan");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, before.Outcome), (wrong.Status, (await DossierAsync(id)).Outcome));
        page = await wrong.Fill("Kata sandi akun Anda", site.Password).PressAsync("Tetapkan keputusan");
        Assert.Contains("menunggu ASN yang dinilai", page.Done, StringComparison.Ordinal);

        // The one who was corrected rates no more; the one who objected reads what was decided.
        Assert.Equal(HttpStatusCode.Conflict, (await penilai.GoAsync($"/berkas/{id}/validasi")).Status);
        Assert.Contains(Decision, (await asn.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);
        page = await asn.GoAsync($"/berkas/{id}/tanda-tangan");
        Assert.DoesNotContain("Tulis keberatan", page.Text, StringComparison.Ordinal);
        await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Nyatakan telah menerima hasil");
        var decided = await DossierAsync(id);
        Assert.Equal(
            ["95", "91,5"],
            decided.Sheet.Figures().Zip(before.Sheet.Figures()).Where(f => f.First != f.Second).Select(f => f.First.Nilai));
        Assert.Equal(decided.Sheet.Conclude(), decided.Outcome);

        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Duplicate, 2), (dossier.Step, dossier.DocumentVersion));
        Assert.Equal(
            [(1, DocumentKind.Approved), (2, DocumentKind.Determined), (2, DocumentKind.Final)],
            dossier.Documents.OrderBy(d => d.Id).Select(d => (d.Version, d.Kind)));
        var (first, second) = (
            dossier.Documents.Single(d => d.Version == 1), dossier.Documents.Single(d => d is { Version: 2, Kind: DocumentKind.Determined }));
        Assert.Equal(first.Id, second.ReplacesId);
        Assert.NotEqual(first.VerificationCode, second.VerificationCode);
        using var tools = new PdfTools(second.Content!.Bytes);
        var text = tools.RawText.ReplaceLineEndings(" ");
        Assert.Equal("", tools.Faults());
        foreach (var words in new[] { Reasons, Answer, $"Hasil diubah. {Decision}", "Tidak diperlukan: hasil ditetapkan atasan pejabat penilai atas keberatan.", "Ditetapkan secara elektronik oleh", $"Versi 2. Menggantikan versi 1 (kode "
            + $"{VerificationCode.Tampil(first.VerificationCode!)}) setelah keberatan." })
        {
            Assert.Contains(Squeezed(words), Squeezed(text), StringComparison.Ordinal);
        }

        foreach (var path in new[] { "persetujuan/1", "penetapan/2", "akhir/2" })
        {
            var pdf = await asn.GoAsync($"/berkas/{id}/dokumen/{path}");
            Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await asn.GoAsync($"/berkas/{id}/dokumen/persetujuan/2")).Status);
        Assert.Contains("Versi 2 menggantikan versi 1", (await asn.GoAsync($"/berkas/{id}/hasil")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_the_result_stays_and_changed_figures_contradict_each_other()
    {
        var id = await ObjectedAsync("pelaksanaind", performed: 1);
        var before = await DossierAsync(id);
        using var above = await site.SignInAsync("kadis");

        var page = await (await above.GoAsync($"/berkas/{id}/keputusan")).Tick("Hasil tetap: keberatan tidak mengubah hasil")
            .Fill("Integritas", "61").Fill("Pertimbangan keputusan", Decision).PressAsync("Lanjut ke pemeriksaan");
        // Which of the two is meant is asked, and neither is dropped without a word.
        Assert.Contains("Anda memilih “Hasil tetap”, tetapi ada nilai", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("61", page.Value("Integritas"));
        page = await (await above.GoAsync($"/berkas/{id}/keputusan")).Tick("Hasil tetap: keberatan tidak mengubah hasil")
            .Fill("Pertimbangan keputusan", Decision).PressAsync("Lanjut ke pemeriksaan");
        Assert.Contains("Tidak ada nilai atau rating yang berubah.", page.Text, StringComparison.Ordinal);
        await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Tetapkan keputusan");

        var after = await DossierAsync(id);
        Assert.Equal((2, before.Outcome, true), (after.DocumentVersion, after.Outcome, after.Keberatan!.Keputusan!.NilaiTetap));
        Assert.Equal(before.Sheet.Figures(), after.Sheet.Figures());
    }

    [Fact]
    public async Task An_objection_comes_with_a_draft_and_evidence_and_is_taken_back_before_it_is_answered()
    {
        var id = await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Sign, "kauptd", site.Period)).Id);
        using var asn = await site.SignInAsync("kauptd");
        using var penilai = await site.SignInAsync("kadis");
        var address = $"/berkas/{id}/tanda-tangan/keberatan";
        var page = await (await asn.GoAsync(address)).Fill("Alasan keberatan", "Belum selesai")
            .Attach("Bukti (boleh kosong)", "berita acara.pdf", Pdf).PressAsync("Simpan konsep");
        Assert.Equal("Belum selesai", page.Value("Alasan keberatan"));
        var bukti = Assert.Single((await DossierAsync(id)).DraftKeberatan!.Bukti);
        Assert.Equal(HttpStatusCode.OK, (await asn.GoAsync($"/berkas/{id}/bukti/{bukti.Key}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await penilai.GoAsync($"/berkas/{id}/bukti/{bukti.Key}")).Status);

        await page.Fill("Alasan keberatan", Reasons).PressAsync("Kirim keberatan");
        Assert.Equal(HttpStatusCode.OK, (await penilai.GoAsync($"/berkas/{id}/bukti/{bukti.Key}")).Status);
        using (var clerk = await site.SignInAsync("analis"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.GoAsync($"/berkas/{id}/bukti/{bukti.Key}")).Status);
        }

        page = await (await asn.GoAsync($"/berkas/{id}")).FollowAsync("Tarik kembali keberatan");
        page = await page.Fill("Alasan penarikan", "Sudah dijelaskan atasan.").PressAsync("Tarik kembali keberatan");
        Assert.Contains("ditarik kembali", page.Done, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal((Substep.None, null), (dossier.Substep, dossier.Keberatan));
    }

    [Fact]
    public async Task A_result_is_received_with_the_right_to_object_kept_and_goes_on_by_itself_after_it()
    {
        var id = await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Sign, "analis2", site.Period)).Id);
        using var asn = await site.SignInAsync("analis2");
        var last = (await DossierAsync(id)).LastDayToObject!.Value;
        var page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan"))
            .Tick($"Menerima hasil; hak keberatan tetap sampai {Domain.Tanggal.Tampil(last)}, lalu berkas diteruskan sendiri")
            .Fill("Kata sandi akun Anda", site.Password).PressAsync("Nyatakan telah menerima hasil");
        Assert.Contains("dapat mengajukan keberatan sampai", page.Done, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await asn.GoAsync($"/berkas/{id}/tanda-tangan/keberatan")).Status);
        Assert.DoesNotContain("Masa keberatan untuk", (await asn.GoAsync("/")).Text, StringComparison.Ordinal);

        var start = site.Clock.GetUtcNow();
        try
        {
            site.Clock.Move(new DateTimeOffset(last.AddDays(1).ToDateTime(default), Domain.Tanggal.Wita) - start);
            using var sekretaris = await site.SignInAsync("sekretaris");
            Assert.Contains("Masa keberatan berakhir tanpa keberatan; berkas diteruskan.",
                (await sekretaris.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);
            Assert.Equal(Step.Duplicate, (await DossierAsync(id)).Step);
        }
        finally
        {
            site.Clock.Move(start - site.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task Who_died_before_signing_gets_the_result_determined_by_another_than_who_proposed_it()
    {
        var id = await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Sign, "bendahara", site.LastPeriod)).Id);
        using var kasubbag = await site.SignInAsync("kasubbag");
        using var above = await site.SignInAsync("sekretaris");
        var page = await (await kasubbag.GoAsync($"/berkas/{id}")).FollowAsync("Usulkan penetapan");
        var none = await page.PressAsync("Usulkan penetapan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Equal(4, none.Errors.Count);
        await site.SetOpenAsync("bendahara", false);
        page = await none.Tick("Meninggal dunia").Fill("Tanggal kejadian", $"{Domain.Tanggal.DiWita(site.Clock.GetUtcNow()):yyyy-MM-dd}")
            .Fill("Penjelasan", "Meninggal karena sakit.").Attach("Bukti", "surat kematian.pdf", Pdf)
            .PressAsync("Usulkan penetapan");
        Assert.Contains("Usul sudah dikirim", page.Done, StringComparison.Ordinal);

        page = await above.GoAsync($"/berkas/{id}/penetapan");
        Assert.Contains("Pegawai meninggal dunia pada", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Tetapkan hasil");
        Assert.Contains("tanpa tanda tangan pegawai", page.Done, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Duplicate, 2, true), (dossier.Step, dossier.DocumentVersion, dossier.IsDetermined));
        using var tools = new PdfTools(dossier.Documents.Single(d => d.Kind == DocumentKind.Determined).Content!.Bytes);
        Assert.Contains(Squeezed("Pegawai meninggal dunia pada"), Squeezed(tools.RawText), StringComparison.Ordinal);
        Assert.Contains(Squeezed("dalam versi sebelumnya."), Squeezed(tools.RawText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_handed_over_on_paper_is_recorded_by_the_Sekretaris()
    {
        var id = await site.PlayAsync(async play =>
        {
            var d = await play.DossierAtAsync(Step.Validate, "juru", site.LastPeriod);
            await play.PerformAsync(d);
            return d.Id;
        });
        using var sekretaris = await site.SignInAsync("sekretaris");
        Assert.Equal(HttpStatusCode.Forbidden, (await sekretaris.GoAsync($"/berkas/{id}/hasil")).Status);
        var page = await (await sekretaris.GoAsync($"/berkas/{id}")).FollowAsync("Catat penyerahan hasil");

        page = await page.Fill("Catatan penyerahan", "Tanda terima 12.").PressAsync("Catat penyerahan hasil");

        Assert.Contains("Penyerahan hasil dicatat", page.Done, StringComparison.Ordinal);
        Assert.NotNull((await DossierAsync(id)).LastDayToObject);
        Assert.Equal(HttpStatusCode.Conflict, (await sekretaris.GoAsync($"/berkas/{id}/penyerahan")).Status);
    }

    [Theory]
    [InlineData("tanggapan", "kabidkop", "Tanggapan atas keberatan", "Kirim tanggapan", "", "belum diisi")]
    [InlineData("tanggapan", "kabidkop", "Tanggapan atas keberatan", "Kirim tanggapan", "Tidak benar.", "terlalu singkat")]
    [InlineData("tanggapan", "kabidkop", "Tanggapan atas keberatan", "Kirim tanggapan", "@4001", "terlalu panjang")]
    public async Task An_answer_that_says_too_little_or_too_much_is_refused_and_stays_typed(
        string slug, string user, string field, string button, string words, string sentence)
    {
        var id = await ObjectedAsync("penggerak");
        using var visitor = await site.SignInAsync(user);
        var typed = words.StartsWith('@')
            ? new string('k', int.Parse(words[1..], System.Globalization.CultureInfo.InvariantCulture))
            : words;

        var page = await (await visitor.GoAsync($"/berkas/{id}/{slug}")).Fill(field, typed).PressAsync(button);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value(field));
        Assert.Equal(Substep.Tanggapan, (await DossierAsync(id)).Substep);
    }

    [Fact]
    public async Task A_decision_without_a_choice_or_reasons_is_refused()
    {
        var id = await ObjectedAsync("penera", performed: 1);
        using var above = await site.SignInAsync("kadis");

        var page = await (await above.GoAsync($"/berkas/{id}/keputusan")).PressAsync("Lanjut ke pemeriksaan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            ["Keputusan belum dipilih: hasil tetap, atau hasil diubah.", "Pertimbangan belum diisi. Tulis pertimbangan."], page.Errors);
        Assert.Equal(Substep.Keputusan, (await DossierAsync(id)).Substep);
    }

    [Fact]
    public async Task The_atasan_pejabat_penilai_ratifies_with_the_password_and_only_then_the_dossier_is_copied()
    {
        var id = await site.PlayAsync(async play =>
        {
            var d = await play.OpenAsync(await play.AgreedPlanAsync("pelaksanadag", site.Period));
            d.Period.Ratify(true);
            await play.BringToAsync(d, Step.Sign);
            d.Period.Ratify(false);
            await play.PerformAsync(d);
            return d.Id;
        });
        using var above = await site.SignInAsync("kadis");
        using var sekretaris = await site.SignInAsync("sekretaris");
        Assert.Equal(HttpStatusCode.Conflict, (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Status);

        var page = await (await above.GoAsync("/")).FollowAsync("Langkah 5c: Pengesahan untuk " + site.People["pelaksanadag"].Nama);
        var wrong = await page.Fill("Kata sandi akun Anda", "bukan kata sandi saya").PressAsync("Sahkan dokumen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        page = await wrong.Fill("Kata sandi akun Anda", site.Password).PressAsync("Sahkan dokumen");

        Assert.Contains("diteruskan ke Sekretaris", page.Done, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Duplicate, Substep.None), (dossier.Step, dossier.Substep));
        var ratified = dossier.Documents.Single(d => d.Kind == DocumentKind.Ratified);
        using var tools = new PdfTools(ratified.Content!.Bytes);
        Assert.Contains($"Disahkan secara elektronik oleh {site.People["kadis"].Nama}", tools.RawText.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sekretaris.GoAsync($"/berkas/{id}/dokumen/pengesahan")).Status);
    }

    [Fact]
    public async Task A_refused_pengesahan_gives_the_dossier_to_the_superior_whom_the_register_names_by_now()
    {
        var id = await site.PlayAsync(async play =>
        {
            var d = await play.OpenAsync(await play.AgreedPlanAsync("keamanan", site.Period));
            d.Period.Ratify(true);
            await play.BringToAsync(d, Step.Sign);
            d.Period.Ratify(false);
            await play.PerformAsync(d);
            return d.Id;
        });
        using var admin = await site.SignInAsync("admin");
        await (await admin.GoAsync($"/pegawai/{site.People["keamanan"].PegawaiId}"))
            .Fill("Pejabat penilai (atasan langsung)", $"{site.People["sekretaris"].PegawaiId}").PressAsync("Simpan perubahan");
        Assert.Equal(site.People["kauptd"].PegawaiId, (await DossierAsync(id)).AtasanLangsungId);
        using var above = await site.SignInAsync("kadis");

        var page = await (await above.GoAsync($"/berkas/{id}/pengesahan")).Fill("Alasan pengembalian", "Nilai perilaku belum sesuai.")
            .PressAsync(BackButton(await above.GoAsync($"/berkas/{id}/pengesahan")));

        Assert.True(page.Done is not null, page.Text);
        var dossier = await DossierAsync(id);
        Assert.Equal(
            (Step.Validate, site.People["sekretaris"].PegawaiId, Move.Followed),
            (dossier.Step, dossier.AtasanLangsungId, dossier.History.MaxBy(h => h.No)!.Move));

        static string BackButton(Visit page) => page.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim())
            .Single(words => words.StartsWith("Kembalikan ke", StringComparison.Ordinal));
    }

    /// <summary>A dossier with an objection, made once for each person, and so many of the acts that follow.</summary>
    private async Task<long> ObjectedAsync(string asn, int performed = 0) =>
        await site.AskAsync(db => db.Dossiers.Where(d => d.AsnId == site.People[asn].PegawaiId && d.PeriodId == site.Period.Id)
            .Select(d => (long?)d.Id).SingleOrDefaultAsync())
        ?? await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, asn, site.Period);
            await play.ObjectAsync(dossier, Reasons);
            for (var i = 0; i < performed; i++)
            {
                await play.PerformAsync(dossier);
            }

            return dossier.Id;
        });

    private Task<Dossier> DossierAsync(long id) => site.AskAsync(db => db.Dossiers.AsNoTracking()
        .Include(d => d.Period).Include(d => d.History).Include(d => d.Documents).ThenInclude(d => d.Content).SingleAsync(d => d.Id == id));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
