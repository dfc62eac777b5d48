using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing.Certificates;

public enum EndReason
{
    Withdrawn,

    Rejected,

    Superseded,

    Lost,

    Compromised,

    Left,
}

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

    public byte[] Request { get; private set; } = [];

    /// <summary>PKCS #8 under the person's passphrase; null once it has ended.</summary>
    public byte[]? LockedKey { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Which authority issued it; null before.</summary>
    public int? AuthorityId { get; private set; }

    public SigningAuthority? Authority { get; private set; }

    /// <summary>DER; null before it is issued.</summary>
    public byte[]? Certificate { get; private set; }

    public string? Serial { get; private set; }

    public string? Sha256 { get; private set; }

    public DateTimeOffset? NotAfter { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    public string? IssuedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public EndReason? EndReason { get; private set; }

    public string? EndedBy { get; private set; }

    /// <summary>The first day, WITA, on which others may have had the key, so that nothing signed from then on holds; null where it is to
    /// be trusted until its end.</summary>
    public DateOnly? UntrustedFrom { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset? TryAgainAt { get; private set; }

    public uint Version { get; private set; }

    public CertificateState StateAt(DateTimeOffset now) => EndedAt is not null ? CertificateState.Ended
        : IssuedAt is null ? CertificateState.Requested
        : NotAfter < now ? CertificateState.Expired
        : CertificateState.Active;

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

    internal void Withdraw(string by, DateTimeOffset now) => End(Certificates.EndReason.Withdrawn, by, now);

    internal void Reject(string by, DateTimeOffset now) => End(Certificates.EndReason.Rejected, by, now);

    internal void Supersede(string by, DateTimeOffset now) => End(Certificates.EndReason.Superseded, by, now);

    /// <exception cref="ArgumentException">The day is not one between its issue and now, or the key was not known to others.</exception>
    internal void Revoke(EndReason reason, string by, DateTimeOffset now, DateOnly? untrustedFrom = null)
    {
        if (untrustedFrom is { } day && (reason != Certificates.EndReason.Compromised || WhyNotUntrustedFrom(day, now) is not null))
        {
            throw new ArgumentException("Only a key that others know is untrusted from a day on, between its issue and now.",
                nameof(untrustedFrom));
        }

        End(reason, by, now);
        UntrustedFrom = untrustedFrom;
    }

    /// <summary>Why the key cannot have been known to others since that day, as a sentence; null when it can.</summary>
    public string? WhyNotUntrustedFrom(DateOnly day, DateTimeOffset now) =>
        IssuedAt is { } issued && day >= Tanggal.DiWita(issued) && day <= Tanggal.DiWita(now) ? null
        : $"Hari itu harus antara {Tanggal.Tampil(IssuedAt ?? RequestedAt)}, ketika sertifikat terbit, dan hari ini.";

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

    internal void Relock(byte[] lockedKey) => LockedKey = lockedKey;
}
