using SpreadCheetah;

namespace SopKinerja.Web.Spreadsheets;

/// <summary>Writes a sheet in which every cell is text, so that no number of 18 digits is shortened and nothing is computed.</summary>
public static class Workbook
{
    public static async Task<byte[]> FileAsync(
        string sheet, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows, CancellationToken cancel)
    {
        await using var stream = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(stream, cancellationToken: cancel))
        {
            await book.StartWorksheetAsync(sheet, token: cancel);
            foreach (var row in rows.Prepend(columns))
            {
                await book.AddRowAsync([.. row.Select(text => new Cell(text))], cancel);
            }

            await book.FinishAsync(cancel);
        }

        return stream.ToArray();
    }
}
