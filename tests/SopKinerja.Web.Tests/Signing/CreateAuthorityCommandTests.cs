using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Access;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Signing;

public sealed class CreateAuthorityCommandTests
{
    [Fact]
    public async Task A_given_passphrase_is_not_asked_for_and_must_be_as_good_as_a_typed_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = Services(database.ConnectionString);

        Assert.Equal((1, "Otoritas tidak dibuat. Frasa sandi paling sedikit 12 karakter. Pakai beberapa kata yang mudah Anda ingat."),
            await RunAsync(services, "pendek"));
        var (code, said) = await RunAsync(services, "kunci besar dinas kita");
        Assert.Equal(0, code);
        Assert.StartsWith("Otoritas sertifikat dinas sudah dibuat", said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(services, "kunci besar dinas kita")).Code);
        Assert.Equal(1, await services.GetRequiredService<SopDbContext>().Set<SigningAuthority>().CountAsync());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("https://waktu.contoh/tsa", true)]
    public void Timestamps_are_asked_of_the_server_that_the_setting_names(string address, bool isAsked)
    {
        var services = new ServiceCollection();
        services.AddSigning(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [SigningSetup.TimestampServerSetting] = address }).Build());
        using var provider = services.BuildServiceProvider();

        Assert.Equal(isAsked, provider.GetRequiredService<ITimestamps>().IsConfigured);
    }

    private static async Task<(int Code, string Said)> RunAsync(IServiceProvider services, string given)
    {
        await using var output = new StringWriter();
        var code = await CreateAuthorityCommand.RunAsync(services, given, new StringReader(""), output);
        return (code, output.ToString().Trim());
    }

    private static ServiceProvider Services(string connectionString) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddDbContext<SopDbContext>(o => o.UseNpgsql(connectionString)).AddSingleton(new KeyEnvelope(1000))
        .AddScoped(s => SigningWorld.Settings(s.GetRequiredService<SopDbContext>()))
        .AddScoped<LockedKeys>().AddScoped<ChangeLog>().AddScoped<CertificateActs>().AddOptions().BuildServiceProvider();
}
