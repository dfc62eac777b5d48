using System.Security.Claims;
using System.Security.Cryptography;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Seeding;

/// <summary>
/// The demo's authority and the certificates of its people. A lock costs half a second of processor time, so all are locked at once while
/// the demo is played, and what comes of it is saved in the same transaction as everything else.
/// </summary>
public sealed class DemoCertificates : IDisposable
{
    private const string Asks = "keamanan";

    private const string EndsSoon = "juru";

    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset _founded;
    private readonly DinasAuthority _authority;
    private readonly Task<byte[]> _authorityKey;
    private readonly List<(string UserName, ECDsa Key, Task<byte[]> Locked)> _people;
    private readonly DinasSettings _dinas;

    /// <param name="passphrases">By user name; that of "admin" is the authority's.</param>
    public DemoCertificates(KeyEnvelope envelope, DinasSettings dinas, IReadOnlyDictionary<string, string> passphrases, DateTimeOffset now)
    {
        // Older than every document of the demo.
        (_now, _founded, _dinas) = (now, now.AddYears(-3), dinas);
        _authority = DinasAuthority.Make(dinas.Pemerintah, dinas.NamaPendek, _founded);
        _authorityKey = Task.Run(() => _authority.SealKey(envelope, new(passphrases["admin"])));
        _people = [.. passphrases.Where(p => p.Key != "admin").Select(p =>
        {
            var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return (p.Key, key, Task.Run(() => envelope.Seal(key, new(p.Value))));
        })];
    }

    public async Task SaveAsync(SopDbContext db, ChangeLog log, IReadOnlyDictionary<string, Pegawai> people)
    {
        var authority = new SigningAuthority(
            _authority.Certificate.RawData, await _authorityKey, isShared: false, _authority.End, _founded);
        db.Add(authority);
        await db.SaveChangesAsync();
        log.Write(
            new ClaimsPrincipal(), ChangeSubjects.Otoritas, authority.Id, "Otoritas sertifikat dinas", "membuat otoritas dinas contoh.");
        List<(SigningCertificate Request, CertificateHolder Holder)> all = [];
        db.Add(new SigningList(authority.Id, 1, _authority.ListRevoked([], 1, _now), _now));
        foreach (var (userName, key, locked) in _people)
        {
            var holder = new CertificateHolder(people[userName].Nama, people[userName].Nip);
            var from = userName switch
            {
                Asks => _now,
                EndsSoon => _now.AddYears(-DinasAuthority.YearsOfPerson)
                .AddDays(20),
                _ => _now.AddMonths(-18)
            };
            var request = new SigningCertificate(people[userName].Id, DinasAuthority.Request(holder, key), await locked, from);
            db.Add(request);
            log.Write(
                new ClaimsPrincipal(), ChangeSubjects.Sertifikat, people[userName].Id, holder.Nama, "membuat sertifikat dinas contoh.");
            all.Add((request, holder));
        }

        // Each begins as a request.
        await db.SaveChangesAsync();
        foreach (var (request, holder) in all.Where(a => a.Request.PegawaiId != people[Asks].Id))
        {
            using var issued = _authority.Issue(request.Request, holder, _dinas.Pemerintah, request.RequestedAt);
            request.Issue(authority.Id, issued, "Administrator", request.RequestedAt);
        }

        await db.SaveChangesAsync();
    }

    public void Dispose()
    {
        _authority.Dispose();
        _people.ForEach(p => p.Key.Dispose());
    }
}
