using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Pages.Cascade;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Tests.Cascade;

public sealed class TreeWindowTests
{
    private static readonly Actor Analis = new(99, "Analis", new HashSet<Role> { Role.Analis });

    [Fact]
    public void A_small_tree_is_shown_whole() => Assert.Equal(8, Shown(Drawn(Wide(7))));

    [Fact]
    public void What_does_not_fit_keeps_its_number_and_an_address()
    {
        // Ten trunks with thirty each do not fit: some are folded away as a whole, none in part.
        var trees = Drawn([.. Enumerable.Range(1, 10).SelectMany(i => Wide(30, i * 1000))]);

        Assert.Equal(10, trees.Count);
        Assert.InRange(Shown(trees), 90, 120);
        Assert.All(trees, t => Assert.Equal(30, t.CountBelow));
        Assert.All(trees, t => Assert.True(t.Below.Count is 0 or 30));
        Assert.Contains(trees, t => t.Below.Count == 0);
        Assert.Equal("/skp/pohon?periode=7&dari=1000.0", trees[0].Url);
    }

    [Fact]
    public void On_a_page_of_its_own_a_rencana_shows_all_that_hangs_on_it() => Assert.Equal(501, Shown(Drawn(Wide(500), isAlone: true)));

    [Fact]
    public void A_deep_chain_goes_on_at_another_address()
    {
        var trees = Drawn([Node(1, null), .. Enumerable.Range(2, 40).Select(i => Node(i, i - 1))]);

        Assert.Equal(5, Shown(trees));
        Assert.Equal(40, trees[0].CountBelow);
    }

    [Theory]
    [InlineData("17.3", 17, 3)]
    [InlineData("17", 0, null)]
    [InlineData("17.-1", 0, null)]
    [InlineData("17.3.1", 0, null)]
    [InlineData("", 0, null)]
    [InlineData(null, 0, null)]
    public void The_key_in_an_address_is_read_or_is_none(string? text, long plan, int? position) =>
        Assert.Equal(position is { } place ? new RencanaKey(plan, place) : null, Twig.ReadKey(text));

    private static IReadOnlyList<Twig> Drawn(IReadOnlyList<CascadeNode> nodes, bool isAlone = false)
    {
        var cascade = new Domain.Plans.Cascade(nodes, nodes.Where(n => n.Sumber is null).Select(n => n.PegawaiId).ToHashSet());
        var window = new TreeWindow(cascade, cascade.VisibleTo(Analis));
        window.Take(cascade.Trunks, isAlone);
        var texts = nodes.Where(n => window.PlanIds.Contains(n.Key.PlanId))
            .ToDictionary(
                n => n.Key, n => new RencanaText(n.Key.PlanId, n.Key.Position, "Uraian", false, false, n.PegawaiId, "Nama", "Jabatan"));
        return window.Draw(cascade.Trunks, texts, null, 7);
    }

    private static IReadOnlyList<CascadeNode> Wide(int below, long trunk = 1) =>
        [Node(trunk, null), .. Enumerable.Range(1, below).Select(i => Node(trunk + i, trunk))];

    private static CascadeNode Node(long plan, long? above) => new(new(plan, 0), (int)plan, 0, above is { } a ? new(a, 0) : null);

    private static int Shown(IEnumerable<Twig> twigs) => twigs.Sum(t => 1 + Shown(t.Below));
}
