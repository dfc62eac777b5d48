namespace SopKinerja.Domain.Calendar;

/// <summary>The span of time that is measured, usually a year, with the regulation it is measured by.</summary>
public sealed class Period
{
    private Period()
    {
    }

    /// <summary>A new period, open for work.</summary>
    public Period(string nama, DateOnly mulai, DateOnly selesai, string method, string? methodReason)
    {
        Nama = nama;
        Mulai = mulai;
        Selesai = selesai;
        Method = method;
        MethodReason = methodReason;
        IsOpen = true;
    }

    public int Id { get; private set; }

    public string Nama { get; private set; } = "";

    public DateOnly Mulai { get; private set; }

    public DateOnly Selesai { get; private set; }

    /// <summary>Key of the row of <see cref="Scoring.ScoringMethods"/> by which the period is measured.</summary>
    public string Method { get; private set; } = "";

    /// <summary>Why a regulation other than the one in force was chosen.</summary>
    public string? MethodReason { get; private set; }

    /// <summary>False when no new plan or dossier may begin.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>For the lost race; kept by the database.</summary>
    public uint Version { get; private set; }

    /// <summary>"1 Januari s.d. 31 Desember 2026".</summary>
    public string JangkaWaktu => Indonesia.JangkaWaktu(Mulai, Selesai);

    /// <summary>Corrects the name and the dates.</summary>
    public void Change(string nama, DateOnly mulai, DateOnly selesai)
    {
        Nama = nama;
        Mulai = mulai;
        Selesai = selesai;
    }

    /// <summary>Chooses the regulation, with the reason where it was not the law for these dates.</summary>
    public void MeasureBy(string method, string? reason)
    {
        Method = method;
        MethodReason = reason;
    }

    /// <summary>No new plan or dossier may begin; those that run go on.</summary>
    public void Close() => IsOpen = false;

    /// <summary>New plans and dossiers may begin again.</summary>
    public void Reopen() => IsOpen = true;
}
