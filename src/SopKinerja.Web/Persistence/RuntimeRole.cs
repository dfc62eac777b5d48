using Npgsql;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Persistence;

/// <summary>The role as which the program serves: it reads all, adds to what is kept, changes only what changes, and owns nothing, so that
/// no guard of the database can be taken off by whoever takes over the program.</summary>
public static class RuntimeRole
{
    /// <summary>Setting with the connection of the owner, for <c>migrate</c> alone.</summary>
    public const string OwnerSetting = "SopPemilik";

    // Only read; written by the owner, and by the recording functions, which run as the owner.
    private static readonly string[] OnlyRead =
        ["ledger", "ledger_heads", "method_asn", "plan_moves", "schema_migrations", "seals", "sop_columns", "sop_moves", "sop_not_also"];

    private static readonly string[] Changing =
    [
        "accounts", "account_claims", "account_logins", "account_tokens", "bsre_attempts", "bsre_certificates", "bsre_identities",
        "corrections", "data_protection_keys", "dossiers", "entry_batches", "form_acts", "holidays", "import_heads",
        "import_rows", "imports", "keadaan_pegawai", "pegawai", "penugasan", "periods", "plans", "sessions", "signing_authorities",
        "signing_certificates", "tries", "unit_kerja", "work_claims",
    ];

    private static readonly string[] Going =
    [
        "account_claims", "account_logins", "account_tokens", "bsre_identities", "entry_batches", "evidence_contents", "form_acts",
        "holidays", "import_heads", "import_rows", "imports", "keadaan_pegawai", "sessions", "tries", "used_codes",
        "work_claims",
    ];

    /// <summary>A sentence for each right of the roles that serve beyond those that they are given here; those who own or may all are told
    /// at the start.</summary>
    private static readonly string Excesses = $"""
        with roles as (
            select r.oid, r.rolname, r.rolcreaterole, r.rolcreatedb, r.rolreplication, r.rolbypassrls from pg_roles r
            where not r.rolsuper and r.oid <> (select relowner from pg_class where oid = 'public.history'::regclass)
                and exists (
                    select from pg_class c cross join lateral aclexplode(c.relacl) a
                    where c.oid = 'public.history'::regclass and a.privilege_type = 'INSERT' and a.grantee in (0, r.oid))),
        tables as (
            select c.oid, c.relname, array_remove(array[
                case when relname <> all (array[{List(OnlyRead)}]) then 'INSERT' end,
                case when relname = any (array[{List(Changing)}]) then 'UPDATE' end,
                case when relname = any (array[{List(Going)}]) then 'DELETE' end], null) as given
            from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p'))
        select rolname || ': ' || lower(p) || ' ' || relname from roles r cross join tables t
            cross join unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p
        where p <> all (t.given) and (has_table_privilege(r.oid, t.oid, p)
            or (p in ('INSERT', 'UPDATE') and has_any_column_privilege(r.oid, t.oid, p)))
        union all
        -- Whoever else may write.
        select coalesce(g.rolname, 'public') || ': ' || lower(a.privilege_type) || ' ' || c.relname
        from pg_class c cross join lateral aclexplode(c.relacl) a left join pg_roles g on g.oid = a.grantee
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.privilege_type <> 'SELECT'
            and a.grantee <> c.relowner and g.rolsuper is not true and a.grantee not in (select oid from roles)
        union all
        select r.rolname || ': anggota ' || m.rolname from roles r join (
            select oid, rolname from pg_roles
            where oid in (select relowner from pg_class where relnamespace = 'public'::regnamespace)
                or rolsuper or rolcreaterole or rolbypassrls or rolreplication
                or rolname in ('pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program')) m
            on pg_has_role(r.oid, m.oid, 'member')
        union all
        select rolname || ': create pada skema ' || nspname from roles r cross join pg_namespace n
        where has_schema_privilege(r.oid, n.oid, 'create') and nspname in ('public', '{JobTables.Schema}')
        union all
        select rolname || ': ' || w from roles r cross join lateral (values (rolcreaterole, 'createrole'),
            (rolcreatedb, 'createdb'), (rolreplication, 'replication'), (rolbypassrls, 'bypassrls')) v (has, w)
        where has
        union all
        select rolname || ': menjalankan ' || p.oid::regprocedure from roles r cross join pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.proname in ('ledger_write', 'record_again')
            and has_function_privilege(r.oid, p.oid, 'execute')
        order by 1
        """;

    /// <summary>Gives the role its rights on every table of the newest schema, and no others; makes it where it is not there and the owner
    /// may.</summary>
    /// <exception cref="StartRefusedException">The role is not there and cannot be made.</exception>
    public static async Task GrantAsync(
        string ownerConnectionString, string runtimeConnectionString, Action<string> log, CancellationToken cancel)
    {
        var runtime = new NpgsqlConnectionStringBuilder(runtimeConnectionString);
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancel);
        if (await IsOwnerAsync(connection, runtime.Username!, cancel) is not { } owns)
        {
            await MakeAsync(connection, runtime, cancel);
        }
        else if (owns)
        {
            // Its rights are those of the owner; the start says what to do.
            return;
        }

