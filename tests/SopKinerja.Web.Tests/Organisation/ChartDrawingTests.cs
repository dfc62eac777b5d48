using System.Xml.Linq;
using SopKinerja.Web.Pages.Organisation;

namespace SopKinerja.Web.Tests.Organisation;

/// <summary>A chart on its sheets: each stands there once and whole, on the paper, over nobody else, below whom he stands below.</summary>
public sealed class ChartDrawingTests
{
    private const string Long = "Prof. Dr. H. Raden Mas Muhammad Abdurrahman Wahid Kusumaningrat Hadiningrat, S.I.P., M.Si., M.M.";

    private static readonly Dictionary<string, IReadOnlyList<ChartNode>> Charts = new()
    {
        ["one"] = [Node("Dinas")],
        ["a dinas"] = [Node("Bupati", Node("Sekda", Node("Kadis", [.. Enumerable.Range(1, 5).Select(b => Node($"Kabid {b}", Leaves(b * 2)))])))],
        ["seven levels"] = [Chain(7), Node("Cabang", Chain(6), Chain(5))],
        ["120 children"] = [Node("Kepala", Leaves(120))],
        ["120 children of one in a branch"] = [Node("Kepala", Node("Kabid", Leaves(120)), Node("Lain", Leaves(3)))],
        ["many branches"] = [Node("Kepala", [.. Enumerable.Range(1, 17).Select(b => Node($"Bidang {b}", Leaves(b % 5)))])],
        ["many without anybody"] = Leaves(90),
        ["long names"] = [Node(Long, Node(Long, Leaves(9, Long)), Node(Long, Node(Long, Node(Long, Leaves(12, Long)))))],
        ["one long word"] = [Node(new string('W', 90), Leaves(4, new string('m', 90)))],
        ["broad and deep"] = [Node("Kepala", [.. Enumerable.Range(1, 6).Select(b => Node($"Kabid {b}", Chain(5), Node("Kasi", Leaves(9)), Chain(3)))])],
    };

