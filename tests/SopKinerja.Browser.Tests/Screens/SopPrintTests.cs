using System.Globalization;
using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>The SOP as it comes out of a printer.</summary>
public sealed class SopPrintTests(BrowserSite site, Chromium chromium) : IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    /// <summary>Of A4 in landscape between margins of 10 mm, in pixels of CSS.</summary>
    private const int PaperWidth = 1046;

    private const double LeastPoints = 7.5;

    [Fact]
    public async Task It_is_two_sheets_of_A4_in_landscape_identity_with_signature_then_all_steps()
    {
        await using var desk = await site.SitDownAsync(chromium, "juru");
        using var paper = await PrintAsync(desk);

        Assert.Equal(2, paper.PageSizes.Length);
        Assert.All(paper.PageSizes, size => Assert.Matches("841[.0-9]* x 59[45]", size));
        var sop = SopIdentitas.PengukuranKinerja;
        var (identity, procedure) = (WordsOf(paper, 1), WordsOf(paper, 2));
        Assert.All(
            sop.DasarHukum.Concat(sop.KualifikasiPelaksana).Concat(sop.Keterkaitan).Concat(sop.Peralatan).Concat(sop.Peringatan)
                .Concat(sop.Pencatatan).Append(sop.DisahkanOleh.Jabatan).Append(sop.DisahkanOleh.Nama).Append(sop.DisahkanOleh.Pangkat)
                .Append($"NIP. {sop.DisahkanOleh.Nip}"),
            text => Assert.Contains(Squeeze(text), identity, StringComparison.Ordinal));
        Assert.All(SopTable.Rows, row =>
        {
            Assert.Contains(Squeeze(row.Uraian), procedure, StringComparison.Ordinal);
            Assert.Contains(Squeeze(row.Output), procedure, StringComparison.Ordinal);
            Assert.DoesNotContain(Squeeze(row.Uraian), identity, StringComparison.Ordinal);
        });
        Assert.All(SopTable.Dilengkapi, note => Assert.Contains(Squeeze(note), procedure, StringComparison.Ordinal));
        Assert.Equal(SopTable.Rows.Count(r => r.BackTo is not null), paper.Words.Count(w => w.Text == "Tidak" && w.Page == 2) - Spoken("Tidak"));

        static int Spoken(string word) => SopTable.Rows.Sum(r => r.Keterangan.Sum(k => k.Split(' ').Count(w => w == word)));
    }

    [Fact]
    public async Task Head_navigation_and_buttons_stay_off_the_paper_and_nothing_is_shrunk_to_fit()
    {
        await using var desk = await site.SitDownAsync(chromium, "juru");
        using var paper = await PrintAsync(desk);
        var (identity, procedure) = (WordsOf(paper, 1), WordsOf(paper, 2));

        Assert.All(new[] { "Keluar", "Cetak SOP", "Langsung ke isi", "Tentang SopKinerja" }, word =>
        {
            Assert.DoesNotContain(Squeeze(word), identity, StringComparison.Ordinal);
            Assert.DoesNotContain(Squeeze(word), procedure, StringComparison.Ordinal);
        });

        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await desk.Page.SetViewportSizeAsync(PaperWidth, 720);
        Assert.InRange(await desk.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, PaperWidth);
        var small = await desk.Page.EvaluateAsync<string[]>(
            """
            least => [...document.querySelectorAll('.sop :is(th, td), .alur__gambar text, .sop-catatan li, .identitas :is(dt, dd, p, li)')]
              .filter(e => parseFloat(getComputedStyle(e).fontSize) * 0.75 < least).map(e => `${getComputedStyle(e).fontSize}: ${e.outerHTML}`)
            """, LeastPoints - 0.01);
        Assert.Empty(small);
        var pale = await desk.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.alur__gambar :is(line, path, rect)')]
              .filter(e => getComputedStyle(e).stroke !== 'rgb(0, 0, 0)' || parseFloat(getComputedStyle(e).strokeWidth) < 1).map(e => e.outerHTML)
            """);
        Assert.Empty(pale);
    }

    [Fact]
    public async Task The_button_prints()
    {
        await using var desk = await site.SitDownAsync(chromium, "juru");
        await desk.Page.AddInitScriptAsync("window.print = () => { document.documentElement.dataset.dicetak = '1'; }");
        await desk.GoAsync("/sop");

        await desk.Button("Cetak SOP").ClickAsync();

        Assert.Equal("1", await desk.Page.Locator("html").GetAttributeAsync("data-dicetak"));
    }

    [Fact]
    public async Task On_a_phone_each_step_is_a_card_without_empty_cells_and_says_in_words_where_it_leads()
    {
        await using var desk = await site.SitDownAsync(chromium, "juru", Screen.Phone);
        await desk.GoAsync("/sop");
        await Pictures.TakeAsync(desk.Page, "sop-kartu");

        Assert.Equal(SopTable.Rows.Count, await desk.Page.Locator(".sop tbody .alur:visible").CountAsync());
        Assert.Equal(
            SopTable.Rows.Where(r => r.BackTo is not null).Select(r => $"Tidak: kembali ke langkah {(int)r.BackTo!}"),
            await desk.ReadAllAsync(".sop .alur__kata:text('Tidak'):visible"));
        Assert.Equal(0, await desk.Page.Locator(".alur__gambar:visible").CountAsync());
    }

    private static async Task<PdfTools> PrintAsync(Desk desk)
    {
        await desk.GoAsync("/sop");
        var pdf = await desk.Page.PdfAsync(new() { PreferCSSPageSize = true });
        await Pictures.KeepPrintAsync(pdf, "sop-cetak");
        return new(pdf);
    }

    // A line may break anywhere, and within a word that is too long for its column; headings stand in capitals on paper.
    private static string WordsOf(PdfTools paper, int page) => Squeeze(string.Concat(paper.RawText.Split('\f')[page - 1]));

    private static string Squeeze(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200b')).ToUpper(CultureInfo.InvariantCulture);
}
