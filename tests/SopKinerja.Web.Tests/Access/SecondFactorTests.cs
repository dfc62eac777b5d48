using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>With a one-time code a password alone opens nothing (docs/decisions/0043).</summary>
public sealed class SecondFactorTests(SecondFactorTests.CodeSite site) : IClassFixture<SecondFactorTests.CodeSite>
{
    private const string Page = "/kode-sekali-pakai";

    /// <summary>RFC 6238, appendix B, in six figures; the last figures of those with eight.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_telephone_and_the_program_reckon_as_the_standard_says(long seconds, string code)
    {
        const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Authenticator.Code(Key, at));
        Assert.Equal(seconds / 30, OneTimeCode.StepOf(Key, code, at));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_wrong(int steps, bool isTaken)
    {
        var (key, now) = (OneTimeCode.NewKey(), site.Clock.GetUtcNow());

        Assert.Equal(isTaken ? (now.ToUnixTimeSeconds() / 30) + steps : null, OneTimeCode.StepOf(key, Authenticator.Code(key, now, steps), now));
    }

    [Fact]
    public async Task It_counts_once_a_code_of_the_shown_key_came_back_with_the_password()
    {
        using var juru = await site.SignInAsync("juru");
        var page = await (await juru.GoAsync("/sesi-saya")).FollowAsync("Kode sekali pakai");
        var key = KeyOn(page);
        Assert.NotNull(page.Page.QuerySelector("svg.kode-qr path"));
        Assert.Equal(32, key.Replace(" ", "", StringComparison.Ordinal).Length);

        page = await Fill(page, "bukan sandinya", Now(key)).PressAsync("Aktifkan kode sekali pakai");
        Assert.Contains("Kata sandi salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(key, KeyOn(page));
        page = await Fill(page, site.Password, Authenticator.Code(OneTimeCode.NewKey(), site.Clock.GetUtcNow()))
            .PressAsync("Aktifkan kode sekali pakai");
        Assert.Contains("bukan dari kunci di atas", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.False(await IsOnAsync("juru"));

        var form = Fill(page, site.Password, Now(key));
        page = await form.PressAsync("Aktifkan kode sekali pakai");

        Assert.Equal("Kode sekali pakai sudah aktif. Simpan kode pemulihannya sekarang.", page.Done);
        Assert.True(await IsOnAsync("juru"));
        var codes = CodesOn(page);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Contains("Tersisa 10 dari 10", page.Text, StringComparison.Ordinal);
        Assert.Contains("mengaktifkan kode sekali pakai.", page.Text, StringComparison.Ordinal);
        var again = await form.PressAsync("Aktifkan kode sekali pakai");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Empty(CodesOn(again));
        Assert.Contains("sudah dikerjakan", again.Done, StringComparison.Ordinal);
        page = await juru.GoAsync(Page);
        Assert.Empty(CodesOn(page));
        Assert.DoesNotContain(key, page.Text, StringComparison.Ordinal);

        var kept = await site.AskAsync(db => db.Database.SqlQuery<string>($"""
            select coalesce(string_agg(x, ' '), '') as "Value" from (
                select t::text x from account_tokens t union all select c::text from changes c union all select l::text from ledger l
                union all select a::text from accounts a union all select encode(f.answer, 'escape') from form_acts f) all_
            """).SingleAsync());
        Assert.All(
            codes.Select(RecoveryCodes.Plain).Concat(codes).Append(key).Append(key.Replace(" ", "", StringComparison.Ordinal)),
            secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
        Assert.Contains("RecoveryCodes", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_offered_to_another_or_too_long_ago_is_not_taken()
    {
        using var other = await site.SignInAsync("kasubbag2");
        using var visitor = await site.SignInAsync("pelaksanaind");
        var offered = await other.GoAsync(Page);
        var page = await visitor.GoAsync(Page);
        Offer(page).Value = Offer(offered).Value;
        page = await Fill(page, site.Password, Now(KeyOn(offered))).PressAsync("Aktifkan kode sekali pakai");
        Assert.Contains("terlalu lama", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotEqual(KeyOn(offered), KeyOn(page));
        Assert.False(await IsOnAsync("pelaksanaind"));

        static IHtmlInputElement Offer(Visit page) => (IHtmlInputElement)page.Page.QuerySelector("input[name='Input.Kunci']")!;
    }

    [Fact]
    public async Task After_the_password_nobody_is_signed_in_before_the_code_and_then_goes_where_he_wanted()
    {
        var key = await site.GiveCodeAsync("penera");
        using var visitor = site.Stranger();
        var page = await PasswordAsync(visitor, "penera", "/kata-sandi");
        Assert.Equal("/masuk/kode", page.Url.AbsolutePath);
        Assert.Empty(await SessionsAsync("penera"));
        Assert.Null(page.Page.QuerySelector(".kepala__saya"));
        foreach (var closed in (string[])["/", "/sop", "/kata-sandi", Page, "/sesi-saya"])
        {
            using var half = site.Stranger();
            await PasswordAsync(half, "penera");
            Assert.Equal("/masuk", (await half.GoAsync(closed)).Url.AbsolutePath);
        }

        page = await page.Fill("Kode", "000 000").PressAsync("Masuk");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(CodeJudge.Wrong, Assert.Single(page.Errors));
        Assert.Empty(await SessionsAsync("penera"));

        var code = Now(key);
        page = await page.Fill("Kode", $"{code[..3]} {code[3..]}").PressAsync("Masuk");

        Assert.Equal("/kata-sandi", page.Url.AbsolutePath);
        Assert.Single(await SessionsAsync("penera"));
        Assert.Equal("/sop", (await visitor.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal("/", (await visitor.GoAsync("/masuk/kode")).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_code_opens_once_on_two_servers_too_and_at_one_moment()
    {
        var key = await site.GiveCodeAsync("bendahara");
        var code = Now(key);
        await using var second = site.Second();
        using var first = site.Stranger();
        using var thief = At(second);
        var (mine, his) = (await PasswordAsync(first, "bendahara"), await PasswordAsync(thief, "bendahara"));

        Assert.Equal("/", (await mine.Fill("Kode", code).PressAsync("Masuk")).Url.AbsolutePath);
        Assert.Equal(CodeJudge.Wrong, Assert.Single((await his.Fill("Kode", code).PressAsync("Masuk")).Errors));
        site.Clock.Move(TimeSpan.FromSeconds(29));
        Assert.Equal(CodeJudge.Wrong, Assert.Single((await his.Fill("Kode", code).PressAsync("Masuk")).Errors));

        site.Clock.Move(TimeSpan.FromSeconds(60));
        code = Now(key);
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            var account = await AccountAsync(scope, "bendahara");
            return await scope.ServiceProvider.GetRequiredService<CodeJudge>().TakeAsync(account, key, code);
        }));
        Assert.Equal(1, taken.Count(t => t));
    }

    /// <summary>Of 10,000, from one place and from as many places as there are tries: hardly any is judged.</summary>
    [Theory]
    [InlineData("kabiddag", false, 25)]
    [InlineData("kabidkop", true, 40)]
    public async Task A_code_is_not_guessed_in_10000_tries(string userName, bool isFromEverywhere, int most)
    {
        await site.GiveCodeAsync(userName);
        var judged = 0;
        await using var scope = site.Services.CreateAsyncScope();
        var account = await AccountAsync(scope, userName);
        for (var i = 0; i < 10_000; i++)
        {
            var judge = JudgeAt(scope, isFromEverywhere ? $"10.{i >> 16}.{(i >> 8) & 255}.{i & 255}" : "198.51.100.9");
            var why = await judge.WhyNotAsync(account, $"{i * 97 % 1_000_000:000000}");
            Assert.NotNull(why);
            judged += why == CodeJudge.Wrong ? 1 : 0;
            site.Clock.Move(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(judged, 4, most);
    }

    [Fact]
    public async Task Wrong_codes_wait_as_wrong_passwords_do_and_the_right_password_does_not_begin_them_anew()
    {
        var key = await site.GiveCodeAsync("kabidind");
        for (var i = 0; i < 4; i++)
        {
            using var visitor = site.Stranger();
            var page = await (await PasswordAsync(visitor, "kabidind")).Fill("Kode", "000000").PressAsync("Masuk");
            Assert.Equal(CodeJudge.Wrong, Assert.Single(page.Errors));
        }

        using var last = site.Stranger();
        var form = await PasswordAsync(last, "kabidind");
        Assert.Equal(
            "Terlalu banyak percobaan yang salah. Tunggu 5 detik, lalu coba lagi.",
            Assert.Single((await form.Fill("Kode", Now(key)).PressAsync("Masuk")).Errors));
        site.Clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal("/", (await form.Fill("Kode", Now(key)).PressAsync("Masuk")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Between_password_and_code_there_are_five_minutes_at_one_browser_and_of_the_account_as_it_was()
    {
        var key = await site.GiveCodeAsync("pelaksanakop");
        using var slow = site.Stranger();
        using var changed = site.Stranger();
        using var nobody = site.Stranger();
        var form = await PasswordAsync(slow, "pelaksanakop");
        Assert.Equal("/masuk", (await nobody.GoAsync("/masuk/kode")).Url.AbsolutePath);
        site.Clock.Move(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        var page = await form.Fill("Kode", Now(key)).PressAsync("Masuk");
        Assert.Equal("/masuk", page.Url.AbsolutePath);
        Assert.Contains("sudah lewat", page.Text, StringComparison.Ordinal);

        form = await PasswordAsync(changed, "pelaksanakop");
        await site.AsOwnerAsync("update accounts set security_stamp = 'lain' where user_name = 'pelaksanakop'");
        Assert.Equal("/masuk", (await form.Fill("Kode", Now(key)).PressAsync("Masuk")).Url.AbsolutePath);
        form = await PasswordAsync(changed, "pelaksanakop");
        await site.SetOpenAsync("pelaksanakop", isOpen: false);
        Assert.Equal("/masuk", (await form.Fill("Kode", Now(key)).PressAsync("Masuk")).Url.AbsolutePath);
        Assert.Empty(await SessionsAsync("pelaksanakop"));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_new_ones_end_the_old()
    {
        var (visitor, key, codes) = await SwitchedOnAsync("penggerak");
        using var second = site.Stranger();
        var page = await (await PasswordAsync(second, "penggerak")).Fill("Kode", codes[0].ToUpperInvariant()).PressAsync("Masuk");
        Assert.Contains("Tersisa 9 kode pemulihan.", page.Done, StringComparison.Ordinal);
        using var third = site.Stranger();
        var form = await PasswordAsync(third, "penggerak");
        Assert.Equal(CodeJudge.Wrong, Assert.Single((await form.Fill("Kode", codes[0]).PressAsync("Masuk")).Errors));

        var redeemed = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            return (await users.RedeemTwoFactorRecoveryCodeAsync(
                (await users.FindByNameAsync("penggerak"))!, RecoveryCodes.Plain(codes[1]))).Succeeded;
        }));
        Assert.Equal(1, redeemed.Count(r => r));

        page = await (await visitor.GoAsync(Page)).FollowAsync("Buat kode pemulihan baru");
        Assert.Contains("Tersisa 8 dari 10", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Kata sandi akun Anda", "bukan ini").PressAsync("Buat kode pemulihan baru");
        Assert.Contains("salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Buat kode pemulihan baru");
        var anew = CodesOn(page);
        Assert.Equal(10, anew.Count);
        Assert.Equal(CodeJudge.Wrong, Assert.Single((await form.Fill("Kode", codes[2]).PressAsync("Masuk")).Errors));
        Assert.Contains("Tersisa 9", (await form.Fill("Kode", anew[2]).PressAsync("Masuk")).Done, StringComparison.Ordinal);
        Assert.NotEmpty(key);
    }

    [Fact]
    public async Task Switching_on_ends_no_session_and_off_asks_for_password_and_code()
    {
        using var other = await site.SignInAsync("penyuluh");
        var (visitor, key, _) = await SwitchedOnAsync("penyuluh");
        Assert.Equal("/sop", (await other.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await other.PostAsync("/sesi-saya?handler=EndOthers", "/sesi-saya")).Status);
        visitor.Dispose();
        site.Clock.Move(TimeSpan.FromMinutes(1));

        var page = await (await other.GoAsync(Page)).FollowAsync("Matikan");
        page = await Fill(page, "bukan ini", Now(key)).PressAsync("Matikan kode sekali pakai");
        Assert.Contains("salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await Fill(page, site.Password, "000000").PressAsync("Matikan kode sekali pakai");
        Assert.Equal(CodeJudge.Wrong, Assert.Single(page.Errors));
        Assert.True(await IsOnAsync("penyuluh"));
        var form = Fill(page, site.Password, Now(key));
        page = await form.PressAsync("Matikan kode sekali pakai");

        Assert.Contains("sudah dimatikan", page.Done, StringComparison.Ordinal);
        Assert.Contains("sudah dimatikan", (await form.PressAsync("Matikan kode sekali pakai")).Done, StringComparison.Ordinal);
        Assert.False(await IsOnAsync("penyuluh"));
        Assert.Empty(await site.AskAsync(db => db.UserTokens.Where(t => db.Users.Any(u => u.Id == t.UserId && u.UserName == "penyuluh")).ToListAsync()));
        Assert.Equal(Page, (await other.GoAsync($"{Page}/matikan")).Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostAsync($"{Page}/matikan", "/sesi-saya")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostAsync($"{Page}/kode-pemulihan", "/sesi-saya")).Status);
        using var again = await site.SignInAsync("penyuluh");
        Assert.Equal("/sop", (await again.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Whom_the_setting_asks_gets_the_page_and_the_way_out_and_nothing_else_until_it_is_done()
    {
        var (before, free) = (await CookieAsync("sekretaris"), await CookieAsync("keamanan"));
        await using var required = site.Second((SettingTable.KodeSekaliPakai.Name, "tugas"));
        using var visitor = At(required, before);
        using var other = At(required, free);

        // A session from before the setting, within the minute for which rights are believed.
        foreach (var closed in (string[])["/", "/sop", "/arsip", "/sesi-saya", "/kata-sandi", "/berkas/1", "/segel"])
        {
            Assert.Equal(Page, (await visitor.GoAsync(closed)).Url.AbsolutePath);
        }

        Assert.Equal(Page, (await visitor.PostAsync("/sesi-saya?handler=EndOthers", Page)).Url.AbsolutePath);
        Assert.Equal("/keluar", (await visitor.GoAsync("/keluar")).Url.AbsolutePath);
        Assert.Equal("/sop", (await other.GoAsync("/sop")).Url.AbsolutePath);

        var page = await visitor.GoAsync(Page);
        Assert.Contains("mewajibkan", page.Text, StringComparison.Ordinal);
        var key = KeyOn(page);
        page = await Fill(page, site.Password, Now(key)).PressAsync("Aktifkan kode sekali pakai");
        Assert.Equal(10, CodesOn(page).Count);
        Assert.Equal("/arsip", (await visitor.GoAsync("/arsip")).Url.AbsolutePath);

        site.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.False(page.Text.Contains("Matikan", StringComparison.Ordinal));
        Assert.Equal(Page, (await visitor.GoAsync($"{Page}/matikan")).Url.AbsolutePath);
        var refused = await visitor.PostAsync(
            $"{Page}/matikan", "/sesi-saya", ("Input.KataSandi", site.Password), ("Input.Kode", Now(key)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.True(await IsOnAsync("sekretaris"));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("pilihan", "")]
    [InlineData("administrator", "admin")]
    [InlineData("Pimpinan", "admin kadis")]
    [InlineData("tugas", "admin analis kadis kasubbag sekretaris")]
    [InlineData("semua", "admin analis kadis kasubbag sekretaris juru")]
    public async Task The_setting_names_whose_accounts_must_have_one(string? written, string asked)
    {
        var policy = SecondFactorPolicy.Of(new(null, new Dictionary<string, string>(), Written(written)));
        var accounts = await site.AskAsync(db => db.Users.AsNoTracking().ToListAsync());

        Assert.Equal(
            asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            ((string[])["admin", "analis", "kadis", "kasubbag", "sekretaris", "juru"])
                .Where(n => policy.Requires(accounts.Single(a => a.UserName == n))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_choice_on_the_page_names_whose_accounts() =>
        Assert.Equal(SettingTable.KodeSekaliPakai.Choices.Select(c => c.Value), SecondFactorPolicy.Rows.Select(r => r.Value));

    private static SettingLocks Written(string? written) =>
        SettingLocks.Of(new ConfigurationManager { [SettingTable.KodeSekaliPakai.Name] = written }, isDemo: false);

    [Fact]
    public void A_setting_that_is_not_known_is_refused_at_the_start() => Assert.Contains(
        "pilihan, administrator, pimpinan, tugas, semua",
        Assert.Throws<StartRefusedException>(
            () => Written("wajib")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_administrator_takes_it_off_for_a_reason_that_is_written_down_and_read_by_the_owner()
    {
        var (owner, _, codes) = await SwitchedOnAsync("analis2");
        var id = await site.AskAsync(db => db.Users.Where(u => u.UserName == "analis2").Select(u => u.Id).SingleAsync());
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync($"/akun/{id}")).FollowAsync("Setel ulang kode sekali pakai");
        page = await page.Fill("Alasan", "hilang").PressAsync("Setel ulang kode sekali pakai");
        Assert.Contains("terlalu singkat", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.True(await IsOnAsync("analis2"));

        page = await page.Fill("Alasan", "Datang sendiri, ponselnya hilang di pasar").PressAsync("Setel ulang kode sekali pakai");

        const string Told = "menyetel ulang kode sekali pakai. Alasan: Datang sendiri, ponselnya hilang di pasar.";
        Assert.Contains("sudah disetel ulang", page.Done, StringComparison.Ordinal);
        Assert.Contains(Told, page.Text, StringComparison.Ordinal);
        Assert.Contains(Told, (await admin.GoAsync("/perubahan")).Text, StringComparison.Ordinal);
        Assert.False(await IsOnAsync("analis2"));
        Assert.Equal("/masuk", (await owner.GoAsync("/sop")).Url.AbsolutePath);
        using var back = site.Stranger();
        page = await PasswordAsync(back, "analis2");
        Assert.Equal(Page, page.Url.AbsolutePath);
        Assert.Contains("ponselnya hilang di pasar. Bukan Anda yang memintanya?", page.Text, StringComparison.Ordinal);
        Assert.Contains(Told, page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Saya sudah membaca");
        Assert.DoesNotContain("Bukan Anda yang memintanya?", page.Text, StringComparison.Ordinal);
        using var later = site.Stranger();
        Assert.Equal("/", (await PasswordAsync(later, "analis2")).Url.AbsolutePath);
        Assert.NotEmpty(codes);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsync(
            $"/akun/{id}/setel-ulang-kode", "/sesi-saya", ("Input.Alasan", "Sekali lagi, untuk apa?"))).Status);
    }

    [Fact]
    public async Task Nobody_takes_off_the_own_one_and_only_an_administrator_that_of_another()
    {
        var (admin, _, _) = await SwitchedOnAsync("admin");
        var own = await site.AskAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync());
        Assert.Contains("administrator lain", (await admin.GoAsync($"/akun/{own}/setel-ulang-kode")).Text, StringComparison.Ordinal);
        var refused = await admin.PostAsync($"/akun/{own}/setel-ulang-kode", "/sesi-saya", ("Input.Alasan", "Ponsel saya sendiri hilang."));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        using var kadis = await site.SignInAsync("kadis");
        refused = await kadis.PostAsync($"/akun/{own}/setel-ulang-kode", "/sesi-saya", ("Input.Alasan", "Ponsel orang ini hilang."));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.True(await IsOnAsync("admin"));
        await site.AsOwnerAsync("update accounts set two_factor_enabled = false where user_name = 'admin'");
    }

    [Fact]
    public async Task A_slip_leaves_the_code_in_place()
    {
        var key = await site.GiveCodeAsync("arsiparis");
        using var admin = await site.SignInAsync("admin");
        var password = await site.SlipOfAsync(admin, "arsiparis");
        using var owner = site.Stranger();
        var page = await (await owner.GoAsync("/masuk")).Fill("Nama pengguna", "arsiparis").Fill("Kata sandi", password).PressAsync("Masuk");

        Assert.Equal("/masuk/kode", page.Url.AbsolutePath);
        Assert.Equal("/kata-sandi", (await page.Fill("Kode", Now(key)).PressAsync("Masuk")).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_key_in_the_database_is_that_of_its_account_alone()
    {
        var key = await site.GiveCodeAsync("analisdag");
        await site.AsOwnerAsync("""
            insert into account_tokens (user_id, login_provider, name, value)
            select b.id, t.login_provider, t.name, t.value from account_tokens t join accounts a on a.id = t.user_id, accounts b
            where a.user_name = 'analisdag' and b.user_name = 'pppkkop'
            """);
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

        Assert.Equal(key, await users.GetAuthenticatorKeyAsync((await users.FindByNameAsync("analisdag"))!));
        Assert.Null(await users.GetAuthenticatorKeyAsync((await users.FindByNameAsync("pppkkop"))!));
    }

    [Fact]
    public async Task No_secret_of_it_is_in_the_log()
    {
        var (visitor, key, codes) = await SwitchedOnAsync("pelaksanadag");
        site.Clock.Move(TimeSpan.FromMinutes(1));
        using var back = site.Stranger();
        var code = Now(key);
        await (await PasswordAsync(back, "pelaksanadag")).Fill("Kode", code).PressAsync("Masuk");
        visitor.Dispose();

        var log = await site.LogAsync();

        Assert.Contains("/masuk/kode", log, StringComparison.Ordinal);
        Assert.All(
            (string[])[code, key, key.Replace(" ", "", StringComparison.Ordinal), .. codes, .. codes.Select(RecoveryCodes.Plain)],
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    private string Now(string key) => Authenticator.Code(key, site.Clock.GetUtcNow());

    private static Visit Fill(Visit page, string password, string code) =>
        page.Fill("Kata sandi akun Anda", password).Fill("Kode dari ponsel", code);

    private static string KeyOn(Visit page) => page.Page.QuerySelector("dd code")!.TextContent;

    private static IReadOnlyList<string> CodesOn(Visit page) =>
        [.. page.Page.QuerySelectorAll(".kode-pemulihan code").Select(c => c.TextContent)];

    private async Task<Visit> PasswordAsync(Visitor visitor, string userName, string? wanted = null) =>
        await (await visitor.GoAsync(wanted ?? "/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", site.Password).PressAsync("Masuk");

    /// <summary>By the page; the codes count from the next step on.</summary>
    private async Task<(Visitor Visitor, string Key, IReadOnlyList<string> Codes)> SwitchedOnAsync(string userName)
    {
        var visitor = await site.SignInAsync(userName);
        var page = await visitor.GoAsync(Page);
        var key = KeyOn(page);
        page = await Fill(page, site.Password, Now(key)).PressAsync("Aktifkan kode sekali pakai");
        return (visitor, key, CodesOn(page));
    }

    private Task<bool> IsOnAsync(string userName) =>
        site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.TwoFactorEnabled).SingleAsync());

    private Task<List<Session>> SessionsAsync(string userName) => site.AskAsync(
        db => db.Sessions.AsNoTracking().Where(s => db.Users.Any(u => u.Id == s.AccountId && u.UserName == userName)).ToListAsync());

    private static async Task<Account> AccountAsync(AsyncServiceScope scope, string userName) =>
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(userName))!;

    private static CodeJudge JudgeAt(AsyncServiceScope scope, string address)
    {
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext =
            new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        return scope.ServiceProvider.GetRequiredService<CodeJudge>();
    }

    private static Visitor At(WebApplicationFactory<Program> server) =>
        new(server.CreateClient(new() { BaseAddress = new("http://localhost"), AllowAutoRedirect = true, HandleCookies = true }));

    private static Visitor At(WebApplicationFactory<Program> server, string cookie)
    {
        var visitor = At(server);
        visitor.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        return visitor;
    }

    /// <summary>Of a session that begins here.</summary>
    private async Task<string> CookieAsync(string userName)
    {
        using var door = site.Stranger(follows: false);
        return (await PasswordAsync(door, userName)).Response.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("sopkinerja=", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>Writes its log where a test reads it; more servers may stand before its database.</summary>
    public sealed class CodeSite : SopSite
    {
        private readonly string _log = Directory.CreateTempSubdirectory("sopkinerja-kode-").FullName;

        public async Task<string> LogAsync()
        {
            await Task.Yield();
            var all = new List<string>();
            foreach (var file in Directory.GetFiles(Path.Combine(_log, "log")))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(open);
                all.Add(await reader.ReadToEndAsync());
            }

            return string.Join('\n', all);
        }

        public WebApplicationFactory<Program> Second(params (string Name, string Value)[] settings) => WithWebHostBuilder(builder =>
        {
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        });

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("SOP_DATA", _log);
            LogFrom(builder, "Verbose", "Information");
            builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", "Warning");
        }
    }
}
