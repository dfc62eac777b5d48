using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Reports;

/// <summary>Plays dossiers under PermenPANRB 6/2022 through the verbs of the domain; the stored document is a stand-in.</summary>
internal static class KinerjaPlay
{
    /// <summary>A dossier of the period Kinerja 2026 at a step, rated so from step 4 on; its key.</summary>
    public static Task<long> KinerjaAsync(
        this SopSite site, Step step, string asn, RatingKinerja hasilKerja, RatingKinerja perilaku,
        CapaianOrganisasi capaian = CapaianOrganisasi.Baik, int bagian = 0, bool isRated = true) => site.AskAsync(async db =>
    {
        var period = await db.Periods.SingleAsync(p => p.Id == site.Kinerja.Id);
        var plan = await AgreedAsync(db, site, period, asn);
        var (parties, unit) = await PartiesOf.LoadAsync(db, plan, FictionalDinas.Pemerintah);
        var analis = Other(site, Role.Analis, plan.PegawaiId);
        var dossier = Dossier.Open(plan, period, bagian, parties, unit, analis, site.Clock.GetUtcNow());
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync();
        while (dossier.Step < step)
        {
            await PerformAsync(db, site, dossier, hasilKerja, perilaku, capaian);
        }

        if (step == Step.Validate && isRated)
        {
            Rate(site, dossier, hasilKerja, perilaku);
            await db.SaveChangesAsync();
        }

        return dossier.Id;
    });

    private static async Task<Plan> AgreedAsync(SopDbContext db, SopSite site, Period period, string asn)
    {
        var owner = site.People[asn];
        if (await db.Plans.SingleOrDefaultAsync(p => p.PeriodId == period.Id && p.PegawaiId == owner.PegawaiId) is { } there)
        {
            return there;
        }

        var atasan = (await db.Pegawai.SingleAsync(p => p.Id == owner.PegawaiId)).AtasanId!.Value;
        var plan = new Plan(period.Id, owner.PegawaiId!.Value, atasan,
            SampleKinerja.Skp(FormulirSkp.Of(KelompokJabatan.Pelaksana, Pendekatan.Kualitatif), 1), owner, site.Clock.GetUtcNow());
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        plan.Propose(atasan, "Atasan", owner, site.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        plan.Agree(period, ById(site, atasan), site.Clock.GetUtcNow(), "Target baru ditetapkan.");
        await db.SaveChangesAsync();
        return plan;
    }

    private static async Task PerformAsync(
        SopDbContext db, SopSite site, Dossier dossier, RatingKinerja hasilKerja, RatingKinerja perilaku, CapaianOrganisasi capaian)
    {
        var (now, sheet) = (site.Clock.GetUtcNow(), (PermenPanRb6Sheet)dossier.Sheet);
        var analis = Other(site, Role.Analis, dossier.AsnId);
        switch (dossier.Step)
        {
            case Step.Collect:
                dossier.Receive(new(dossier.Parties.Asn.Nama, Tanggal.DiWita(now), null), analis, now);
                byte[] form = [1, 2, 3];
                var key = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(dossier.Id)))[..32];
                db.EvidenceContents.Add(new() { Key = key, DossierId = dossier.Id, Bytes = form });
                dossier.AddEvidence(new(key, "formulir.pdf", "application/pdf", form.Length, Convert.ToHexStringLower(
                    SHA256.HashData(form)), analis.Nama, now), analis, now);
                await db.SaveChangesAsync();
                dossier.Complete(Step.Collect, analis, now);
                break;
            case Step.Check:
                var kasubbag = Other(site, Role.Kasubbag, dossier.AsnId);
                dossier.Tick(
                    new([.. Checklist.GeneralQuestions.Select(_ => true)], [.. Enumerable.Repeat(true, sheet.JumlahKegiatan)], null),
                    kasubbag, now);
                dossier.Complete(Step.Check, kasubbag, now);
                break;
            case Step.Input:
                dossier.TypeIn(SampleKinerja.Sheet(sheet.Sasaran).Typed, analis, now);
                dossier.Complete(Step.Input, analis, now);
                break;
            case Step.Validate:
                Rate(site, dossier, hasilKerja, perilaku);
                await SetAsync(db, site, dossier, capaian);
                dossier.TakeCapaian(capaian);
                dossier.Approve(Drawn, DocumentProofs.NewIssuance(SigningMode.Account), ById(site, dossier.AtasanLangsungId), now);
                break;
            case Step.Sign:
                dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, ById(site, dossier.AsnId), now);
                dossier.Acknowledge(Drawn, ById(site, dossier.AsnId), now);
                break;
            default:
                throw new InvalidOperationException($"No play for {dossier.Step}.");
        }

        await db.SaveChangesAsync();
    }

    // The Kepala Dinas sets the capaian of the unit, or corrects it: results that were approved keep the one before.
    private static async Task SetAsync(SopDbContext db, SopSite site, Dossier dossier, CapaianOrganisasi capaian)
    {
        var last = await CapaianQueries.Last(db, dossier.PeriodId, dossier.Bagian, dossier.UnitKerjaId);
        if (last?.Capaian != capaian)
        {
            var kadis = site.People["kadis"];
            db.CapaianUnit.Add(CapaianUnit.Set(dossier.Period, dossier.Bagian, dossier.UnitKerjaId, last,
                new(capaian, "LKjIP 2026", new(2026, 11, 2), "Hasil reviu Inspektorat."),
                new(kadis.PegawaiId!.Value, kadis.Nama, "Kepala Dinas", site.Clock.GetUtcNow())));
            await db.SaveChangesAsync();
        }
    }

    private static void Rate(SopSite site, Dossier dossier, RatingKinerja hasilKerja, RatingKinerja perilaku) =>
        dossier.Rate(
        ((PermenPanRb6Sheet)dossier.Sheet with
        {
            RatingHasilKerja = hasilKerja,
            RatingPerilaku = perilaku,
        }).Given,
        ById(site, dossier.AtasanLangsungId), site.Clock.GetUtcNow(), "Pegawai pindah bulan depan.");

    private static DrawnDocument Drawn(Dossier dossier)
    {
        byte[] bytes = [1, (byte)dossier.Step, .. BitConverter.GetBytes(dossier.Id)];
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static Actor ById(SopSite site, int id) => site.People.Values.Single(a => a.PegawaiId == id);

    private static Actor Other(SopSite site, Role office, int asnId) =>
        site.People.Values.First(a => a.Holds(office) && a.PegawaiId != asnId);
}
