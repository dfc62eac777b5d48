using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>An authority, three people with certificates, and documents that they signed.</summary>
internal sealed class SampleSignatures : IDisposable
{
    public static readonly DateTimeOffset Now = SampleForms.Approved;

    private const string Pemerintah = "Pemerintah Kabupaten Contoh";

    private static readonly PdfSharpEngine Engine = new();

    private readonly Dictionary<SignaturePlace, (SigningKey Key, X509Certificate2 Certificate)> _people = [];

    private readonly Dictionary<string, CertificateStanding> _standings = [];

    /// <param name="isRsa">RSA 2048 instead of P-256.</param>
    public SampleSignatures(bool isRsa = false)
    {
        foreach (var (place, person) in Persons)
        {
            Certify(place, person, isRsa ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256));
        }
    }

    public static IReadOnlyDictionary<SignaturePlace, PegawaiTercetak> Persons { get; } = new Dictionary<SignaturePlace, PegawaiTercetak>
    {
        [SignaturePlace.PejabatPenilai] = SampleForms.Penilai,
        [SignaturePlace.Asn] = SampleForms.Asn,
        [SignaturePlace.AtasanPejabatPenilai] = SampleForms.Atasan,
    };

    public DinasAuthority Authority { get; } = DinasAuthority.Make(Pemerintah, "DINKES", Now.AddDays(-1));

    public SigningTrust Trust => new([Authority.Certificate], _standings);

    /// <summary>The document without any signature.</summary>
    public static byte[] Drawn(PegawaiTercetak? asn = null) => Engine.Draw(SampleForms.ForSigning(3, asn));

    /// <summary>The document, signed by the first so many in the order of the procedure.</summary>
    public byte[] Signed(int count) => Persons.Keys.Take(count).Aggregate(Drawn(), (pdf, place) => Sign(pdf, place));

    public byte[] Sign(byte[] pdf, SignaturePlace place, PegawaiTercetak? person = null, DateTimeOffset? at = null)
    {
        var prepared = PdfSignatureWriter.Prepare(pdf, place, Words(person ?? Persons[place], at ?? Now));
        return prepared.Complete(Cms(prepared.Digest, place));
    }

    /// <summary>The last signature anew, over a file that was changed first: what someone with a good key could forge.</summary>
    public byte[] SignAgain(byte[] signed, SignaturePlace place, Action<byte[]> change)
    {
        var forged = (byte[])signed.Clone();
        change(forged);
        var hole = forged.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents".Length;
        var prepared = new PreparedSignature(forged, hole, PdfSignatureWriter.Reserved);
        return prepared.Complete(Cms(prepared.Digest, place));
    }

    public CmsSignature Cms(byte[] digest, SignaturePlace place) =>
        CmsSignature.Sign(digest, _people[place].Certificate, Authority.Certificate, _people[place].Key);

    /// <summary>Of a file that was never stored, looked at a moment later; or at the times given.</summary>
    public SignatureReport Verify(byte[] pdf, SignatureTimes? times = null) =>
        new PdfSignatureVerifier(Trust, times ?? SignatureTimes.Unstored(Now)).Verify(pdf);

    /// <summary>The certificate of a person is not to be trusted from a moment on.</summary>
    public void Revoke(SignaturePlace place, DateTimeOffset at) =>
        _standings[SigningTrust.SerialOf(_people[place].Certificate)] = new(at, SigningTrust.HashOf(_people[place].Certificate));

    /// <summary>The records of the dinas know nothing of the certificate.</summary>
    public void Forget(SignaturePlace place) => _standings.Remove(SigningTrust.SerialOf(_people[place].Certificate));

    /// <summary>The records of the dinas have another certificate under the number of this one.</summary>
    public void RecordAnother(SignaturePlace place, SignaturePlace other) =>
        _standings[SigningTrust.SerialOf(_people[place].Certificate)] = new(null, SigningTrust.HashOf(_people[other].Certificate));

    /// <summary>A new certificate that is valid from a moment on, be the authority so or not.</summary>
    public void CertifyAnew(SignaturePlace place, DateTimeOffset from)
    {
        var (key, certificate) = _people[place];
        Certify(place, Persons[place], ECDsa.Create(ECCurve.NamedCurves.nistP256), from);
        key.Dispose();
        certificate.Dispose();
    }

    public static SignatureWords Words(PegawaiTercetak person, DateTimeOffset at) =>
        new(person.Nama, person.NipLine, person.Jabatan, at, "Menyetujui hasil penilaian prestasi kerja");

    public void Dispose()
    {
        Authority.Dispose();
        foreach (var (key, certificate) in _people.Values)
        {
            key.Dispose();
            certificate.Dispose();
        }
    }

    private void Certify(SignaturePlace place, PegawaiTercetak person, AsymmetricAlgorithm key, DateTimeOffset? from = null)
    {
        var holder = new CertificateHolder(person.Nama, person.Nip);
        var certificate = Authority.Issue(DinasAuthority.Request(holder, key), holder, Pemerintah, from ?? Now.AddHours(-1));
        _people[place] = (new(key), certificate);
        _standings[SigningTrust.SerialOf(certificate)] = new(null, SigningTrust.HashOf(certificate));
    }
}
