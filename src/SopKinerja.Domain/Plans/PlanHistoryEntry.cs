using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Plans;

/// <summary>One move of a plan: who, when, to which state, and why. Never changed.</summary>
public sealed class PlanHistoryEntry
{
    private PlanHistoryEntry()
    {
    }

    internal PlanHistoryEntry(
        int no, Actor? actor, string? @as, PlanMove move, PlanState to, DateTimeOffset at, string? reason, string? isi, string? other)
    {
        No = no;
        ActorId = actor?.PegawaiId;
        ActorNama = actor is null ? Actor.Program : @as is null ? actor.Nama : $"{actor.Nama} ({@as})";
        Move = move;
        To = to;
        At = at;
        Reason = reason;
        Isi = isi;
        Other = other;
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>1, 2, 3 … within the plan; two people at once cannot both write the next.</summary>
    public int No { get; private set; }

    /// <summary>Null where the plan followed the register, and on lines taken over from the change log of earlier versions, which knew
    /// accounts and not people.</summary>
    public int? ActorId { get; private set; }

    public People.Pegawai? ActorPegawai { get; private set; }

    public string ActorNama { get; private set; } = "";

    public PlanMove Move { get; private set; }

    public PlanState To { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>How much it held then: "12 kegiatan"; null where that was not written down.</summary>
    public string? Isi { get; private set; }

    public string? Other { get; private set; }

    public string Sentence => Move switch
    {
        PlanMove.Created => Other is null ? "membuat SKP tanpa isi" : $"menyalin {Isi} dari SKP {Other}",
        PlanMove.Written => $"mengubah rencana ({Isi})",
        PlanMove.Proposed => $"mengajukan SKP ({Isi}) kepada {Other}",
        PlanMove.Agreed => Reason is null ? $"menyetujui SKP ({Isi})" : $"menyetujui SKP ({Isi}), terlambat dengan alasan: {Reason}",
        PlanMove.Returned => $"mengembalikan SKP dengan alasan: {Reason}",
        PlanMove.Withdrawn => $"menarik kembali SKP dengan alasan: {Reason}",
        PlanMove.Revised => $"membuka SKP untuk direvisi dengan alasan: {Reason}",
        PlanMove.Cancelled => $"membatalkan SKP dengan alasan: {Reason}",
        PlanMove.Left => $"mengakhiri SKP karena pindah jabatan: {Other} ({Reason})",
        PlanMove.Corrected => $"memperbaiki pengakhiran SKP: {Other} ({Reason})",
        PlanMove.Stayed => $"membatalkan pengakhiran SKP dengan alasan: {Reason}",
        PlanMove.Moved => $"mengubah hari pertama pada jabatan ini: {Other}" + (To == PlanState.Draft ? "; SKP menjadi draf" : ""),
        PlanMove.Followed => $"mengikuti data pegawai: atasan langsung {Other}",
        PlanMove.Recorded => "mencatat keadaan SKP saat riwayatnya dipindahkan ke sini",
        _ => throw new InvalidOperationException($"The history of a plan knows no {Move}."),
    };
}

public enum PlanMove
{
    Created,
    Written,
    Proposed,
    Agreed,
    Returned,
    Withdrawn,
    Revised,

    /// <summary>The draft was given up.</summary>
    Cancelled,

    /// <summary>The position was left.</summary>
    Left,

    /// <summary>It was left otherwise than was recorded.</summary>
    Corrected,

    /// <summary>The position was not left after all.</summary>
    Stayed,

    /// <summary>The position before it was left on another day, so that what was proposed or agreed is a draft again.</summary>
    Moved,

    /// <summary>The register names another atasan langsung.</summary>
    Followed,

    Recorded,
}
