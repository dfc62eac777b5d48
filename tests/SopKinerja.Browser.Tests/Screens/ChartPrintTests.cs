using SopKinerja.Browser.Tests.Site;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>The charts as they come out of a printer, with more people and longer names than the demo has.</summary>
public sealed class ChartPrintTests(ChartPrintTests.LargeSite site, Chromium chromium)
    : IClassFixture<ChartPrintTests.LargeSite>, IClassFixture<Chromium>
{
    private const string Long = "Prof. Dr. H. Raden Mas Muhammad Abdurrahman Wahid Kusumaningrat Hadiningrat, S.I.P., M.Si. ";

    [Theory]
    [InlineData("unit", "a4", "84[12][.0-9]* x 59[45]")]
    [InlineData("unit", "a3", "119[01][.0-9]* x 84[12]")]
    [InlineData("penilai", "a4", "84[12][.0-9]* x 59[45]")]
    [InlineData("penilai", "a3", "119[01][.0-9]* x 84[12]")]
    public async Task Each_sheet_is_one_page_of_its_paper_and_everybody_is_on_one(string chart, string paper, string size)
    {
        await using var desk = await site.SitDownAsync(chromium, "kadis");
        await desk.GoAsync($"/bagan/{chart}?kertas={paper}");
        var sheets = await desk.Page.Locator(".bagan__lembar").CountAsync();
        var words = await desk.Page.Locator(".bagan text").AllTextContentsAsync();
        var pdf = await desk.Page.PdfAsync(new() { PreferCSSPageSize = true });
        await Pictures.KeepPrintAsync(pdf, $"bagan-{chart}-{paper}");
        using var printed = new PdfTools(pdf);

        Assert.Equal(sheets, printed.PageSizes.Length);
        Assert.All(printed.PageSizes, s => Assert.Matches(size, s));
        Assert.Equal(Sorted(string.Concat(words)), Sorted(printed.RawText));
        Assert.DoesNotContain("Keluar", printed.RawText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_paper_the_list_is_printed_and_not_the_picture()
    {
        await using var desk = await site.SitDownAsync(chromium, "kadis");
        await desk.GoAsync("/bagan/penilai");
        using var printed = new PdfTools(await desk.Page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.All(printed.PageSizes, s => Assert.Matches("59[45][.0-9]* x 84[12]", s));
        Assert.Contains("Daftar", printed.RawText, StringComparison.Ordinal);
        Assert.DoesNotContain("Cetak A4", printed.RawText, StringComparison.Ordinal);
        Assert.Equal(1, printed.RawText.Split("Juru Pungut Retribusi").Length - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?kertas=a4")]
    public async Task In_a_real_font_no_words_leave_their_box(string query)
    {
        await using var desk = await site.SitDownAsync(chromium, "kadis");
        await desk.GoAsync($"/bagan/penilai{query}");
        var outside = await desk.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.bagan g')].flatMap(g => {
              const box = g.querySelector('rect').getBBox();
              return [...g.querySelectorAll('text')].filter(t => {
                const b = t.getBBox();
                return b.x < box.x || b.y < box.y || b.x + b.width > box.x + box.width || b.y + b.height > box.y + box.height;
              }).map(t => t.textContent);
            })
            """);
        Assert.Empty(outside);
        Assert.True(await desk.Page.Locator(".bagan g").CountAsync() > 140);
    }

    // A word may break between lines, and a space there is none.
    private static string Sorted(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).Order());

    public sealed class LargeSite : BrowserSite
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await AsOwnerAsync($"""
                insert into unit_kerja (kode, nama, induk_id)
                    select 'U' || n, 'Unit Pelaksana Teknis Daerah Pengelolaan Sentra Industri Kecil dan Menengah Kecamatan nomor ' || n,
                        (select id from unit_kerja where kode = 'PASAR') from generate_series(1, 40) n;
                insert into pegawai (nip, nama, golongan, jabatan, jenis_jabatan, unit_kerja_id, atasan_id)
                    select '1990010120201' || lpad(n::text, 5, '0'), '{Long}' || n, 'II/a', 'Pengelola', 'Pelaksana',
                        (select id from unit_kerja where kode = 'PASAR'), {People["kauptd"].PegawaiId} from generate_series(1, 120) n;
                """);
        }
    }
}
