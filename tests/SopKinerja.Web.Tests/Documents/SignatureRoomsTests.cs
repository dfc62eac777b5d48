using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Tests.Signing;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>Rooms for signatures, in the file of whichever engine; and what gives them to a file of a library that names no
/// rectangles.</summary>
public sealed class SignatureRoomsTests
{
    private static readonly (double, double) A4 = (595, 842);

    [Fact]
    public void The_engine_of_this_build_names_a_room_for_each_signature()
    {
        var source = PdfSource.Read(TheEngine.Draw(SampleForms.ForSigning()));
        Assert.All(Enum.GetValues<SignaturePlace>(), place => Assert.True(
            SignatureRoom.Of(source, place) is { Width: > 100, Height: > 30 }, $"{place}"));
    }

    [Fact]
    public void A_file_drawn_without_marks_gets_the_rooms_and_bookmarks_of_a_drawn_form_in_one_revision()
    {
        var form = SampleForms.ForSigning(12);
        var drawn = new PdfSharpEngine().Draw(form);
        var (bare, rooms) = Bare(form);

        var marked = PdfMarks.Add(bare, form, rooms, Starts(form));

        Assert.Equal(marked, PdfMarks.Add(bare, form, rooms, Starts(form)));
        using var expected = new PdfTools(drawn);
        using var found = new PdfTools(marked);
        Assert.Equal("", found.Faults());
        Assert.Equal(1, Count(marked, "startxref"));
        Assert.Equal(expected.RawText, found.RawText);
        Assert.All(Enum.GetValues<SignaturePlace>(), place => Assert.Equal(Room(drawn, place), Room(marked, place)));
        Assert.Equal(Outline(drawn), Outline(marked));
        Assert.Contains("/StructTreeRoot", found.Open, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_room_that_the_form_asks_for_gets_no_marks()
    {
        var form = SampleForms.ForSigning();
        var (bare, rooms) = Bare(form);

        Assert.Throws<InvalidOperationException>(() => PdfMarks.Add(bare, form, [.. rooms.Skip(1)], Starts(form)));
        Assert.Throws<InvalidOperationException>(() => PdfMarks.Add(bare, form, rooms, []));
    }

    [Fact]
    public void A_file_written_anew_keeps_its_conformance_and_the_time_of_the_one_before_wherever_the_server_stands()
    {
        var drawn = new PdfSharpEngine().Draw(SampleForms.ForSigning());
        var form = SampleForms.ForSigning();
        var (bare, rooms) = Bare(form);
        byte[][] anew =
        [
            PdfFile.Rewritten(drawn, _ => { }), PdfMarks.Add(bare, form, rooms, Starts(form)), CopyStamp.Stamp(drawn, "Salinan", "ke-1"),
        ];

        Assert.All(anew.Select(System.Text.Encoding.Latin1.GetString), pdf =>
        {
            Assert.Contains("<pdfaid:part>2<", pdf, StringComparison.Ordinal);
            Assert.Contains("<pdfaid:conformance>A<", pdf, StringComparison.Ordinal);
        });
        var moved = PdfFile.WithoutMoment("/CreationDate(D:20261122060500+00'00')/ModDate(D:20261126190000+08'00')"u8.ToArray());
        Assert.Equal(
            "/CreationDate(D:20261122060500+00'00')/ModDate(D:20261122060500+00'00')", System.Text.Encoding.ASCII.GetString(moved));
    }

    [Fact]
    public void Such_a_file_is_signed_three_times_and_every_signature_holds()
    {
        var form = SampleForms.ForSigning();
        var (bare, rooms) = Bare(form);
        using var people = new SampleSignatures();

        var signed = SampleSignatures.Persons.Keys.Aggregate(
            PdfMarks.Add(bare, form, rooms, Starts(form)), (pdf, place) => people.Sign(pdf, place));

        using var tools = new PdfTools(signed);
        Assert.Equal(4, tools.Signatures.Split("Signature is Valid.").Length);
        Assert.True(people.Verify(signed) is { Holds: true, Signatures.Count: 3 });
    }

    [Fact]
    public void A_file_that_was_drawn_without_room_for_the_day_is_signed_in_its_block_alone()
    {
        var form = SampleForms.ForSigning();
        var earlier = form with { Parts = [.. form.Parts.Select(part => part with { Blocks = [.. part.Blocks.Select(WithoutDays)] })] };
        using var people = new SampleSignatures();

        var signed = SampleSignatures.Persons.Keys.Aggregate(new PdfSharpEngine().Draw(earlier), (pdf, place) => people.Sign(pdf, place));

        using var tools = new PdfTools(signed);
        Assert.True(people.Verify(signed) is { Holds: true, Signatures.Count: 3 });
        Assert.Contains("10. DITERIMA TANGGAL", tools.Text.Split('\n').Select(line => line.Trim()));
    }

    [Fact]
    public void A_room_that_is_missing_or_not_asked_for_is_no_file()
    {
        var form = SampleForms.ForSigning();
        var rooms = Rooms().ToList();

        PdfPlaces.Check(form, rooms, _ => A4);
        Assert.Throws<InvalidOperationException>(() => PdfPlaces.Check(form, rooms[1..], _ => A4));
        Assert.Throws<InvalidOperationException>(() => PdfPlaces.Check(form, [.. rooms, rooms[0]], _ => A4));
        Assert.Throws<InvalidOperationException>(() => PdfPlaces.Check(SampleForms.Document(3), rooms, _ => A4));
    }

    [Fact]
    public void An_engine_does_not_draw_a_form_that_asks_twice_for_one_place()
    {
        var form = SampleForms.ForSigning();
        var twice = form with { Parts = [form.Parts[0], form.Parts[0]] };

        Assert.Throws<InvalidOperationException>(() => TheEngine.Draw(twice));
    }

    [Theory]
    [InlineData(-1, 700, 100, 60)]
    [InlineData(500, 700, 100, 60)]
    [InlineData(50, 800, 100, 60)]
    [InlineData(50, 700, 100, 0)]
    public void A_room_outside_the_page_is_no_file(double x, double y, double width, double height)
    {
        var rooms = Rooms().ToList();
        rooms[2] = rooms[2] with { X = x, Y = y, Width = width, Height = height };

        Assert.Throws<InvalidOperationException>(() => PdfPlaces.Check(SampleForms.ForSigning(), rooms, _ => A4));
    }

    [Fact]
    public void Rooms_over_each_other_are_no_file()
    {
        var rooms = Rooms().ToList();
        rooms[1] = rooms[0] with { Place = rooms[1].Place, X = rooms[0].X + 50 };

        Assert.Throws<InvalidOperationException>(() => PdfPlaces.Check(SampleForms.ForSigning(), rooms, _ => A4));
        rooms[1] = rooms[1] with { Page = 2 };
        PdfPlaces.Check(SampleForms.ForSigning(), rooms, _ => A4);
    }

    private static IEnumerable<SignatureRect> Rooms() =>
        Enum.GetValues<SignaturePlace>().Select((place, i) => new SignatureRect(place, 1, 50, 100 + (i * 80), 200, 60));

    // The same form as another library would draw it: no one is named in the file, and where things fell is known beside it.
    private static (byte[] File, IReadOnlyList<SignatureRect> Rooms) Bare(FormDescription form)
    {
        var bare = form with { Parts = [.. form.Parts.Select(part => part with { Blocks = [.. part.Blocks.Select(WithoutPlaces)] })] };
        var rooms = FormLayout.Of(form).Index().SelectMany(page => page.Item.Pieces.SelectMany(placed => placed.Piece.Cells
            .Where(cell => cell.Room is not null)
            .Select(cell => new SignatureRect(
                cell.Room!.Place, page.Index + 1, PageFrame.Left + cell.X, placed.Y + cell.Room.Y, cell.Width, cell.Room.Height)
            {
                Date = cell.Room.Date is { } date ? date with { X = PageFrame.Left + cell.X + date.X, Y = placed.Y + date.Y } : null,
            })));
        return (PdfFile.Rewritten(new PdfSharpEngine()
            .Draw(bare), document => document.Internals.Catalog.Elements.Remove("/Outlines")), [.. rooms]);
    }

    private static FormBlock WithoutPlaces(FormBlock block) => block is SignatureBlocks signatures
        ? signatures with { Places = [.. signatures.Places.Select(place => place is null ? null : place with { Place = null })] }
        : block;

    private static FormBlock WithoutDays(FormBlock block) => block is SignatureBlocks signatures
        ? signatures with { Places = [.. signatures.Places.Select(place => place is null ? null : place with { HasDateRoom = false })] }
        : block;

    private static IReadOnlyList<BlockStart> Starts(FormDescription form)
    {
        var seen = new HashSet<FormBlock>(ReferenceEqualityComparer.Instance);
        return
        [
            .. FormLayout.Of(form).Index().SelectMany(page => page.Item.Pieces
                .Where(placed => seen.Add(placed.Piece.Block))
                .Select(placed => new BlockStart(placed.Piece.Block, page.Index + 1, placed.Y))),
        ];
    }

    private static (double, double, string) Room(byte[] pdf, SignaturePlace place)
    {
        var room = SignatureRoom.Of(PdfSource.Read(pdf), place);
        return (room.Width, room.Height, $"{room.Rectangle}");
    }

    private static string[] Outline(byte[] pdf)
    {
        using var tools = new PdfTools(pdf);
        return tools.Bookmarks;
    }

    private static int Count(byte[] pdf, string word) => System.Text.Encoding.Latin1.GetString(pdf).Split(word).Length - 1;
}
