using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

public static class RunWords
{
    public const string Unknown = "Kepala kolom dalam berkas ini belum dikenali. Pilih arti tiap kolom di bawah, lalu periksa lagi.";

    public static string Of(ImportState state, RunVerbs verbs) => state switch
    {
        ImportState.Judged => "Baru diperiksa",
        ImportState.Storing => $"Sedang {verbs.Passive}",
        ImportState.Cancelled => "Dibatalkan",
        ImportState.Done => "Selesai",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(ImportVerdict verdict) => verdict switch
    {
        ImportVerdict.New => "Baru",
        ImportVerdict.Changed => "Berubah",
        ImportVerdict.Equal => "Sama",
        ImportVerdict.Wrong => "Salah",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>What is left out, for the columns of the file and for those of the kind.</summary>
    public static IEnumerable<string> Unread(Import run, ImportKind kind)
    {
        var unread = run.Heads.Zip(run.Columns).Where(h => h.Second.Length == 0 && h.First.Length > 0).Select(h => $"“{h.First}”").ToList();
        if (unread.Count > 0)
        {
            yield return $"Kolom yang tidak dibaca: {string.Join(", ", unread)}.";
        }

        if (kind.Missing(run.Columns).ToList() is { Count: > 0 } missing)
        {
            yield return $"Kolom yang tidak ada dalam berkas, jadi tidak diubah: {string.Join(", ", missing)}.";
        }
    }

    /// <summary>"C (NAMA)": where in the file the column stands.</summary>
    public static string Place(Import run, string? column)
    {
        var at = column is null ? -1 : Array.IndexOf(run.Columns, column);
        return at < 0 ? column ?? "Seluruh baris" : $"{CellNames.Column(at)} ({run.Heads[at]})";
    }

    /// <summary>"Kolom C: NAMA".</summary>
    public static string Column(Import run, int at) =>
        $"Kolom {CellNames.Column(at)}: {(run.Heads[at].Length > 0 ? run.Heads[at] : "tanpa kepala")}";

    /// <summary>What stands in the column, for whoever must say what it means.</summary>
    public static string? Example(string[] cells, int at)
    {
        const int Most = 60;
        return at >= cells.Length || cells[at].Length == 0 ? null
            : $"Misalnya: {(cells[at].Length > Most ? $"{cells[at][..Most]}…" : cells[at])}";
    }
}
