using System.Net;

namespace SopKinerja.Web.Tests;

/// <summary>The half of the matrix that sends forms.</summary>
public sealed class MatrixOfWritingTests(MatrixTests.World world) : MatrixTests(world)
{
    public static TheoryData<string> EverybodySignedIn => [.. World.Everybody.Where(w => w != "stranger")];

    [Theory]
    [MemberData(nameof(EverybodySignedIn))]
    public async Task Writing_is_refused_to_everybody_but_the_performer_and_then_changes_nothing(string who)
    {
        var wrong = new List<string>();
        var refused = Dossiers(who).Concat(Plans(who)).Concat(Rest(who)).Where(post => post.Expected != HttpStatusCode.OK).ToList();
        foreach (var post in refused)
        {
            await WriteAsync(wrong, who, post.Route, post.Handler, post.Address, post.Key, post.Expected);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
        Assert.True(refused.Count > 60, $"{refused.Count}");
        await TheWorld.IsUnchangedAsync();
    }

    [Fact]
    public async Task A_post_without_a_token_is_400_everywhere()
    {
        var wrong = new List<string>();
        // The error page takes the place of any page, also of one that was posted to; it does nothing.
        foreach (var route in TheWorld.Routes.Where(r => r.Posts.Count > 0 && r.Template != "galat/{code:int}"))
        {
            var who = !Others.TryGetValue(route.Template, out var forWhom) || forWhom is "*" or "person" or "off"
                ? "analis"
                : forWhom == "anonymous" ? "stranger" : forWhom.Replace("unit: ", "", StringComparison.Ordinal).Split(' ')[0];
            foreach (var handler in route.Posts)
            {
                var visitor = await TheWorld.VisitorAsync(who);
                var address = Address(route.Template, TheWorld.Dossiers[0]).Replace("{id:int}", "1", StringComparison.Ordinal);
                using var content = new FormUrlEncodedContent([new("Input.X", "y")]);
                using var answer = await visitor.Client.PostAsync(new Uri($"/{address}?handler={handler}", UriKind.Relative), content);
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{who} posts {address}?handler={handler}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        await TheWorld.IsUnchangedAsync();
    }

    private IEnumerable<Post> Dossiers(string who) =>
        from route in DossierRoutes
        from dossier in TheWorld.Dossiers
        from handler in route.Posts
        where IsAsked(who, handler, route, dossier.Id, w => Sees(w, dossier))
        select new Post(
            route, handler, Address(route.Template, dossier), dossier.Id, ExpectedOfWriting(route.Template, handler, who, dossier));

    private IEnumerable<Post> Plans(string who) =>
        from route in PlanRoutes
        from plan in TheWorld.Plans
        from handler in route.Posts
        where IsAsked(who, handler, route, plan.Id, w => Sees(w, plan))
        select new Post(route, handler, Address(route.Template, plan.Id), plan.Id, ExpectedOfPlanning(handler, who, plan));

    private IEnumerable<Post> Rest(string who) =>
        from route in TheWorld.Routes
        where route.Posts.Count > 0 && Others.TryGetValue(route.Template, out var forWhom) && forWhom != "anonymous" && !Fits(forWhom, who)
        select new Post(route, "", OfRecord(route.Template), null, ExpectedOfOther(route.Template, who, isWriting: true));

    // Of those to whom a record does not exist one sends each form, in turns; reading asks them all.
    private static bool IsAsked(string who, string handler, Route route, long key, Func<string, bool> sees)
    {
        if (sees(who))
        {
            return true;
        }

        var blind = World.Everybody.Where(w => w != "stranger" && !sees(w)).ToList();
        return blind[(int)((key + route.Posts.IndexOf(handler) + route.Template.Length) % blind.Count)] == who;
    }

    private sealed record Post(Route Route, string Handler, string Address, long? Key, HttpStatusCode Expected);
}
