using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Seeding;

/// <summary>Plays the SOP with a clock of its own, so that no record can be there that people could not have made.</summary>
public sealed class Performance(
    SopDbContext db, DocumentPress press, DocumentProofs proofs, IReadOnlyDictionary<string, Actor> actors, WorkingCalendar calendar)
{
    private readonly Actor[] _analis = [.. actors.Values.Where(a => a.Holds(Role.Analis))];
    private readonly Actor[] _kasubbag = [.. actors.Values.Where(a => a.Holds(Role.Kasubbag))];
    private readonly Actor[] _sekretaris = [.. actors.Values.Where(a => a.Holds(Role.Sekretaris))];

    public DateTimeOffset Now { get; set; }

    public SigningMode Mode { get; set; } = SigningMode.Account;

    /// <summary>Why somebody is rated before the period ends; printed on the document.</summary>
    public string WhyEarly { get; init; } = "Pejabat penilai pindah tugas sebelum periode berakhir.";

    public async Task<Plan> AgreedPlanAsync(string userName, Period period, PlanContent? content = null)
    {
        var plan = await ProposedPlanAsync(userName, period, content);
        await AgreeAsync(plan, period);
        return plan;
    }

    public async Task AgreeAsync(Plan plan, Period period)
    {
        var late = plan.WhyLate(period, Now) is null ? null : "Target baru ditetapkan setelah anggaran disahkan.";
        plan.Agree(period, ById(plan.AtasanId), Now, late);
        await db.SaveChangesAsync();
    }

    public async Task<Plan> ProposedPlanAsync(string userName, Period period, PlanContent? content = null)
    {
        var plan = await DraftPlanAsync(userName, period, content);
        await ProposeAsync(plan);
        return plan;
    }

    public async Task ProposeAsync(Plan plan)
    {
        plan.Propose(plan.AtasanId, ById(plan.AtasanId).Nama, ById(plan.PegawaiId), Now);
        await db.SaveChangesAsync();
    }

    public async Task<Plan> DraftPlanAsync(string userName, Period period, PlanContent? content = null)
    {
        var person = await db.Pegawai.SingleAsync(p => p.Id == actors[userName].PegawaiId);
        var leader = await db.Plans.SingleOrDefaultAsync(p => p.PeriodId == period.Id
            && p.PegawaiId == person.AtasanId && p.Post == 0 && p.State == PlanState.Agreed);
        content ??= SampleWork.Content(period.Method, userName, person, leader);
        var left = await db.Plans.Where(p => p.PeriodId == period.Id && p.PegawaiId == person.Id).MaxAsync(p => p.PostUntil);
        var plan = new Plan(
            period.Id, person.Id, person.AtasanId!.Value, content, actors[userName], Now, postFrom: left?.AddDays(1));
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        return plan;
    }

    /// <summary>The atasan langsung writes a note on that day.</summary>
    public async Task NoteAsync(Plan plan, Period period, DateOnly date, string text)
    {
        plan.Note(period, date, text, ById(plan.AtasanId), Now);
        await db.SaveChangesAsync();
    }

    public async Task<Dossier> DossierAtAsync(Step step, string userName, Period period, PlanContent? content = null)
    {
        var dossier = await OpenAsync(await AgreedPlanAsync(userName, period, content));
        await BringToAsync(dossier, step);
        return dossier;
    }

    public async Task<Dossier> OpenAsync(Plan plan, int bagian = 0)
    {
        var period = await db.Periods.SingleAsync(p => p.Id == plan.PeriodId);
        var parties = await PartiesOf.LoadAsync(db, plan, FictionalDinas.Pemerintah);
        var dossier = Dossier.Open(plan, period, bagian, parties.Parties, parties.UnitKerjaId, Other(_analis, plan.PegawaiId), Now);
        db.Dossiers.Add(dossier);
        await SaveAsync();
        return dossier;
    }

    /// <summary>Step 4: the atasan langsung gives the scores and does not approve yet.</summary>
    public async Task RateAsync(Dossier dossier)
    {
        var early = dossier.WhyEarly(Now) is null ? null : WhyEarly;
        dossier.Rate(SampleWork.Rated(dossier), ById(dossier.AtasanLangsungId), Now, early);
        await SaveAsync();
    }

    /// <summary>The head of a unit sets its capaian organisasi, or the Kepala Dinas where it has none; a change has a reason.</summary>
    public async Task<CapaianUnit> SetCapaianAsync(
        Period period, int bagian, int unit, CapaianOrganisasi capaian, string? reason = null, string? by = null)
    {
        var setters = await db.CapaianSetters.Where(s => s.UnitKerjaId == unit).OrderByDescending(s => s.IsHead).ToListAsync();
        var setter = setters.Select(s => ById(s.PegawaiId)).First(a => by is null || actors[by] == a);
        var line = CapaianUnit.Set(
            period, bagian, unit, await CapaianQueries.Last(db, period.Id, bagian, unit),
            new(capaian, $"Laporan capaian kinerja unit, nomor 700/{unit + (10 * bagian)}", Tanggal.DiWita(Now), reason),
            new(setter.PegawaiId!.Value, setter.Nama, (await db.SetsCapaianAsAsync(unit, setter, Tanggal.DiWita(Now)))!, Now));
        db.CapaianUnit.Add(line);
        await db.SaveChangesAsync();
        return line;
    }

    /// <summary>That of the unit of a dossier; whoever sets it does so now where nobody has.</summary>
    public async Task<CapaianUnit> CapaianAsync(Dossier dossier) =>
        await CapaianQueries.Last(db, dossier.PeriodId, dossier.Bagian, dossier.UnitKerjaId)
        ?? await SetCapaianAsync(dossier.Period, dossier.Bagian, dossier.UnitKerjaId, CapaianOrganisasi.Baik);

    public async Task BringToAsync(Dossier dossier, Step step)
    {
        while (dossier.Step < step)
        {
            await PerformAsync(dossier);
        }

        if (step == Step.Sign)
        {
            Deliver(dossier);
            await SaveAsync();
        }
    }

    public async Task PerformAsync(Dossier dossier)
    {
        var analis = Other(_analis, dossier.AsnId);
        switch (dossier.Step)
        {
            case Step.Collect:
                dossier.Receive(new(dossier.Parties.Asn.Nama, Tanggal.DiWita(Now), null), analis, Now);
                if (dossier.Evidence.Count == 0)
                {
                    await HandInAsync(dossier, analis);
                }

                dossier.Complete(Step.Collect, analis, Now);
                break;
            case Step.Check:
                var kasubbag = Other(_kasubbag, dossier.AsnId);
                dossier.Tick(
                    new([.. Checklist.GeneralQuestions.Select(_ => true)], [.. Enumerable.Repeat(true, dossier.Sheet.JumlahKegiatan)],
                        null), kasubbag, Now);
                dossier.Complete(Step.Check, kasubbag, Now);
                break;
            case Step.Input:
                dossier.TypeIn(SampleWork.Typed(dossier), analis, Now);
                dossier.Complete(Step.Input, analis, Now);
                break;
            case Step.Validate:
                var atasan = ById(dossier.AtasanLangsungId);
                await RateAsync(dossier);
                if (dossier.Peraturan.HasPolaDistribusi)
                {
                    dossier.TakeCapaian((await CapaianAsync(dossier)).Capaian);
                }

                dossier.Approve(d => press.Draw(d, Now, proofs.Of(d, Now)), DocumentProofs.NewIssuance(Mode), atasan, Now);
                break;
            case Step.Sign:
                Sign(dossier);
                break;
            case Step.Duplicate:
                if (dossier.SigningMode == SigningMode.WetInk)
                {
                    var scan = SampleWork.ScannedForm(dossier);
                    dossier.AttachScan(
                        new(scan, "application/pdf", Convert.ToHexStringLower(SHA256.HashData(scan)), ScanMatch.Typed),
                        Other(_sekretaris, dossier.AsnId), Now);
                    // Before the move: the database takes none for a dossier that has left this step.
                    await db.SaveChangesAsync();
                }

                dossier.MakeCopy(dossier.Parties.Asn.Nama, Other(_sekretaris, dossier.AsnId), Now);
                dossier.MakeCopy("Subbagian Umum dan Kepegawaian", Other(_sekretaris, dossier.AsnId), Now);
                dossier.Complete(Step.Duplicate, Other(_sekretaris, dossier.AsnId), Now);
                break;
            case Step.Archive:
                dossier.Archive(
                    new("800.1.4.4", $"BOX-{dossier.Period.Mulai.Year}-001", "FOLDER-01",
                        $"800.1.4.4/{dossier.Id}/{dossier.Period.Mulai.Year}", null),
                    Other(_sekretaris, dossier.AsnId), Now);
                break;
            default:
                throw new InvalidOperationException($"Nobody performs step {dossier.Step}.");
        }

        await SaveAsync();
    }

    public async Task SendBackAsync(Dossier dossier, string reason)
    {
        var performer = dossier.Row.Pelaksana switch
        {
            Role.Kasubbag => Other(_kasubbag, dossier.AsnId),
            Role.Analis => Other(_analis, dossier.AsnId),
            Role.AtasanLangsung => ById(dossier.AtasanLangsungId),
            Role.AtasanPejabatPenilai => ById(dossier.AtasanPejabatPenilaiId!.Value),
            var other => throw new InvalidOperationException($"{other} sends nothing back."),
        };
        dossier.SendBack(dossier.Row, reason, performer, Now);
        await SaveAsync();
    }

    public async Task ObjectAsync(Dossier dossier, string reasons)
    {
        Deliver(dossier);
        dossier.Object(reasons, ById(dossier.AsnId), Now);
        await SaveAsync();
    }

    private void Deliver(Dossier dossier)
    {
        if (Procedure.WhyNot(dossier, Act.Deliver, ById(dossier.AsnId), Now) is null)
        {
            dossier.Deliver(calendar, DayKind.Calendar, ById(dossier.AsnId), Now);
        }
    }

    private void Sign(Dossier dossier)
    {
        var drawn = dossier.LastDocument!;
        DrawnDocument Draw(Dossier d) =>
            d.SigningMode == SigningMode.WetInk ? new(drawn.Content!.Bytes, drawn.Sha256) : Anew(d);
        DrawnDocument Anew(Dossier d) => press.Draw(d, Now, proofs.Of(d, Now));
        switch (dossier.Substep)
        {
            case Substep.Tanggapan:
                dossier.Answer("Realisasi dihitung dari bukti dukung yang diserahkan; bagian yang disebut akan saya periksa lagi.", ById(
                    dossier.AtasanLangsungId), Now);
                break;
            case Substep.Keputusan:
                var decider = ById(dossier.AtasanPejabatPenilaiId ?? dossier.AtasanLangsungId);
                dossier.Draft(
                    new DraftKeputusan(null, "Kedua pihak sudah didengar. Bukti dukung mendukung nilai yang diberikan."), decider, Now);
                dossier.Decide(Anew, DocumentProofs.NewIssuance(Mode), decider, Now);
                break;
            case Substep.Pengesahan:
                dossier.Ratify(Draw, ById(dossier.AtasanPejabatPenilaiId!.Value), Now);
                break;
            case Substep.Penetapan:
                dossier.Determine(
                    Anew, DocumentProofs.NewIssuance(Mode), ById(dossier.AtasanPejabatPenilaiId ?? dossier.AtasanLangsungId), Now);
                break;
            case Substep.MasaKeberatan:
                dossier.Waive(ById(dossier.AsnId), Now);
                break;
            case Substep.None:
                Deliver(dossier);
                dossier.Acknowledge(Draw, ById(dossier.AsnId), Now);
                break;
            default:
                throw new InvalidOperationException($"Nobody performs {dossier.Substep}.");
        }
    }

    private async Task HandInAsync(Dossier dossier, Actor analis)
    {
        var bytes = SampleWork.ScannedForm(dossier);
        var key = Convert.ToHexStringLower(SHA256.HashData([.. bytes, .. BitConverter.GetBytes(dossier.Id)]))[..32];
        db.EvidenceContents.Add(new() { Key = key, DossierId = dossier.Id, Bytes = bytes });
        dossier.AddEvidence(
            new(key, "formulir kinerja.pdf", "application/pdf", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), analis.Nama,
                Now), analis, Now);
        await db.SaveChangesAsync();
    }

    /// <summary>One that was played before, with all that its next acts need.</summary>
    public Task<Dossier> FindAsync(long id) => db.Dossiers.Include(d => d.Period).Include(d => d.History.OrderBy(h => h.No))
        .Include(d => d.Documents).ThenInclude(d => d.Content).SingleAsync(d => d.Id == id);

    public async Task SaveAsync()
    {
        await db.SaveChangesAsync();
        Now += TimeSpan.FromMinutes(50);
    }

    private Actor ById(int id) => actors.Values.Single(a => a.PegawaiId == id);

    private static Actor Other(Actor[] holders, int asnId) => holders.First(a => a.PegawaiId != asnId);
}
