namespace SopKinerja.Web.Signing.Bsre;

public sealed class BsreStanding(BsreIdentities identities, BsreClient client)
{
    /// <summary>Null when the person can sign; a sentence otherwise.</summary>
    public async Task<string?> WhyNotAbleAsync(int pegawaiId) => await identities.NikAsync(pegawaiId) is { } nik
        ? await client.WhyNotAbleAsync(nik)
        : "NIK Anda belum diisi, atau tidak terbaca lagi. Isi dahulu, lalu periksa.";

    /// <summary>Null when a code was sent to the person; a sentence otherwise.</summary>
    public async Task<string?> WhyNotSentCodeAsync(int pegawaiId) => await identities.NikAsync(pegawaiId) is { } nik
        ? await client.WhyNotSentCodeAsync(nik)
        : "NIK Anda belum diisi, atau tidak terbaca lagi. Isi dahulu, lalu minta kodenya.";
}