    private static readonly IReadOnlyList<ChartPaper> Papers = [ChartPaper.Screen, ChartPaper.File, .. ChartPaper.Printed];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            Charts.Keys.ToList().ForEach(chart => Papers.ToList().ForEach(paper => cases.Add(chart, paper.Kode)));
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_box_is_there_once_on_the_paper_and_over_no_other(string chart, string kode)
    {
        var (sheets, paper) = Drawn(chart, kode);

        Assert.Equal(Charts[chart].Sum(Count), sheets.Sum(s => s.Boxes.Count(b => !b.IsRepeated)));
        Assert.All(sheets, sheet =>
        {
            Assert.NotEmpty(sheet.Boxes);
            Assert.InRange(sheet.Height, 1, paper.Height);
            Assert.All(sheet.Boxes, b => Assert.True(b.X >= 1 && b.Y >= 1 && b.X + b.Width < paper.Width && b.Foot < paper.Height, $"{b}"));
            Assert.DoesNotContain(Pairs(sheet.Boxes), p => Overlap(p.A, p.B));
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_stay_whole_and_within_their_box(string chart, string kode)
    {
        var (sheets, _) = Drawn(chart, kode);
        var said = sheets.SelectMany(s => s.Boxes).Where(b => !b.IsRepeated)
            .Select(b => string.Concat(b.Texts.Where(t => t.Kind == DrawnKind.Title).Select(t => t.Words)).Replace(" ", "", StringComparison.Ordinal));

        Assert.Equal(
            Charts[chart].SelectMany(All).Select(n => n.Title.Replace(" ", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            said.Order(StringComparer.Ordinal));
        Assert.All(sheets.SelectMany(s => s.Boxes), b => Assert.All(b.Texts, t =>
        {
            var (size, isBold) = t.Kind == DrawnKind.Title ? (ChartDrawing.TitleSize, true) : (ChartDrawing.LineSize, t.Kind == DrawnKind.Mark);
            Assert.InRange(t.X + WrappedText.Width(t.Words, size, isBold), b.X, b.X + b.Width - 2);
            Assert.InRange(t.Y, b.Y + 8, b.Foot - 3);
        }));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_line_runs_through_a_box_and_all_but_the_roots_hang_on_one(string chart, string kode)
    {
        var (sheets, paper) = Drawn(chart, kode);

        Assert.All(sheets, sheet => Assert.Empty(sheet.Lines.SelectMany(Segments).SelectMany(
            s => sheet.Boxes.Where(b => s.X2 > b.X && s.X1 < b.X + b.Width && s.Y2 > b.Y && s.Y1 < b.Foot).Select(b => $"{s} {b}"))));
        Assert.All(sheets.SelectMany(s => s.Lines), l => Assert.True(
            Math.Min(l.X1, l.X2) > 0 && Math.Max(l.X1, l.X2) < paper.Width && Math.Max(l.Y1, l.Y2) < paper.Height, $"{l}"));
        var hanging = sheets.Sum(s => s.Boxes.Count(b => !b.IsRepeated && s.Lines.Any(l => EndsAt(l, b))));
        Assert.Equal(Charts[chart].Sum(Count) - Charts[chart].Count, hanging);
    }

    [Fact]
    public void A_dinas_of_thirty_is_one_sheet_of_A3_and_at_most_two_of_A4()
    {
        Assert.Single(Drawn("a dinas", "a3").Sheets);
        Assert.InRange(Drawn("a dinas", "a4").Sheets.Count, 1, 2);
    }

    [Fact]
    public void What_goes_on_says_whose_it_is()
    {
        var (sheets, _) = Drawn("120 children of one in a branch", "a4");
        var notes = sheets.SelectMany(s => s.Boxes).Where(b => b.IsRepeated).Select(b => string.Join(' ', b.Texts.Select(t => t.Words))).ToList();

        Assert.Contains("Lanjutan: Kabid", notes);
        Assert.Contains("Lanjutan: Kepala", notes);
        Assert.All(sheets.Skip(1), s => Assert.True(s.Boxes[0].IsRepeated));
    }

    [Fact]
    public void A_file_is_well_formed_whatever_is_written_in_it_and_holds_every_sheet()
    {
        var picture = new ChartPicture("<Bagan> & \"lain\"", ChartDrawing.Of([Node("A < B & C", Leaves(120))], ChartPaper.File));
        using var stream = new MemoryStream(picture.ToFile());
        var file = XDocument.Load(stream).Root!;
        XNamespace svg = "http://www.w3.org/2000/svg";

        Assert.Equal(picture.Sheets.Count, file.Elements(svg + "svg").Count());
        Assert.Equal(picture.Sheets.Sum(s => s.Boxes.Count), file.Descendants(svg + "g").Count());
        Assert.Equal("<Bagan> & \"lain\"", file.Element(svg + "title")!.Value);
        Assert.DoesNotContain(file.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "href");
    }

    private static (IReadOnlyList<Sheet> Sheets, ChartPaper Paper) Drawn(string chart, string kode)
    {
        var paper = Papers.Single(p => p.Kode == kode);
        return (ChartDrawing.Of(Charts[chart], paper), paper);
    }

    private static ChartNode Node(string title, params ChartNode[] below) => new(
        1, title, ["Pengelola Keamanan dan Ketertiban", "NIP •••••••• 201212 1 003"],
        title.Length % 3 == 0 ? [new("Menilai tanpa surat pendelegasian", null)] : [], below, below.Sum(b => b.CountBelow + 1))
    {
        From = "",
    };

    private static ChartNode[] Leaves(int count, string title = "Pegawai") => [.. Enumerable.Range(1, count).Select(i => Node($"{title} {i}"))];

    private static ChartNode Chain(int levels) => Node($"Tingkat {levels}", levels == 1 ? [] : [Chain(levels - 1), Node("Staf")]);

    private static int Count(ChartNode node) => All(node).Count();

    private static IEnumerable<ChartNode> All(ChartNode node) => node.Below.SelectMany(All).Prepend(node);

    private static IEnumerable<(DrawnBox A, DrawnBox B)> Pairs(List<DrawnBox> boxes) =>
        boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => (a, b)));

    private static bool Overlap(DrawnBox a, DrawnBox b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Foot && b.Y < a.Foot;

    private static bool EndsAt(DrawnLine line, DrawnBox box) => line.X2 >= box.X && line.X2 <= box.X + box.Width && line.Y2 >= box.Y
        && line.Y2 <= box.Foot && (line.Y2 == box.Y || line.X2 == box.X);

    private static IEnumerable<(int X1, int Y1, int X2, int Y2)> Segments(DrawnLine line)
    {
        var (x, y) = line.IsAcrossFirst ? (line.X2, line.Y1) : (line.X1, line.Y2);
        return [Ordered(line.X1, line.Y1, x, y), Ordered(x, y, line.X2, line.Y2)];
    }

    private static (int X1, int Y1, int X2, int Y2) Ordered(int x1, int y1, int x2, int y2) =>
        (Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));

    [Fact]
    public void Where_there_is_nobody_the_file_says_so()
    {
        var drawing = XDocument.Load(new MemoryStream(new ChartPicture("Bagan, Dinas", []).ToFile()));
        Assert.Contains("Belum ada yang dapat digambar di sini.", drawing.Root!.Value, StringComparison.Ordinal);
    }
}
