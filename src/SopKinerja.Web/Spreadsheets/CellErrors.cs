namespace SopKinerja.Web.Spreadsheets;

/// <summary>What a spreadsheet shows where a formula has no value.</summary>
public static class CellErrors
{
    private static readonly string[] Shown =
        ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!"];

    public static bool Is(string text) => Shown.Contains(text);
}
