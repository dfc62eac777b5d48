using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

public sealed class ImportTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Heads = Sheets.Heads;

    [Fact]
    public async Task Cells_that_were_copied_in_a_spreadsheet_are_pasted_with_their_tabs()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await (await admin.GoAsync("/impor?jenis=libur"))
            .Fill("Atau sel yang disalin dari Excel, dengan kepala kolomnya", "Tanggal\tNama\r\n3 Januari 2097\tLibur, yang ditempel\r\n")
            .PressAsync("Periksa berkas");
        Assert.Contains("sel yang ditempel", page.Text, StringComparison.Ordinal);
        Assert.Contains("Simpan semua", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Simpan semua");
        Assert.Contains("1 baris tersimpan, 0 salah", page.Text, StringComparison.Ordinal);
        Assert.Equal("Libur, yang ditempel", await site.AskAsync(db => db.Holidays.Where(h => h.Date == new DateOnly(2097, 1, 3))
            .Select(h => h.Nama).SingleAsync()));
    }

    [Fact]
    public async Task People_are_judged_first_and_stored_then_superiors_before_those_below_them_and_a_second_time_changes_nothing()
    {
        using var admin = await site.SignInAsync("admin");
        const string File = Heads + """

            19910101 201501 1 401;Anak Buah, S.E.;III/a;Staf Satu;Pelaksana;Bidang Perdagangan;Ketua Kelompok, S.T.
            19910101 201501 1 402;Ketua Kelompok, S.T.;Penata, III/c;Ketua;Pengawas;Bidang Perdagangan;Dra. Hj. Masniah
            """;

        var page = await admin.SendAsync("pegawai", File);
        Assert.Contains("Belum ada yang tersimpan", page.Text, StringComparison.Ordinal);
        Assert.False(await site.AskAsync(db => db.Pegawai.AnyAsync(p => p.Nip == "199101012015011401")));
        page = await page.PressAsync("Simpan semua");

        Assert.Contains("2 baris tersimpan", page.Text, StringComparison.Ordinal);
        var below = await site.AskAsync(db => db.Pegawai.Include(p => p.Atasan!.Atasan).SingleAsync(p => p.Nip == "199101012015011401"));
        Assert.Equal(("Ketua Kelompok, S.T.", "III/c", "Dra. Hj. Masniah"), (below.Atasan!.Nama, below.Atasan.Golongan, below.Atasan.Atasan!.Nama));
        var change = await site.AskAsync(db => db.Changes.SingleAsync(c => c.Subject == "Pegawai" && c.SubjectId == below.Id));
        Assert.Equal(("Administrator", "menambahkan pegawai ini dengan jabatan “Staf Satu”."), (change.ActorNama, change.Sentence));
        Assert.Contains("Sama: 2", (await admin.SendAsync("pegawai", File)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19910101 201501 1 411;Budi;IX;Staf;Pelaksana;Bidang Perdagangan;", "C (Golongan)", "Pilih golongan ruang PNS")]
    [InlineData("1,98507E+17;Budi;III/a;Staf;Pelaksana;Bidang Perdagangan;", "A (NIP)", "Excel memendekkan angka ini")]
    [InlineData(";Budi;III/a;Staf;Pelaksana;Bidang Perdagangan;", "A (NIP)", "NIP belum diisi")]
    [InlineData("19910101 201501 1 411;;III/a;Staf;Pelaksana;Bidang Perdagangan;", "B (Nama)", "Nama belum diisi")]
    [InlineData("19910101 201501 1 411;Budi;III/a;#N/A;Pelaksana;Bidang Perdagangan;", "D (Jabatan)", "galat Excel (#N/A)")]
    [InlineData("19910101 201501 1 411;Budi;III/a;Staf;Struktural;Bidang Perdagangan;", "E (Jenis jabatan)", "Administrator, atau Pengawas")]
    [InlineData("19910101 201501 1 411;Budi;III/a;Staf;Raja;Bidang Perdagangan;", "E (Jenis jabatan)", "bukan jenis jabatan")]
    [InlineData("19910101 201501 1 411;Budi;III/a;Staf;Pelaksana;Bidang Antariksa;", "F (Unit kerja)", "Tidak ada unit kerja dengan kode atau nama")]
    [InlineData("19910101 201501 1 411;Budi;III/a;Staf;Pelaksana;Bidang Perdagangan;Tuan Entah", "G (Pejabat penilai)", "Tidak ada pegawai dengan nama")]
    [InlineData("19910101 201501 1 411;Budi;III/a;Staf;Pelaksana;Bidang Perdagangan;Budi", "G (Pejabat penilai)", "berada di bawah dirinya sendiri")]
    public async Task A_wrong_cell_is_named_with_its_row_its_column_and_what_to_do_and_nothing_is_stored(string row, string place, string sentence)
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.SendAsync("pegawai", $"Daftar pegawai dinas\n\n{Heads}\n{row}\n");

        Assert.Contains("Salah: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Page.QuerySelectorAll("tbody th"), th => th.TextContent.Trim() == "4");
        Assert.Contains($"{place}:", page.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Simpan semua"));
        Assert.False(await site.AskAsync(db => db.Pegawai.AnyAsync(p => p.Nip == "199101012015011411")));
    }

    [Fact]
    public async Task A_circle_and_one_person_in_two_rows_are_faults_and_good_rows_can_be_stored_without_them()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.SendAsync("pegawai", Heads + """

            19910101 201501 1 421;Satu;III/a;Staf;Pelaksana;Bidang Perdagangan;Dua
            19910101 201501 1 422;Dua;III/a;Staf;Pelaksana;Bidang Perdagangan;Satu
            19910101 201501 1 423;Tiga;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 423;Tiga Lain;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 424;Empat;III/a;Staf;Pelaksana;Bidang Perdagangan;Satu
            19910101 201501 1 425;Lima;III/a;Staf;Pelaksana;Bidang Perdagangan;
            """);
        Assert.Contains("Salah: 5", page.Text, StringComparison.Ordinal);
        Assert.Contains("berada di bawah dirinya sendiri", page.Text, StringComparison.Ordinal);
        Assert.Contains("juga ada di baris 5", page.Text, StringComparison.Ordinal);
        Assert.Contains("baru ada di baris 2, dan baris itu masih salah", page.Text, StringComparison.Ordinal);

        page = await page.PressAsync("Simpan 1 baris yang baik");

        Assert.Contains("1 baris tersimpan, 5 salah", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Lima"], await site.AskAsync(db => db.Pegawai.Where(p => p.Nip!.StartsWith("19910101201501142")).Select(p => p.Nama).ToListAsync()));
        using var rest = await admin.Client.GetAsync(new Uri(page.Url.AbsolutePath + "/sisa.xlsx", UriKind.Relative));
        var rows = SopKinerja.Web.Spreadsheets.SheetReader.Read(await rest.Content.ReadAsByteArrayAsync()).Sheets[0].Rows;
        Assert.Equal((6, "Masalah"), (rows.Count, rows[0].Cells[^1]));
        Assert.Contains("dirinya sendiri", rows[1].Cells[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Superior_and_subordinate_change_places_in_one_file()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.SendAsync("pegawai", Heads + """

            19910101 201501 1 431;Atas;III/a;Staf;Pengawas;Bidang Perdagangan;
            19910101 201501 1 432;Bawah;III/a;Staf;Pengawas;Bidang Perdagangan;Atas
            """);
        await page.PressAsync("Simpan semua");

        page = await admin.SendAsync("pegawai", """
            NIP;Pejabat penilai
            19910101 201501 1 431;19910101 201501 1 432
            19910101 201501 1 432;
            """);
        Assert.Contains("Berubah: 2", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Simpan semua");

        Assert.Contains("2 baris tersimpan", page.Text, StringComparison.Ordinal);
        Assert.Equal("Bawah", await site.AskAsync(
            db => db.Pegawai.Where(p => p.Nip == "199101012015011431").Select(p => p.Atasan!.Nama).SingleAsync()));
    }

    [Theory]
    [InlineData("pegawai")]
    [InlineData("unit")]
    [InlineData("akun")]
    [InlineData("libur")]
    public async Task What_is_exported_and_imported_again_changes_nothing(string kind)
    {
        using var admin = await site.SignInAsync("admin");
        foreach (var type in new[] { "csv", "xlsx" })
        {
            using var answer = await admin.Client.GetAsync(new Uri($"/impor/data.{type}?jenis={kind}", UriKind.Relative));
            var file = await answer.Content.ReadAsByteArrayAsync();

            var page = (await admin.GoAsync($"/impor?jenis={kind}")).Attach("Berkas", $"data.{type}", file);
            page = await page.PressAsync("Periksa berkas");

            Assert.True(page.Text.Contains("Baru: 0 Berubah: 0", StringComparison.Ordinal)
                && page.Text.Contains("Salah: 0", StringComparison.Ordinal), $"{kind}.{type}: {page.Text}");
        }
    }

    [Fact]
    public async Task An_account_gets_its_offices_and_cannot_sign_in_before_its_password_is_made()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.SendAsync("pegawai", Heads + "\n19910101 201501 1 441;Pemilik Akun;III/a;Staf;Pelaksana;Bidang Perdagangan;\n");
        await page.PressAsync("Simpan semua");

        page = await admin.SendAsync("akun", "NIP;Nama pengguna;Analis;Administrator\n19910101 201501 1 441;;ya;ya\n");
        Assert.Contains("Kolom yang tidak dibaca: “Administrator”", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Simpan semua");

        Assert.Contains("1 baris tersimpan", page.Text, StringComparison.Ordinal);
        var account = await site.AskAsync(db => db.Users.SingleAsync(a => a.UserName == "pemilik.akun"));
        Assert.Equal(["Analis"], account.Offices);
        Assert.True(account.MustChangePassword && account.IsUnconfirmed);
    }

    [Fact]
    public async Task Holidays_are_pasted_with_their_dates_in_words()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.SendAsync("libur", "No\tHari/Tanggal\tKeterangan\n1\tKamis, 1 Januari 2099\tTahun Baru\n2\t31 Februari 2099\tSalah\n");
        Assert.Contains("B (Hari/Tanggal): “31 Februari 2099” tidak dapat dibaca", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Simpan 1 baris yang baik");

        Assert.Contains("1 baris tersimpan, 1 salah", page.Text, StringComparison.Ordinal);
        Assert.Equal("Tahun Baru", await site.AskAsync(
            db => db.Holidays.Where(h => h.Date == new DateOnly(2099, 1, 1)).Select(h => h.Nama).SingleAsync()));
    }

    [Theory]
    [InlineData("Judul\nsaja\n", "Kepala kolom tidak ditemukan")]
    [InlineData("NIP;NIP BARU;Nama\n1;2;3\n", "sama-sama berarti NIP")]
    [InlineData("NIP;Nama\n", "tidak ada baris yang berisi")]
    public async Task A_sheet_that_cannot_be_taken_says_why(string text, string sentence)
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.SendAsync("pegawai", text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_of_SIASN_is_read_as_it_is()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.SendAsync("pegawai", """
            PNS ID;NIP BARU;NAMA;GELAR DEPAN;GELAR BELAKANG;TEMPAT LAHIR NAMA;GOL AKHIR NAMA;TMT GOLONGAN;JENIS JABATAN NAMA;JABATAN NAMA;TMT JABATAN;UNOR NAMA
            A8;199101012015011451;SITI AMINAH;Dra.;M.M.;BALANGAN;III/b;01-04-2024;Jabatan Pelaksana;Pengelola Data;45383;Bidang Perdagangan
            """);
        await page.PressAsync("Simpan semua");

        var siti = await site.AskAsync(db => db.Pegawai.SingleAsync(p => p.Nip == "199101012015011451"));
        Assert.Equal(("Dra. SITI AMINAH, M.M.", "III/b", new DateOnly(2024, 4, 1), "BALANGAN"), (siti.Nama, siti.Golongan, siti.TmtJabatan, siti.TempatLahir));
    }

    [Fact]
    public async Task Signs_that_no_database_holds_are_named_and_break_nothing()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.SendAsync(
            "pegawai", $"{Heads};{new string('x', 199)}\U0001F600\n19910101 201501 1 461;Bu\0di;III/a;Staf;Pelaksana;Bidang Perdagangan;;x\n");

        Assert.Contains("B (Nama): Nama memuat tanda yang tidak dapat dicetak: karakter yang rusak", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_whom_open_work_awaits_is_not_made_inactive_by_a_file()
    {
        await site.DossierAtAsync(Domain.Sop.Step.Validate, "penyuluh");
        using var admin = await site.SignInAsync("admin");
        var nip = await site.AskAsync(db => db.Users.Where(a => a.UserName == "penyuluh").Select(a => a.Pegawai!.Atasan!.Nip).SingleAsync());

        var page = await admin.SendAsync("pegawai", $"NIP;Aktif\n{nip};tidak\n");

        Assert.Contains("Salah: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("B (Aktif): Masih ada yang menunggu orang ini", page.Text, StringComparison.Ordinal);
    }
}
