using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>Signing by way of BSrE, by forms, against a service that does as it is told.</summary>
public sealed class BsreTests(BsreSite site) : IClassFixture<BsreSite>
{
    private const string Approve = "Setujui dan terbitkan dokumen";
    private const string Receive = "Nyatakan telah menerima hasil";
    private const string Secret = "Passphrase BSrE Anda";
    private const string Reason = "Riwayat di aplikasi BSrE tidak memuat dokumen ini.";

    [Fact]
    public async Task A_document_is_signed_by_all_three_and_only_then_a_copy_says_so()
    {
        site.Service.Reset();
        var id = await site.RatedAsync("pelaksanakop", ratified: true);
        using var atasan = await site.KnownAsync("kabidkop", BsreSite.NikOfAtasan);
        using var asn = await site.KnownAsync("pelaksanakop", BsreSite.NikOfAsn);
        using var above = await site.KnownAsync("kadis", BsreSite.NikOfAbove);

        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        Assert.Contains($"BSrE menandatangani atas nama {site.Service.Names[BsreSite.NikOfAtasan]}", page.Done, StringComparison.Ordinal);
        page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).WithoutObjection().Fill(Secret, FakeBsre.Passphrase).PressAsync(Receive);
        Assert.Contains("sudah dicatat", page.Done, StringComparison.Ordinal);
        page = await (await above.GoAsync($"/berkas/{id}/pengesahan")).Fill(Secret, FakeBsre.Passphrase).PressAsync("Sahkan dokumen");
        Assert.Contains("Pengesahan Anda sudah dicatat", page.Done, StringComparison.Ordinal);

        var dossier = await site.DossierAsync(id);
        var documents = dossier.Documents.OrderBy(d => d.Kind).ToList();
        Assert.Equal((Step.Duplicate, SigningMode.Bsre, 3), (dossier.Step, dossier.SigningMode, documents.Count));
        Assert.All(await site.AttemptsAsync(id), a => Assert.Equal((BsreOutcome.Signed, null, null), (a.Outcome, a.Sent, a.Resolution)));
        Assert.Equal(documents[1].Content!.Bytes, documents[2].Content!.Bytes[..documents[1].Size]);
        using var final = new PdfTools(documents[2].Content!.Bytes);
        Assert.Equal(3, final.Signatures.Split("Signature is Valid.").Length - 1);
        Assert.Equal("", final.Faults());
        var how = site.Service.ToSign.Select(r => r["signatureProperties"]![0]!).ToList();
        Assert.Equal(["Menyetujui hasil penilaian kinerja", "Menerima hasil penilaian kinerja", "Mengesahkan hasil penilaian kinerja"],
            how.Select(h => (string)h["reason"]!));
        Assert.All(how, h => Assert.Equal(("VISIBLE", "Paringin"), ((string)h["tampilan"]!, (string)h["location"]!)));
        Assert.Equal([BsreSite.NikOfAtasan, BsreSite.NikOfAsn, BsreSite.NikOfAbove], site.Service.ToSign.Select(r => (string)r["nik"]!));

        var said = await VerifiedAsync(site.Service.Chain);
        Assert.DoesNotContain($"berkas {id}:", said, StringComparison.Ordinal);
        Assert.DoesNotContain(BsreChain.NotChecked, said, StringComparison.Ordinal);
        Assert.Contains(BsreChain.NotChecked, await VerifiedAsync(null), StringComparison.Ordinal);
        using var another = new FakeBsre();
        Assert.Contains($"Dokumen yang disahkan berkas {id}: tanda tangan ke-2: sertifikatnya bukan dari rantai BSrE",
            await VerifiedAsync(another.Chain), StringComparison.Ordinal);

