namespace SopKinerja.Web.Signing.Certificates;

public static class EndReasons
{
    public static readonly IReadOnlyList<EndReason> OfHolder = [EndReason.Lost, EndReason.Compromised];

    public static readonly IReadOnlyList<EndReason> OfOffice = [EndReason.Left, EndReason.Compromised, EndReason.Lost];

    /// <summary>"frasa sandi mungkin diketahui orang lain sejak 3 Maret 2027".</summary>
    public static string Sebab(EndReason reason, DateOnly? untrustedFrom) =>
        Sebab(reason) + (untrustedFrom is { } day ? $" sejak {Tanggal.Tampil(day)}" : "");

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
