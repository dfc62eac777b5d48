using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

public sealed class EditTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_correction_is_stored_and_its_history_says_what_was_and_what_is()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync(Address("juru"))).Fill("Jabatan", "Bendahara Pasar").Fill("Unit kerja", "Bidang Perdagangan");

        page = await page.PressAsync("Simpan perubahan");

        Assert.Equal("Data Supian Noor sudah disimpan.", page.Done);
        Assert.Contains("Administrator mengubah jabatan dari “Juru Pungut Retribusi” menjadi “Bendahara Pasar”; "
            + "unit kerja dari “UPTD Pengelolaan Pasar” menjadi “Bidang Perdagangan”.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_jenjang_and_its_day_are_in_the_history()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync(Address("analisdag")))
            .Fill("Jenjang jabatan fungsional", "Ahli Muda").Fill("Menduduki jabatan ini sejak (TMT)", "");

        page = await page.PressAsync("Simpan perubahan");

        Assert.Contains("mengubah jenjang dari “Ahli Pertama” menjadi “Ahli Muda”; TMT jabatan dari “1 Desember 2024” menjadi (kosong).",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_forms_of_angka_kredit_say_is_kept_and_its_history_names_each_field()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync(Address("kabidind")))
            .Fill("Nomor seri karpeg", "N 112233").Fill("Tempat lahir", "Amuntai").Fill("TMT pangkat, golongan ruang", "2024-04-01")
            .Fill("Angka kredit kumulatif pada PAK terakhir", "62,3750").Fill("Nomor PAK terakhir", "800/12")
            .Fill("Tanggal PAK terakhir", "2026-01-15").Fill("Akhir masa penilaian PAK terakhir", "2025-12-31");

        page = await page.PressAsync("Simpan perubahan");

        Assert.Contains("mengubah nomor seri karpeg dari (kosong) menjadi “N 112233”; tempat lahir dari (kosong) menjadi “Amuntai”; "
            + "TMT pangkat dari (kosong) menjadi “1 April 2024”; PAK terakhir dari (kosong) menjadi “62,375, nomor 800/12 tanggal "
            + "15 Januari 2026, masa penilaian sampai 31 Desember 2025”.", page.Text, StringComparison.Ordinal);
        var id = site.People["kabidind"].PegawaiId;
        var stored = await site.AskAsync(db => db.Pegawai.SingleAsync(p => p.Id == id));
        Assert.Equal(new(62.375m, "800/12", new(2026, 1, 15), new(2025, 12, 31)), stored.Pak);
        Assert.Equal(("N 112233", "Amuntai", new DateOnly(2024, 4, 1)), (stored.Karpeg, stored.TempatLahir, stored.TmtPangkat));
        // What was saved is shown so that saving it again changes nothing.
        Assert.Equal("62,3750", page.Value("Angka kredit kumulatif pada PAK terakhir"));
    }

    [Fact]
    public async Task A_delegation_has_a_number_and_a_date_and_its_history()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync(Address("bendahara")))
            .Fill("Nomor surat pendelegasian sebagai pejabat penilai", "800/12").PressAsync("Simpan perubahan");
        Assert.Contains("Tanggal surat pendelegasian belum diisi", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await page.Fill("Tanggal surat pendelegasian", "2026-01-02").PressAsync("Simpan perubahan");

        Assert.Contains("mengubah surat pendelegasian dari (kosong) menjadi “800/12 tanggal 2 Januari 2026”.", page.Text,
            StringComparison.Ordinal);
        var id = site.People["bendahara"].PegawaiId;
        Assert.Equal(new("800/12", new(2026, 1, 2)), (await site.AskAsync(db => db.Pegawai.SingleAsync(p => p.Id == id))).Pendelegasian);
    }

    [Theory]
    [InlineData("Angka kredit kumulatif pada PAK terakhir", "", "Angka kredit PAK terakhir belum diisi")]
    [InlineData("Nomor PAK terakhir", " ", "Nomor PAK terakhir belum diisi")]
    [InlineData("Tanggal PAK terakhir", "", "Tanggal PAK terakhir belum diisi")]
    [InlineData("Akhir masa penilaian PAK terakhir", "", "Akhir masa penilaian PAK terakhir belum diisi")]
    [InlineData("Angka kredit kumulatif pada PAK terakhir", "-1", "tidak boleh negatif")]
    [InlineData("Angka kredit kumulatif pada PAK terakhir", "1,2345", "paling banyak 3 angka")]
    [InlineData("Angka kredit kumulatif pada PAK terakhir", "62,375", "dapat berarti dua hal")]
    [InlineData("Tanggal PAK terakhir", "2026-12-31", "Tanggal PAK tidak mungkin")]
    [InlineData("Akhir masa penilaian PAK terakhir", "2026-12-31", "Akhir masa penilaian tidak mungkin")]
    [InlineData("TMT pangkat, golongan ruang", "2027-01-01", "TMT pangkat menurut surat keputusannya")]
    public async Task A_PAK_is_whole_or_not_there(string label, string typed, string sentence)
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync(Address("kabiddag")))
            .Fill("Angka kredit kumulatif pada PAK terakhir", "62,5").Fill("Nomor PAK terakhir", "800/12")
            .Fill("Tanggal PAK terakhir", "2026-01-15").Fill("Akhir masa penilaian PAK terakhir", "2025-12-31");

        page = await page.Fill(label, typed).PressAsync("Simpan perubahan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        var id = site.People["kabiddag"].PegawaiId;
        Assert.Null(await site.AskAsync(db => db.Pegawai.Where(p => p.Id == id).Select(p => p.PakNomor).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_who_leaves_a_jabatan_fungsional_leaves_its_jenjang()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync(Address("penyuluhind"))).Fill("Jenis jabatan", "Pelaksana");

        page = await page.PressAsync("Simpan perubahan");
        Assert.Contains("Jenjang hanya untuk jabatan fungsional", Assert.Single(page.Errors), StringComparison.Ordinal);

        Assert.NotNull((await page.Fill("Jenjang jabatan fungsional", "Tanpa jenjang").PressAsync("Simpan perubahan")).Done);
    }

    [Fact]
    public async Task Saving_without_a_change_writes_nothing_down()
    {
        using var admin = await site.SignInAsync("admin");

        await (await admin.GoAsync(Address("penera"))).PressAsync("Simpan perubahan");

        var id = site.People["penera"].PegawaiId;
        Assert.False(await site.AskAsync(db => db.Changes.AnyAsync(c => c.Subject == "Pegawai" && c.SubjectId == id)));
    }

    [Fact]
    public async Task Nobody_can_be_chosen_as_his_own_superior()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync(Address("kabidkop"));
        Assert.DoesNotContain(page.Field("Pejabat penilai (atasan langsung)")
            .QuerySelectorAll("option"), o => o.TextContent.Contains("Bambang", StringComparison.Ordinal));

        page = await PostSuperiorAsync(admin, "kabidkop", "kabidkop");

        Assert.Contains(page.Errors, e => e.Contains("bagi dirinya sendiri", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_circle_of_superiors_is_refused()
    {
        using var admin = await site.SignInAsync("admin");

        // analis → kasubbag → sekretaris → kadis
        var page = await PostSuperiorAsync(admin, "kadis", "analis");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("saling menilai", StringComparison.Ordinal));
        Assert.Equal(site.People["sekda"].PegawaiId, await site.AskAsync(db =>
            db.Pegawai.Where(p => p.Id == site.People["kadis"].PegawaiId).Select(p => p.AtasanId).SingleAsync()));
    }

    [Fact]
    public async Task A_circle_that_another_administrator_closes_at_the_same_moment_is_a_sentence_at_the_field()
    {
        using var admin = await site.SignInAsync("admin");
        var (a, b) = (site.People["analisdag"].PegawaiId, site.People["pelaksanadag"].PegawaiId);
        var before = await site.AskAsync(db => db.Pegawai.Where(p => p.Id == b).Select(p => p.AtasanId).SingleAsync());
        await using var another = await AtOnce.BeginAsync(site.ConnectionString, $"update pegawai set atasan_id = {b} where id = {a}");

        var saving = PostSuperiorAsync(admin, "pelaksanadag", "analisdag");
        await another.CommitOnceAwaitedAsync(saving);
        var page = await saving;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("saling menilai", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("true", page.Field("Pejabat penilai (atasan langsung)").GetAttribute("aria-invalid"));
        Assert.Equal(before, await site.AskAsync(db => db.Pegawai.Where(p => p.Id == b).Select(p => p.AtasanId).SingleAsync()));
    }

    [Fact]
    public async Task Of_two_who_save_at_once_the_second_gets_409_with_his_words_and_sees_what_the_first_did()
    {
        using var admin = await site.SignInAsync("admin");
        var first = await admin.GoAsync(Address("bendahara"));
        var second = await admin.GoAsync(Address("bendahara"));
        await first.Fill("Jabatan", "Bendahara Penerimaan").PressAsync("Simpan perubahan");

        second = await second.Fill("Jabatan", "Verifikator Keuangan").PressAsync("Simpan perubahan");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Verifikator Keuangan", second.Value("Jabatan"));
        Assert.Contains("menjadi “Bendahara Penerimaan”", second.Text, StringComparison.Ordinal);

        second = await second.PressAsync("Simpan perubahan");
        Assert.NotNull(second.Done);
    }

    [Fact]
    public async Task Somebody_who_left_but_may_still_sign_in_is_pointed_out()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await admin.GoAsync(Address("arsiparis"))).Tick("Masih aktif", on: false).PressAsync("Simpan perubahan");

        Assert.Contains("akunnya masih dapat dipakai", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_person_is_404_even_for_a_form_that_is_wrong()
    {
        using var admin = await site.SignInAsync("admin");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync("/pegawai/987654")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/pegawai/987654", "/pegawai/baru", ("Input.Nama", ""))).Status);
    }

    [Theory]
    [InlineData("/pegawai")]
    [InlineData("/pegawai/baru")]
    [InlineData("/pegawai/5")]
    [InlineData("/unit")]
    [InlineData("/unit/baru")]
    [InlineData("/unit/3")]
    [InlineData("/akun")]
    [InlineData("/akun/baru")]
    [InlineData("/akun/3")]
    [InlineData("/perubahan")]
    [InlineData("/periode")]
    [InlineData("/periode/baru")]
    [InlineData("/periode/1")]
    [InlineData("/periode/libur")]
    public async Task Everybody_but_the_administrator_is_refused(string address)
    {
        foreach (var userName in new[] { "kadis", "sekretaris", "kasubbag", "analis", "juru" })
        {
            using var visitor = await site.SignInAsync(userName);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync(address)).Status);
        }

        using var stranger = site.Stranger();
        Assert.Equal("/masuk", (await stranger.GoAsync(address)).Url.AbsolutePath);
    }

    private string Address(string userName) => $"/pegawai/{site.People[userName].PegawaiId}";

    private async Task<Visit> PostSuperiorAsync(Visitor admin, string person, string superior)
    {
        var p = await site.AskAsync(db => db.Pegawai.SingleAsync(x => x.Id == site.People[person].PegawaiId));
        return await admin.PostAsync(Address(person), Address(person),
            ("Input.Nama", p.Nama), ("Input.Nip", p.Nip!), ("Input.Golongan", p.Golongan!), ("Input.Jabatan", p.Jabatan),
            ("Input.JenisJabatan", $"{p.JenisJabatan}"), ("Input.UnitKerjaId", $"{p.UnitKerjaId}"), ("Input.Aktif", "true"),
            ("Input.AtasanId", $"{site.People[superior].PegawaiId}"));
    }
}
