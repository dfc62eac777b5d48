using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>Whose certificate signs, what a second officer accepts, and the code that takes the place of the passphrase.</summary>
public sealed class BsreOwnerTests(BsreSite site) : IClassFixture<BsreSite>
{
    private const string Approve = "Setujui dan terbitkan dokumen";
    private const string Receive = "Nyatakan telah menerima hasil";
    private const string Secret = "Passphrase BSrE Anda";

    [Fact]
    public async Task A_certificate_of_another_name_waits_for_a_second_officer_who_accepts_it_with_a_reason()
    {
        site.Service.Reset();
        var id = await site.RatedAsync("kasubbag", period: site.LastPeriod);
        var next = await site.RatedAsync("kasubbag");
        var third = await site.RatedAsync("kasubbag2");
        using var atasan = await site.KnownAsync("sekretaris", BsreSite.NikOfAbove);
        site.Service.Names[BsreSite.NikOfAbove] = "SEORANG LAIN";
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);

        Assert.EndsWith("/hasil-belum-diketahui", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("nama pada sertifikatnya “SEORANG LAIN”", page.Text, StringComparison.Ordinal);
        Assert.Equal((Step.Validate, 0), ((await site.DossierAsync(id)).Step, (await site.DossierAsync(id)).Documents.Count));
        page = await page.Attach("Dokumen yang ditandatangani", "dokumen.pdf", site.Service.Signed!).PressAsync("Serahkan dokumen");
        Assert.Contains("Petugas lain (Kasubbag atau Sekretaris atau Kepala Dinas)", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Kasubbag is whom it is about, Sekretaris who signed: neither accepts it.
        using var asn = await site.SignInAsync("kasubbag");
        Assert.Equal(HttpStatusCode.Forbidden, (await asn.GoAsync($"/berkas/{id}/petugas-kedua")).Status);
        Assert.DoesNotContain("petugas-kedua", (await asn.GoAsync("/")).Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await atasan.GoAsync($"/berkas/{id}/petugas-kedua")).Status);
        // The inbox names it to those who may open it, and to no others.
        foreach (var who in (string[])["kasubbag", "kasubbag2", "sekretaris", "kadis", "analis", "sekda", "kabidind"])
        {
            using var visitor = await site.SignInAsync(who);
            Assert.Equal((who, (await visitor.GoAsync("/")).Html.Contains($"/berkas/{id}/petugas-kedua", StringComparison.Ordinal)),
                (who, (await visitor.GoAsync($"/berkas/{id}/petugas-kedua")).Status == HttpStatusCode.OK));
        }

        using var officer = await site.SignInAsync("kadis");
        page = await (await officer.GoAsync("/")).FollowAsync($"Lihat permintaan pada berkas {site.People["kasubbag"].Nama}");
        Assert.False(page.HasButton("Bebaskan permintaan ini"));
        var early = await officer.PostAsync($"/berkas/{id}/petugas-kedua?handler=Release", $"/berkas/{id}/petugas-kedua",
            ("Version", $"{(await site.DossierAsync(id)).Version}"));
        Assert.Contains("belum menyatakan", Assert.Single(early.Errors), StringComparison.Ordinal);
        page = await page.Fill("Mengapa sertifikat ini miliknya", "ya").PressAsync("Terima sertifikat ini");
        Assert.Contains("paling sedikit 10", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Mengapa sertifikat ini miliknya", "Ejaan lama pada KTP, sudah dicocokkan.").PressAsync("Terima sertifikat ini");
        Assert.Contains("diterima", page.Done, StringComparison.Ordinal);

        page = await (await atasan.GoAsync($"/berkas/{id}/hasil-belum-diketahui"))
            .Attach("Dokumen yang ditandatangani", "dokumen.pdf", site.Service.Signed!).PressAsync("Serahkan dokumen");
        Assert.Contains("cocok", page.Done, StringComparison.Ordinal);
        Assert.Contains($"Sertifikat atas nama SEORANG LAIN diterima {site.People["kadis"].Nama}: Ejaan lama pada KTP",
            (await site.DossierAsync(id)).History.MaxBy(h => h.No)!.Reason, StringComparison.Ordinal);

        // From then on it is the one that he signs with, and another is not.
        page = await (await atasan.GoAsync($"/berkas/{next}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        Assert.Contains("sudah Anda setujui", page.Done, StringComparison.Ordinal);
        site.Service.Edition = 1;
        page = await (await atasan.GoAsync($"/berkas/{third}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
        Assert.Contains("bukan yang dipakai", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_certificate_of_the_same_subject_signs_and_nobody_signs_with_that_of_another()
    {
        site.Service.Reset();
        site.Service.Serial = "ID-7731";
        var dossiers = new[] { await site.RatedAsync("penyuluhind"), await site.RatedAsync("pelaksanaind") };
        using var atasan = await site.KnownAsync("kabidind", BsreSite.NikOfAtasan);
        for (var edition = 0; edition < 2; edition++)
        {
            site.Service.Edition = edition;
            var page = await (await atasan.GoAsync($"/berkas/{dossiers[edition]}/validasi/setujui")).Fill(Secret, FakeBsre.Passphrase).PressAsync(Approve);
            Assert.Contains("sudah Anda setujui", page.Done, StringComparison.Ordinal);
        }

        // The rated person enters the NIK of his superior, and knows his passphrase.
        using var other = await site.KnownAsync("penyuluhind", BsreSite.NikOfAsn);
        site.Service.Names[BsreSite.NikOfAsn] = site.Service.Names[BsreSite.NikOfAtasan];
        var signed = await (await other.GoAsync($"/berkas/{dossiers[0]}/tanda-tangan")).WithoutObjection().Fill(Secret, FakeBsre.Passphrase).PressAsync(Receive);
        Assert.Contains("di sini dikenal sebagai milik orang lain", signed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_the_service_takes_the_place_of_the_passphrase_where_that_is_set()
    {
        site.Service.Reset();
        var settings = site.Services.GetRequiredService<BsreSettings>();
        var id = await site.RatedAsync("kabidkop");
        using var atasan = await site.KnownAsync("kadis", BsreSite.NikOfAtasan);
        settings.Totp = "ya";
        try
        {
            var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).FollowAsync("Minta kode dari BSrE");
            page = await page.PressAsync("Kirim kode tanda tangan kepada saya");
            Assert.Contains("BSrE mengirim kode", page.Done, StringComparison.Ordinal);
            var code = site.Service.Code!;
            page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kode sekali pakai dari BSrE", "000000").PressAsync(Approve);
            Assert.Contains("“TOTP salah atau kedaluwarsa”. Tidak ada yang ditandatangani. Minta kode baru", Assert.Single(page.Errors),
                StringComparison.Ordinal);
            page = await page.Fill("Kode sekali pakai dari BSrE", $" {code} ").PressAsync(Approve);
            Assert.Contains("sudah Anda setujui", page.Done, StringComparison.Ordinal);
            Assert.All(site.Service.ToSign, request => Assert.False(request.ContainsKey("passphrase")));
            Assert.Equal(0, await site.HoldingAsync(code));

            site.Service.Reset(Behaviour.CutBeforeTheAnswer);
            page = await (await atasan.GoAsync("/bsre-saya")).PressAsync("Kirim kode tanda tangan kepada saya");
            Assert.Contains("mungkin sudah dikirim", Assert.Single(page.Errors), StringComparison.Ordinal);
        }
        finally
        {
            settings.Totp = "";
        }
    }
}
