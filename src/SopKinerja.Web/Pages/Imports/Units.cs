namespace SopKinerja.Web.Pages.Imports;

/// <summary>The units of the register, with what a file will make of them, found by code or by the whole name.</summary>
internal sealed class Units
{
    private readonly Dictionary<int, One> _byId;
    private readonly Lazy<ILookup<string, One>> _byKode;
    private readonly Lazy<ILookup<string, One>> _byNama;

    public Units(IEnumerable<One> units)
    {
        _byId = units.GroupBy(u => u.Id).ToDictionary(g => g.Key, g => g.Last());
        _byKode = new(() => _byId.Values.ToLookup(u => u.Kode));
        _byNama = new(() => _byId.Values.ToLookup(u => u.Nama, StringComparer.OrdinalIgnoreCase));
    }

    public Units With(IEnumerable<One> planned) => new(_byId.Values.Concat(planned));

    public bool IsActive(int id) => _byId.GetValueOrDefault(id)?.IsActive == true;

    public string? Nama(int? id) => id is { } key ? _byId.GetValueOrDefault(key)?.Nama : null;

    public string? Kode(int? id) => id is { } key ? _byId.GetValueOrDefault(key)?.Kode : null;

    /// <summary>The unit of a code; null where there is none.</summary>
    public int? OfKode(string kode) => _byKode.Value[kode].FirstOrDefault()?.Id;

    /// <summary>The unit that is meant, or a sentence; neither for an empty cell.</summary>
    public (int? Id, string? Sentence) Find(string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        var found = _byKode.Value[text].ToList();
        found = found.Count > 0 ? found : [.. _byNama.Value[text]];
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

    internal sealed record One(int Id, string Kode, string Nama, bool IsActive);
}
