using System.Globalization;
using SopKinerja.Domain.Calendar;

namespace SopKinerja.Web.Settings;

/// <summary>The settings of the dinas as they stood at one moment.</summary>
/// <param name="since">When the newest of them was set; null where none was.</param>
/// <param name="values">By name, what was set; what was not holds as usual.</param>
public sealed class DinasSettings(DateTimeOffset? since, IReadOnlyDictionary<string, string> values, SettingLocks? locks = null)
{
    public static DinasSettings Of(params IReadOnlyList<(SettingRow Row, string Value)> values) =>
        new(null, values.ToDictionary(v => v.Row.Name, v => v.Value));

    public DateTimeOffset? Since => since;

    /// <summary>What holds: the environment's, else what was set, else what is usual.</summary>
    public string this[SettingRow row] => locks?[row] ?? Stored(row);

    public string Nama => this[SettingTable.Nama];

    public string NamaPendek => this[SettingTable.NamaPendek];

    public string Pemerintah => this[SettingTable.Pemerintah];

    public string Alamat => this[SettingTable.Alamat];

    public string Tempat => this[SettingTable.Tempat];

    /// <summary>Where people reach the program, without a slash at its end; empty while it is not set.</summary>
    public string AlamatAplikasi => this[SettingTable.AlamatAplikasi];

    /// <summary>SHA-256 of the picture in the letterhead; empty for none.</summary>
    public string GambarKop => Stored(SettingTable.GambarKop);

    /// <summary>Which days count until the last day to object.</summary>
    public DayKind ObjectionDays => this[SettingTable.HariKeberatan] == "kerja" ? DayKind.Working : DayKind.Calendar;

    public string KodeKlasifikasi => this[SettingTable.KodeKlasifikasi];

    public OfficeHours JamKerja => OfficeHours.Of(this[SettingTable.JamBiasa], this[SettingTable.JamKhusus]);

    public string KodeSekaliPakai => this[SettingTable.KodeSekaliPakai];

    /// <summary>How many days a slip opens its account.</summary>
    public int SlipDays => Number(SettingTable.HariSlip);

    /// <summary>How long a session lives without a sign of life.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(Number(SettingTable.MenitDiam));

    public int AccessMonths => Number(SettingTable.BulanSimpan);

    /// <summary>What no form can be printed without and is not there yet.</summary>
    public IReadOnlyList<SettingRow> Missing => [.. SettingTable.Rows.Where(r => r.IsPrinted && this[r].Length == 0)];

    /// <summary>Why nothing can be printed, approved or issued yet, as a sentence; null when all is there. The one question of all that
    /// print.</summary>
    public string? WhyNotPrinted => Missing is { Count: > 0 } missing
        ? $"Setelan dinas belum lengkap, jadi belum ada yang dapat dicetak, disetujui, atau diterbitkan. Yang belum diisi: "
            + $"{string.Join(", ", missing.Select(r => r.Label))}. Administrator mengisinya di halaman Setelan dinas (/setelan)."
        : null;

    /// <summary>What the database holds, whatever the environment says.</summary>
    public string Stored(SettingRow row) => values.TryGetValue(row.Name, out var value) && value.Length > 0 ? value : row.Usual;

    private int Number(SettingRow row) => int.Parse(this[row], CultureInfo.InvariantCulture);
}
