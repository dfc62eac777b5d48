namespace SopKinerja.Domain;

/// <summary>How dates, times and spans are written in Indonesian offices; times are WITA (UTC+8).</summary>
public static class Tanggal
{
    public static readonly TimeSpan Wita = TimeSpan.FromHours(8);

    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    public static DateOnly DiWita(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Wita).DateTime);

    /// <summary>The first moment of a day, in UTC; of days at the edge of the calendar the first that there is.</summary>
    public static DateTimeOffset Mulai(DateOnly date) => date == DateOnly.MinValue
        ? DateTimeOffset.MinValue
        : new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Wita).ToUniversalTime();

    public static string Tampil(DateOnly date) => $"{date.Day} {Bulan(date)} {date.Year:0000}";

    public static string Tampil(DateTimeOffset at) => Tampil(DiWita(at));

    /// <summary>"1 Januari s.d. 31 Desember 2026"; both years where they differ.</summary>
    public static string JangkaWaktu(DateOnly mulai, DateOnly selesai) =>
        $"{(mulai.Year == selesai.Year ? Tampil(mulai)[..^5] : Tampil(mulai))} s.d. {Tampil(selesai)}";

    public static string Bulan(DateOnly date) => Months[date.Month - 1];

    public static string Hari(DateOnly date) => Days[(int)date.DayOfWeek];

    public static string Pukul(DateTimeOffset at)
    {
        var local = at.ToOffset(Wita);
        return $"{local.Hour:00}.{local.Minute:00} WITA";
    }

    /// <summary>"22 November 2026 pukul 14.05 WITA".</summary>
    public static string TampilPukul(DateTimeOffset at) => $"{Tampil(at)} pukul {Pukul(at)}";

    /// <summary>"1 jam 20 menit", "45 menit", "3 hari 2 jam" when a working day of <paramref name="hoursPerDay"/> hours is given.</summary>
    public static string Durasi(TimeSpan span, double? hoursPerDay = null)
    {
        var minutes = (long)Math.Floor(span.TotalMinutes);
        if (minutes < 1)
        {
            return "kurang dari 1 menit";
        }

        var parts = new List<string>();
        if (hoursPerDay is { } hours && minutes >= hours * 60)
        {
            var perDay = (long)(hours * 60);
            parts.Add($"{minutes / perDay} hari");
            minutes %= perDay;
        }

        if (minutes >= 60)
        {
            parts.Add($"{minutes / 60} jam");
        }

        if (minutes % 60 > 0)
        {
            parts.Add($"{minutes % 60} menit");
        }

        return string.Join(' ', parts);
    }
}
