using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

/// <summary>
/// From every state that can be reached, with every single person gone, somebody or the time leads to the archive or out of the SOP: by
/// the procedure alone, asked before each act.
/// </summary>
public sealed class LivenessTests
{
    private static readonly Party Higher = new(
        95, "Drs. Sutikno", null, JenisAsn.Pns, null, "Sekretaris Daerah", "Sekretariat Daerah", true);

    private static readonly Actor HigherActor = The.Person(95, Higher.Nama);

    // Of each office two, as the separation of duties asks of a dinas anyway.
    private static readonly IReadOnlyList<Actor> Everybody =
    [
        The.Asn, The.AtasanLangsung, The.AtasanPejabatPenilai, HigherActor, The.Analis, The.OtherAnalis, The.Kasubbag,
        The.Person(51, "Kasubbag kedua", Role.Kasubbag), The.Sekretaris, The.Person(61, "Sekretaris kedua", Role.Sekretaris), The.KepalaDinas,
    ];

    /// <summary>For each of the superiors somebody who was appointed in his place.</summary>
    private static readonly IReadOnlyList<Actor> StandIns =
    [
        .. new[] { The.AtasanId, The.AtasanPejabatPenilaiId, 95 }.Select(id => The.Person(900 + id, $"Pengganti {id}") with
        {
            Mandates = [new Mandate(id, id, "Plh. Kepala Bidang", null, null, new(2021, 1, 1), null)],
        }),
    ];

