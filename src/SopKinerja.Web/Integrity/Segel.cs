using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace SopKinerja.Web.Integrity;

/// <summary>What a seal takes over from the one before.</summary>
internal sealed record SealBefore(int No, long LastLine, long Lines, long Chains, string Code)
{
    public static readonly SealBefore None = new(0, 0, 0, 0, "");
}

/// <summary>One seal: covers every line of the ledger up to its last one, by way of the seal before.</summary>
/// <param name="LastLine">Key of the last line.</param>
/// <param name="Lines">How many lines there are up to it.</param>
/// <param name="Chains">How many chains they form.</param>
/// <param name="Links">SHA-256, in hexadecimal digits, of the lines since the seal before: the key and the link of each.</param>
/// <param name="Guards">SHA-256, in hexadecimal digits, of the definitions of the guards.</param>
/// <param name="Schema">Number of the last migration.</param>
/// <param name="Code">SHA-256, in hexadecimal digits, of all these and of the code before.</param>
public sealed record Segel(
    int No, DateTimeOffset MadeAt, long LastLine, long Lines, long Chains, string Links, string Guards, int Schema, string Code)
{
    /// <summary>All of them; the columns in the order of the parameters, by their names.</summary>
    internal const string Query = """
        select no as "No", made_at as "MadeAt", last_line as "LastLine", lines as "Lines", chains as "Chains",
            encode(links, 'hex') as "Links", encode(guards, 'hex') as "Guards", schema as "Schema", code as "Code"
        from seals
        """;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    /// <summary>The first half of the code in groups of four, as people read and copy it.</summary>
    public string Short => string.Join(' ', Code[..32].Chunk(4).Select(c => new string(c)));

    public string FileName => $"segel-{No:000000}.json";

    internal SealBefore AsBefore => new(No, LastLine, Lines, Chains, Code);

    public string ToJson() => JsonSerializer.Serialize(this, Written);

    /// <exception cref="JsonException">It is no seal.</exception>
    public static Segel FromJson(string json) =>
        JsonSerializer.Deserialize<Segel>(json) is { Code: not null, Links: not null, Guards: not null } seal
        ? seal
        : throw new JsonException("Not a seal.");

    /// <summary>In order.</summary>
    internal static async Task<List<Segel>> ReadAllAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        List<Segel> all = [];
        await using var command = new NpgsqlCommand(Query + " order by no", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            all.Add(new(
                reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4),
                reader.GetString(5), reader.GetString(6), reader.GetInt32(7), reader.GetString(8)));
        }

        return all;
    }

    /// <summary>The seal that the lines of the ledger give.</summary>
    internal static async Task<Segel> ComputeAsync(
        NpgsqlConnection connection, SealBefore before, DateTimeOffset madeAt, long lastLine, string guards, int schema,
        CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (lines, chains) = (before.Lines, before.Chains);
        await using var command = new NpgsqlCommand(
            "select link, no = 1, id from ledger where id > $1 and id <= $2 order by id", connection)
        { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = before.LastLine });
        command.Parameters.Add(new() { Value = lastLine });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var place = new byte[sizeof(long)];
        while (await reader.ReadAsync(cancel))
        {
            BinaryPrimitives.WriteInt64BigEndian(place, reader.GetInt64(2));
            hash.AppendData(place);
            hash.AppendData((byte[])reader.GetValue(0));
            lines++;
            chains += reader.GetBoolean(1) ? 1 : 0;
        }

        var seal = new Segel(
            before.No + 1, madeAt, lastLine, lines, chains, Convert.ToHexStringLower(hash.GetHashAndReset()), guards, schema, "");
        return seal with { Code = seal.CodeAfter(before.Code) };
    }

    private string CodeAfter(string before) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"sopkinerja-segel|{No}|{MadeAt.UtcTicks / 10}|{LastLine}|{Lines}|{Chains}|{Links}|{Guards}|{Schema}|{before}"))));
}