        await ExecuteAsync(connection, $"""
            do $$
            declare
                role_ text := {Quoted(runtime.Username!)};
                t text;
            begin
                -- Nobody who serves makes a table or a function of his own beside ours.
                execute format('revoke temporary on database %I from public, %I', current_database(), role_);
                execute format('revoke create on schema public from public, %I', role_);
                execute format('grant usage on schema public to %I', role_);
                execute format('revoke all on all tables in schema public from %I', role_);
                execute format('grant select on all tables in schema public to %I', role_);
                execute format('grant usage on all sequences in schema public to %I', role_);
                execute format('grant usage on schema {JobTables.Schema} to %I', role_);
                execute format('grant select, insert, update, delete on all tables in schema {JobTables.Schema} to %I', role_);
                for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
                    if t <> all (array[{List(OnlyRead)}]) then
                        execute format('grant insert on %I to %I', t, role_);
                    end if;
                    if t = any (array[{List(Changing)}]) then
                        execute format('grant update on %I to %I', t, role_);
                    end if;
                    if t = any (array[{List(Going)}]) then
                        execute format('grant delete on %I to %I', t, role_);
                    end if;
                end loop;
            end $$
            """, cancel);
        await using var temporary = new NpgsqlCommand("select has_database_privilege($1, current_database(), 'temporary')", connection);
        temporary.Parameters.Add(new() { Value = runtime.Username! });
        if (await temporary.ExecuteScalarAsync(cancel) is true)
        {
            log($"Pengguna “{runtime.Username}” masih boleh membuat tabel sementara, karena “{connection.UserName}” bukan pemilik basis "
                + $"data. Sebagai pemiliknya jalankan: revoke temporary on database {connection.Database} from public;");
        }
    }

    /// <summary>What the roles that serve may beyond their rights, a part of a sentence for each.</summary>
    public static async Task<IReadOnlyList<string>> ExcessesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        List<string> found = [];
        await using var command = new NpgsqlCommand(Excesses, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>Refuses a role that could take off what the database refuses.</summary>
    /// <exception cref="StartRefusedException">It is a superuser, owns tables or is a member of who does, or has more than its rights; the
    /// message says how to mend it.</exception>
    public static async Task EnsureHarmlessAsync(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(
            """
            select current_user::text, exists (select from pg_roles s where s.rolsuper and pg_has_role(current_user, s.oid, 'member'))
                or exists (
                select from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, c.relowner, 'member'))
            from pg_roles where rolname = current_user
            """, connection);
        string name;
        bool mayAll;
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            await reader.ReadAsync(cancel);
            (name, mayAll) = (reader.GetString(0), reader.GetBoolean(1));
        }

        if (mayAll)
        {
            throw new StartRefusedException(
                $"Pengguna basis data “{name}” memiliki tabel atau superuser, jadi ia dapat mematikan penjaga catatan. "
                + "Buat pengguna kedua tanpa hak apa pun (createuser --pwprompt sopkinerja_jalan), tulis pengguna itu di "
                + $"ConnectionStrings__Sop dan pemilik tabel di ConnectionStrings__{OwnerSetting}, jalankan perintah migrate, lalu "
                + $"jalankan program tanpa ConnectionStrings__{OwnerSetting}.");
        }

        if (await ExcessesAsync(connection, cancel) is { Count: > 0 } excesses)
        {
            throw new StartRefusedException(
                $"Pengguna basis data yang melayani berhak lebih daripada yang diperlukan ({string.Join("; ", excesses)}). Cabut hak itu "
                + "(revoke … from …), atau jalankan perintah migrate, yang memberi hak tabelnya kembali seperti seharusnya.");
        }
    }

    /// <summary>Null where there is no such role.</summary>
    private static async Task<bool?> IsOwnerAsync(NpgsqlConnection connection, string role, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select rolsuper or pg_has_role(rolname, current_user, 'member') from pg_roles where rolname = $1", connection);
        command.Parameters.Add(new() { Value = role });
        return await command.ExecuteScalarAsync(cancel) as bool?;
    }

    private static async Task MakeAsync(NpgsqlConnection connection, NpgsqlConnectionStringBuilder runtime, CancellationToken cancel)
    {
        try
        {
            var (name, password) = (Quoted(runtime.Username!), Quoted(runtime.Password ?? ""));
            await ExecuteAsync(
                connection, $"do $$ begin execute format('create user %I password %L', {name}, {password}); end $$", cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartRefusedException(
                $"Pengguna basis data “{runtime.Username}” belum ada. Buat dahulu dengan createuser --pwprompt {runtime.Username}, "
                + "lalu jalankan migrate lagi.", refused);
        }
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
