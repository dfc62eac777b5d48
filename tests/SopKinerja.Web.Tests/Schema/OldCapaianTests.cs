using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>Dossiers into which each pejabat penilai typed the capaian organisasi himself, before migration 0024.</summary>
public sealed class OldCapaianTests : IAsyncLifetime
{
    private const int LastOldMigration = 24;

    // Unit 1 agrees in the first quarter, although one was given up and one is not rated; it does not for the year. Unit 2 has figures.
    private const string Filled = """
        insert into periods (id, nama, mulai, selesai, method, kala) values
            (1, 'Kinerja 2026', '2026-01-01', '2026-12-31', 'PERMENPANRB_6_2022', 'Triwulanan'),
            (2, 'Tahun 2020', '2020-01-01', '2020-12-31', 'PP46_2011', null);
        insert into unit_kerja (id, kode, nama) values (1, 'KOP', 'Bidang Koperasi'), (2, 'IND', 'Bidang Perindustrian');
        insert into pegawai (id, nama, jabatan, jenis_jabatan, unit_kerja_id)
            select n, 'Orang ' || n, 'Staf', 'Pelaksana', 1 from generate_series(10, 19) n;
        alter table dossiers disable trigger user;
        insert into dossiers (id, period_id, bagian, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, sheet, step, step_since, outcome,
            cancelled_at)
        select id, period, bagian, unit, 10 + id, 10, '{"Asn": {"Nama": "Orang", "Jenis": "Pns"}}', method,
            jsonb_strip_nulls(jsonb_build_object('method', method, 'CapaianOrganisasi', capaian, 'RatingHasilKerja', 'SesuaiEkspektasi')),
            step, now(), case when step > 4 then '{"Sebutan": "Baik"}'::jsonb end, case when capaian = 'Istimewa' then now() end
        from (values
            (1, 1, 1, 1, 'PERMENPANRB_6_2022', 'Kurang', 7),
            (2, 1, 1, 1, 'PERMENPANRB_6_2022', 'Kurang', 4),
            (3, 1, 1, 1, 'PERMENPANRB_6_2022', 'Istimewa', 4),
            (4, 1, 1, 1, 'PERMENPANRB_6_2022', null, 2),
            (5, 1, 0, 1, 'PERMENPANRB_6_2022', 'Baik', 5),
            (6, 1, 0, 1, 'PERMENPANRB_6_2022', 'Kurang', 4),
            (7, 2, 0, 2, 'PP46_2011', null, 5)) d (id, period, bagian, unit, method, capaian, step);
        alter table dossiers enable trigger user;
        """;

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        var all = Migration.ReadAll(typeof(Migrator).Assembly, Migrator.ResourcePrefix);
        _database = await TestDatabase.CreateEmptyAsync();
        await Migrator.MigrateAsync(
            _database.ConnectionString, [.. all.Where(m => m.Number <= LastOldMigration)], _ => { }, CancellationToken.None);
        await ExecuteAsync(Filled);
        await Migrator.MigrateAsync(_database.ConnectionString, all, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_the_dossiers_of_a_unit_agree_on_is_its_first_line_and_what_they_do_not_is_left_to_be_set()
    {
        await using var db = new SopDbContext(
            new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(_database.ConnectionString).Options);

        var line = Assert.Single(await db.CapaianUnit.AsNoTracking().ToListAsync());

        Assert.Equal((1, 1, 1, 1, CapaianOrganisasi.Kurang), (line.PeriodId, line.Bagian, line.UnitKerjaId, line.No, line.Capaian));
        Assert.Equal((null, null, null), (line.SetById, line.Alasan, line.Sebelumnya));
        Assert.Contains("Diambil dari berkas-berkas unit ini", line.Sumber, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dossier_that_waits_goes_on_with_the_line_and_one_without_waits_for_it()
    {
        const string Approve = "update dossiers set step = 5, document_version = 1, verification_code = '0123456789AB', "
            + "signing_mode = 'Account', outcome = '{}' where id = ";

        Assert.Equal("SK003", await RefusedAsync(Approve + "2"));
        Assert.Equal("SK002", await RefusedAsync(Approve + "6"));
        Assert.Equal("Baik", await ExecuteAsync("select capaian_organisasi from dossiers where id = 5"));
    }

    // What the program reads of an old sheet and of an old decision.
    [Fact]
    public void What_was_typed_is_read_with_the_sheet_and_passed_over_where_it_was_given()
    {
        var scores = JsonColumn.Read<GivenScores>("""
            {"method": "PERMENPANRB_6_2022", "UmpanBalik": [null], "UmpanBalikPerilaku": [null, null, null, null, null, null, null],
             "RatingHasilKerja": "DiAtasEkspektasi", "CapaianOrganisasi": "Baik"}
            """);

        Assert.Equal(RatingKinerja.DiAtasEkspektasi, Assert.IsType<PermenPanRb6Scores>(scores).RatingHasilKerja);
    }

    /// <summary>SK003 is what the deferred guard says of a move without its line: all others let it pass.</summary>
    private async Task<string?> RefusedAsync(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));
        return refused.SqlState;
    }

    private async Task<string?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
