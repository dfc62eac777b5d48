using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>A dinas with at least one row in every kept table, all recorded and under a seal.</summary>
public sealed class TamperedWorld : SopSite
{
    // What no play of this dinas leaves behind; the recording alone is at work.
    private const string Rest = """
        insert into account_claims (id, user_id, claim_type, claim_value) values (1, 1, 'a', 'b');
        insert into account_logins (login_provider, provider_key, provider_display_name, user_id) values ('a', 'b', 'c', 1);
        insert into account_tokens (user_id, login_provider, name, value) values (1, 'a', 'b', 'c');
        insert into bsre_identities (pegawai_id, locked_nik, entered_at) values (1, '\x01', now());
        insert into bsre_attempts (dossier_id, stage, signer_id, signer_nama, verification_code, sheet_sha256, sent_sha256, dispatched_at)
            select max(id), 50, 1, 'a', '0123456789AB', repeat('0', 64), repeat('0', 64), now() from dossiers;
        insert into bsre_certificates (pegawai_id, attempt_id, certificate, sha256, key_sha256, nama, seen_at)
            select 1, min(id), '\x01', repeat('0', 64), repeat('0', 64), 'a', now() from bsre_attempts;
        insert into keadaan_pegawai (period_id, pegawai_id, jenis, mulai, uraian) select min(id), 1, 'Pensiun', '2026-01-01', 'a' from periods;
        insert into penugasan (jenis, menggantikan_id, pelaksana_id, nomor_sk, tanggal_sk, mulai, alasan)
            values ('Plh', 1, 2, 'a', '2026-01-01', '2026-01-01', 'a');
        insert into plan_notes (plan_id, no, date, text, author_id, author_nama, at) select min(id), 1, '2026-01-01', 'a', 1, 'a', now() from plans;
        insert into plan_versions (plan_id, atasan_id, agreed_at, reason, opened_at, content) select min(id), 1, now(), 'a', now(), '{}' from plans;
        insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence)
            select now(), 'a', 1, subject, id, 'a', 'a'
            from (values ('Pegawai', 1), ('Akun', 1), ('Keadaan', 1), ('Penugasan', 1), ('Hari libur', 20310101)) s (subject, id);
        insert into capaian_unit (unit_kerja_id, period_id, bagian, no, capaian, sumber, tanggal_sumber, set_by_id, set_by_nama, sebagai, at)
            select 1, min(id), 0, 1, 'Baik', 'a', '2026-01-01', 1, 'a', 'a', now() from periods;
        insert into access_events (at, kind, account_id, actor_nama, sebagai, pegawai_id, dossier_id, what, network, session_id)
            select now(), 'Document', 1, 'a', 'a', 1, min(id), 'a', '-', 1 from dossiers;
        insert into letterhead_pictures (sha256, content_type, bytes) values (encode(sha256('\x01'), 'hex'), 'image/png', '\x01');
        insert into corrections (pegawai_id, asked_at, wrong, should_be) values (1, now(), 'a', 'b');
        insert into holidays (date, nama) values ('2031-01-01', 'a') on conflict do nothing;
        """;

    // At the stage at which a dossier takes one.
    private const string Scanned = """
        insert into scans (dossier_id, no, version, content_type, size, sha256, match, added_by, added_at)
            select min(id), 1, 1, 'image/png', 1, encode(sha256('\x01'), 'hex'), 'Qr', 'a', now() from dossiers;
        insert into scan_contents (scan_id, bytes) select id, '\x01' from scans;
        """;

    protected override async Task FoundAsync()
    {
        await base.FoundAsync();
        await PlayAsync(async play =>
        {
            var first = await play.DossierAtAsync(Step.Duplicate, "juru", Period);
            await RecordedAsync(Scanned);
            await play.PerformAsync(first);
            await play.PerformAsync(first);
            await play.DossierAtAsync(Step.Sign, "penera", Period);
            return 0;
        });
        await this.CertifyAsync("penyuluh");
        await RecordedAsync(Rest);
        await using var scope = Services.CreateAsyncScope();
        Assert.NotNull(await new Sealing(scope.ServiceProvider.GetRequiredService<SopDbContext>(), Clock).SealAsync(CancellationToken.None));
    }

    private async Task RecordedAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "set session_replication_role = replica");
        foreach (var table in KeptTable.All)
        {
            await RunAsync(connection, $"alter table {table.Name} enable always trigger recorded");
        }

        await RunAsync(connection, sql);
        foreach (var table in KeptTable.All)
        {
            await RunAsync(connection, $"alter table {table.Name} enable trigger recorded");
        }
    }

    public static async Task<int> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
