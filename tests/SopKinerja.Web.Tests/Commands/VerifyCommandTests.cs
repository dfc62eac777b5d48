using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Dossiers;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Commands;

public sealed class VerifyCommandTests(BothLawsWorld world) : IClassFixture<BothLawsWorld>
{
    [Fact]
    public async Task What_was_stored_by_performing_the_steps_is_found_unchanged()
    {
        var dossiers = await world.DossiersAsync();
        var documents = await world.AskAsync(db => db.Documents.CountAsync());
        var results = dossiers.Count(d => d.Outcome is not null);
        Assert.True(results > 5 && documents > results);

        using StringWriter text = new(), progress = new();
        var code = await VerifyCommand.RunAsync(world.ConnectionString, text, progress, CancellationToken.None);

        Assert.Equal(0, code);
        var lines = await world.AskAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from ledger").SingleAsync());
        // The world is the demo's.
        Assert.StartsWith(VerifyCommand.BeganAsDemo, text.ToString(), StringComparison.Ordinal);
        Assert.Equal($"{results} hasil dihitung ulang dan {documents} dokumen diperiksa. {lines} mata rantai dan 0 segel diperiksa. "
            + "Semuanya sama dengan yang disimpan.", text.ToString().Trim().Split('\n')[^1]);
    }

