namespace SopKinerja.Web.Tests;

/// <summary>The half of the matrix that opens addresses.</summary>
public sealed class MatrixOfReadingTests(MatrixTests.World world) : MatrixTests(world)
{
    public static TheoryData<string> Everybody => [.. World.Everybody];

    [Fact]
    public void Every_route_is_in_a_class()
    {
        var unknown = TheWorld.Routes.Where(r => !Others.ContainsKey(r.Template)
            && !r.Template.StartsWith("berkas/{id:long}", StringComparison.Ordinal)
            && !r.Template.StartsWith("skp/{id:long}", StringComparison.Ordinal));

        Assert.Empty(unknown.Select(r => r.Template));
        Assert.All(DossierRoutes, r => Assert.True(r.Template.EndsWith("hasil-belum-diketahui", StringComparison.Ordinal)
            || StepOf(r.Template, TheWorld.Dossiers[0]) is not null || NeedOf(r.Template) is not null, r.Template));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Reading_is_open_to_those_it_is_for_and_changes_nothing(string who)
    {
        var wrong = new List<string>();
        foreach (var route in TheWorld.Routes.Where(r => Others.ContainsKey(r.Template)))
        {
            var address = OfRecord(route.Template).Replace("{code:int}", "404", StringComparison.Ordinal);
            await ReadAsync(wrong, who, route, address, null, ExpectedOfOther(route.Template, who));
        }

        foreach (var route in DossierRoutes)
        {
            foreach (var dossier in TheWorld.Dossiers)
            {
                await ReadAsync(
                    wrong, who, route, Address(route.Template, dossier), dossier.Id, ExpectedOfReading(route.Template, who, dossier));
            }
        }

        foreach (var route in PlanRoutes)
        {
            foreach (var plan in TheWorld.Plans)
            {
                await ReadAsync(wrong, who, route, Address(route.Template, plan.Id), plan.Id, ExpectedOfPlan(route.Template, who, plan));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
        await TheWorld.IsUnchangedAsync();
    }
}
