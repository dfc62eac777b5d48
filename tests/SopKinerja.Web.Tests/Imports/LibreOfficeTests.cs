using System.Diagnostics;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>Files that LibreOffice has opened and saved; eng/test.sh installs it.</summary>
public sealed class LibreOfficeTests(SopSite site) : IClassFixture<SopSite>
{
    // Semicolons, quotes, UTF-8, as shown, as in the filter options of LibreOffice.
    private const string Csv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false";

    [Fact]
    public async Task What_is_exported_and_saved_by_LibreOffice_comes_back_unchanged()
    {
        await site.PlayAsync(play => play.AgreedPlanAsync("kabidind", site.Kinerja));
        foreach (var userName in new[] { "penyuluhind", "kabiddag", "kadis" })
        {
            await site.PlayAsync(play => play.DraftPlanAsync(userName, site.Kinerja));
            await site.PlayAsync(play => play.DraftPlanAsync(userName, site.LastPeriod));
        }

        await site.PlayAsync(play => play.DossierAtAsync(Step.Input, "penera", site.Kinerja));
        await site.PlayAsync(play => play.DossierAtAsync(Step.Input, "penera", site.Period));
        using var office = new Office();
        foreach (var (who, kind, query) in new[]
        {
            ("admin", "pegawai", ""), ("admin", "unit", ""), ("admin", "libur", ""), ("analis", PlanSheets.Kinerja, $"&periode={site.Kinerja.Id}"),
            ("analis", PlanSheets.Pp46, $"&periode={site.LastPeriod.Id}"), ("analis", "realisasi-pp46", ""), ("analis", "realisasi-permenpanrb6", ""),
        })
        {
            using var visitor = await site.SignInAsync(who);
            var (_, exported) = await visitor.DownloadAsync($"/impor/data.xlsx?jenis={kind}{query}");
            foreach (var formats in new[] { new[] { "xlsx" }, ["ods", "xlsx"], [Csv] })
            {
                var (name, file) = office.Saved("data.xlsx", exported, formats);
                Assert.InRange((await visitor.SendAsync(kind, name, file)).AssertEqual($"{kind} as {string.Join(", ", formats)}"), 3, 1000);
            }
        }
    }

    private sealed class Office : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("sop-office-").FullName;

        private int _files;

        public (string Name, byte[] File) Saved(string name, byte[] file, params string[] formats)
        {
            foreach (var format in formats)
            {
                var (from, to) = (Directory.CreateDirectory(Path.Combine(_folder, $"{_files}")).FullName, Path.Combine(_folder, $"{_files++}-ke"));
                var path = Path.Combine(from, name);
                File.WriteAllBytes(path, file);
                using var process = Process.Start(new ProcessStartInfo(
                    "soffice", [$"-env:UserInstallation=file://{_folder}/profil", "--headless", "--convert-to", format, "--outdir", to, path])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                var said = process.StandardOutput.ReadToEndAsync();
                var error = process.StandardError.ReadToEndAsync();
                Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "LibreOffice does not come to an end.");
                name = Path.ChangeExtension(name, format.Split(':')[0]);
                Assert.True(File.Exists(Path.Combine(to, name)), $"{said.Result} {error.Result}");
                file = File.ReadAllBytes(Path.Combine(to, name));
            }

            return (name, file);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
