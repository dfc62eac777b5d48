using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Sop;

public sealed record StepTime(SopRow Row, TimeSpan Spent)
{
    public bool IsOver => Spent > Row.Waktu;

    public string SpentTampil => $"{Tanggal.Durasi(Spent, WorkingCalendar.HoursPerDay)} kerja";

    /// <summary>"3 jam 10 menit kerja dari waktu baku 2 jam".</summary>
    public string Sentence => $"{SpentTampil} dari waktu baku {Row.WaktuTampil}";
}
