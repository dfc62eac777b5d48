using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <param name="Method">Key of the regulation of the period; null where no period is chosen.</param>
public sealed record Candidate(Pegawai Pegawai, string? Method, long? Existing, JenisKeadaan? Excusing, Source? Earlier)
{
    /// <summary>The last day in a position left within the period, whose SKP was ended; null for who stayed.</summary>
    public DateOnly? LeftOn { get; init; }

    public string? Hindrance => Existing is not null
        ? $"SKP {Pegawai.Nama} untuk periode ini sudah ada, jadi tidak dibuat lagi."
        : Excusing is { } excusing && !HasResult
            ? $"{Pegawai.Nama}: {KeadaanTable.Row(excusing).InSentence} sepanjang periode ini, jadi SKP tidak disusun."
        : WhyWrongLaw ?? PlanWords.WhyNobodyAgrees(Pegawai);

    /// <summary>Whether the plan is written without targets, for a result that comes from elsewhere.</summary>
    public bool HasResult =>
        Excusing is { } state && Method is { } method && ScoringMethods.Row(method).AkibatOf(state).HasResult;

    private string? WhyWrongLaw => Method is { } method && ScoringMethods.Row(method).WhyNotFor(Pegawai.Jenis) is { } why
        ? $"SKP {Pegawai.Nama} tidak dapat dibuat di periode ini: {why} Pilih periode lain."
        : null;

    public bool MayLeadUnitMandiri => Pegawai.JenisJabatan.Choices().Count > 1;

    /// <summary>Null when the actor may begin it.</summary>
    public Refusal? WhyNotBegin(Actor actor) => Plan.WhyNotBegin(Pegawai.Id, actor, Pegawai.AtasanId);

    /// <summary>Someone of the dinas with what is there already; null for anyone else.</summary>
    public static Task<Candidate?> LoadAsync(SopDbContext db, int? pegawaiId, int? periodId) =>
        Of(db, db.Pegawai.Where(p => p.Id == pegawaiId), periodId).SingleOrDefaultAsync();

    /// <summary>Those of these people who work in the dinas, with what is there already.</summary>
    public static IQueryable<Candidate> Of(SopDbContext db, IQueryable<Pegawai> people, int? periodId) => people.AsNoTracking().OfTheDinas()
        .Include(p => p.Atasan).Include(p => p.UnitKerja)
        .Select(p => new Candidate(
            p,
            db.Periods.Where(x => x.Id == periodId).Select(x => x.Method).FirstOrDefault(),
            db.Plans.Where(x => x.PegawaiId == p.Id && x.PeriodId == periodId && x.Post == 0).Max(x => (long?)x.Id),
            db.Excusing(periodId).Where(k => k.PegawaiId == p.Id).Select(k => (JenisKeadaan?)k.Jenis).FirstOrDefault(),
            db.Plans.Where(x => x.PegawaiId == p.Id && db.Periods.Any(now => now.Id == periodId
                    && now.Method == x.Period.Method && x.Period.Mulai < now.Mulai))
                .OrderByDescending(x => x.Period.Mulai).ThenBy(x => x.Post)
                .Select(x => new Source(x.Period.Nama, x.Content)).FirstOrDefault())
        {
            LeftOn = db.Plans.Where(x => x.PegawaiId == p.Id && x.PeriodId == periodId).Max(x => x.PostUntil),
        });

    public static async Task<IReadOnlyList<PersonChoice>> ChoicesAsync(SopDbContext db, Period period)
    {
        var people = await db.Pegawai.OfTheDinas()
            .Where(p => p.AtasanId != null && !db.Plans.Any(x => x.PegawaiId == p.Id && x.PeriodId == period.Id && x.Post == 0)
                && !db.ExcusingWithoutResult(period.Id).Any(k => k.PegawaiId == p.Id))
            .OrderBy(p => p.Nama).ThenBy(p => p.Id).Select(PersonChoice.From).ToListAsync();
        return [.. people.Where(p => period.Peraturan.WhyNotFor(Nip.JenisOf(p.Nip)) is null)];
    }

    /// <summary>A draft of what the SKP before holds, on its form.</summary>
    public Plan Copy(Period period, Actor actor, DateTimeOffset now) =>
        Begin(period, Earlier, Earlier!.Content.BeginningOf(Pegawai.JenisJabatan), actor, now);

    /// <param name="source">What is copied into it; null for an empty one.</param>
    public Plan Begin(Period period, Source? source, Pendekatan pendekatan, bool pimpinanUnitMandiri, Actor actor, DateTimeOffset now) =>
        Begin(period, source, new(Pegawai.JenisJabatan, pimpinanUnitMandiri && MayLeadUnitMandiri, pendekatan), actor, now);

    private Plan Begin(Period period, Source? source, PlanBeginning beginning, Actor actor, DateTimeOffset now) => new(
        period.Id, Pegawai.Id, Pegawai.AtasanId!.Value, period.Peraturan.Begin(source?.Content, beginning), actor, now,
        from: source?.Periode, postFrom: LeftOn?.AddDays(1));
}

public sealed record Source(string Periode, PlanContent Content);
