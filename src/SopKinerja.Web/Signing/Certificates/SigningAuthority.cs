namespace SopKinerja.Web.Signing.Certificates;

/// <summary>An authority as it is stored; the newest issues, all are trusted for what they issued.</summary>
public sealed class SigningAuthority : ILockedKey
{
    private SigningAuthority()
    {
    }

    internal SigningAuthority(byte[] certificate, byte[] lockedKey, bool isShared, DateTimeOffset notAfter, DateTimeOffset madeAt)
    {
        IsShared = isShared ? true : null;
        Certificate = certificate;
        LockedKey = lockedKey;
        NotAfter = notAfter;
        MadeAt = madeAt;
    }

    public int Id { get; private set; }

    public byte[] Certificate { get; private set; } = [];

    /// <summary>PKCS #8 under the authority's passphrase.</summary>
    public byte[] LockedKey { get; private set; } = [];

    /// <summary>True where two people hold its passphrase, a part each; otherwise null.</summary>
    public bool? IsShared { get; private set; }

    public DateTimeOffset NotAfter { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset? TryAgainAt { get; private set; }

    internal void Relock(byte[] lockedKey, bool isShared) => (LockedKey, IsShared) = (lockedKey, isShared ? true : null);
}

public sealed class SigningList
{
    private SigningList()
    {
    }

    internal SigningList(int authorityId, long number, byte[] bytes, DateTimeOffset madeAt)
    {
        AuthorityId = authorityId;
        Number = number;
        Bytes = bytes;
        MadeAt = madeAt;
    }

    public long Id { get; private set; }

    public int AuthorityId { get; private set; }

    /// <summary>1, 2, 3 … for each authority.</summary>
    public long Number { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}
