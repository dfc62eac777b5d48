using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace SopKinerja.Web.Integrity;

/// <summary>What the database refuses and records by itself: functions, triggers, constraints, unique indexes, views, and the rows of
/// the SOP, as the migrations leave them and as they are.</summary>
public static class Guards
{
    internal const string Resource = "SopKinerja.Web.Integrity.Guards.txt";

    // Triggers stand in full, because they say which table is kept and how; of the rest the SHA-256.
    private const string Definitions = """
        select 'function ' || proname || '(' || pg_get_function_identity_arguments(oid) || ')',
            encode(sha256(convert_to(pg_get_functiondef(oid), 'UTF8')), 'hex')
        from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
            and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
        union all
        select 'trigger ' || c.relname || '.' || tgname, pg_get_triggerdef(t.oid) ||
            case tgenabled when 'O' then '' else ' (' || tgenabled::text || ')' end
        from pg_trigger t join pg_class c on c.oid = tgrelid where not tgisinternal and c.relnamespace = 'public'::regnamespace
        union all
        select 'constraint ' || coalesce(c.relname || '.', '') || conname,
            encode(sha256(convert_to(pg_get_constraintdef(k.oid) || convalidated::text, 'UTF8')), 'hex')
        from pg_constraint k left join pg_class c on c.oid = conrelid
        where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')
        union all
        select 'index ' || c.relname, encode(sha256(convert_to(pg_get_indexdef(i.indexrelid), 'UTF8')), 'hex')
        from pg_index i join pg_class c on c.oid = indexrelid
        where indisunique and c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint where conindid = indexrelid)
        union all
        select 'view ' || viewname, encode(sha256(convert_to(definition, 'UTF8')), 'hex') from pg_views where schemaname = 'public'
        union all
        select 'rule ' || tablename || '.' || rulename, encode(sha256(convert_to(definition, 'UTF8')), 'hex')
        from pg_rules where schemaname = 'public'
        union all
        select 'value ' || c.relname || '.' || attname, encode(sha256(convert_to(pg_get_expr(d.adbin, d.adrelid), 'UTF8')), 'hex')
        from pg_attrdef d join pg_class c on c.oid = adrelid join pg_attribute a on a.attrelid = adrelid and a.attnum = d.adnum
        where c.relnamespace = 'public'::regnamespace and attgenerated = 's'
        union all
        select 'rows sop_moves', encode(sha256(convert_to(string_agg(m::text, '|' order by m::text collate "C"), 'UTF8')), 'hex')
        from sop_moves m
        union all
        select 'rows sop_not_also', encode(sha256(convert_to(string_agg(m::text, '|' order by m::text collate "C"), 'UTF8')), 'hex')
        from sop_not_also m
        union all
        select 'rows method_asn', encode(sha256(convert_to(string_agg(m::text, '|' order by m::text collate "C"), 'UTF8')), 'hex')
        from method_asn m
        """;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(() => Parse(Text()));

    /// <summary>Each definition by its kind and name, as the migrations of this program leave it.</summary>
    public static IReadOnlyDictionary<string, string> Expected => Known.Value;

    /// <summary>As they are in a database.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(Definitions, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found[reader.GetString(0)] = reader.GetString(1);
        }

        return found;
    }

    /// <summary>A sentence for each that is gone, other, or unknown.</summary>
    public static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> found) =>
        Expected.Keys.Union(found.Keys).Order(StringComparer.Ordinal)
            .Select(name => (name, Is: found.GetValueOrDefault(name), Should: Expected.GetValueOrDefault(name)))
            .Where(d => d.Is != d.Should)
            .Select(d => d.Is is null ? $"Penjaga basis data {d.name}: tidak ada."
                : d.Should is null ? $"Penjaga basis data {d.name}: tidak dikenal program ini."
                : $"Penjaga basis data {d.name}: bukan lagi yang dipasang migrasi.");

    /// <summary>SHA-256 of all of them, in the order of their names.</summary>
    public static byte[] Digest(IReadOnlyDictionary<string, string> definitions) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(Write(definitions)));

    internal static string Write(IReadOnlyDictionary<string, string> definitions) =>
        string.Concat(definitions.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}\t{d.Value}\n"));

    private static string Text()
    {
        using var stream = typeof(Guards).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> Parse(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
}
