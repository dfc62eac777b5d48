using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>A kind of which a record takes several rows: those of one person and period are judged, told and stored together or not at
/// all. A person may import what he may write by hand.</summary>
internal abstract class RecordKind<TLine, TSubject>(SopDbContext db) : ColumnKind<TLine>
    where TLine : RecordLine, new()
    where TSubject : class, IRecordSubject
{
    protected const string NipHead = "NIP";

    protected const string PeriodeHead = "Periode";

    private People _people = new([]);
    private int? _onlyPerson;
    private IReadOnlyList<ImportColumn<TLine>>? _columns;

    protected ImportScope Scope { get; private set; } = null!;

    protected SopDbContext Db => db;

    protected override IReadOnlyList<ImportColumn<TLine>> Columns => _columns ??=
    [
        new(NipHead, nameof(RecordLine.PegawaiId), l => l.Nip, ReadPerson)
            { Names = ["NIP BARU", "NIP/NI PPPK", "NIP atau NI PPPK", "NI PPPK", "NIP pegawai"], IsRemark = true },
        ImportColumn.Text<TLine>("Nama", nameof(RecordLine.Nama), l => l.Nama, (l, t) => l.Nama = t)
            with { Names = ["Nama pegawai", "Nama lengkap"], IsRemark = true },
        ImportColumn.Text<TLine>(PeriodeHead, nameof(RecordLine.Periode), l => l.Periode, (l, t) => l.Periode = t)
            with { Names = ["Nama periode", "Periode penilaian", "Tahun"], IsRemark = true },
        .. OwnColumns,
    ];

    protected abstract IReadOnlyList<ImportColumn<TLine>> OwnColumns { get; }

    /// <summary>"kegiatan", "indikator": what one row holds.</summary>
    protected abstract string NamaBaris { get; }

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancel)
    {
        Scope = scope;
        // Who holds no office that may do it for others is told of nobody else.
        _onlyPerson = By.Any(scope.Actor.Holds) ? null : scope.Actor.PegawaiId ?? 0;
        _people = new(await db.Pegawai.Where(p => _onlyPerson == null || p.Id == _onlyPerson).OrderBy(p => p.Id)
            .Select(p => new People.One(p.Id, p.Nip, p.Nama, p.Jabatan, p.IsActive)).ToListAsync(cancel));
    }

    /// <summary>What the actor may write, or what only is asked for; null where he may not see that.</summary>
    protected abstract Task<IReadOnlyList<TSubject>?> AllAsync(CancellationToken cancel);

    /// <summary>For each person and period that a file names what is written there; asked once for all.</summary>
    protected abstract Task<IReadOnlyList<Found<TSubject>>> FindAsync(
        IReadOnlyList<(int PegawaiId, string? Periode)> asked, CancellationToken cancel);

    /// <summary>What there is already, a row for each place, in the order in which <see cref="Arrange"/> puts those of a file.</summary>
    protected abstract IReadOnlyList<TLine> LinesOf(TSubject subject);

    /// <summary>By what a row of a file is known as one that is there already.</summary>
    protected abstract string? TextOf(TLine line);

    /// <summary>The rows in the order of the page's form, each place written where the form writes it; what cannot be is their
    /// fault.</summary>
    protected virtual List<Row> Arrange(TSubject subject, List<Row> rows, IReadOnlySet<string> read) => rows;

    /// <summary>The place of a row in the page's form, at which it takes the place of what is there.</summary>
    protected virtual object PlaceOf(TLine line, int index) => index;

    /// <summary>Whether what the sheet has no row for goes; otherwise it stays as it is.</summary>
    protected virtual bool IsTakenOut(TLine line) => true;

    /// <summary>What the page's own validator and questions say, at the row and the column of each.</summary>
    protected abstract Task<IReadOnlyList<(int Row, string Field, string Sentence)>> FaultsAsync(
        TSubject subject, IReadOnlyList<TLine> lines, CancellationToken cancel);

    protected abstract Task StoreAsync(Actor actor, TSubject subject, IReadOnlyList<TLine> lines);

    public override async Task<IReadOnlyList<string?[]>?> ExportAsync(CancellationToken cancel) =>
        await AllAsync(cancel) is { } all ? [.. all.SelectMany(Exported)] : null;

    public override async Task<IReadOnlyList<JudgedRow>> JudgeAsync(
        string[] columns, IReadOnlyList<SheetRow> rows, CancellationToken cancel)
    {
        var read = ReadFrom(columns);
        var records = Gather(read, rows);
        var named = records.Where(r => r.PegawaiId is not null).ToList();
        foreach (var (record, found) in named.Zip(
            await FindAsync([.. named.Select(r => (r.PegawaiId!.Value, r.Periode))], cancel)))
        {
            record.Found = found;
        }

        // Two names of one period are one.
        foreach (var same in named.Where(r => r.Found!.Subject is not null).GroupBy(r => r.Found!.Subject!.Key).Where(g => g.Count() > 1))
        {
            same.First().Rows.AddRange(same.Skip(1).SelectMany(r => r.Rows).ToList());
            records.RemoveAll(r => same.Skip(1).Contains(r));
        }

        var judged = new List<JudgedRow>();
        foreach (var record in records)
        {
            judged.AddRange(await JudgeAsync(read, record, cancel));
        }

        return [.. judged.OrderBy(r => r.Row.No)];
    }

    public override Task StoreAsync(ClaimsPrincipal user, JudgedRow row)
    {
        var (subject, lines) = ((TSubject, IReadOnlyList<TLine>))row.Form!;
        return StoreAsync(user.Actor(), subject, lines);
    }

    // Cells that were merged over the rows of a record stand in the first only.
    private List<Record> Gather(IReadOnlyList<(ImportColumn<TLine> Column, int At)> read, IReadOnlyList<SheetRow> rows)
    {
        var records = new List<Record>();
        var byWhom = new Dictionary<(int, string), Record>();
        Record? above = null;
        foreach (var row in rows)
        {
            var line = new TLine();
            Fill(read, row, line, []);
            var isBelow = above is not null && line.NamesNobody;
            var person = isBelow ? above!.PegawaiId : line.PegawaiId ?? (line.Nip is null ? _onlyPerson : null);
            var periode = line.Periode ?? (isBelow ? above!.Periode : null);
            var record = person is { } known ? byWhom.GetValueOrDefault((known, Plain(periode ?? ""))) : isBelow ? above : null;
            if (record is null)
            {
                records.Add(record = new(person, periode));
            }

            if (person is { } whom)
            {
                byWhom[(whom, Plain(periode ?? ""))] = record;
            }

            record.Rows.Add(new(row) { Line = line });
            above = record;
        }

        return records;
    }

    private async Task<IEnumerable<JudgedRow>> JudgeAsync(
        IReadOnlyList<(ImportColumn<TLine> Column, int At)> read, Record record, CancellationToken cancel)
    {
        var subject = record.Found?.Subject;
        var before = subject is null ? [] : LinesOf(subject);
        Read(read, record, before);
        var rows = record.Rows;
        if (record.PegawaiId is null && rows[0].Line.NamesNobody)
        {
            Fault(rows[0].Faults, nameof(RecordLine.PegawaiId), "NIP belum diisi. Tulis 18 angkanya di baris pertama setiap pegawai.");
        }

        if (record.Found?.Sentence is { } why)
        {
            // Of the whole record, so that no row of it is there to be mended.
            rows.ForEach(r => Fault(r.Faults, record.Found.Field, why));
        }
        else if (subject is not null)
        {
            rows = record.Rows = Arrange(subject, rows, read.Select(c => c.Column.Head).ToHashSet());
            OfRecord(read, rows, before);
            foreach (var (at, field, sentence) in await FaultsAsync(subject, [.. rows.Select(r => r.Line)], cancel))
            {
                Fault(rows[at].Faults, field, sentence);
            }
        }

        return Judged(record, before);
    }

    private void Read(IReadOnlyList<(ImportColumn<TLine> Column, int At)> read, Record record, IReadOnlyList<TLine> before)
    {
        var absent = Columns.Where(c => c is { IsPart: false, IsRemark: false, IsOfRecord: false } && !read.Any(r => r.Column == c))
            .ToList();
        var ofRows = read.Where(c => !c.Column.IsOfRecord).ToList();
        var spare = before.ToList();
        foreach (var row in record.Rows)
        {
            var same = absent.Count == 0 || TextOf(row.Line) is not { } text ? null : spare.Find(l => TextOf(l) == text);
            row.Line = new();
            if (same is not null)
            {
                spare.Remove(same);
                absent.ForEach(c => c.Read(row.Line, c.Write(same) ?? ""));
            }

            Fill(ofRows, row.Sheet, row.Line, row.Faults);
            WhyOther(record, row);
        }
    }

    private void WhyOther(Record record, Row row)
    {
        if (row.Line.Nama is { } nama && record.PegawaiId is { } id && _people.WhyOther(id, nama) is { } sentence)
        {
            Fault(row.Faults, nameof(RecordLine.Nama), sentence);
        }
    }

    // What is asked once for all rows stands in any of them; a column that the file has not leaves what is there.
    private void OfRecord(
        IReadOnlyList<(ImportColumn<TLine> Column, int At)> read, List<Row> rows, IReadOnlyList<TLine> before)
    {
        foreach (var column in Columns.Where(c => c.IsOfRecord))
        {
            var at = read.Where(r => r.Column == column).Select(r => (int?)r.At).FirstOrDefault();
            if (at is null)
            {
                column.Read(rows[0].Line, before.Count == 0 ? "" : column.Write(before[0]) ?? "");
                continue;
            }

            var filled = rows.Where(r => r.Sheet.Cell(at.Value).Length > 0).OrderBy(r => r.Sheet.No).ToList();
            var faults = new List<ImportFault>();
            var first = filled.FirstOrDefault() ?? rows[0];
            Fill([(column, at.Value)], first.Sheet, rows[0].Line, faults);
            first.Faults.AddRange(faults);
            if (filled.Find(r => r.Sheet.Cell(at.Value) != first.Sheet.Cell(at.Value)) is { } other)
            {
                Fault(other.Faults, column.Field, $"Isi kolom ini berlaku untuk semua baris orang ini, dan di baris {first.Sheet.No} "
                    + "tertulis lain. Tulis di satu baris saja.");
            }
        }
    }

    private IEnumerable<JudgedRow> Judged(Record record, IReadOnlyList<TLine> before)
    {
        var (rows, subject) = (record.Rows, record.Found?.Subject);
        var wrong = rows.Where(r => r.Faults.Count > 0).Select(r => r.Sheet.No).Order().ToList();
        var changes = wrong.Count > 0 || subject is null ? [] : Changed(rows, before);
        var verdict = changes.Count == 0 && (wrong.Count > 0 || subject is null) ? ImportVerdict.Wrong
            : changes.All(c => c.Count == 0) ? ImportVerdict.Equal
            : subject!.IsNew ? ImportVerdict.New : ImportVerdict.Changed;
        IReadOnlyList<TLine> lines = [.. rows.Select(r => r.Line)];
        foreach (var (i, row) in rows.Index())
        {
            if (verdict == ImportVerdict.Wrong && row.Faults.Count == 0)
            {
                row.Faults.Add(new(null, $"Baris ini disimpan bersama baris lain orang ini, dan baris {string.Join(", ", wrong.Take(10))} "
                    + "masih salah. Perbaiki baris itu dahulu."));
            }

            yield return new(
                row.Sheet, subject?.Key, record.PegawaiId is { } id ? _people.Nama(id) ?? "" : row.Line.Nama ?? "", 0,
                // Of a record that changes only the rows in which something does.
                verdict == ImportVerdict.Changed && changes[i].Count == 0 ? ImportVerdict.Equal : verdict,
                InOrder(row.Faults), verdict == ImportVerdict.Wrong ? [] : changes[i])
            {
                Form = subject is null ? null : (subject, lines),
            };
        }
    }

    // For each row how it differs from what stands at its place; what is left out is told by the last.
    private List<List<ImportChange>> Changed(List<Row> rows, IReadOnlyList<TLine> before)
    {
        var places = before.Index().ToDictionary(l => PlaceOf(l.Item, l.Index), l => l.Item);
        var changes = new List<List<ImportChange>>();
        foreach (var (i, row) in rows.Index())
        {
            changes.Add([.. Changes(places.Remove(PlaceOf(row.Line, i), out var there) ? there : null, row.Line)]);
        }

        changes[^1].AddRange(places.Values.Where(l => IsTakenOut(l) && Changes(null, l).Any()).Select(l => new ImportChange(
            $"{TextRules.Capitalized(NamaBaris)} yang tidak ada lagi", TextOf(l) ?? "(tanpa uraian)", null)));
        return changes;
    }

    private IEnumerable<string?[]> Exported(TSubject subject)
    {
        IReadOnlyList<TLine> lines = LinesOf(subject) is { Count: > 0 } there ? there : [new()];
        foreach (var line in lines)
        {
            (line.Nip, line.Nama, line.Periode) = (People.CellOf(subject.Nip, subject.Nama), subject.Nama, subject.Periode);
            yield return Cells(line);
        }
    }

    private string? ReadPerson(TLine line, string text)
    {
        var (id, sentence) = _people.Find(text);
        (line.Nip, line.PegawaiId) = (text.Trimmed(), id);
        return sentence is null || _onlyPerson is null ? sentence
            : $"Anda hanya dapat mengimpor {Nama} Anda sendiri. Tulis NIP Anda, atau kosongkan kolom ini.";
    }

    protected sealed class Row(SheetRow sheet)
    {
        public SheetRow Sheet => sheet;

        public TLine Line { get; set; } = null!;

        public List<ImportFault> Faults { get; } = [];
    }

    private sealed class Record(int? pegawaiId, string? periode)
    {
        public int? PegawaiId => pegawaiId;

        public string? Periode => periode;

        public Found<TSubject>? Found { get; set; }

        public List<Row> Rows { get; set; } = [];
    }
}
