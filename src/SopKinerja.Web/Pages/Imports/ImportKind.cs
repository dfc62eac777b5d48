using System.Security.Claims;
using FluentValidation;
using SopKinerja.Web.Addresses;
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

    /// <summary>Whether its rows come from a sheet; otherwise from a page on which they were chosen.</summary>
    public virtual bool IsOfSheet => true;

    /// <summary>The head of its pages.</summary>
    public virtual string Judul => $"Impor {Nama}";

    public virtual RunVerbs Verbs => RunVerbs.OfSheets;

    /// <summary>Where it begins.</summary>
    public virtual string Back => Links.Imports.New(Slug);

    /// <summary>Where one goes on once it is done.</summary>
    public virtual (string Words, string Url) After => ("Ke halaman depan", Links.Home);

    /// <summary>Who may use it: an office, or <see cref="Role.Asn"/> for everybody who works in the dinas.</summary>
    public abstract IReadOnlyList<Role> By { get; }

    /// <summary>Whether all who may use it see each other's runs and go on with them; otherwise a run is its maker's alone.</summary>
    public virtual bool IsShared => false;

    /// <summary>Under which the meanings of heads that somebody says are kept: whoever shares no runs shares no meanings either.</summary>
    public string HeadsOf(int account) => IsShared ? Slug : $"{Slug}/{account}";

    /// <summary>The regulation whose periods its rows name; null where they name none.</summary>
    public virtual string? Method => null;

    /// <summary>The heads of the export, which is the template.</summary>
    public abstract IReadOnlyList<string> Heads { get; }

    /// <summary>All that a column of a file can mean: the heads, and the parts of them that other lists have.</summary>
    public abstract IReadOnlyList<string> Meanings { get; }

    /// <summary>The heads that none of these columns fills.</summary>
    public abstract IEnumerable<string> Missing(string[] columns);

    /// <summary>Sentences for what the database refuses.</summary>
    public abstract IReadOnlyList<FieldRefusal> Guards { get; }

    /// <summary>The head of the column that a head in a file means; null for one that is not known.</summary>
    public abstract string? ColumnOf(string head);

    /// <summary>Reads the register as it is now, as far as it is the actor's.</summary>
    public abstract Task LoadAsync(ImportScope scope, CancellationToken cancel);

    /// <summary>What there is already, under <see cref="Heads"/>; null where the actor may not see it.</summary>
    public abstract Task<IReadOnlyList<string?[]>?> ExportAsync(CancellationToken cancel);

    /// <summary>Writes into the rows of a file what it leaves to the page, so that it is the same whenever they are judged.</summary>
    public virtual HeadRow Complete(HeadRow file) => file;

    public bool MayUse(Actor actor) => By.Any(role => role == Role.Asn ? actor.PegawaiId is not null : actor.Holds(role));

    public Refusal? WhyNot(Actor actor) => MayUse(actor) ? null
        : new(RefusalKind.Forbidden, $"{Judul} hanya untuk {string.Join(" dan ", By.Select(r => r.Nama()))}.");

    /// <summary>Judges rows together: each may name another.</summary>
    public abstract Task<IReadOnlyList<JudgedRow>> JudgeAsync(string[] columns, IReadOnlyList<SheetRow> rows, CancellationToken cancel);

    /// <summary>Does what the rows of one record ask, as its page does; within the transaction of the caller.</summary>
    /// <param name="row">The first of them.</param>
    public abstract Task StoreAsync(ClaimsPrincipal user, JudgedRow row);

    /// <summary>The column of a property of the form; null where no column fills it.</summary>
    public abstract string? HeadOf(string field);

    /// <summary>A head as heads are compared: signs, blanks and small letters do not tell them apart.</summary>
    public static string Plain(string head) => string.Concat(head.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}

/// <summary>For whom and for what a sheet is read or written.</summary>
/// <param name="Period">The period that is meant where a row names none; null for the one that holds today.</param>
/// <param name="Only">The plan or the dossier of which the sheet is asked; null for all.</param>
public sealed record ImportScope(Actor Actor, int? Period = null, long? Only = null);

/// <param name="Key">What tells the record from all others, the same for each of its rows; null where it cannot be read.</param>
/// <param name="Nama">Of whom or what the row tells, for the list.</param>
/// <param name="Changes">What a new record will hold, or what changes in one that is there.</param>
public sealed record JudgedRow(
    SheetRow Row, string? Key, string Nama, int Rank, ImportVerdict Verdict, IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<ImportChange> Changes)
{
    /// <summary>The form as it would be sent, with the record that it changes.</summary>
    internal object? Form { get; init; }
}

