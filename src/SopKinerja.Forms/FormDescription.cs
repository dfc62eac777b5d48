namespace SopKinerja.Forms;

/// <summary>A printed form in neutral words: every engine draws this and nothing else.</summary>
public sealed record FormDescription(DocumentProperties Properties, IReadOnlyList<FormPart> Parts, string Footer = "")
{
    /// <summary>
    /// The same form with its proof below the signatures of the first part, where the page has room, and the code on every page, before
    /// words that may be cut.
    /// </summary>
    public FormDescription ProvenBy(DocumentProof? proof) => proof is null ? this : this with
    {
        Parts = [Parts[0] with { Blocks = [.. Parts[0].Blocks, new Spacer(6), new ProofBlock(proof)] }, .. Parts.Skip(1)],
        Footer = Footer.Length == 0 ? $"Kode verifikasi {proof.Kode}" : $"Kode verifikasi {proof.Kode}. {Footer}",
    };
}

/// <summary>What the file says about itself; the creation time is given, so that the same form gives the same bytes.</summary>
public sealed record DocumentProperties(string Title, string Subject, string Author, DateTimeOffset CreatedAt)
{
    /// <summary>Empty leaves them out.</summary>
    public string Keywords { get; init; } = "";
}

/// <summary>Pages of A4 in one orientation.</summary>
public sealed record FormPart(string Name, PageOrientation Orientation, IReadOnlyList<FormBlock> Blocks);

/// <summary>How an A4 page lies.</summary>
public enum PageOrientation
{
    Portrait,
    Landscape,
}

public enum TextAlignment
{
    Left,
    Centre,
    Right,
}

public abstract record FormBlock;

/// <summary>The head of an office letter: the second line is its name; the picture goes into the PDF, its local address onto the
/// screen.</summary>
public sealed record Letterhead(IReadOnlyList<string> Lines, byte[]? Image = null, string? ImageUrl = null) : FormBlock;

/// <summary>A heading that stays with what follows it; level 1 is the title of a part.</summary>
public sealed record Heading(string Text, int Level = 1, TextAlignment Alignment = TextAlignment.Centre) : FormBlock;

public sealed record Paragraph(string Text, TextAlignment Alignment = TextAlignment.Left, bool Bold = false, bool Italic = false)
    : FormBlock
{
    public double FontSize { get; init; } = 9.5;
}

public sealed record KeyValues(IReadOnlyList<KeyValueLine> Lines) : FormBlock;

public sealed record KeyValueLine(string Key, string Value);

/// <summary>A few bars on one base line; they show proportions and no scale, so the caption says in words what is to be seen.</summary>
public sealed record BarChart(string Caption, IReadOnlyList<Bar> Bars) : FormBlock;

public sealed record Bar(string Label, double Height);

/// <summary>Empty height, in points; it vanishes at the top of a page.</summary>
public sealed record Spacer(double Points) : FormBlock;

public sealed record PageBreak : FormBlock;
