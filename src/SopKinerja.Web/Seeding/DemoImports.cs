using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Seeding;

/// <summary>Imports sheets as a user does: judged, then stored; every row, or the demo does not start.</summary>
/// <param name="clock">That of the play, for what is dated by when it is written.</param>
public sealed class DemoImports(
    SopDbContext db, DryRun dryRun, IUserClaimsPrincipalFactory<Account> claims, IServiceProvider services, TimeProvider clock)
{
    private readonly ImportKind[] _kinds = [.. services.GetServices<ImportKind>()
        .Select(k => k.Method is null ? k : (ImportKind)ActivatorUtilities.CreateInstance(services, k.GetType(), clock))];

    /// <param name="name">Of the sheet among <see cref="SampleSheets"/>.</param>
    /// <exception cref="InvalidOperationException">A row was not stored; the sentences of all such rows.</exception>
    public Task ImportAsync(string kind, string name, string userName, CancellationToken cancel) =>
        ImportAsync(kind, SampleSheets.Read(name), SampleSheets.FileNama(name), userName, cancel);

    /// <exception cref="InvalidOperationException">A row was not stored; the sentences of all such rows.</exception>
    public async Task ImportAsync(string kind, SheetFile file, string fileNama, string userName, CancellationToken cancel)
    {
        var user = await claims.CreateAsync(await db.Users.SingleAsync(u => u.UserName == userName, cancel));
        var (run, refusal) = await dryRun.MakeAsync(
            _kinds.Single(k => k.Slug == kind), file, fileNama, wanted: null, user, period: null, cancel);
        if (run is null)
        {
            throw new InvalidOperationException($"{fileNama}: {refusal}");
        }

        db.Imports.Add(run);
        await db.SaveChangesAsync(cancel);
        Insist(fileNama, run.Rows.Where(r => r.Verdict == ImportVerdict.Wrong));
        await db.Imports.Where(i => i.Id == run.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, ImportState.Storing), cancel);
        await ActivatorUtilities.CreateInstance<ImportStore>(services, (object)_kinds).RunAsync(run.Id, cancel);
        Insist(fileNama, await db.ImportRows.AsNoTracking().Where(r => r.ImportId == run.Id && !r.IsStored).OrderBy(r => r.No)
            .ToListAsync(cancel));
    }

    private static void Insist(string fileNama, IEnumerable<ImportRow> unstored)
    {
        var sentences = unstored.SelectMany(
            r => r.Faults.DefaultIfEmpty(new(null, "Baris ini tidak disimpan.")),
            (r, f) => $"{fileNama}, baris {r.No}{(f.Column is null ? "" : $", {f.Column}")}: {f.Sentence}").ToList();
        if (sentences.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, sentences));
        }
    }
}
