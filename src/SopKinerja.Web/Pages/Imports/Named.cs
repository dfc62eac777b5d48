namespace SopKinerja.Web.Pages.Imports;

/// <summary>A unit as a cell names it: by its code or its whole name.</summary>
internal sealed record Named(int Id, string Kode, string Nama, bool IsActive)
{
    /// <summary>The unit that is meant, or a sentence; neither for an empty cell.</summary>
    public static (int? Id, string? Sentence) Find(IReadOnlyList<Named> units, string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        var found = units.Where(u => u.Kode == text).ToList();
        found = found.Count > 0 ? found : [.. units.Where(u => string.Equals(u.Nama, text, StringComparison.OrdinalIgnoreCase))];
        found = found.Count > 1 ? [.. found.Where(u => u.IsActive)] : found;
        return found switch
        {
            [var only] => (only.Id, null),
            [] => (null, $"Tidak ada unit kerja dengan kode atau nama “{text}”. Impor atau tambahkan unit itu dahulu, atau "
                + "perbaiki ejaannya."),
            _ => (null, $"Ada lebih dari satu unit kerja bernama “{text}”. Tulis kodenya: "
                + $"{string.Join(", ", found.Select(u => u.Kode).Take(5))}."),
        };
    }
}
