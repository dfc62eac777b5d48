using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Columns of the lists that SIASN of BKN gives out, as public programs read them; which of them agree stands in
/// docs/decisions/0052.</summary>
internal static partial class Siasn
{
    public const string Id = "ID";

    public const string UnorNama = "NAMA UNOR";

    public const string DiatasanId = "DIATASAN ID";

    public const string UnorId = "UNOR ID";

    public const string EselonNama = "ESELON NAMA";

    // Of 40 bits: two unor among a hundred thousand share a code less than once in two hundred lists, and the dry run would say so.
    private const int Letters = 10;

    /// <summary>The code of a unit whose list knows it by a key of 32 hexadecimal digits: always the same for the same key. Null for what
    /// is no such key, as a running number.</summary>
    public static string? KodeOf(string id)
    {
        var key = id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return Key().IsMatch(key) ? $"UNOR-{Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(key)))[..Letters]}" : null;
    }

    [GeneratedRegex("^[0-9A-F]{32}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
