using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>Someone on tugas belajar under PP 46/2011, from a plan without kegiatan to a document that says its grounds.</summary>
public sealed class TugasBelajarTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Transkrip = "Transkrip ULM 12/2026, IPK 3,53 dari 4,00, dikali 25";
    private const string Surat = "Surat Dekan ULM 77/UN8/2026 tanggal 4 November 2026";

    [Fact]
    public async Task Someone_who_studies_all_the_year_is_rated_by_the_IPK_with_its_ground()
    {
        await RecordAsync("juru", new(2025, 9, 1), new(2027, 8, 31));
        using var asn = await site.SignInAsync("juru");
        using var kepala = await site.SignInAsync("kauptd");
        var page = await (await asn.GoAsync($"/skp/baru?periode={site.Period.Id}")).PressAsync("Buat SKP tanpa kegiatan");
        Assert.Contains("SKP diajukan tanpa kegiatan", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Ajukan ke atasan langsung");
        Assert.Contains("diajukan", page.Done, StringComparison.Ordinal);
        Assert.Contains("Tugas belajar sepanjang periode ini: Universitas Lambung Mangkurat", page.Text, StringComparison.Ordinal);
        var plan = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == Id("juru")).Select(p => p.Id).SingleAsync());
        page = await (await kepala.GoAsync($"/skp/{plan}")).Fill("Alasan baru disetujui sekarang", "Dicatat pada akhir tahun.")
            .Tick("Saya sudah membaca semua target di atas dan menyetujuinya").PressAsync("Setujui SKP");
        Assert.NotNull(page.Done);

        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.OpenAsync(await site.AskAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == plan)));
            await play.BringToAsync(dossier, Step.Validate);
            return dossier.Id;
        });
        page = await kepala.GoAsync($"/berkas/{id}/validasi");
        page = await page.PressAsync("Lanjut ke persetujuan");
        Assert.Contains(page.Errors, e => e.Contains("Dasar nilai SKP belum diisi", StringComparison.Ordinal));
        page = await Step4ValidateTests.FillAll(page, "80").Fill("Nilai SKP dari IPK", "88,25").Fill("Dasar nilai SKP", Transkrip)
            .Fill("Dasar perilaku kerja", Surat).PressAsync("Lanjut ke persetujuan");
        Assert.EndsWith("/validasi/setujui", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("84,95", page.Page.QuerySelector(".hasil__nilai")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Transkrip, page.Page.QuerySelector(".form-preview")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Surat, page.Page.QuerySelector(".form-preview")!.TextContent, StringComparison.Ordinal);

        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Setujui dan terbitkan dokumen");

        Assert.NotNull(page.Done);
        var dossier = await site.AskAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id));
        Assert.Equal(84.95m, dossier.Outcome!.Nilai);
        Assert.Equal(dossier.Outcome, dossier.Sheet.Conclude());
        Assert.Contains(Transkrip, (await asn.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);

        using var admin = await site.SignInAsync("admin");
        page = await (await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}"))
            .PressAsync($"Hapus {site.People["juru"].Nama}, 1 September 2025 s.d. 31 Agustus 2027");
        Assert.Contains("Nilai sebuah berkas sudah berdasar pada catatan ini", page.Text, StringComparison.Ordinal);
        Assert.True(await site.AskAsync(db => db.Keadaan.AnyAsync(k => k.PegawaiId == Id("juru"))));
    }

    [Fact]
    public async Task With_kegiatan_it_may_be_chosen_while_the_study_is_recorded_and_not_otherwise()
    {
        var id = await site.DossierAtAsync(Step.Validate, "pelaksanaind");
        using var atasan = await site.SignInAsync("kabidind");
        var page = await atasan.GoAsync($"/berkas/{id}/validasi");
        Assert.DoesNotContain("Nilai menurut tugas belajar", page.Text, StringComparison.Ordinal);
        await RecordAsync("pelaksanaind", new(2026, 8, 1), new(2027, 8, 31));
        page = Step4ValidateTests.FillAll(await atasan.GoAsync($"/berkas/{id}/validasi"), "80")
            .Fill("Nilai SKP dari IPK", "88,25").Fill("Dasar nilai SKP", Transkrip).Fill("Dasar perilaku kerja", Surat);

        page = await page.PressAsync("Hitung dan simpan");
        Assert.Contains("Beri centang supaya dipakai", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(Transkrip, page.Value("Dasar nilai SKP"));

        page.Tick("Nilai menurut tugas belajar");
        await site.AskAsync(db => db.Keadaan.Where(k => k.PegawaiId == Id("pelaksanaind")).ExecuteDeleteAsync());
        var refused = await page.PressAsync("Hitung dan simpan");
        Assert.Contains("belum dicatat pada periode ini", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(Surat, refused.Value("Dasar perilaku kerja"));

        await RecordAsync("pelaksanaind", new(2026, 8, 1), new(2027, 8, 31));
        page = await refused.PressAsync("Hitung dan simpan");
        Assert.Contains("84,95", page.Page.QuerySelector(".hasil__nilai")!.TextContent, StringComparison.Ordinal);
        page = await page.Tick("Nilai menurut tugas belajar", on: false).Fill("Nilai SKP dari IPK", "").Fill("Dasar nilai SKP", "")
            .Fill("Dasar perilaku kerja", "").PressAsync("Hitung dan simpan");
        Assert.NotNull(page.Done);
        Assert.Null(((Pp46Sheet)await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Sheet).SingleAsync())).TugasBelajar);
    }

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    private Task<int> RecordAsync(string userName, DateOnly from, DateOnly to) => site.AskAsync(async db =>
    {
        db.Keadaan.Add(new(
            site.Period.Id, Id(userName), JenisKeadaan.TugasBelajar, from, to, "Universitas Lambung Mangkurat", "SK 800/3"));
        return await db.SaveChangesAsync();
    });
}
