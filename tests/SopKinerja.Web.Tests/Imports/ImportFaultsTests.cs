using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

public sealed class ImportFaultsTests(SopSite site) : IClassFixture<SopSite>
{
    private const int OfEach = 10;

    private static readonly string[] Columns =
    [
        "NIP", "Nama", "Golongan", "Jabatan", "Jenis jabatan", "Jenjang", "TMT jabatan", "TMT pangkat", "Unit kerja", "Pejabat penilai",
        "Angka kredit PAK", "Nomor PAK", "Tanggal pendelegasian", "Aktif",
    ];

    /// <summary>What is planted in which column, and how it must be named: the column of the fault where it is another, a part of the cause,
    /// a part of the remedy.</summary>
    private static readonly IReadOnlyList<(string Column, Func<int, string> Text, string At, string Cause, string Remedy)> Kinds =
    [
        ("NIP", _ => "1,98507E+17", "A (NIP)", "Excel memendekkan angka ini", "Teks"),
        ("NIP", _ => "", "A (NIP)", "NIP belum diisi", "Tulis 18 angkanya"),
        ("NIP", i => $"19910101 201501 1 5{i}", "A (NIP)", "18 angka", "17"),
        ("NIP", i => $"19911301 201501 1 {500 + i}", "A (NIP)", "tanggal lahir", ""),
        ("Nama", _ => "", "B (Nama)", "Nama belum diisi", "Tulis nama"),
        ("Nama", i => new string('a', 201 + i), "B (Nama)", "terlalu panjang", "Ringkas"),
        ("Golongan", _ => "", "C (Golongan)", "Golongan belum dipilih", ""),
        ("Golongan", _ => "IX", "C (Golongan)", "Nomor ini NIP PNS", "Pilih golongan ruang PNS"),
        ("Jabatan", _ => "#N/A", "D (Jabatan)", "galat Excel (#N/A)", "Perbaiki rumusnya"),
        ("Jenis jabatan", i => $"Raja {i}", "E (Jenis jabatan)", "bukan jenis jabatan", "Tulis salah satu"),
        ("Jenis jabatan", _ => "Jabatan Struktural", "E (Jenis jabatan)", "belum cukup", "tulis Pimpinan tinggi"),
        ("Jenjang", _ => "Ahli Muda", "F (Jenjang)", "Jenjang", "Pilih"),
        ("TMT jabatan", i => $"{30 + (i % 2)} Februari 2020", "G (TMT jabatan)", "tidak dapat dibaca sebagai tanggal", "Tulis hari-bulan-tahun"),
        ("TMT pangkat", i => $"01-01-20{40 + i}", "H (TMT pangkat)", "Tanggal ini tidak mungkin", "Tulis TMT pangkat"),
        ("Unit kerja", i => $"Bidang Antariksa {i}", "I (Unit kerja)", "Tidak ada unit kerja", "Impor atau tambahkan"),
        ("Pejabat penilai", i => $"Tuan Entah {i}", "J (Pejabat penilai)", "Tidak ada pegawai dengan nama", "Tulis 18 angka"),
        ("Pejabat penilai", _ => "Orang Nonaktif", "J (Pejabat penilai)", "tidak ada dalam daftar", "Pilih pegawai lain yang aktif"),
        ("Angka kredit PAK", _ => "100", "L (Nomor PAK)", "Nomor PAK terakhir belum diisi", "Lengkapi"),
        ("Tanggal pendelegasian", _ => "2024-02-01", "Nomor pendelegasian", "belum diisi", "Isi nomor dan tanggalnya"),
        ("Aktif", i => $"mungkin {i}", "N (Aktif)", "bukan “ya” dan bukan “tidak”", "Tulis salah satunya"),
    ];

