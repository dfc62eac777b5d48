using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Persistence;

/// <summary>The settings of the dinas, read from the database once in each request and never kept longer, so that every server has them
/// at once. Whoever is signed in brings them with the question about his session.</summary>
public sealed class CurrentSettings(SopDbContext db, SettingLocks locks)
{
    private DinasSettings? _read;

    /// <summary>As they stand.</summary>
    public DinasSettings Value => _read ??= Read(null);

    /// <summary>As far as this request knows them already; null where it does not.</summary>
    public DinasSettings? Known => _read;

    public SettingLocks Locks => locks;

    /// <summary>As they stood at a moment; as they stand for one when they were not complete, since what was printed then had its names
    /// from the environment. What that sets has no history and holds for all times.</summary>
    public DinasSettings AsOf(DateTimeOffset moment) => Value.Since is not { } since || since <= moment ? Value
        : Read(moment) is { Missing.Count: 0 } then ? then : Value;

    /// <param name="json">As <see cref="SettingsAsOf"/> gives them.</param>
    public void Take(string json) => _read = Of(json);

    /// <summary>Reads them again the next time, after they were changed.</summary>
    public void Forget() => _read = null;

    /// <summary>In a query: all settings at a moment, for null now.</summary>
    public static string SettingsAsOf(DateTimeOffset? moment) => throw new InvalidOperationException($"{moment} is asked of the database.");

    private DinasSettings Read(DateTimeOffset? moment) =>
        Of(db.Database.SqlQuery<string>($"""select settings_as_of({moment}::timestamptz) as "Value" """).AsEnumerable().Single());

    private DinasSettings Of(string json)
    {
        var held = JsonSerializer.Deserialize<Held>(json)!;
        return new(held.Since, held.Values, locks);
    }

    private sealed record Held(DateTimeOffset? Since, Dictionary<string, string> Values);
}
