namespace SopKinerja.Forms;

/// <summary>A QR code in a frame with its words beside it, never cut.</summary>
public abstract record QrBlock : FormBlock
{
    /// <summary>What the code holds.</summary>
    public abstract string Address { get; }

    /// <summary>The code for those who cannot see it.</summary>
    public abstract string Alternative { get; }

    public abstract IReadOnlyList<QrWords> Words { get; }

    /// <summary>Of the frame, in points; it grows with its words.</summary>
    public virtual double MinimumHeight => 0;

    public QrSquare Qr => QrSquare.Of(Address);
}

public sealed record QrWords(string Text, double FontSize = 8, bool Bold = false);
