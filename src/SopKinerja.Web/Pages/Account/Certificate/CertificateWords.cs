namespace SopKinerja.Web.Pages.Account.Certificate;

public static class CertificateWords
{
    /// <summary>"5a3f 90c1 … 77b2": enough to tell two apart.</summary>
    public static string SerialSingkat(string? serial) => serial is { Length: 32 } ? $"{serial[..4]} {serial[4..8]} … {serial[^4..]}" : "–";

    /// <summary>"730 hari lagi", "hari ini terakhir", "sudah lewat".</summary>
    public static string Sisa(DateTimeOffset end, DateTimeOffset now) =>
        end < now ? "sudah lewat" : (int)(end - now).TotalDays is > 0 and var days ? $"{days} hari lagi" : "kurang dari sehari lagi";
}
