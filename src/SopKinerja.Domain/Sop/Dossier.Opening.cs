using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Domain.Sop;

// How a dossier begins.
public sealed partial class Dossier
{
    /// <summary>Opens a dossier from an agreed plan; the opening itself is the first line of the history.</summary>
    /// <exception cref="InvalidOperationException">The plan is not agreed, or the actor is the rated person or no analis.</exception>
    /// <exception cref="ArgumentException">The plan, the period and the people do not belong together.</exception>
    public static Dossier Open(Plan plan, Period period, int bagian, Parties parties, int unitKerjaId, Actor actor, DateTimeOffset now)
    {
        if (WhyNotOpen(plan, actor) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }

        if (plan.Method != period.Method || !period.Bagian().Contains(bagian))
        {
            throw new ArgumentException("The plan is for another regulation, or the period has no such part.", nameof(period));
        }

        if (parties.Asn.PegawaiId != plan.PegawaiId)
        {
            throw new ArgumentException("The rated person is not the owner of the plan.", nameof(parties));
        }

        if (period.Peraturan.WhyNotFor(parties.Asn.Jenis) is { } wrongLaw)
        {
            throw new ArgumentException(wrongLaw, nameof(parties));
        }

        if (parties.AtasanLangsung.PegawaiId == plan.PegawaiId || parties.AtasanPejabatPenilai?.PegawaiId == plan.PegawaiId
            || parties.PejabatLebihTinggi?.PegawaiId == plan.PegawaiId)
        {
            throw new ArgumentException("Nobody rates himself.", nameof(parties));
        }

        var dossier = new Dossier
        {
            PeriodId = plan.PeriodId,
            Period = period,
            Bagian = bagian,
            UnitKerjaId = unitKerjaId,
            AsnId = parties.Asn.PegawaiId,
            AtasanLangsungId = parties.AtasanLangsung.PegawaiId,
            AtasanPejabatPenilaiId = parties.AtasanPejabatPenilai?.PegawaiId,
            PejabatLebihTinggiId = parties.PejabatLebihTinggi?.PegawaiId,
            Parties = parties,
            Method = period.Method,
            MethodEdition = period.Peraturan.Edition,
            Sheet = plan.Content.NewSheet(parties.Asn.IsStruktural),
            Step = Step.Collect,
            StepSince = now,
        };
        dossier.Write(actor, dossier.Row.Pelaksana, Move.Opened, dossier.Row, now, null);
        return dossier;
    }

    /// <summary>Null when the actor may open a dossier from this plan.</summary>
    public static Refusal? WhyNotOpen(Plan plan, Actor actor)
    {
        var performer = SopTable.Row(Step.Collect).Pelaksana;
        if (!actor.Holds(performer) || actor.PegawaiId is null)
        {
            return new(RefusalKind.Forbidden, $"Berkas dibuka oleh {performer.Nama()}.");
        }

        if (actor.PegawaiId == plan.PegawaiId)
        {
            return new(RefusalKind.Forbidden, $"Ini SKP Anda sendiri. Berkasnya harus dibuka oleh {performer.Nama()} yang lain.");
        }

        if (actor.PegawaiId == plan.AtasanId)
        {
            return new(
                RefusalKind.Forbidden, $"Anda atasan langsung pegawai ini. Berkasnya harus dibuka oleh {performer.Nama()} yang lain.");
        }

        return plan.IsAgreed
            ? null
            : new(RefusalKind.Conflict, "SKP ini belum disetujui atasan langsung, jadi berkasnya belum dapat dibuka.");
    }
}
