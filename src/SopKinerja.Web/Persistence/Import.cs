using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>A spreadsheet on its way into the register (docs/decisions/0052).</summary>
public sealed class Import
{
    /// <summary>How long a run and its rows are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public int Id { get; private init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who handed it in.</summary>
    public required int AccountId { get; init; }

    /// <summary>Who had it stored, in whose name and with whose rights that is done; null until then.</summary>
    public int? StoredBy { get; init; }

    public required string FileNama { get; init; }

    public ImportState State { get; set; }

    /// <summary>As they stand in the file.</summary>
    public required string[] Heads { get; init; }

    /// <summary>For each head of the file the column that it was taken for; empty for one that is not read.</summary>
    public required string[] Columns { get; init; }

    public required string[] Notes { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public List<ImportRow> Rows { get; init; } = [];
}

public sealed class ImportRow
{
    public int ImportId { get; private init; }

    /// <summary>As the spreadsheet numbers it.</summary>
    public required int No { get; init; }

    /// <summary>How far below: whoever is above is stored first.</summary>
    public required int Rank { get; init; }

    public required string Nama { get; init; }

    /// <summary>What tells the record from all others of its kind; null where it cannot be read.</summary>
    public string? Key { get; init; }

    public required string[] Cells { get; init; }

    public required ImportVerdict Verdict { get; set; }

    public bool IsStored { get; set; }

    public required IReadOnlyList<ImportFault> Faults { get; set; }

    public required IReadOnlyList<ImportChange> Changes { get; set; }
}

/// <summary>What a head means where somebody has said so; kept for the next file of its kind.</summary>
public sealed class ImportHead
{
    public required string Kind { get; init; }

    /// <summary>As heads are compared.</summary>
    public required string Head { get; init; }

    /// <summary>The head of a column; empty for one that is not read.</summary>
    public required string Meaning { get; set; }
}

/// <param name="Column">By the head that the program gives it; null for the whole row.</param>
public sealed record ImportFault(string? Column, string Sentence);

public sealed record ImportChange(string Column, string? From, string? To);

public enum ImportState
{
    Judged,
    Storing,
    Cancelled,
    Done,
}

public enum ImportVerdict
{
    New,
    Changed,
    Equal,
    Wrong,
}

public sealed record ImportedRow(DateTimeOffset At, string FileNama, string[] Heads, int No, string[] Cells, bool IsStored);

public static class ImportQueries
{
    /// <summary>Good rows that are not in the register yet, whoever is above first.</summary>
    public static IQueryable<ImportRow> Waiting(this IQueryable<ImportRow> rows, int import) => rows
        .Where(r => r.ImportId == import && !r.IsStored && (r.Verdict == ImportVerdict.New || r.Verdict == ImportVerdict.Changed))
        .OrderBy(r => r.Rank).ThenBy(r => r.No);

    /// <summary>The rows that are not in the register, with those of their records that change nothing: a record without one of its rows
    /// would lose it.</summary>
    public static IQueryable<ImportRow> LeftOut(this SopDbContext db, int import) => db.ImportRows
        .Where(r => r.ImportId == import && !r.IsStored
            && (r.Verdict != ImportVerdict.Equal || db.KeysLeftOut(import).Contains(r.Key ?? "")));

    /// <summary>Takes the cells off the rows of a run that has ended: what was read of them is in the register, and what was not read of
    /// them (a list of SIASN tells the religion) is nobody's business. Those that are left out keep theirs, to be mended.</summary>
    public static Task<int> ForgetStoredAsync(this SopDbContext db, int import, CancellationToken cancel = default) => db.ImportRows
        .Where(r => r.ImportId == import
            && (r.IsStored || (r.Verdict == ImportVerdict.Equal && !db.KeysLeftOut(import).Contains(r.Key ?? ""))))
        .ExecuteUpdateAsync(s => s.SetProperty(r => r.Cells, Array.Empty<string>()), cancel);

    private static IQueryable<string> KeysLeftOut(this SopDbContext db, int import) => db.ImportRows
        .Where(o => o.ImportId == import && !o.IsStored && o.Verdict != ImportVerdict.Equal).Select(o => o.Key ?? "");

    /// <summary>The rows about a person, about the person's account or of what the person does, the newest run first.</summary>
    public static IQueryable<ImportedRow> ImportRowsOf(this SopDbContext db, int pegawaiId, string? nip)
    {
        var (id, of) = ($"{pegawaiId}", $"{pegawaiId}/");
        return from row in db.ImportRows
               join run in db.Imports on row.ImportId equals run.Id
               where (run.Kind == "pegawai" && row.Key == nip) || (run.Kind == "akun" && row.Key == id)
                   || ((run.Kind.StartsWith("skp-") || run.Kind.StartsWith("realisasi-")
                       || run.Kind.StartsWith("berkas-")) && row.Key!.StartsWith(of))
               orderby run.Id descending, row.No
               select new ImportedRow(run.At, run.FileNama, run.Heads, row.No, row.Cells, row.IsStored);
    }
}

internal sealed class ImportMapping :
    IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportRow>, IEntityTypeConfiguration<ImportHead>
{
    public void Configure(EntityTypeBuilder<Import> entity)
    {
        entity.ToTable("imports");
        entity.Property(x => x.State).HasConversion<string>();
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.StoredBy);
        entity.HasMany(x => x.Rows).WithOne().HasForeignKey(x => x.ImportId);
    }

    public void Configure(EntityTypeBuilder<ImportRow> entity)
    {
        entity.ToTable("import_rows").HasKey(x => new { x.ImportId, x.No });
        entity.Property(x => x.No).ValueGeneratedNever();
        entity.Property(x => x.Verdict).HasConversion<string>();
        entity.Property(x => x.Faults).AsJson();
        entity.Property(x => x.Changes).AsJson();
    }

    public void Configure(EntityTypeBuilder<ImportHead> entity) => entity.ToTable("import_heads").HasKey(x => new { x.Kind, x.Head });
}
