using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Screens;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;
using Xunit.Abstractions;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>The administrator of a dinas of 60 people in 6 units goes from an empty database to the first open period with the lists that
/// the personnel office already has; every key and click is counted (by hand some 3,300 and 720).</summary>
public sealed class FirstDayJourneyTests(FirstDayJourneyTests.EmptySite site, Chromium chromium, ITestOutputHelper said)
    : IClassFixture<FirstDayJourneyTests.EmptySite>, IClassFixture<Chromium>
{
    private const int MostKeys = 250;

    private const int MostClicks = 60;

    [Theory]
    [InlineData(1366, true)]
    public async Task From_an_empty_database_to_an_open_period_from_three_spreadsheets(int width, bool scripts)
    {
        await using var desk = await site.SitDownAsync(chromium, null, new(width, 768, Scripts: scripts));
        var hands = new Hands(desk);
        var downloaded = "";
        await desk.GoAsync("/masuk");
        await hands.TypeAsync("Nama pengguna", "admin");
        await hands.TypeAsync("Kata sandi", site.Password);
        await hands.ClickAsync("Masuk");
        await Pictures.TakeAsync(desk.Page, "perjalanan-hari-pertama-kosong");

        Assert.Contains("Berikutnya: Dinas.", await desk.ReadAsync(), StringComparison.Ordinal);
        await hands.FollowAsync("Isi setelan dinas");
        await hands.TypeAsync("Nama dinas", "Dinas Perdagangan");
        await hands.TypeAsync("Nama pendek", "Disdag");
        await hands.TypeAsync("Pemerintah daerah", "Pemerintah Kabupaten Contoh");
        await hands.TypeAsync("Alamat kantor", "Jl. A. Yani 1, Contoh");
        await hands.TypeAsync("Tempat", "Contoh");
        await hands.ClickAsync("Simpan setelan");
        await hands.HomeAsync();

        await ImportAsync(desk, hands, "Unit kerja", "unit.xlsx", site.Units, 6);
        await ImportAsync(desk, hands, "Pegawai", "pegawai.xlsx", site.People, EmptySite.Persons + 1);
        // The same list says who does what in the SOP; whoever rates the Kepala Dinas needs an account too, but is not of the dinas.
        await ImportAsync(desk, hands, "Akun", "pegawai.xlsx", site.People, EmptySite.Persons + 1);

        Assert.Contains($"{EmptySite.Persons + 1} akun belum mempunyai slip masuk", await desk.ReadAsync(), StringComparison.Ordinal);
        await hands.FollowAsync("Buat slipnya");
        await hands.ClickAsync("Buat slip untuk yang dicentang");
        await Pictures.TakeAsync(desk.Page, "perjalanan-hari-pertama-slip");
        var file = await desk.Page.RunAndWaitForDownloadAsync(() => hands.OnlyClickAsync($"Unduh {EmptySite.Persons + 1} slip (PDF)"));
        downloaded = await file.PathAsync();
        await hands.HomeAsync();

        await Pictures.TakeAsync(desk.Page, "perjalanan-hari-pertama-konfirmasi");
        // What comes next is up to the officers with their slips in hand; the administrator goes on with what is his.
        Assert.Contains("Berikutnya: Konfirmasi akun.", await desk.ReadAsync(), StringComparison.Ordinal);
        await hands.FollowAsync("Periode");
        await hands.FollowAsync("Tambah periode");
        await hands.ClickAsync("Tambah periode");
        Assert.Contains("Periode Tahun 2026 sudah ditambahkan. Hari libur tahun 2026 belum ada", await desk.ReadAsync(), StringComparison.Ordinal);
        await hands.FollowAsync("Impor…");
        await StoreAsync(desk, hands, "libur.csv", site.Holidays, 16);
        await Pictures.TakeAsync(desk.Page, "perjalanan-hari-pertama-selesai");

        said.WriteLine($"{hands.Keys} keys, {hands.Clicks} clicks, {hands.Pages} pages");
        Assert.InRange(hands.Keys, 1, MostKeys);
        Assert.InRange(hands.Clicks, 1, MostClicks);
        Assert.Empty(desk.Troubles);
        Assert.Equal(["Konfirmasi akun"], (await desk.ReadAllAsync(".persiapan li"))
            .Where(f => f.StartsWith("Belum ", StringComparison.Ordinal)).Select(f => f["Belum ".Length..].Split(':')[0]));
        await TheyAreThereAsync();
        await OneOfThemComesInAsync(downloaded);
    }

    private async Task ImportAsync(Desk desk, Hands hands, string row, string name, byte[] file, int rows)
    {
        Assert.Contains($"Berikutnya: {row}.", await desk.ReadAsync(), StringComparison.Ordinal);
        await hands.FollowAsync("Impor dari Excel");
        await StoreAsync(desk, hands, name, file, rows);
    }

    private static async Task StoreAsync(Desk desk, Hands hands, string name, byte[] file, int rows)
    {
        await hands.ChooseAsync("Berkas", name, file);
        await hands.ClickAsync("Periksa berkas");
        var read = await desk.ReadAsync();
        Assert.True(read.Contains($"Baru: {rows}", StringComparison.Ordinal), read);
        Assert.Contains("Salah: 0", await desk.ReadAsync(), StringComparison.Ordinal);
        await hands.ClickAsync("Simpan semua");
        Assert.Contains($"{rows} baris tersimpan, 0 salah", await desk.ReadAsync(), StringComparison.Ordinal);
        await hands.FollowAsync("Ke halaman depan");
    }

    private async Task TheyAreThereAsync()
    {
        Assert.Equal(6, await site.AskAsync(db => db.UnitKerja.CountAsync()));
        Assert.Equal(EmptySite.Persons + 1, await site.AskAsync(db => db.Pegawai.CountAsync()));
        Assert.Equal(0, await site.AskAsync(db => db.Pegawai.CountAsync(p => p.UnitKerjaId != null && p.AtasanId == null)));
        Assert.Equal(1, await site.AskAsync(db => db.Periods.CountAsync(p => p.IsOpen)));
        var offices = await site.AskAsync(db => db.Users.SelectMany(u => u.Offices).Distinct().ToListAsync());
        Assert.Equal(["Administrator", "Analis", "Kasubbag", "KepalaDinas", "Sekretaris"], offices.Order());
    }

    private async Task OneOfThemComesInAsync(string slips)
    {
        using var pdf = new PdfTools(await File.ReadAllBytesAsync(slips));
        var codes = Slips.Read(pdf.RawText);
        Assert.Equal(EmptySite.Persons + 1, codes.Count);
        Assert.Equal((EmptySite.Persons + 1 + 3) / 4, pdf.PageTexts.Length);
        await using var phone = await site.SitDownAsync(chromium, null, Screen.Phone);
        var hands = new Hands(phone);
        await phone.GoAsync("/masuk");
        var (name, code) = codes.OrderBy(c => c.Key, StringComparer.Ordinal).First();
        await hands.TypeAsync("Nama pengguna", name);
        await hands.TypeAsync("Kata sandi", code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        await hands.ClickAsync("Masuk");
        await Pictures.TakeAsync(phone.Page, "perjalanan-hari-pertama-kata-sandi");
        await hands.TypeAsync("Kata sandi baru", "sungai-pitap-di-balangan-9");
        await hands.TypeAsync("Ulangi kata sandi baru", "sungai-pitap-di-balangan-9");
        await hands.ClickAsync("Simpan kata sandi");
        Assert.Equal("/bantuan", phone.Path);
        Assert.Empty(phone.Troubles);
    }

    /// <summary>A database with nothing but the administrator whom the server made.</summary>
    public sealed class EmptySite : BrowserSite
    {
        public const int Persons = 60;

        private static readonly string[] Bidang = ["Sekretariat", "Bidang Koperasi", "Bidang Perindustrian", "Bidang Perdagangan", "UPTD Pasar"];

        public byte[] Units { get; private set; } = [];

        public new byte[] People { get; private set; } = [];

        public byte[] Holidays { get; private set; } = [];

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Units = await Workbook.FileAsync("Unit", ["NO", "KODE UNIT", "NAMA UNIT KERJA", "INDUK"],
            [
                ["1", "DINAS", "Dinas Perdagangan", ""],
                .. Bidang.Index().Select(b => new[] { $"{b.Index + 2}", $"B{b.Index}", b.Item, "DINAS" }),
            ], CancellationToken.None);
            People = await Workbook.FileAsync("Daftar Urut Kepangkatan",
                ["NO", "NAMA LENGKAP", "NIP BARU", "GOL AKHIR NAMA", "JABATAN NAMA", "JENIS JABATAN", "UNIT KERJA", "ATASAN LANGSUNG", "ANALIS", "KASUBBAG", "SEKRETARIS", "KEPALA DINAS"],
                Rows().Index().Select(r => (string?[])[$"{r.Index + 1}", .. r.Item]), CancellationToken.None);
            Holidays = Encoding.UTF8.GetBytes("Tanggal;Dasar;Nama hari libur\n" + string.Concat(Enumerable.Range(0, 16)
                .Select(i => $"{new DateOnly(2026, 1, 1).AddDays(i * 22).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("id-ID"))};SKB;Libur ke-{i + 1}\n")));
        }

        // Whoever is above stands further down in the list, and is named by his number.
        private static IEnumerable<string?[]> Rows()
        {
            for (var i = Persons - 1; i >= 0; i--)
            {
                var (bidang, within) = ((i - 1) % Bidang.Length, (i - 1) / Bidang.Length);
                var isHead = i > 0 && within == 0;
                yield return
                [
                    $"Pegawai {(char)('A' + (i % 26))}{(char)('a' + (i / 26))}nwar, S.E.", NipOf(i), i == 0 ? "IV/c" : isHead ? "IV/a" : "III/b",
                    i == 0 ? "Kepala Dinas" : isHead ? $"Kepala {Bidang[bidang]}" : "Pengelola Data",
                    i == 0 ? "Pimpinan Tinggi" : isHead ? "Administrator" : "Pelaksana",
                    i == 0 ? "Dinas Perdagangan" : Bidang[bidang],
                    i == 0 ? "Drs. H. Sutikno, M.Si." : isHead ? NipOf(0) : NipOf(1 + bidang),
                    i is 6 or 11 ? "ya" : "", i is 16 or 21 ? "ya" : "", i is 1 or 26 ? "ya" : "", i == 0 ? "ya" : "",
                ];
            }

            yield return ["Drs. H. Sutikno, M.Si.", "196808171990031004", "IV/d", "Sekretaris Daerah", "Pimpinan Tinggi", "", "", "", "", "", ""];
        }

        private static string NipOf(int i) => $"{new DateOnly(1975, 1, 1).AddDays(i * 97):yyyyMMdd}2015011{100 + i}";

        protected override async Task FoundAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var admin = Account.OfAdministrator("admin", "Administrator");
            Assert.True((await users.CreateAsync(admin, Password)).Succeeded);
            var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();
            scope.ServiceProvider.GetRequiredService<ChangeLog>().WriteOwn(admin, "membuat akun administrator dengan perintah create-admin di server.");
            await db.SaveChangesAsync();
        }

        protected override Task ReadPeriodsAsync() => Task.CompletedTask;
    }
}

