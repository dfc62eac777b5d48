using Npgsql;

namespace SopKinerja.Web.Integrity;

/// <summary>Asks the database for sentences, each of which is a fault.</summary>
internal sealed class Findings(NpgsqlConnection connection)
{
    /// <summary>Of each question; more are counted.</summary>
    private const int MostNamed = 200;

    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public void Add(string fault) => _all.Add(fault);

    public void Add(IEnumerable<string> faults) => _all.AddRange(faults);

    /// <param name="values">By the names of the parameters.</param>
    public async Task AskAsync(string sql, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var count = 0;
        while (await reader.ReadAsync(cancel))
        {
            if (++count <= MostNamed)
            {
                Add(reader.GetString(0));
            }
        }

        if (count > MostNamed)
        {
            Add($"… dan {count - MostNamed} lagi yang serupa dengan yang terakhir.");
        }
    }
}
