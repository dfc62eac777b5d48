using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>An account that belongs to no person is nobody else by its name.</summary>
public sealed class NamesTests(SopSite site) : IClassFixture<SopSite>
{
    // As one who is to be confirmed anew.
    private const string Anew = ", reset_at = now(), reset_by = 'a', confirm_code = repeat('B', 12), confirmed_at = null, "
        + "confirmed_by = null where user_name = 'auditor'";

    private const string Label = "Nama administrator atau auditor";

    [Theory]
    [InlineData("update accounts set nama = (select nama from pegawai where id = 1) where user_name = 'admin'")]
    [InlineData("update accounts set nama = upper((select split_part(nama, ',', 1) from pegawai where id = 1)) where user_name = 'admin'")]
    [InlineData("update accounts set nama = '  administrator '" + Anew)]
    [InlineData("update accounts set nama = 'Ádministratór'" + Anew)]
    [InlineData("update accounts set nama = 'Kepala Dinаs Budi' where user_name = 'admin'")]
    [InlineData("update accounts set nama = '…' where user_name = 'admin'")]
    [InlineData("update pegawai set nama = 'administrator, S.E.' where id = 1")]
    [InlineData("update pegawai set nama = 'Dr. H. Administrator' where id = 1")]
    [InlineData("insert into pegawai (nama) values ('Administrator')")]
    public async Task The_database_takes_no_name_of_another(string sql) => Assert.Equal("SK011", await site.RefusedAsync(sql));

    [Fact]
    public async Task Two_pegawai_may_bear_one_name() => Assert.Null(await site.RefusedAsync(
        "update pegawai set nama = (select nama from pegawai where id = 1) where id = 2"));

    [Fact]
    public async Task Neither_form_gives_an_account_the_name_of_somebody_else()
    {
        var nama = await site.AskAsync(db => db.Pegawai.Where(p => p.Id == 1).Select(p => p.Nama).SingleAsync());
        using var admin = await site.SignInAsync("admin");
        foreach (var taken in (string[])[nama, nama.Split(',')[0].ToUpperInvariant()])
        {
            var page = await (await admin.GoAsync("/akun/baru")).Tick("Auditor").Fill(Label, taken).PressAsync("Buat akun dan slip masuk");
            Assert.StartsWith("Nama ini sama dengan nama pegawai", Assert.Single(page.Errors), StringComparison.Ordinal);
        }

        var own = await site.AskAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync());
        var edit = await (await admin.GoAsync($"/akun/{own}")).Fill("Nama administrator", nama).PressAsync("Simpan perubahan");
        Assert.StartsWith("Nama ini sama dengan nama pegawai", Assert.Single(edit.Errors), StringComparison.Ordinal);

        var person = await (await admin.GoAsync("/pegawai/2")).Fill("Nama lengkap dengan gelar", "Administrator").PressAsync("Simpan perubahan");
        Assert.StartsWith("Nama ini dipakai sebuah akun administrator atau auditor", Assert.Single(person.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_administrator_of_another_name_does_says_that_he_is_one()
    {
        using var admin = await site.SignInAsync("admin");
        var own = await site.AskAsync(db => db.Users.Where(u => u.UserName == "admin").Select(u => u.Id).SingleAsync());
        await (await admin.GoAsync($"/akun/{own}")).Fill("Nama administrator", "Rahmadi Tim TI").PressAsync("Simpan perubahan");
        await (await admin.GoAsync($"/akun/{own}")).Fill("Nama administrator", "Rahmadi Tim Aplikasi").PressAsync("Simpan perubahan");

        Assert.Equal("Rahmadi Tim TI (administrator)", await site.AskAsync(
            db => db.Changes.OrderByDescending(c => c.Id).Select(c => c.ActorNama).FirstAsync()));
        Assert.Contains("Rahmadi Tim TI (administrator) mengubah nama", (await admin.GoAsync($"/akun/{own}")).Text, StringComparison.Ordinal);
        await (await admin.GoAsync($"/akun/{own}")).Fill("Nama administrator", Account.Administrators).PressAsync("Simpan perubahan");
    }

    [Fact]
    public async Task An_auditor_of_another_name_opens_nothing_until_he_is_confirmed_anew()
    {
        await site.AsOwnerAsync("""
            insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence)
                select now(), 'a', 1, 'Akun', id, 'auditor', 'mengonfirmasi.' from accounts where user_name = 'auditor';
            update accounts set reset_at = now() - interval '1 day', reset_by = 'a', confirm_code = repeat('A', 12), confirmed_at = now(),
                confirmed_by = 'a' where user_name = 'auditor'
            """);
        Assert.Equal("SK002", await site.RefusedAsync("update accounts set nama = nama || ' baru' where user_name = 'auditor'"));
        Assert.Equal("SK002", await site.RefusedAsync("update accounts set user_name = 'baru' where user_name = 'auditor'"));

        using var admin = await site.SignInAsync("admin");
        var auditor = await site.AskAsync(db => db.Users.Where(u => u.UserName == "auditor").Select(u => u.Id).SingleAsync());
        await (await admin.GoAsync($"/akun/{auditor}")).Fill("Nama auditor", "Inspektorat Kabupaten").PressAsync("Simpan perubahan");

        Assert.True((await site.AskAsync(db => db.Users.SingleAsync(u => u.Id == auditor))).IsUnconfirmed);
        using var visitor = await site.SignInAsync("auditor");
        Assert.Contains("belum dikonfirmasi", (await visitor.GoAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Inspektorat Kabupaten (auditor)", (await (await site.SignInAsync("kadis")).GoAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_names_an_account_of_such_a_name_where_the_guard_was_off()
    {
        await using var connection = new Npgsql.NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Integrity.TamperedWorld.RunAsync(connection, """
            alter table accounts disable trigger user;
            alter table accounts enable trigger recorded;
            update accounts set nama = (select nama from pegawai where id = 1) where user_name = 'admin'
            """);
        Assert.Contains(await new LedgerCheck(connection, _ => { }).RunAsync(default), f => f.EndsWith(
            "namanya sama dengan nama pegawai 1.", StringComparison.Ordinal));
    }
}
