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

    /// <summary>Of dossiers that would be opened now: the rated person and who would rate him, by keys of the caller.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> WarningsAsync(
        IReadOnlyCollection<(long Key, int AsnId, int? PenilaiId)> opening)
    {
        int[] asn = [.. opening.Select(o => o.AsnId).Distinct()];
        int[] penilai = [.. opening.Select(o => o.PenilaiId).OfType<int>().Distinct()];
        var named = db.Pegawai.Where(p => asn.Contains(p.Id) || penilai.Contains(p.Id));
        var known = await KnownAsync(
            named.Union(db.Pegawai.Where(p => penilai.Contains(p.Id) && p.AtasanId != null).Select(p => p.Atasan!)));
        return opening.ToDictionary(o => o.Key, o =>
        {
            var by = o.PenilaiId is { } id ? known[id] : null;
            return Kesiapan.Warnings(
                known[o.AsnId].Of with { HasAtasan = known[o.AsnId].Of.HasAtasan || by is not null }, by?.Of, Above(known, by)?.Of);
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
