using Npgsql;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Schema;

public sealed class GuardMutantTests(SopSite site) : IClassFixture<SopSite>
{
    /// <summary>One that the server refuses would count as noticed by every test.</summary>
    [Fact]
    public async Task Every_guard_can_be_made_weaker()
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        var all = await GuardMutant.AllAsync(connection);
        Assert.True(all.Count > 250, $"{all.Count}");
        List<string> failed = [];
        foreach (var mutant in all)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            try
            {
                await using var command = new NpgsqlCommand(mutant.Sql, connection, transaction);
                await command.ExecuteNonQueryAsync();
            }
            catch (PostgresException refused)
            {
                failed.Add($"{mutant.Name}: {refused.MessageText}");
            }

            await transaction.RollbackAsync();
        }

        Assert.Empty(failed);
    }
}
