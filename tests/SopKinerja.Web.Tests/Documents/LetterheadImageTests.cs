using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Tests.Documents;

public sealed class LetterheadImageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sop-kop-").FullName;

    [Fact]
    public void Without_a_file_the_letterhead_is_words_alone()
    {
        Assert.False(LetterheadImage.Read(null).IsThere);
        Assert.Null(LetterheadImage.Read(" ").Beside("DINAS").Image);
    }

    [Fact]
    public void A_picture_is_drawn_on_paper_without_transparency_and_named_for_the_screen()
    {
        var letterhead = LetterheadImage.Read(Write(Png(40, 50))).Beside([.. SampleForms.Letterhead.Lines]);
        var form = PdfEngineTests.Of(letterhead, new Paragraph("isi"));
        using var pdf = new PdfTools(TheEngine.Draw(form));
        Assert.Equal("", pdf.Faults());
        Assert.Equal(1, pdf.Images);
        Assert.DoesNotContain("/SMask", pdf.Open, StringComparison.Ordinal);
        var picture = FormHtmlTests.Parse(form).QuerySelector(".form-letterhead img")!;
        Assert.Matches("^/gambar-kop\\?v=[0-9a-f]{12}$", picture.GetAttribute("src"));
    }

    [Fact]
    public void A_wide_picture_stays_beside_the_words()
    {
        var letterhead = LetterheadImage.Read(Write(Png(1200, 40))).Beside([.. SampleForms.Letterhead.Lines]);
        var lines = FormLayout.Of(PdfEngineTests.Of(letterhead))[0].Pieces[0].Piece.Cells[0].Lines;
        Assert.All(lines, line => Assert.True(line.X > PieceMaker.LetterheadImageSide));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "missing", "tidak ada" }, { "text", "bukan PNG dan bukan JPEG" }, { "heavy", "paling besar 300 kB" }, { "wide", "1201 × 10 piksel" }, { "alpha", "tembus pandang" },
        { "tRNS", "tembus pandang" }, { "acTL", "bergerak" }, { "interlace", "interlace" }, { "deep", "16 bit" }, { "cut", "terpotong" }, { "empty", "bukan PNG" }, { "cmyk", "CMYK" },
        { "jpeg-cut", "terpotong" }, { "garbled", "rusak" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_drawn_is_refused_at_the_start_with_the_remedy(string what, string because)
    {
        var path = what switch
        {
            "missing" => Path.Combine(_folder, "tidak-ada.png"),
            "text" => Write(Encoding.ASCII.GetBytes("<svg/>")),
            "heavy" => Write([.. Png(10, 10), .. new byte[300_000]]),
            "wide" => Write(Png(1201, 10)),
            "alpha" => Write(Png(10, 10, colour: 6)),
            "deep" => Write(Png(10, 10, depth: 16)),
            "interlace" => Write(Png(10, 10, interlace: 1)),
            "cut" => Write(Png(40, 40)[..60]),
            "garbled" => Write(Png(40, 40, pixels: [1, 2, 3])),
            "empty" => Write([]),
            "cmyk" => Write([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 10, 0, 10, 4, 1, 0x11, 0, 2, 0x11, 0]),
            "jpeg-cut" => Write([0xff, 0xd8, 0xff, 0xe0, 0, 16, .. "JFIF"u8]),
            _ => Write(Png(10, 10, extra: what)),
        };
        var refused = Assert.Throws<StartRefusedException>(() => LetterheadImage.Read(path));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Dinas__GambarKop", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, "kop");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A picture of one colour.</summary>
    internal static byte[] Png(
        int width, int height, byte depth = 8, byte colour = 2, byte interlace = 0, string? extra = null, byte[]? pixels = null)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (depth, colour, interlace);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(
                pixels ?? [.. Enumerable.Repeat((byte[])[0, .. Enumerable.Repeat((byte)120, width * 3)], height).SelectMany(row => row)]);
        }

        (string, byte[])[] more = extra is null ? [] : [(extra, new byte[8])];
        return PngFile.Of([("IHDR", head), .. more, ("IDAT", packed.ToArray()), ("IEND", [])]);
    }
}
