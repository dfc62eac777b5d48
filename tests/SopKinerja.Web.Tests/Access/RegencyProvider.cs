using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using SopKinerja.Web.Tests.Infrastructure;
using SopKinerja.Web.Tests.Site;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SopKinerja.Web.Tests.Access;

/// <summary>An OpenID Connect provider as a regency has one: OpenIddict on Kestrel, with its clients and codes in PostgreSQL. Whoever comes
/// is <see cref="Person"/>.</summary>
public sealed class RegencyProvider : IAsyncDisposable
{
    public const string Client = "sopkinerja";
    public const string Secret = "rahasia klien untuk uji";

    private readonly TestDatabase _database;
    private readonly WebApplication _server;

    private RegencyProvider(TestDatabase database, WebApplication server) => (_database, _server) = (database, server);

    public string Address { get; private set; } = "";

    /// <summary>What the ID token will say; the first is the subject.</summary>
    public IReadOnlyList<(string Type, string Value)> Person { get; set; } = [];

    /// <summary>The person there says no.</summary>
    public bool Denies { get; set; }

    /// <summary>Done to each ID token before it is signed.</summary>
    public Action<SecurityTokenDescriptor>? Tamper { get; set; }

    public TestClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <param name="back">Where its only client may be answered.</param>
    public static async Task<RegencyProvider> StartAsync(string back)
    {
        var database = await TestDatabase.CreateAsync();
        RegencyProvider? self = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddDbContext<Db>(o => o.UseNpgsql(database.ConnectionString).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<Db>())
            .AddServer(o =>
            {
                o.SetAuthorizationEndpointUris("masuk").SetTokenEndpointUris("token");
                o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                o.RegisterScopes(Scopes.Profile);
                o.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                o.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
                o.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(h => h
                    .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1).UseInlineHandler(token =>
                {
                    if (token.TokenType == TokenTypeIdentifiers.IdentityToken)
                    {
                        self!.Tamper?.Invoke(token.SecurityTokenDescriptor);
                    }

                    return default;
                }));
            });
        builder.Services.Configure<OpenIddictServerOptions>(o => o.TimeProvider = self!.Clock);
        var server = builder.Build();
        self = new(database, server);
        server.UseAuthentication();
        server.MapGet("/masuk", () => self.Answer());
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Db>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
            await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
            {
                ClientId = Client,
                ClientSecret = Secret,
                ConsentType = ConsentTypes.Implicit,
                RedirectUris = { new(back) },
                Permissions =
                {
                    Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
                    Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
                },
                Requirements = { Requirements.Features.ProofKeyForCodeExchange },
            });
        }

        await server.StartAsync();
        self.Address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        // It makes its keys at the first question, which on a busy machine takes longer than the program waits for a provider.
        using var first = new HttpClient();
        using var known = await first.GetAsync(new Uri($"{self.Address}/.well-known/openid-configuration"));
        known.EnsureSuccessStatusCode();
        return self;
    }

    public Task StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    private IResult Answer()
    {
        if (Denies)
        {
            return Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("uji", Claims.Name, Claims.Role);
        foreach (var (type, value) in Person)
        {
            identity.AddClaim(new Claim(type, value));
        }

        identity.SetScopes(Scopes.OpenId, Scopes.Profile);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private sealed class Db(DbContextOptions<Db> options) : DbContext(options);
}
