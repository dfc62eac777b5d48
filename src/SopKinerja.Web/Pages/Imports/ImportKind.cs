using System.Security.Claims;
using FluentValidation;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>What a sheet can hold. Each kind fills the form of its page, and is judged and stored as that page does.</summary>
public abstract class ImportKind
{
    /// <summary>In addresses.</summary>
    public abstract string Slug { get; }

    /// <summary>"pegawai", in the middle of a sentence.</summary>
    public abstract string Nama { get; }

    /// <summary>What a reader must know before.</summary>
    public abstract string About { get; }

    /// <summary>The heads of the export, which is the template.</summary>
    public abstract IReadOnlyList<string> Heads { get; }

    /// <summary>Sentences for what the database refuses.</summary>
    public abstract IReadOnlyList<FieldRefusal> Guards { get; }

    /// <summary>The head of the column that a head in a file means; null for one that is not known.</summary>
    public abstract string? ColumnOf(string head);

    /// <summary>Reads the register as it is now.</summary>
    public abstract Task LoadAsync(CancellationToken cancel);

    /// <summary>What the register holds, under <see cref="Heads"/>.</summary>
    public abstract IEnumerable<string?[]> Export();

    /// <summary>Judges rows together: each may name another.</summary>
    public abstract Task<IReadOnlyList<JudgedRow>> JudgeAsync(string[] columns, IReadOnlyList<SheetRow> rows, CancellationToken cancel);

    /// <summary>Does what a row asks, as its page does; within the transaction of the caller.</summary>
    public abstract Task StoreAsync(ClaimsPrincipal user, JudgedRow row);

    /// <summary>The column of a property of the form; null where no column fills it.</summary>
    public abstract string? HeadOf(string field);
}

/// <param name="Nama">Of whom or what the row tells, for the list.</param>
public sealed record JudgedRow(
    SheetRow Row, string Nama, int Rank, ImportVerdict Verdict, IReadOnlyList<ImportFault> Faults, IReadOnlyList<ImportChange> Changes)
{
    /// <summary>The form as it would be sent, with the record that it changes.</summary>
    internal object? Form { get; init; }
}

