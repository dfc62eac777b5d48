using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.People;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>A database with an authority; people come when a test asks for them.</summary>
public sealed class SigningWorld : IAsyncLifetime
{
    public const string OfAuthority = "kunci besar dinas kita";

    public const string OfPerson = "sungai barito mengalir";

    public static readonly DateTimeOffset Now = SampleSignatures.Now;

    // Locking slowly is the point of locking, but not of these tests.
    private readonly KeyEnvelope _envelope = new(iterations: 1000);

    private TestDatabase _database = null!;

    private int _people;

    public string ConnectionString => _database.ConnectionString;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Assert.Null(await ActAsync(o => o.MakeAuthorityAsync(new(OfAuthority), Now.AddMonths(-1))));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public SopDbContext Db() => new(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(ConnectionString).Options);

    // What the environment of a server would set.
    internal static CurrentSettings Settings(SopDbContext db) => new(db, SettingLocks.Of(
        new ConfigurationBuilder().AddInMemoryCollection(FictionalDinas.Settings.Append((SettingTable.AlamatAplikasi, "http://localhost"))
            .Select(s => new KeyValuePair<string, string?>(s.Item1.Name, s.Item2))).Build(), isDemo: false));

    public async Task<T> ActAsync<T>(Func<CertificateActs, Task<T>> act)
    {
        await using var db = Db();
        return await act(new(db, new(db, _envelope), _envelope, Settings(db), new(db, TimeProvider.System)));
    }

    public async Task<OpenedKey> OpenAsync(int pegawaiId, string passphrase, DateTimeOffset now)
    {
        await using var db = Db();
        return await new LockedKeys(db, _envelope).OpenOwnAsync(pegawaiId, new(passphrase), now);
    }

    public async Task<IReadOnlyList<CertificateView>> ShowAsync(int pegawaiId, DateTimeOffset now)
    {
        await using var db = Db();
        return await db.CertificatesOfAsync(pegawaiId, now);
    }

    public async Task<SigningOutcome> SignAsync(
        SigningTask task, int actor, string passphrase = OfPerson, DateTimeOffset? at = null, ITimestamps? timestamps = null)
    {
        await using var db = Db();
        return await new LocalCertificateSigner(db, new(db, _envelope), timestamps ?? new NoTimestamps()).SignAsync(
            task, new Actor(actor, "Siapa pun", new HashSet<Role>()), new(passphrase), at ?? Now, CancellationToken.None);
    }

    public async Task<SigningTrust> TrustAsync()
    {
        await using var db = Db();
        return await db.SigningTrustAsync(CancellationToken.None);
    }

    /// <summary>Someone without a certificate.</summary>
    public async Task<Signatory> StrangerAsync()
    {
        await using var db = Db();
        var no = Interlocked.Increment(ref _people);
        var pegawai = new Pegawai(
            $"1990031520150310{no:00}", new($"Pegawai Ke-{no}, S.E.", "III/b", "Analis Perdagangan", JenisJabatan.Pelaksana, null, null));
        db.Add(pegawai);
        await db.SaveChangesAsync();
        return new(pegawai.Id, pegawai.Nama, pegawai.Nip, $"NIP {Nip.Stored(pegawai.Nip!)}", pegawai.Jabatan);
    }

    /// <summary>Someone with a certificate.</summary>
    public async Task<Signatory> HolderAsync()
    {
        var person = await StrangerAsync();
        Assert.Null(await ActAsync(p => p.RequestAsync(person.PegawaiId, new(OfPerson), Now.AddDays(-2))));
        Assert.Null(await IssueAsync(person.PegawaiId, Now.AddDays(-1)));
        return person;
    }

    public async Task<string?> IssueAsync(int pegawaiId, DateTimeOffset at, string passphrase = OfAuthority) =>
        await ActAsync(
            async o => await o.IssueAsync((await o.WaitingAsync()).Single(c => c.PegawaiId == pegawaiId).Id, new(passphrase), "Admin", at));

    public async Task<List<SigningCertificate>> RowsAsync(int pegawaiId)
    {
        await using var db = Db();
        return await db.Set<SigningCertificate>().AsNoTracking().Where(c => c.PegawaiId == pegawaiId).OrderBy(c => c.Id).ToListAsync();
    }
}
