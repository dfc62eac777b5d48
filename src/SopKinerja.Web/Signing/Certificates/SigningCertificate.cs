using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>Why a request or a certificate came to its end.</summary>
public enum EndReason
{
    /// <summary>The person asked anew.</summary>
    Withdrawn,

    /// <summary>The administrator did not issue it.</summary>
    Rejected,

    /// <summary>A newer one was issued.</summary>
    Superseded,

    /// <summary>The passphrase is forgotten.</summary>
    Lost,

    /// <summary>Somebody else may know the passphrase.</summary>
    Compromised,

    /// <summary>The person has left the dinas.</summary>
    Left,
}

/// <summary>Where a certificate stands in its life.</summary>
public enum CertificateState
{
    Requested,
    Active,
    Expired,
    Ended,
}

/// <summary>A person's key and certificate: requested by the person, issued by the administrator, ended once; never deleted.</summary>
public sealed class SigningCertificate : ILockedKey
{
    private SigningCertificate()
    {
    }

    internal SigningCertificate(int pegawaiId, byte[] request, byte[] lockedKey, DateTimeOffset requestedAt)
    {
        PegawaiId = pegawaiId;
        Request = request;
        LockedKey = lockedKey;
        RequestedAt = requestedAt;
    }

    public long Id { get; private set; }

    public int PegawaiId { get; private set; }

    /// <summary>PKCS #10.</summary>
    public byte[] Request { get; private set; } = [];

    /// <summary>PKCS #8 under the person's passphrase; null once it has ended.</summary>
    public byte[]? LockedKey { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Which authority issued it; null before.</summary>
    public int? AuthorityId { get; private set; }

    public SigningAuthority? Authority { get; private set; }

    /// <summary>DER; null before it is issued.</summary>
    public byte[]? Certificate { get; private set; }

    /// <summary>Lower-case hexadecimal.</summary>
    public string? Serial { get; private set; }

    /// <summary>Of the certificate, lower-case hexadecimal.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Its last moment.</summary>
    public DateTimeOffset? NotAfter { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>The administrator's name.</summary>
    public string? IssuedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public EndReason? EndReason { get; private set; }

    public string? EndedBy { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset? TryAgainAt { get; private set; }

    /// <summary>For the lost race; kept by the database.</summary>
    public uint Version { get; private set; }

    public CertificateState StateAt(DateTimeOffset now) => EndedAt is not null ? CertificateState.Ended
        : IssuedAt is null ? CertificateState.Requested
        : NotAfter < now ? CertificateState.Expired
        : CertificateState.Active;

    /// <summary>The administrator issues it.</summary>
    /// <exception cref="InvalidOperationException">It waits for nothing.</exception>
    internal void Issue(int authorityId, X509Certificate2 certificate, string by, DateTimeOffset now)
    {
        if (IssuedAt is not null || EndedAt is not null)
        {
            throw new InvalidOperationException("Only a waiting request is issued.");
        }

        AuthorityId = authorityId;
        Certificate = certificate.RawData;
        Serial = SigningTrust.SerialOf(certificate);
        Sha256 = SigningTrust.HashOf(certificate);
        NotAfter = new(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        IssuedAt = now;
        IssuedBy = by;
    }

    /// <summary>The person takes the request back, or asks anew.</summary>
    internal void Withdraw(string by, DateTimeOffset now) => End(Certificates.EndReason.Withdrawn, by, now);

    /// <summary>The administrator turns the request down.</summary>
    internal void Reject(string by, DateTimeOffset now) => End(Certificates.EndReason.Rejected, by, now);

    /// <summary>A newer one is issued.</summary>
    internal void Supersede(string by, DateTimeOffset now) => End(Certificates.EndReason.Superseded, by, now);

    /// <param name="reason">Lost, Compromised or Left.</param>
    internal void Revoke(EndReason reason, string by, DateTimeOffset now) => End(reason, by, now);

    /// <summary>Ends it for good and forgets its key.</summary>
    /// <exception cref="InvalidOperationException">It has ended, or the reason is none for where it stands.</exception>
    private void End(EndReason reason, string by, DateTimeOffset now)
    {
        if (EndedAt is not null || (reason is Certificates.EndReason.Withdrawn or Certificates.EndReason.Rejected) != (IssuedAt is null))
        {
            throw new InvalidOperationException($"{reason} does not end a certificate here.");
        }

        EndedAt = now;
        EndReason = reason;
        EndedBy = by;
        LockedKey = null;
    }

    /// <summary>The same key under another passphrase.</summary>
    internal void Relock(byte[] lockedKey) => LockedKey = lockedKey;
}
