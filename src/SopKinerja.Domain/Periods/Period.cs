using SopKinerja.Domain.Scoring;

namespace SopKinerja.Domain.Periods;

/// <summary>The span of time that is measured, usually a year, with the regulation it is measured by.</summary>
public sealed class Period
{
    private Period()
    {
    }

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

    public string Method { get; private set; } = "";

    public ScoringMethod Peraturan => ScoringMethods.Row(Method);

    public string? MethodReason { get; private set; }

    /// <summary>How often people are evaluated within the period, under a regulation that has it; null where only the whole is.</summary>
    public KalaEvaluasi? Kala { get; private set; }

    /// <summary>Whether the atasan pejabat penilai ratifies each document after the rated person signed it (PP 46/2011 ps. 22).</summary>
    public bool AsksPengesahan { get; private set; }

    public bool IsOpen { get; private set; }

    public uint Version { get; private set; }

    /// <summary>"1 Januari s.d. 31 Desember 2026".</summary>
    public string JangkaWaktu => Tanggal.JangkaWaktu(Mulai, Selesai);

    /// <summary>That its regulation was not the law for all of its dates, and why it is used; null where it was.</summary>
    public string? RemarkOnLaw => Peraturan.WhyNotLaw(Mulai, Selesai) is { } why
        ? $"{why} Alasan memakainya: {Sentences.End(MethodReason ?? "tidak tercatat")}"
        : null;

    /// <summary>That an evaluation on that day comes before the end of what it measures, as a sentence; null when it does not. The year is
    /// evaluated at its end, at the latest in the month after (PermenPANRB 6/2022; earlier is nowhere forbidden).</summary>
    /// <param name="bagian">0 for the whole period.</param>
    /// <param name="until">The last day in a position that was left before.</param>
    public string? WhyEarly(int bagian, DateOnly day, DateOnly? until = null) =>
        (until ?? Part(bagian)?.Selesai ?? Selesai) is var end && day < end
        ? $"{(until is null ? NamaBagian(bagian) : "Masa dalam jabatan itu")} baru berakhir pada "
            + $"{Tanggal.Tampil(end)}. Menilai sebelum tanggal itu diperbolehkan bila ada alasannya, misalnya pegawai pensiun atau pindah."
        : null;

    /// <summary>That a plan agreed on that day comes late, as a sentence; null when it does not. The SKP of a year is set in January, which
    /// is read here as: within the month in which the period begins.</summary>
    /// <param name="from">The first day in a position that began within the period.</param>
    public string? WhyLate(DateOnly day, DateOnly? from = null) => (from ?? Mulai) is var begun
        && new DateOnly(begun.Year, begun.Month, 1).AddMonths(1).AddDays(-1) is var last && day > last
        ? $"SKP periode ini seharusnya disetujui paling lambat {Tanggal.Tampil(last)}. Menyetujuinya sesudah itu diperbolehkan bila ada "
            + "alasannya, misalnya pegawai baru menduduki jabatannya."
        : null;

    /// <summary>Why there can be no note of that day, as a sentence; null when there can: it is a day of the period, and not yet to
    /// come.</summary>
    public string? WhyNotNote(DateOnly day, DateOnly today) => day < Mulai || day > Selesai
        ? $"Tanggal ini di luar jangka waktu penilaian, {JangkaWaktu}. Tulis tanggal kejadiannya dalam jangka waktu itu."
        : day > today
            ? $"Tanggal ini belum tiba. Tulis tanggal kejadiannya, paling lambat hari ini, {Tanggal.Tampil(today)}."
            : null;

    public void Change(string nama, DateOnly mulai, DateOnly selesai)
    {
        Nama = nama;
        Mulai = mulai;
        Selesai = selesai;
    }

    public void MeasureBy(string method, string? reason)
    {
        Method = method;
        MethodReason = reason;
        EvaluateEvery(Kala);
    }

    /// <summary>Chooses the parts that are evaluated by themselves; none under a regulation that knows no evaluasi periodik.</summary>
    public void EvaluateEvery(KalaEvaluasi? kala) => Kala = Peraturan.HasEvaluasiPeriodik ? kala : null;

    public void Ratify(bool asksPengesahan) => AsksPengesahan = asksPengesahan;

    /// <summary>The parts that are evaluated by themselves, the last one together with the whole; empty where only the whole is.</summary>
    public IReadOnlyList<BagianPeriode> Parts() => Kala is { } kala ? EvaluasiPeriodik.Parts(Mulai, Selesai, kala) : [];

    /// <summary>The numbers that a dossier's <c>Bagian</c> may have: 1, 2, … and 0 for the whole period at last.</summary>
    public IReadOnlyList<int> Bagian() => [.. Enumerable.Range(1, Math.Max(0, Parts().Count - 1)), 0];

    public BagianPeriode? Part(int bagian) => EvaluasiPeriodik.Part(Parts(), bagian);

    /// <param name="post">Above 0 for a position that was left within the period.</param>
    public string NamaBagian(int bagian, int post = 0) => EvaluasiPeriodik.NamaBagian(Nama, Parts(), bagian, post);

    public void Close() => IsOpen = false;

    public void Reopen() => IsOpen = true;
}
