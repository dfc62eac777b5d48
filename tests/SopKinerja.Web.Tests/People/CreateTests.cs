using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

public sealed class CreateTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_new_person_is_stored_and_the_change_log_says_who_did_it()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await FilledAsync(admin, "19900101 201501 1 001")).PressAsync("Tambah pegawai");

        Assert.Contains("Budi Santoso, S.E. sudah ditambahkan", page.Done, StringComparison.Ordinal);
        var budi = await site.AskAsync(
            db => db.Pegawai.Include(p => p.UnitKerja).Include(p => p.Atasan).SingleAsync(p => p.Nip == "199001012015011001"));
        Assert.Equal(("III/b", "Bidang Perdagangan", "Dra. Hj. Masniah"), (budi.Golongan, budi.UnitKerja!.Nama, budi.Atasan!.Nama));
        var change = await site.AskAsync(db => db.Changes.SingleAsync(c => c.Subject == "Pegawai" && c.SubjectId == budi.Id));
        Assert.Equal(("Administrator", "menambahkan pegawai ini dengan jabatan “Pengelola Data”."), (change.ActorNama, change.Sentence));
    }

    [Theory]
    [InlineData("NIP. 19910101 201501 1 301", "199101012015011301")]
    [InlineData("19910101.201501.1.302", "199101012015011302")]
    [InlineData("19910101-201501-1-303", "199101012015011303")]
    [InlineData("'199101012015011304", "199101012015011304")]
    [InlineData("\u200b19910101\u202f201501\u00a01 305", "199101012015011305")]
    public async Task A_number_is_taken_out_of_what_is_copied_and_a_name_is_kept_in_one_spelling(string typed, string nip)
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await FilledAsync(admin, typed)).Fill("Nama lengkap dengan gelar", "Ni\u0301 Nor\u200bai\u00adni\u00a0Luh");

        page = await page.PressAsync("Tambah pegawai");

        Assert.NotNull(page.Done);
        Assert.Equal("N\u00ed Noraini Luh", await site.AskAsync(db => db.Pegawai.Where(p => p.Nip == nip).Select(p => p.Nama).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_in_a_jabatan_fungsional_has_a_jenjang_and_the_day_since_when()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await FilledAsync(admin, "199001012015011006"))
            .Fill("Jenis jabatan", "Fungsional").Fill("Jenjang jabatan fungsional", "Ahli Pertama")
            .Fill("Menduduki jabatan ini sejak (TMT)", "2026-11-23");

        page = await page.PressAsync("Tambah pegawai");

        Assert.NotNull(page.Done);
        Assert.Equal(
            ("Ahli Pertama", "2026-11-23"), (page.Value("Jenjang jabatan fungsional"), page.Value("Menduduki jabatan ini sejak (TMT)")));
        var stored = await site.AskAsync(db => db.Pegawai.SingleAsync(p => p.Nip == "199001012015011006"));
        Assert.Equal(("Ahli Pertama", new DateOnly(2026, 11, 23)), (stored.Jenjang, stored.TmtJabatan));
    }

    [Fact]
    public async Task An_elected_official_has_neither_number_nor_golongan()
    {
        using var admin = await site.SignInAsync("admin");
        var page = (await FilledAsync(admin, ""))
            .Fill("Nama lengkap dengan gelar", "Hj. Wakil Bupati").Tick("Pejabat negara tanpa NIP").Fill("Golongan", "Tanpa golongan");

        page = await page.PressAsync("Tambah pegawai");

        Assert.NotNull(page.Done);
        Assert.True(
            await site.AskAsync(db => db.Pegawai.AnyAsync(p => p.Nama == "Hj. Wakil Bupati" && p.Nip == null && p.Golongan == null)));
    }

    [Theory]
    [InlineData("NIP atau NI PPPK", "", "NIP belum diisi")]
    [InlineData("NIP atau NI PPPK", "12345", "yang diisi 5 angka")]
    [InlineData("NIP atau NI PPPK", "199013012015011001", "bukan tanggal lahir yang benar")]
    [InlineData("NIP atau NI PPPK", "198004142005012007", "sudah dipakai pegawai lain")]
    [InlineData("NIP atau NI PPPK", "199001012025211001", "Pilih golongan PPPK")]
    [InlineData("NIP atau NI PPPK", "1,98507E+17", "Excel memendekkan angka ini menjadi “1,98507E+17”")]
    [InlineData("NIP atau NI PPPK", "198507152010011000", "Excel mengganti angka ke-16")]
    [InlineData("NIP atau NI PPPK", "NIP. 19900101 201501 1 30", "yang diisi 17 angka")]
    [InlineData("Nama lengkap dengan gelar", "Nor\uf0b7aini", "butir atau simbol dari Word (U+F0B7)")]
    [InlineData("Nama lengkap dengan gelar", "Nor ✓", "“✓” (U+2713)")]
    [InlineData("Jabatan", "Staf 😀", "“😀” (U+1F600)")]
    [InlineData("Nama lengkap dengan gelar", "\u200b\u00a0", "Nama belum diisi")]
    [InlineData("Nama lengkap dengan gelar", "  ", "Nama belum diisi")]
    [InlineData("Nama lengkap dengan gelar", "Budi\u0001Santoso", "tidak dapat dicetak")]
    [InlineData("Golongan", "Tanpa golongan", "Golongan belum dipilih")]
    [InlineData("Golongan", "Golongan IX", "Pilih golongan ruang PNS")]
    [InlineData("Jabatan", "", "Jabatan belum diisi")]
    [InlineData("Jenis jabatan", "Pilih jenis jabatan", "Jenis jabatan belum dipilih")]
    [InlineData("Jenjang jabatan fungsional", "Ahli Muda", "Jenjang hanya untuk jabatan fungsional")]
    [InlineData("Menduduki jabatan ini sejak (TMT)", "2026-11-24", "Tanggal ini tidak mungkin")]
    [InlineData("Menduduki jabatan ini sejak (TMT)", "1026-11-23", "Tanggal ini tidak mungkin")]
    public async Task A_wrong_field_gets_a_sentence_and_the_rest_stays(string label, string typed, string sentence)
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await FilledAsync(admin, "199001012015011002")).Fill(label, typed).PressAsync("Tambah pegawai");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal("Bidang Perdagangan", page.Value("Unit kerja"));
        Assert.False(await site.AskAsync(db => db.Pegawai.AnyAsync(p => p.Nip == "199001012015011002")));
    }

    [Fact]
    public async Task A_name_of_ten_thousand_letters_is_refused_with_a_sentence()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await FilledAsync(admin, "199001012015011003"))
            .Fill("Nama lengkap dengan gelar", new string('a', 10_000)).PressAsync("Tambah pegawai");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("paling banyak 200 karakter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_that_no_form_may_carry_is_a_sentence_and_no_fault()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await FilledAsync(admin, "199001012015011005")).Fill("Jabatan", "Pengelola\0Data").PressAsync("Tambah pegawai");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Formulir tidak dapat diterima", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.UnitKerjaId", "Unit kerja ini tidak ada")]
    [InlineData("Input.AtasanId", "Pejabat penilai ini tidak ada")]
    [InlineData("Input.Jenjang", "Jenjang ini tidak ada")]
    public async Task A_choice_that_the_page_did_not_offer_is_refused(string field, string sentence)
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.PostAsync("/pegawai/baru", "/pegawai/baru",
            ("Input.Nama", "Budi"), ("Input.Nip", "199001012015011004"), ("Input.Golongan", "III/b"), ("Input.Jabatan", "Pengelola"),
            ("Input.JenisJabatan", "Pelaksana"), ("Input.Aktif", "true"), (field, "987654"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
    }

    private static async Task<Visit> FilledAsync(Visitor admin, string nip) => (await admin.GoAsync("/pegawai/baru"))
        .Fill("Nama lengkap dengan gelar", "Budi Santoso, S.E.").Fill("NIP atau NI PPPK", nip).Fill("Golongan", "III/b")
        .Fill("Jabatan", "Pengelola Data").Fill("Jenis jabatan", "Pelaksana").Fill("Unit kerja", "Bidang Perdagangan")
        .Fill("Pejabat penilai (atasan langsung)", "Dra. Hj. Masniah, Kepala Bidang Perdagangan");
}
