using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages;

public sealed record IndexRow
{
    public const int Awaiting = 1;
    public const int Plan = 2;
    public const int Keberatan = 3;
    public const int Own = 4;
    public const int Certificate = 5;
    public const int Soon = 8;
    public const int Undelivered = 9;

    /// <summary>An account whose password somebody else has set, for those who confirm its owner.</summary>
    public const int Reset = 10;

    /// <summary>A request to sign at BSrE that waits for a second officer.</summary>
    public const int SecondOfficer = 11;

    /// <summary>What waits at a row that has a day after which others decide.</summary>
    public const int Dated = 12;

    /// <summary>An own plan that is not proposed, or came back.</summary>
    public const int OwnPlan = 13;

    /// <summary>That the reader has no plan in the present period.</summary>
    public const int NoPlan = 14;

    /// <summary>How many agreed plans have no dossier yet, as the key.</summary>
    public const int ToOpen = 15;

    /// <summary>Days before a limit from which on it is spoken of.</summary>
    public const int DaysBefore = 7;

    /// <summary>One of the dossiers that wait for a capaian organisasi which the reader may set; one row for each unit and part of a
    /// period.</summary>
    public const int Capaian = 6;

    /// <summary>That the reader sets the capaian organisasi of some unit.</summary>
    public const int Setter = 7;

    public int List { get; init; }

    public long Id { get; init; }

    public string Nama { get; init; } = "";

    public int? UnitKerjaId { get; init; }

    public int PeriodId { get; init; }

    public int Bagian { get; init; }

    public int Post { get; init; }

    public int Stage { get; init; } = SopRow.StageOf(Step.Collect, Substep.None);

    public DateTimeOffset Since { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The last day to object; null while none is set.</summary>
    public DateOnly? Until { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsStopped { get; init; }

    /// <summary>Why it came back to the reader; null where it came forward.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it comes to the row again after it was sent back from there.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Who else has it open; null where nobody has.</summary>
    public string? HeldBy { get; init; }

    public DateTimeOffset HeldSince { get; init; } = DateTimeOffset.UnixEpoch;

    public DateTimeOffset HeldSeen { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The first day on which the row can be performed; null where it can be now.</summary>
    public DateOnly? PerformableFrom(DateTimeOffset now) =>
        Sop.PerformableSince(Since, Until) is var since && since > now ? Tanggal.DiWita(since) : null;

    /// <summary>The last day before something happens by itself; null where nothing does, or where its days have not begun.</summary>
    public DateOnly? Limit => Sop.Lewat is not { } lewat || (Until is null && Sop.Needs.Contains(Needs.ObjectionOver)) ? null
        : lewat.Hari is { } days ? Tanggal.DiWita(Sop.PerformableSince(Since, Until).AddDays(days))
        : Until;

    /// <summary>"Bila tidak dikerjakan sampai 5 Januari 2027, hasilnya ditetapkan …"; null where nothing happens, or only later.</summary>
    public string? Reminder(DateTimeOffset now) => Limit is { } last && Tanggal.DiWita(now) >= last.AddDays(-DaysBefore)
        ? $"Bila tidak dikerjakan sampai {Tanggal.Tampil(last)}, {Sentences.End(Sop.Lewat!.Kata)}"
        : null;

    /// <summary>The last day on which the rated person may still object while the dossier waits for somebody else; null where he may
    /// not.</summary>
    public DateOnly? ObjectionUntil(DateTimeOffset now) =>
        SopTable.Row(Act.Object).At.Contains(Stage) && Until is { } last && Tanggal.DiWita(now) <= last ? last : null;

    /// <summary>What the rated person may still do while the dossier waits for somebody else, as a sentence.</summary>
    public string OwnHint(DateTimeOffset now) => ObjectionUntil(now) is not { } last ? "Anda belum perlu berbuat apa-apa."
        : (SopTable.Row(Act.Reconsider).At.Contains(Stage)
            ? "Diusulkan bahwa hasil ini ditetapkan tanpa tanda tangan Anda. Mau menandatangani? Buka berkasnya dan pilih Bersedia "
                + $"menandatangani, paling lambat {Tanggal.Tampil(last)}. "
            : "")
            + $"Bila hasilnya menurut Anda tidak tepat, ajukan keberatan paling lambat {Tanggal.Tampil(last)}.";

    public SopRow Sop => SopTable.RowAt(Stage);
}
