using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace SopKinerja.Web.Spreadsheets;

/// <summary>Reads XLSX, XLS and CSV, and never more than a bounded part of them.</summary>
public static class SheetReader
{
    public const int MostBytes = 5 * 1024 * 1024;

    public const int MostRows = 20_000;

    public const int MostColumns = 100;

    /// <summary>Twenty times what a sheet of the most rows takes.</summary>
    private const long MostUnpacked = 200L * 1024 * 1024;

    // From here on a double no longer holds every whole number, and Excel shows none in full.
    private const double MostExact = 1e15;

    private const int MostTold = 10;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly byte[] Zip = [0x50, 0x4B];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly string TooMany = $"Lembar memuat lebih dari {Angka.Ringkas(MostRows)} baris, termasuk baris kosong yang "
        + "diberi format. Hapus baris kosong di bawah data (pilih barisnya, Hapus), atau bagi menjadi beberapa berkas.";

    private static readonly string TooWide = $"Lembar memuat lebih dari {MostColumns} kolom, termasuk kolom kosong yang diberi format. "
        + "Hapus kolom kosong di kanan data, atau salin kolom yang perlu saja ke lembar baru.";

    private const string TooDense = "Isi berkas ini jauh lebih besar daripada ukurannya, jadi tidak dibuka. Salin datanya saja ke buku "
        + "kerja baru, simpan, lalu unggah yang baru.";

    private const string Unreadable = "Berkas ini tidak dapat dibuka: rusak, atau bukan buku kerja Excel. Buka di Excel, simpan ulang "
        + "sebagai Excel (.xlsx) atau CSV, lalu pilih lagi.";

    private const string OpenDocument = "Ini berkas ODS (LibreOffice, OpenOffice), yang tidak dapat dibaca di sini. Buka di aplikasinya, "
        + "pilih Simpan sebagai, jenis Excel (.xlsx), lalu unggah yang baru.";

    private const string Protected =
        "Berkas ini dikunci dengan kata sandi. Di Excel, simpan salinan tanpa kata sandi, lalu pilih salinan itu.";

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SheetFile Read(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            return SheetFile.Refused($"Berkas ini terlalu besar. Paling besar {MostBytes / 1024 / 1024} MB; hapus gambar dan lembar "
                + "yang tidak perlu, atau bagi menjadi beberapa berkas.");
        }

        var isZip = file.AsSpan().StartsWith(Zip);
        if (!isZip && !file.AsSpan().StartsWith(Ole))
        {
            return Whole("", CsvReader.Read(file));
        }

        try
        {
            if (isZip && UnpacksTooFar(file))
            {
                return SheetFile.Refused(TooDense);
            }

            if (isZip && IsOpenDocument(file))
            {
                return SheetFile.Refused(OpenDocument);
            }

            var read = Workbook(file);
            // The library gives an error and an empty cell alike, and an empty cell would empty what is there.
            return read.Refusal is null && (isZip ? ErrorCells(file) : OldBook.ErrorCells(file, MostTold)) is { Count: > 0 } wrong
                ? SheetFile.Refused(SentenceOnErrors(wrong)) : read;
        }
        catch (InvalidPasswordException)
        {
            return SheetFile.Refused(Protected);
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or XmlException or IOException
            or FormatException or ArgumentException or IndexOutOfRangeException or NullReferenceException or InvalidOperationException
            or OverflowException or NotSupportedException or KeyNotFoundException)
        {
            // The library meets what it did not expect with whatever exception comes first.
            return SheetFile.Refused(Unreadable);
        }
    }

    /// <summary>Pasted cells: what a spreadsheet puts on the clipboard is text with tabs.</summary>
    public static SheetFile Pasted(string text) => Whole("", CsvReader.Read(text));

    private static SheetFile Whole(string nama, List<SheetRow> rows) =>
        rows.Count > MostRows ? SheetFile.Refused(TooMany)
        : rows.Any(r => r.Cells.Count > MostColumns) ? SheetFile.Refused(TooWide)
        : new([new(nama, WithoutTail(rows))], null);

    // Unpacked once to nowhere: the sizes that the file itself tells may be untrue.
    private static bool UnpacksTooFar(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false));
        var buffer = new byte[81_920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                total += read;
                if (total > MostUnpacked)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Its first entry says what it is, in its own file.
    private static bool IsOpenDocument(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false));
        return archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null;
    }

    private static List<string> ErrorCells(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false));
        var found = new List<string>();
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var xml = XmlReader.Create(entry.Open(), new() { CloseInput = true, DtdProcessing = DtdProcessing.Prohibit });
            while (found.Count < MostTold && xml.ReadToFollowing("c", Main))
            {
                if (xml.GetAttribute("t") == "e")
                {
                    found.Add(xml.GetAttribute("r") ?? "?");
                }
            }
        }

        return found;
    }

    private static string SentenceOnErrors(List<string> cells) =>
        $"Sel {string.Join(", ", cells)} berisi galat Excel, misalnya #N/A: rumusnya tidak menghasilkan apa-apa. Perbaiki rumusnya atau "
        + "ketik isinya; bila ada di lembar lain, salin datanya saja ke buku kerja baru.";

    private static SheetFile Workbook(byte[] file)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file, writable: false));
        var sheets = new List<Sheet>();
        do
        {
            if (reader.RowCount > MostRows)
            {
                return SheetFile.Refused(TooMany);
            }

            if (reader.FieldCount > MostColumns)
            {
                return SheetFile.Refused(TooWide);
            }

            var rows = new List<SheetRow>();
            while (reader.Read())
            {
                if (rows.Count == MostRows)
                {
                    return SheetFile.Refused(TooMany);
                }

                rows.Add(new(
                    rows.Count + 1, reader.RowHeight == 0, [.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))]));
            }

            sheets.Add(new(CellText.Clean(reader.Name), WithoutTail(rows)));
        }
        while (reader.NextResult());

        return new(sheets, null);
    }

    private static List<SheetRow> WithoutTail(List<SheetRow> rows)
    {
        var last = rows.FindLastIndex(r => r.Cells.Any(c => c.Length > 0));
        return rows[..(last + 1)];
    }

    private static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        double number when reader.GetNumberFormatString(column)?.Contains('%', StringComparison.Ordinal) == true =>
            $"{Number(number * 100)} %",
        double number => Number(number),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "ya" : "tidak",
        var other => CellText.Clean(Convert.ToString(other, CultureInfo.InvariantCulture)),
    };

    private static string Number(double number) =>
        Math.Abs(number) >= MostExact ? number.ToString("0.#####E+0", CultureInfo.InvariantCulture).Replace('.', ',')
        // Of a number it is known where its decimals begin, also where three of them could be thousands.
        : Angka.Isian((decimal)number);
}
