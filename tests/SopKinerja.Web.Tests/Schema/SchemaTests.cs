using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>The schema is written by hand; the model of the program must say the same.</summary>
public sealed class SchemaTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Every_column_of_the_model_is_in_the_database_with_its_type_and_whether_it_may_be_empty()
    {
        var inDatabase = await ColumnsAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<SopDbContext>()
            .GetInfrastructure().GetRequiredService<IDesignTimeModel>().Model;
        var inModel = model.GetRelationalModel().Tables.SelectMany(
            t => t.Columns.Where(c => c.Name != "xmin"), (t, c) => $"{t.Name}.{c.Name} {c.StoreType}{(c.IsNullable ? " null" : "")}");

        Assert.Empty(inModel.Except(inDatabase));
    }

    [Fact]
    public async Task Every_table_of_the_database_is_in_the_model_but_those_that_only_triggers_or_migrations_write()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var tables = scope.ServiceProvider.GetRequiredService<SopDbContext>().Model.GetEntityTypes()
            .Select(e => e.GetTableName()).ToHashSet();

        string[] others =
        [
            "dossier_versions", "ledger", "ledger_heads", "method_asn", "plan_moves", "plan_versions", "schema_migrations", "seals", "sop_columns",
            "sop_moves", "sop_not_also",
        ];
        Assert.Equal(others, (await ColumnsAsync())
            .Select(c => c.Split('.')[0]).Distinct().Where(t => !tables.Contains(t)).Order());
    }

    [Fact]
    public async Task Every_reference_of_the_model_is_one_in_the_database()
    {
        var inDatabase = await ListAsync("""
            select conrelid::regclass || '.' || (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) || ' -> ' || confrelid::regclass
            from pg_constraint where contype = 'f'
            """);
        await using var scope = site.Services.CreateAsyncScope();
        var inModel = scope.ServiceProvider.GetRequiredService<SopDbContext>().Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())
            .Select(
                k => $"{k.DeclaringEntityType.GetTableName()}.{k.Properties[0].GetColumnName()} -> {k.PrincipalEntityType.GetTableName()}");

        Assert.Empty(inModel.Except(inDatabase));
    }

    private Task<List<string>> ColumnsAsync() => ListAsync("""
        select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then '' else ' null' end
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        """);

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync())
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }
}
