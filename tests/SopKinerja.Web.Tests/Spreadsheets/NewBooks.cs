using System.IO.Compression;

namespace SopKinerja.Web.Tests.Spreadsheets;

/// <summary>Workbooks of today, made of the XML of their rows.</summary>
internal static class NewBooks
{
    public static byte[] Book(string rows) => Book(("Data", rows));

    public static byte[] Book(params (string Nama, string Rows)[] sheets) => Packed(
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml"
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """),
        ("_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            {string.Concat(sheets.Select((_, i) => $"""
                <Relationship Id="rId{i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                Target="worksheets/sheet{i + 1}.xml"/>
                """))}
            <Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            </Relationships>
            """),
        ("xl/workbook.xml", $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
            {string.Concat(sheets.Select((s, i) => $"""<sheet name="{s.Nama}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""))}</sheets></workbook>
            """),
        ("xl/styles.xml", """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/>
            <xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>
            """),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml",
            $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{s.Rows}</sheetData></worksheet>""")),
    ]);

    /// <summary>A row of text, as Excel writes it; null for no cell.</summary>
    public static string Row(int no, bool isHidden, params string?[] cells) => $"""
        <row r="{no}"{(isHidden ? " hidden=\"1\"" : "")}>{string.Concat(cells.Select((text, i) => text is null ? ""
            : $"""<c r="{(char)('A' + i)}{no}" t="inlineStr"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>"""))}</row>
        """;

    public static byte[] Packed(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
