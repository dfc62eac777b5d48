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

        if (plan.Post > 0 && bagian > 0)
        {
            throw new ArgumentException("A position that was left is evaluated as one.", nameof(bagian));
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
            Post = plan.Post,
            PostFrom = plan.PostFrom,
            PostUntil = plan.PostUntil,
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

    /// <summary>Whether the parties are still those of the register: until there is a result, which prints them. In a position that was
    /// left they are those of then.</summary>
    public bool FollowsRegister => Post == 0 && Step <= Step.Validate && Outcome is null && CancelledAt is null;

    /// <summary>Takes the parties as the register has them now, with a line that says what changed; false where nothing did.</summary>
    /// <exception cref="InvalidOperationException">There is a result already.</exception>
    /// <exception cref="ArgumentException">They are of another person, or somebody would rate himself.</exception>
    public bool Follow(Parties parties, int unitKerjaId, DateTimeOffset now)
    {
        if (!FollowsRegister)
        {
            throw new InvalidOperationException("The parties are fixed by the result.");
        }

        if (parties.Asn.PegawaiId != AsnId || parties.Others.Any(p => p.PegawaiId == AsnId))
        {
            throw new ArgumentException("The parties are of another person, or somebody would rate himself.", nameof(parties));
        }

        if (Differences(Parties, parties) is not { Length: > 0 } said)
        {
            return false;
        }

        Write(null, null, Move.Followed, Row, now, said);
        (Parties, UnitKerjaId) = (parties, unitKerjaId);
        (AtasanLangsungId, AtasanPejabatPenilaiId, PejabatLebihTinggiId) = (
            parties.AtasanLangsung.PegawaiId, parties.AtasanPejabatPenilai?.PegawaiId, parties.PejabatLebihTinggi?.PegawaiId);
        Acts++;
        return true;
    }

    private static string Differences(Parties before, Parties after) => string.Join(' ', new[]
    {
        Difference("ASN yang dinilai", before.Asn, after.Asn),
        Difference("Atasan langsung", before.AtasanLangsung, after.AtasanLangsung),
        Difference("Atasan pejabat penilai", before.AtasanPejabatPenilai, after.AtasanPejabatPenilai),
        Difference("Pejabat yang lebih tinggi", before.PejabatLebihTinggi, after.PejabatLebihTinggi),
    }.OfType<string>());

    private static string? Difference(string who, Party? before, Party? after) =>
        before?.PegawaiId != after?.PegawaiId
            ? Sentences.End($"{who}: dari {before?.Nama ?? "tidak ada"} menjadi {after?.Nama ?? "tidak ada"}")
        : before is null || after is null || before.IsSameAs(after) ? null
        : Sentences.End($"{who}: {string.Join(", ", Changed(before, after))}");

    private static IEnumerable<string> Changed(Party before, Party after)
    {
        (string Nama, string? Before, string? After)[] printed =
        [
            ("nama", before.Nama, after.Nama), ("NIP", before.Nip, after.Nip), ("pangkat", before.PangkatGolongan, after.PangkatGolongan),
            ("jabatan", before.Jabatan, after.Jabatan), ("unit kerja", before.UnitKerja, after.UnitKerja),
        ];
        var said = printed.Where(p => p.Before != p.After)
            .Select(p => $"{p.Nama} dari {p.Before ?? "tidak ada"} menjadi {p.After ?? "tidak ada"}");
        return said.Any() ? said : ["data jabatan dan kepegawaian diperbarui"];
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

        if (actor.IsUnconfirmed)
        {
            return Actor.Unconfirmed;
        }

        return plan.IsAgreed
            ? null
            : new(RefusalKind.Conflict, "SKP ini belum disetujui atasan langsung, jadi berkasnya belum dapat dibuka.");
    }
}
