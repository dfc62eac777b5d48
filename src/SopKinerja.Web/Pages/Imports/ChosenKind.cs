using System.Security.Claims;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>An act on many that were chosen on a page and stand in no sheet: each row is one of them, judged and done as its own page does
/// it.</summary>
internal abstract class ChosenKind : ImportKind
{
    public sealed override bool IsOfSheet => false;

    public sealed override IReadOnlyList<string> Heads { get; } = ["Kunci", "Nama", "Unit kerja"];

    public sealed override IReadOnlyList<string> Meanings => Heads;

    public sealed override IReadOnlyList<FieldRefusal> Guards => [];

    public sealed override IEnumerable<string> Missing(string[] columns) => [];

    public sealed override string? ColumnOf(string head) => null;

    public sealed override string? HeadOf(string field) => null;

    protected Actor Actor { get; private set; } = null!;

    public sealed override Task LoadAsync(ImportScope scope, CancellationToken cancel)
    {
        Actor = scope.Actor;
        return Task.CompletedTask;
    }

    public sealed override Task<IReadOnlyList<string?[]>?> ExportAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string?[]>?>(null);

    public sealed override async Task<IReadOnlyList<JudgedRow>> JudgeAsync(
        string[] columns, IReadOnlyList<SheetRow> rows, CancellationToken cancel)
    {
        var judged = await JudgeAsync([.. rows.Select(KeyOf)], cancel);
        return [.. rows.Select(row => Judged(row, judged[KeyOf(row)]))];
    }

    public sealed override Task StoreAsync(ClaimsPrincipal user, JudgedRow row) => DoAsync(user.Actor(), KeyOf(row.Row));

    /// <summary>What stands in the way of each, as a sentence; empty where nothing is left to do, null where it can be done.</summary>
    protected abstract Task<IReadOnlyDictionary<string, string?>> JudgeAsync(IReadOnlyList<string> keys, CancellationToken cancel);

    protected abstract Task DoAsync(Actor actor, string key);

    /// <summary>The numbers of which a key is made; the first is the person's.</summary>
    protected static long[] Parts(string key) =>
        [.. key.Split('/').Select(part => long.TryParse(part, out var number) ? number : 0)];

    private static string KeyOf(SheetRow row) => row.Cell(0);

    private static JudgedRow Judged(SheetRow row, string? whyNot) => new(
        row, KeyOf(row), row.Cell(1), 0,
        whyNot is null ? ImportVerdict.New : whyNot.Length == 0 ? ImportVerdict.Equal : ImportVerdict.Wrong,
        string.IsNullOrEmpty(whyNot) ? [] : [new(null, whyNot)], []);
}

/// <param name="Key">Numbers with strokes between them; the first is the person's.</param>
public sealed record ChosenRow(string Key, string Nama, string? Unit);
