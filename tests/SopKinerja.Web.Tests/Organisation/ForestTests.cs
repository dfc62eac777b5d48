using SopKinerja.Web.Pages.Organisation;

namespace SopKinerja.Web.Tests.Organisation;

public sealed class ForestTests
{
    [Fact]
    public void Each_stands_once_below_whom_he_stands_below_and_all_below_are_counted()
    {
        var forest = new Forest([(1, null), (2, 1), (3, 1), (4, 2), (5, 99)]);

        Assert.Equal([1, 5], forest.Roots);
        Assert.Equal([2, 3], forest.Below(1));
        Assert.Equal((3, 1, 0), (forest.CountBelow(1), forest.CountBelow(2), forest.CountBelow(3)));
    }

    [Fact]
    public void A_circle_ends_and_who_hangs_on_it_stays_below()
    {
        var forest = new Forest([(7, 2), (1, null), (2, 3), (3, 2), (4, 4)]);

        Assert.Equal([1, 2, 4], forest.Roots);
        Assert.Equal([7, 3], forest.Below(2));
        Assert.Empty(forest.Below(3));
        Assert.Equal(2, forest.CountBelow(2));
    }

    [Fact]
    public void One_page_holds_so_many_and_so_deep_and_the_rest_is_counted_and_has_its_way_on()
    {
        var wide = new Forest([(1, null), .. Enumerable.Range(2, 1000).Select(id => (id, (int?)1))]);
        var window = new ForestWindow(wide);
        window.Take(1, null);
        Assert.Equal((ForestWindow.Most, 301), (window.Below(1).Count(), window.Last));
        window = new(wide);
        window.Take(1, 901);
        Assert.Equal([902, 1001], new[] { window.Below(1).First(), window.Below(1).Last() });
        Assert.Null(window.Last);

        var deep = new Forest([(1, null), .. Enumerable.Range(2, 20).Select(id => (id, (int?)(id - 1)))]);
        window = new(deep);
        window.Take(null, null);
        Assert.Equal(ForestWindow.Deepest, window.Shown.Length);

        var roots = new Forest([.. Enumerable.Range(1, 700).Select(id => (id, (int?)null))]);
        window = new(roots);
        window.Take(null, 300);
        Assert.Equal((301, 600), (window.Tops[0], window.Last));
    }
}
