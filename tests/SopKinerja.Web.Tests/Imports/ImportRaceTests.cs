using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>What happens between the dry run and the storing of it, and what nobody may do by a file.</summary>
public sealed class ImportRaceTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task What_was_changed_by_hand_after_the_dry_run_is_told_and_not_overwritten()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.SendAsync("pegawai", Sheets.Heads + """

            19910101 201501 1 611;Satu;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 612;Dua;III/a;Staf;Pelaksana;Bidang Perdagangan;
            """)).PressAsync("Simpan semua");
        var page = await admin.SendAsync("pegawai", """
            NIP;Nama;Jabatan;Golongan;Jenis jabatan
            19910101 201501 1 611;Satu;Menurut Berkas;III/a;Pelaksana
            19910101 201501 1 612;Dua;Menurut Berkas;III/a;Pelaksana
            19910101 201501 1 613;Tiga;Menurut Berkas;III/a;Pelaksana
            """);
        await ByHandAsync(admin, "199101012015011611", "Menurut Tangan");
        var added = (await admin.GoAsync("/pegawai/baru")).Fill("Nama lengkap dengan gelar", "Tiga").Fill("NIP atau NI PPPK", "199101012015011613")
            .Fill("Golongan", "III/a").Fill("Jabatan", "Menurut Tangan").Fill("Jenis jabatan", "Pelaksana");
        await added.PressAsync("Tambah pegawai");

        page = await page.PressAsync("Simpan semua");

        Assert.True(page.Text.Contains("1 baris tersimpan, 2 salah", StringComparison.Ordinal), page.Text);
        Assert.Contains("C (Jabatan): Sesudah berkas ini diperiksa, isian ini diubah orang lain menjadi “Menurut Tangan”", page.Text, StringComparison.Ordinal);
        Assert.Contains("Seluruh baris: Sesudah berkas ini diperiksa, data ini ditambahkan orang lain", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Menurut Tangan", "Menurut Berkas", "Menurut Tangan"],
            await site.AskAsync(db => db.Pegawai.Where(p => p.Nip!.StartsWith("19910101201501161")).OrderBy(p => p.Nip).Select(p => p.Jabatan).ToListAsync()));
    }

    [Fact]
    public async Task What_the_database_refuses_is_the_problem_of_that_row_alone()
    {
        using var admin = await site.SignInAsync("admin");
        await site.AsOwnerAsync("alter table pegawai add constraint uji check (nama <> 'Yang Ditolak')");
        var page = await admin.SendAsync("pegawai", Sheets.Heads + """

            19910101 201501 1 621;Yang Diterima;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 622;Yang Ditolak;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 623;Yang Lain;III/a;Staf;Pelaksana;Bidang Perdagangan;
            """);

        page = await page.PressAsync("Simpan semua");

        await site.AsOwnerAsync("alter table pegawai drop constraint uji");
        Assert.Contains("2 baris tersimpan, 1 salah", page.Text, StringComparison.Ordinal);
        var row = (await site.RowsAsync(page.RunOf()))[1];
        Assert.Contains("ditolak basis data", row.Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Equal(ImportState.Done, await site.StateAsync(page.RunOf()));
    }

    [Fact]
    public async Task Two_administrators_who_store_one_run_store_it_once()
    {
        using var admin = await site.SignInAsync("admin");
        using var other = await site.SignInAsync("admin");
        var page = await admin.SendAsync("libur", "Tanggal;Nama\n" + string.Concat(Enumerable.Range(1, 28).Select(d => $"2093-02-{d:00};Libur {d}\n")));
        var same = await other.GoAsync(page.Url.AbsolutePath);

        var answers = await Task.WhenAll(page.PressAsync("Simpan semua"), same.PressAsync("Simpan semua"));

        Assert.Single(answers, a => a.Done == "Baris yang baik sudah disimpan.");
        Assert.Single(answers, a => a.Done!.StartsWith("Berkas ini sudah disimpan atau dibatalkan", StringComparison.Ordinal));
        Assert.Equal(28, await site.AskAsync(db => db.Changes.CountAsync(c => c.Subject == "Hari libur" && c.SubjectId / 10000 == 2093)));
    }

    [Fact]
    public async Task No_file_gives_an_office_to_whom_none_could_be_given_by_hand_nor_opens_an_account_nor_makes_an_administrator()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.SendAsync("pegawai", $"{Sheets.Heads};Aktif\n" + """
            19910101 201501 1 631;Sudah Pergi;III/a;Staf;Pelaksana;Bidang Perdagangan;;tidak
            19910101 201501 1 632;Akun Tertutup;III/a;Staf;Pelaksana;Bidang Perdagangan;;ya
            """)).PressAsync("Simpan semua");
        await (await admin.SendAsync("akun", "NIP;Analis\n19910101 201501 1 632;ya\n")).PressAsync("Simpan semua");
        await site.SetOpenAsync("akun.tertutup", false);
        var administrators = await AdministratorsAsync();

        var page = await admin.SendAsync("akun", """
            NIP;Nama pengguna;Analis;Kepala Dinas;Administrator;Auditor;Aktif;Kata sandi
            19910101 201501 1 631;pergi;ya;;;;ya;rahasia
            19910101 201501 1 632;;ya;ya;ya;ya;ya;rahasia
            admin;admin;;;ya;;;
            19910101 201501 1 633;x;Administrator;;;;;
            """);

        var rows = await site.RowsAsync(page.RunOf());
        Assert.Contains("Hanya pegawai aktif dapat diberi akun", rows[0].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("Tidak ada pegawai dengan nama “admin”", rows[2].Faults[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("bukan “ya” dan bukan “tidak”", string.Join(' ', rows[3].Faults.Select(f => f.Sentence)), StringComparison.Ordinal);
        await page.PressAsync("Simpan 1 baris yang baik");
        var closed = await site.AskAsync(db => db.Users.SingleAsync(u => u.UserName == "akun.tertutup"));
        Assert.False(closed.IsActive);
        Assert.True(closed.IsUnconfirmed);
        Assert.Equal(["Analis", "KepalaDinas"], closed.Offices);
        Assert.Null(closed.PasswordHash);
        Assert.Equal(administrators, await AdministratorsAsync());
    }

    [Fact]
    public async Task A_person_sees_the_rows_about_himself_in_what_is_kept_about_him()
    {
        using var admin = await site.SignInAsync("admin");
        var nip = await site.AskAsync(db => db.Users.Where(a => a.UserName == "penyuluh").Select(a => a.Pegawai!.Nip).SingleAsync());
        await admin.SendAsync("pegawai", $"NIP;Karpeg;Alamat\n{nip};P 77;Jalan Pelajar 5\n19910101 201501 1 641;P 78;Jalan Lain\n");
        await admin.SendAsync("akun", $"NIP;Analis\n{nip};tidak\n");
        using var person = await site.SignInAsync("penyuluh");

        var page = await person.GoAsync("/data-saya");

        Assert.Contains($"NIP: {nip}; Karpeg: P 77; Alamat: Jalan Pelajar 5", page.Text, StringComparison.Ordinal);
        Assert.Contains($"NIP: {nip}; Analis: tidak", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jalan Lain", page.Text, StringComparison.Ordinal);

        await (await admin.SendAsync("pegawai", $"NIP;Karpeg;Alamat\n{nip};P 79;Jalan Baru 9\n")).PressAsync("Simpan semua");

        page = await person.GoAsync("/data-saya");
        Assert.Contains("berkas.csv, baris 2 sudah dihapus ya", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jalan Baru 9", page.Text, StringComparison.Ordinal);
    }

    private async Task ByHandAsync(Visitor admin, string nip, string jabatan)
    {
        var id = await site.AskAsync(db => db.Pegawai.Where(p => p.Nip == nip).Select(p => p.Id).SingleAsync());
        var page = await (await admin.GoAsync($"/pegawai/{id}")).Fill("Jabatan", jabatan).PressAsync("Simpan perubahan");
        Assert.NotNull(page.Done);
    }

    private Task<int> AdministratorsAsync() => site.AskAsync(
        db => db.Users.CountAsync(u => u.Offices.Contains("Administrator") || u.Offices.Contains("Auditor")));
}
