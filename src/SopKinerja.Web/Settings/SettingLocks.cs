namespace SopKinerja.Web.Settings;

/// <summary>Settings that the environment of this server sets. They hold before what stands in the database, which keeps its own.</summary>
public sealed class SettingLocks
{
    private readonly Dictionary<SettingRow, (string Value, string Variable)> _locked = [];

    /// <summary>In the demo the address is the one that is served.</summary>
    /// <exception cref="StartRefusedException">A variable holds what cannot be kept.</exception>
    public static SettingLocks Of(IConfiguration configuration, bool isDemo)
    {
        var locks = new SettingLocks();
        foreach (var row in SettingTable.Rows)
        {
            if (configuration[row.Name] is { } written && !string.IsNullOrWhiteSpace(written))
            {
                locks._locked[row] = row.WhyNot(written) is { } fault && row.Kind != SettingKind.Picture
                    ? throw new StartRefusedException($"Setelan {row.Variable} berisi “{written}”. {fault} Perbaiki, atau kosongkan.")
                    : (row.Kind == SettingKind.Picture ? written : row.Read(written), row.Variable);
            }
        }

        if (isDemo && locks[SettingTable.AlamatAplikasi] is null)
        {
            locks._locked[SettingTable.AlamatAplikasi] =
                ((configuration["SOP_URLS"]?.Split(';')[0] ?? "http://127.0.0.1:5080").TrimEnd('/'), "SOP_URLS");
        }

        return locks;
    }

    /// <summary>Null where the environment says nothing.</summary>
    public string? this[SettingRow row] => _locked.TryGetValue(row, out var set) ? set.Value : null;

    /// <summary>The variable that sets it; null where none does.</summary>
    public string? VariableOf(SettingRow row) => _locked.TryGetValue(row, out var set) ? set.Variable : null;
}
