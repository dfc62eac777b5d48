using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>A run that one administrator begins and another has stored is the other's act.</summary>
public sealed class ImportActorTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Who_has_it_stored_is_named_and_needs_only_his_own_rights()
    {
        using var admin = await site.SignInAsync("admin");
        using var second = await SecondAsync(admin, "admin.dua", "Administrator Kedua");
        var run = await admin.SendAsync("akun", $"Pegawai;Analis\n{await site.NipAsync("bendahara")};ya\n");
        var page = await (await second.GoAsync(run.Url.AbsolutePath)).PressAsync("Simpan semua");
        Assert.Contains("1 baris tersimpan", page.Text, StringComparison.Ordinal);
        var change = await site.AskAsync(db => db.Changes.OrderByDescending(c => c.Id).FirstAsync(c => c.SubjectNama == "bendahara"));
        Assert.Equal("Administrator Kedua (administrator)", change.ActorNama);
        Assert.Contains("Analis", change.Sentence, StringComparison.Ordinal);

        run = await admin.SendAsync("libur", "Tanggal;Nama\n2094-01-01;Libur\n");
        await site.SetOpenAsync("admin", false);
        page = await (await second.GoAsync(run.Url.AbsolutePath)).PressAsync("Simpan semua");
        await site.SetOpenAsync("admin", true);
        Assert.Contains("1 baris tersimpan", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_he_may_no_longer_the_page_says_why()
    {
        using var admin = await site.SignInAsync("admin");
        using var third = await SecondAsync(admin, "admin.tiga", "Administrator Ketiga");
        var run = await third.SendAsync("libur", "Tanggal;Nama\n" + string.Concat(Enumerable.Range(0, 210).Select(
            i => $"{new DateOnly(2095, 1, 1).AddDays(i):yyyy-MM-dd};Libur {i}\n")));
        await run.PressAsync("Simpan semua");
        await site.SetOpenAsync("admin.tiga", false);
        await site.WorkAsync();

        var page = await admin.GoAsync(run.Url.AbsolutePath);
        Assert.Equal(ImportState.Cancelled, await site.StateAsync(run.RunOf()));
        Assert.Contains("akun yang menjalankannya sudah ditutup, atau tidak bertugas untuk ini lagi", page.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> SecondAsync(Visitor admin, string userName, string nama)
    {
        await site.AskAsync(async db =>
        {
            db.Users.Add(new()
            {
                UserName = userName,
                NormalizedUserName = userName.ToUpperInvariant(),
                Nama = nama,
                SecurityStamp = "S",
                Offices = [nameof(Role.Administrator)],
                MustChangePassword = true,
            });
            return await db.SaveChangesAsync();
        });
        var visitor = site.Stranger();
        await visitor.EnterAsync(userName, await site.SlipOfAsync(admin, userName), "sungai-pitap-di-balangan-9");
        return visitor;
    }
}
