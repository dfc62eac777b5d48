using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;
using static SopKinerja.Domain.Authority.Role;

namespace SopKinerja.Domain.Tests.Sop;

/// <summary>Every place a dossier can stand × every person × every step's page × every act, against an oracle told from the SOP.</summary>
public sealed class ProcedureTests
{
    private static readonly Dictionary<string, Func<Dossier>> Places = new()
    {
        ["1"] = () => The.DossierAt(Step.Collect),
        ["1 prepared"] = () => The.PreparedAt(Step.Collect),
        ["1 returned by Kasubbag"] = Returned,
        ["2"] = () => The.DossierAt(Step.Check),
        ["2 prepared"] = () => The.PreparedAt(Step.Check),
        ["3"] = () => The.DossierAt(Step.Input),
        ["3 prepared"] = () => The.PreparedAt(Step.Input),
        ["4"] = () => The.DossierAt(Step.Validate),
        ["4 prepared"] = () => The.PreparedAt(Step.Validate),
        ["5"] = The.Approved,
        ["5 prepared"] = () => The.DossierAt(Step.Sign),
        ["5a objected"] = () => The.Objected,
        ["5b"] = () => The.Answered,
        ["5b answered"] = () => The.Drafted(nilaiTetap: true),
        ["5 decided"] = () => The.Decided(nilaiTetap: false),
        ["5c received"] = () => The.Received,
        ["5d reserved"] = () => The.Kept,
        ["5e unsigned"] = () => The.Unsigned,
        ["5e proposed"] = () => The.Proposed(PenetapanReason.Died),
        ["5e refusing"] = () => The.Proposed(PenetapanReason.Refused),
        ["4 refused"] = () => The.Refused,
        ["6"] = () => The.DossierAt(Step.Duplicate),
        ["6 prepared"] = () => The.PreparedAt(Step.Duplicate),
        ["7"] = () => The.DossierAt(Step.Archive),
        ["7 closed"] = () => The.Closed,
    };

    private static readonly Role[] EveryOffice = [.. Roles.Offices];

    private static readonly Dictionary<string, Actor> People = new()
    {
        ["the ASN"] = The.Asn,
        ["the ASN, holding every office"] = The.Person(The.AsnId, "x", EveryOffice),
        ["the atasan langsung"] = The.AtasanLangsung,
        ["the atasan langsung, who is an analis too"] = The.Person(The.AtasanId, "x", Analis),
        ["the atasan pejabat penilai"] = The.AtasanPejabatPenilai,
        ["the atasan pejabat penilai, who is Kepala Dinas"] = The.Person(The.AtasanPejabatPenilaiId, "x", KepalaDinas),
        ["the atasan pejabat penilai, who is Sekretaris"] = The.Person(The.AtasanPejabatPenilaiId, "x", Sekretaris),
        ["who stands in for him, and is Kasubbag"] = The.Person(52, "x", Kasubbag) with
        {
            Mandates = [new(1, The.AtasanPejabatPenilaiId, "Plh. Kepala Dinas", null, null, new(2021, 1, 1), null)],
        },
        ["the analis"] = The.Analis,
        ["another analis"] = The.OtherAnalis,
        ["the analis, who is Kasubbag too"] = The.Person(The.Analis.PegawaiId, "x", Analis, Kasubbag),
        ["the analis, who has become atasan of others and Sekretaris"] = The.Person(The.Analis.PegawaiId, "x", Sekretaris),
        ["the Kasubbag"] = The.Kasubbag,
        ["another Kasubbag"] = The.Person(51, "x", Kasubbag),
        ["the Kasubbag, who is an analis too"] = The.Person(The.Kasubbag.PegawaiId, "x", Analis, Kasubbag),
        ["the Sekretaris"] = The.Sekretaris,
        ["the Kepala Dinas"] = The.KepalaDinas,
        ["the administrator"] = The.Administrator,
        ["an administrator who is in the dinas"] = The.Person(80, "x", Administrator),
        ["the auditor"] = The.Auditor,
        ["an auditor who is in the dinas"] = The.Person(81, "x", Auditor),
        ["an account of nobody with every office"] = The.Person(null, "x", EveryOffice),
        ["a stranger with every office"] = The.Person(95, "x", EveryOffice),
        ["an outsider"] = The.Outsider,
    };