public abstract class ImportKind<TForm>(IValidator<TForm> validator) : ImportKind
    where TForm : class, new()
{
    private readonly Dictionary<string, Entry> _known = [];

    protected abstract IReadOnlyList<ImportColumn<TForm>> Columns { get; }

    public override IReadOnlyList<string> Heads => [.. Columns.Where(c => !c.IsPart).Select(c => c.Head)];

    public override IReadOnlyList<FieldRefusal> Guards => [];

    /// <summary>What tells one record from all others; null while it cannot be read.</summary>
    protected abstract string? KeyOf(TForm form);

    protected abstract string NamaOf(TForm form);

    /// <summary>What the page asks beside its validator, with the field.</summary>
    protected abstract Task<IReadOnlyList<(string Field, string Sentence)>> WhyNotAsync(
        TForm form, Entry? before, CancellationToken cancel);

    protected abstract Task StoreAsync(ClaimsPrincipal user, TForm form, Entry? before);

    /// <summary>A form of its own with what the register holds.</summary>
    protected abstract TForm Copy(Entry before);

    /// <summary>A superior or a unit above; null where this kind has none.</summary>
    protected virtual int? ParentOf(TForm form) => null;

    protected virtual FieldRefusal? Circle => null;

    protected IReadOnlyDictionary<string, Entry> Known => _known;

    protected void Know(IEnumerable<Entry> entries)
    {
        _known.Clear();
        foreach (var entry in entries)
        {
            _known.TryAdd(entry.Key, entry);
        }
    }

    public override string? ColumnOf(string head)
    {
        var wanted = Plain(head);
        return wanted.Length == 0 ? null : Columns.FirstOrDefault(c => c.Names.Prepend(c.Head).Any(n => Plain(n) == wanted))?.Head;
    }

    public override string? HeadOf(string field) => Columns.FirstOrDefault(c => c.Field == field)?.Head;

    public override IEnumerable<string?[]> Export() =>
        _known.Values.Select(e => Columns.Where(c => !c.IsPart).Select(c => c.Write(e.Form)).ToArray());

    public override async Task<IReadOnlyList<JudgedRow>> JudgeAsync(
        string[] columns, IReadOnlyList<SheetRow> rows, CancellationToken cancel)
    {
        var drafts = rows.Select(r => new Draft(r)).ToList();
        Identify(columns, drafts);
        foreach (var draft in drafts)
        {
            await JudgeAsync(columns, draft, cancel);
        }

        Contradictions(drafts);
        var ranks = Ranks(drafts);
        return [.. drafts.Select(d => Judged(d, ranks.GetValueOrDefault(d)))];
    }

    public override Task StoreAsync(ClaimsPrincipal user, JudgedRow row)
    {
        var (form, before) = ((TForm, Entry?))row.Form!;
        return StoreAsync(user, form, before);
    }

    // Who is meant, before anything is looked up: rows may name each other.
    private void Identify(string[] columns, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            var first = new TForm();
            Fill(columns, draft.Row, first, []);
            draft.Key = KeyOf(first);
            draft.Before = draft.Key is { } key ? _known.GetValueOrDefault(key) : null;
        }

        foreach (var draft in drafts)
        {
            var form = draft.Before is { } before ? Copy(before) : new TForm();
            Fill(columns, draft.Row, form, []);
            draft.Planned = new(draft.Before?.Id ?? -draft.Row.No, draft.Key ?? $"baris {draft.Row.No}", form);
        }

        Plan([.. drafts.Select(d => d.Planned)]);
    }

    /// <summary>Takes over what the file will make of the register, so that rows can name each other.</summary>
    protected virtual void Plan(IReadOnlyList<Entry> planned)
    {
    }

    private async Task JudgeAsync(string[] columns, Draft draft, CancellationToken cancel)
    {
        draft.Form = draft.Before is { } before ? Copy(before) : new TForm();
        Fill(columns, draft.Row, draft.Form, draft.Faults);
        foreach (var failure in (await validator.ValidateAsync(draft.Form, cancel)).Errors)
        {
            Fault(draft, failure.PropertyName, failure.ErrorMessage);
        }

        foreach (var (field, sentence) in await WhyNotAsync(draft.Form, draft.Before, cancel))
        {
            Fault(draft, field, sentence);
        }
    }

    // One sentence a field, as on the page.
    private void Fault(Draft draft, string field, string sentence)
    {
        var head = HeadOf(field);
        if (head is null || draft.Faults.All(f => f.Column != head))
        {
            draft.Faults.Add(new(head, sentence));
        }
    }

    private void Fill(string[] columns, SheetRow row, TForm form, List<ImportFault> faults)
    {
        foreach (var column in Columns)
        {
            var at = Array.IndexOf(columns, column.Head);
            if (at < 0)
            {
                continue;
            }

            var text = row.Cell(at);
            var sentence = CellErrors.Is(text)
                ? $"Sel ini berisi galat Excel ({text}): rumusnya tidak menghasilkan apa-apa. Perbaiki rumusnya, atau ketik isinya."
                : column.Read(form, text);
            if (sentence is not null)
            {
                faults.Add(new(column.Head, sentence));
            }
        }
    }

    private void Contradictions(List<Draft> drafts)
    {
        foreach (var same in drafts.Where(d => d.Key is not null).GroupBy(d => d.Key).Where(g => g.Count() > 1))
        {
            var rows = same.OrderBy(d => d.Row.No).ToList();
            foreach (var draft in rows)
            {
                var others = string.Join(", ", rows.Where(d => d != draft).Select(d => d.Row.No));
                draft.Faults.Add(new(null, $"{TextOf(draft)} juga ada di baris {others}. Simpan satu baris saja "
                    + "untuknya, dan hapus yang lain."));
            }
        }

        string TextOf(Draft draft) => NamaOf(draft.Form) is { Length: > 0 } nama ? nama : "Isi baris ini";
    }

    // How far below in what the register will be; whoever stands in a circle or below somebody whose row is wrong cannot be stored.
    private Dictionary<Draft, int> Ranks(List<Draft> drafts)
    {
        var planned = drafts.GroupBy(d => d.Planned.Id).ToDictionary(g => g.Key, g => g.First());
        var stored = _known.Values.ToDictionary(e => e.Id);
        int? Above(int id) => planned.TryGetValue(id, out var d) && d.Faults.Count == 0 ? ParentOf(d.Form)
            : stored.TryGetValue(id, out var e) ? ParentOf(e.Form) : null;
        foreach (var draft in drafts.Where(d => d.Faults.Count == 0 && Circle is not null).ToList())
        {
            var seen = new HashSet<int>();
            for (var id = Above(draft.Planned.Id); id is { } up && seen.Add(up); id = Above(up))
            {
                if (up == draft.Planned.Id)
                {
                    draft.IsInCircle = true;
                }
            }
        }

        foreach (var draft in drafts.Where(d => d.IsInCircle))
        {
            Fault(draft, Circle!.Field, "Menurut berkas ini orang atau unit ini berada di bawah dirinya sendiri. Periksa kolom ini pada "
                + $"baris-baris {string.Join(", ", drafts.Where(d => d.IsInCircle).Select(d => d.Row.No).Take(10))}.");
        }

        for (var again = true; again;)
        {
            again = false;
            foreach (var draft in drafts.Where(d => d.Faults.Count == 0))
            {
                if (ParentOf(draft.Form) is < 0 and var parent && (!planned.TryGetValue(parent, out var above) || above.Faults.Count > 0))
                {
                    draft.Faults.Add(new(HeadOf(Circle!.Field), $"Yang disebut di sini baru ada di baris {-parent}, dan baris itu masih "
                        + "salah. Perbaiki baris itu dahulu."));
                    again = true;
                }
            }
        }

        return drafts.ToDictionary(d => d, d =>
        {
            var (rank, seen) = (0, new HashSet<int>());
            for (var id = Above(d.Planned.Id); id is { } up && seen.Add(up); id = Above(up))
            {
                rank++;
            }

            return rank;
        });
    }

    private JudgedRow Judged(Draft draft, int rank)
    {
        var before = draft.Before?.Form;
        var changes = Columns.Where(c => !c.IsPart).Select(c => new ImportChange(
                c.Head, before is null ? null : c.Write(before), c.Write(draft.Form)))
            .Where(c => (c.From ?? "") != (c.To ?? "")).ToList();
        var verdict = draft.Faults.Count > 0 ? ImportVerdict.Wrong
            : before is null ? ImportVerdict.New
            : changes.Count > 0 ? ImportVerdict.Changed : ImportVerdict.Equal;
        return new(draft.Row, NamaOf(draft.Form), rank, verdict, draft.Faults, before is null ? [] : changes)
        {
            Form = (draft.Form, draft.Before),
        };
    }

    private static string Plain(string head) =>
        string.Concat(head.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    /// <summary>A record of the register, or a row that will be one.</summary>
    /// <param name="Id">Its key; below zero for a row of the file that is not stored yet.</param>
    protected internal sealed record Entry(int Id, string Key, TForm Form);

    private sealed class Draft(SheetRow row)
    {
        public SheetRow Row => row;

        public string? Key { get; set; }

        public Entry? Before { get; set; }

        public Entry Planned { get; set; } = null!;

        public TForm Form { get; set; } = null!;

        public List<ImportFault> Faults { get; } = [];

        public bool IsInCircle { get; set; }
    }
}
