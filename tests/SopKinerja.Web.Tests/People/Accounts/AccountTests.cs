using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People.Accounts;

public sealed class AccountTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_new_account_has_its_code_on_a_slip_alone_and_lets_its_owner_in_only_to_choose_a_password()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync($"/akun/baru?pegawai={site.People["bupati"].PegawaiId}");
        Assert.Equal("akhmad.fauzan", page.Value("Nama pengguna"));
        page = await page.Tick("Sekretaris").PressAsync("Buat akun dan slip masuk");

        Assert.Equal("Akun akhmad.fauzan untuk H. Akhmad Fauzan, S.H. sudah dibuat.", page.Done);
        var password = await page.CodeAsync();
        Assert.DoesNotContain(password, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(password, (await admin.GoAsync("/perubahan")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(password, (await admin.GoAsync("/akun")).Html, StringComparison.Ordinal);

        using var owner = site.Stranger();
        page = await (await owner.GoAsync("/masuk"))
            .Fill("Nama pengguna", "akhmad.fauzan").Fill("Kata sandi", password).PressAsync("Masuk");
        Assert.Equal("/kata-sandi", page.Url.AbsolutePath);
        foreach (var closed in new[] { "/", "/sop", "/berkas/1", "/arsip", "/pegawai" })
        {
            Assert.Equal("/kata-sandi", (await owner.GoAsync(closed)).Url.AbsolutePath);
        }

        page = await ChooseAsync(await owner.GoAsync("/kata-sandi"), password);
        Assert.Contains(page.Errors, e => e.Contains("harus berbeda", StringComparison.Ordinal));
        page = await ChooseAsync(page, "empat ekor lembu melenguh");
        Assert.Equal("/bantuan", page.Url.AbsolutePath);
        Assert.Equal("/sop", (await owner.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Somebody_with_a_slip_may_still_sign_out_and_posts_nothing_else()
    {
        using var admin = await site.SignInAsync("admin");
        var password = await site.SlipOfAsync(admin, "sekda");
        using var owner = site.Stranger();
        var page = await (await owner.GoAsync("/masuk")).Fill("Nama pengguna", "sekda").Fill("Kata sandi", password).PressAsync("Masuk");

        page = await page.PressAsync("Keluar");

        Assert.Equal("/masuk", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_user_name_left_empty_is_made_from_the_name_and_never_doubled()
    {
        using var admin = await site.SignInAsync("admin");
        // Two accounts that belong to nobody do not share a name, but for their degrees.
        foreach (var (expected, degree) in new[] { ("kepala.jaga", "S.T."), ("kepala.jaga2", "S.Kom.") })
        {
            var page = (await admin.GoAsync("/akun/baru")).Fill("Nama administrator atau auditor", $"Kepala Jaga, {degree}")
                .Tick("Administrator");
            page.Tick("Pegawai dinas", on: false);
            page = await page.PressAsync("Buat akun dan slip masuk");
            Assert.Contains($"Akun {expected} untuk Kepala Jaga, {degree} sudah dibuat.", page.Text, StringComparison.Ordinal);
        }

        var offices = await site.AskAsync(db => db.Users.Where(u => u.UserName == "kepala.jaga").Select(u => u.Offices).SingleAsync());
        Assert.Equal(["Administrator"], offices);
    }

    [Theory]
    [InlineData("Nama pengguna", "Analis", "sudah dipakai")]
    [InlineData("Nama pengguna", "dua kata", "hanya boleh berisi huruf kecil")]
    [InlineData("Pegawai", "Pilih pegawai", "Pegawai belum dipilih")]
    public async Task A_wrong_field_gets_a_sentence(string label, string typed, string sentence)
    {
        var person = await AddPersonAsync($"Calon {label} {typed.Length}");
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync($"/akun/baru?pegawai={person}")).Tick("Kasubbag").Fill(label, typed);

        page = await page.PressAsync("Buat akun dan slip masuk");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal("true", page.Value("Kasubbag"));
        Assert.False(await site.AskAsync(db => db.Users.AnyAsync(u => u.PegawaiId == person)));
    }

    [Fact]
    public async Task Nobody_becomes_administrator_by_fields_that_the_form_does_not_have()
    {
        using var admin = await site.SignInAsync("admin");
        var person = await AddPersonAsync("Calon Nakal");

        await admin.PostAsync("/akun/baru", "/akun/baru", ("Input.Bentuk", "pegawai"), ("Input.PegawaiId", $"{person}"), (
            "Input.NamaPengguna", "nakal"),
            ("Jabatan.Administrator", "true"), ("Offices", "Administrator"), ("Input.Offices", "Administrator"));

        Assert.Empty(await site.AskAsync(db => db.Users.Where(u => u.UserName == "nakal").Select(u => u.Offices).SingleAsync()));
    }

    [Fact]
    public async Task An_office_taken_away_is_gone_at_once()
    {
        using var admin = await site.SignInAsync("admin");
        using var kadis = await site.SignInAsync("kadis");
        Assert.Equal(HttpStatusCode.OK, (await kadis.GoAsync("/kemajuan")).Status);

        var page = await (await admin.GoAsync(await AddressAsync("kadis"))).Tick("Kepala Dinas", on: false).PressAsync("Simpan perubahan");
        Assert.Contains("mengubah tugas dari “Kepala Dinas” menjadi “tidak ada”.", page.Text, StringComparison.Ordinal);

        Assert.Equal("/masuk", (await kadis.GoAsync("/kemajuan")).Url.AbsolutePath);
        using var again = await site.SignInAsync("kadis");
        Assert.Equal(HttpStatusCode.Forbidden, (await again.GoAsync("/kemajuan")).Status);
    }

    [Fact]
    public async Task A_shut_account_cannot_sign_in()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.GoAsync(await AddressAsync("penyuluh")))
            .Tick("Akun dapat dipakai untuk masuk", on: false).PressAsync("Simpan perubahan");

        using var stranger = site.Stranger();
        var page = await (await stranger.GoAsync("/masuk"))
            .Fill("Nama pengguna", "penyuluh").Fill("Kata sandi", site.Password).PressAsync("Masuk");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task A_slip_ends_the_password()
    {
        using var admin = await site.SignInAsync("admin");
        using var owner = await site.SignInAsync("penera");
        var password = await site.SlipOfAsync(admin, "penera");

        Assert.Equal("/masuk", (await owner.GoAsync("/sop")).Url.AbsolutePath);
        var page = await (await owner.GoAsync("/masuk"))
            .Fill("Nama pengguna", "penera").Fill("Kata sandi", site.Password).PressAsync("Masuk");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Fill("Kata sandi", password).PressAsync("Masuk");
        Assert.Equal("/kata-sandi", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_the_second_gets_409()
    {
        using var admin = await site.SignInAsync("admin");
        var address = await AddressAsync("analisdag");
        var (first, second) = (await admin.GoAsync(address), await admin.GoAsync(address));
        await first.Tick("Analis").PressAsync("Simpan perubahan");

        second = await second.Tick("Kasubbag").PressAsync("Simpan perubahan");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("true", second.Value("Kasubbag"));
        Assert.Contains("menjadi “Analis”", second.Text, StringComparison.Ordinal);
    }

    private static Task<Visit> ChooseAsync(Visit page, string wanted) =>
        page.Fill("Kata sandi baru", wanted).Fill("Ulangi kata sandi baru", wanted).PressAsync("Simpan kata sandi");

    private async Task<string> AddressAsync(string userName) =>
        $"/akun/{await site.AskAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync())}";

    private Task<int> AddPersonAsync(string nama) => site.AskAsync(async db =>
    {
        var person = db.Pegawai.Add(new(null, new(nama, null, "Pelaksana", Domain.People.JenisJabatan.Pelaksana, null, null))).Entity;
        await db.SaveChangesAsync();
        return person.Id;
    });
}
