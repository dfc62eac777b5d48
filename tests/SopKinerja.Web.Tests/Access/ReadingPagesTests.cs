using System.Net;
using SopKinerja.Domain.Authority;
using SopKinerja.Web.Access;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>What an administrator keeps, an auditor reads as well and cannot send.</summary>
public sealed class ReadingPagesTests(SopSite site) : IClassFixture<SopSite>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/People/Edit", "/pegawai/1" },
        { "/People/Units/Edit", "/unit/1" },
        { "/People/Accounts/Edit", "/akun/1" },
        { "/Office", "/setelan" },
        { "/Periods/Edit", "/periode/1" },
        { "/Periods/Holidays", "/periode/libur" },
        { "/Certificates/Index", "/sertifikat" },
        { "/Certificates/Authority", "/sertifikat/otoritas" },
    };

    [Fact]
    public void Every_page_that_some_only_read_is_among_those_below() => Assert.Equal(
        PageAccess.Rows.Where(r => r.Readers.Count > 0).Select(r => r.Place).Order(), Pages.Select(p => (string)p[0]).Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_auditor_reads_it_and_sends_nothing(string place, string url)
    {
        using var auditor = await site.SignInAsync("auditor");
        using var admin = await site.SignInAsync("admin");
        var (read, written) = (await auditor.GoAsync(url), await admin.GoAsync(url));
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal([Role.Auditor], PageAccess.RowFor(place)!.Readers);
        Assert.Contains("Halaman ini hanya dapat Anda baca.", read.Text, StringComparison.Ordinal);
        Assert.All(PostForms(read), f => Assert.NotNull(f.QuerySelector(":scope > fieldset[disabled]")));

        Assert.Null(read.Page.QuerySelector("header form[action='/keluar']")!.QuerySelector("fieldset"));

        Assert.DoesNotContain("hanya dapat Anda baca", written.Text, StringComparison.Ordinal);
        Assert.All(PostForms(written), f => Assert.Null(f.QuerySelector("fieldset[disabled]")));

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync(url, "/sesi-saya")).Status);
    }

    [Theory]
    [InlineData("/pegawai", "Tambah pegawai")]
    [InlineData("/unit", "Tambah unit kerja")]
    [InlineData("/akun", "Buat akun")]
    [InlineData("/periode", "Buat periode sesudah")]
    [InlineData("/periode", "Tambah periode lain")]
    public async Task What_only_changes_has_no_link_for_an_auditor(string url, string link)
    {
        using var auditor = await site.SignInAsync("auditor");
        using var admin = await site.SignInAsync("admin");
        Assert.DoesNotContain(link, (await auditor.GoAsync(url)).Text, StringComparison.Ordinal);
        Assert.Contains(link, (await admin.GoAsync(url)).Text, StringComparison.Ordinal);
    }

    // But that of the head, by which everybody leaves.
    private static IEnumerable<AngleSharp.Dom.IElement> PostForms(Visit page) => page.Page.QuerySelectorAll("main form[method=post]");
}
