using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Sop;

public sealed record StepTime(SopRow Row, TimeSpan Spent)
{
    public bool IsOver => Spent > Row.Waktu;

    public string SpentTampil => $"{Tanggal.Durasi(Spent, WorkingCalendar.HoursPerDay)} kerja";

    /// <summary>"1 jam 20 menit kerja dari waktu baku 2 jam, sisa 40 menit".</summary>
    public string Sentence => $"{SpentTampil} dari waktu baku {Row.WaktuTampil}"
        + (IsOver ? "" : $", sisa {Tanggal.Durasi(Row.Waktu - Spent, WorkingCalendar.HoursPerDay)}");
}
