namespace SopKinerja.Web.Pages.Account;

/// <summary>Why somebody comes back to the sign-in page, by what stands in its address.</summary>
public static class SignInFailures
{
    public const string TooLate = "waktu";

    private static readonly Dictionary<string, string> Sentences = new()
    {
        [TooLate] = "Waktu untuk menulis kode sudah lewat, atau akun Anda baru saja diubah. Masuk lagi dengan kata sandi Anda.",
    };

    public static string? Sentence(string? failure) => failure is null ? null : Sentences.GetValueOrDefault(failure);
}
