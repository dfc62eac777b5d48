using SopKinerja.Domain.People;
using SopKinerja.Web.Pages.People;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Those of the register, with what a file will make of them, found by NIP or by the whole name.</summary>
internal sealed class People
{
    private const int MostTold = 5;

    private readonly Dictionary<int, One> _byId;
    private readonly Lazy<ILookup<string, One>> _byNip;
    private readonly Lazy<ILookup<string, One>> _byNama;

    public People(IEnumerable<One> people)
    {
        _byId = people.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.Last());
        _byNip = new(() => _byId.Values.Where(p => p.Nip is { Length: > 0 }).ToLookup(p => p.Nip!));
        _byNama = new(() => _byId.Values.ToLookup(p => Plain(p.Nama)));
    }

    public People With(IEnumerable<One> planned) => new(_byId.Values.Concat(planned));

    /// <summary>By their names.</summary>
    public IEnumerable<int> Active =>
        _byId.Values.Where(p => p.IsActive).OrderBy(p => p.Nama, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id).Select(p => p.Id);

    public bool IsActive(int id) => _byId.GetValueOrDefault(id)?.IsActive == true;

    public string? Nama(int id) => _byId.GetValueOrDefault(id)?.Nama;

    /// <summary>As the export names a person: by the NIP in its groups, which no spreadsheet shortens; else by the name.</summary>
    public string? CellOf(int id) => _byId.GetValueOrDefault(id) is not { } one ? null : CellOf(one.Nip, one.Nama);

    public static string CellOf(string? nip, string nama) => nip is { Length: Nip.Length } ? $"{Nip.Stored(nip)}" : nama;

    /// <summary>The person who is meant, or a sentence; neither for an empty cell.</summary>
    public (int? Id, string? Sentence) Find(string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        var digits = Nip.Digits(text);
        var isNumber = digits.Length > 0 && digits.All(char.IsAsciiDigit);
        var found = isNumber ? [.. _byNip.Value[digits]] : _byNama.Value[Plain(text)].ToList();
        found = found.Count > 1 && found.Any(p => p.IsActive) ? [.. found.Where(p => p.IsActive)] : found;
        return found switch
        {
            [var only] => (only.Id, null),
            [] when !isNumber && !Nip.TryParse(text, DateOnly.MaxValue, out _, out var error)
                && error!.StartsWith("Excel", StringComparison.Ordinal) => (null, error),
            [] => (null, $"Tidak ada pegawai dengan {(isNumber ? "NIP" : "nama")} “{text}”, juga tidak dalam berkas ini. Tulis 18 angka "
                + "NIP-nya, atau nama lengkapnya seperti dalam daftar."),
            _ when isNumber => (null, $"NIP “{text}” tertulis pada lebih dari satu orang dalam berkas ini: "
                + $"{string.Join("; ", found.Take(MostTold).Select(p => $"{p.Nama} ({p.Jabatan})"))}. Perbaiki NIP mereka dahulu."),
            _ => (null, $"Ada lebih dari satu “{text}”: {string.Join("; ", found.Take(MostTold).Select(p => p.Jabatan))}. Tulis NIP-nya."),
        };
    }

    /// <summary>The person of a name that stands beside a number: the number goes before it, and a name that is another's is said. Where
    /// there is no number the name tells who is meant.</summary>
    /// <param name="id">Whom the number names; null for none.</param>
    public (int? Id, string? Sentence) FindBeside(int? id, string number, string nama) =>
        nama.Length == 0 ? (id, null)
        : id is { } known ? (id, WhyOther(known, nama))
        // A number that names nobody is a fault already.
        : number.Length > 0 && number != PegawaiColumns.NoNip ? (null, null) : Find(nama);

    /// <summary>Null where a name is that of the person, with more or fewer degrees.</summary>
    public string? WhyOther(int id, string nama) => Nama(id) is { } known && Plain(nama) is var written && Plain(known) is var registered
        && !registered.Contains(written, StringComparison.Ordinal) && !written.Contains(registered, StringComparison.Ordinal)
            ? $"{Sentences.End($"NIP ini milik {known}")} Periksa NIP-nya, atau perbaiki namanya." : null;

    // Degrees are written in many ways; the signs between them do not tell people apart.
    private static string Plain(string nama) => string.Concat(nama.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    internal sealed record One(int Id, string? Nip, string Nama, string Jabatan, bool IsActive)
    {
        public static One Of(int id, PegawaiForm form) => new(id, form.Digits(), form.Nama ?? "", form.Jabatan ?? "", form.Aktif);
    }
}