    [Fact]
    public async Task Two_hundred_faults_of_twenty_kinds_are_each_named_with_row_column_and_remedy_and_none_is_half_stored()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.SendAsync("pegawai", $"{Sheets.Heads};Aktif\n19910101 201501 1 599;Orang Nonaktif;III/a;Staf;Pelaksana;Bidang Perdagangan;;tidak\n"))
            .PressAsync("Simpan semua");
        var people = await site.AskAsync(db => db.Pegawai.CountAsync());
        var rows = Kinds.SelectMany((kind, k) => Enumerable.Range(0, OfEach).Select(i => (Kind: kind, Cells: Planted(kind.Column, kind.Text(i), (k * OfEach) + i))))
            .ToList();
        var file = string.Join(';', Columns) + "\n" + string.Join('\n', rows.Select(r => string.Join(';', r.Cells)))
            + "\n19910101 201501 1 598;Orang Baik;III/a;Staf;Pelaksana;;;;Bidang Perdagangan;Dra. Hj. Masniah;;;;ya\n";

        var page = await admin.SendAsync("pegawai", file);

        Assert.Contains("Salah: 200", page.Text, StringComparison.Ordinal);
        using var answer = await admin.Client.GetAsync(new Uri(page.Url.AbsolutePath + "/sisa.xlsx", UriKind.Relative));
        var told = SheetReader.Read(await answer.Content.ReadAsByteArrayAsync()).Sheets[0].Rows.Skip(1).Take(200).Select(r => r.Cells[^1]).ToList();
        Assert.Equal(20, Kinds.Count);
        Assert.All(rows.Zip(told), r =>
        {
            var (at, cause, remedy) = (r.First.Kind.At, r.First.Kind.Cause, r.First.Kind.Remedy);
            Assert.Contains($"{at}: ", r.Second, StringComparison.Ordinal);
            Assert.Contains(cause, r.Second, StringComparison.Ordinal);
            Assert.Contains(remedy, r.Second, StringComparison.Ordinal);
        });
        Assert.Equal(
            Enumerable.Range(2, 200), (await site.RowsAsync(page.RunOf())).Where(r => r.Verdict == ImportVerdict.Wrong).Select(r => r.No));

        page = await page.PressAsync("Simpan 1 baris yang baik");

        Assert.Contains("1 baris tersimpan, 200 salah", page.Text, StringComparison.Ordinal);
        Assert.Equal(people + 1, await site.AskAsync(db => db.Pegawai.CountAsync()));
        // What is in the register is kept there alone; what must be mended is kept.
        Assert.All(await site.RowsAsync(page.RunOf()), r => Assert.Equal(r.IsStored, r.Cells.Length == 0));
    }

    private static string[] Planted(string column, string text, int no)
    {
        string[] cells =
        [
            Sheets.NipOf(no), $"Orang {no}", "III/a", "Staf", "Pelaksana", "", "2020-01-02", "2020-01-02", "Bidang Perdagangan",
            "Dra. Hj. Masniah", "", "", "", "ya",
        ];
        cells[Array.IndexOf(Columns, column)] = text;
        if (column == "Angka kredit PAK")
        {
            // Only the number is missing besides what has no column.
            cells[Array.IndexOf(Columns, "Nomor PAK")] = "";
        }

        return cells;
    }

    [Fact]
    public async Task Units_in_a_circle_are_told_so_and_those_below_them_too()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.SendAsync("unit", "Kode;Nama;Unit di atasnya\nA1;Unit A;C1\nB1;Unit B;A1\nC1;Unit C;Unit B\nD1;Unit D;C1\nE1;Unit E;DAG\nE1;Unit Lain;DAG\n");

        var told = await site.RowsAsync(page.RunOf());
        Assert.All(told.Take(3), r => Assert.Contains("di bawah dirinya sendiri. Periksa kolom ini pada baris-baris 2, 3, 4", r.Faults.Single().Sentence, StringComparison.Ordinal));
        Assert.Contains("baru ada di baris 4, dan baris itu masih salah", told[3].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("juga ada di baris 7", told[4].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.False(page.HasButton("Simpan semua"));
    }

    [Fact]
    public async Task Two_new_accounts_of_one_user_name_are_told_so_and_a_name_that_is_made_avoids_one_that_is_written()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.SendAsync("pegawai", Sheets.Heads + """

            19910101 201501 1 801;Zulkifli Rahman;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 802;Zulkifli Rahman;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 803;Yuliana Sari;III/a;Staf;Pelaksana;Bidang Perdagangan;
            19910101 201501 1 804;Yuni Astuti;III/a;Staf;Pelaksana;Bidang Perdagangan;
            """)).PressAsync("Simpan semua");

        var page = await admin.SendAsync("akun", """
            NIP;Nama pengguna;Analis
            19910101 201501 1 801;;ya
            19910101 201501 1 802;zulkifli.rahman
            19910101 201501 1 803;Yuli
            19910101 201501 1 804;yuli
            19850715 201001 1 001;admin
            """);

        var told = await site.RowsAsync(page.RunOf());
        Assert.Equal(["“yuli” juga ditulis di baris 5. Tulis yang berlainan.", "“yuli” juga ditulis di baris 4. Tulis yang berlainan."],
            told.Skip(2).Take(2).Select(r => r.Faults.Single().Sentence));
        await page.PressAsync("Simpan 2 baris yang baik");
        Assert.Equal(
            ["zulkifli.rahman2", "zulkifli.rahman"],
            await site.AskAsync(db => db.Users.Where(u => u.Pegawai!.Nama == "Zulkifli Rahman").OrderBy(u => u.Pegawai!.Nip).Select(u => u.UserName!).ToListAsync()));
    }

    [Fact]
    public async Task Two_sheets_a_merged_head_and_hidden_rows_are_read_and_told()
    {
        using var admin = await site.SignInAsync("admin");
        // "Hari libur" is merged over two columns; the heads below it stand in a row of their own.
        var heads = Spreadsheets.NewBooks.Row(1, false, "Daftar hari libur") + Spreadsheets.NewBooks.Row(3, false, "No", "Libur", null)
            + Spreadsheets.NewBooks.Row(4, false, null, "Tanggal", "Keterangan");
        var data = Spreadsheets.NewBooks.Row(5, false, "1", "2 Januari 2097", "Satu") + Spreadsheets.NewBooks.Row(6, true, "2", "3 Januari 2097", "Dua");
        var other = Spreadsheets.NewBooks.Row(1, false, "Catatan", "lain");

        var page = await admin.SendAsync("libur", "libur.xlsx", Spreadsheets.NewBooks.Book(("Libur", heads + data), ("Catatan", other)));
        var both = await admin.SendAsync("libur", "libur.xlsx", Spreadsheets.NewBooks.Book(("2097", heads + data), ("2098", heads + data)));

        Assert.Contains("Baris tersembunyi ikut dibaca: 6.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lembar yang dibaca: “Libur”. Yang lain tidak dibaca: “Catatan”.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["2 Januari 2097", "3 Januari 2097"], (await site.RowsAsync(page.RunOf())).Select(r => r.Nama));
        Assert.Contains(both.Errors, e => e.Contains("beberapa lembar yang berisi: “2097”, “2098”", StringComparison.Ordinal));
    }
}
