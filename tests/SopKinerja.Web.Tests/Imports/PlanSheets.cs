using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>Spreadsheets of plans, and what became of them.</summary>
internal static class PlanSheets
{
    public const string Pp46 = "skp-pp46";

    public const string Kinerja = "skp-permenpanrb6";

    public const string TargetHeads = "NIP;Nama;Periode;Kegiatan tugas jabatan;AK;Kuantitas;Satuan;Kualitas;Waktu;Satuan waktu;Biaya";

    public static string TargetRow(string? nip, string uraian, string kuantitas = "12", string biaya = "") =>
        $"{nip};;;{uraian};;{kuantitas};laporan;100;12;bulan;{biaya}";

    /// <summary>In its groups, as people copy it.</summary>
    public static Task<string> NipAsync(this SopSite site, string userName)
    {
        var id = site.People[userName].PegawaiId;
        return site.AskAsync(async db => $"{Nip.Stored((await db.Pegawai.Where(p => p.Id == id).Select(p => p.Nip).SingleAsync())!)}");
    }

    public static Task<Plan?> PlanOfAsync(this SopSite site, string userName, Period period)
    {
        var id = site.People[userName].PegawaiId;
        return site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.History.OrderBy(h => h.No)).Include(p => p.Pegawai)
            .SingleOrDefaultAsync(p => p.PegawaiId == id && p.PeriodId == period.Id));
    }

    public static async Task<(string Name, byte[] File)> DownloadAsync(this Visitor visitor, string address)
    {
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        return (address.Split('?')[0].Split('/')[^1], await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Nothing new, changed or wrong.</summary>
    public static int AssertEqual(this Visit page, string what = "")
    {
        Assert.True(
            page.Text.Contains("Salah: 0 Baru: 0 Berubah: 0 Sama: ", StringComparison.Ordinal), $"{what} {page.Text}");
        return int.Parse(
            page.Text.Split("Sama: ")[1].Split(' ')[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
