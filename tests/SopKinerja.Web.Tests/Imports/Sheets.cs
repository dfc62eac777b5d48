using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Jobs;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>Spreadsheets on their way through the pages, as an administrator sends them.</summary>
internal static class Sheets
{
    public const string Heads = "NIP;Nama;Golongan;Jabatan;Jenis jabatan;Unit kerja;Pejabat penilai";

    public static Task<Visit> SendAsync(this Visitor admin, string kind, string text) =>
        admin.SendAsync(kind, "berkas.csv", Encoding.UTF8.GetBytes(text));

    public static async Task<Visit> SendAsync(this Visitor admin, string kind, string nama, byte[] file)
    {
        var page = (await admin.GoAsync($"/impor?jenis={kind}")).Attach("Berkas", nama, file);
        return await page.PressAsync("Periksa berkas");
    }

    /// <summary>As many people below one another as a dinas has; whoever is above stands further down in the file.</summary>
    public static string Crowd(int count, string jabatan = "Pengelola Data") => $"{Heads}\n" + string.Join('\n', Enumerable.Range(0, count)
        .Reverse().Select(i => $"{NipOf(i)};Orang Ke-{i};III/a;{jabatan};Pelaksana;Bidang Perdagangan;"
            + $"{(i == 0 ? "Dra. Hj. Masniah" : NipOf(i < 20 ? 0 : 1 + (i % 19)))}")) + "\n";

    public static string NipOf(int i) =>
        $"{new DateOnly(1970, 1, 1).AddDays(i % 5000):yyyyMMdd}201001{1 + (i % 2)}{600 + (i / 5000):000}";

    public static int RunOf(this Visit page) => int.Parse(page.Url.AbsolutePath.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One turn of the job, in a scope of its own as on a server of its own.</summary>
    public static async Task WorkAsync(this SopSite site, CancellationToken cancel = default)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportJob>().RunAsync(cancel);
    }

    public static Task<int> StoredAsync(this SopSite site, int run) =>
        site.AskAsync(db => db.ImportRows.CountAsync(r => r.ImportId == run && r.IsStored));

    public static Task<List<ImportRow>> RowsAsync(this SopSite site, int run) =>
        site.AskAsync(db => db.ImportRows.AsNoTracking().Where(r => r.ImportId == run).OrderBy(r => r.No).ToListAsync());

    public static Task<ImportState> StateAsync(this SopSite site, int run) =>
        site.AskAsync(db => db.Imports.Where(i => i.Id == run).Select(i => i.State).SingleAsync());
}