/// <summary>A kind of the register: a row is a record, rows may name each other, and any administrator goes on with what another
/// began.</summary>
public abstract class ImportKind<TForm>(IValidator<TForm> validator) : ColumnKind<TForm>
    where TForm : class, new()
{
    private readonly Dictionary<string, Entry> _known = [];
    private Dictionary<int, Entry> _byId = [];

    public override IReadOnlyList<Role> By => [Role.Administrator];

    public override bool IsShared => true;

    /// <summary>What tells one record from all others; null while it cannot be read.</summary>
    protected abstract string? KeyOf(TForm form);

    protected abstract string NamaOf(TForm form);

    /// <summary>What the page asks beside its validator, with the field.</summary>
    protected abstract IEnumerable<(string Field, string Sentence)> WhyNot(TForm form, Entry? before);

    protected abstract Task StoreAsync(ClaimsPrincipal user, TForm form, Entry? before);

    /// <summary>A form of its own with what the register holds.</summary>
    protected abstract TForm Copy(Entry before);

    /// <summary>A superior or a unit above; null where this kind has none.</summary>
    protected virtual int? ParentOf(TForm form) => null;

    /// <summary>Whoever comes later among those of one depth.</summary>
    protected virtual int RankOf(TForm form) => 0;

    protected virtual FieldRefusal? Circle => null;

    /// <summary>Why nothing is made of a new record, at its field; null where it is made.</summary>
    protected virtual (string Field, string Sentence)? WhyLeft(TForm form) => null;

    /// <summary>What else no two new records may share, beside the key.</summary>
    protected virtual (string Field, string? Value)? Unique(TForm form) => null;

    protected void Know(IEnumerable<Entry> entries)
    {
        _known.Clear();
        foreach (var entry in entries)
        {
            _known.TryAdd(entry.Key, entry);
        }

        _byId = _known.Values.ToDictionary(e => e.Id);
    }

    public sealed override Task LoadAsync(ImportScope scope, CancellationToken cancel) => LoadAsync(cancel);

    protected abstract Task LoadAsync(CancellationToken cancel);

    public override Task<IReadOnlyList<string?[]>?> ExportAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string?[]>?>([.. _known.Values.Select(e => Cells(e.Form))]);

    public override async Task<IReadOnlyList<JudgedRow>> JudgeAsync(
        string[] columns, IReadOnlyList<SheetRow> rows, CancellationToken cancel)
    {
        var read = ReadFrom(columns);
        var drafts = rows.Select(r => new Draft(r)).ToList();
        Identify(read, drafts);
        await PrepareAsync([.. drafts.Select(d => (d.Planned.Form, d.Before))], cancel);
        foreach (var draft in drafts)
        {
            await JudgeAsync(read, draft, cancel);
        }

        Contradictions(drafts);
        var above = Above(drafts);
        if (Circle is not null)
        {
            Circles(drafts, above);
            BelowWrongOnes(drafts);
        }

        var depths = new Dictionary<int, int>();
        return [.. drafts.Select(d => Judged(d, Depth(d.Planned.Id, above, depths) + RankOf(d.Form)))];
    }

    public override Task StoreAsync(ClaimsPrincipal user, JudgedRow row)
    {
        var (form, before) = ((TForm, Entry?))row.Form!;
        return StoreAsync(user, form, before);
    }

    // Who is meant, before anything is looked up: rows may name each other.
    private void Identify(IReadOnlyList<(ImportColumn<TForm> Column, int At)> read, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            var first = new TForm();
            Fill(read, draft.Row, first, []);
            draft.Key = KeyOf(first);
            draft.Before = draft.Key is { } key ? _known.GetValueOrDefault(key) : null;
            var form = first;
            if (draft.Before is { } before)
            {
                form = Copy(before);
                Fill(read, draft.Row, form, []);
            }

            draft.Planned = new(draft.Before?.Id ?? -draft.Row.No, draft.Key ?? $"baris {draft.Row.No}", form);
        }

        Plan([.. drafts.Select(d => d.Planned)]);
    }

    /// <summary>Takes over what the file will make of the register, so that rows can name each other.</summary>
    protected virtual void Plan(IReadOnlyList<Entry> planned)
    {
    }

    /// <summary>Asks once for all rows what the database knows about them.</summary>
    protected virtual Task PrepareAsync(IReadOnlyList<(TForm Form, Entry? Before)> rows, CancellationToken cancel) => Task.CompletedTask;

    private async Task JudgeAsync(IReadOnlyList<(ImportColumn<TForm> Column, int At)> read, Draft draft, CancellationToken cancel)
    {
        draft.Form = draft.Before is { } before ? Copy(before) : new TForm();
        Fill(read, draft.Row, draft.Form, draft.Faults);
        foreach (var failure in (await validator.ValidateAsync(draft.Form, cancel)).Errors)
        {
            Fault(draft.Faults, failure.PropertyName, failure.ErrorMessage);
        }

        foreach (var (field, sentence) in WhyNot(draft.Form, draft.Before))
        {
            Fault(draft.Faults, field, sentence);
        }
    }

    private void Contradictions(List<Draft> drafts)
    {
        foreach (var same in drafts.Where(d => d.Key is not null).GroupBy(d => d.Key).Where(g => g.Count() > 1))
        {
            var rows = same.OrderBy(d => d.Row.No).ToList();
            foreach (var draft in rows)
            {
                draft.Faults.Add(new(null, $"{TextOf(draft)} juga ada di baris {Others(rows, draft)}. Simpan satu baris saja "
                    + "untuknya, dan hapus yang lain."));
            }
        }

        foreach (var same in drafts.Where(d => d.Before is null && Unique(d.Form) is { Value: not null })
            .GroupBy(d => Unique(d.Form)!.Value).Where(g => g.Count() > 1))
        {
            var rows = same.OrderBy(d => d.Row.No).ToList();
            foreach (var draft in rows)
            {
                Fault(draft.Faults, same.Key.Field, $"“{same.Key.Value}” juga ditulis di baris {Others(rows, draft)}. Tulis yang "
                    + "berlainan.");
            }
        }

        string TextOf(Draft draft) => NamaOf(draft.Form) is { Length: > 0 } nama ? nama : "Isi baris ini";
        string Others(List<Draft> rows, Draft draft) => Numbers(rows.Where(d => d != draft));
    }

    private static string Numbers(IEnumerable<Draft> drafts) => string.Join(", ", drafts.Select(d => d.Row.No).Take(10));

    // Who stands above whom in what the register will be.
    private Func<int, int?> Above(List<Draft> drafts)
    {
        var planned = drafts.GroupBy(d => d.Planned.Id).ToDictionary(g => g.Key, g => g.First());
        return id => planned.TryGetValue(id, out var d) && d.Faults.Count == 0 ? ParentOf(d.Form)
            : _byId.TryGetValue(id, out var e) ? ParentOf(e.Form) : null;
    }

    // Every record is gone through once, however long the chains are.
    private void Circles(List<Draft> drafts, Func<int, int?> above)
    {
        var (walkOf, circleOf) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        foreach (var (walk, draft) in drafts.Where(d => d.Faults.Count == 0).Index())
        {
            var path = new List<int>();
            int? id = draft.Planned.Id;
            for (; id is { } up && walkOf.TryAdd(up, walk); id = above(up))
            {
                path.Add(up);
            }

            if (id is { } met && walkOf[met] == walk)
            {
                foreach (var one in path.SkipWhile(p => p != met))
                {
                    circleOf[one] = walk;
                }
            }
        }

        foreach (var circle in drafts.Where(d => d.Faults.Count == 0 && circleOf.ContainsKey(d.Planned.Id))
            .GroupBy(d => circleOf[d.Planned.Id]).Select(g => g.ToList()).ToList())
        {
            foreach (var draft in circle)
            {
                Fault(draft.Faults, Circle!.Field, "Menurut berkas ini orang atau unit ini berada di bawah dirinya sendiri. Periksa kolom "
                    + $"ini pada {(circle.Count == 1 ? "baris" : "baris-baris")} {Numbers(circle)}.");
            }
        }
    }

    // Whoever stands below a row that cannot be stored cannot be stored either.
    private void BelowWrongOnes(List<Draft> drafts)
    {
        var below = drafts.Where(d => d.Faults.Count == 0 && ParentOf(d.Form) is < 0).ToLookup(d => ParentOf(d.Form)!.Value);
        var wrong = new Queue<Draft>(drafts.Where(d => d.Faults.Count > 0 && d.Before is null));
        while (wrong.TryDequeue(out var draft))
        {
            foreach (var one in below[draft.Planned.Id].Where(d => d.Faults.Count == 0))
            {
                one.Faults.Add(new(HeadOf(Circle!.Field), $"Yang disebut di sini baru ada di baris {draft.Row.No}, dan baris itu masih "
                    + "salah. Perbaiki baris itu dahulu."));
                if (one.Before is null)
                {
                    wrong.Enqueue(one);
                }
            }
        }
    }

    private static int Depth(int id, Func<int, int?> above, Dictionary<int, int> depths)
    {
        var (path, seen) = (new Stack<int>(), new HashSet<int>());
        int? at = id;
        for (; at is { } up && !depths.ContainsKey(up) && seen.Add(up); at = above(up))
        {
            path.Push(up);
        }

        var depth = at is { } found ? depths.GetValueOrDefault(found) : -1;
        while (path.TryPop(out var one))
        {
            depths[one] = ++depth;
        }

        return depths[id];
    }

    private JudgedRow Judged(Draft draft, int rank)
    {
        var before = draft.Before?.Form;
        var left = draft.Faults.Count == 0 && before is null ? WhyLeft(draft.Form) : null;
        if (left is { } why)
        {
            draft.Faults.Add(new(HeadOf(why.Field), why.Sentence));
            return new(draft.Row, draft.Key, NamaOf(draft.Form), rank, ImportVerdict.Equal, draft.Faults, []);
        }

        var changes = Changes(before, draft.Form).ToList();
        var verdict = draft.Faults.Count > 0 ? ImportVerdict.Wrong
            : before is null ? ImportVerdict.New
            : changes.Count > 0 ? ImportVerdict.Changed : ImportVerdict.Equal;
        return new(
            draft.Row, draft.Key, NamaOf(draft.Form), rank, verdict, InOrder(draft.Faults), verdict == ImportVerdict.Wrong ? [] : changes)
        {
            Form = (draft.Form, draft.Before),
        };
    }

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
    }
}
