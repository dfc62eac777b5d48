using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Plans;

public sealed class CascadeTests
{
    // Plans 1 (kadis), 2 and 3 (kabid), 4 (staf of 2), 5 (typed by hand), each of the person ten times its number.
    private static readonly IReadOnlyList<CascadeNode> Dinas =
    [
        Node(1, 0, null), Node(1, 1, null),
        Node(2, 0, (1, 0)), Node(2, 1, (1, 1)), Node(2, 2, null),
        Node(3, 0, (1, 0)),
        Node(4, 0, (2, 0)), Node(4, 1, (2, 2)),
        Node(5, 0, null),
    ];

    private static readonly HashSet<int> Kadis = [10];

    [Fact]
    public void The_trunks_are_the_rencana_of_the_top_and_each_branch_hangs_on_what_it_intervenes()
    {
        var cascade = new Cascade(Dinas, Kadis);

        Assert.Equal(["1.0", "1.1"], Words(cascade.Trunks));
        Assert.Equal(["2.0", "3.0"], Words(cascade.Below(cascade.Trunks[0])));
        Assert.Equal(["2.1"], Words(cascade.Below(cascade.Trunks[1])));
        Assert.Equal(3, cascade.CountBelow(cascade.Trunks[0], cascade.VisibleTo(Analis)));
    }

    [Fact]
    public void What_names_no_rencana_above_is_unlinked_and_keeps_what_hangs_on_it()
    {
        var cascade = new Cascade(Dinas, Kadis);

        Assert.Equal(["2.2", "5.0"], Words(cascade.Unlinked));
        Assert.Equal(["4.1"], Words(cascade.Below(cascade.Unlinked[0])));
    }

    [Fact]
    public void A_rencana_knows_the_chain_from_the_head_of_its_tree()
    {
        var cascade = new Cascade(Dinas, Kadis);

        Assert.Equal(["1.0", "2.0"], Words(cascade.Above(cascade.Find(new(4, 0))!)));
        Assert.Equal(["2.2"], Words(cascade.Above(cascade.Find(new(4, 1))!)));
        Assert.Empty(cascade.Above(cascade.Trunks[0]));
        Assert.Null(cascade.Find(new(4, 9)));
    }

    [Fact]
    public void Somebody_sees_the_chain_above_the_own_rencana_and_all_below()
    {
        var cascade = new Cascade(Dinas, Kadis);

        Assert.Equal(["1.0", "2.0", "2.2", "4.0", "4.1"], Keys(cascade.VisibleTo(Person(40))));
        Assert.Equal(["1.0", "1.1", "2.0", "2.1", "2.2", "4.0", "4.1"], Keys(cascade.VisibleTo(Person(20))));
        Assert.Equal(["1.0", "3.0"], Keys(cascade.VisibleTo(Person(30))));
        Assert.Empty(cascade.VisibleTo(Person(99)));
    }

    [Fact]
    public void Whoever_agrees_to_a_plan_sees_it_even_where_it_hangs_on_nothing_of_his() =>
        Assert.Equal(["3.0", "4.0"], Keys(new Cascade(
            [Node(1, 0, null), Node(3, 0, null) with { AtasanId = 20 }, Node(4, 0, (3, 0)), Node(5, 0, null)],
            Kadis).VisibleTo(Person(20))));

    [Theory]
    [InlineData(Role.Analis, 9)]
    [InlineData(Role.Kasubbag, 9)]
    [InlineData(Role.KepalaDinas, 9)]
    [InlineData(Role.Sekretaris, 0)]
    [InlineData(Role.Administrator, 0)]
    public void Offices_that_see_every_plan_see_the_whole_cascade(Role office, int seen) =>
        Assert.Equal(seen, new Cascade(Dinas, Kadis).VisibleTo(new(99, "Orang Lain", new HashSet<Role> { office })).Count);

    [Fact]
    public void An_account_that_belongs_to_nobody_sees_nothing_but_the_auditor_everything()
    {
        Assert.Empty(new Cascade(Dinas, Kadis).VisibleTo(new(null, "Admin", new HashSet<Role> { Role.Analis })));
        Assert.Equal(9, new Cascade(Dinas, Kadis).VisibleTo(new(null, "Auditor", new HashSet<Role> { Role.Auditor })).Count);
    }

    [Fact]
    public void What_intervenes_a_rencana_that_is_gone_is_unlinked() =>
        Assert.Equal(["2.0"], Words(new Cascade([Node(1, 0, null), Node(2, 0, (1, 7))], Kadis).Unlinked));

    [Fact]
    public void The_top_is_at_the_top_even_where_it_names_something_above_or_below_itself()
    {
        var cascade = new Cascade([Node(1, 0, (2, 0)), Node(1, 1, (9, 0)), Node(2, 0, (1, 0))], Kadis);

        Assert.Equal(["1.0", "1.1"], Words(cascade.Trunks));
        Assert.Equal(["2.0"], Words(cascade.Below(cascade.Trunks[0])));
        Assert.Empty(cascade.Below(cascade.Find(new(2, 0))!));
        Assert.Empty(cascade.Unlinked);
    }

    [Fact]
    public void A_circle_is_opened_somewhere_and_everything_on_it_is_shown_once()
    {
        IReadOnlyList<CascadeNode> circle = [Node(2, 0, (3, 0)), Node(3, 0, (4, 0)), Node(4, 0, (2, 0)), Node(5, 0, (4, 0)), Node(
            6, 0, (6, 0))];
        foreach (var nodes in new[] { circle, [.. circle.Reverse()] })
        {
            var cascade = new Cascade(nodes, Kadis);

            Assert.Equal(2, cascade.Unlinked.Count);
            Assert.Contains("6.0", Words(cascade.Unlinked));
            Assert.Equal(circle.Count, cascade.Unlinked.Sum(u => 1 + cascade.CountBelow(u, cascade.VisibleTo(Analis))));
            Assert.All(circle, n => Assert.DoesNotContain(n, cascade.Above(n)));
        }
    }

    [Fact]
    public void A_chain_of_ten_thousand_is_walked_without_a_stack_that_overflows()
    {
        var cascade = new Cascade([Node(1, 0, null), .. Enumerable.Range(2, 10_000).Select(i => Node(i, 0, (i - 1, 0)))], Kadis);

        Assert.Equal(10_000, cascade.CountBelow(cascade.Trunks[0], cascade.VisibleTo(Analis)));
        Assert.Equal(10_000, cascade.Above(cascade.Find(new(10_001, 0))!).Count);
    }

    private static CascadeNode Node(long plan, int position, (long Plan, int Position)? above) =>
        new(new(plan, position), (int)plan * 10, 990, above is { } a ? new(a.Plan, a.Position) : null);

    private static readonly Actor Analis = new(99, "Analis", new HashSet<Role> { Role.Analis });

    private static Actor Person(int id) => new(id, $"Orang {id}", new HashSet<Role>());

    private static string[] Words(IEnumerable<CascadeNode> nodes) => [.. nodes.Select(n => Word(n.Key))];

    private static string[] Keys(IEnumerable<RencanaKey> keys) => [.. keys.Select(Word).Order(StringComparer.Ordinal)];

    private static string Word(RencanaKey key) => $"{key.PlanId}.{key.Position}";
}
