using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>Accounts from the lists that a dinas has: a number beside a name, and those who have no account yet.</summary>
public sealed class AccountSheetsTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_export_of_people_and_a_list_of_SIASN_are_taken_with_their_names_beside_their_numbers()
    {
        using var admin = await site.SignInAsync("admin");
        await AddAsync(admin, 701, "Anak Baru, S.Kom.");
        var (name, people) = await admin.DownloadAsync("/impor/data.xlsx?jenis=pegawai");

        var page = await admin.SendAsync("akun", name, people);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(ImportVerdict.New, (await site.RowsAsync(page.RunOf())).Single(r => r.Nama == "Anak Baru, S.Kom.").Verdict);

        page = await admin.SendAsync("akun", $"NIP BARU;NAMA;GELAR BELAKANG;JABATAN NAMA\n'{NipOf(701)};ANAK BARU;S.Kom.;Staf\n");
        Assert.Contains("Salah: 0 Baru: 1 ", page.Text, StringComparison.Ordinal);
        page = await admin.SendAsync("akun", $"NIP;Nama\n{NipOf(701)};Orang Lain\n");
        Assert.Contains("B (Nama): NIP ini milik Anak Baru, S.Kom. Periksa NIP-nya", page.Text, StringComparison.Ordinal);
        page = await admin.SendAsync("akun", "NIP;Nama\ntanpa NIP;Anak Baru, S.Kom.\n");
        Assert.Contains("Salah: 0 Baru: 1 ", page.Text, StringComparison.Ordinal);
        page = await admin.SendAsync("akun", "Nama;Analis\nAnak Baru, S.Kom.;tidak\n");
        Assert.Contains("Salah: 0 Baru: 1 ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_names_those_without_an_account_and_makes_none_before_it_is_filled_in()
    {
        using var admin = await site.SignInAsync("admin");
        await AddAsync(admin, 711, "Tanpa Akun Satu");
        await AddAsync(admin, 712, "Tanpa Akun Dua");
        var (_, file) = await admin.DownloadAsync("/impor/data.csv?jenis=akun");
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains("Tanpa Akun Satu", text, StringComparison.Ordinal);

        var page = await admin.SendAsync("akun", "akun.csv", file);
        page.AssertEqual();
        Assert.Contains("(Nama pengguna): kosong, jadi akun orang ini tidak dibuat", (await admin.GoAsync($"{page.Url.AbsolutePath}?keadaan=Equal&setelah=40")).Text
            + (await admin.GoAsync($"{page.Url.AbsolutePath}?keadaan=Equal")).Text, StringComparison.Ordinal);

        var at = Array.IndexOf(text.Split('\n')[0].TrimEnd('\r', '\n').Split(';'), "Nama pengguna");
        var filled = string.Join('\n', text.Split('\n').Select(line => line.Contains("Tanpa Akun Dua", StringComparison.Ordinal)
            ? string.Join(';', line.Split(';').Select((cell, i) => i == at ? "akun.dua" : cell)) : line));
        page = await admin.SendAsync("akun", filled);
        Assert.Contains("Baru: 1 ", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 baris tersimpan", (await page.PressAsync("Simpan semua")).Text, StringComparison.Ordinal);
        Assert.False(await site.AskAsync(db => db.Users.AnyAsync(u => u.Pegawai!.Nama == "Tanpa Akun Satu")));
        Assert.True(await site.AskAsync(db => db.Users.AnyAsync(u => u.UserName == "akun.dua" && u.Pegawai!.Nama == "Tanpa Akun Dua")));
    }

    [Theory]
    [InlineData("a b<c>", "hanya boleh berisi huruf kecil")]
    [InlineData("ujé", "hanya boleh berisi huruf kecil")]
    [InlineData("admin", "sudah dipakai akun lain")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "terlalu panjang")]
    public async Task Every_rule_of_a_user_name_is_asked_before_anything_is_stored(string userName, string sentence)
    {
        using var admin = await site.SignInAsync("admin");
        await AddAsync(admin, 721, "Nama Pengguna Salah");
        var page = await admin.SendAsync("akun", $"NIP;Nama pengguna\n{NipOf(721)};{userName}\n");
        Assert.Contains("Salah: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains($"B (Nama pengguna): ", page.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    /// <summary>The same cause in the list of people: a number or a code and beside it a name.</summary>
    [Fact]
    public async Task A_superior_and_a_unit_may_stand_in_two_columns_of_which_the_number_tells_more()
    {
        using var admin = await site.SignInAsync("admin");
        await AddAsync(admin, 731, "Penilai Dua Kolom");
        var page = await admin.SendAsync("pegawai", "NIP;Nama;Golongan;Jabatan;Jenis jabatan;Kode unit;Unit kerja;NIP atasan;Nama atasan\n"
            + $"{NipOf(732)};Bawahan;III/a;Staf;Pelaksana;DAG;Bidang Perdagangan;{NipOf(731)};Penilai Dua Kolom\n"
            + $"{NipOf(733)};Bawahan Lain;III/a;Staf;Pelaksana;DAG;;;Penilai Dua Kolom\n"
            + $"{NipOf(734)};Bawahan Salah;III/a;Staf;Pelaksana;DAG;;{NipOf(731)};Orang Lain\n");
        Assert.Contains("Salah: 1 Baru: 2 ", page.Text, StringComparison.Ordinal);
        Assert.Contains("I (Nama atasan): NIP ini milik Penilai Dua Kolom", page.Text, StringComparison.Ordinal);
        await page.PressAsync("Simpan 2 baris yang baik");
        Assert.Equal(2, await site.AskAsync(db => db.Pegawai.CountAsync(p => p.Atasan!.Nama == "Penilai Dua Kolom" && p.UnitKerja!.Kode == "DAG")));

        // Where only the name is given, it is the name that changes.
        page = await admin.SendAsync("pegawai", $"NIP;Nama atasan\n{NipOf(732)};Bawahan Lain\n");
        Assert.Contains("Berubah: 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_two_have_is_told_as_one_and_each_circle_by_itself()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.SendAsync("pegawai", $"{Sheets.Heads}\n"
            + $"{NipOf(741)};A;III/a;Staf;Pelaksana;Bidang Perdagangan;{NipOf(742)}\n{NipOf(742)};B;III/a;Staf;Pelaksana;Bidang Perdagangan;{NipOf(741)}\n"
            + $"{NipOf(743)};C;III/a;Staf;Pelaksana;Bidang Perdagangan;{NipOf(744)}\n{NipOf(744)};D;III/a;Staf;Pelaksana;Bidang Perdagangan;{NipOf(743)}\n"
            + $"{NipOf(745)};E;III/a;Staf;Pelaksana;Bidang Perdagangan;{NipOf(745)}\n");
        var sentences = (await site.RowsAsync(page.RunOf())).Select(r => r.Faults[0].Sentence).ToList();
        Assert.All(sentences.Take(2), s => Assert.EndsWith("pada baris-baris 2, 3.", s, StringComparison.Ordinal));
        Assert.All(sentences.Skip(2).Take(2), s => Assert.EndsWith("pada baris-baris 4, 5.", s, StringComparison.Ordinal));

        page = await admin.SendAsync("pegawai", $"{Sheets.Heads}\n{NipOf(751)};Satu;III/a;Staf;Pelaksana;Bidang Perdagangan;\n"
            + $"{NipOf(751)};Dua;III/a;Staf;Pelaksana;Bidang Perdagangan;\n{NipOf(752)};Tiga;III/a;Staf;Pelaksana;Bidang Perdagangan;{NipOf(751)}\n");
        var told = (await site.RowsAsync(page.RunOf()))[2].Faults[0].Sentence;
        Assert.DoesNotContain("Tulis NIP-nya", told, StringComparison.Ordinal);
        Assert.Contains("tertulis pada lebih dari satu orang", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_sheet_is_told_points_to_no_form_that_is_not_there()
    {
        await site.DossierAtAsync(Domain.Sop.Step.Validate, "penyuluh");
        using var admin = await site.SignInAsync("admin");
        var nip = await site.AskAsync(db => db.Users.Where(a => a.UserName == "penyuluh").Select(a => a.Pegawai!.Atasan!.Nip).SingleAsync());
        var page = await admin.SendAsync("pegawai", $"NIP;Aktif\n{nip};tidak\n1,98507E+17;ya\n");
        Assert.Contains("Masih ada yang menunggu orang ini", page.Text, StringComparison.Ordinal);
        Assert.Contains("Excel memendekkan angka ini", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("formulir ini", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("angkanya di sini", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ODS_file_is_called_what_it_is()
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "mimetype", "content.xml" })
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write("application/vnd.oasis.opendocument.spreadsheet");
            }
        }

        Assert.StartsWith("Ini berkas ODS", SheetReader.Read(stream.ToArray()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kind_of_the_law_by_which_is_measured_today_comes_first()
    {
        await site.AskAsync(db => db.Periods.Where(p => p.Id == site.Period.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsOpen, false)));
        using var analis = await site.SignInAsync("analis");
        Assert.Equal("/impor?jenis=skp-permenpanrb6", (await analis.GoAsync("/impor")).Page
            .QuerySelector("nav[aria-label='Jenis data'] a[aria-current]")!.GetAttribute("href"));
        using var admin = await site.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.OK, (await admin.GoAsync("/impor")).Status);
    }

    private static string NipOf(int no) => $"19910101 201501 1 {no}";

    private async Task AddAsync(Visitor admin, int no, string nama)
    {
        if (!await site.AskAsync(db => db.Pegawai.AnyAsync(p => p.Nama == nama)))
        {
            var page = await admin.SendAsync("pegawai", $"{Sheets.Heads}\n{NipOf(no)};{nama};III/a;Staf;Pelaksana;Bidang Perdagangan;\n");
            await page.PressAsync("Simpan semua");
        }
    }
}
