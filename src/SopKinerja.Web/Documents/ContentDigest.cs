using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Documents;

/// <summary>Ties a drawn file to what it was drawn from: the digest of sheet, result, rated person and pejabat penilai stands in the file,
/// so that its signatures cover it.</summary>
public static class ContentDigest
{
    /// <summary>How it begins in the file, and the length of the whole.</summary>
    private const string Prefix = "sopkinerja:sha256:";

    /// <summary>Parties of whom nothing changes after the approval; who decides above them may pass on.</summary>
    private static readonly string[] Fixed = ["Asn", "AtasanLangsung"];

    public static string Of(Dossier dossier) => Of(
        JsonColumn.Write(dossier.Sheet), JsonColumn.Write(dossier.Outcome), JsonColumn.Write(dossier.Parties));

    /// <summary>Of the columns as they are stored.</summary>
    /// <exception cref="JsonException">One of them cannot be read.</exception>
    public static string Of(string sheet, string outcome, string parties)
    {
        using var whole = JsonDocument.Parse(parties);
        var named = whole.RootElement.EnumerateObject().Where(p => Fixed.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var json in (string[])[sheet, outcome, .. named.Select(p => p.Value.GetRawText())])
        {
            using var read = JsonDocument.Parse(json);
            Append(text, read.RootElement);
            text.Append('|');
        }

        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The digest in a file; null where it has none, as those of earlier releases.</summary>
    public static string? In(ReadOnlySpan<byte> file)
    {
        var start = file.IndexOf(Encoding.ASCII.GetBytes(Prefix));
        var length = Prefix.Length + (SHA256.HashSizeInBytes * 2);
        return start < 0 || start + length > file.Length ? null : Encoding.ASCII.GetString(file.Slice(start, length));
    }

    // The database orders the names by itself and knows no blanks; what is null is not there.
    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var property in element.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null)
                    .OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append(JsonSerializer.Serialize(property.Name)).Append(':');
                    Append(text, property.Value);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in element.EnumerateArray())
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                text.Append(JsonSerializer.Serialize(element.GetString()));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }
}
