using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

/// <summary>How many months the Catatan akses is kept. The database refuses fewer than <see cref="Least"/> by itself.</summary>
public sealed record AccessRetention(int Months)
{
    public const string Setting = "Catatan:BulanSimpan";

    public const int Least = 6;

    private const int Most = 120;

    // Two yearly evaluations: who contests a result of last year still finds who opened it.
    private const int Usual = 24;

    /// <exception cref="StartRefusedException">The setting is no such number.</exception>
    public static AccessRetention Of(IConfiguration configuration)
    {
        var written = configuration[Setting];
        return string.IsNullOrWhiteSpace(written) ? new(Usual)
            : int.TryParse(written, out var months) && months is >= Least and <= Most ? new(months)
            : throw new StartRefusedException($"Setelan Catatan__BulanSimpan berisi “{written}”. Tulis bilangan bulat "
                + $"dari {Least} sampai {Most} (bulan).");
    }
}
