using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step1Collect;

/// <summary>Opens dossiers from agreed plans: all that can be opened, or none.</summary>
public sealed class DossierOpening(SopDbContext db, TimeProvider time, CurrentSettings settings)
{
    private static readonly Func<SopDbContext, int, IQueryable<Plan>> Made = WaitingIn.Compile();

    public static IQueryable<Plan> Waiting(SopDbContext db, int bagian) => Made(db, bagian);

    /// <summary>The agreed plans without a dossier for a part of their period.</summary>
    public static Expression<Func<SopDbContext, int, IQueryable<Plan>>> WaitingIn => (db, bagian) => db.Plans.Where(p =>
        p.State == PlanState.Agreed && p.Period.IsOpen && p.Pegawai.IsActive
        && !db.Dossiers.Any(d => d.PeriodId == p.PeriodId && d.AsnId == p.PegawaiId && d.Bagian == (p.Post > 0 ? 0 : bagian)
            && d.Post == p.Post));

    public async Task<Opened> OpenAsync(IQueryable<Plan> plans, int bagian, Actor actor)
    {
        if (settings.Value.WhyNotPrinted is { } missing)
        {
            return new([], [], missing);
        }

        var found = await Whole(plans).ToListAsync();
        var left = (await db.Keadaan.AsNoTracking()
            .Where(k => k.Jenjang != null && plans.Any(p => p.PeriodId == k.PeriodId && p.PegawaiId == k.PegawaiId)).ToListAsync())
            .ToLookup(k => (k.PeriodId, k.PegawaiId));
        List<Dossier> dossiers = [];
        List<string> skipped = [];
        foreach (var plan in found)
        {
            var part = PartOf(plan, bagian);
            if (WhyNot(plan, part, actor) is { } reason)
            {
                skipped.Add($"{plan.Pegawai.Nama}: {reason}");
                continue;
            }

            var parties = PartiesOf.Of(plan, left[(plan.PeriodId, plan.PegawaiId)], settings.Value.Pemerintah);
            var period = db.Periods.Local.FirstOrDefault(p => p.Id == plan.PeriodId) ?? db.Periods.Attach(plan.Period).Entity;
            var unit = plan.FormerUnitId ?? plan.Pegawai.UnitKerjaId!.Value;
            dossiers.Add(Dossier.Open(plan, period, part, parties, unit, actor, time.GetUtcNow()));
        }

        db.Dossiers.AddRange(dossiers);
        return await db.WhyNotSavedAsync() is { } unsaved
            ? new([], [], unsaved.LostRace("Sebagian berkas ini baru saja dibuka orang lain, jadi tidak ada yang dibuka sekarang. "
                + "Daftar di bawah sudah diperbarui; coba lagi."))
            : new(dossiers, skipped, null);
    }

    /// <summary>Why each of these is not opened, as a clause; null where it is.</summary>
    public async Task<IReadOnlyDictionary<long, string?>> JudgeAsync(IQueryable<Plan> plans, int bagian, Actor actor) =>
        (await Whole(plans).ToListAsync()).ToDictionary(
            p => p.Id, p => settings.Value.WhyNotPrinted ?? WhyNot(p, PartOf(p, bagian), actor));

    private static IQueryable<Plan> Whole(IQueryable<Plan> plans) => plans.AsNoTracking().OrderBy(p => p.Pegawai.Nama).ThenBy(p => p.Id)
        .Include(p => p.Period).Include(p => p.Pegawai.UnitKerja)
        .Include(p => p.Pegawai.Atasan!.UnitKerja).Include(p => p.Pegawai.Atasan!.Atasan!.UnitKerja)
        .Include(p => p.Pegawai.Atasan!.Atasan!.Atasan!.UnitKerja)
        .Include(p => p.Atasan.UnitKerja).Include(p => p.Atasan.Atasan!.UnitKerja).Include(p => p.Atasan.Atasan!.Atasan!.UnitKerja);

    // A position that was left is evaluated as one.
    private static int PartOf(Plan plan, int bagian) => plan.Post > 0 ? 0 : bagian;

    private static string? WhyNot(Plan plan, int bagian, Actor actor)
    {
        var person = plan.Pegawai;
        return Dossier.WhyNotOpen(plan, actor)?.Sentence
            ?? (!plan.Period.Bagian().Contains(bagian) ? "bagian periode yang dipilih tidak ada pada periodenya. Pilih bagian lain."
            : person.UnitKerjaId is null ? "belum mempunyai unit kerja. Minta administrator melengkapinya."
            : person.AtasanId == actor.PegawaiId ? "Anda atasan langsungnya sekarang. Berkasnya harus dibuka Analis yang lain."
            : person.Atasan is null ? "belum mempunyai atasan langsung. Minta administrator melengkapinya."
            : person.Atasan.AtasanId == person.Id
                ? "data atasannya melingkar (atasan dari atasannya adalah dirinya sendiri). Minta administrator memperbaikinya."
            : null);
    }
}

public sealed record Opened(IReadOnlyList<Dossier> Dossiers, IReadOnlyList<string> Skipped, string? Lost);
