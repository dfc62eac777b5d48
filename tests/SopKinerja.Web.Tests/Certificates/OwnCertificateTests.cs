using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Certificates;

/// <summary>What someone does with the own certificate, on its pages.</summary>
public sealed class OwnCertificateTests(SopSite site) : IClassFixture<SopSite>, IAsyncLifetime
{
    private const string Chosen = "gunung meratus berkabut";

    public Task InitializeAsync() => site.FoundAuthorityAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Somebody_asks_waits_and_takes_it_back_by_way_of_the_links_in_the_head()
    {
        using var me = await site.SignInAsync("bendahara");
        var page = await (await me.GoAsync("/")).FollowAsync("Sertifikat saya");
        Assert.Contains("Anda belum mempunyai sertifikat.", page.Text, StringComparison.Ordinal);

        page = await Ask(await page.FollowAsync("Minta sertifikat"), Chosen).PressAsync("Minta sertifikat");

        Assert.Equal("Permintaan sertifikat sudah dikirim kepada administrator.", page.Done);
        Assert.Contains("Permintaan Anda menunggu administrator", page.Text, StringComparison.Ordinal);
        Assert.Contains("Siti Aisyah, S.E. meminta sertifikat tanda tangan.", page.Text, StringComparison.Ordinal);
        var row = Assert.Single(await site.CertificatesOfAsync("bendahara"));
        using var key = KeyEnvelope.Open(row.LockedKey!, new(Chosen));
        Assert.NotNull(key);

        page = await page.PressAsync("Tarik permintaan");
        Assert.Equal("Permintaan sertifikat sudah ditarik.", page.Done);
        Assert.True(Assert.Single(await site.CertificatesOfAsync("bendahara")) is { EndReason: EndReason.Withdrawn, LockedKey: null });
    }

    [Theory]
    [InlineData("pendek", "pendek", null, "Frasa sandi paling sedikit 12 karakter.")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", null, "Frasa sandi terlalu mudah ditebak: mengulang")]
    [InlineData(Chosen, "gunung meratus cerah", null, "Kedua frasa sandi tidak sama.")]
    [InlineData(Chosen, Chosen, "", "Tulis kata sandi akun Anda.")]
    [InlineData(Chosen, Chosen, "bukan kata sandinya", "Kata sandi salah.")]
    public async Task A_wrong_request_is_a_sentence_and_nothing_typed_comes_back(string first, string second, string? password, string said)
    {
        using var me = await site.SignInAsync("kasubbag");

        var page = await Ask(await me.GoAsync("/sertifikat-saya/minta"), first, second, password).PressAsync("Minta sertifikat");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith(said, StringComparison.Ordinal));
        Assert.DoesNotContain(first, page.Html, StringComparison.Ordinal);
        Assert.Empty(await site.CertificatesOfAsync("kasubbag"));
    }

    [Fact]
    public async Task The_password_of_the_account_is_no_passphrase()
    {
        using var me = await site.SignInAsync("kasubbag");

        var page = await Ask(await me.GoAsync("/sertifikat-saya/minta"), site.Password).PressAsync("Minta sertifikat");

        Assert.Contains("Frasa sandi harus berbeda dari kata sandi akun Anda.", page.Errors);
    }

