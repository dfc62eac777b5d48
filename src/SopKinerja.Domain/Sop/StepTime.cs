using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Sop;

/// <summary>Working time spent at a step, held against the norm of the SOP.</summary>
public sealed record StepTime(SopRow Row, TimeSpan Spent)
{
    /// <summary>Longer than the norm.</summary>
    public bool IsOver => Spent > Row.Waktu;

    /// <summary>"1 hari 2 jam kerja".</summary>
    public string SpentTampil => $"{Tanggal.Durasi(Spent, WorkingCalendar.HoursPerDay)} kerja";

    /// <summary>"3 jam 10 menit kerja dari norma 2 jam".</summary>
    public string Sentence => $"{SpentTampil} dari norma {Row.WaktuTampil}";
}
