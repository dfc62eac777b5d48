namespace SopKinerja.Web.Signing.Bsre;

public sealed class BsreStanding(BsreIdentities identities, BsreClient client)
{
    /// <summary>Null when the person can sign; a sentence otherwise.</summary>
    public async Task<string?> WhyNotAbleAsync(int pegawaiId) => await identities.NikAsync(pegawaiId) is { } nik
        ? await client.WhyNotAbleAsync(nik)
        : "NIK Anda belum diisi, atau tidak terbaca lagi. Isi dahulu, lalu periksa.";
}