    [Fact]
    public async Task Two_requests_at_once_are_one_request_and_one_sentence()
    {
        using var me = await site.SignInAsync("penera");
        var page = Ask(await me.GoAsync("/sertifikat-saya/minta"), Chosen);
        await using var first = await AtOnce.BeginAsync(
            site.ConnectionString,
            $"insert into signing_certificates (pegawai_id, request, locked_key, requested_at) values ({site.People["penera"].PegawaiId}, "
            + "'x', 'x', now())");
        var second = page.PressAsync("Minta sertifikat");
        await first.CommitOnceAwaitedAsync(second);

        page = await second;

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.StartsWith("Sertifikat ini baru saja diubah", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("yang masih menunggu", page.Text, StringComparison.Ordinal);
        Assert.Single(await site.CertificatesOfAsync("penera"));
        Assert.False(await site.AskAsync(
            db => db.Changes.AnyAsync(c => c.Subject == "Sertifikat" && c.SubjectId == site.People["penera"].PegawaiId)));
    }

    [Fact]
    public async Task A_certificate_in_use_shows_what_it_is_and_its_passphrase_can_be_changed()
    {
        await site.CertifyAsync("kabidkop");
        using var me = await site.SignInAsync("kabidkop");
        var page = await me.GoAsync("/sertifikat-saya");
        Assert.Contains("Ir. Bambang Suryadi, M.M.", page.Text, StringComparison.Ordinal);
        Assert.Contains("730 hari lagi", page.Text, StringComparison.Ordinal);
        var serial = Assert.Single(await site.CertificatesOfAsync("kabidkop")).Serial!;
        Assert.Contains($"{serial[..4]} {serial[4..8]} … {serial[^4..]}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(serial, page.Html, StringComparison.Ordinal);

        page = await Change(await page.FollowAsync("Ganti frasa sandi"), SiteCertificates.OfPerson, Chosen).PressAsync("Ganti frasa sandi");

        Assert.StartsWith("Frasa sandi sudah diganti.", page.Done, StringComparison.Ordinal);
        using var key = KeyEnvelope.Open(Assert.Single(await site.CertificatesOfAsync("kabidkop")).LockedKey!, new(Chosen));
        Assert.NotNull(key);
    }

    [Fact]
    public async Task Wrong_passphrases_are_counted_and_slowed_on_the_page_until_the_time_has_passed()
    {
        await site.CertifyAsync("kabidind");
        using var me = await site.SignInAsync("kabidind");
        var page = await me.GoAsync("/sertifikat-saya/frasa-sandi");
        for (var left = 4; left > 0; left--)
        {
            page = await Change(page, "frasa yang salah", Chosen).PressAsync("Ganti frasa sandi");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal($"Frasa sandi salah. Periksa huruf besar dan kecil; masih {left} percobaan sebelum Anda harus menunggu.",
                Assert.Single(page.Errors));
            Assert.DoesNotContain("frasa yang salah", page.Html, StringComparison.Ordinal);
        }

        page = await Change(page, "frasa yang salah", Chosen).PressAsync("Ganti frasa sandi");
        Assert.Equal("Frasa sandi salah. Percobaan berikutnya baru dapat dilakukan 1 menit lagi.", Assert.Single(page.Errors));
        page = await Change(page, SiteCertificates.OfPerson, Chosen).PressAsync("Ganti frasa sandi");
        Assert.StartsWith("Frasa sandi salah terlalu sering. Coba lagi sesudah 23 November 2026 pukul", Assert.Single(page.Errors),
            StringComparison.Ordinal);

        site.Clock.Move(TimeSpan.FromMinutes(1));
        page = await Change(page, SiteCertificates.OfPerson, Chosen).PressAsync("Ganti frasa sandi");
        Assert.StartsWith("Frasa sandi sudah diganti.", page.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Losing_it_ends_it_at_once_after_a_reason_and_a_tick_and_a_new_one_is_asked_for()
    {
        await site.CertifyAsync("kabiddag");
        using var me = await site.SignInAsync("kabiddag");
        var page = await (await me.GoAsync("/sertifikat-saya/cabut")).PressAsync("Cabut sertifikat saya");
        Assert.Equal(3, page.Errors.Count);
        page = await page.Tick("Frasa sandi terlupa").Tick("Saya mengerti bahwa pencabutan ini tidak dapat dibatalkan")
            .Fill("Kata sandi akun Anda", "bukan kata sandinya").PressAsync("Cabut sertifikat saya");
        Assert.StartsWith("Kata sandi salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await site.CertificatesOfAsync("kabiddag")).EndedAt);

        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Cabut sertifikat saya");

        Assert.StartsWith("Sertifikat Anda sudah dicabut.", page.Done, StringComparison.Ordinal);
        Assert.Contains("mencabut sertifikatnya: frasa sandi terlupa.", page.Text, StringComparison.Ordinal);
        Assert.True(Assert.Single(await site.CertificatesOfAsync("kabiddag")) is { EndReason: EndReason.Lost, LockedKey: null });
        page = await Ask(await page.FollowAsync("Minta sertifikat"), Chosen).PressAsync("Minta sertifikat");
        Assert.NotNull(page.Done);
    }

    [Theory]
    [InlineData("Left")]
    [InlineData("Superseded")]
    [InlineData("7")]
    public async Task Nobody_gives_a_reason_that_is_not_the_holders(string reason)
    {
        await site.CertifyAsync("kauptd");
        using var me = await site.SignInAsync("kauptd");

        var page = await me.PostAsync(
            "/sertifikat-saya/cabut", "/sertifikat-saya/cabut", ("Input.Alasan", reason), ("Input.Yakin", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Null((await site.CertificatesOfAsync("kauptd"))[^1].EndedAt);
    }

    [Fact]
    public async Task What_ends_within_thirty_days_is_said_on_the_front_page_and_the_own_page_until_another_is_asked_for()
    {
        await site.CertifyAsync("arsiparis");
        var end = Assert.Single(await site.CertificatesOfAsync("arsiparis")).NotAfter!.Value;
        site.Clock.Move(end.AddDays(-31) - site.Clock.GetUtcNow());
        try
        {
            using (var early = await site.SignInAsync("arsiparis"))
            {
                Assert.DoesNotContain("Sertifikat tanda tangan Anda berakhir", (await early.GoAsync("/")).Text, StringComparison.Ordinal);
            }

            site.Clock.Move(TimeSpan.FromDays(2));
            using var me = await site.SignInAsync("arsiparis");
            var page = await me.GoAsync("/");
            Assert.Contains("Sertifikat tanda tangan Anda berakhir 23 November 2028. Minta yang baru sebelum tanggal itu.", page.Text,
                StringComparison.Ordinal);
            page = await page.FollowAsync("Minta sertifikat pengganti");
            Assert.Contains("29 hari lagi", page.Text, StringComparison.Ordinal);
            page = await Ask(await page.FollowAsync("Minta sertifikat pengganti"), Chosen).PressAsync("Minta sertifikat");
            Assert.Contains("Sertifikat yang dipakai", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Sertifikat tanda tangan Anda berakhir", (await me.GoAsync("/")).Text, StringComparison.Ordinal);
        }
        finally
        {
            site.Clock.Move(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero) - site.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task An_administrator_has_none_and_is_told_so()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.GoAsync("/sertifikat-saya");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Akun administrator tidak terikat pada pegawai", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_table_holds_a_passphrase_that_was_typed()
    {
        const string Secret = "merpati putih kembali pulang";
        using var me = await site.SignInAsync("analisdag");
        await Ask(await me.GoAsync("/sertifikat-saya/minta"), Secret).PressAsync("Minta sertifikat");
        Assert.Single(await site.CertificatesOfAsync("analisdag"));
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select string_agg(query_to_xml(format('select * from %I', relname), true, false, '')::text, '') from pg_class where "
            + "relnamespace = 'public'::regnamespace and relkind = 'r'", connection);

        var everything = (string)(await command.ExecuteScalarAsync())!;

        Assert.Contains("meminta sertifikat tanda tangan.", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret))[..20], everything, StringComparison.Ordinal);
    }

    private Visit Ask(Visit page, string first, string? second = null, string? password = null) => page
        .Fill("Frasa sandi tanda tangan", first)
        .Fill("Ulangi frasa sandi", second ?? first).Fill("Kata sandi akun Anda", password ?? site.Password);

    private static Visit Change(Visit page, string old, string chosen) => page
        .Fill("Frasa sandi sekarang", old).Fill("Frasa sandi baru", chosen).Fill("Ulangi frasa sandi baru", chosen);
}
