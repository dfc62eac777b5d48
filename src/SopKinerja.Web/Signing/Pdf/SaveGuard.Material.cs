using System.Security.Cryptography;

namespace SopKinerja.Web.Signing.Pdf;

// What is needed to check signatures later: what a save may add of it.
internal sealed partial class SaveGuard
{
    private readonly HashSet<int> _material = [];

    private bool _hasMaterial;

    /// <summary>The document security store (ETSI EN 319 142-1, 5.4.2): certificates, lists and answers, and nothing else.</summary>
    private string? WhyNotMaterial()
    {
        if (_is["/DSS"] is null || (PdfMeaning.IsSame(_was["/DSS"], _is["/DSS"]) && !IsOfThisSave(_is["/DSS"])))
        {
            return _is["/DSS"] is null && _was["/DSS"] is not null ? "bahan pemeriksaannya dihapus" : null;
        }

        const string Other = "bahan pemeriksaannya memuat hal lain";
        _hasMaterial = true;
        Remember(_was["/DSS"]);
        if (!IsMaterial(_is["/DSS"]))
        {
            return Other;
        }

        var store = saved.Map(_is["/DSS"], save);
        foreach (var (key, value) in store.Entries)
        {
            if (!(key == "/Type" || (key is "/Certs" or "/CRLs" or "/OCSPs" ? AreBlobs(value) : key == "/VRI" && AreOfSignatures(value))))
            {
                return Other;
            }
        }

        return null;
    }

    private bool AreOfSignatures(PdfValue value) => IsMaterial(value) && saved.Map(value, save).Entries.All(e =>
        e.Key.Length == 1 + (2 * SHA1.HashSizeInBytes) && e.Key.Skip(1).All(char.IsAsciiHexDigit) && IsMaterial(e.Value)
        && saved.Map(e.Value, save).Entries.All(one => one.Key switch
        {
            "/Type" or "/TU" => one.Value is PdfAtom,
            "/Cert" or "/CRL" or "/OCSP" => AreBlobs(one.Value),
            "/TS" => IsBlob(one.Value),
            _ => false,
        }));

    private bool AreBlobs(PdfValue value) =>
        IsMaterial(value) && saved.Resolve(value, save) is PdfArray list && list.Items.All(IsBlob);

    private bool IsBlob(PdfValue value) => value is PdfReference { Number: var number } && IsMaterial(value)
        && saved.Find(number, save) is { Stream: not null, Value: PdfMap map }
        && map.Entries.All(e => e.Key is "/Length" or "/Filter" or "/DecodeParms");

    /// <summary>Whether it was part of the material before, or is new: what is part of anything else is nobody's material.</summary>
    private bool IsMaterial(PdfValue? value)
    {
        if (value is not PdfReference { Number: var number })
        {
            return true;
        }

        if (saved.SaveOf(number, _before) is null || (_material.Contains(number) && saved.Find(number, _before)!.Stream is null))
        {
            _explained.Add(number);
            return true;
        }

        return _material.Contains(number);
    }

    private void Remember(PdfValue? from)
    {
        var open = new Stack<PdfValue>(from is null ? [] : [from]);
        while (open.TryPop(out var value))
        {
            foreach (var part in value switch
            {
                PdfArray list => list.Items,
                PdfMap map => [.. map.Entries.Select(e => e.Value)],
                PdfReference { Number: var number } when _material.Add(number) && saved.Find(number, _before) is { } found => [found.Value],
                _ => (IReadOnlyList<PdfValue>)[],
            })
            {
                open.Push(part);
            }
        }
    }
}
