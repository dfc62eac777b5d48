namespace SopKinerja.Forms;

/// <summary>One to three places to sign, side by side; never cut, never alone on a page. A null leaves its place empty.</summary>
public sealed record SignatureBlocks(IReadOnlyList<SignatureBlock?> Places, bool Framed = false) : FormBlock;

/// <summary>Caption, then room for ink or the words of an electronic approval, then the name underlined and the number.</summary>
/// <param name="Statement">The electronic approval; null leaves room for ink.</param>
/// <param name="Number">For example "NIP 19…"; null for an elected head, who has none.</param>
public sealed record SignatureBlock(IReadOnlyList<string> Caption, string? Statement, string Name, string? Number)
{
    /// <summary>Names the room for a signature in the file itself; null where no one signs the file.</summary>
    public SignaturePlace? Place { get; init; }

    /// <summary>Whether the first line of the caption goes on with a comma and room for the day of the signature, which is not known yet;
    /// QuestPDF leaves none.</summary>
    public bool HasDateRoom { get; init; }
}

/// <summary>Whose signature stands at a place of the file; the file names it as a destination, so it is found again whenever someone
/// signs.</summary>
public enum SignaturePlace
{
    PejabatPenilai,
    Asn,
    AtasanPejabatPenilai,
}