    public static TheoryData<string, string> PlacesAndPeople
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var place in Places.Keys)
            {
                foreach (var person in People.Keys)
                {
                    data.Add(place, person);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PlacesAndPeople))]
    public void The_question_is_answered_as_the_SOP_says(string place, string person)
    {
        var (dossier, actor) = (Places[place](), People[person]);
        var now = dossier.StepSince.AddHours(2);
        foreach (var page in SopTable.All)
        {
            foreach (var act in Enum.GetValues<Act>())
            {
                var answer = Procedure.WhyNot(dossier, page, act, actor, now);

                Assert.True(Expected(place, page, act, actor) == answer?.Kind, $"{act} at page {page.Label}: {answer}");
                Assert.True(answer is null || answer.Sentence.EndsWith('.'), answer?.Sentence);
            }
        }
    }

    // The SOP and what the regulations add, told once more and without its table: performer, way back, capacities that exclude.
    private static readonly Dictionary<string, (Role Performer, int? Back, Role[] NotAlso)> Told = new()
    {
        ["1"] = (Analis, null, [Kasubbag]),
        ["2"] = (Kasubbag, 1, [Analis]),
        ["3"] = (Analis, 1, [Kasubbag]),
        ["4"] = (AtasanLangsung, 3, [Analis]),
        ["5"] = (Asn, null, []),
        ["5a"] = (AtasanLangsung, null, []),
        ["5b"] = (AtasanPejabatPenilai, null, [AtasanLangsung]),
        ["5c"] = (AtasanPejabatPenilai, 4, [AtasanLangsung]),
        ["5d"] = (Asn, null, []),
        ["5e"] = (AtasanPejabatPenilai, 5, [AtasanLangsung, Kasubbag, Sekretaris]),
        ["6"] = (Sekretaris, null, []),
        ["7"] = (Sekretaris, null, []),
    };

    private static RefusalKind? Expected(string place, SopRow page, Act act, Actor actor)
    {
        var at = place[0] - '0';
        var (performer, back, notAlso) = Told[page.Label];
        var isHere = place.Split(' ')[0] == page.Label && !place.EndsWith("closed", StringComparison.Ordinal);
        var hasObjection = place is "5a objected" or "5b" or "5b answered" or "5 decided";
        var isAs = As(actor);
        if (place == "7 closed" && actor.Mandates.Count > 0)
        {
            // Standing in is for what waits.
            isAs.Remove(AtasanPejabatPenilai);
        }


        if (!isAs.Any(role => at >= (role == Sekretaris ? 5 : 1)))
        {
            return RefusalKind.NotFound;
        }

        var seesResult = (isAs.Contains(AtasanLangsung) && at >= 4)
            || (at >= 5 && isAs.Any(role => role is Asn or AtasanPejabatPenilai or KepalaDinas or Auditor))
            || (at >= 6 && isAs.Contains(Sekretaris));
        var acted = actor.PegawaiId == The.Analis.PegawaiId ? Analis
            : actor.PegawaiId == The.Kasubbag.PegawaiId
            && (at >= 3 || place is "2 prepared" || place.Contains("returned", StringComparison.Ordinal)) ? Kasubbag
            : (Role?)null;

        return act switch
        {
            Act.View => null,
            Act.ViewResult => seesResult ? null : RefusalKind.Forbidden,
            Act.ViewObjection => hasObjection && isAs.Any(role => role is Asn or AtasanLangsung or AtasanPejabatPenilai or KepalaDinas or Auditor)
                ? null : RefusalKind.Forbidden,
            Act.Cancel => Only([Kasubbag], at <= 4),
            Act.Object => Only([Asn], place is "5 prepared" or "5d reserved" or "5e refusing"),
            Act.Reconsider => Only([Asn], place is "5e refusing"),
            Act.Withdraw => Only([Asn], place is "5a objected"),
            // Whoever would determine it leaves to another what comes before.
            Act.Deliver or Act.Propose when isAs.Contains(AtasanPejabatPenilai) && place != "7 closed" => RefusalKind.Forbidden,
            Act.Deliver => Only([Asn, Sekretaris, Kasubbag], place is "5"),
            Act.Propose => Only([Kasubbag, Sekretaris], place is "5" or "5 prepared" or "5 decided"),
            // A second officer is not the one for whom it waits.
            Act.Release when isAs.Contains(Told[place.Split(' ')[0]].Performer) => RefusalKind.Forbidden,
            Act.Release => Only([Kasubbag, Sekretaris, KepalaDinas], place != "7 closed"),
            _ when !isAs.Contains(performer) => RefusalKind.Forbidden,
            _ when acted is { } before && notAlso.Contains(before) => RefusalKind.Forbidden,
            // Anyone who rates does not also gather or type.
            _ when performer == Analis && isAs.Contains(AtasanLangsung) => RefusalKind.Forbidden,
            _ when !isHere => RefusalKind.Conflict,
            Act.SendBack => back is null || place == "5e unsigned" ? RefusalKind.Conflict : null,
            Act.Complete when place is "5e refusing" => RefusalKind.Incomplete,
            // A dossier that came back has its papers still.
            Act.Complete => place.Contains(' ', StringComparison.Ordinal) ? null : RefusalKind.Incomplete,
            _ => null,
        };

        RefusalKind? Only(Role[] roles, bool isNow) =>
            !isAs.Any(roles.Contains) ? RefusalKind.Forbidden : isNow ? null : RefusalKind.Conflict;
    }

    private static HashSet<Role> As(Actor actor) => actor.PegawaiId switch
    {
        null => [.. actor.Offices.Count == 1 ? actor.Offices.Except([Administrator]) : []],
        The.AsnId => [Asn],
        The.AtasanId => [.. actor.Offices.Except([Administrator, Auditor]), AtasanLangsung],
        The.AtasanPejabatPenilaiId or 52 => [.. actor.Offices.Except([Administrator, Auditor]), AtasanPejabatPenilai],
        _ => [.. actor.Offices.Except([Administrator, Auditor])],
    };

    private static Dossier Returned()
    {
        var dossier = The.DossierAt(Step.Check);
        dossier.SendBack(Step.Check, "Lampiran kurang.", The.Kasubbag, dossier.StepSince.AddHours(1));
        return dossier;
    }

    [Fact]
    public void A_refusal_says_who_is_awaited_since_when()
    {
        var dossier = The.DossierAt(Step.Check);

        var refusal = Procedure.WhyNot(dossier, Step.Input, Act.Work, The.Analis, dossier.StepSince);

        Assert.Equal(
            "Berkas ini menunggu Kasubbag pada langkah 2 (Pemeriksaan) sejak 4 Januari 2021 pukul 10.00 WITA. "
                + "Anda dapat melihatnya, tetapi belum dapat mengerjakan langkah 3.",
            refusal!.Sentence);
    }

    [Fact]
    public void An_office_holder_hears_that_it_is_his_own_dossier()
    {
        var refusal = Procedure.WhyNot(The.Dossier, Act.Work, The.Person(The.AsnId, "x", Analis), The.Start);

        Assert.Contains("berkas Anda sendiri", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Sekretaris_reads_the_result_but_not_the_objection_that_came_before_it()
    {
        var dossier = The.Decided(nilaiTetap: false);
        foreach (var step in new[] { Step.Duplicate, Step.Archive })
        {
            while (dossier.Step < step)
            {
                The.PerformStep(dossier);
            }

            Assert.Null(Procedure.WhyNot(dossier, Act.ViewResult, The.Sekretaris, dossier.StepSince));
            Assert.Equal(RefusalKind.Forbidden, Procedure.WhyNot(dossier, Act.ViewObjection, The.Sekretaris, dossier.StepSince)?.Kind);
            Assert.Null(Procedure.WhyNot(dossier, Act.ViewObjection, The.Asn, dossier.StepSince));
        }
    }
}
