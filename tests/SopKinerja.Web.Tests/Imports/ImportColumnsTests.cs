using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>Columns whose meaning is said by hand, and the lists of SIASN.</summary>
public sealed class ImportColumnsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Again = "Periksa lagi dengan kolom ini";

    [Fact]
    public async Task Columns_that_are_not_known_get_their_meaning_by_hand_and_are_known_the_next_time()
    {
        using var admin = await site.SignInAsync("admin");
        const string File = "Hari besarnya;Perihal;Dasar\n5 Januari 2095;Libur Satu;SKB\n6 Januari 2095;Libur Dua;SKB\n";
        var page = await admin.SendAsync("libur", File);
        Assert.Contains("Kepala kolom dalam berkas ini belum dikenali", page.Text, StringComparison.Ordinal);
        Assert.Contains("Misalnya: 5 Januari 2095", page.Text, StringComparison.Ordinal);
        var first = page.RunOf();

        page = await page.Fill("Kolom A: Hari besarnya", "Tanggal").Fill("Kolom B: Perihal", "Nama").PressAsync(Again);

        Assert.Contains("dipakai juga untuk berkas berikutnya", page.Done, StringComparison.Ordinal);
        Assert.Contains("Baru: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kolom yang tidak dibaca: “Dasar”", page.Text, StringComparison.Ordinal);
        Assert.False(await site.AskAsync(db => db.Imports.AnyAsync(i => i.Id == first)));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync($"/impor/{first}")).Status);
        page = await admin.SendAsync("libur", "Dasar;PERIHAL;hari besarnya\nSKB;Libur Tiga;7 Januari 2095\n");
        Assert.Equal("Tanggal", page.Value("Kolom C: hari besarnya"));
        page = await page.PressAsync("Simpan semua");
        Assert.Equal("Libur Tiga", await site.AskAsync(db => db.Holidays.Where(h => h.Date == new DateOnly(2095, 1, 7)).Select(h => h.Nama).SingleAsync()));
        // Of one kind only.
        Assert.Contains("belum dikenali", (await admin.SendAsync("unit", "Hari besarnya;Perihal\n1;2\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_was_taken_for_another_is_left_out_by_hand_and_two_of_one_meaning_are_a_mistake()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.SendAsync("pegawai", Sheets.Heads + ";Bidang\n19910101 201501 1 651;Budi;III/a;Staf;Pelaksana;;;Seni\n");
        Assert.Contains(page.Errors, e => e.Contains("“Unit kerja” dan “Bidang” sama-sama berarti Unit kerja", StringComparison.Ordinal));
        page = await admin.SendAsync("pegawai", "NIP;Nama;Golongan;Jabatan;Jenis jabatan;Bidang\n19910101 201501 1 651;Budi;III/a;Staf;Pelaksana;Seni\n");
        Assert.Contains("Tidak ada unit kerja dengan kode atau nama “Seni”", page.Text, StringComparison.Ordinal);

        var twice = await page.Fill("Kolom F: Bidang", "Jabatan").PressAsync(Again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains(twice.Errors, e => e.Contains("“Jabatan” sudah dipilih untuk kolom D", StringComparison.Ordinal));
        page = await (await admin.GoAsync(page.Url.AbsolutePath)).Fill("Kolom F: Bidang", "Tidak dibaca").PressAsync(Again);

        Assert.Contains("Baru: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kolom yang tidak dibaca: “Bidang”", (await admin.SendAsync("pegawai", "NIP;Bidang\n19910101 201501 1 651;Seni\n")).Text, StringComparison.Ordinal);
        // What the program knows by itself is not kept.
        page = await (await admin.SendAsync("pegawai", "NIP;Bidang\n19910101 201501 1 651;Bidang Perdagangan\n")).Fill("Kolom B: Bidang", "Unit kerja").PressAsync(Again);
        Assert.Empty(await site.AskAsync(db => db.ImportHeads.Where(h => h.Kind == "pegawai").ToListAsync()));
    }

    [Fact]
    public async Task A_run_that_was_stored_meanwhile_is_not_judged_again()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.SendAsync("libur", "Tanggal;Nama\n2094-01-01;Libur\n");
        var stale = await admin.GoAsync(page.Url.AbsolutePath);
        await page.PressAsync("Simpan semua");

        var answer = await stale.Fill("Kolom B: Nama", "Tidak dibaca").PressAsync(Again);

        Assert.StartsWith("Berkas ini sudah disimpan", answer.Done, StringComparison.Ordinal);
        Assert.Equal(1, await site.StoredAsync(page.RunOf()));
        Assert.False(await site.AskAsync(db => db.ImportHeads.AnyAsync(h => h.Kind == "libur" && h.Head == "NAMA")));
    }

    /// <summary>Of the form of SIASN's own lists, and of nobody: the keys, the people and the units are made up.</summary>
    [Fact]
    public async Task The_lists_of_SIASN_are_read_as_they_are_first_the_unor_then_the_people()
    {
        using var admin = await site.SignInAsync("admin");
        var units = await admin.SendAsync("unit", """
            ID;NAMA UNOR;ESELON;JENIS JABATAN;NAMA JABATAN;DIATASAN ID;INDUK UNOR ID;ROOT ID;ROW LEVEL;URUTAN;AKTIF;CORDER;TOTAL KEBUTUHAN
            8ae483a88f3a0b1c018f3a1111110001;-Dinas Contoh;II.b;Struktural;Kepala Dinas Contoh;8ae483a88f3a0b1c018f3a0000000000;8ae483a88f3a0b1c018f3a1111110001;8ae4;1;1;1;001;1
            8ae483a8-8f3a-0b1c-018f-3a1111110002;--Bidang Contoh;III.b;Struktural;Kepala Bidang Contoh;8ae483a88f3a0b1c018f3a1111110001;8ae4;8ae4;2;2;1;001002;1
            8ae483a88f3a0b1c018f3a1111110003;---Seksi Umum;IV.a;Struktural;Kepala Seksi Umum;8ae483a88f3a0b1c018f3a1111110002;8ae4;8ae4;3;3;1;001002003;1
            8ae483a88f3a0b1c018f3a1111110004;--UPTD Contoh;IV.a;Struktural;Kepala UPTD Contoh;8ae483a88f3a0b1c018f3a1111110001;8ae4;8ae4;2;4;1;001004;1
            8ae483a88f3a0b1c018f3a1111110005;---Seksi Umum;IV.b;Struktural;Kepala Seksi Umum;8ae483a88f3a0b1c018f3a1111110004;8ae4;8ae4;3;5;1;001004005;1
            """);
        units = await units.PressAsync("Simpan semua");
        Assert.Contains("5 baris tersimpan", units.Text, StringComparison.Ordinal);
        var kept = await site.AskAsync(db => db.UnitKerja.Where(u => u.Kode.StartsWith("UNOR-")).ToDictionaryAsync(u => u.Id));
        Assert.Equal(
            ["Bidang Contoh < Dinas Contoh", "Dinas Contoh < ", "Seksi Umum < Bidang Contoh", "Seksi Umum < UPTD Contoh", "UPTD Contoh < Dinas Contoh"],
            kept.Values.Select(u => $"{u.Nama} < {(u.IndukId is { } id ? kept[id].Nama : "")}").Order(StringComparer.Ordinal));

        const string People = """
            PNS ID;NIP BARU;NIP LAMA;NAMA;GELAR DEPAN;GELAR BELAKANG;TEMPAT LAHIR ID;TEMPAT LAHIR NAMA;TANGGAL LAHIR;JENIS KELAMIN;AGAMA NAMA;NIK;EMAIL;JENIS PEGAWAI NAMA;KEDUDUKAN HUKUM NAMA;STATUS CPNS PNS;GOL AWAL NAMA;GOL AKHIR ID;GOL AKHIR NAMA;TMT GOLONGAN;MK TAHUN;JENIS JABATAN ID;JENIS JABATAN NAMA;JABATAN ID;JABATAN NAMA;TMT JABATAN;TINGKAT PENDIDIKAN NAMA;UNOR ID;UNOR NAMA;INSTANSI INDUK NAMA;SATUAN KERJA NAMA;ESELON ID;ESELON NAMA
            A8;'199101012015011661;;MARIANA;Dra. Hj.;M.M.;B1;BALANGAN;01-01-1991;F;ISLAM;'6311;-;PNS Daerah;Aktif;P;III/a;42;IV/b;01-04-2024;9;1;Jabatan Struktural;J1;KEPALA BIDANG CONTOH;45383;S-2;8ae483a88f3a0b1c018f3a1111110002;Bidang Contoh;Pemkab;Dinas;32;III.b
            A9;'199101012015011662;;RUSDI;;S.E.;B1;BALANGAN;01-01-1991;M;ISLAM;'6311;-;PNS Daerah;Aktif;P;III/a;33;III/c;01-04-2024;9;1;Jabatan Struktural;J2;KEPALA SEKSI UMUM;02-01-2023;S-1;8ae483a88f3a0b1c018f3a1111110005;Seksi Umum;Pemkab;Dinas;42;IV.b
            B1;'199101012015011663;;NORLAILA;;;B1;AMUNTAI;01-01-1991;F;ISLAM;'6311;-;PNS Daerah;Aktif;P;II/a;23;II/c;01-04-2024;9;4;Jabatan Pelaksana;J3;PENGADMINISTRASI UMUM;02-01-2023;D-III;8ae483a88f3a0b1c018f3a1111110003;Seksi Umum;Pemkab;Dinas;99;
            """;
        var page = await admin.SendAsync("pegawai", People);
        page = await page.PressAsync("Simpan semua");

        Assert.True(page.Text.Contains("3 baris tersimpan", StringComparison.Ordinal), page.Text);
        var people = await site.AskAsync(db => db.Pegawai.Include(p => p.UnitKerja).Where(p => p.Nip!.StartsWith("19910101201501166")).OrderBy(p => p.Nip).ToListAsync());
        Assert.Equal(
            ["Dra. Hj. MARIANA, M.M.; IV/b; Administrator; Bidang Contoh", "RUSDI, S.E.; III/c; Pengawas; Seksi Umum di UPTD Contoh", "NORLAILA; II/c; Pelaksana; Seksi Umum di Bidang Contoh"],
            people.Select(p => $"{p.Nama}; {p.Golongan}; {p.JenisJabatan}; {p.UnitKerja!.Nama}{(p.UnitKerja.Nama == "Seksi Umum" ? $" di {kept[p.UnitKerja.IndukId!.Value].Nama}" : "")}"));
        Assert.Equal(new DateOnly(2024, 4, 1), people[0].TmtJabatan);
        Assert.Contains("Sama: 3", (await admin.SendAsync("pegawai", People)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structural_posts_need_their_eselon_and_a_running_number_is_no_key()
    {
        using var admin = await site.SignInAsync("admin");
        var people = await admin.SendAsync("pegawai", "NIP BARU;NAMA;GOL AKHIR NAMA;JENIS JABATAN NAMA;JABATAN NAMA;UNOR NAMA\n199101012015011671;RUSDI;III/c;Jabatan Struktural;KEPALA SEKSI;Bidang Perdagangan\n");
        var units = await admin.SendAsync("unit", "ID;Nama\n1;Seksi Satu\n");

        Assert.Contains("belum cukup tanpa kolom ESELON NAMA", people.Text, StringComparison.Ordinal);
        Assert.Contains("Kode unit belum diisi", units.Text, StringComparison.Ordinal);
    }
}
