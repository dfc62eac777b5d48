using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Sop;

/// <summary>What a dossier will need of one of its parties, as far as it is known.</summary>
/// <param name="HasSertifikat">Whether a certificate is in use; true where the dinas signs in another way.</param>
public sealed record Kesiapan(string Nama, bool HasAkun, bool HasSertifikat, bool HasAtasan, bool MayRate)
{
    /// <summary>What will be in the way, as sentences. It warns and stops no one.</summary>
    /// <param name="atasanPenilai">Null where there is none, which is not odd by itself.</param>
    public static IReadOnlyList<string> Warnings(Kesiapan asn, Kesiapan? penilai, Kesiapan? atasanPenilai) =>
    [
        .. new (Role Role, Kesiapan? Known)[]
        {
            (Role.Asn, asn), (Role.AtasanLangsung, penilai), (Role.AtasanPejabatPenilai, atasanPenilai),
        }.SelectMany(p => p.Known is { } known
            ? KesiapanTable.Rows.Where(r => r.Role == p.Role && r.IsMissing(known)).Select(r => r.Kalimat(known.Nama))
            : []),
    ];
}

public sealed record KesiapanRow(Role Role, Func<Kesiapan, bool> IsMissing, Func<string, string> Kalimat);

public static class KesiapanTable
{
    public static readonly IReadOnlyList<KesiapanRow> Rows =
    [
        new(Role.Asn, k => !k.HasAtasan, nama => $"{nama} belum mempunyai atasan langsung, jadi tidak ada yang menilai."),
        new(Role.Asn, k => !k.HasAkun, nama =>
            $"{nama} belum mempunyai akun, jadi tidak dapat menerima hasil atau mengajukan keberatan pada {At(Step.Sign)}."),
        new(Role.Asn, k => !k.HasSertifikat, nama =>
            $"{nama} belum mempunyai sertifikat yang berlaku, jadi belum dapat menandatangani pada {At(Step.Sign)}."),
        new(Role.AtasanLangsung, k => !k.HasAkun, nama =>
            $"{nama}, atasan langsungnya, belum mempunyai akun, jadi belum dapat menilai pada {At(Step.Validate)}."),
        new(Role.AtasanLangsung, k => !k.HasSertifikat, nama =>
            $"{nama}, atasan langsungnya, belum mempunyai sertifikat yang berlaku, jadi belum dapat menyetujui pada {At(Step.Validate)}."),
        new(Role.AtasanLangsung, k => !k.MayRate, nama =>
            $"{nama}, atasan langsungnya, menjabat di bawah pengawas dan surat pendelegasiannya belum dicatat."),
        new(Role.AtasanLangsung, k => !k.HasAtasan, nama =>
            $"{nama}, atasan langsungnya, belum mempunyai atasan, jadi tidak ada yang memutuskan keberatan."),
        new(Role.AtasanPejabatPenilai, k => !k.HasAkun, nama =>
            $"{nama}, atasan pejabat penilai, belum mempunyai akun, jadi belum dapat memutuskan keberatan atau mengesahkan."),
    ];

    private static string At(Step step) => SopTable.Row(step).InSentence;
}
