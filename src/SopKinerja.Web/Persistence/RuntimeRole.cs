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
    private static readonly string[] OnlyRead = ["ledger", "ledger_heads", "schema_migrations", "sop_moves", "sop_not_also", "method_asn"];

    private static readonly string[] Changing =
    [
        "accounts", "account_claims", "account_logins", "account_tokens", "bsre_attempts", "bsre_certificates", "bsre_identities",
        "corrections", "data_protection_keys", "dossiers", "form_acts", "holidays", "keadaan_pegawai", "pegawai", "penugasan", "periods",
        "plans",
        "sessions", "signing_authorities", "signing_certificates", "tries", "unit_kerja",
    ];

    private static readonly string[] Going =
    [
        "account_claims", "account_logins", "account_tokens", "bsre_identities", "evidence_contents", "form_acts", "holidays",
        "keadaan_pegawai", "sessions", "tries", "used_codes",
    ];

    /// <summary>Gives the role its rights on every table of the newest schema, and no others; makes it where it is not there and the owner
    /// may.</summary>
    /// <exception cref="StartRefusedException">The role is not there and cannot be made.</exception>
    public static async Task GrantAsync(string ownerConnectionString, string runtimeConnectionString, CancellationToken cancel)
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
    }

    /// <summary>Refuses a role that could take off what the database refuses.</summary>
    /// <exception cref="StartRefusedException">It is a superuser, or owns tables; the message says how to mend it.</exception>
    public static async Task EnsureHarmlessAsync(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(
            """
            select current_user::text, rolsuper or exists (
                select from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, c.relowner, 'member'))
            from pg_roles where rolname = current_user
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        if (reader.GetBoolean(1))
        {
            throw new StartRefusedException(
                $"Pengguna basis data “{reader.GetString(0)}” memiliki tabel atau superuser, jadi ia dapat mematikan penjaga catatan. "
                + "Buat pengguna kedua tanpa hak apa pun (createuser --pwprompt sopkinerja_jalan), tulis pengguna itu di "
                + $"ConnectionStrings__Sop dan pemilik tabel di ConnectionStrings__{OwnerSetting}, jalankan perintah migrate, lalu "
                + $"jalankan program tanpa ConnectionStrings__{OwnerSetting}.");
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
