using Microsoft.EntityFrameworkCore;
using SopKinerja.Browser.Tests.Screens;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using Xunit.Abstractions;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>Three dossiers of ten kegiatan go from desk to desk as a queue; the keys, clicks and pages of each desk are counted.</summary>
public sealed class DayOfWorkJourneyTests(BrowserSite site, Chromium chromium, ITestOutputHelper said)
    : IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    private const int Kegiatan = 10;

    private static readonly string[] People = ["penyuluh", "pelaksanakop", "penggerak"];

    private static readonly Screen Wide = new(1366, 768);

    private static readonly byte[] Pdf = [.. "%PDF-1.4\n%%EOF\n"u8];

    [Fact]
    public async Task Three_dossiers_of_ten_kegiatan_cost_each_desk_what_was_aimed_at()
    {
        var plan = new SasaranKerja([.. Enumerable.Range(1, Kegiatan).Select(i => new KegiatanTugasJabatan(
            $"Menyusun laporan pembinaan koperasi kecamatan ke-{i}", null, 12, "laporan", 100, 12, SatuanWaktu.Bulan, null))]);
        var ids = new List<long>();
        foreach (var who in People)
        {
            ids.Add(await site.PlayAsync(async play => (await play.DossierAtAsync(Step.Collect, who, site.Period, plan)).Id));
            // The queue is by age.
            site.Clock.Move(TimeSpan.FromMinutes(1));
        }

        await using var analis = await site.SitDownAsync(chromium, "analis", Wide);
        var collect = new Hands(analis);
        await analis.GoAsync("/");
        await collect.FollowAsync($"Langkah 1: Pengumpulan untuk {Name(0)}");
        for (var i = 0; i < People.Length; i++)
        {
            Assert.Equal($"/berkas/{ids[i]}/kumpulkan", analis.Path);
            await collect.ChooseAsync("Tambah lampiran", "formulir.pdf", Pdf);
            await collect.ClickAsync("Kirim dan buka berikutnya");
        }

        await StandAsync(ids, Step.Check);
        await using var kasubbag = await site.SitDownAsync(chromium, "kasubbag", Wide);
        var check = new Hands(kasubbag);
        await kasubbag.GoAsync("/");
        await check.FollowAsync($"Langkah 2: Pemeriksaan untuk {Name(0)}");
        for (var i = 0; i < People.Length; i++)
        {
            Assert.Equal($"/berkas/{ids[i]}/periksa", kasubbag.Path);
            await check.ClickAsync("Centang semua");
            await check.ClickAsync("Terima dan buka berikutnya");
        }

        await StandAsync(ids, Step.Input);
        var (input, keys) = (new Hands(analis), 0);
        await analis.GoAsync("/");
        await input.FollowAsync($"Langkah 3: Penginputan untuk {Name(0)}");
        for (var i = 0; i < People.Length; i++)
        {
            // The first empty field is ready; Enter goes down the column, then to the next, and Ctrl+Enter sends and opens the next.
            Assert.Equal("Input.Kegiatan[0].Kuantitas", await FocusAsync(analis));
            foreach (var (column, value) in ((string, string)[])[("Kuantitas", "11"), ("Waktu", "12")])
            {
                for (var row = 0; row < Kegiatan; row++)
                {
                    Assert.Equal($"Input.Kegiatan[{row}].{column}", await FocusAsync(analis));
                    await analis.Page.Keyboard.TypeAsync(value);
                    await analis.Page.Keyboard.PressAsync("Enter");
                    keys += value.Length + 1;
                }
            }

            if (i == 0)
            {
                await Pictures.TakeAsync(analis.Page, "perjalanan-sehari-input");
            }

            keys++;
            await analis.AnswerAsync(() => analis.Page.Keyboard.PressAsync("Control+Enter"));
            await analis.Page.WaitForURLAsync(i + 1 < ids.Count ? $"**/berkas/{ids[i + 1]}/input" : "**/");
        }

        await StandAsync(ids, Step.Validate);
        await using var atasan = await site.SitDownAsync(chromium, "kabidkop", Wide);
        var rate = new Hands(atasan);
        await atasan.GoAsync("/");
        await rate.FollowAsync($"Langkah 4: Validasi dan penilaian untuk {Name(0)}");
        var given = 0;
        for (var i = 0; i < People.Length; i++)
        {
            // What he gives is his own work; the clicks are the way to it.
            foreach (var field in await atasan.Page.Locator("form[data-kerja] input[inputmode=decimal]").AllAsync())
            {
                given++;
                await field.FillAsync("88");
            }

            if (await atasan.Field("Alasan menilai lebih awal").CountAsync() > 0)
            {
                await atasan.FillAsync("Alasan menilai lebih awal", "Pejabat penilai pindah tugas.");
            }

            await rate.ClickAsync("Lanjut ke persetujuan");
            await rate.TypeAsync("Kata sandi akun Anda", site.Password);
            await rate.ClickAsync("Setujui dan buka berikutnya");
        }

        await StandAsync(ids, Step.Sign);
        said.WriteLine($"Langkah 1: {collect.Clicks} klik, {collect.Pages} halaman. Langkah 2: {check.Clicks} klik, {check.Pages} halaman. "
            + $"Langkah 3: {keys} ketukan, {input.Clicks} klik, {input.Pages + ids.Count} halaman. "
            + $"Langkah 4: {rate.Clicks} klik, {rate.Pages} halaman, {given} nilai. Untuk {ids.Count} berkas.");

        // Of one dossier in the queue: the first also costs the way to it.
        Assert.InRange(keys, 1, 80 * ids.Count);
        Assert.InRange(input.Pages + ids.Count, 1, ids.Count + 1);
        Assert.InRange(collect.Clicks, 1, (4 * ids.Count) + 1);
        Assert.InRange(check.Clicks, 1, 5 * ids.Count);
        Assert.InRange(rate.Clicks, 1, 6 * ids.Count);
        foreach (var desk in (Desk[])[analis, kasubbag, atasan])
        {
            Assert.Empty(desk.Troubles);
        }
    }

    private string Name(int person) => site.People[People[person]].Nama;

    private Task<int> StandAsync(List<long> ids, Step step) => site.AskAsync(async db =>
    {
        Assert.Equal(
            ids.Select(_ => step), await db.Dossiers.Where(d => ids.Contains(d.Id)).Select(d => d.Step).ToListAsync());
        return 0;
    });

    private static Task<string> FocusAsync(Desk desk) => desk.Page.EvaluateAsync<string>("() => document.activeElement.name ?? ''");
}
