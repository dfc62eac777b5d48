using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Certificates;

/// <summary>The administrator's pages, and what anyone may take from them.</summary>
public sealed class OfficeTests(SopSite site) : IClassFixture<SopSite>, IAsyncLifetime
{
    public Task InitializeAsync() => site.FoundAuthorityAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Several_are_issued_with_the_passphrase_typed_once_and_the_others_wait_on()
    {
        await site.RequestedAsync("penyuluh");
        await site.RequestedAsync("penyuluhind");
        await site.RequestedAsync("penggerak");
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/sertifikat");
        Assert.Contains("•••••••• 201503 2 004", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("198910302015032004", page.Html, StringComparison.Ordinal);

        page = await page.Tick("Terbitkan untuk Lailatul Qadriah, S.P.").Tick("Terbitkan untuk Fitriani, S.T.")
            .Fill("Frasa sandi otoritas", SiteCertificates.OfAuthority).PressAsync("Terbitkan yang dicentang");

        Assert.Equal("2 sertifikat sudah diterbitkan: Lailatul Qadriah, S.P.; Fitriani, S.T.", page.Done?.Replace(
            "Fitriani, S.T.; Lailatul Qadriah, S.P.", "Lailatul Qadriah, S.P.; Fitriani, S.T.", StringComparison.Ordinal));
        Assert.True(Assert.Single(await site.CertificatesOfAsync("penyuluh")) is { IssuedAt: not null, IssuedBy: "Administrator" });
        Assert.NotNull(Assert.Single(await site.CertificatesOfAsync("penyuluhind")).IssuedAt);
        Assert.Null(Assert.Single(await site.CertificatesOfAsync("penggerak")).IssuedAt);
        Assert.Equal(1, await ChangesOfAsync("penyuluh", "menerbitkan sertifikat tanda tangan."));
        Assert.Contains("Maya Anggraini, S.E.", page.Text, StringComparison.Ordinal);
        Assert.Equal("true", (await admin.GoAsync("/sertifikat?semua=true")).Value("Terbitkan untuk Maya Anggraini, S.E."));
    }

    [Fact]
    public async Task A_wrong_passphrase_of_the_authority_issues_nothing_is_counted_and_slowed_and_the_ticks_stay()
    {
        await site.RequestedAsync("juru");
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/sertifikat");
        page.Tick("Terbitkan untuk Supian Noor");
        for (var i = 1; i <= 5; i++)
        {
            page = await page.Fill("Frasa sandi otoritas", "kunci yang keliru").PressAsync("Terbitkan yang dicentang");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.StartsWith("Frasa sandi salah.", Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal("true", page.Value("Terbitkan untuk Supian Noor"));
            Assert.DoesNotContain("kunci yang keliru", page.Html, StringComparison.Ordinal);
        }

        page = await page.Fill("Frasa sandi otoritas", SiteCertificates.OfAuthority).PressAsync("Terbitkan yang dicentang");
        Assert.StartsWith("Frasa sandi salah terlalu sering.", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await site.CertificatesOfAsync("juru")).IssuedAt);
        Assert.Equal(0, await ChangesOfAsync("juru", "menerbitkan sertifikat tanda tangan."));

        site.Clock.Move(TimeSpan.FromMinutes(1));
        page = await page.Fill("Frasa sandi otoritas", SiteCertificates.OfAuthority).PressAsync("Terbitkan yang dicentang");
        Assert.Equal("1 sertifikat sudah diterbitkan: Supian Noor.", page.Done);
    }

    [Fact]
    public async Task Nothing_ticked_or_nothing_typed_is_a_sentence()
    {
        await site.RequestedAsync("pelaksanadag");
        using var admin = await site.SignInAsync("admin");

        var page = await (await admin.GoAsync("/sertifikat")).PressAsync("Terbitkan yang dicentang");

        Assert.Contains("Centang paling sedikit satu permintaan yang akan diterbitkan.", page.Errors);
        Assert.Contains("Tulis frasa sandi otoritas.", page.Errors);
    }

    [Fact]
    public async Task A_request_that_was_withdrawn_meanwhile_is_told_beside_those_that_were_issued()
    {
        await site.RequestedAsync("analis2");
        await site.RequestedAsync("pelaksanakop");
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/sertifikat");
        using (var person = await site.SignInAsync("analis2"))
        {
            await (await person.GoAsync("/sertifikat-saya")).PressAsync("Tarik permintaan");
        }

        page = await page.Tick("Terbitkan untuk Rizky Pratama, A.Md.").Tick("Terbitkan untuk Ahmad Zainuddin")
            .Fill("Frasa sandi otoritas", SiteCertificates.OfAuthority).PressAsync("Terbitkan yang dicentang");

        Assert.Contains(
            "Rizky Pratama, A.Md.: Permintaan ini sudah diterbitkan, ditolak, atau ditarik.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ahmad Zainuddin: sertifikat sudah diterbitkan.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await site.CertificatesOfAsync("pelaksanakop")).IssuedAt);
        Assert.Equal(0, await ChangesOfAsync("analis2", "menerbitkan sertifikat tanda tangan."));
    }

    [Fact]
    public async Task A_request_is_turned_down_with_a_reason_that_the_person_reads()
    {
        await site.RequestedAsync("pelaksanaind");
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync("/sertifikat")).FollowAsync("Tolak permintaan Andi Saputra, A.Md.");
        page = await page.Fill("Alasan penolakan", "kurang").PressAsync("Tolak permintaan");
        Assert.StartsWith("Alasan penolakan terlalu singkat.", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await page.Fill("Alasan penolakan", "Andi mengaku tidak pernah meminta.").PressAsync("Tolak permintaan");

        Assert.Equal("Permintaan sertifikat Andi Saputra, A.Md. sudah ditolak.", page.Done);
        Assert.Equal(EndReason.Rejected, Assert.Single(await site.CertificatesOfAsync("pelaksanaind")).EndReason);
        using var person = await site.SignInAsync("pelaksanaind");
        Assert.Contains(
            "Alasan: Andi mengaku tidak pernah meminta.", (await person.GoAsync("/sertifikat-saya")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoking_asks_for_the_passphrase_ends_the_certificate_and_renews_the_list_at_once()
    {
        await site.CertifyAsync("kasubbag2");
        var used = Assert.Single(await site.CertificatesOfAsync("kasubbag2"));
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync("/sertifikat/pegawai?cari=yasin")).FollowAsync("Cabut sertifikat Muhammad Yasin, S.A.P.");
        page = Revoke(page, "bukan kunci dinas");
        page = await page.PressAsync("Cabut sertifikat");
        Assert.StartsWith("Frasa sandi salah.", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Dilaporkan lewat telepon.", page.Value("Catatan"));
        Assert.Null(Assert.Single(await site.CertificatesOfAsync("kasubbag2")).EndedAt);

        page = await Revoke(page, SiteCertificates.OfAuthority).PressAsync("Cabut sertifikat");

        Assert.Equal("Sertifikat Muhammad Yasin, S.A.P. sudah dicabut, dan daftar pencabutan baru sudah diterbitkan.", page.Done);
        Assert.True(Assert.Single(await site.CertificatesOfAsync("kasubbag2")) is { EndReason: EndReason.Compromised, LockedKey: null });
        using var stranger = site.Stranger();
        var answer = await stranger.GoAsync($"/otoritas/{used.AuthorityId}.crl");
        Assert.Contains("Serial Number: "
            + used.Serial!.ToUpperInvariant(), Openssl(answer.Bytes, "crl", "-inform", "DER", "-noout", "-text"), StringComparison.Ordinal);
        page = await admin.GoAsync($"/sertifikat/{used.Id}/cabut");
        Assert.False(page.HasButton("Cabut sertifikat"));
        Assert.Contains("Catatan: Dilaporkan lewat telepon.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_takes_list_and_authority_and_openssl_believes_both_and_refuses_the_revoked()
    {
        await site.CertifyAsync("sekretaris", "kasubbag");
        var good = (await site.CertificatesOfAsync("kasubbag"))[^1];
        // Later than any list that another test has published.
        site.Clock.Move(TimeSpan.FromMinutes(1));
        using (var person = await site.SignInAsync("sekretaris"))
        {
            await (await person.GoAsync("/sertifikat-saya/cabut")).Tick("Frasa sandi mungkin diketahui orang lain")
                .Fill("Sejak kapan orang lain mungkin mengetahuinya?", $"{site.Clock.GetUtcNow():yyyy-MM-dd}")
                .Fill("Kata sandi akun Anda", site.Password)
                .Tick("Saya mengerti bahwa pencabutan ini tidak dapat dibatalkan").PressAsync("Cabut sertifikat saya");
        }

        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/sertifikat/otoritas");
        Assert.Contains(
            "1 sertifikat berakhir sesudah daftar pencabutan terakhir. Terbitkan daftar baru.", page.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromMinutes(1));
        page = await page.Fill("Frasa sandi otoritas", SiteCertificates.OfAuthority).PressAsync("Terbitkan daftar pencabutan");
        Assert.Equal("Daftar pencabutan baru sudah ditandatangani dan diterbitkan.", page.Done);
        Assert.DoesNotContain("Terbitkan daftar baru.", page.Text, StringComparison.Ordinal);

        using var stranger = site.Stranger();
        var list = await stranger.GoAsync($"/otoritas/{good.AuthorityId}.crl");
        var authority = await stranger.GoAsync($"/otoritas/{good.AuthorityId}.cer");
        Assert.Equal("application/pkix-crl", list.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/pkix-cert", authority.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromHours(1), list.Response.Headers.CacheControl!.MaxAge);
        Assert.True(list.Response.Headers.CacheControl.Public);
        using var again = new HttpRequestMessage(HttpMethod.Get, list.Url) { Headers = { IfNoneMatch = { list.Response.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await stranger.Client.SendAsync(again)).StatusCode);

        var folder = Directory.CreateTempSubdirectory("sop-otoritas-").FullName;
        var ca = Kept(folder, "ca.pem", "CERTIFICATE", authority.Bytes);
        var crl = Kept(folder, "cabut.pem", "X509 CRL", list.Bytes);
        Assert.Contains(
            "verify OK", PdfTools.Run("openssl", "crl", "-verify", "-noout", "-in", crl, "-CAfile", ca).Output, StringComparison.Ordinal);
        // The site's present is not openssl's.
        string[] check = ["verify", "-attime", $"{site.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds()}", "-crl_check", "-CRLfile", crl,
            "-CAfile", ca];
        Assert.Contains(": OK", PdfTools.Run("openssl", [.. check, Kept(folder, "baik.pem", "CERTIFICATE", good.Certificate!)]).Output,
            StringComparison.Ordinal);
        var bad = (await site.CertificatesOfAsync("sekretaris"))[^1];
        Assert.Contains("certificate revoked", PdfTools.Run(
            "openssl", [.. check, Kept(folder, "cabut-orang.pem", "CERTIFICATE", bad.Certificate!)]).Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Issuing_a_successor_renews_the_list_because_the_key_is_open_anyway()
    {
        await site.CertifyAsync("penera");
        site.Clock.Move(TimeSpan.FromMinutes(1));
        await site.RequestedAsync("penera");
        using var admin = await site.SignInAsync("admin");

        await (await admin.GoAsync("/sertifikat")).Tick("Terbitkan untuk Eko Prasetyo, S.Si.")
            .Fill("Frasa sandi otoritas", SiteCertificates.OfAuthority).PressAsync("Terbitkan yang dicentang");

        var old = (await site.CertificatesOfAsync("penera"))[0];
        Assert.Equal(EndReason.Superseded, old.EndReason);
        using var stranger = site.Stranger();
        var list = (await stranger.GoAsync($"/otoritas/{old.AuthorityId}.crl")).Bytes;
        Assert.Contains(
            old.Serial!.ToUpperInvariant(), Openssl(list, "crl", "-inform", "DER", "-noout", "-text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_people_finds_those_without_those_that_end_and_one_by_name()
    {
        await site.CertifyAsync("kadis");
        using var admin = await site.SignInAsync("admin");
        Assert.Contains("Hj. Nurlaila Hasanah", (await admin.GoAsync("/sertifikat/pegawai?cari=nurlaila")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Hj. Nurlaila Hasanah", (await admin.GoAsync("/sertifikat/pegawai?keadaan=segera")).Text, StringComparison.Ordinal);
        var without = await admin.GoAsync("/sertifikat/pegawai?keadaan=belum");
        Assert.Contains("Syahrul Ramadhan, S.E.", without.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hj. Nurlaila Hasanah", without.Text, StringComparison.Ordinal);
        // An account is needed: without one no one could ask.
        Assert.DoesNotContain("Akhmad Fauzan", without.Text, StringComparison.Ordinal);

        var end = (await site.CertificatesOfAsync("kadis"))[^1].NotAfter!.Value;
        var now = site.Clock.GetUtcNow();
        site.Clock.Move(end.AddDays(-3) - now);
        using var later = await site.SignInAsync("admin");
        Assert.Contains("Hj. Nurlaila Hasanah", (await later.GoAsync("/sertifikat/pegawai?keadaan=segera&cari=nurlaila")).Text,
            StringComparison.Ordinal);
        Assert.Contains("Daftar pencabutan kedaluwarsa sejak", (await later.GoAsync("/sertifikat")).Text, StringComparison.Ordinal);
        site.Clock.Move(now - site.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("/otoritas/999.crl")]
    [InlineData("/otoritas/999.cer")]
    public async Task An_authority_that_does_not_exist_is_a_sentence(string address)
    {
        using var stranger = site.Stranger();

        var page = await stranger.GoAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("tori", page.Text, StringComparison.Ordinal);
    }

    private Visit Revoke(Visit page, string passphrase) => page
        .Tick("Frasa sandi mungkin diketahui orang lain")
        .Fill("Sejak kapan orang lain mungkin mengetahuinya?", $"{site.Clock.GetUtcNow():yyyy-MM-dd}")
        .Fill("Catatan", "Dilaporkan lewat telepon.").Fill("Frasa sandi otoritas", passphrase);

    private Task<int> ChangesOfAsync(string userName, string sentence) => site.AskAsync(db => db.Changes.CountAsync(
        c => c.Subject == "Sertifikat" && c.SubjectId == site.People[userName].PegawaiId && c.Sentence == sentence));

    private static string Kept(string folder, string name, string label, byte[] der)
    {
        File.WriteAllText(Path.Combine(folder, name), PemEncoding.WriteString(label, der));
        return Path.Combine(folder, name);
    }

    private static string Openssl(byte[] input, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, input);
        var said = PdfTools.Run("openssl", [.. arguments, "-in", file]).Output;
        File.Delete(file);
        return said;
    }
}
