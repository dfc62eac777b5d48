using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Makes a run of a file: every row judged, nothing stored in the register.</summary>
public sealed class DryRun(TimeProvider time)
{
    private const int MostHead = 200;

    private const int MostTold = 10;

    /// <summary>The run, to be added to the database; or a sentence that says why the file cannot be taken.</summary>
    /// <param name="wanted">The name of the sheet, where a file has several.</param>
    public async Task<(Import? Run, string? Refusal)> MakeAsync(
        ImportKind kind, SheetFile file, string fileNama, string? wanted, int accountId, CancellationToken cancel)
    {
        if (file.Refusal is not null)
        {
            return (null, file.Refusal);
        }

        var filled = file.Sheets.Where(s => !s.IsEmpty).ToList();
        var (sheet, refusal) = Choose(kind, filled, wanted);
        if (sheet is null || HeadRow.Find(sheet, kind.ColumnOf) is not { } heads)
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

        await kind.LoadAsync(cancel);
        var rows = await kind.JudgeAsync(heads.Columns, heads.Rows, cancel);
        return (new()
        {
            Kind = kind.Slug, At = time.GetUtcNow(), AccountId = accountId, FileNama = fileNama,
            Heads = [.. heads.Heads.Select(h => h.Length > MostHead ? h[..MostHead] : h)], Columns = heads.Columns,
            Notes = [.. Notes(kind, heads, sheet, filled)],
            Rows = [.. rows.Select(r => new ImportRow
            {
                No = r.Row.No, Rank = r.Rank, Nama = r.Nama, Cells = [.. r.Row.Cells], Verdict = r.Verdict, Faults = r.Faults,
                Changes = r.Changes,
            })],
        }, null);
    }

    private static (Sheet? Sheet, string? Refusal) Choose(ImportKind kind, List<Sheet> filled, string? wanted)
    {
        var names = string.Join(", ", filled.Select(s => $"“{s.Nama}”"));
        if (wanted.Trimmed() is { } nama)
        {
            return filled.Find(s => s.Nama.Equals(nama, StringComparison.OrdinalIgnoreCase)) is { } named
                ? (named, null) : (null, $"Tidak ada lembar “{nama}” yang berisi. Lembar dalam berkas ini: {names}.");
        }

        var known = filled.Where(s => HeadRow.Find(s, kind.ColumnOf) is not null).ToList();
        return filled.Count == 0 ? (null, "Berkas ini tidak berisi data.")
            : known.Count > 1 ? (null, $"Berkas ini mempunyai beberapa lembar yang berisi: {names}. Tulis nama lembar yang akan dibaca.")
            : (known.FirstOrDefault() ?? filled[0], null);
    }

    private static IEnumerable<string> Notes(ImportKind kind, HeadRow heads, Sheet sheet, List<Sheet> filled)
    {
        var unread = heads.Heads.Zip(heads.Columns).Where(h => h.Second.Length == 0 && h.First.Length > 0)
            .Select(h => $"“{h.First}”").ToList();
        if (unread.Count > 0)
        {
            yield return $"Kolom yang tidak dibaca: {string.Join(", ", unread)}.";
        }

        if (kind.Heads.Except(heads.Columns).ToList() is { Count: > 0 } missing)
        {
            yield return $"Kolom yang tidak ada dalam berkas, jadi tidak diubah: {string.Join(", ", missing)}.";
        }

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
