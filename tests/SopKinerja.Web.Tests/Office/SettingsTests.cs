using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Office;

public sealed class SettingsTests(SettingsTests.OfficeSite site) : IClassFixture<SettingsTests.OfficeSite>
{
    private const string Save = "Simpan setelan";

    [Fact]
    public async Task What_the_administrator_sets_stands_at_once_and_its_history_says_from_what_to_what()
    {
        using var admin = await site.SignInAsync("admin");
        var (first, name) = ((await LastAsync(SettingTable.NamaPendek)).No, (await LastAsync(SettingTable.Nama)).No);
        var page = await (await admin.GoAsync("/setelan")).Fill("Nama pendek", "  DISKOP  ").Fill("Tempat", "Amuntai").PressAsync(Save);

        Assert.Equal("Setelan dinas sudah disimpan dan langsung berlaku.", page.Done);
        Assert.Equal("DISKOP", page.Value("Nama pendek"));
        Assert.Equal("DISKOP", page.Page.QuerySelector(".kepala__dinas")!.TextContent.Trim());
        Assert.Contains("nama pendek dari “DKUKMPP” menjadi “DISKOP”; tempat dari “Paringin” menjadi “Amuntai”.", page.Text, StringComparison.Ordinal);
        var line = await LastAsync(SettingTable.NamaPendek);
        Assert.Equal(("DISKOP", first + 1, "Administrator"), (line.Value, line.No, line.ActorNama));
        // What stayed is no line.
        Assert.Equal(name, (await LastAsync(SettingTable.Nama)).No);

        page = await page.Fill("Nama pendek", "DKUKMPP").Fill("Tempat", "Paringin").PressAsync(Save);
        page = await page.PressAsync(Save);
        Assert.Equal("Tidak ada yang berubah.", page.Done);
        Assert.Equal(first + 2, (await LastAsync(SettingTable.NamaPendek)).No);
    }