        Assert.DoesNotContain(Squeezed(BsreSignatures.Footer), Squeezed(final.RawText), StringComparison.Ordinal);
        Assert.DoesNotContain("tidaktersertifikasi", Squeezed(final.RawText), StringComparison.Ordinal);
        Assert.Contains(Squeezed(BsreSignatures.Footer), await CopyOfAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_document_that_somebody_did_not_sign_does_not_say_so()
    {
        site.Service.Reset();
        var id = await site.RatedAsync("penggerak");
        using var atasan = await site.KnownAsync("kabidkop", BsreSite.NikOfAtasan);
        await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        await MoveUnsignedAsync(id);

        Assert.DoesNotContain(Squeezed(BsreSignatures.Footer), await CopyOfAsync(id), StringComparison.Ordinal);
        Assert.Contains($"Dokumen akhir berkas {id}: memuat 1 tanda tangan, seharusnya 2.", await VerifiedAsync(site.Service.Chain),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Behaviour.NotRegistered, "belum terdaftar di BSrE (2011)", 0)]
    [InlineData(Behaviour.NoCertificate, "belum mempunyai sertifikat elektronik (2021)", 0)]
    [InlineData(Behaviour.AnotherState, "EXPIRED", 0)]
    [InlineData(Behaviour.Unauthorized, "menolak akun instansi (401)", 1)]
    [InlineData(Behaviour.NotFound, "kode 404", 1)]
    [InlineData(Behaviour.ErrorWithACode, "Berkas tidak dapat dibaca", 1)]
    public async Task A_refusal_is_told_and_leaves_everything_as_it_was(Behaviour behaviour, string sentence, int requests)
    {
        site.Service.Reset(behaviour);
        var (id, page) = await TriedAsync(behaviour);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("", page.Value(Secret));
        Assert.Equal(requests, site.Service.ToSign.Count);
        Assert.Equal(Enumerable.Repeat<BsreOutcome?>(BsreOutcome.Refused, requests), (await site.AttemptsAsync(id)).Select(a => a.Outcome));
        await NothingMovedAsync(id);
    }

    [Fact]
    public async Task A_wrong_passphrase_is_told_and_can_be_typed_again()
    {
        site.Service.Reset();
        var id = await site.RatedAsync("kabidkop");
        using var atasan = await site.KnownAsync("kadis", BsreSite.NikOfAtasan);
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, "bukan passphrase saya").PressAsync(Approve);
        Assert.Contains("“Passphrase anda salah”. Tidak ada yang ditandatangani. Tulis lagi passphrase BSrE Anda",
            Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("bukan passphrase saya", page.Html, StringComparison.Ordinal);

        page = await page.Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);

        Assert.Contains("sudah Anda setujui", page.Done, StringComparison.Ordinal);
        Assert.Equal([BsreOutcome.Refused, BsreOutcome.Signed], (await site.AttemptsAsync(id)).Select(a => a.Outcome!.Value));
        Assert.Equal(2, site.Service.ToSign.Count);
    }

