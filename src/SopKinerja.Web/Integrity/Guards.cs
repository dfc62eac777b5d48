using System.Security.Cryptography;
using System.Text;
using Npgsql;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

/// <summary>What the database refuses and records by itself: functions, triggers, constraints, unique indexes, views, and the rows of
/// the SOP, as the migrations leave them and as they are.</summary>
public static class Guards
{
    internal const string Resource = "SopKinerja.Web.Integrity.Guards.txt";

    // PostgreSQL keeps the numbers below for what it brings itself.
    private const string FirstOfUsers = "16384";

    // Triggers stand in full, because they say which table is kept and how; of the rest the SHA-256.
    private const string Definitions = $$"""
        with ours as (select oid from pg_namespace where nspname in ('public', '{{JobTables.Schema}}')),
        -- What the server or an extension brings is not ours.
        brought as (select objid, classid from pg_depend where deptype in ('e', 'p')),
        -- Of sessions; gone with them.
        passing as (select oid from pg_namespace where nspname ~ '^pg_(toast_)?temp_')
        select 'function ' || case pronamespace when 'public'::regnamespace then '' else pronamespace::regnamespace::text || '.' end
                || proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
            encode(sha256(convert_to(case prokind when 'a' then prosrc else pg_get_functiondef(p.oid) end
                -- Who may call what runs as its owner.
                || case when prosecdef and has_function_privilege('public', p.oid, 'execute') then ' public' else '' end, 'UTF8')), 'hex')
        from pg_proc p where p.oid >= {{FirstOfUsers}} and pronamespace not in (select oid from passing)
            -- An extension brings functions of the server's own languages; what else is called one of its members was put there.
            and not (exists (select from brought b where b.objid = p.oid and b.classid = 'pg_proc'::regclass)
                and prolang in (select oid from pg_language where lanname in ('c', 'internal')))
        union all
        select 'trigger ' || c.relname || '.' || tgname, pg_get_triggerdef(t.oid) ||
            case tgenabled when 'O' then '' else ' (' || tgenabled::text || ')' end
        from pg_trigger t join pg_class c on c.oid = tgrelid where not tgisinternal and c.relnamespace in (select oid from ours)
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
        from pg_rules where schemaname in ('public', '{{JobTables.Schema}}')
        union all
        select 'value ' || c.relname || '.' || attname, encode(sha256(convert_to(pg_get_expr(d.adbin, d.adrelid), 'UTF8')), 'hex')
        from pg_attrdef d join pg_class c on c.oid = adrelid join pg_attribute a on a.attrelid = adrelid and a.attnum = d.adnum
        where c.relnamespace = 'public'::regnamespace and attgenerated = 's'
        union all
        -- None of the rest is expected.
        select 'policy ' || c.relname || '.' || polname,
            coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '')
        from pg_policy join pg_class c on c.oid = polrelid
        union all
        select 'row security ' || relname, relforcerowsecurity::text from pg_class where relrowsecurity
        union all
        select 'event trigger ' || evtname, evtevent || ' ' || evtfoid::regproc from pg_event_trigger
        union all
        select 'schema ' || nspname, pg_get_userbyid(nspowner) from pg_namespace n
        where nspname !~ '^pg_' and nspname <> 'information_schema' and oid not in (select oid from ours)
        union all
        select 'operator ' || o.oid::regoperator, oprcode::text from pg_operator o
        where o.oid >= {{FirstOfUsers}}
            and not exists (select from brought b where b.objid = o.oid and b.classid = 'pg_operator'::regclass)
        union all
        select 'cast ' || format_type(castsource, null) || ' ' || format_type(casttarget, null), castfunc::regproc::text from pg_cast k
        where k.oid >= {{FirstOfUsers}} and not exists (select from brought b where b.objid = k.oid and b.classid = 'pg_cast'::regclass)
        union all
        select 'setting ' || coalesce(r.rolname, '*') || ' ' || split_part(s, '=', 1), s
        from pg_db_role_setting d left join pg_roles r on r.oid = setrole cross join lateral unnest(setconfig) s
        where setdatabase in (0, (select oid from pg_database where datname = current_database()))
            and (setrole = 0 or has_table_privilege(setrole, 'public.history', 'insert'))
            and split_part(s, '=', 1) in ('search_path', 'session_replication_role', 'row_security', 'role', 'session_preload_libraries',
                'local_preload_libraries', 'default_transaction_read_only', 'bytea_output', 'intervalstyle', 'extra_float_digits')
        union all
        select 'rows sop_columns', encode(sha256(convert_to(string_agg(m::text, '|' order by m::text collate "C"), 'UTF8')), 'hex')
        from sop_columns m
        union all
        select 'rows plan_moves', encode(sha256(convert_to(string_agg(m::text, '|' order by m::text collate "C"), 'UTF8')), 'hex')
        from plan_moves m
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

    /// <summary>For whoever reads the record: nothing that is asked here is found in another schema first, whatever is set for the role or
    /// the database.</summary>
    internal const string SearchPath = "pg_catalog, public, pg_temp";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(() => Parse(Text()));

    /// <summary>Each definition by its kind and name, as the migrations of this program leave it.</summary>
    public static IReadOnlyDictionary<string, string> Expected => Known.Value;

    /// <summary>As they are in a database; the session looks in our schema alone from here on.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand($"set search_path = {SearchPath}; {Definitions}", connection);
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
