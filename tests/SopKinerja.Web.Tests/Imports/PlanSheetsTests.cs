using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>Plans from spreadsheets, under both regulations.</summary>
public sealed class PlanSheetsTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Plans_of_many_are_made_as_drafts_each_whole_and_the_same_file_changes_nothing()
    {
        using var analis = await site.SignInAsync("analis");
        var (one, two) = (await site.NipAsync("pelaksanakop"), await site.NipAsync("penggerak"));
        // The NIP stands in the first row of a person only, as where cells were merged.
        var file = $"{PlanSheets.TargetHeads}\n"
            + string.Join('\n', Enumerable.Range(1, 60).Select(i => PlanSheets.TargetRow(i == 1 ? one : "", $"Kegiatan ke-{i}", $"{i}")))
            + $"\n{PlanSheets.TargetRow(two, "Membina kelompok", "1,5", "Rp 1.500.000,-")}\n{PlanSheets.TargetRow("", "Melatih kelompok", "1.25")}\n";

        var page = await analis.SendAsync(PlanSheets.Pp46, file);
        Assert.Contains("Baru: 62", page.Text, StringComparison.Ordinal);
        Assert.Null(await site.PlanOfAsync("pelaksanakop", site.Period));
        page = await page.PressAsync("Simpan semua");

        Assert.Contains("62 baris tersimpan, 0 salah", page.Text, StringComparison.Ordinal);
        var plan = await site.PlanOfAsync("pelaksanakop", site.Period);
        Assert.Equal((PlanState.Draft, 60), (plan!.State, plan.Kegiatan().Count));
        Assert.Equal(["membuat SKP tanpa isi", "mengubah rencana (60 kegiatan)"], plan.History.Select(h => h.Sentence));
        Assert.All(plan.History, h => Assert.Equal(site.People["analis"].PegawaiId, h.ActorId));
        Assert.Equal(
            [
                new KegiatanTugasJabatan("Membina kelompok", null, 1.5m, "laporan", 100, 12, SatuanWaktu.Bulan, 1_500_000),
                new KegiatanTugasJabatan("Melatih kelompok", null, 1.25m, "laporan", 100, 12, SatuanWaktu.Bulan, null),
            ],
            (await site.PlanOfAsync("penggerak", site.Period))!.Kegiatan());
        Assert.Equal(62, (await analis.SendAsync(PlanSheets.Pp46, file)).AssertEqual());
        Assert.Equal(2, (await site.PlanOfAsync("pelaksanakop", site.Period))!.Lines);
    }

    [Fact]
    public async Task A_fault_in_one_row_keeps_the_whole_plan_out_and_is_named_at_its_own_cell()
    {
        using var analis = await site.SignInAsync("analis");
        var (one, two) = (await site.NipAsync("penyuluhind"), await site.NipAsync("pelaksanaind"));

        var page = await analis.SendAsync(PlanSheets.Pp46, $"""
            {PlanSheets.TargetHeads}
            {PlanSheets.TargetRow(one, "Baik")}
            {PlanSheets.TargetRow(one, "Salah", "dua belas")}
            {PlanSheets.TargetRow(two, "Milik yang lain")}
            {PlanSheets.TargetRow(one, "")}
            1,98507E+17;;;Entah;;1;x;100;1;bulan;
            """);

        var rows = await site.RowsAsync(page.RunOf());
        Assert.Equal(
            [ImportVerdict.Wrong, ImportVerdict.Wrong, ImportVerdict.New, ImportVerdict.Wrong, ImportVerdict.Wrong],
            rows.Select(r => r.Verdict));
        Assert.Contains("dan baris 3, 5 masih salah", rows[0].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Equal("Kuantitas", rows[1].Faults.Single().Column);
        Assert.StartsWith("Kuantitas: “dua belas” bukan angka", rows[1].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Uraian kegiatan belum diisi", rows[3].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("Excel memendekkan angka ini", rows[4].Faults[0].Sentence, StringComparison.Ordinal);
        page = await page.PressAsync("Simpan 1 baris yang baik");
        Assert.Contains("1 baris tersimpan, 4 salah", page.Text, StringComparison.Ordinal);
        Assert.Null(await site.PlanOfAsync("penyuluhind", site.Period));
        Assert.Single((await site.PlanOfAsync("pelaksanaind", site.Period))!.Kegiatan());
    }

    [Fact]
    public async Task A_draft_is_compared_and_what_is_left_out_is_told_and_goes()
    {
        var kegiatan = new KegiatanTugasJabatan("Menera", 1.5m, 350, "unit", 100, 11, SatuanWaktu.Bulan, 72_000_000);
        await site.PlayAsync(play => play.DraftPlanAsync("penera", site.Period, new SasaranKerja(
            [kegiatan, kegiatan with { Uraian = "Menera ulang" }, kegiatan with { Uraian = "Menguji" }])));
        using var analis = await site.SignInAsync("analis");
        var nip = await site.NipAsync("penera");

        var page = await analis.SendAsync(PlanSheets.Pp46, $"""
            NIP;Periode;Uraian kegiatan;Kuantitas;Waktu
            {nip};Tahun 2026;Menera;400;12
            {nip};Tahun 2026;Menera ulang;350;11
            """);

        Assert.Contains("Berubah: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kuantitas: dari 350 menjadi 400", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kegiatan yang tidak ada lagi: dari Menguji menjadi (kosong)", page.Text, StringComparison.Ordinal);
        await page.PressAsync("Simpan semua");
        // What has no column stays as it was.
        Assert.Equal(
            [kegiatan with { Kuantitas = 400, Waktu = 12 }, kegiatan with { Uraian = "Menera ulang" }],
            (await site.PlanOfAsync("penera", site.Period))!.Kegiatan());
    }

    [Fact]
    public async Task A_plan_by_predikat_has_its_rencana_in_the_first_row_of_its_indikator_and_finds_that_of_the_superior()
    {
        await site.PlayAsync(play => play.AgreedPlanAsync("kabidkop", site.Kinerja));
        var leader = await site.PlanOfAsync("kabidkop", site.Kinerja);
        var diintervensi = leader!.Sasaran().Rencana[1].Uraian;
        using var asn = await site.SignInAsync("penyuluh");

        var page = await asn.SendAsync(PlanSheets.Kinerja, $"""
            Bagian;Rencana hasil kerja pimpinan yang diintervensi;Rencana hasil kerja;Penugasan dari;Aspek;Indikator kinerja individu;Target;Ekspektasi Harmonis;Konsekuensi
            A. KINERJA UTAMA;{diintervensi};Terbinanya koperasi;;Kuantitas;Jumlah koperasi;24 koperasi;Rukun;"Satu
            Dua"
            ;;;;Waktu;Ketepatan;Desember;;
            ;Bunyi sendiri;Tersusunnya laporan;;kuantitas;Jumlah laporan;12 laporan;;
            Tambahan;;Terselenggaranya rapat;Ketua Panitia;Kualitas;Notulen;3;;
            """);
        Assert.Contains("Baru: 4", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Simpan semua");

        Assert.Contains("4 baris tersimpan, 0 salah", page.Text, StringComparison.Ordinal);
        var skp = (await site.PlanOfAsync("penyuluh", site.Kinerja))!.Sasaran();
        Assert.Equal(
            [(JenisHasilKerja.Utama, 2), (JenisHasilKerja.Utama, 1), (JenisHasilKerja.Tambahan, 1)],
            skp.Rencana.Select(r => (r.Jenis, r.Indikator.Count)));
        Assert.Equal(new RencanaDiintervensi(diintervensi, new(leader!.Id, 1)), skp.Rencana[0].Diintervensi);
        Assert.Equal(new RencanaDiintervensi("Bunyi sendiri", null), skp.Rencana[1].Diintervensi);
        Assert.Equal("Ketua Panitia", skp.Rencana[2].PenugasanDari);
        Assert.Equal("Rukun", skp.Ekspektasi[3]);
        Assert.Equal(["Satu", "Dua"], skp.Lampiran.Konsekuensi);
        Assert.Equal((KelompokJabatan.Fungsional, Pendekatan.Kuantitatif), (skp.Kelompok, skp.Pendekatan));
    }

    [Theory]
    [InlineData("Utama;;Rencana;;Kuantitas;Jumlah;1;", "Ukuran", "I (Ukuran keberhasilan)", "tidak memuat kolom ini")]
    [InlineData("Utama;;Rencana;Ketua;Kuantitas;Jumlah;1;", "", "E (Penugasan dari)", "hanya ada pada kinerja tambahan")]
    [InlineData("Utama;;Rencana;;Besar;Jumlah;1;", "", "F (Aspek)", "Tulis salah satu: Kuantitas, Kualitas, Waktu, Biaya")]
    [InlineData("Utama;;Rencana;;Kuantitas;Jumlah;1;Anggaran", "", "J (Perspektif)", "tidak memuat kolom ini")]
    [InlineData("Lain;;Rencana;;Kuantitas;Jumlah;1;", "", "B (Bagian)", "Tulis Utama atau Tambahan")]
    public async Task What_the_form_has_no_place_for_is_a_fault_and_not_dropped(string row, string ukuran, string place, string sentence)
    {
        using var analis = await site.SignInAsync("analis");
        var cells = row.Split(';');

        var page = await analis.SendAsync(PlanSheets.Kinerja,
            "NIP;Bagian;Rencana pimpinan yang diintervensi;Rencana hasil kerja;Penugasan dari;Aspek;Indikator;Target;Ukuran keberhasilan;Perspektif\n"
            + $"{await site.NipAsync("pelaksanadag")};{string.Join(';', cells[..7])};{ukuran};{cells[7]}\n");

        Assert.Contains("Salah: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{place}:", page.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_a_wrong_period_and_too_many_kegiatan_are_told_where_they_stand()
    {
        using var analis = await site.SignInAsync("analis");
        var nip = await site.NipAsync("juru");

        var many = await analis.SendAsync(PlanSheets.Pp46, $"{PlanSheets.TargetHeads}\n"
            + string.Join('\n', Enumerable.Range(1, 61).Select(i => PlanSheets.TargetRow(nip, $"Kegiatan {i}"))));
        var words = await analis.SendAsync(PlanSheets.Kinerja, $"""
            NIP;Periode;Rencana hasil kerja;Aspek;Indikator;Target
            {nip};Kinerja 2026;Rencana;Kuantitas;Jumlah;{new string('t', 301)}
            {nip};Tahun 2026;Rencana;Kuantitas;Jumlah;1
            {nip};Kinerja 1999;Rencana;Kuantitas;Jumlah;1
            """);

        Assert.Contains(
            "SKP memuat paling banyak 60 kegiatan; di sini ada 61", (await site.RowsAsync(many.RunOf()))[60].Faults.Single().Sentence,
            StringComparison.Ordinal);
        var rows = await site.RowsAsync(words.RunOf());
        Assert.StartsWith("Target rencana utama terlalu panjang (301 karakter)", rows[0].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("Pakai jenis impor untuk peraturan itu", rows[1].Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("Tidak ada periode “Kinerja 1999”. Tulis salah satu: “Kinerja 2026”", rows[2].Faults.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_by_hand_after_the_dry_run_is_told_and_the_plan_stays()
    {
        await site.PlayAsync(play => play.DraftPlanAsync("analisdag", site.Period));
        using var analis = await site.SignInAsync("analis");
        var nip = await site.NipAsync("analisdag");
        var page = await analis.SendAsync(
            PlanSheets.Pp46, $"{PlanSheets.TargetHeads}\n{PlanSheets.TargetRow(nip, "Satu")}\n{PlanSheets.TargetRow(nip, "Dua")}\n");
        using var asn = await site.SignInAsync("analisdag");
        var plan = await site.PlanOfAsync("analisdag", site.Period);
        await (await asn.GoAsync($"/skp/{plan!.Id}/susun")).Fill("Uraian kegiatan 2", "Dengan tangan").PressAsync("Simpan draf");

        page = await page.PressAsync("Simpan semua");

        Assert.Contains("0 baris tersimpan, 2 salah", page.Text, StringComparison.Ordinal);
        Assert.Equal("Tidak ada yang tersimpan; sebabnya tampil di bawah.", page.Done);
        Assert.Contains("diubah orang lain menjadi “Dengan tangan”", page.Text, StringComparison.Ordinal);
        Assert.Equal("Dengan tangan", (await site.PlanOfAsync("analisdag", site.Period))!.Kegiatan()[1].Uraian);
    }

    [Fact]
    public async Task Several_rows_that_are_left_out_go_and_somebody_elses_change_to_one_of_them_is_told()
    {
        var kegiatan = new KegiatanTugasJabatan("Satu", null, 12, "laporan", 100, 12, SatuanWaktu.Bulan, null);
        await site.PlayAsync(play => play.DraftPlanAsync("keamanan", site.Period, new SasaranKerja(
            [kegiatan, .. new[] { "Dua", "Tiga", "Tiga", "Empat" }.Select(u => kegiatan with { Uraian = u })])));
        using var analis = await site.SignInAsync("analis");
        var nip = await site.NipAsync("keamanan");
        var file = $"{PlanSheets.TargetHeads}\n{PlanSheets.TargetRow(nip, "Satu")}\n";

        var page = await analis.SendAsync(PlanSheets.Pp46, file);
        var stale = await analis.SendAsync(PlanSheets.Pp46, file);
        Assert.Contains("Kegiatan yang tidak ada lagi: dari Empat menjadi (kosong)", page.Text, StringComparison.Ordinal);
        using var asn = await site.SignInAsync("keamanan");
        var plan = await site.PlanOfAsync("keamanan", site.Period);
        await (await asn.GoAsync($"/skp/{plan!.Id}/susun")).Fill("Uraian kegiatan 5", "Tiga").PressAsync("Simpan draf");
        stale = await stale.PressAsync("Simpan semua");
        Assert.Contains("diubah orang lain menjadi “Tiga”", stale.Text, StringComparison.Ordinal);
        await (await asn.GoAsync($"/skp/{plan.Id}/susun")).Fill("Uraian kegiatan 5", "Empat").PressAsync("Simpan draf");

        page = await page.PressAsync("Simpan semua");

        Assert.True(page.Text.Contains("1 baris tersimpan, 0 salah", StringComparison.Ordinal), page.Text);
        Assert.Equal([kegiatan], (await site.PlanOfAsync("keamanan", site.Period))!.Kegiatan());
    }

    [Fact]
    public async Task Only_the_rows_that_change_count_and_the_others_of_their_plan_stay_with_them()
    {
        var kegiatan = new KegiatanTugasJabatan("Satu", null, 12, "laporan", 100, 12, SatuanWaktu.Bulan, null);
        string[] names = ["Satu", "Dua", "Tiga", "Empat", "Lima"];
        await site.PlayAsync(play => play.DraftPlanAsync("arsiparis", site.Period, new SasaranKerja([.. names.Select(u => kegiatan with { Uraian = u })])));
        using var analis = await site.SignInAsync("analis");
        var nip = await site.NipAsync("arsiparis");
        var file = $"{PlanSheets.TargetHeads}\n" + string.Join('\n', names.Select((u, i) => PlanSheets.TargetRow(i == 0 ? nip : "", u, u == "Tiga" ? "24" : "12"))) + "\n";

        var page = await analis.SendAsync(PlanSheets.Pp46, file);
        Assert.Contains("Salah: 0 Baru: 0 Berubah: 1 Sama: 4", page.Text, StringComparison.Ordinal);
        var cancelled = await (await analis.SendAsync(PlanSheets.Pp46, file)).PressAsync("Batalkan");
        var (_, rest) = await analis.DownloadAsync($"{cancelled.Url.AbsolutePath}/sisa.xlsx");
        Assert.Equal(6, SopKinerja.Web.Spreadsheets.SheetReader.Read(rest).Sheets[0].Rows.Count);
        page = await page.PressAsync("Simpan semua");

        Assert.Contains("1 baris tersimpan, 0 salah, 4 sudah sama", page.Text, StringComparison.Ordinal);
        Assert.Equal("Baris yang baik sudah disimpan.", page.Done);
        Assert.Equal([12, 12, 24, 12, 12], (await site.PlanOfAsync("arsiparis", site.Period))!.Kegiatan().Select(k => k.Kuantitas));
        Assert.Equal(5, (await analis.SendAsync(PlanSheets.Pp46, file)).AssertEqual());
    }
}