    [Theory]
    [InlineData(Behaviour.ErrorWithoutACode, "galat (kode 500)")]
    [InlineData(Behaviour.CutBeforeTheAnswer, "terputus sebelum jawabannya lengkap")]
    [InlineData(Behaviour.CutWithinTheAnswer, "terputus sebelum jawabannya lengkap")]
    [InlineData(Behaviour.Silent, "tidak menjawab dalam 4 detik")]
    [InlineData(Behaviour.Garbage, "tidak terbaca")]
    [InlineData(Behaviour.Html, "tidak terbaca")]
    [InlineData(Behaviour.Redirects, "kode 307")]
    [InlineData(Behaviour.NoFile, "tanpa berkas yang ditandatangani")]
    [InlineData(Behaviour.AnotherFile, "bukan berkas yang dikirim dari sini")]
    [InlineData(Behaviour.ChangedFile, "isinya berubah sesudah ditandatangani")]
    [InlineData(Behaviour.FileAsItCame, "ada 0 tanda tangan, seharusnya 1")]
    [InlineData(Behaviour.AddedBehindTheSignature, "ditambahkan sesudah tanda tangannya")]
    [InlineData(Behaviour.SignedByAStranger, "bukan dari rantai BSrE")]
    [InlineData(Behaviour.RepaintsThePage, "halaman 1 diganti (/Contents)")]
    [InlineData(Behaviour.SignsOutsideTheRoom, "di luar tempat yang disediakan")]
    public async Task An_answer_that_does_not_say_leaves_a_state_that_is_never_repeated(Behaviour behaviour, string sentence)
    {
        site.Service.Reset(behaviour);
        var settings = site.Services.GetRequiredService<BsreSettings>();
        settings.BatasWaktu = behaviour == Behaviour.Silent ? 4 : 90;
        var (id, page) = await TriedAsync(behaviour);
        settings.BatasWaktu = 90;

        Assert.EndsWith("/hasil-belum-diketahui", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        var attempt = Assert.Single(await site.AttemptsAsync(id));
        Assert.Equal((BsreOutcome.Unknown, null), (attempt.Outcome, attempt.Resolution));
        Assert.Contains(attempt.SentSha256, page.Text, StringComparison.Ordinal);
        await NothingMovedAsync(id);

        // Anyone who comes again finds the way to that page and no field, and a form that was open elsewhere sends nothing.
        using var atasan = await site.SignInAsync(BsreSite.AtasanOf(AsnOf(behaviour)));
        site.Service.Behaviour = Behaviour.Signs;
        var again = await atasan.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.DoesNotContain(Secret, again.Text, StringComparison.Ordinal);
        Assert.Contains("Buka halaman hasil yang belum diketahui", again.Text, StringComparison.Ordinal);
        page = await atasan.PostAsync(
            $"/berkas/{id}/validasi/setujui?handler=Complete", $"/berkas/{id}/validasi/setujui", ("Input.KataSandi", FakeBsre.Passphrase));
        Assert.EndsWith("/hasil-belum-diketahui", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Single(site.Service.ToSign);
    }

    [Fact]
    public async Task The_signed_file_handed_in_completes_the_step_and_the_history_says_so()
    {
        site.Service.Reset(Behaviour.CutBeforeTheAnswer);
        var id = await site.RatedAsync("penyuluhind");
        using var atasan = await site.KnownAsync("kabidind", BsreSite.NikOfAtasan);
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        var sent = (await site.AttemptsAsync(id)).Single().Sent!;
        foreach (var (file, sentence) in new (byte[], string)[]
        {
            ([], "kosong"), ("tulisan biasa"u8.ToArray(), "bukan PDF"), (sent, "ada 0 tanda tangan, seharusnya 1"),
            (site.Service.Sign(SampleSignatures.Drawn()), "bukan berkas yang dikirim dari sini"),
            (site.Service.Sign(sent, byStranger: true), "bukan dari rantai BSrE"),
            (site.Service.Sign(sent, name: site.Service.Names[BsreSite.NikOfAtasan], besides: (save, _) =>
                save.Put(save.Form.Pages[0], save.Page(0).With("/Rotate", ForeignSave.Number(180)))), "halaman 1 diganti (/Rotate)"),
            (site.Service.Sign(sent, x: 40, y: 40), "di luar tempat yang disediakan"),
            (site.Service.Sign(sent, name: "ORANG YANG LAIN"), "“ORANG YANG LAIN”"), (site.Service.Sign(site.Service.Sign(sent)), "ada 2 tanda tangan, seharusnya 1"),
        })
        {
            page = await page.Attach("Dokumen yang ditandatangani", "dokumen.pdf", file, "application/pdf").PressAsync("Serahkan dokumen");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            await NothingMovedAsync(id);
        }

        page = await page.Attach("Dokumen yang ditandatangani", "dokumen.pdf", site.Service.Signed!, "application/pdf")
            .PressAsync("Serahkan dokumen");

        Assert.Contains("cocok", page.Done, StringComparison.Ordinal);
        var dossier = await site.DossierAsync(id);
        Assert.Equal((Step.Sign, SigningMode.Bsre), (dossier.Step, dossier.SigningMode));
        Assert.Equal(site.Service.Signed, Assert.Single(dossier.Documents).Content!.Bytes);
        Assert.Contains(
            $"atas nama {site.Service.Names[BsreSite.NikOfAtasan]} diserahkan kemudian", dossier.History.MaxBy(h => h.No)!.Reason, StringComparison.Ordinal);
        var attempt = Assert.Single(await site.AttemptsAsync(id));
        Assert.Equal(
            (BsreResolution.HandedIn, null, dossier.VerificationCode), (attempt.Resolution, attempt.Sent, attempt.VerificationCode));
        Assert.Contains("menyerahkan dokumen bertanda tangan", await site.AskAsync(db => db.Changes.Where(c => c.SubjectId == id
            && c.Subject == ChangeSubjects.TandaTangan).Select(c => c.Sentence).SingleAsync()), StringComparison.Ordinal);
        Assert.Single(site.Service.ToSign);

        // The next signs it as if nothing had happened.
        site.Service.Reset();
        using var asn = await site.KnownAsync("penyuluhind", BsreSite.NikOfAsn);
        page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).WithoutObjection().Fill(Secret, FakeBsre.Passphrase).PressAsync(Receive);
        Assert.Contains("sudah dicatat", page.Done, StringComparison.Ordinal);
        Assert.DoesNotContain($"berkas {id}:", await VerifiedAsync(site.Service.Chain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_that_nothing_was_signed_needs_a_reason_and_lets_the_signer_sign()
    {
        site.Service.Reset(Behaviour.Html);
        var id = await site.RatedAsync("juru");
        using var atasan = await site.KnownAsync("kauptd", BsreSite.NikOfAtasan);
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        page = await page.Fill("Apa yang Anda lihat di BSrE", "tidak").PressAsync("Nyatakan belum ditandatangani");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(2, page.Errors.Count);
        Assert.Equal("tidak", page.Value("Apa yang Anda lihat di BSrE"));

        page = await page.Fill("Apa yang Anda lihat di BSrE", Reason).Tick("Saya sudah memeriksa di aplikasi BSrE bahwa dokumen ini tidak "
            + "ditandatangani").PressAsync("Nyatakan belum ditandatangani");

        Assert.Contains("Sesudah petugas lain membebaskan permintaan ini", page.Done, StringComparison.Ordinal);
        Assert.False(page.HasButton("Nyatakan belum ditandatangani"));
        var attempt = Assert.Single(await site.AttemptsAsync(id));
        Assert.Equal((null, Reason), (attempt.Resolution, attempt.StatedReason));
        site.Service.Reset();
        // His word alone lets nothing go.
        Assert.DoesNotContain(Secret, (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await atasan.GoAsync($"/berkas/{id}/petugas-kedua")).Status);

        using var officer = await site.SignInAsync("kasubbag");
        page = await (await officer.GoAsync("/")).FollowAsync($"Lihat permintaan pada berkas {site.People["juru"].Nama}");
        Assert.Contains(Reason, page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Bebaskan permintaan ini");
        Assert.Contains("dibebaskan", page.Done, StringComparison.Ordinal);
        attempt = Assert.Single(await site.AttemptsAsync(id));
        Assert.Equal(
            (BsreResolution.NotSigned, Reason, null, site.People["kasubbag"].PegawaiId),
            (attempt.Resolution, attempt.Reason, attempt.Sent, attempt.ReleasedById));
        Assert.DoesNotContain("petugas-kedua", (await officer.GoAsync("/")).Html, StringComparison.Ordinal);

        page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        Assert.Contains("sudah Anda setujui", page.Done, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Behaviour.SignsWithMaterial, true)]
    [InlineData(Behaviour.SignsPacked, false)]
    public async Task What_the_service_writes_in_its_own_way_is_read_stored_and_told(Behaviour behaviour, bool hasMaterial)
    {
        site.Service.Reset(behaviour);
        var (id, page) = await TriedAsync(behaviour);
        Assert.Contains("sudah Anda setujui", page.Done, StringComparison.Ordinal);
        Assert.Equal(hasMaterial, page.Done!.Contains("dengan bahan pemeriksaan jangka panjang", StringComparison.Ordinal));
        Assert.Equal(BsreAttempt.ByItsSaves, Assert.Single(await site.AttemptsAsync(id)).Edition);
        Assert.DoesNotContain($"berkas {id}:", await VerifiedAsync(site.Service.Chain), StringComparison.Ordinal);
        using var anybody = site.Stranger();
        var code = (await site.DossierAsync(id)).VerificationCode!;
        var shown = await anybody.GoAsync($"/periksa/{code}");
        Assert.Contains("Tersertifikasi", shown.Text, StringComparison.Ordinal);
        Assert.Equal(hasMaterial, shown.Text.Contains("dengan bahan pemeriksaan jangka panjang", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SK004", "update bsre_attempts set resolution = 'NotSigned', reason = 'x', resolved_at = now(), sent = null where id = {0}")]
    [InlineData("23514", "update bsre_attempts set resolution = 'NotSigned', reason = 'x', resolved_at = now(), sent = null, stated_at = now(), stated_reason = 'x', "
        + "released_at = now(), released_by_id = signer_id, released_by_nama = 'x' where id = {0}")]
    [InlineData("23514", "update bsre_attempts set released_at = now(), released_by_id = 2, released_by_nama = 'x' where id = {0}")]
    [InlineData("SK004", "update bsre_attempts set outcome = 'Signed', answered_at = now(), sent = null where id = {0}")]
    [InlineData("SK004", "update bsre_attempts set resolution = 'HandedIn', resolved_at = now(), sent = null where id = {0}")]
    [InlineData("SK004", "insert into bsre_certificates (pegawai_id, attempt_id, certificate, sha256, key_sha256, nama, seen_at, doubt) select signer_id, id, '\\x01', "
        + "encode(sha256('\\x01'), 'hex'), repeat('0', 64), 'x', now(), 'lain' from bsre_attempts where id = {0}; update bsre_attempts set outcome = 'Signed', "
        + "certificate_sha256 = encode(sha256('\\x01'), 'hex'), answered_at = now(), sent = null where id = {0}")]
    [InlineData("SK001", "insert into bsre_certificates (pegawai_id, attempt_id, certificate, sha256, key_sha256, nama, seen_at) select signer_id % 2 + 1, id, '\\x01', "
        + "encode(sha256('\\x01'), 'hex'), repeat('0', 64), 'x', now() from bsre_attempts where id = {0}")]
    [InlineData("SK001", "insert into bsre_certificates (pegawai_id, attempt_id, certificate, sha256, key_sha256, nama, seen_at) select signer_id, id, '\\x01', "
        + "repeat('0', 64), repeat('0', 64), 'x', now() from bsre_attempts where id = {0}")]
    [InlineData("SK004", "insert into bsre_certificates (pegawai_id, attempt_id, certificate, sha256, key_sha256, nama, seen_at) select signer_id, id, '\\x01', "
        + "encode(sha256('\\x01'), 'hex'), repeat('7', 64), 'x', now() from bsre_attempts where id = {0}; "
        + "insert into bsre_attempts (id, dossier_id, stage, signer_id, signer_nama, verification_code, sheet_sha256, sent_sha256, sent, dispatched_at) "
        + "select 1000000, (select id from dossiers d where d.id <> a.dossier_id and not exists (select from bsre_attempts b where b.dossier_id = d.id and b.resolution "
        + "is null) limit 1), 40, 2, 'y', '0123456789AC', sheet_sha256, sent_sha256, sent, now() from bsre_attempts a where id = {0}; "
        + "insert into bsre_certificates (pegawai_id, attempt_id, certificate, sha256, key_sha256, nama, seen_at) values (2, 1000000, '\\x02', "
        + "encode(sha256('\\x02'), 'hex'), repeat('7', 64), 'y', now())")]
    public async Task The_database_lets_nothing_go_and_takes_nothing_by_the_word_of_the_signer_alone(string state, string sql)
    {
        if ((await site.AskAsync(db => db.Dossiers.CountAsync(d => d.PeriodId == site.LastPeriod.Id
            && (d.AsnId == site.People["juru"].PegawaiId || d.AsnId == site.People["keamanan"].PegawaiId)))) == 0)
        {
            await site.RatedAsync("juru", period: site.LastPeriod);
            await site.RatedAsync("keamanan", period: site.LastPeriod);
        }

        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var begin = new NpgsqlCommand("""
            insert into bsre_attempts (dossier_id, stage, signer_id, signer_nama, verification_code, sheet_sha256, sent_sha256, sent, dispatched_at)
            select d.id, 40, 1, 'x', '0123456789AB', repeat('0', 64), encode(sha256('\x01'), 'hex'), '\x01', now()
            from dossiers d where not exists (select from bsre_attempts a where a.dossier_id = d.id and a.resolution is null) limit 1 returning id
            """, connection);
        var id = await begin.ExecuteScalarAsync();
        await using var command = new NpgsqlCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, id), connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await command.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        });
        Assert.Equal(state, refused.SqlState);
    }

    [Fact]
    public async Task A_file_about_other_scores_is_not_taken()
    {
        site.Service.Reset(Behaviour.Garbage);
        var id = await site.RatedAsync("pelaksanadag");
        using var atasan = await site.KnownAsync("kabiddag", BsreSite.NikOfAtasan);
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        await (await atasan.GoAsync($"/berkas/{id}/validasi")).Fill("Integritas", "61").PressAsync("Hitung dan simpan");

        page = await (await atasan.GoAsync(page.Url.ToString()))
            .Attach("Dokumen yang ditandatangani", "dokumen.pdf", site.Service.Signed!).PressAsync("Serahkan dokumen");

        Assert.Contains("sudah berubah sejak dikirim", Assert.Single(page.Errors), StringComparison.Ordinal);
        await NothingMovedAsync(id);
    }

    [Fact]
    public async Task Two_windows_at_once_send_one_request_and_nobody_settles_what_is_still_on_its_way()
    {
        site.Service.Reset();
        var gate = site.Service.Hold = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var id = await site.RatedAsync("penera");
        using var atasan = await site.KnownAsync("kabiddag", BsreSite.NikOfAtasan);
        var (one, two) = (await atasan.GoAsync($"/berkas/{id}/validasi/setujui"), await atasan.GoAsync($"/berkas/{id}/validasi/setujui"));
        var first = one.Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        await site.Service.Arrived.Task;

        var second = await two.Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);

        Assert.EndsWith("/hasil-belum-diketahui", second.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Jawabannya masih ditunggu.", second.Text, StringComparison.Ordinal);
        Assert.False(second.HasButton("Nyatakan belum ditandatangani"));
        var early = await atasan.PostAsync(
            $"{second.Url.AbsolutePath}?handler=NotSigned", second.Url.AbsolutePath, ("Input.Alasan", Reason), ("Input.Yakin", "true"),
            ("Version", $"{(await site.DossierAsync(id)).Version}"));
        Assert.Contains("masih ditunggu, paling lambat sampai", Assert.Single(early.Errors), StringComparison.Ordinal);
        gate.SetResult();
        Assert.Contains("sudah Anda setujui", (await first).Done, StringComparison.Ordinal);
        Assert.Single(site.Service.ToSign);
        Assert.Equal(BsreOutcome.Signed, Assert.Single(await site.AttemptsAsync(id)).Outcome);
    }

    [Fact]
    public async Task A_request_whose_server_stopped_stays_open_until_the_signer_says()
    {
        site.Service.Reset();
        var id = await site.RatedAsync("keamanan");
        using var atasan = await site.KnownAsync("kauptd", BsreSite.NikOfAtasan);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            // What a server leaves behind that stopped after the request had left.
            var party = (await site.DossierAsync(id)).Parties.AtasanLangsung;
            Assert.Null((await scope.ServiceProvider.GetRequiredService<BsreAttempts>().BeginAsync(
                new(SampleSignatures.Drawn(), SignaturePlace.PejabatPenilai, Signatory.Of(party), "x"), new(id, 40, "0123456789AB"),
                site.Clock.GetUtcNow())).Unsaved);
        }

        site.Clock.Move(TimeSpan.FromMinutes(10));
        var page = await atasan.GoAsync($"/berkas/{id}/hasil-belum-diketahui");

        Assert.Contains("Server ini berhenti sebelum jawabannya datang.", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Apa yang Anda lihat di BSrE", Reason).Tick("Saya sudah memeriksa di aplikasi BSrE bahwa dokumen ini tidak "
            + "ditandatangani").PressAsync("Nyatakan belum ditandatangani");
        Assert.Contains("Sesudah petugas lain membebaskan permintaan ini", page.Done, StringComparison.Ordinal);
        Assert.Empty(site.Service.ToSign);
    }

    [Theory]
    [InlineData("pelaksanakop", PostgresErrorCodes.UniqueViolation, "belum diketahui")]
    [InlineData("penggerak", "SK003", "Basis data menolak perubahan ini karena tidak lengkap")]
    public async Task A_request_that_could_not_be_written_down_is_not_sent_and_the_reason_is_told(string asn, string state, string sentence)
    {
        site.Service.Reset();
        var id = await site.RatedAsync(asn, period: site.LastPeriod);
        using var atasan = await site.KnownAsync("kabidkop", BsreSite.NikOfAtasan);
        var page = await atasan.GoAsync($"/berkas/{id}/validasi/setujui");
        await using (await Refusing.BeginAsync(
            site.ConnectionString, "bsre_attempts", $"raise exception 'refused' using errcode = '{state}'"))
        {
            page = await page.Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        }

        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Empty(site.Service.ToSign);
        Assert.Empty(await site.AttemptsAsync(id));
    }

    [Fact]
    public async Task Somebody_without_a_NIK_is_told_and_nothing_is_asked()
    {
        site.Service.Reset();
        var id = await site.RatedAsync("arsiparis");
        using var atasan = await site.KnownAsync("kasubbag2", BsreSite.NikOfAtasan);
        await (await atasan.GoAsync("/bsre-saya")).PressAsync("Hapus NIK");

        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);

        Assert.Contains("NIK Anda untuk BSrE belum diisi", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty(await site.AttemptsAsync(id));
        page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).PressAsync(Approve);
        Assert.Equal("Tulis passphrase BSrE Anda untuk menandatangani.", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task A_NIK_is_kept_locked_shown_masked_checked_and_forgotten()
    {
        site.Service.Reset();
        using var me = await site.SignInAsync("bendahara");
        var page = await me.GoAsync("/bsre-saya");
        foreach (var (typed, sentence) in new[]
        {
            ("", "NIK belum diisi"), ("63110505077100", "yang tertulis 14"), ("63110505077100O3", "hanya berisi angka"),
            ("6311053207710003", "bukan tanggal lahir"), ("6311050513710003", "bukan tanggal lahir"), ("6311057207710003", "bukan tanggal lahir"), ("6311050507710000", "0000"),
        })
        {
            page = await page.Fill("NIK", typed).PressAsync("Simpan NIK");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal(typed, page.Value("NIK"));
        }

        page = await page.Fill("NIK", "6311 0545 0788 4321").PressAsync("Simpan NIK");
        Assert.Contains("•••• •••• •••• 4321", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0545", page.Html, StringComparison.Ordinal);
        page = await page.PressAsync("Periksa keadaan di BSrE");
        Assert.Contains("Anda dapat menandatangani", page.Done, StringComparison.Ordinal);
        site.Service.Reset(Behaviour.NoCertificate);
        page = await page.PressAsync("Periksa keadaan di BSrE");
        Assert.Contains("(2021)", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await site.HoldingAsync("6311054507884321"));

        page = await (await me.GoAsync("/bsre-saya")).PressAsync("Hapus NIK");
        Assert.DoesNotContain("4321", page.Text, StringComparison.Ordinal);
        Assert.False(await site.AskAsync(db => db.Set<BsreIdentity>().AnyAsync(i => i.PegawaiId == site.People["bendahara"].PegawaiId)));
        using var admin = await site.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync("/bsre-saya")).Status);
    }

    [Fact]
    public async Task No_passphrase_no_NIK_and_no_password_of_the_service_is_in_the_log_or_the_database()
    {
        site.Service.Reset(Behaviour.ErrorWithoutACode);
        await TriedAsync(Behaviour.Signs, asn: "analis");
        string[] secrets = [FakeBsre.Passphrase, FakeBsre.Password, BsreSite.NikOfAtasan, BsreSite.NikOfAsn];

        Assert.NotEmpty(site.Log.Lines);
        Assert.DoesNotContain(site.Log.Lines, line => secrets.Any(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(0, await site.HoldingAsync(secrets));
        Assert.NotEqual(0, await site.HoldingAsync("kasubbag2"));
    }

    [Theory]
    [InlineData("update bsre_attempts set sent_sha256 = repeat('0', 64)")]
    [InlineData("update bsre_attempts set signer_nama = 'Orang Lain'")]
    [InlineData("update bsre_attempts set outcome = 'Refused'")]
    [InlineData("delete from bsre_attempts")]
    [InlineData("truncate bsre_attempts, bsre_certificates")]
    public async Task What_was_sent_cannot_be_rewritten(string sql)
    {
        if ((await site.AskAsync(db => db.Set<BsreAttempt>().CountAsync(a => a.Outcome == BsreOutcome.Signed))) == 0)
        {
            site.Service.Reset();
            await TriedAsync(Behaviour.Signs, asn: "kasubbag");
        }

        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.StartsWith(
            "SK", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState, StringComparison.Ordinal);
    }

    // Each behaviour has someone of its own: a person has one dossier in a period.
    private static string AsnOf(Behaviour behaviour) => FictionalNames[(int)behaviour % FictionalNames.Length];

    private static readonly string[] FictionalNames =
    [
        "kabidkop", "kabidind", "kabiddag", "kauptd", "sekretaris", "kadis", "bendahara", "penyuluh", "pelaksanaind", "analisdag", "analis2",
        "kasubbag2",
    ];

    private async Task<(long Id, Visit Page)> TriedAsync(Behaviour behaviour, string? asn = null)
    {
        asn ??= AsnOf(behaviour);
        var id = await site.RatedAsync(asn, period: (int)behaviour < FictionalNames.Length ? site.Period : site.LastPeriod);
        using var atasan = await site.KnownAsync(BsreSite.AtasanOf(asn), BsreSite.NikOfAtasan);
        return (id, await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve));
    }

    private async Task NothingMovedAsync(long id)
    {
        var dossier = await site.DossierAsync(id);
        Assert.Equal((Step.Validate, 0, 0), (dossier.Step, dossier.DocumentVersion, dossier.Documents.Count));
    }

    private async Task MoveUnsignedAsync(long id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
        var dossier = (await DossierLoading.ToSign(db, id))!;
        var bytes = await db.Documents.Where(d => d.DossierId == id).Select(d => d.Content!.Bytes).SingleAsync();
        dossier.Deliver(
            WorkingCalendar.WithoutHolidays, DayKind.Calendar, site.People["penggerak"], site.Clock.GetUtcNow());
        dossier.Acknowledge(_ => new(bytes, dossier.LastDocument!.Sha256), site.People["penggerak"], site.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    private async Task<string> CopyOfAsync(long id)
    {
        using var sekretaris = await site.SignInAsync("sekretaris");
        await (await sekretaris.GoAsync($"/berkas/{id}/gandakan"))
            .Fill("Buat salinan untuk", "Arsip Sekretariat").PressAsync("Buat salinan");
        using var copy = new PdfTools((await sekretaris.GoAsync($"/berkas/{id}/salinan/1")).Bytes);
        return Squeezed(copy.RawText);
    }

    private async Task<string> VerifiedAsync(string? chain)
    {
        using StringWriter text = new(), progress = new();
        await VerifyCommand.RunAsync(site.ConnectionString, text, progress, CancellationToken.None, BsreChain.Read(chain));
        return text.ToString();
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