    [Fact]
    public async Task A_variable_of_the_environment_locks_its_field_and_says_so()
    {
        await using var locked = Second(("Dinas:Tempat", "Barabai"), ("Catatan:BulanSimpan", "36"));
        using var admin = await SignInAsync(locked, "admin");
        var page = await admin.GoAsync("/setelan");

        Assert.Equal("Barabai", page.Value("Tempat"));
        Assert.True(page.Field("Tempat").HasAttribute("disabled"));
        Assert.Contains("Diatur variabel lingkungan Dinas__Tempat", page.Text, StringComparison.Ordinal);
        Assert.Equal("36", page.Value("Bulan catatan akses disimpan"));
        var name = page.Field("Tempat").GetAttribute("name")!;

        // Whoever sends it all the same changes nothing.
        var sent = page.Forms().Single(f => f.Any(x => x.Name == "Input.DinasNama")).Where(f => f.Name.StartsWith("Input.", StringComparison.Ordinal));
        page = await admin.PostAsync("/setelan", "/setelan", [.. sent, (name, "Amuntai")]);
        Assert.Equal("Tidak ada yang berubah.", page.Done);
        Assert.Equal("Paringin", (await LastAsync(SettingTable.Tempat)).Value);
        Assert.Equal("Barabai", (await admin.GoAsync("/setelan")).Value("Tempat"));
    }

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://127.0.0.1:5994")]
    [InlineData("http://[::1]")]
    public async Task An_address_that_only_the_server_itself_opens_is_printed_on_nothing(string address)
    {
        await using var free = Second((SettingTable.AlamatAplikasi.Name, ""));
        using var admin = await SignInAsync(free, "admin");
        var page = await (await admin.GoAsync("/setelan")).Fill("Alamat aplikasi", address).PressAsync(Save);
        Assert.StartsWith("Alamat itu hanya terbuka di server itu sendiri", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_auditor_reads_and_changes_nothing()
    {
        using var auditor = await site.SignInAsync("auditor");
        var page = await auditor.GoAsync("/setelan");
        Assert.NotNull(page.Field("Nama dinas").Closest("fieldset[disabled]"));
        var before = await CountAsync();
        page = await auditor.PostAsync("/setelan", "/kata-sandi", ("Input.DinasTempat", "Amuntai"));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Two_servers_have_it_at_the_next_request()
    {
        await using var other = Second();
        using var admin = await site.SignInAsync("admin");
        using var there = await SignInAsync(other, "penera");
        Assert.Equal(HttpStatusCode.OK, (await there.GoAsync("/")).Status);
        Assert.Contains("DKUKMPP", (await there.GoAsync("/")).Page.QuerySelector(".kepala__dinas")!.TextContent, StringComparison.Ordinal);

        var page = await (await admin.GoAsync("/setelan")).Fill("Nama pendek", "DUA").Fill("Wajib kode sekali pakai", "semua akun").PressAsync(Save);
        // Also the administrator himself, whom it asks now.
        Assert.Equal("/kode-sekali-pakai", page.Url.AbsolutePath);

        page = await there.GoAsync("/");
        Assert.Contains("DUA", page.Page.QuerySelector(".kepala__dinas")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/kode-sekali-pakai", page.Url.AbsolutePath);
        await site.SetAsync((SettingTable.NamaPendek, "DKUKMPP"), (SettingTable.KodeSekaliPakai, "pilihan"));
        Assert.Equal("/", (await there.GoAsync("/")).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_session_ends_by_the_idle_minutes_that_hold_now()
    {
        using var here = await site.SignInAsync("juru");
        site.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal("/", (await here.GoAsync("/")).Url.AbsolutePath);
        await site.SetAsync((SettingTable.MenitDiam, "5"));
        site.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal("/masuk", (await here.GoAsync("/")).Url.AbsolutePath);
        await site.SetAsync((SettingTable.MenitDiam, "60"));
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Nama dinas", new string('a', 300), "Nama dinas terlalu panjang (300 karakter)" },
        { "Nama dinas", "Dinas \uf0b7 Koperasi", "tidak dapat dicetak" },
        { "Menit tanpa kegiatan", "721", "dari 5 sampai 720" },
        { "Bulan catatan akses disimpan", "dua", "dari 6 sampai 120" },
        { "Jam kerja", "Senin 08.00", "Baris 1: jam “08.00” tidak terbaca" },
        { "Jam kerja", "Senin 08.00–12.00\nBesok 08.00–12.00", "Baris 2 tidak diawali nama hari" },
        { "Jam kerja khusus", "Ramadan", "Baris 1 bukan rentang tanggal" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_kept_gets_a_sentence_and_nothing_is_stored(string label, string value, string sentence)
    {
        var before = await CountAsync();
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync("/setelan")).Fill(label, value).Fill("Tempat", "Amuntai").PressAsync(Save);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((value, "Amuntai"), (page.Value(label), page.Value("Tempat")));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_name_is_text_wherever_it_is_shown()
    {
        const string Hostile = "<script>alert(1)</script>";
        await site.SetAsync((SettingTable.NamaPendek, Hostile));
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/setelan");
        Assert.DoesNotContain(Hostile, page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Hostile, page.Value("Nama pendek"));
        Assert.Contains(Hostile, page.Text, StringComparison.Ordinal);
        await site.SetAsync((SettingTable.NamaPendek, "DKUKMPP"));
    }

    [Fact]
    public async Task An_address_by_which_nobody_came_is_refused()
    {
        await using var free = Second(("Dinas:AlamatAplikasi", ""));
        var client = free.CreateClient(new() { BaseAddress = new("http://kantor.example"), HandleCookies = true });
        using var admin = new Visitor(client);
        var page = await SignInAsync(admin, "admin");
        page = await (await admin.GoAsync("/setelan")).Fill("Alamat aplikasi", "https://lain.example").PressAsync(Save);
        Assert.Contains("Anda membuka aplikasi ini di kantor.example", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await page.Fill("Alamat aplikasi", "http://kantor.example/").PressAsync(Save);
        Assert.Equal("http://kantor.example", page.Value("Alamat aplikasi"));
        using var stranger = new Visitor(free.CreateClient(new() { BaseAddress = new("http://lain.example") }));
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.GoAsync("/masuk")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/sehat")).Status);
        await site.SetAsync((SettingTable.AlamatAplikasi, ""));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/masuk")).Status);
    }

    [Fact]
    public async Task A_picture_is_judged_shown_and_printed_and_the_old_one_stays_for_what_names_it()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync("/setelan")).Attach("Gambar kop", "kop.png", LetterheadImageTests.Png(10, 10, colour: 6)).PressAsync(Save);
        Assert.Contains("tembus pandang", Assert.Single(page.Errors), StringComparison.Ordinal);

        var (first, second) = (LetterheadImageTests.Png(40, 50), LetterheadImageTests.Png(50, 40));
        page = await page.Attach("Gambar kop", "kop.png", first).PressAsync(Save);
        var address = page.Page.QuerySelector("img.gambar-kop")!.GetAttribute("src")!;
        Assert.Equal(first, (await admin.GoAsync(address)).Bytes);
        Assert.Contains("gambar kop dari (kosong) menjadi “gambar ", page.Text, StringComparison.Ordinal);

        page = await page.Attach("Gambar kop", "kop.png", second).PressAsync(Save);
        Assert.Equal(second, (await admin.GoAsync(page.Page.QuerySelector("img.gambar-kop")!.GetAttribute("src")!)).Bytes);
        Assert.Equal(first, (await admin.GoAsync(address)).Bytes);
        Assert.Equal(second, await site.AskScopeAsync(s => s.GetRequiredService<Letterheads>().Of(s.GetRequiredService<CurrentSettings>().Value).Bytes));

        page = await page.Tick("Hapus gambar kop").PressAsync(Save);
        Assert.Null(page.Page.QuerySelector("img.gambar-kop"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync("/gambar-kop?v=000000000000")).Status);
    }

    [Fact]
    public async Task Of_two_who_save_at_one_moment_the_second_is_told()
    {
        using var admin = await site.SignInAsync("admin");
        var old = await admin.GoAsync("/setelan");
        await site.SetAsync((SettingTable.KodeKlasifikasi, "800.1.4.5"));
        var page = await old.Fill("Tempat", "Amuntai").PressAsync(Save);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Paringin", (await LastAsync(SettingTable.Tempat)).Value);
        await site.SetAsync((SettingTable.KodeKlasifikasi, ""));
    }

    [Fact]
    public async Task What_was_drawn_before_is_drawn_again_with_the_settings_of_its_day()
    {
        var before = site.Clock.GetUtcNow();
        site.Clock.Move(TimeSpan.FromHours(1));
        await site.SetAsync((SettingTable.Nama, "Dinas Baru"));
        var (then, now) = await site.AskScopeAsync(s =>
            (s.GetRequiredService<CurrentSettings>().AsOf(before).Nama, s.GetRequiredService<CurrentSettings>().AsOf(site.Clock.GetUtcNow()).Nama));
        Assert.StartsWith("Dinas Koperasi", then, StringComparison.Ordinal);
        Assert.Equal("Dinas Baru", now);
        await site.SetAsync((SettingTable.Nama, then));
    }

    [Fact]
    public async Task Other_hours_count_from_the_next_request_and_a_last_day_that_was_told_stays()
    {
        await site.SetAsync((SettingTable.HariKeberatan, "kerja"));
        var told = await DeliveredAsync("penyuluh");
        await site.SetAsync((SettingTable.JamBiasa, "Senin 08.00–10.00"));
        var calendar = await site.AskScopeAsync(s => s.GetRequiredService<WorkingCalendarSource>().GetAsync().GetAwaiter().GetResult());
        var monday = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(TimeSpan.FromHours(2), calendar.Between(monday, monday.AddDays(7)));
        var later = await DeliveredAsync("penggerak");
        Assert.Equal(told.Day, (await LastDayAsync(told.Id)).Day);
        // Two weeks of working days have become fourteen Mondays.
        Assert.True(later.Day > told.Day!.Value.AddDays(60), $"{told.Day} {later.Day}");
        await site.SetAsync((SettingTable.HariKeberatan, ""), (SettingTable.JamBiasa, ""));
    }

    [Fact]
    public async Task A_change_without_a_line_in_the_log_of_changes_is_found_by_verify()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.GoAsync("/setelan")).Fill("Kode klasifikasi arsip", "800.1.4.6").PressAsync(Save);
        var told = await LastAsync(SettingTable.KodeKlasifikasi);
        await site.SetAsync((SettingTable.KodeKlasifikasi, ""));
        var untold = await LastAsync(SettingTable.KodeKlasifikasi);

        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        var faults = await new LedgerCheck(connection, _ => { }).RunAsync(CancellationToken.None);
        Assert.Contains(faults, f => f.StartsWith($"setting_changes {untold.Id} ", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, f => f.StartsWith($"setting_changes {told.Id} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SK001", "update setting_changes set value = 'x'")]
    [InlineData("SK001", "delete from setting_changes")]
    [InlineData("SK001", "truncate setting_changes")]
    [InlineData("SK001", "update letterhead_pictures set content_type = 'image/jpeg'")]
    [InlineData("SK001", "delete from letterhead_pictures")]
    [InlineData("SK001", "truncate letterhead_pictures")]
    [InlineData("23505", "insert into setting_changes (name, no, value, at, account_id, actor_nama) select 'Dinas:Nama', 9, 'x', now(), id, 'a' from accounts where user_name = 'admin'")]
    [InlineData("SK004", "insert into setting_changes (name, no, value, at, account_id, actor_nama) select 'Baru:Satu', 1, 'x', now(), id, 'a' from accounts where user_name = 'kadis'")]
    [InlineData("SK004", "insert into setting_changes (name, no, value, at, actor_nama) values ('Baru:Satu', 1, 'x', now(), 'a')")]
    [InlineData("SK002", "insert into setting_changes (name, no, value, at, account_id, actor_nama) select 'Baru:Satu', 1, 'x', now() + interval '2 days', id, 'a' from accounts where user_name = 'admin'")]
    [InlineData("SK002", "insert into setting_changes (name, no, value, at, account_id, actor_nama) select 'Dinas:Nama', max(no) + 1, 'x', '2001-01-01', (select id from accounts where user_name = 'admin'), 'a' from setting_changes where name = 'Dinas:Nama'")]
    [InlineData("SK001", "insert into setting_changes (name, no, value, at, account_id, actor_nama) select 'Dinas:GambarKop', coalesce((select max(no) from setting_changes where name = 'Dinas:GambarKop'), 0) + 1, repeat('0', 64), now(), id, 'a' from accounts where user_name = 'admin'")]
    [InlineData("23514", "insert into letterhead_pictures values (repeat('0', 64), 'image/png', '\\x01')")]
    [InlineData(null, "insert into setting_changes (name, no, value, at, account_id, actor_nama) select 'Baru:Satu', 1, 'x', now(), id, 'a' from accounts where user_name = 'admin'")]
    public async Task The_database_is_the_last_resort(string? code, string sql)
    {
        await site.AsOwnerAsync("insert into letterhead_pictures values (encode(sha256('\\x05'), 'hex'), 'image/png', '\\x05') on conflict do nothing");
        Assert.Equal(code, await site.RefusedAsync(sql));
    }

    private async Task<Told> DeliveredAsync(string who)
    {
        // Approved, and not seen yet.
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Validate, who, site.Period);
            await play.PerformAsync(dossier);
            return dossier.Id;
        });
        // The play works for hours by its own clock; in the evening it ends tomorrow.
        site.Clock.Move(TimeSpan.FromHours(6));
        using var rated = await site.SignInAsync(who);
        await rated.GoAsync($"/berkas/{id}/tanda-tangan");
        return await LastDayAsync(id);
    }

    private async Task<Told> LastDayAsync(long id) =>
        new(id, await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.LastDayToObject).SingleAsync()));

    private Task<SettingChange> LastAsync(SettingRow row) => site.AskAsync(db =>
        db.SettingChanges.AsNoTracking().Where(c => c.Name == row.Name).OrderByDescending(c => c.No).FirstAsync());

    private Task<int> CountAsync() => site.AskAsync(db => db.SettingChanges.CountAsync());

    private WebApplicationFactory<Program> Second(params (string Name, string Value)[] settings) => site.WithWebHostBuilder(builder =>
    {
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    });

    private async Task<Visitor> SignInAsync(WebApplicationFactory<Program> server, string userName)
    {
        var visitor = new Visitor(server.CreateClient(new() { BaseAddress = new("http://localhost"), HandleCookies = true }));
        await SignInAsync(visitor, userName);
        return visitor;
    }

    private async Task<Visit> SignInAsync(Visitor visitor, string userName) =>
        await (await visitor.GoAsync("/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", site.Password).PressAsync("Masuk");

    private sealed record Told(long Id, DateOnly? Day);

    /// <summary>Whose environment sets nothing but the address.</summary>
    public class OfficeSite : SopSite
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            // Settings are made now, by the clock of the database.
            Clock.Move(TimeProvider.System.GetUtcNow() - Clock.GetUtcNow());
        }

        public async Task<T> AskScopeAsync<T>(Func<IServiceProvider, T> question)
        {
            await using var scope = Services.CreateAsyncScope();
            return question(scope.ServiceProvider);
        }

        /// <summary>Sets as the administrator would.</summary>
        public async Task SetAsync(params (SettingRow Row, string Value)[] values)
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
            var admin = await db.Users.SingleAsync(u => u.UserName == "admin");
            foreach (var (row, value) in values)
            {
                var last = await db.SettingChanges.Where(c => c.Name == row.Name).MaxAsync(c => (int?)c.No) ?? 0;
                db.SettingChanges.Add(new()
                {
                    Name = row.Name,
                    No = last + 1,
                    Value = value,
                    At = Clock.GetUtcNow(),
                    AccountId = admin.Id,
                    ActorNama = "Administrator",
                });
            }

            await db.SaveChangesAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(SettingTable.MenitDiam.Name, "");
        }
    }
}
