namespace SopKinerja.Web.Access;

/// <summary>Why the way by the provider came to nothing, as it stands in the address of the sign-in page.</summary>
public static class OidcFailure
{
    /// <summary>It does not answer.</summary>
    public const string Down = "penyedia";

    /// <summary>What it answered is not to be believed: another browser's, another's, too old, or of another key.</summary>
    public const string NotBelieved = "jawaban";

    /// <summary>It, or the person there, said no.</summary>
    public const string Denied = "ditolak";

    /// <summary>Not exactly one account that may be used; one word for all cases, so that nobody learns which names there are.</summary>
    public const string NoAccount = "akun";

    public static string Of(Exception? failure) => failure switch
    {
        { Data: var data } when Equals(data["error"], "access_denied") => Denied,
        { InnerException: HttpRequestException or TaskCanceledException } or HttpRequestException or TaskCanceledException => Down,
        InvalidOperationException => Down,
        _ => NotBelieved,
    };
}
