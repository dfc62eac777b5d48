using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Jobs;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People.Accounts;

/// <summary>Slips with entry codes: many at once, for a time, for their maker alone (docs/decisions/0053).</summary>
public sealed class SlipTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Own = "sungai-pitap-di-balangan-9";

    [Fact]
    public async Task All_who_cannot_come_in_get_theirs_four_to_a_page_those_of_one_unit_together()
    {
        var names = await AddAsync("massal", 9);
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/akun/slip");
        Assert.Equal(9, page.Page.QuerySelectorAll("tbody input[checked]").Length);

        page = await page.PressAsync("Buat slip untuk yang dicentang");

        Assert.Equal("9 slip masuk sudah dibuat.", page.Done);
        using var pdf = new PdfTools((await page.FollowAsync("Unduh 9 slip (PDF)")).Bytes);
        Assert.Equal([4, 4, 1], pdf.PageTexts.Select(p => p.Split("Kode masuk:").Length - 1));
        var codes = await page.CodesAsync();
        Assert.Equal(names.Order(), codes.Keys.Order());
        Assert.Equal(9, codes.Values.Distinct().Count());
        Assert.All(codes.Values, code => Assert.DoesNotContain(code, page.Html, StringComparison.Ordinal));
        Assert.EndsWith("/masuk", pdf.QrCode(150), StringComparison.Ordinal);
        var units = page.Page.QuerySelectorAll("tbody td:nth-child(2)").Select(c => c.TextContent).ToList();
        Assert.Equal(units.Order(StringComparer.CurrentCulture), units);

        // However it is typed.
        using var owner = site.Stranger();
        await owner.EnterAsync(names[3], codes[names[3]].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), Own);
        using var another = site.Stranger();
        Assert.Contains("salah", Assert.Single((await TryAsync(another, names[4], codes[names[5]])).Errors), StringComparison.Ordinal);
        Assert.Empty((await admin.GoAsync("/akun/slip")).Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(8, (await admin.GoAsync("/akun/slip?keadaan=semua")).Page.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull((await admin.GoAsync(page.Url.ToString())).Page.QuerySelectorAll("tbody tr")
            .Single(r => r.TextContent.Contains("tidak berlaku lagi", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_code_opens_nothing_after_its_time_and_a_slip_made_again_is_counted()
    {
        var name = (await AddAsync("lewat", 1))[0];
        using var admin = await site.SignInAsync("admin");
        var first = await site.SlipOfAsync(admin, name);
        site.Clock.Move(TimeSpan.FromDays(14));
        using var owner = site.Stranger();
        Assert.Equal("/kata-sandi", (await TryAsync(owner, name, first)).Url.AbsolutePath);
        await (await owner.GoAsync("/kata-sandi")).PressAsync("Keluar");

        site.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.StartsWith("Kode masuk pada slip ini berlaku sampai", Assert.Single((await TryAsync(owner, name, first)).Errors), StringComparison.Ordinal);

        using var later = await site.SignInAsync("admin");
        Assert.Contains("Slip lewat waktu", (await later.GoAsync($"/akun?cari={name}")).Text, StringComparison.Ordinal);
        var second = await site.SlipOfAsync(later, name);
        Assert.Contains("Kata sandi", Assert.Single((await TryAsync(owner, name, first)).Errors), StringComparison.OrdinalIgnoreCase);
        await owner.EnterAsync(name, second, Own);
        Assert.Equal(["membuat slip masuk ke-1", "membuat slip masuk ke-2"], await site.AskAsync(db => db.Changes
            .Where(c => c.SubjectNama == name && c.Sentence.StartsWith("membuat slip")).OrderBy(c => c.Id).Select(c => c.Sentence.Substring(0, 23)).ToListAsync()));
    }

    [Fact]
    public async Task A_code_opens_nothing_once_its_owner_has_a_password_of_his_own()
    {
        var name = (await AddAsync("sekali", 1))[0];
        using var admin = await site.SignInAsync("admin");
        var code = await site.SlipOfAsync(admin, name);
        using var owner = site.Stranger();
        await owner.EnterAsync(name, code, Own);

        using var finder = site.Stranger();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync(finder, name, code)).Status);
        Assert.Null(await site.AskAsync(db => db.Users.Where(a => a.UserName == name).Select(a => a.EntryDigest).SingleAsync()));
    }

    [Fact]
    public async Task The_codes_are_printed_by_their_maker_alone_for_a_day_or_until_he_says_that_they_are()
    {
        var names = await AddAsync("pembuat", 2);
        using var admin = await site.SignInAsync("admin");
        var id = await site.AskAsync(db => db.Users.Where(u => u.UserName == names[0]).Select(u => u.Id).SingleAsync());
        var page = await (await admin.GoAsync($"/akun/{id}")).PressAsync("Buat slip masuk");
        var code = VerificationCode.Parse(await page.CodeAsync())!;
        var kept = await site.AskAsync(db => db.EntryBatches.OrderBy(b => b.Id).LastAsync());
        Assert.DoesNotContain(code, Encoding.Latin1.GetString(kept.Sealed), StringComparison.Ordinal);

        await site.AskAsync(async db =>
        {
            db.Users.Add(Account.OfAdministrator("admin.kedua", "Admin Kedua"));
            await db.SaveChangesAsync();
            await db.Users.Where(u => u.UserName == "admin.kedua").ExecuteUpdateAsync(s => s
                .SetProperty(u => u.PasswordHash, db.Users.Single(a => a.UserName == "admin").PasswordHash)
                .SetProperty(u => u.SecurityStamp, "STEMPEL").SetProperty(u => u.NormalizedUserName, "ADMIN.KEDUA"));
            return 0;
        });
        using var other = await site.SignInAsync("admin.kedua");
        foreach (var address in (string[])[page.Url.ToString(), $"{page.Url}/slip.pdf"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GoAsync(address)).Status);
            using var analis = await site.SignInAsync("analis");
            Assert.Equal(HttpStatusCode.Forbidden, (await analis.GoAsync(address)).Status);
        }

        await other.PostAsync(page.Url.ToString(), "/akun/slip");
        Assert.Equal(HttpStatusCode.OK, (await admin.GoAsync($"{page.Url}/slip.pdf")).Status);
        page = await page.PressAsync("Sudah tercetak, hapus kodenya dari server");
        Assert.Contains("sudah dihapus dari server", page.Done, StringComparison.Ordinal);
        Assert.Empty(await site.AskAsync(db => db.EntryBatches.Where(b => b.Id == kept.Id).Select(b => b.Sealed).SingleAsync()));
        Assert.Contains("sudah dihapus dari server", (await admin.GoAsync($"/akun/slip/{kept.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync($"/akun/slip/{kept.Id}/slip.pdf")).Status);

        await site.SlipOfAsync(admin, names[1]);
        var last = await site.AskAsync(db => db.EntryBatches.MaxAsync(b => b.Id));
        site.Clock.Move(EntryBatch.Kept);
        using var tomorrow = await site.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await tomorrow.GoAsync($"/akun/slip/{last}/slip.pdf")).Status);
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetAccessJob>().RunAsync(default);
        Assert.False(await site.AskAsync(db => db.EntryBatches.AnyAsync(b => b.Id == last)));
    }

    [Fact]
    public async Task None_is_made_for_oneself_for_a_closed_account_or_for_who_came_in_meanwhile()
    {
        var names = await AddAsync("tolak", 2);
        var ids = await site.AskAsync(db => db.Users.Where(u => names.Contains(u.UserName!) || u.UserName == "admin" || u.UserName == "analis")
            .ToDictionaryAsync(u => u.UserName!, u => u.Id));
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync($"/akun/{ids["admin"]}");
        Assert.False(page.HasButton("Buat slip masuk"));
        page = await admin.PostAsync($"/akun/{ids["admin"]}?handler=Slip", "/akun/slip");
        Assert.Contains("akun Anda sendiri", Assert.Single(page.Errors), StringComparison.Ordinal);
        foreach (var wrong in (string[])["admin", "analis"])
        {
            page = await admin.PostAsync("/akun/slip", "/akun/slip", ("Input.Akun", $"{ids[names[0]]}"), ("Input.Akun", $"{ids[wrong]}"));
            Assert.Contains("sudah berubah", Assert.Single(page.Errors), StringComparison.Ordinal);
        }

        await site.AskAsync(db => db.Users.Where(u => u.UserName == names[1]).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsActive, false)));
        page = await admin.PostAsync("/akun/slip", "/akun/slip", ("Input.Akun", $"{ids[names[1]]}"));
        Assert.Contains("ditutup", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await admin.PostAsync("/akun/slip", "/akun/slip");
        Assert.Contains("Centang paling sedikit satu", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Null(await site.AskAsync(db => db.Users.Where(u => u.UserName == names[0]).Select(u => u.EntrySlips).SingleAsync()));
    }

    [Fact]
    public async Task A_name_of_ninety_letters_leaves_four_on_a_page()
    {
        var names = await AddAsync(
            "panjang", 4, "Raden Mas Muhammad Abdurrahman Wahid Kusumaningrat Wijayakusuma, S.Farm., Apt., M.Si., Ph.D",
            "Penata Kelola Koperasi dan Usaha Kecil Menengah Ahli Muda pada Unit Pelaksana Teknis Daerah");
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync("/akun/slip?keadaan=semua");
        page = await admin.PostAsync("/akun/slip", "/akun/slip", [.. (await IdsAsync(names)).Select(i => ("Input.Akun", $"{i}"))]);
        using var pdf = new PdfTools((await page.FollowAsync("Unduh 4 slip (PDF)")).Bytes);
        Assert.Single(pdf.PageTexts);
    }

    [Fact]
    public async Task The_database_lets_no_password_open_what_a_slip_opens()
    {
        await AddAsync("penjaga", 1);
        Assert.Equal("entry_or_password", await RefusedByAsync(
            "update accounts set entry_digest = decode(repeat('00', 48), 'hex'), entry_until = now(), entry_slips = 1 where user_name = 'analis'"));
        Assert.Equal("entry_until_a_day", await RefusedByAsync("update accounts set entry_until = now() where user_name = 'analis'"));
    }

    [Fact]
    public async Task An_old_list_voids_no_slip_that_somebody_made_meanwhile_unless_all_were_asked_for()
    {
        var name = (await AddAsync("lama", 1))[0];
        using var admin = await site.SignInAsync("admin");
        using var other = await site.SignInAsync("admin");
        var old = await other.GoAsync("/akun/slip");
        await (await admin.GoAsync("/akun/slip")).PressAsync("Buat slip untuk yang dicentang");

        var page = await old.PressAsync("Buat slip untuk yang dicentang");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("slipnya baru saja dibuat", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("riwayat", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await site.AskAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.EntrySlips).SingleAsync()));
        page = await (await other.GoAsync("/akun/slip?keadaan=semua")).PressAsync("Buat slip untuk yang dicentang");
        Assert.Equal("1 slip masuk sudah dibuat.", page.Done);
    }

    private async Task<string?> RefusedByAsync(string sql) =>
        (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => site.AsOwnerAsync(sql))).ConstraintName;

    private static async Task<Visit> TryAsync(Visitor visitor, string name, string code) =>
        await (await visitor.GoAsync("/masuk")).Fill("Nama pengguna", name).Fill("Kata sandi", code).PressAsync("Masuk");

    private Task<List<int>> IdsAsync(IReadOnlyList<string> names) =>
        site.AskAsync(db => db.Users.Where(u => names.Contains(u.UserName!)).Select(u => u.Id).ToListAsync());

    /// <summary>People of two units, with accounts as an import makes them.</summary>
    private async Task<IReadOnlyList<string>> AddAsync(string prefix, int count, string? nama = null, string jabatan = "Pengelola Data")
    {
        var names = Enumerable.Range(1, count).Select(n => $"{prefix}{n}").ToList();
        await site.AskAsync(async db =>
        {
            await db.Users.Where(u => u.PasswordHash == null).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsActive, false));
            var units = await db.UnitKerja.OrderBy(u => u.Id).Select(u => u.Id).Take(2).ToListAsync();
            foreach (var (i, name) in names.Index())
            {
                var person = db.Pegawai.Add(new(null, new(nama is null ? $"Orang {prefix} {i}" : $"{nama}{i}", null, jabatan,
                    JenisJabatan.Pelaksana, units[i % 2], null))).Entity;
                await db.SaveChangesAsync();
                var account = Account.OfPegawai(name, person.Id, []);
                (account.NormalizedUserName, account.SecurityStamp, account.MustChangePassword) = (name.ToUpperInvariant(), "S", true);
                db.Users.Add(account);
            }

            await db.SaveChangesAsync();
            return 0;
        });
        return names;
    }
}
