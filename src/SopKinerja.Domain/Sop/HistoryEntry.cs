using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Sop;

/// <summary>One move of a dossier: who, in which capacity, when, from where to where, and why. Never changed.</summary>
public sealed class HistoryEntry
{
    private HistoryEntry()
    {
    }

    internal HistoryEntry(
        int no, Actor? actor, Role? capacity, Mandate? mandate, Move move, SopRow from, SopRow to, DateTimeOffset at, string? reason)
    {
        StandIn = mandate is null ? null : new(mandate.PenugasanId, mandate.Sebagai, mandate.Nip, mandate.PangkatGolongan);
        No = no;
        ActorId = actor?.PegawaiId;
        ActorNama = actor?.Nama ?? Actor.Program;
        Capacity = capacity;
        Move = move;
        (From, FromSubstep) = (from.Step, from.Substep);
        (To, ToSubstep) = (to.Step, to.Substep);
        At = at;
        Reason = reason;
    }

    public long Id { get; private set; }

    public long DossierId { get; private set; }

    /// <summary>1, 2, 3 … within the dossier; two people at once cannot both write the next.</summary>
    public int No { get; private set; }

    /// <summary>Null where a time that passed moved the dossier.</summary>
    public int? ActorId { get; private set; }

    public string ActorNama { get; private set; } = "";

    public Role? Capacity { get; private set; }

    /// <summary>By which penugasan another acted in the place of the party; null where the party did.</summary>
    public StandIn? StandIn { get; private set; }

    public Move Move { get; private set; }

    public Step From { get; private set; }

    public Substep FromSubstep { get; private set; }

    public Step To { get; private set; }

    public Substep ToSubstep { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Reason { get; private set; }

    public string Sentence => Capacity is { } capacity
        ? $"{ActorNama} ({StandIn?.Sebagai ?? capacity.Nama()}) {Deed}."
        : $"{TextStart(Deed)}.";

    private string Deed => Move switch
    {
        Move.Opened => "membuka berkas dari SKP yang sudah disetujui",
        Move.Worked => $"mulai mengerjakan {In(Row)}",
        Move.Completed => $"menyelesaikan {In(Row)}; berkas diteruskan ke {In(Target)}",
        Move.SentBack => $"mengembalikan berkas dari {In(Row)} ke {In(Target)}",
        Move.Delivered when Capacity == Role.Asn => "membuka hasil penilaian, dan dengan itu menerimanya",
        Move.Delivered => "mencatat bahwa hasil penilaian sudah diserahkan kepada ASN",
        Move.Received => $"menyelesaikan {In(SopTable.Row(From))}; berkas menunggu pengesahan atasan pejabat penilai",
        Move.Reserved => "menerima hasil dengan hak keberatan tetap sampai masa keberatan berakhir",
        Move.Waived => "menyatakan tidak berkeberatan",
        Move.Lapsed => "masa keberatan berakhir tanpa keberatan; berkas diteruskan",
        Move.Objected => "mengajukan keberatan atas hasil penilaian",
        Move.Reconsidered => "menyatakan bersedia menandatangani; usul penetapan tanpa tanda tangan gugur",
        Move.Withdrawn => "menarik kembali keberatannya",
        Move.Answered => "menanggapi keberatan",
        Move.Unanswered => "waktu tanggapan berakhir tanpa tanggapan; keberatan diputuskan tanpa tanggapan",
        Move.Decided when To == Step.Validate => $"memutuskan keberatan; berkas kembali ke {In(Target)} untuk terbit dalam versi baru",
        Move.Decided => "memutuskan keberatan dan menetapkan hasilnya; dokumen terbit dalam versi baru",
        Move.Passed => $"waktu {In(Row)} berakhir; wewenangnya beralih kepada pejabat yang lebih tinggi",
        Move.Followed => "data para pihak mengikuti data pegawai",
        Move.Unsigned => "masa keberatan berakhir tanpa tanda tangan dan tanpa keberatan; hasil menunggu penetapan",
        Move.Proposed => "mengusulkan penetapan hasil tanpa tanda tangan ASN",
        Move.Determined => $"menetapkan hasil tanpa tanda tangan ASN; berkas diteruskan ke {In(Target)}",
        Move.Ratified => $"mengesahkan dokumen; berkas diteruskan ke {In(Target)}",
        Move.Cancelled => $"membatalkan berkas pada {In(Row)}",
        Move.Closed => "mengarsipkan dokumen dan menutup berkas",
        _ => throw new InvalidOperationException($"The history of a dossier knows no {Move}."),
    };

    public SopRow Row => SopTable.Row(From, FromSubstep);

    private SopRow Target => SopTable.Row(To, ToSubstep);

    /// <summary>"22 November 2026 pukul 14.05 WITA".</summary>
    public string When => Tanggal.TampilPukul(At);

    private static string In(SopRow row) => row.InSentence;

    private static string TextStart(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>Who acted in the place of a party, as the forms print it.</summary>
public sealed record StandIn(int PenugasanId, string Sebagai, string? Nip, string? PangkatGolongan);

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

    Delivered,

    Reserved,

    Waived,

    Lapsed,

    Withdrawn,

    Unanswered,

    Passed,

    Unsigned,

    Followed,

    Proposed,

    Determined,

    Reconsidered,
}
