using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>An authority with its key open; or the sentence why it is not.</summary>
public sealed record OpenedAuthority(DinasAuthority? Authority, int Id, string? WhyNot) : IDisposable
{
    internal static OpenedAuthority Refused(string sentence) => new(null, 0, sentence);

    public void Dispose() => Authority?.Dispose();
}

/// <summary>What the administrator sees of an authority.</summary>
/// <param name="Id">Its key, also in the address of its list.</param>
/// <param name="Nama">As in its certificate.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="NotAfter">Its last moment.</param>
/// <param name="ListNumber">Of its newest list; null when there is none.</param>
/// <param name="ListedAt">When that was signed.</param>
/// <param name="Unlisted">How many certificates have ended since.</param>
public sealed record AuthorityView(
    int Id, string Nama, DateTimeOffset MadeAt, DateTimeOffset NotAfter, long? ListNumber, DateTimeOffset? ListedAt, int Unlisted)
{
    private static readonly TimeSpan ListSoon = TimeSpan.FromDays(14);

    private static readonly TimeSpan AuthoritySoon = TimeSpan.FromDays(365 * DinasAuthority.YearsOfPerson);

    /// <summary>Until when its newest list may be relied on.</summary>
    public DateTimeOffset? ListEnds => ListedAt + DinasAuthority.ListLasts;

    /// <summary>What is to be done about it, in sentences.</summary>
    public IEnumerable<string> WarningsAt(DateTimeOffset now)
    {
        if (NotAfter < now)
        {
            return [];
        }

        string?[] warnings =
        [
            NotAfter - now < AuthoritySoon
                ? $"Otoritas ini berakhir {Tanggal.Tampil(NotAfter)}. Minta petugas server membuat otoritas baru dengan perintah create-ca." : null,
            ListEnds is not { } end ? "Belum ada daftar pencabutan. Terbitkan daftar yang pertama."
                : end < now ? $"Daftar pencabutan kedaluwarsa sejak {Tanggal.Tampil(end)}. Terbitkan daftar baru sekarang."
                : end - now < ListSoon ? $"Daftar pencabutan hanya berlaku sampai {Tanggal.Tampil(end)}. Terbitkan daftar baru sebelum tanggal itu." : null,
            Unlisted > 0 ? $"{Unlisted} sertifikat berakhir sesudah daftar pencabutan terakhir. Terbitkan daftar baru." : null,
        ];
        return warnings.OfType<string>();
    }
}

/// <summary>
/// What the administrator does as the office of the dinas for certificates; each act that signs asks for the authority's passphrase. The
/// person's passphrase is never there: the request carries the person's public key, and the private one stays locked. A refusal is a
/// sentence, null means that it was done.
/// </summary>
public sealed class CertificateOffice(SopDbContext db, KeyEnvelope envelope, IOptions<DinasSettings> dinas)
{
    /// <summary>A new authority may be made when the one before cannot issue a certificate for its whole time any more.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(DinasAuthority.YearsOfPerson * 366);

