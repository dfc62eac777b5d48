using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Tests.Infrastructure;

/// <summary>What the framework keeps in the database, and what it says of it.</summary>
public sealed class PersistenceSetupTests
{
    [Fact]
    public async Task What_was_protected_under_a_key_of_an_earlier_version_is_still_read()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var earlier = Earlier(database);
        var secret = earlier.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji").Protect("rahasia");

        await using var now = Program(database.ConnectionString);

        Assert.Equal("rahasia", now.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji").Unprotect(secret));
        Assert.Single(now.GetRequiredService<IKeyManager>().GetAllKeys());
    }

    [Fact]
    public async Task Two_servers_on_one_database_read_what_the_other_has_protected()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var one = Program(database.ConnectionString);
        await using var other = Program(database.ConnectionString);

        var secret = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji").Protect("rahasia");

        Assert.Equal("rahasia", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji").Unprotect(secret));
    }

    [Fact]
    public async Task A_server_is_healthy_as_long_as_its_database_answers()
    {
        string gone;
        await using (var database = await TestDatabase.CreateAsync())
        {
            gone = database.ConnectionString;
            Assert.Equal(HealthStatus.Healthy, await HealthAsync(gone));
        }

        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(gone));
    }

    private static async Task<HealthStatus> HealthAsync(string connectionString)
    {
        await using var program = Program(connectionString);
        return (await program.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
    }

    private static ServiceProvider Program(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPersistence(connectionString);
        return services.BuildServiceProvider();
    }

    // As the program was until version 0.4: a repository of its own under the same name of the application.
    private static ServiceProvider Earlier(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("SopKinerja");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new EarlierKeys(database.ConnectionString));
        return services.BuildServiceProvider();
    }

    private sealed class EarlierKeys(string connectionString) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var connection = Open();
            using var command = new NpgsqlCommand("select xml from data_protection_keys", connection);
            using var reader = command.ExecuteReader();
            var found = new List<XElement>();
            while (reader.Read())
            {
                found.Add(XElement.Parse(reader.GetString(0)));
            }

            return found;
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var connection = Open();
            using var command = new NpgsqlCommand("insert into data_protection_keys (friendly_name, xml) values ($1, $2)", connection)
            {
                Parameters = { new() { Value = friendlyName }, new() { Value = element.ToString(SaveOptions.DisableFormatting) } },
            };
            command.ExecuteNonQuery();
        }

        private NpgsqlConnection Open()
        {
            var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            return connection;
        }
    }
}
