using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Plans;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Drafts for a new period from the SKP of the period before, for their owners to change: "pegawai/periode".</summary>
internal sealed class CopyPlanKind(SopDbContext db, TimeProvider time) : ChosenKind
{
    public const string Kode = "skp-salin";

    public override string Slug => Kode;

    public override string Nama => "salin SKP";

    public override string Judul => "Salin SKP periode sebelumnya";

    public override RunVerbs Verbs { get; } = new("Salin", "penyalinan", "disalin", "disalin", "SKP", "Penyalinan",
        "Mulai lagi dari daftar SKP bila masih perlu.");

    public override string Back => Links.Plans.List;

    public override (string Words, string Url) After => ("Ke daftar SKP", Links.Plans.List);

    public override string About => "Setiap salinan menjadi draf, yang diubah dan diajukan pemiliknya.";

    /// <summary>Those who write the SKP of others.</summary>
    public override IReadOnlyList<Role> By => [.. PlanTable.Row(PlanAct.Write).By.Where(role => role != Role.Asn)];

    /// <summary>Those without an SKP in a period, for whom there may be one to copy.</summary>
    public static async Task<IReadOnlyList<ChosenRow>> ChooseAsync(SopDbContext db, int periodId, int? unit, CancellationToken cancel)
    {
        var found = await db.Pegawai.OfTheDinas().Where(p => (unit == null || p.UnitKerjaId == unit)
                && !db.Plans.Any(x => x.PegawaiId == p.Id && x.PeriodId == periodId && x.Post == 0))
            .OrderBy(p => p.UnitKerja!.Nama).ThenBy(p => p.Nama).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Nama, Unit = p.UnitKerja!.Nama }).ToListAsync(cancel);
        return [.. found.Select(p => new ChosenRow($"{p.Id}/{periodId}", p.Nama, p.Unit))];
    }

    protected override async Task<IReadOnlyDictionary<string, string?>> JudgeAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var judged = new Dictionary<string, string?>();
        foreach (var group in keys.Distinct().Select(k => (Key: k, Parts: Parts(k))).GroupBy(k => (int)k.Parts.ElementAtOrDefault(1)))
        {
            var period = await db.Periods.AsNoTracking().SingleOrDefaultAsync(p => p.Id == group.Key, cancel);
            var ids = group.Select(k => (int)k.Parts[0]).ToList();
            var found = await Candidate.Of(db, db.Pegawai.Where(p => ids.Contains(p.Id)), group.Key)
                .ToDictionaryAsync(c => c.Pegawai.Id, cancel);
            foreach (var (key, parts) in group)
            {
                judged[key] = WhyNot(period, found.GetValueOrDefault((int)parts[0]));
            }
        }

        return judged;
    }

    protected override async Task DoAsync(Actor actor, string key)
    {
        var parts = Parts(key);
        var period = await db.Periods.AsNoTracking().SingleAsync(p => p.Id == parts[1]);
        var candidate = (await Candidate.LoadAsync(db, (int)parts[0], period.Id))!;
        db.Plans.Add(candidate.Copy(period, actor, time.GetUtcNow()));
        await db.SaveChangesAsync();
    }

    private string? WhyNot(Period? period, Candidate? candidate) =>
        candidate is null ? "Bukan pegawai dinas ini yang masih aktif dan mempunyai unit kerja."
        : candidate.Existing is not null ? ""
        : Plan.WhyNotBegin(candidate.Pegawai.Id, Actor, candidate.Pegawai.AtasanId)?.Sentence
            ?? (period is not { IsOpen: true } ? "Periode ini tidak terbuka lagi."
            : candidate.Hindrance
                ?? (candidate.HasResult ? "Tugas belajar sepanjang periode ini: SKP-nya dibuat tersendiri, tanpa kegiatan."
                : candidate.Earlier is { Content.IsEmpty: false } ? null
                : "Belum ada SKP periode sebelumnya yang dapat disalin. Susun SKP-nya dari awal."));
}