    [Fact]
    public async Task A_rating_changed_behind_the_programs_back_is_found_by_its_predikat()
    {
        var dossier = (await world.DossiersAsync())
            .First(d => d.Method == Domain.Scoring.ScoringMethods.PermenPanRb6 && d.Outcome is { Sebutan: not "Sangat Kurang" });
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, "alter table dossiers disable trigger user");
        await ExecuteAsync(connection, $$"""
            update dossiers set sheet = sheet || '{"RatingHasilKerja": "DiBawahEkspektasi", "RatingPerilaku": "DiBawahEkspektasi"}' where id = {{dossier.Id}}
            """);
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);

        var report = await new Verification(db, _ => { }).RunAsync(CancellationToken.None);

        Assert.Equal($"Berkas {dossier.Id}: hasil tersimpan {dossier.Outcome!.Sebutan}, dihitung ulang Sangat Kurang.", Assert.Single(
            report.Faults));
    }

    [Theory]
    [InlineData("update dossiers set outcome = jsonb_set(outcome, '{Nilai}', to_jsonb((outcome ->> 'Nilai')::numeric + 0.01)) where id = "
        + "{0}", "dihitung ulang")]
    [InlineData("update dossiers set outcome = jsonb_set(outcome, '{Sebutan}', '\"Sangat Baik\"') where id = {0}", "Sangat Baik")]
    [InlineData("update dossiers set outcome = null where id = {0}", "hasilnya tidak tersimpan")]
    [InlineData("update dossiers set sheet = jsonb_set(sheet, '{Kegiatan,0,Realisasi,Kualitas}', '50') where id = {0}", "dihitung ulang")]
    [InlineData("update dossiers set sheet = jsonb_set(sheet, '{Kegiatan}', '\"hilang\"') where id = {0}", "tidak dapat dihitung ulang")]
    [InlineData("update dossiers set sheet = jsonb_set(sheet, '{Kegiatan,0,Realisasi,Kuantitas}', '79228162514264337593543950335') where id = {0}",
        "tidak dapat dihitung ulang")]
    [InlineData("update dossiers set sheet = sheet #- '{Kegiatan,0,Realisasi,Kualitas}' where id = {0}", "tidak dapat dihitung ulang")]
    [InlineData("update document_contents set bytes = set_byte(bytes, 1000, get_byte(bytes, 1000) # 1) where document_id = (select min(id) "
        + "from documents where dossier_id = {0})", "isinya tidak sama")]
    [InlineData("update document_contents set bytes = bytes || '\\x00' where document_id = (select min(id) from documents where dossier_id "
        + "= {0})", "isinya tidak sama")]
    [InlineData(
        "delete from document_contents where document_id = (select min(id) from documents where dossier_id = {0})", "isinya tidak ada")]
    [InlineData("delete from document_contents where document_id = (select max(id) from documents where dossier_id = {0}); delete from "
        + "documents where id = (select max(id) from documents where dossier_id = {0})", "dokumen akhir tidak ada")]
    [InlineData("update documents set drawn_at = drawn_at + interval '1 second' where id = (select max(id) from documents where dossier_id "
        + "= {0})", "tidak dibuat pada saat yang ada di riwayatnya")]
    public async Task A_change_behind_the_programs_back_is_named(string change, string found)
    {
        var dossier = (await world.DossiersAsync()).First(d => d.ClosedAt is not null);
        // Seen by no one else, and taken back in the end.
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in new[] { "dossiers", "documents", "document_contents" })
        {
            await ExecuteAsync(connection, $"alter table {table} disable trigger user");
        }

        await ExecuteAsync(connection, change.Replace("{0}", dossier.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);

        var report = await new Verification(db, _ => { }).RunAsync(CancellationToken.None);

        var fault = Assert.Single(report.Faults);
        Assert.Contains($"erkas {dossier.Id}:", fault, StringComparison.Ordinal);
        Assert.Contains(found, fault, StringComparison.Ordinal);
        Assert.DoesNotContain(dossier.Parties.Asn.Nip!, fault, StringComparison.Ordinal);
        Assert.DoesNotContain(dossier.Parties.Asn.Nama, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_signs_in_the_file_is_drawn_again_and_comes_out_the_same()
    {
        var standing = await world.AskAsync(db => db.Documents.CountAsync(
            d => db.Dossiers.Any(x => x.Id == d.DossierId && x.DocumentVersion == d.Version)));
        var report = await world.VerifyAsync();

        Assert.Empty(report.Faults);
        Assert.Equal((standing, 0), (report.Redrawn, report.NotRedrawn));
    }

    [Theory]
    [InlineData("/Title", 1, 0)]
    // Whoever writes that the file is of other words makes it one that cannot be compared, and that is counted.
    [InlineData("sopkinerja:gambar:", 0, 1)]
    public async Task A_file_whose_hash_was_written_anew_is_not_what_is_drawn(string at, int faults, int notRedrawn)
    {
        var id = await world.AskAsync(db => db.Documents.Where(d => d.Kind == DocumentKind.Final).MinAsync(d => d.Id));
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, "alter table documents disable trigger user; alter table document_contents disable trigger user");
        await ExecuteAsync(connection, $"""
            update document_contents set bytes = set_byte(bytes, position('{at}'::bytea in bytes) + {at.Length + 1}, ascii('g'))
                where document_id = {id};
            update documents d set sha256 = encode(sha256(c.bytes), 'hex') from document_contents c where c.document_id = d.id and d.id = {id}
            """);
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);

        var report = await world.VerifyAsync(db);

        Assert.Equal((faults, notRedrawn), (report.Faults.Count, report.NotRedrawn));
        Assert.Equal(notRedrawn, report.NotRedrawnNamed.Count(
            n => n.EndsWith(": tidak dapat digambar ulang, kata-katanya sekarang lain.", StringComparison.Ordinal)));
        Assert.All(report.Faults, f => Assert.EndsWith(": bukan yang digambar dari data yang tersimpan.", f, StringComparison.Ordinal));
    }

    /// <summary>Sheet and result of somebody else, which follow from each other: the files know from what they were drawn.</summary>
    [Fact]
    public async Task A_result_that_is_not_the_one_in_the_files_is_named()
    {
        var closed = (await world.DossiersAsync()).Where(d => d.ClosedAt is not null && d.PeriodId == world.LastPeriod.Id).Take(2).ToList();
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, "alter table dossiers disable trigger user");
        await ExecuteAsync(connection, $"""
            update dossiers d set sheet = o.sheet, outcome = o.outcome from dossiers o where d.id = {closed[0].Id} and o.id = {closed[1].Id}
            """);
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);

        var report = await new Verification(db, _ => { }).RunAsync(CancellationToken.None);

        Assert.NotEmpty(report.Faults);
        Assert.All(report.Faults, f => Assert.EndsWith(
            $"berkas {closed[0].Id}: lembar, hasil, atau para pihak yang tersimpan bukan yang tercetak di dalamnya.", f, StringComparison.Ordinal));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
