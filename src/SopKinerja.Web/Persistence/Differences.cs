namespace SopKinerja.Web.Persistence;

public sealed class Differences
{
    private readonly List<string> _parts = [];

    /// <summary>"mengubah jabatan dari “A” menjadi “B”; unit kerja dari … menjadi ….", or null when nothing differs.</summary>
    public string? Sentence => _parts.Count == 0 ? null : $"mengubah {string.Join("; ", _parts)}.";

    /// <summary>Takes down one value, unless it stayed as it was.</summary>
    public Differences Of(string what, string? before, string? after)
    {
        if (before != after)
        {
            _parts.Add($"{what} dari {Shown(before)} menjadi {Shown(after)}");
        }

        return this;
    }

    private static string Shown(string? value) => value is null ? "(kosong)" : $"“{value}”";
}