/// <summary>What a person's hands do, counted: a key each time one goes down, a click each time the mouse does.</summary>
internal sealed class Hands(Desk desk)
{
    public int Keys { get; private set; }

    public int Clicks { get; private set; }

    public int Pages { get; private set; }

    private bool _isInForm;

    /// <summary>By a click into the first field of a form, and with Tab from there; over what stands in it.</summary>
    public async Task TypeAsync(string label, string text)
    {
        var field = desk.Field(label);
        if (_isInForm)
        {
            Keys++;
            await field.FocusAsync();
        }
        else
        {
            Clicks++;
            await field.ClickAsync();
        }

        _isInForm = true;
        await desk.Page.Keyboard.PressAsync("Control+A");
        await desk.Page.Keyboard.TypeAsync(text);
        Keys += text.Length;
    }

    public Task ClickAsync(string words) => ComesAsync(() => desk.PressAsync(words));

    public Task FollowAsync(string words) => ComesAsync(() => desk.FollowAsync(words));

    /// <summary>By the name of the program in the head of every page.</summary>
    public Task HomeAsync() => ComesAsync(() => desk.AnswerAsync(() => desk.Page.Locator("header a[href='/']").First.ClickAsync()));

    /// <summary>A click that brings no page.</summary>
    public Task OnlyClickAsync(string words)
    {
        Clicks++;
        return desk.Page.GetByText(words, new() { Exact = true }).ClickAsync();
    }

    /// <summary>A click on the field, a double click on the name in the window of the browser.</summary>
    public Task ChooseAsync(string label, string name, byte[] file)
    {
        Clicks += 3;
        return desk.Field(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
    }

    private Task ComesAsync(Func<Task> act)
    {
        (Clicks, Pages, _isInForm) = (Clicks + 1, Pages + 1, false);
        return act();
    }
}
