namespace SopKinerja.Web.Signing.Certificates;

/// <summary>Reasons for an end, in words.</summary>
public static class EndReasons
{
    /// <summary>Those that the holder may give.</summary>
    public static readonly IReadOnlyList<EndReason> OfHolder = [EndReason.Lost, EndReason.Compromised];

    /// <summary>Those that the administrator may give.</summary>
    public static readonly IReadOnlyList<EndReason> OfOffice = [EndReason.Left, EndReason.Compromised, EndReason.Lost];

    /// <summary>As a part of a sentence.</summary>
    public static string Sebab(EndReason reason) => reason switch
    {
        EndReason.Withdrawn => "permintaan ditarik",
        EndReason.Rejected => "permintaan ditolak",
        EndReason.Superseded => "diganti sertifikat baru",
        EndReason.Lost => "frasa sandi terlupa",
        EndReason.Compromised => "frasa sandi mungkin diketahui orang lain",
        EndReason.Left => "pemiliknya tidak bekerja di dinas lagi",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
