using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>What is known now of the people of a dossier, so that what will be in the way is said in time.</summary>
public sealed class KesiapanSource(SopDbContext db, IConfiguration configuration, TimeProvider time)
{
    private bool WantsCertificate => SigningModes.Named(configuration[StepSigning.ModeSetting]).Mode == SigningMode.Certificate;

    /// <summary>Of the people named on it.</summary>
    public async Task<IReadOnlyList<string>> WarningsAsync(Dossier dossier)
    {
        var (asn, penilai, above) = dossier.Parties;
        int[] ids = [.. new[] { asn, penilai, above }.OfType<Party>().Select(p => p.PegawaiId)];
        var known = await KnownAsync(db.Pegawai.Where(p => ids.Contains(p.Id)));
        return Kesiapan.Warnings(known[asn.PegawaiId].Of, known[penilai.PegawaiId].Of, above is null ? null : known[above.PegawaiId].Of);
    }

    /// <summary>Of dossiers that would be opened for these people now.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> WarningsAsync(IReadOnlyCollection<int> people)
    {
        var asn = db.Pegawai.Where(p => people.Contains(p.Id));
        var penilai = asn.Where(p => p.AtasanId != null).Select(p => p.Atasan!);
        var known = await KnownAsync(asn.Union(penilai).Union(penilai.Where(p => p.AtasanId != null).Select(p => p.Atasan!)));
        return people.ToDictionary(id => id, id =>
        {
            var atasan = Above(known, known[id]);
            return Kesiapan.Warnings(known[id].Of, atasan?.Of, Above(known, atasan)?.Of);
        });
    }

    private static Known? Above(Dictionary<int, Known> all, Known? one) => one?.AtasanId is { } id ? all.GetValueOrDefault(id) : null;

    private async Task<Dictionary<int, Known>> KnownAsync(IQueryable<Pegawai> people)
    {
        var (now, anyWay) = (time.GetUtcNow(), !WantsCertificate);
        var used = db.Set<SigningCertificate>().InUse();
        var rows = await people.AsNoTracking().Select(p => new
        {
            Pegawai = p,
            HasAkun = db.Users.Any(a => a.PegawaiId == p.Id && a.IsActive),
            HasSertifikat = anyWay || used.Any(c => c.PegawaiId == p.Id && c.NotAfter >= now),
        }).ToListAsync();
        return rows.ToDictionary(r => r.Pegawai.Id, r => new Known(r.Pegawai.AtasanId, new(
            r.Pegawai.Nama, r.HasAkun, r.HasSertifikat, r.Pegawai.AtasanId is not null || r.Pegawai.Nip is null, r.Pegawai.MayRate)));
    }

    private sealed record Known(int? AtasanId, Kesiapan Of);
}
