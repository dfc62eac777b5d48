using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Sop;

public static class Procedure
{
    private static readonly Refusal Unknown =
        new(RefusalKind.NotFound, "Berkas ini tidak ditemukan, atau bukan berkas yang boleh Anda lihat.");

    public static Refusal? WhyNot(Dossier dossier, Step step, Act act, Actor actor, DateTimeOffset now) =>
        WhyNot(dossier, SopTable.Row(step), act, actor, now);

    public static Refusal? WhyNot(Dossier dossier, SopRow row, Act act, Actor actor, DateTimeOffset now)
    {
        var capacities = Capacities(dossier, actor, now);
        var views = SopTable.Views.Where(v => capacities.Contains(v.Role)).ToList();
        if (!views.Any(v => dossier.Step >= v.DossierFrom))
        {
            return Unknown;
        }

        return act switch
        {
            Act.View => null,
            Act.ViewResult when views.Any(v => v.ResultFrom is { } from && dossier.Step >= from) => null,
            Act.ViewResult => new(RefusalKind.Forbidden,
                "Hasil penilaian berkas ini hanya dapat dilihat oleh ASN yang dinilai dan para pejabat penilainya, setelah disetujui."),
            // Anyone who has seen the result that was objected to; it stays so while the dossier is at step 4 again.
            Act.ViewObjection when dossier.Keberatan is not null && views.Any(v => v.ResultFrom <= Step.Sign) => null,
            Act.ViewObjection =>
                new(RefusalKind.Forbidden, "Keberatan hanya dapat dilihat oleh para pihak pada berkas ini dan Kepala Dinas."),
            Act.Release => WhyNotRelease(dossier, actor, capacities),
            _ when SopTable.RowOrNull(act) is { } own => WhyNotAct(dossier, own, actor, capacities, now),
            Act.Work or Act.Complete or Act.SendBack => WhyNotPerform(dossier, row, act, actor, capacities, now),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    /// <summary>Null means that the step's own act is open to the actor: the question of buttons on pages about no particular
    /// step.</summary>
    public static Refusal? WhyNot(Dossier dossier, Act act, Actor actor, DateTimeOffset now) =>
        WhyNot(dossier, dossier.Row, act, actor, now);

    /// <summary>What the actor is on the dossier now: the parties named on it, those in whose place he acts, and offices; on his own the
    /// rated person and nothing else. Standing in is for what waits: what has ended is not shown for it.</summary>
    public static IReadOnlySet<Role> Capacities(Dossier dossier, Actor actor, DateTimeOffset now)
    {
        if (actor.PegawaiId == dossier.AsnId)
        {
            return new HashSet<Role> { Role.Asn };
        }

        // An office that sees no dossier is nothing on one.
        var capacities = new HashSet<Role>(actor.Offices.Where(o => actor.Holds(o) && SopTable.Views.Any(v => v.Role == o)));
        foreach (var role in new[] { Role.AtasanLangsung, Role.AtasanPejabatPenilai })
        {
            if (dossier.IdOf(role) is { } party && (party == actor.PegawaiId
                || (!dossier.HasEnded && actor.MandateFor(party, Tanggal.DiWita(now)) is not null)))
            {
                capacities.Add(role);
            }
        }

        return capacities;
    }

    private static Refusal? WhyNotAct(
        Dossier dossier, SopAct act, Actor actor, IReadOnlySet<Role> capacities, DateTimeOffset now) =>
        !act.By.Any(capacities.Contains)
            ? Forbidden($"{act.Pasif} oleh {string.Join(" atau ", act.By.Select(r => r.Nama()))}"
                + (actor.PegawaiId == dossier.AsnId && act.By.Any(actor.Holds) ? " yang lain, karena ini berkas Anda sendiri." : "."))
            : WhyEnded(dossier)
            ?? WhyLeftToOthers(dossier, act, capacities)
            ?? (actor.IsUnconfirmed && !act.MayUnconfirmed ? Actor.Unconfirmed
            : !act.At.Contains(dossier.Row.Stage) ? Conflict(act.WhyNotElsewhere)
            : act.Needs.FirstOrDefault(need => !need.IsMet(dossier, now)) is { } need ? Conflict(need.SentenceFor(dossier))
            : null);

    private static Refusal? WhyNotRelease(Dossier dossier, Actor actor, IReadOnlySet<Role> capacities) =>
        !SopTable.Releasing.Any(capacities.Contains)
            ? Forbidden("Permintaan tanda tangan yang hasilnya belum diketahui dilihat petugas kedua: "
                + $"{string.Join(" atau ", SopTable.Releasing.Select(r => r.Nama()))}"
                + (actor.PegawaiId == dossier.AsnId && SopTable.Releasing.Any(actor.Holds) ? " yang lain, karena ini berkas Anda sendiri."
                    : "."))
        : capacities.Contains(dossier.Row.PelaksanaOn(dossier.Parties))
            ? Forbidden($"Anda sendiri yang mengerjakan {dossier.Row.InSentence} pada berkas ini. Agar tugas tetap terpisah, mintalah "
                + "petugas lain.")
        : WhyEnded(dossier) ?? (actor.IsUnconfirmed ? Actor.Unconfirmed : null);

    private static Refusal? WhyLeftToOthers(Dossier dossier, SopAct act, IReadOnlySet<Role> capacities) =>
        act.LeavesTo is { } substep && SopTable.Row(Step.Sign, substep) is var row && capacities.Contains(row.PelaksanaOn(dossier.Parties))
            ? Forbidden($"Anda sendiri yang mengerjakan {row.InSentence} pada berkas ini. Agar tugas tetap terpisah, minta "
                + $"{string.Join(" atau ", act.By.Where(r => !r.IsParty()).Select(r => r.Nama()))} yang lain.")
            : null;

    private static Refusal? WhyEnded(Dossier dossier) =>
        dossier.CancelledAt is { } cancelled
            ? Conflict($"Berkas ini dibatalkan pada {Tanggal.TampilPukul(cancelled)}. Isinya tidak dapat diubah lagi.")
        : dossier.ClosedAt is { } closed
            ? Conflict($"Berkas ini sudah diarsipkan pada {Tanggal.TampilPukul(closed)}. Isinya tidak dapat diubah lagi.")
        : null;

    private static Refusal? WhyNotPerform(
        Dossier dossier, SopRow row, Act act, Actor actor, IReadOnlySet<Role> capacities, DateTimeOffset now) =>
        WhyNotThisPerson(dossier, row, actor, capacities)
        ?? WhyNotNow(dossier, row, actor)
        ?? act switch
        {
            Act.SendBack when row.BackTo is null => Conflict($"Langkah {row.Label} ({row.Nama}) tidak mengenal pengembalian berkas."),
            Act.SendBack when row.BackNeed is { } need && !need.IsMet(dossier, now) => Conflict(need.SentenceFor(dossier)),
            Act.Complete or Act.SendBack when actor.IsUnconfirmed => Actor.Unconfirmed,
            Act.Work when row.WorkBinds && actor.IsUnconfirmed => Actor.Unconfirmed,
            Act.Complete => row.Needs.FirstOrDefault(need => !need.IsMet(dossier, now)) is { } need
                ? new(RefusalKind.Incomplete, need.SentenceFor(dossier))
                : null,
            Act.SendBack or Act.Work => null,
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };

    private static Refusal? WhyNotThisPerson(Dossier dossier, SopRow row, Actor actor, IReadOnlySet<Role> capacities)
    {
        var performer = row.PelaksanaOn(dossier.Parties);
        if (!capacities.Contains(performer))
        {
            return actor.PegawaiId == dossier.AsnId && actor.Holds(performer)
                ? Forbidden($"Ini berkas Anda sendiri. Langkah {row.Label} ({row.Nama}) harus dikerjakan "
                    + $"pemegang jabatan {performer.Nama()} yang lain.")
                : Forbidden($"Langkah {row.Label} ({row.Nama}) dikerjakan oleh {dossier.Performer(row)}. "
                    + "Anda dapat melihat berkas ini, tetapi tidak dapat mengerjakannya.");
        }

        foreach (var other in row.NotAlso.Where(role => role != performer))
        {
            if (other.IsParty() && capacities.Contains(other))
            {
                return Apart($"Anda {other.Nama()} pada berkas ini.", row);
            }

            if (dossier.History.Any(h => h.ActorId == actor.PegawaiId && h.Capacity == other))
            {
                return Apart($"Anda sudah bertindak sebagai {other.Nama()} pada berkas ini.", row);
            }
        }

        return null;
    }

    private static Refusal Apart(string because, SopRow row) =>
        Forbidden($"{because} Agar tugas tetap terpisah, {row.InSentence} harus dikerjakan orang lain.");

    private static Refusal? WhyNotNow(Dossier dossier, SopRow row, Actor actor)
    {
        if (WhyEnded(dossier) is { } ended)
        {
            return ended;
        }

        return dossier.Row.Stage == row.Stage
            ? null
            : Conflict($"Berkas ini menunggu {dossier.Performer(dossier.Row, actor)} pada {dossier.Row.InSentence} "
                + $"sejak {Tanggal.TampilPukul(dossier.StepSince)}. Anda dapat melihatnya, tetapi belum dapat mengerjakan langkah "
                + $"{row.Label}.");
    }

    private static Refusal Forbidden(string sentence) => new(RefusalKind.Forbidden, sentence);

    private static Refusal Conflict(string sentence) => new(RefusalKind.Conflict, sentence);
}
