using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>Plans as the schema before migration 0011 kept them: two columns of content, three of reasons, and sentences in the change
/// log.</summary>
public sealed class OldPlansTests : IAsyncLifetime
{
    private const int LastOldMigration = 10;

    // Period 1 is measured by PP 46, period 2 by PermenPANRB 6; 10 is the atasan, 11 to 16 are people; account 101 is that of 11.
    private const string Filled = """
        insert into periods (id, nama, mulai, selesai, method) values
            (1, 'Tahun 2020', '2020-01-01', '2020-12-31', 'PP46_2011'), (2, 'Kinerja 2026', '2026-01-01', '2026-12-31', 'PERMENPANRB_6_2022');
        insert into pegawai (id, nama, jabatan, jenis_jabatan) select n, 'Orang ' || n, 'Staf', 'Pelaksana' from generate_series(10, 16) n;
        insert into accounts (id, pegawai_id, nama, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            select n, case n when 101 then 11 when 102 then 10 end, '', true, false, false, true, 0 from generate_series(100, 102) n;
        insert into plans (id, period_id, pegawai_id, atasan_id, kegiatan, sasaran, state, agreed_at, return_reason, withdraw_reason, revise_reason) values
            (1, 1, 11, 10, '[{"Uraian":"Menata arsip","Kuantitas":12,"Satuan":"boks","Kualitas":100,"Waktu":12,"SatuanWaktu":"Bulan"}]', null,
                'Proposed', null, null, null, null),
            (2, 2, 11, 10, '[]', '{"Kelompok":"Pelaksana","Pendekatan":"Kuantitatif","Rencana":[],"Ekspektasi":[null,null,null,null,null,null,null],'
                '"Lampiran":{"DukunganSumberDaya":[],"SkemaPertanggungjawaban":[],"Konsekuensi":[]}}', 'Draft', null, 'Target kurang.' || chr(10) || 'Baris dua.', null, null),
            (3, 1, 12, 10, '[]', null, 'Draft', null, null, 'Salah atasan langsung.', null),
            (4, 1, 13, 10, '[]', null, 'Agreed', '2020-02-01', null, null, null),
            (5, 1, 14, 10, '[]', null, 'Draft', null, null, null, 'Cuti besar.'),
            (6, 1, 15, 10, '[]', null, 'Agreed', '2020-02-01', null, null, null);
        insert into changes (at, account_id, actor_nama, subject, subject_id, subject_nama, sentence)
        select timestamptz '2020-01-01 08:00+08' + no * interval '1 hour', account, 'Orang ' || account, subject, id, 'SKP', sentence from (values
            (1, 101, 'SKP', 1, 'menyalin 2 kegiatan dari SKP Tahun 2019'),
            (2, 101, 'SKP', 1, 'mengubah rencana (1 kegiatan)'),
            (3, 101, 'SKP', 1, 'mengajukan SKP (1 kegiatan) kepada Ir. Budi, M.M.'),
            (4, 102, 'SKP', 1, 'mengembalikan SKP dengan alasan: Target dengan alasan: terlalu rendah.'),
            (5, 101, 'SKP', 1, 'mengajukan SKP (1 kegiatan) kepada Ir. Budi, M.M.'),
            (6, 101, 'SKP', 2, 'membuat SKP tanpa isi'),
            (7, 102, 'SKP', 2, 'mengembalikan SKP dengan alasan: Target kurang.' || chr(10) || 'Baris dua.'),
            (8, 100, 'SKP', 4, 'mengajukan SKP (3 kegiatan) kepada Ir. Budi, M.M.'),
            (9, 100, 'SKP', 4, 'menyetujui SKP (3 kegiatan)'),
            (10, 100, 'Pegawai', 4, 'menyetujui apa pun'),
            (11, 101, 'SKP', 6, 'menyetujui SKP (3 kegiatan)'),
            (12, 101, 'SKP', 6, 'membuka SKP untuk direvisi dengan alasan: Cuti.'),
            (13, 101, 'SKP', 6, 'menarik kembali SKP dengan alasan: ')) c (no, account, subject, id, sentence);
        """;

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        var all = Migration.ReadAll(typeof(Migrator).Assembly, Migrator.ResourcePrefix);
        _database = await TestDatabase.CreateEmptyAsync();
        await Migrator.MigrateAsync(
            _database.ConnectionString, [.. all.Where(m => m.Number <= LastOldMigration)], _ => { }, CancellationToken.None);
        await ExecuteAsync(Filled);
        // What was agreed is kept aside when a plan is opened again, by the old guard.
        await ExecuteAsync("update plans set state = 'Draft', agreed_at = null, revise_reason = 'Cuti besar.' where id = 6");
        await ExecuteAsync("update plans set revise_reason = null, state = 'Proposed' where id = 6; update plans set state = 'Agreed', "
            + "agreed_at = '2020-03-01' where id = 6");
        await Migrator.MigrateAsync(_database.ConnectionString, all, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    /// <summary>What an earlier release wrote is no fault, and is held by its links.</summary>
    [Fact]
    public async Task Its_record_is_clean()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        Assert.Empty(await new Web.Integrity.LedgerCheck(connection, _ => { }) { MostApart = TimeSpan.FromDays(1) }
            .RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Their_content_is_that_of_their_regulation()
    {
        var plans = await PlansAsync();

        Assert.Equal(
            new KegiatanTugasJabatan("Menata arsip", null, 12, "boks", 100, 12, SatuanWaktu.Bulan, null),
            Assert.Single(Assert.IsType<SasaranKerja>(plans[1].Content).Kegiatan));
        Assert.Equal(KelompokJabatan.Pelaksana, Assert.IsType<SasaranKinerja>(plans[2].Content).Kelompok);
        Assert.All([3, 4, 5, 6], id => Assert.True(Assert.IsType<SasaranKerja>(plans[id].Content).IsEmpty));
    }

    [Fact]
    public async Task What_the_change_log_said_of_them_is_their_history_in_the_same_words()
    {
        var plans = await PlansAsync();

        Assert.Equal(
            [
                "menyalin 2 kegiatan dari SKP Tahun 2019", "mengubah rencana (1 kegiatan)",
                "mengajukan SKP (1 kegiatan) kepada Ir. Budi, M.M.",
                "mengembalikan SKP dengan alasan: Target dengan alasan: terlalu rendah.",
                "mengajukan SKP (1 kegiatan) kepada Ir. Budi, M.M.",
            ],
            Sentences(plans[1]));
        Assert.Equal([11, 11, 11, 10, 11], plans[1].History.Select(h => h.ActorId));
        Assert.Equal(["membuat SKP tanpa isi", "mengembalikan SKP dengan alasan: Target kurang.\nBaris dua."], Sentences(plans[2]));
        Assert.Equal(["mengajukan SKP (3 kegiatan) kepada Ir. Budi, M.M.", "menyetujui SKP (3 kegiatan)"], Sentences(plans[4]));
        Assert.Equal([null, null], plans[4].History.Select(h => h.ActorId));
    }

    [Fact]
    public async Task No_reason_is_lost_and_every_history_ends_where_the_plan_stands()
    {
        var plans = await PlansAsync();

        Assert.Equal("Target kurang.\nBaris dua.", plans[2].CameBack?.Reason);
        Assert.Equal((PlanMove.Withdrawn, "Salah atasan langsung."), (plans[3].CameBack?.Move, plans[3].CameBack?.Reason));
        Assert.Equal((PlanMove.Revised, "Cuti besar."), (plans[5].CameBack?.Move, plans[5].CameBack?.Reason));
        Assert.Equal([PlanMove.Agreed, PlanMove.Revised, PlanMove.Withdrawn, PlanMove.Recorded], plans[6].History.Select(h => h.Move));
        Assert.Equal("(tidak tercatat)", plans[6].History[2].Reason);
        Assert.All(plans.Values, p => Assert.Equal((p.State, p.History.Count), (p.History[^1].To, p.History[^1].No)));
    }

    [Fact]
    public async Task What_was_agreed_before_is_kept_and_the_work_goes_on()
    {
        Assert.Equal("PP46_2011 Cuti besar.", await ExecuteAsync("select (content ->> 'method') || ' ' || reason from plan_versions where "
            + "plan_id = 6"));

        await using var db = Open();
        var plan = await db.Plans.Include(p => p.History.OrderBy(h => h.No)).SingleAsync(p => p.Id == 1);
        plan.Agree(await db.Periods.SingleAsync(p => p.Id == plan.PeriodId), new(10, "Orang 10", new HashSet<Domain.Authority.Role>()), new(2020, 2, 1, 0, 0, 0, TimeSpan.Zero),
            "Target baru ditetapkan.");
        await db.SaveChangesAsync();

        Assert.Equal(6, (await PlansAsync())[1].History.Count);
    }

    private static IEnumerable<string> Sentences(Plan plan) => plan.History.Select(h => h.Sentence);

    private async Task<Dictionary<long, Plan>> PlansAsync()
    {
        await using var db = Open();
        return await db.Plans.AsNoTracking().Include(p => p.History.OrderBy(h => h.No)).ToDictionaryAsync(p => p.Id);
    }

    private SopDbContext Open() => new(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(_database.ConnectionString).Options);

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
