using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

public static class RunWords
{
    public static string Of(ImportState state) => state switch
    {
        ImportState.Judged => "Baru diperiksa",
        ImportState.Storing => "Sedang disimpan",
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

    /// <summary>"C (NAMA)": where in the file the column stands.</summary>
    public static string Place(Import run, string? column)
    {
        var at = column is null ? -1 : Array.IndexOf(run.Columns, column);
        return at < 0 ? column ?? "Seluruh baris" : $"{Letters(at)} ({run.Heads[at]})";
    }

    private static string Letters(int at) => at < 26 ? $"{(char)('A' + at)}" : $"{Letters((at / 26) - 1)}{(char)('A' + (at % 26))}";
}
