namespace SopKinerja.Web.Spreadsheets;

/// <summary>A sheet as text: each cell as a spreadsheet would show it, dates as 2026-11-28; trailing empty rows are left out.</summary>
public sealed record Sheet(string Nama, IReadOnlyList<SheetRow> Rows)
{
    public bool IsEmpty => Rows.Count == 0;
}

/// <param name="No">As the spreadsheet numbers it, from 1.</param>
/// <param name="IsHidden">Hidden or filtered away: read all the same.</param>
public sealed record SheetRow(int No, bool IsHidden, IReadOnlyList<string> Cells)
{
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";
}

/// <summary>What a file holds: its sheets, or why it cannot be read.</summary>
/// <param name="Refusal">A sentence for the screen; null when it was read.</param>
public sealed record SheetFile(IReadOnlyList<Sheet> Sheets, string? Refusal)
{
    public static SheetFile Refused(string sentence) => new([], sentence);
}
