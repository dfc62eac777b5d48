using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People.Units;

public sealed class UnitTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_their_codes_wherever_one_is_chosen()
    {
        using var admin = await site.SignInAsync("admin");
        foreach (var kode in new[] { "SATU.UM", "DUA.UM" })
        {
            await (await admin.GoAsync("/unit/baru")).Fill("Kode", kode).Fill("Nama unit kerja", "Subbag Umum Kembar").PressAsync("Tambah unit kerja");
        }

        foreach (var (address, label) in new[]
        {
            ("/pegawai/baru", "Unit kerja"), ("/akun/slip", "Unit kerja"), ("/pegawai", "Unit kerja"), ("/unit/baru", "Unit di atasnya"),
        })
        {
            var options = (await admin.GoAsync(address)).Field(label).QuerySelectorAll("option").Select(o => o.TextContent.Trim())
                .Where(o => o.StartsWith("Subbag Umum Kembar", StringComparison.Ordinal)).Order();
            Assert.Equal(["Subbag Umum Kembar (DUA.UM)", "Subbag Umum Kembar (SATU.UM)"], options);
        }
    }

    [Fact]
    public async Task A_unit_is_added_and_corrected_and_its_history_tells()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync("/unit/baru"))
            .Fill("Kode", "METRO").Fill("Nama unit kerja", "UPTD Metrologi").Fill("Unit di atasnya", "Bidang Perdagangan");
        page = await page.PressAsync("Tambah unit kerja");
        Assert.Equal("Unit kerja UPTD Metrologi sudah ditambahkan.", page.Done);

        page = await page.FollowAsync("UPTD Metrologi");
        page = await page.Fill("Nama unit kerja", "UPTD Metrologi Legal").Tick("Masih dipakai", on: false).PressAsync("Simpan perubahan");

        page = await page.FollowAsync("UPTD Metrologi Legal");
        Assert.Contains("mengubah nama dari “UPTD Metrologi” menjadi “UPTD Metrologi Legal”; keadaan dari “dipakai” menjadi “tidak "
            + "dipakai”.", page.Text, StringComparison.Ordinal);
        Assert.Contains("menambahkan unit kerja ini dengan kode “METRO”.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("UPTD Metrologi Legal", (await admin.GoAsync("/pegawai/baru")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kode", "", "Kode unit belum diisi")]
    [InlineData("Kode", "kecil", "huruf besar")]
    [InlineData("Kode", "ABCDEFGHIJKLMNOPQRSTU", "paling banyak 20 karakter")]
    [InlineData("Kode", "KOP", "sudah dipakai unit lain")]
    [InlineData("Nama unit kerja", "", "Nama unit kerja belum diisi")]
    public async Task A_wrong_field_gets_a_sentence(string label, string typed, string sentence)
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await admin.GoAsync("/unit/baru"))
            .Fill("Kode", "UJI").Fill("Nama unit kerja", "Unit Uji").Fill(label, typed).PressAsync("Tambah unit kerja");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(typed, page.Value(label));
    }

    [Theory]
    [InlineData("DINAS", "PEP", "berada di bawah unit yang sedang diubah")]
    [InlineData("KOP", "KOP", "di bawah dirinya sendiri")]
    public async Task A_circle_of_units_is_refused(string kode, string induk, string sentence)
    {
        using var admin = await site.SignInAsync("admin");
        var units = await site.AskAsync(db => db.UnitKerja.ToDictionaryAsync(u => u.Kode));

        var page = await admin.PostAsync($"/unit/{units[kode].Id}", $"/unit/{units[kode].Id}",
            ("Input.Kode", kode), ("Input.Nama", units[kode].Nama), ("Input.Aktif", "true"), ("Input.IndukId", $"{units[induk].Id}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_circle_that_another_administrator_closes_at_the_same_moment_is_a_sentence_at_the_field()
    {
        using var admin = await site.SignInAsync("admin");
        var units = await site.AskAsync(db => db.UnitKerja.ToDictionaryAsync(u => u.Kode));
        var (a, b) = (units["PASAR"], units["SEKRE"]);
        await using var another = await AtOnce.BeginAsync(
            site.ConnectionString, $"update unit_kerja set induk_id = {b.Id} where id = {a.Id}");

        var saving = admin.PostAsync($"/unit/{b.Id}", $"/unit/{b.Id}",
            ("Input.Kode", b.Kode), ("Input.Nama", b.Nama), ("Input.Aktif", "true"), ("Input.IndukId", $"{a.Id}"));
        await another.CommitOnceAwaitedAsync(saving);
        var page = await saving;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("berada di bawah unit yang sedang diubah", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_the_second_gets_409()
    {
        using var admin = await site.SignInAsync("admin");
        var id = await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == "IND").Select(u => u.Id).SingleAsync());
        var (first, second) = (await admin.GoAsync($"/unit/{id}"), await admin.GoAsync($"/unit/{id}"));
        await first.Fill("Nama unit kerja", "Bidang Industri").PressAsync("Simpan perubahan");

        second = await second.Fill("Nama unit kerja", "Bidang Lain").PressAsync("Simpan perubahan");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Bidang Lain", second.Value("Nama unit kerja"));
        Assert.Contains("menjadi “Bidang Industri”", second.Text, StringComparison.Ordinal);
    }
}
