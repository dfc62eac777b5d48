using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Seeding.PermenPanRb6;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Browser.Tests.Site;

/// <summary>Dossiers of Kinerja 2026: quarters that are over, and quarters and years where a page shows them.</summary>
internal static class KinerjaDossiers
{
    /// <summary>Where each stands; null for one that is archived. A superior comes before those he rates.</summary>
    private static readonly IReadOnlyList<(string Asn, int Bagian, Step? Step)> Running =
    [
        ("kabidind", 1, null), ("kabidind", 2, null), ("kabidind", 0, Step.Validate),
        ("kabiddag", 1, null), ("kabiddag", 2, Step.Validate), ("kabiddag", 3, Step.Input),
        ("penyuluhind", 1, null), ("penyuluhind", 2, null), ("penyuluhind", 3, Step.Duplicate), ("penyuluhind", 0, Step.Validate),
        ("pelaksanaind", 1, null), ("pelaksanaind", 2, null), ("pelaksanaind", 3, null), ("pelaksanaind", 0, Step.Input),
        ("penera", 1, null), ("penera", 2, null), ("penera", 3, Step.Collect), ("penera", 0, Step.Sign),
        ("pelaksanadag", 1, null), ("pelaksanadag", 2, null), ("pelaksanadag", 3, Step.Sign),
        ("bendahara", 1, null), ("bendahara", 2, Step.Check),
        ("arsiparis", 1, null), ("arsiparis", 2, Step.Validate),
    ];

    /// <summary>Plays them; the key of each by "name/part", where the year is part 0.</summary>
    /// <param name="site">With the plan of the Kepala Dinas in place.</param>
    /// <param name="monday">The day on which the world is looked at.</param>
    public static async Task<IReadOnlyDictionary<string, long>> PlayAsync(SopSite site, DateTimeOffset monday)
    {
        var plans = new Dictionary<string, Plan>();
        foreach (var asn in Running.Select(r => r.Asn).Distinct())
        {
            plans[asn] = await AgreedPlanAsync(site, asn);
        }

        return await site.PlayAsync(async play =>
        {
            var dossiers = new Dictionary<string, long>();
            foreach (var (asn, bagian, step) in Running)
            {
                // The third quarter late enough for an objection.
                play.Now = bagian switch
                {
                    0 => monday.AddDays(-6),
                    3 => monday.AddDays(-12),
                    _ => InTheMonthAfter(
                    site.Kinerja.Part(bagian)!.Selesai)
                };
                var dossier = await play.OpenAsync(plans[asn], bagian);
                await play.BringToAsync(dossier, step ?? Step.Archive);
                if (step is null)
                {
                    await play.PerformAsync(dossier);
                }

                dossiers[$"{asn}/{bagian}"] = dossier.Id;
            }

            return dossiers;
        });
    }

    /// <summary>The pejabat penilai has given the ratings and not yet approved them.</summary>
    public static Task<int> RateAsync(SopSite site, long id, Actor atasan) => site.AskAsync(async db =>
    {
        var dossier = await db.Dossiers.Include(d => d.History).SingleAsync(d => d.Id == id);
        dossier.Rate(SampleWork.Rated(dossier), atasan, site.Clock.GetUtcNow().AddHours(-1), "Pegawai pindah bulan depan.");
        return await db.SaveChangesAsync();
    });

    /// <summary>The Kepala Dinas sets one value and corrects another; that of the second quarter of one unit is left to be set.</summary>
    public static Task<int> SetCapaianAsync(SopSite site, DateTimeOffset at) => site.PlayAsync(async play =>
    {
        play.Now = at;
        var units = await site.AskAsync(db => db.UnitKerja.ToDictionaryAsync(u => u.Kode, u => u.Id));
        await play.SetCapaianAsync(site.Kinerja, 0, units["IND"], CapaianOrganisasi.Baik);
        await play.SetCapaianAsync(
            site.Kinerja, 1, units["DAG"], CapaianOrganisasi.Istimewa, "Reviu Inspektorat menaikkan capaian indikator tera ulang.", "kadis");
        return 0;
    });

    /// <summary>What is known of three people who do not serve the whole year in one place.</summary>
    public static Task<int> RecordKeadaanAsync(SopSite site) => site.AskAsync(async db =>
    {
        int Id(string userName) => site.People[userName].PegawaiId!.Value;
        db.Keadaan.AddRange(
            new(site.Kinerja.Id, Id("penera"), JenisKeadaan.PindahJabatan, new(2026, 1, 1), new(2026, 3, 31), "Penera Ahli Pertama pada Bidang Perdagangan", "800.1.3.3/112/BKPSDM")
            {
                Jenjang = "Ahli Pertama",
            },
            new(site.Kinerja.Id, Id("pelaksanadag"), JenisKeadaan.Cuti, new(2026, 8, 3), new(2026, 9, 30), "Cuti besar", "851/207/UMPEG"),
            new(site.Kinerja.Id, Id("kabidind"), JenisKeadaan.Plt, new(2026, 5, 4), new(2026, 7, 31), "Plt. Sekretaris Dinas", null));
        return await db.SaveChangesAsync();
    });

    private static async Task<Plan> AgreedPlanAsync(SopSite site, string asn)
    {
        var sasaran = await site.AskAsync(async db =>
        {
            var person = await db.Pegawai.SingleAsync(p => p.Id == site.People[asn].PegawaiId);
            return SampleHasilKerja.Sasaran(
                person, await db.Plans.SingleOrDefaultAsync(p => p.PeriodId == site.Kinerja.Id && p.PegawaiId == person.AtasanId));
        });
        var id = await StoredSkp.AddAsync(site, asn, sasaran, PlanState.Agreed);
        return await site.AskAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == id));
    }

    // Nine in the morning in Paringin, in the second week of the month.
    private static DateTimeOffset InTheMonthAfter(DateOnly end)
    {
        var day = end.AddDays(7);
        while (day.DayOfWeek is not DayOfWeek.Tuesday)
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day.ToDateTime(new(9, 0)), Tanggal.Wita).ToUniversalTime();
    }
}
