using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Sop;

/// <summary>One move of a dossier: who, in which capacity, when, from where to where, and why. Never changed.</summary>
public sealed class HistoryEntry
{
    private HistoryEntry()
    {
    }

    internal HistoryEntry(int no, Actor actor, Role capacity, Move move, Step from, Step to, DateTimeOffset at, string? reason)
    {
        No = no;
        ActorId = actor.PegawaiId!.Value;
        ActorNama = actor.Nama;
        Capacity = capacity;
        Move = move;
        From = from;
        To = to;
        At = at;
        Reason = reason;
    }

    public long Id { get; private set; }

    public long DossierId { get; private set; }

    /// <summary>1, 2, 3 … within the dossier; two people at once cannot both write the next.</summary>
    public int No { get; private set; }

    public int ActorId { get; private set; }

    public string ActorNama { get; private set; } = "";

    public Role Capacity { get; private set; }

    public Move Move { get; private set; }

    public Step From { get; private set; }

    public Step To { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Reason { get; private set; }

    public string Sentence => $"{ActorNama} ({Capacity.Nama()}) {Deed}.";

    private string Deed => Move switch
    {
        Move.Opened => "membuka berkas dari SKP yang sudah disetujui",
        Move.Worked => $"mulai mengerjakan {In(From)}",
        Move.Completed => $"menyelesaikan {In(From)}; berkas diteruskan ke {In(To)}",
        Move.SentBack => $"mengembalikan berkas dari {In(From)} ke {In(To)}",
        Move.Received => $"menyelesaikan {In(From)}; berkas menunggu pengesahan atasan pejabat penilai",
        Move.Objected => "mengajukan keberatan atas hasil penilaian",
        Move.Answered => "menanggapi keberatan",
        Move.Decided => $"memutuskan keberatan; berkas kembali ke {In(To)} untuk terbit dalam versi baru",
        Move.Ratified => $"mengesahkan dokumen; berkas diteruskan ke {In(To)}",
        Move.Cancelled => $"membatalkan berkas pada {In(From)}",
        Move.Closed => "mengarsipkan dokumen dan menutup berkas",
        _ => throw new InvalidOperationException($"The history of a dossier knows no {Move}."),
    };

    public SopRow Row => SopTable.Substeps.FirstOrDefault(r => r.Move == Move) ?? SopTable.Row(From);

    /// <summary>"22 November 2026 pukul 14.05 WITA".</summary>
    public string When => Tanggal.TampilPukul(At);

    private static string In(Step step) => SopTable.Row(step).InSentence;
}

public enum Move
{
    Opened,
    Worked,
    Completed,
    SentBack,
    Objected,
    Closed,

    Received,

    Answered,

    Decided,

    Ratified,

    Cancelled,
}