    /// <summary>Makes the authority of the dinas.</summary>
    public async Task<string?> MakeAuthorityAsync(Passphrase passphrase, DateTimeOffset now)
    {
        if (passphrase.WhyNotChosen() is { } weak)
        {
            return weak;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"lock table signing_authorities in exclusive mode");
        if (await WhyNoNewAuthorityAsync(now) is { } refused)
        {
            return refused;
        }

        using var made = DinasAuthority.Make(dinas.Value.Pemerintah, dinas.Value.NamaPendek, now);
        var row = new SigningAuthority(made.Certificate.RawData, made.SealKey(envelope, passphrase), made.End, now);
        db.Add(row);
        await db.SaveChangesAsync();
        // An empty list from the first day on: whoever checks against a list must find one.
        db.Add(new SigningList(row.Id, 1, made.ListRevoked([], 1, now), now));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Why no authority can be made now; null when it can.</summary>
    public async Task<string?> WhyNoNewAuthorityAsync(DateTimeOffset now) =>
        await db.Set<SigningAuthority>().MaxAsync(a => (DateTimeOffset?)a.NotAfter) is { } end && end - now > Overlap
            ? $"Otoritas sertifikat dinas sudah ada dan berlaku sampai {Tanggal.Tampil(end)}. Yang baru dapat dibuat mulai {Tanggal.Tampil(end - Overlap)}."
            : null;

    /// <summary>Whether there is an authority that can issue.</summary>
    public Task<bool> HasAuthorityAsync(DateTimeOffset now) => db.Set<SigningAuthority>().AnyAsync(a => a.NotAfter > now);

    /// <summary>The requests that wait, oldest first.</summary>
    public Task<List<SigningCertificate>> WaitingAsync() => db.Set<SigningCertificate>().AsNoTracking().Waiting().OrderBy(c => c.Id).ToListAsync();

    /// <summary>Opens the key of an authority: every act that signs asks for its passphrase once. Wrong ones are counted and slow the next try down.</summary>
    /// <param name="passphrase">The authority's.</param>
    /// <param name="now">The moment of the try.</param>
    /// <param name="authorityId">Which one; the newest, which alone issues, for null.</param>
    public async Task<OpenedAuthority> OpenAsync(Passphrase passphrase, DateTimeOffset now, int? authorityId = null)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A transaction that is rolled back would forget the wrong passphrase.");
        }

        var row = await db.Set<SigningAuthority>().AsNoTracking().Where(a => authorityId == null || a.Id == authorityId)
            .OrderByDescending(a => a.Id).FirstOrDefaultAsync();
        if (row is null || row.NotAfter < now)
        {
            return OpenedAuthority.Refused("Belum ada otoritas sertifikat dinas yang berlaku. Buat dengan perintah create-ca di server.");
        }

        var one = db.Set<SigningAuthority>().Where(a => a.Id == row.Id);
        if (await PassphraseGate.WhyNotAsync(one, now) is { } refused)
        {
            return OpenedAuthority.Refused(refused);
        }

        if (KeyEnvelope.Open(row.LockedKey, passphrase) is not { } key)
        {
            return OpenedAuthority.Refused(PassphraseGate.Wrong(await one.Select(a => a.Failures).SingleAsync()));
        }

