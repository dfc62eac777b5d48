using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Access;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Authenticity;

/// <summary>Who asks too often waits, and is told so.</summary>
public sealed class LimitsTests(LimitsTests.LimitedSite site) : IClassFixture<LimitsTests.LimitedSite>
{
    [Fact]
    public async Task Codes_and_files_are_counted_apart_and_what_is_too_much_is_answered_with_a_sentence()
    {
        using var stranger = site.Stranger();
        for (var i = 0; i < LimitedSite.Codes; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync("/periksa/ABCD-EFGH-JKMN")).Status);
        }

        IsToWait(await stranger.GoAsync("/periksa/ABCD-EFGH-JKMN"));
        for (var i = 0; i < LimitedSite.Files; i++)
        {
            Assert.Contains("rusak", (await HandedInAsync(stranger)).Text, StringComparison.Ordinal);
        }

        IsToWait(await HandedInAsync(stranger));

        // The form itself and every other page go on.
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/periksa")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/masuk")).Status);

        site.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync("/periksa/ABCD-EFGH-JKMN")).Status);
        Assert.Contains("rusak", (await HandedInAsync(stranger)).Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Two_servers_count_together_and_two_addresses_apart()
    {
        await using var second = site.WithWebHostBuilder(_ => { });
        using var other = second.CreateClient(new() { AllowAutoRedirect = false });
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= LimitedSite.Codes; i++)
        {
            answers.Add(await AskAsync(i % 2 == 0 ? client : other, "192.0.2.1"));
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.NotFound, LimitedSite.Codes), HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(other, "192.0.2.2"));
        // An IPv4 address is the same in the clothes of IPv6; of IPv6 a network is one.
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(other, "::ffff:192.0.2.1"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(client, "2001:db8:1:2::1"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(other, "2001:db8:1:2::2"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(client, "2001:db8:1:2:3::3"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(other, "2001:db8:1:2:ffff::4"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(other, "2001:db8:1:3::1"));
    }

    [Fact]
    public async Task Many_at_one_moment_are_each_counted()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(client, "192.0.2.20")));

        Assert.Equal(LimitedSite.Codes, answers.Count(a => a == HttpStatusCode.NotFound));
        Assert.Equal(20 - LimitedSite.Codes, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_so_again_without_asking_the_database()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        for (var i = 0; i <= LimitedSite.Codes; i++)
        {
            await AskAsync(client, "192.0.2.30");
        }

        await site.AskAsync(db => db.Tries.Where(t => t.Network == "192.0.2.30").ExecuteDeleteAsync());

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "192.0.2.30"));
    }

    [Fact]
    public async Task What_was_counted_goes_when_it_is_over()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        for (var i = 0; i < 50; i++)
        {
            await AskAsync(client, $"198.51.100.{i}");
        }

        Assert.Equal(50, await CountAsync());
        site.Clock.Move(TimeSpan.FromSeconds(61));
        await AskAsync(client, "203.0.113.1");
        Assert.Equal(0, await CountAsync());

        Task<int> CountAsync() => site.AskAsync(db => db.Tries.CountAsync(t => t.Network.StartsWith("198.51.100.")));
    }

    [Fact]
    public async Task Who_comes_while_as_many_files_are_in_hand_as_may_be_is_told_when_to_come_again()
    {
        var door = site.Services.GetRequiredService<FileDoor>();
        using var stranger = site.Stranger();
        var form = (await stranger.GoAsync("/periksa")).Attach("Dokumen PDF", "x.pdf", "%PDF-1.4"u8.ToArray());
        var held = Enumerable.Range(0, FileDoor.MostInHand).Select(i => door.Enter($"{i % 2}")).ToList();
        Assert.All(held, place => Assert.True(place.IsAcquired));

        var refused = await form.PressAsync("Periksa dokumen");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Sedang banyak dokumen yang diperiksa", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/periksa")).Status);

        held.ForEach(place => place.Dispose());
        site.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Contains("rusak", (await HandedInAsync(stranger)).Text, StringComparison.Ordinal);
        // Its place is free again.
        Assert.Equal(FileDoor.MostInHand, Enumerable.Range(0, FileDoor.MostInHand).Count(i =>
        {
            held[i] = door.Enter($"{i % 2}");
            return held[i].IsAcquired;
        }));
        held.ForEach(place => place.Dispose());
        site.Clock.Move(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void One_address_does_not_hold_all_places()
    {
        using var door = new FileDoor();
        var held = Enumerable.Range(0, FileDoor.MostInHand).Select(_ => door.Enter("a")).ToList();

        Assert.Equal(FileDoor.MostOfOneNetwork, held.Count(place => place.IsAcquired));
        Assert.True(door.Enter("b").IsAcquired);
    }

    private static void IsToWait(Visit refused)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Tunggu satu menit", refused.Text, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/periksa/ABCD-EFGH-JKMN", UriKind.Relative));
        request.Headers.Add(LimitedSite.From, from);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<Visit> HandedInAsync(Visitor stranger) =>
        await (await stranger.GoAsync("/periksa")).Attach("Dokumen PDF", "x.pdf", "%PDF-1.4"u8.ToArray()).PressAsync("Periksa dokumen");

    public sealed class LimitedSite : SopSite
    {
        public const int Codes = 3;

        public const int Files = 2;

        /// <summary>The address of whoever asks, which the test server does not have.</summary>
        public const string From = "X-Uji-Alamat";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(PublicLimits.CodesSetting, $"{Codes}");
            builder.UseSetting(PublicLimits.FilesSetting, $"{Files}");
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, AddressFromHeader>());
        }
    }

    private sealed class AddressFromHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(
            Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = http.Request.Headers[LimitedSite.From] is [{ } from]
                    ? IPAddress.Parse(from) : http.Connection.RemoteIpAddress;
                return rest(http);
            });
            next(app);
        };
    }
}
