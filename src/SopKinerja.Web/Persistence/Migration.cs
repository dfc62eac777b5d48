using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Persistence;

public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>Hexadecimal SHA-256 of the text with LF line ends, so that a checkout on another system has the same one.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>Reads the embedded files whose resource names begin with a prefix, in the order of their numbers.</summary>
    /// <exception cref="StartRefusedException">A file name has no number, or the numbers are not 1, 2, 3, ….</exception>
    public static IReadOnlyList<Migration> ReadAll(Assembly assembly, string prefix) => InOrder(assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
        .Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return Parse(name[prefix.Length..^".sql".Length], reader.ReadToEnd());
        }));

    private static Migration Parse(string fileName, string sql) =>
        fileName.Split('_', 2) is [{ Length: 4 } digits, { Length: > 0 } name]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Migration(number, name, sql)
            : throw new StartRefusedException($"Nama migrasi '{fileName}.sql' harus berbentuk NNNN_nama.sql.");

    public static IReadOnlyList<Migration> InOrder(IEnumerable<Migration> migrations)
    {
        List<Migration> sorted = [.. migrations.OrderBy(it => it.Number)];
        var wrong = sorted.Where((it, index) => it.Number != index + 1).FirstOrDefault();
        return wrong is null
            ? sorted
            : throw new StartRefusedException(
                $"Nomor migrasi harus berurutan tanpa celah dan tanpa nomor ganda; periksa di sekitar "
                + $"{wrong.Number:0000}_{wrong.Name}.sql.");
    }
}
