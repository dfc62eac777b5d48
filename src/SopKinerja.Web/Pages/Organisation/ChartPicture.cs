using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using Microsoft.AspNetCore.Html;

namespace SopKinerja.Web.Pages.Organisation;

/// <summary>A chart as SVG. It wears its own ink, so that a file of it is whole; a page may dress it in other colours by its
/// classes.</summary>
/// <param name="Title">What it is of, said in the head of each sheet and to who does not see it.</param>
public sealed record ChartPicture(string Title, IReadOnlyList<Sheet> Sheets)
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string Font = "'Liberation Sans', Arial, Helvetica, sans-serif";
    private const int Between = 24;
    private const int EmptyHeight = 72;
    private const string Empty = "Belum ada yang dapat digambar di sini. Bagan tampil sesudah unit kerja dan pegawainya dicatat.";

    /// <summary>One sheet, to stand in a page.</summary>
    public IHtmlContent Page(int index) => new Drawn(writer => WriteSheet(writer, index, null));

    /// <summary>All sheets, one below the other.</summary>
    public byte[] ToFile()
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            var (width, height) = Sheets.Count == 0 ? (ChartPaper.File.Width, EmptyHeight)
                : (Sheets.Max(s => s.Paper.Width), Sheets.Sum(s => s.Height + Between));
            Begin(writer, width, height, null);
            writer.WriteAttributeString("font-family", Font);
            writer.WriteElementString("title", Namespace, Title);
            Element(writer, "rect", ("width", width), ("height", height), ("fill", "#ffffff"));
            writer.WriteEndElement();
            if (Sheets.Count == 0)
            {
                Text(writer, 0, 14, Title, DrawnKind.Title);
                Text(writer, 0, 42, Empty, DrawnKind.Line);
            }

            var y = 0;
            foreach (var (i, sheet) in Sheets.Index())
            {
                WriteSheet(writer, i, y);
                y += sheet.Height + Between;
            }

            writer.WriteEndElement();
        }

        return stream.ToArray();
    }

    private void WriteSheet(XmlWriter writer, int index, int? y)
    {
        var sheet = Sheets[index];
        Begin(writer, sheet.Paper.Width, sheet.Height, y);
        if (y is null)
        {
            Attributes(writer, ("class", "bagan__lembar"), ("font-family", Font), ("role", "img"), ("aria-labelledby", $"bagan-{index}"));
            writer.WriteStartElement("title", Namespace);
            writer.WriteAttributeString("id", $"bagan-{index}");
            writer.WriteString($"{Title}, gambar {index + 1} dari {Sheets.Count}; isinya juga ada pada daftar di halaman ini");
            writer.WriteEndElement();
        }

        if (sheet.Paper.HasHead)
        {
            Text(writer, 0, 14, Title, DrawnKind.Title);
            Element(writer, "text", ("class", "bagan__kata"), ("x", sheet.Paper.Width), ("y", 14), ("text-anchor", "end"),
                ("font-size", ChartDrawing.LineSize), ("fill", "#333333"));
            writer.WriteString($"Lembar {index + 1} dari {Sheets.Count}");
            writer.WriteEndElement();
        }

        foreach (var line in sheet.Lines)
        {
            Element(writer, "path",
                ("class", "bagan__garis"), ("d", line.Path), ("fill", "none"), ("stroke", "#555555"), ("stroke-width", 1));
            writer.WriteEndElement();
        }

        foreach (var box in sheet.Boxes)
        {
            WriteBox(writer, box);
        }

        writer.WriteEndElement();
    }

    private static void WriteBox(XmlWriter writer, DrawnBox box)
    {
        writer.WriteStartElement("g", Namespace);
        Element(writer, "rect",
            ("class", box.IsMarked ? "bagan__kotak bagan__kotak--janggal" : "bagan__kotak"), ("x", box.X), ("y", box.Y),
            ("width", box.Width), ("height", box.Height), ("rx", 3), ("fill", "#ffffff"), ("stroke", box.IsMarked ? "#7f4700" : "#333333"),
            ("stroke-width", box.IsMarked ? 2 : 1), ("stroke-dasharray", box.IsRepeated ? "4 3" : "none"));
        writer.WriteEndElement();
        foreach (var text in box.Texts)
        {
            Text(writer, text.X, text.Y, text.Words, text.Kind);
        }

        writer.WriteEndElement();
    }

    private static void Text(XmlWriter writer, int x, int y, string words, DrawnKind kind)
    {
        Element(writer, "text",
            ("class", kind == DrawnKind.Mark ? "bagan__kata bagan__kata--janggal" : "bagan__kata"), ("x", x), ("y", y),
            ("font-size", kind == DrawnKind.Title ? ChartDrawing.TitleSize : ChartDrawing.LineSize),
            ("font-weight", kind == DrawnKind.Line ? "400" : "700"), ("fill", kind == DrawnKind.Mark ? "#7f4700" : "#000000"));
        writer.WriteString(words);
        writer.WriteEndElement();
    }

    private static void Begin(XmlWriter writer, int width, int height, int? y)
    {
        writer.WriteStartElement("svg", Namespace);
        Attributes(writer, ("width", width), ("height", height), ("viewBox", $"0 0 {width} {height}"));
        if (y is { } place)
        {
            Attributes(writer, ("y", place));
        }
    }

    private static void Element(XmlWriter writer, string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        writer.WriteStartElement(name, Namespace);
        Attributes(writer, attributes);
    }

    private static void Attributes(XmlWriter writer, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            writer.WriteAttributeString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    private sealed class Drawn(Action<XmlWriter> draw) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            using var xml = XmlWriter.Create(writer, new() { OmitXmlDeclaration = true, CloseOutput = false });
            draw(xml);
        }
    }
}
