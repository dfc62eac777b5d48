using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Makes a run of a file: every row judged, nothing stored in the register.</summary>
public sealed class DryRun(SopDbContext db, TimeProvider time)
{
    private const int MostHead = 200;

    private const int MostTold = 10;

    /// <summary>The run, to be added to the database; or a sentence that says why the file cannot be taken.</summary>
    /// <param name="wanted">The name of the sheet, where a file has several.</param>
    public async Task<(Import? Run, string? Refusal)> MakeAsync(
        ImportKind kind, SheetFile file, string fileNama, string? wanted, ClaimsPrincipal user, int? period, CancellationToken cancel)
    {
        if (file.Refusal is not null)
        {
            return (null, file.Refusal);
        }

        var known = await KnownAsync(kind, user.AccountId(), cancel);
        var filled = file.Sheets.Where(s => !s.IsEmpty).ToList();
        var (sheet, refusal) = Choose(known, filled, wanted);
        if (sheet is null || (HeadRow.Find(sheet, known) ?? HeadRow.Guess(sheet, known)) is not { } heads)
        {
            return (null, refusal ?? $"Kepala kolom tidak ditemukan. Satu dari dua puluh baris pertama harus berisi nama kolom, misalnya: "
                + $"{string.Join(", ", kind.Heads.Take(6))}.");
        }

        if (heads.Twice.FirstOrDefault() is { } twice)
        {
            var same = heads.Heads.Zip(heads.Columns).Where(h => h.Second == twice).Select(h => $"“{h.First}”");
            return (null, $"Kolom {string.Join(" dan ", same)} sama-sama berarti {twice}. Hapus salah satunya, atau ganti kepalanya.");
        }

        if (heads.Rows.Count == 0)
        {
            return (null, "Di bawah kepala kolom tidak ada baris yang berisi.");
        }

        await kind.LoadAsync(new(user.Actor(), period), cancel);
        heads = kind.Complete(heads);
        return (await JudgedAsync(
            kind, new()
            {
                Kind = kind.Slug,
                At = time.GetUtcNow(),
                AccountId = user.AccountId(),
                FileNama = fileNama,
                Heads = [.. heads.Heads.Select(Short)],
                Columns = heads.Columns,
                Notes = [.. Notes(heads, sheet, filled)],
            }, heads.Rows, cancel), null);
    }

    /// <summary>A run of what was chosen on a page, to be added to the database.</summary>
    public async Task<Import> MakeAsync(
        ImportKind kind, string nama, IReadOnlyList<ChosenRow> chosen, ClaimsPrincipal user, CancellationToken cancel)
    {
        await kind.LoadAsync(new(user.Actor()), cancel);
        return await JudgedAsync(
            kind, new()
            {
                Kind = kind.Slug,
                At = time.GetUtcNow(),
                AccountId = user.AccountId(),
                FileNama = nama,
                Heads = [.. kind.Heads],
                Columns = [.. kind.Heads],
                Notes = [],
            }, [.. chosen.Select((c, i) => new SheetRow(i + 1, false, [c.Key, c.Nama, c.Unit ?? ""]))], cancel);
    }

    /// <summary>A run of the same rows whose columns mean something else.</summary>
    public async Task<Import> MakeAgainAsync(ImportKind kind, Import run, string[] columns, ClaimsPrincipal user, CancellationToken cancel)
    {
        await kind.LoadAsync(new(user.Actor()), cancel);
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == run.Id).OrderBy(r => r.No)
            .Select(r => new { r.No, r.Cells }).ToListAsync(cancel);
        return await JudgedAsync(
            kind, new()
            {
                Kind = run.Kind,
                At = time.GetUtcNow(),
                AccountId = user.AccountId(),
                FileNama = run.FileNama,
                Heads = run.Heads,
                Columns = columns,
                Notes = run.Notes,
            }, [.. rows.Select(r => new SheetRow(r.No, false, r.Cells))], cancel);
    }

    private static async Task<Import> JudgedAsync(ImportKind kind, Import run, IReadOnlyList<SheetRow> rows, CancellationToken cancel)
    {
        run.Rows.AddRange((await kind.JudgeAsync(run.Columns, rows, cancel)).Select(r => new ImportRow
        {
            No = r.Row.No,
            Rank = r.Rank,
            Nama = r.Nama,
            Key = r.Key,
            Cells = [.. r.Row.Cells],
            Verdict = r.Verdict,
            Faults = r.Faults,
            Changes = r.Changes,
        }));
        return run;
    }

    // What somebody has said of a head goes before what the program knows of it.
    private async Task<Func<string, string?>> KnownAsync(ImportKind kind, int account, CancellationToken cancel)
    {
        var of = kind.HeadsOf(account);
        var said = await db.ImportHeads.AsNoTracking().Where(h => h.Kind == of)
            .ToDictionaryAsync(h => h.Head, h => h.Meaning, cancel);
        return head => said.TryGetValue(ImportKind.Plain(head), out var meaning) && (meaning.Length == 0 || kind.Meanings.Contains(meaning))
            ? meaning.Trimmed() : kind.ColumnOf(head);
    }

    private static (Sheet? Sheet, string? Refusal) Choose(Func<string, string?> columnOf, List<Sheet> filled, string? wanted)
    {
        var names = string.Join(", ", filled.Select(s => $"“{s.Nama}”"));
        if (wanted.Trimmed() is { } nama)
        {
            return filled.Find(s => s.Nama.Equals(nama, StringComparison.OrdinalIgnoreCase)) is { } named
                ? (named, null) : (null, $"Tidak ada lembar “{nama}” yang berisi. Lembar dalam berkas ini: {names}.");
        }

        var known = filled.Where(s => HeadRow.Find(s, columnOf) is not null).ToList();
        return filled.Count == 0 ? (null, "Berkas ini tidak berisi data.")
            : known.Count > 1 ? (null, $"Berkas ini mempunyai beberapa lembar yang berisi: {names}. Tulis nama lembar yang akan dibaca.")
            : (known.FirstOrDefault() ?? filled[0], null);
    }

    // Never in the middle of a sign.
    private static string Short(string head) =>
        head.Length <= MostHead ? head : char.IsHighSurrogate(head[MostHead - 1]) ? head[..(MostHead - 1)] : head[..MostHead];

    private static IEnumerable<string> Notes(HeadRow heads, Sheet sheet, List<Sheet> filled)
    {
        if (heads.Rows.Where(r => r.IsHidden).Select(r => r.No).ToList() is { Count: > 0 } hidden)
        {
            var more = hidden.Count > MostTold ? $", dan {hidden.Count - MostTold} lagi" : "";
            yield return $"Baris tersembunyi ikut dibaca: {string.Join(", ", hidden.Take(MostTold))}{more}.";
        }

        if (filled.Where(s => s != sheet).Select(s => $"“{s.Nama}”").ToList() is { Count: > 0 } others)
        {
            yield return $"Lembar yang dibaca: “{sheet.Nama}”. Yang lain tidak dibaca: {string.Join(", ", others)}.";
        }
    }
}