    public static TheoryData<SigningMode, bool, bool> Worlds
    {
        get
        {
            var data = new TheoryData<SigningMode, bool, bool>();
            foreach (var mode in Enum.GetValues<SigningMode>())
            {
                data.Add(mode, false, true);
                data.Add(mode, true, true);
                data.Add(mode, false, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Nothing_gets_stuck(SigningMode mode, bool pengesahan, bool hasAbove)
    {
        var (alone, appointed) = Stuck(mode, pengesahan, hasAbove, mayLapse: _ => true);

        Assert.Empty(appointed);
        // Without an appointment only an authority above which nobody stands is missed.
        Assert.All(alone, d => Assert.True(d.PejabatLebihTinggiId is null && d.Row.PelaksanaOn(d.Parties).IsParty(), Key(d)));
    }

    [Fact]
    public void Every_row_that_time_moves_is_needed()
    {
        // Where somebody may do what else the time brings about, that way is closed for the question.
        static bool MayDo(Act act) => act is not (Act.Propose or Act.Withdraw);
        var all = Stuck(SigningMode.Account, pengesahan: true, hasAbove: true, _ => true, MayDo).Alone.Select(Key).ToHashSet();
        foreach (var row in SopTable.All.Where(r => r.Lewat is { Move: not Move.Lapsed }))
        {
            var without = Stuck(SigningMode.Account, pengesahan: true, hasAbove: true, d => d.Row.Stage != row.Stage, MayDo).Alone;
            Assert.True(without.Any(d => !all.Contains(Key(d))), row.Nama);
        }
    }

    /// <summary>States that lead nowhere while one is gone: as it is, and where somebody was appointed in his place.</summary>
    private static (List<Dossier> Alone, List<Dossier> Appointed) Stuck(
        SigningMode mode, bool pengesahan, bool hasAbove, Func<Dossier, bool> mayLapse, Func<Act, bool>? mayDo = null)
    {
        var (states, moves) = Explored(Open(pengesahan, hasAbove), mode, mayLapse, mayDo ?? (_ => true));
        Assert.Contains(states.Values, d => d.ClosedAt is not null);
        var (alone, appointed) = (new List<Dossier>(), new List<Dossier>());
        foreach (var gone in Everybody)
        {
            alone.AddRange(Dead(states, moves, gone, _ => false));
            appointed.AddRange(Dead(states, moves, gone, by => by.MandateFor(gone.PegawaiId, new(2021, 1, 1)) is not null));
        }

        return (alone, appointed);
    }

    private static IEnumerable<Dossier> Dead(
        Dictionary<string, Dossier> states, List<(string From, Actor? By, string To)> moves, Actor gone, Func<Actor, bool> isAppointed)
    {
        var alive = states.Where(s => IsOver(s.Value)).Select(s => s.Key).ToHashSet();
        bool grew;
        do
        {
            grew = false;
            foreach (var (from, by, to) in moves)
            {
                grew |= by != gone && (by is not { Mandates.Count: > 0 } || isAppointed(by)) && alive.Contains(to) && alive.Add(from);
            }
        }
        while (grew);

        return states.Where(s => !alive.Contains(s.Key)).Select(s => s.Value);
    }

    // Breadth first, one dossier for each state; what tells states apart is what a later act asks about.
    private static (Dictionary<string, Dossier> States, List<(string From, Actor? By, string To)> Moves) Explored(
        Dossier from, SigningMode mode, Func<Dossier, bool> mayLapse, Func<Act, bool> mayDo)
    {
        var states = new Dictionary<string, Dossier> { [Key(from)] = from };
        var moves = new List<(string From, Actor? By, string To)>();
        var open = new Queue<Dossier>([from]);
        while (open.TryDequeue(out var dossier))
        {
            if (IsOver(dossier))
            {
                continue;
            }

            foreach (var (by, next) in Next(dossier, mode, mayLapse, mayDo))
            {
                moves.Add((Key(dossier), by, Key(next)));
                if (states.TryAdd(Key(next), next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return (states, moves);
    }

    private static IEnumerable<(Actor? By, Dossier Next)> Next(
        Dossier dossier, SigningMode mode, Func<Dossier, bool> mayLapse, Func<Act, bool> mayDo)
    {
        var later = dossier.StepSince.AddDays(60);
        if (mayLapse(dossier) && dossier.DueBy(later) is not null)
        {
            yield return (null, dossier.After(d => d.Lapse(later)));
        }

        foreach (var actor in Everybody.Concat(StandIns))
        {
            foreach (var act in Acts(dossier, actor, mode, mayDo))
            {
                yield return (actor, dossier.After(act));
            }
        }
    }

    private static IEnumerable<Action<Dossier>> Acts(Dossier dossier, Actor actor, SigningMode mode, Func<Act, bool> mayDo)
    {
        // Where the days to object must pass first, after them.
        var now = dossier.Row.PerformableSince(dossier.StepSince, dossier.LastDayToObject).AddHours(1);
        bool May(Act act) => mayDo(act) && Procedure.WhyNot(dossier, act, actor, now) is null;
        if (May(Act.Work) && Prepared(dossier, actor, now) is { } prepare)
        {
            yield return prepare;
        }

        if (May(Act.Complete))
        {
            foreach (var finish in Finished(dossier, actor, mode, now))
            {
                yield return finish;
            }
        }

        if (May(Act.SendBack))
        {
            yield return d => d.SendBack(d.Row, "Belum benar.", actor, now);
        }

        foreach (var (act, reason) in SopTable.Acts.Select(a => a.Act).Where(May)
            .SelectMany(a => a == Act.Propose ? Proposals(dossier, now) : [(a, default(PenetapanReason))]))
        {
            yield return act switch
            {
                Act.Cancel => d => d.Cancel("Dibuka keliru.", actor, now),
                Act.Deliver => d => d.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, actor, now),
                Act.Object => d => d.Object("Nilai keliru.", actor, now),
                Act.Reconsider => d => d.Reconsider(actor, now),
                Act.Withdraw => d => d.Withdraw("Sudah jelas.", actor, now),
                Act.Propose => d => d.Propose(
                    new(reason, Tanggal.DiWita(now), "Sakit.", The.Evidence("surat"), actor.Nama), actor, now),
                _ => throw new InvalidOperationException($"{act} is unknown here."),
            };
        }
    }

    private static IEnumerable<(Act Act, PenetapanReason Reason)> Proposals(Dossier dossier, DateTimeOffset now) =>
        PenetapanTable.Rows.Where(r => r.MayPropose && PenetapanTable.WhyNot(dossier, r.Reason, Tanggal.DiWita(now), now) is null)
            .Select(r => (Act.Propose, r.Reason));

    private static Action<Dossier>? Prepared(Dossier dossier, Actor actor, DateTimeOffset now) => (dossier.Step, dossier.Substep) switch
    {
        (Step.Collect, _) when dossier.Receipt is null => d =>
        {
            d.Receive(new("x", Tanggal.DiWita(now), null), actor, now);
            d.AddEvidence(The.Evidence("a"), actor, now);
        }
        ,
        (Step.Check, _) when dossier.Checklist is null => d => d.Tick(The.Ticked, actor, now),
        (Step.Input, _) when !dossier.Sheet.HasAllRealisasi => d => d.TypeIn(The.TypedIn(d.Sheet).Typed, actor, now),
        (Step.Validate, _) when !dossier.Sheet.HasAllScores => d => d.Rate(The.Rated(d.Sheet).Given, actor, now),
        (Step.Sign, Substep.Keputusan) when dossier.DraftKeputusan is null => d =>
            d.Draft(new DraftKeputusan(null, "Bukti mendukung."), actor, now),
        (Step.Duplicate, _) when dossier.Copies.Count == 0 => d =>
        {
            if (d.SigningMode == SigningMode.WetInk)
            {
                d.AttachScan(new([1], "application/pdf", new('b', 64), ScanMatch.Typed), actor, now);
            }

            d.MakeCopy("Arsip", actor, now);
        }
        ,
        (Step.Archive, _) => d => d.Archive(The.ArchiveRecord, actor, now),
        _ => null,
    };

    private static IEnumerable<Action<Dossier>> Finished(Dossier dossier, Actor actor, SigningMode mode, DateTimeOffset now)
    {
        var issuance = new Issuance($"{dossier.DocumentVersion + 1:D12}", mode);
        return (dossier.Step, dossier.Substep) switch
        {
            (Step.Validate, _) => [d => d.Approve(The.Drawn, issuance, actor, now)],
            (Step.Sign, Substep.None) =>
                [d => d.Acknowledge(The.Drawn, actor, now), d => d.Acknowledge(The.Drawn, actor, now, berkeberatan: true)],
            (Step.Sign, Substep.Tanggapan) => [d => d.Answer("Sesuai bukti.", actor, now)],
            (Step.Sign, Substep.Keputusan) => [d => d.Decide(The.Drawn, issuance, actor, now)],
            (Step.Sign, Substep.Pengesahan) => [d => d.Ratify(The.Drawn, actor, now)],
            (Step.Sign, Substep.MasaKeberatan) => [d => d.Waive(actor, now)],
            (Step.Sign, Substep.Penetapan) => [d => d.Determine(The.Drawn, issuance, actor, now)],
            _ => [d => d.Complete(d.Step, actor, now)],
        };
    }

    private static bool IsOver(Dossier dossier) => dossier.ClosedAt is not null || dossier.CancelledAt is not null;

    private static string Key(Dossier d) => string.Join(' ',
        d.Row.Label, d.ClosedAt is not null, d.CancelledAt is not null, d.Receipt is not null, d.Checklist is not null,
        d.Sheet.HasAllRealisasi, d.Sheet.HasAllScores, d.Copies.Count > 0, d.LastDayToObject is not null, d.Keberatan is not null,
        d.Keberatan?.Tanggapan is not null, d.DraftKeputusan is not null, d.PenetapanGround?.Reason, d.PenetapanGround?.ProposedBy is not null,
        d.Acknowledged is not null, d.Outcome is not null, d.DocumentVersion > 1, d.PejabatLebihTinggiId, d.AsksPengesahan);

    private static Dossier Open(bool pengesahan, bool hasAbove) => Dossier.Open(
        The.AgreedPlan, pengesahan ? The.RatifiedPeriod : The.Period, 0,
        hasAbove ? The.Parties with { PejabatLebihTinggi = Higher } : The.Parties with { AtasanPejabatPenilai = null }, 1, The.Analis, The.Start);
}
