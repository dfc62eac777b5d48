using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.Account;

/// <summary>Why somebody comes back to the sign-in page, by what stands in its address.</summary>
public static class SignInFailures
{
    public const string TooLate = "waktu";

    private static readonly Dictionary<string, string> Sentences = new()
    {
        [OidcFailure.Down] = "Penyedia identitas sedang tidak menjawab. Masuklah dengan nama pengguna dan kata sandi, atau coba "
            + "lagi nanti.",
        [OidcFailure.NotBelieved] = "Jawaban penyedia identitas tidak dapat dipercaya atau sudah kedaluwarsa, jadi Anda belum masuk. Mulai "
            + "lagi dari halaman ini, di jendela yang sama; bila berulang, masuklah dengan kata sandi dan beri tahu administrator.",
        [OidcFailure.Denied] = "Penyedia identitas menolak, atau Anda membatalkannya. Masuklah dengan nama pengguna dan kata sandi, "
            + "atau coba lagi.",
        [OidcFailure.NoAccount] = "Identitas itu tidak cocok dengan tepat satu akun yang dapat dipakai di sini. Masuklah dengan nama "
            + "pengguna dan kata sandi, atau mintalah administrator memeriksa akun Anda.",
        [TooLate] = "Waktu untuk menulis kode sudah lewat, atau akun Anda baru saja diubah. Masuk lagi dengan kata sandi Anda.",
    };

    public static string? Sentence(string? failure) => failure is null ? null : Sentences.GetValueOrDefault(failure);
}
