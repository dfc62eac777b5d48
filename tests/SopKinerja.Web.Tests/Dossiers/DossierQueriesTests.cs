using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>What the queries say in SQL is what the procedure says in C#, for every dossier and everybody.</summary>
public sealed class DossierQueriesTests(BothLawsWorld world) : IClassFixture<BothLawsWorld>
{
    /// <summary>Everybody as they are, and some with offices that they do not hold today.</summary>
    public static TheoryData<string, Role[]> Everybody()
    {
        var data = new TheoryData<string, Role[]>();
        foreach (var userName in BothLawsWorld.UserNames)
        {
            data.Add(userName, []);
        }

        data.Add("kasubbag", [Role.Analis]);
        data.Add("analis", [Role.Kasubbag]);
        data.Add("kabidkop", [Role.Analis]);
        data.Add("kabidkop", [Role.Kasubbag, Role.Sekretaris]);
        data.Add("kadis", [Role.Analis, Role.Kasubbag, Role.Sekretaris]);
        data.Add("juru", [Role.Sekretaris]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Awaiting_is_where_the_procedure_lets_the_actor_work(string userName, Role[] more)
    {
        var actor = Actor(userName, more);
        var expected = (await world.DossiersAsync())
            .Where(d => Procedure.WhyNot(d, Act.Work, actor, world.Clock.GetUtcNow()) is null).Select(d => d.Id);

        var found = await world.AskAsync(db => db.AwaitingFor(actor).Select(d => d.Id).ToListAsync());

        Assert.Equal(expected.Order(), found.Order());
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Visible_is_what_the_procedure_lets_the_actor_view(string userName, Role[] more)
    {
        var actor = Actor(userName, more);
        var expected = (await world.DossiersAsync())
            .Where(d => Procedure.WhyNot(d, Act.View, actor, world.Clock.GetUtcNow()) is null).Select(d => d.Id);

        var found = await world.AskAsync(db => db.Dossiers.VisibleTo(actor).Select(d => d.Id).ToListAsync());

        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public async Task The_world_has_work_at_every_step_so_that_nothing_above_holds_for_want_of_dossiers()
    {
        var dossiers = await world.DossiersAsync();
        Assert.Equal(SopTable.Rows.Select(r => r.Step), dossiers.Where(d => d.ClosedAt is null).Select(d => d.Step).Distinct().Order());
        Assert.Contains(dossiers, d => d.ClosedAt is not null);
        Assert.Contains(dossiers, d => d.Keberatan is not null);
        Assert.Contains(dossiers, d => d.SentBackHere is not null);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData(@"\")]
    [InlineData("%a%")]
    [InlineData("Rus_ini")]
    public async Task Wildcards_in_a_search_are_ordinary_characters(string text) =>
        Assert.Empty(await world.AskAsync(db => db.Dossiers.Named(db.SearchNames, db.SearchNips, text).Select(d => d.Id).ToListAsync()));

    private Actor Actor(string userName, Role[] more)
    {
        var actor = world.ActorOf(userName);
        return actor with { Offices = actor.Offices.Union(more).ToHashSet() };
    }
}
