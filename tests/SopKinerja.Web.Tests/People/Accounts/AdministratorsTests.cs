using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People.Accounts;

public sealed class AdministratorsTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_last_administrator_cannot_be_shut_out_but_one_of_two_can()
    {
        using var admin = await site.SignInAsync("admin");
        var address = $"/akun/{await site.AskAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync())}";

        var page = await (await admin.GoAsync(address)).Tick("Akun dapat dipakai untuk masuk", on: false).PressAsync("Simpan perubahan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("satu-satunya akun administrator", StringComparison.Ordinal));
        Assert.True(await IsActiveAsync());

        await site.AskAsync(async db =>
        {
            db.Users.Add(
                new() { UserName = "admin2", NormalizedUserName = "ADMIN2", Nama = "Cadangan", Offices = [nameof(Role.Administrator)] });
            return await db.SaveChangesAsync();
        });
        page = await (await admin.GoAsync(address)).Tick("Akun dapat dipakai untuk masuk", on: false).PressAsync("Simpan perubahan");
        Assert.NotNull(page.Done);
        Assert.False(await IsActiveAsync());
    }

    private Task<bool> IsActiveAsync() =>
        site.AskAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.IsActive).SingleAsync());
}
