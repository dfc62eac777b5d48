namespace SopKinerja.Domain.Authority;

/// <param name="PegawaiId">The person; null for an account that belongs to no one in the dinas (an administrator's, an
/// auditor's).</param>
public sealed record Actor(int? PegawaiId, string Nama, IReadOnlySet<Role> Offices)
{
    /// <summary>The name in a history where nobody did anything: a time passed, or the register was followed.</summary>
    public const string Program = "SopKinerja";

    /// <summary>For whom else the person may act; those that are over or still to come among them.</summary>
    public IReadOnlyList<Mandate> Mandates { get; init; } = [];

    /// <summary>When somebody else last set the password of the account, or gave it an office that confirms others; null where nobody
    /// did.</summary>
    public DateTimeOffset? ResetAt { get; init; }

    /// <summary>Whether the person has not been confirmed since, so that it may be somebody else who acts: he reads and types, and does
    /// nothing that binds.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>For the history, where something is signed within a day of it; null elsewhere.</summary>
    public string? ResetNote(DateTimeOffset now) => ResetAt is { } at && now - at < TimeSpan.FromDays(1)
        ? $"Kata sandi atau tugas akun penanda tangan diatur orang lain pada {Tanggal.TampilPukul(at)}, lalu dikonfirmasi."
        : null;

    public static readonly Refusal Unconfirmed = new(RefusalKind.Forbidden,
        "Kata sandi atau tugas akun Anda diatur orang lain, jadi Anda dapat membaca dan mengisi, tetapi belum dapat mengirim, menyetujui, "
        + "atau menandatangani. Konfirmasikan dahulu akun Anda kepada Kasubbag atau Sekretaris, di halaman Konfirmasi akun.");

    /// <summary>What goes without a person goes with no other office either; all others go with a person.</summary>
    public bool Holds(Role office) => Offices.Contains(office)
        && (office.StandsAlone() ? PegawaiId is null && Offices.Count == 1 : PegawaiId is not null);

    /// <summary>The mandate by which the person may act for another on that day; null without one.</summary>
    public Mandate? MandateFor(int? pegawaiId, DateOnly day) => Mandates.FirstOrDefault(m => m.ForId == pegawaiId && m.IsOn(day));
}

/// <summary>A penugasan (Plt., Plh. or pengganti) as whoever acts by it carries it: nobody acts by it for a third.</summary>
/// <param name="ForId">The pegawai in whose place.</param>
/// <param name="Sebagai">"Plh. Kepala Bidang Koperasi".</param>
/// <param name="Nip">Of whoever acts; null for an elected official.</param>
/// <param name="Selesai">The last day; null while it is open.</param>
public sealed record Mandate(
    int PenugasanId, int ForId, string Sebagai, string? Nip, string? PangkatGolongan, DateOnly Mulai, DateOnly? Selesai)
{
    public bool IsOn(DateOnly day) => Mulai <= day && (Selesai is not { } last || day <= last);
}
