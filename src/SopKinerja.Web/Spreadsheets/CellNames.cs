namespace SopKinerja.Web.Spreadsheets;

public static class CellNames
{
    /// <summary>As a spreadsheet names a column: A for 0, AA for 26.</summary>
    public static string Column(int at) => at < 26 ? $"{(char)('A' + at)}" : $"{Column((at / 26) - 1)}{(char)('A' + (at % 26))}";
}
