using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

/// <summary>How long a session lives at most, and how long without a sign of life.</summary>
public sealed record SessionLimits(TimeSpan Idle)
{
    public const string IdleSetting = "Sesi:MenitDiam";

    /// <summary>However busy it is: a working day with its overtime.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const int UsualMinutes = 60;
    private const int LeastMinutes = 5;

    /// <exception cref="StartRefusedException">The setting is no such number.</exception>
    public static SessionLimits Of(IConfiguration configuration)
    {
        var written = configuration[IdleSetting];
        return string.IsNullOrWhiteSpace(written) ? new(TimeSpan.FromMinutes(UsualMinutes))
            : int.TryParse(written, out var minutes) && minutes >= LeastMinutes && minutes <= Longest.TotalMinutes
                ? new(TimeSpan.FromMinutes(minutes))
                : throw new StartRefusedException($"Setelan Sesi__MenitDiam berisi “{written}”. Tulis bilangan bulat dari "
                    + $"{LeastMinutes} sampai {Longest.TotalMinutes:0} (menit).");
    }
}
