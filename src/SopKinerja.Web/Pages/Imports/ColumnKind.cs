using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>What kinds share: the columns by which a row becomes a form, and back.</summary>
public abstract class ColumnKind<TForm> : ImportKind
    where TForm : class, new()
{
    protected abstract IReadOnlyList<ImportColumn<TForm>> Columns { get; }

    public override IReadOnlyList<string> Heads => [.. Columns.Where(c => !c.IsPart).Select(c => c.Head)];

    public override IReadOnlyList<string> Meanings => [.. Columns.Select(c => c.Head)];

    public override IReadOnlyList<FieldRefusal> Guards => [];

    public override IEnumerable<string> Missing(string[] columns) => Columns
        .Where(c => !c.IsPart && !Columns.Any(o => o.Field == c.Field && columns.Contains(o.Head))).Select(c => c.Head);

    public override string? ColumnOf(string head)
    {
        var wanted = Plain(head);
        return wanted.Length == 0 ? null : Columns.FirstOrDefault(c => c.Names.Prepend(c.Head).Any(n => Plain(n) == wanted))?.Head;
    }

    public override string? HeadOf(string field) => Columns.FirstOrDefault(c => c.Field == field && !c.IsPart)?.Head;

    protected IReadOnlyList<(ImportColumn<TForm> Column, int At)> ReadFrom(string[] columns) =>
        [.. Columns.Select(c => (Column: c, At: Array.IndexOf(columns, c.Head))).Where(c => c.At >= 0)];

    protected static void Fill(
        IReadOnlyList<(ImportColumn<TForm> Column, int At)> read, SheetRow row, TForm form, List<ImportFault> faults)
    {
        foreach (var (column, at) in read)
        {
            var text = column.IsMultiline ? row.Cell(at) : TypedText.OneLine(row.Cell(at));
            var sentence = CellErrors.Is(text)
                ? $"Sel ini berisi galat Excel ({text}): rumusnya tidak menghasilkan apa-apa. Perbaiki rumusnya, atau ketik isinya."
                : column.Read(form, text);
            if (sentence is not null)
            {
                faults.Add(new(column.Head, sentence));
            }
        }
    }

    /// <summary>One sentence a field, as on the page.</summary>
    protected void Fault(List<ImportFault> faults, string field, string sentence)
    {
        var head = HeadOf(field);
        if (head is null || faults.All(f => f.Column != head))
        {
            faults.Add(new(head, sentence));
        }
    }

    protected List<ImportFault> InOrder(List<ImportFault> faults) =>
        [.. faults.OrderBy(f => Columns.Index().FirstOrDefault(c => c.Item.Head == f.Column).Index)];

    protected string?[] Cells(TForm form) => [.. Columns.Where(c => !c.IsPart).Select(c => c.Write(form))];

    /// <summary>In which columns two forms differ; what only says how a row is meant is no difference.</summary>
    /// <param name="before">Null for a form that takes the place of none.</param>
    protected IEnumerable<ImportChange> Changes(TForm? before, TForm now) => Columns.Where(c => c is { IsPart: false, IsRemark: false })
        .Select(c => new ImportChange(c.Head, before is null ? null : c.Write(before), c.Write(now)))
        .Where(c => (c.From ?? "") != (c.To ?? ""));
}
