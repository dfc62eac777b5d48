namespace SopKinerja.Web.Signing.Pdf;

/// <summary>
/// What reading one file may cost in all, whatever it says of itself. The reader unpacks nothing and follows nothing twice, so values,
/// bytes, depth and saves are all that a file can make it pay with (docs/decisions/0044).
/// </summary>
internal sealed class PdfBudget(int bytes, CancellationToken cancel)
{
    /// <summary>Values within values.</summary>
    public const int Deepest = 64;

    /// <summary>Three people sign, each in a save and a field of their own.</summary>
    public const int MostSaves = 16;

    public const int MostFields = 16;

    /// <summary>Values and lines of the cross-reference tables. A document of forty pages, signed by three, takes a few thousand.</summary>
    public const int MostValues = 100_000;

    /// <summary>Bytes that all packed parts of a file unpack to. Lists of objects and packed objects of a save have some
    /// thousand.</summary>
    public const int MostUnpacked = 4 * 1024 * 1024;

    /// <summary>Bytes that streams of later saves unpack to while they are looked through; nothing of them is kept. A picture of a
    /// signature has some hundred thousand, a list of revoked certificates a few million.</summary>
    public const int MostSearched = 16 * 1024 * 1024;

    // How many values are read between two looks at the clock.
    private const int Pace = 512;

    private int _values = MostValues;

    private int _bytes = bytes;

    private int _unpacked = MostUnpacked;

    private int _searched = MostSearched;

    /// <summary>One value more.</summary>
    /// <exception cref="PdfRefusedException">It is one too many, or time is up.</exception>
    public void Value()
    {
        if (--_values < 0)
        {
            throw new PdfRefusedException(PdfFault.TooMuch, "isinya terlalu banyak");
        }

        if (_values % Pace == 0)
        {
            Time();
        }
    }

    /// <summary>So many bytes more. No byte of a file stands in two of its parts, so all of them together are no longer than it.</summary>
    /// <exception cref="PdfRefusedException">Its parts lie over each other.</exception>
    public void Bytes(int read)
    {
        _bytes -= read;
        if (_bytes < 0)
        {
            throw new PdfRefusedException(PdfFault.TooMuch, "bagian-bagiannya bertumpukan");
        }
    }

    /// <summary>So many bytes more came out of packed ones.</summary>
    /// <exception cref="PdfRefusedException">There are too many.</exception>
    public void Unpacked(int bytes) => Take(ref _unpacked, bytes);

    /// <summary>So many bytes more came out of packed ones, and were looked through.</summary>
    /// <exception cref="PdfRefusedException">There are too many.</exception>
    public void Searched(int bytes) => Take(ref _searched, bytes);

    private void Take(ref int left, int bytes)
    {
        Time();
        left -= bytes;
        if (left < 0)
        {
            throw new PdfRefusedException(PdfFault.TooMuch, "isinya yang dipadatkan terlalu banyak");
        }
    }

    /// <exception cref="PdfRefusedException">Time is up.</exception>
    public void Time()
    {
        if (cancel.IsCancellationRequested)
        {
            throw new PdfRefusedException(PdfFault.TooMuch, "pemeriksaannya tidak selesai pada waktunya");
        }
    }
}
