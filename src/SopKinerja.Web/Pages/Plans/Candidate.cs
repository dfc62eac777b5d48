using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>The person for whom a plan would be made.</summary>
/// <param name="Pegawai">With the atasan.</param>
/// <param name="Existing">The plan that is there already for the period.</param>
/// <param name="Earlier">The last plan of an earlier period.</param>
public sealed record Candidate(Pegawai Pegawai, long? Existing, Source? Earlier)
{
    /// <summary>Why no plan can be begun, in a sentence.</summary>
    public string? Hindrance => Existing is not null
        ? $"SKP {Pegawai.Nama} untuk periode ini sudah ada, jadi tidak dibuat lagi."
        : PlanWords.WhyNobodyAgrees(Pegawai);

    /// <summary>Somebody of the dinas with what is there already; null for anybody else.</summary>
    public static Task<Candidate?> LoadAsync(SopDbContext db, int? pegawaiId, int? periodId) => db.Pegawai.AsNoTracking().OfTheDinas()
        .Where(p => p.Id == pegawaiId)
        .Include(p => p.Atasan).Include(p => p.UnitKerja)
        .Select(p => new Candidate(
            p,
            db.Plans.Where(x => x.PegawaiId == p.Id && x.PeriodId == periodId).Max(x => (long?)x.Id),
            db.Plans.Where(x => x.PegawaiId == p.Id && x.PeriodId != periodId
                    && x.Period.Mulai < db.Periods.Where(now => now.Id == periodId).Max(now => (DateOnly?)now.Mulai))
                .OrderByDescending(x => x.Period.Mulai).Select(x => new Source(x.Period.Nama, x.Kegiatan)).FirstOrDefault()))
        .SingleOrDefaultAsync();
}

/// <summary>The plan from which targets can be copied.</summary>
public sealed record Source(string Periode, IReadOnlyList<KegiatanTugasJabatan> Kegiatan);

/// <summary>Somebody to choose.</summary>
public sealed record Choice(int Id, string Nama, string Jabatan);
