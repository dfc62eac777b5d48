using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>The person for whom a plan would be made.</summary>
/// <param name="Pegawai">With the atasan.</param>
/// <param name="Existing">The plan that is there already for the period.</param>
/// <param name="IsExcused">Whether nothing of the period is left to be measured.</param>
/// <param name="Earlier">The last plan of an earlier period under the same regulation.</param>
public sealed record Candidate(Pegawai Pegawai, long? Existing, bool IsExcused, Source? Earlier)
{
    /// <summary>Why no plan can be begun, in a sentence.</summary>
    public string? Hindrance => Existing is not null
        ? $"SKP {Pegawai.Nama} untuk periode ini sudah ada, jadi tidak dibuat lagi."
        : IsExcused ? $"{Pegawai.Nama} menjalani tugas belajar sepanjang periode ini, jadi SKP tidak disusun."
        : PlanWords.WhyNobodyAgrees(Pegawai);

    /// <summary>Whether the form depends on leading a unit kerja mandiri, which no data of the person tell.</summary>
    public bool MayLeadUnitMandiri => Pegawai.JenisJabatan.Choices().Count > 1;

    /// <summary>Somebody of the dinas with what is there already; null for anybody else.</summary>
    public static Task<Candidate?> LoadAsync(SopDbContext db, int? pegawaiId, int? periodId) => db.Pegawai.AsNoTracking().OfTheDinas()
        .Where(p => p.Id == pegawaiId)
        .Include(p => p.Atasan).Include(p => p.UnitKerja)
        .Select(p => new Candidate(
            p,
            db.Plans.Where(x => x.PegawaiId == p.Id && x.PeriodId == periodId).Max(x => (long?)x.Id),
            db.Excusing(periodId).Any(k => k.PegawaiId == p.Id),
            db.Plans.Where(x => x.PegawaiId == p.Id && db.Periods.Any(now => now.Id == periodId
                    && now.Method == x.Period.Method && x.Period.Mulai < now.Mulai))
                .OrderByDescending(x => x.Period.Mulai).Select(x => new Source(x.Period.Nama, x.Content)).FirstOrDefault()))
        .SingleOrDefaultAsync();

    /// <summary>The people of the dinas who could have a plan for the period and have none.</summary>
    public static Task<List<Choice>> ChoicesAsync(SopDbContext db, int? periodId) => db.Pegawai.OfTheDinas()
        .Where(p => p.AtasanId != null && !db.Plans.Any(x => x.PegawaiId == p.Id && x.PeriodId == periodId)
            && !db.Excusing(periodId).Any(k => k.PegawaiId == p.Id))
        .OrderBy(p => p.Nama).ThenBy(p => p.Id)
        .Select(p => new Choice(p.Id, p.Nama, p.Jabatan)).ToListAsync();

    /// <summary>A draft for a period, under its regulation.</summary>
    /// <param name="period">By which regulation the plan is written.</param>
    /// <param name="source">What is copied into it; null for an empty one.</param>
    /// <param name="pendekatan">Where the regulation has it.</param>
    /// <param name="pimpinanUnitMandiri">Whether the person leads a unit kerja mandiri, where that is asked.</param>
    /// <param name="actor">The owner, or an analis.</param>
    /// <param name="now">The moment.</param>
    public Plan Begin(Period period, Source? source, Pendekatan pendekatan, bool pimpinanUnitMandiri, Actor actor, DateTimeOffset now)
    {
        var beginning = new PlanBeginning(Pegawai.JenisJabatan, pimpinanUnitMandiri && MayLeadUnitMandiri, pendekatan);
        return new(
            period.Id, Pegawai.Id, Pegawai.AtasanId!.Value, period.Peraturan.Begin(source?.Content, beginning), actor, now, from: source?.Periode);
    }
}

/// <summary>The plan from which targets can be copied.</summary>
public sealed record Source(string Periode, PlanContent Content);

/// <summary>Somebody to choose.</summary>
public sealed record Choice(int Id, string Nama, string Jabatan);