        await PassphraseGate.OpenedAsync(one);
        return new(new(X509CertificateLoader.LoadCertificate(row.Certificate), key), row.Id, null);
    }

    /// <summary>Issues a certificate on a waiting request; the person's certificate before it ends with that.</summary>
    /// <param name="id">Of the request.</param>
    /// <param name="ofAuthority">The authority's passphrase.</param>
    /// <param name="by">The administrator's name.</param>
    /// <param name="now">From when it holds.</param>
    public async Task<string?> IssueAsync(long id, Passphrase ofAuthority, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is null)
        {
            return NotWaiting;
        }

        using var opened = await OpenAsync(ofAuthority, now);
        return opened.WhyNot ?? await IssueOpenedAsync(id, opened, by, now);
    }

    /// <summary>Issues with a key that is open, so that several are issued with one passphrase.</summary>
    /// <inheritdoc cref="IssueAsync(long, Passphrase, string, DateTimeOffset)"/>
    public async Task<string?> IssueOpenedAsync(long id, OpenedAuthority opened, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is not { } request)
        {
            return NotWaiting;
        }

        var person = await db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == request.PegawaiId);
        if (!person.IsActive)
        {
            return "Pegawai ini tercatat tidak aktif, jadi sertifikatnya tidak diterbitkan.";
        }

        using var issued = opened.Authority!.Issue(request.Request, new(person.Nama, person.Nip), dinas.Value.Pemerintah, now);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Set<SigningCertificate>().InUse().SingleOrDefaultAsync(c => c.PegawaiId == person.Id) is { } before)
        {
            before.End(EndReason.Superseded, by, now);
            await db.SaveChangesAsync();
        }

        request.Issue(opened.Id, issued, by, now);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Turns a waiting request down.</summary>
    public async Task<string?> RejectAsync(long id, string by, DateTimeOffset now)
    {
        if (await WaitingAsync(id) is not { } request)
        {
            return NotWaiting;
        }

        request.End(EndReason.Rejected, by, now);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Ends a certificate in use and signs a new list of revoked ones, both or neither.</summary>
    /// <param name="id">Of the certificate.</param>
    /// <param name="reason">Lost, Compromised or Left.</param>
    /// <param name="opened">The authority that issued it.</param>
    /// <param name="by">The administrator's name.</param>
    /// <param name="now">From when.</param>
    public async Task<string?> RevokeAsync(long id, EndReason reason, OpenedAuthority opened, string by, DateTimeOffset now)
    {
        if (await db.Set<SigningCertificate>().InUse().SingleOrDefaultAsync(c => c.Id == id && c.AuthorityId == opened.Id) is not { } used)
        {
            return "Sertifikat ini sudah tidak dipakai lagi. Muat ulang halaman ini.";
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        used.End(reason, by, now);
        await db.SaveChangesAsync();
        await PublishOpenedAsync(opened, now);
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Signs and stores a new list of revoked certificates, for those who judge a file without this database.</summary>
    public async Task<string?> PublishListAsync(Passphrase ofAuthority, DateTimeOffset now)
    {
        using var opened = await OpenAsync(ofAuthority, now);
        if (opened.WhyNot is null)
        {
            await PublishOpenedAsync(opened, now);
        }

        return opened.WhyNot;
    }

    /// <inheritdoc cref="PublishListAsync(Passphrase, DateTimeOffset)"/>
    public async Task PublishOpenedAsync(OpenedAuthority opened, DateTimeOffset now)
    {
        var ended = await db.Set<SigningCertificate>().Where(c => c.AuthorityId == opened.Id && c.EndedAt != null).OrderBy(c => c.Id)
            .Select(c => new { c.Serial, c.EndedAt, c.EndReason }).ToListAsync();
        var number = 1 + (await db.Set<SigningList>().Where(l => l.AuthorityId == opened.Id).MaxAsync(l => (long?)l.Number) ?? 0);
        var bytes = opened.Authority!.ListRevoked(
            ended.Select(c => new RevokedCertificate(Convert.FromHexString(c.Serial!), c.EndedAt!.Value, Reason(c.EndReason!.Value))), number, now);
        db.Add(new SigningList(opened.Id, number, bytes, now));
        await db.SaveChangesAsync();
    }

    /// <summary>How every authority stands, the newest first.</summary>
    public async Task<IReadOnlyList<AuthorityView>> ShowAsync()
    {
        var lists = db.Set<SigningList>();
        var rows = await db.Set<SigningAuthority>().AsNoTracking().OrderByDescending(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.Certificate,
                a.NotAfter,
                a.MadeAt,
                List = lists.Where(l => l.AuthorityId == a.Id).OrderByDescending(l => l.Number).Select(l => new { l.Number, l.MadeAt }).FirstOrDefault(),
                Unlisted = db.Set<SigningCertificate>().Count(c => c.AuthorityId == a.Id
                    && c.EndedAt > (lists.Where(l => l.AuthorityId == a.Id).Max(l => (DateTimeOffset?)l.MadeAt) ?? a.MadeAt)),
            }).ToListAsync();
        return [.. rows.Select(a => new AuthorityView(a.Id, NamaOf(a.Certificate), a.MadeAt, a.NotAfter, a.List?.Number, a.List?.MadeAt, a.Unlisted))];
    }

    private const string NotWaiting = "Permintaan ini sudah diterbitkan, ditolak, atau ditarik. Muat ulang halaman ini.";

    private Task<SigningCertificate?> WaitingAsync(long id) =>
        db.Set<SigningCertificate>().Waiting().SingleOrDefaultAsync(c => c.Id == id);

    private static string NamaOf(byte[] certificate)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate);
        return SubjectOf.Nama(loaded) ?? "";
    }

    private static X509RevocationReason Reason(EndReason reason) => reason switch
    {
        EndReason.Superseded => X509RevocationReason.Superseded,
        EndReason.Compromised => X509RevocationReason.KeyCompromise,
        EndReason.Left => X509RevocationReason.AffiliationChanged,
        EndReason.Withdrawn or EndReason.Rejected or EndReason.Lost => X509RevocationReason.CessationOfOperation,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
