using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Plans;

public sealed class PlanTests
{
    private static readonly Dictionary<string, Actor> People = new()
    {
        ["owner"] = The.Asn,
        ["owner with every office"] = The.Person(The.AsnId, "x", [.. Roles.Offices]),
        ["atasan"] = The.AtasanLangsung,
        ["analis"] = The.Analis,
        ["kasubbag"] = The.Kasubbag,
        ["kepala dinas"] = The.KepalaDinas,
        ["sekretaris"] = The.Sekretaris,
        ["administrator"] = The.Administrator,
        ["atasan pejabat penilai"] = The.AtasanPejabatPenilai,
        ["outsider"] = The.Outsider,
    };

    public static TheoryData<PlanState, string> StatesAndPeople
    {
        get
        {
            var data = new TheoryData<PlanState, string>();
            foreach (var state in Enum.GetValues<PlanState>())
            {
                foreach (var person in People.Keys)
                {
                    data.Add(state, person);
                }
            }

            return data;
        }
    }

    [Fact]
    public void A_plan_under_PermenPANRB_6_is_proposed_when_nothing_must_be_mended_and_begins_a_sheet_of_its_own()
    {
        var plan = new Plan(1, The.AsnId, The.AtasanId, SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif));

        var refusal = plan.WhyNot(PlanAct.Propose, The.Asn)!;
        Assert.Equal((RefusalKind.Incomplete, plan.Sasaran!.Faults()[0].Sentence), (refusal.Kind, refusal.Sentence));

        var sasaran = Some.Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif);
        plan.Write(sasaran, The.Asn);
        plan.Propose(The.AtasanId, The.Asn);

        var sheet = Assert.IsType<PermenPanRb6Sheet>(plan.NewSheet(struktural: false));
        Assert.Same(sasaran, sheet.Sasaran);
    }

    [Fact]
    public void A_plan_keeps_to_its_regulation()
    {
        var old = new Plan(1, The.AsnId, The.AtasanId, The.Targets);
        var now = new Plan(1, The.AsnId, The.AtasanId, SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif));

        Assert.Throws<InvalidOperationException>(() => old.Write(SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kualitatif), The.Asn));
        Assert.Throws<InvalidOperationException>(() => now.Write(The.Targets, The.Asn));
        Assert.IsType<Domain.Scoring.Pp46.Pp46Sheet>(old.NewSheet(struktural: true), exactMatch: false);
    }

    [Theory]
    [MemberData(nameof(StatesAndPeople))]
    public void The_question_is_answered_for_every_state_person_and_act(PlanState state, string person)
    {
        var plan = PlanAt(state);
        foreach (var act in Enum.GetValues<PlanAct>())
        {
            Assert.True(Expected(state, person, act) == plan.WhyNot(act, People[person])?.Kind, $"{act}: {plan.WhyNot(act, People[person])}");
        }
    }

    private static RefusalKind? Expected(PlanState state, string person, PlanAct act)
    {
        if (person is "sekretaris" or "administrator" or "atasan pejabat penilai" or "outsider")
        {
            return RefusalKind.NotFound;
        }

        var may = act is PlanAct.Agree or PlanAct.Return or PlanAct.Revise ? person is "atasan" : person is "owner" or "owner with every office" or "analis";
        var inTime = state == (act is PlanAct.Write or PlanAct.Propose ? PlanState.Draft : act == PlanAct.Revise ? PlanState.Agreed : PlanState.Proposed);
        return act == PlanAct.View ? null
            : !may ? RefusalKind.Forbidden
            : inTime ? null : RefusalKind.Conflict;
    }

    [Fact]
    public void An_agreed_plan_opened_again_is_a_draft_that_says_why_until_it_is_proposed()
    {
        var plan = PlanAt(PlanState.Agreed);

        Assert.Throws<ArgumentException>(() => plan.Revise(" ", The.AtasanLangsung));
        plan.Revise("Cuti besar tiga bulan", The.AtasanLangsung);

        Assert.Equal((PlanState.Draft, (DateTimeOffset?)null, "Cuti besar tiga bulan"), (plan.State, plan.AgreedAt, plan.ReviseReason));
        plan.Propose(The.AtasanId, The.Asn);
        Assert.Null(plan.ReviseReason);
        Assert.Throws<InvalidOperationException>(() => plan.Revise("Cuti besar tiga bulan", The.AtasanLangsung));
    }

    [Fact]
    public void Nobody_agrees_to_his_own_plan()
    {
        var plan = new Plan(1, The.AsnId, The.AsnId, The.Targets);
        plan.Propose(The.AsnId, The.Asn);

        Assert.Equal(RefusalKind.Forbidden, plan.WhyNot(PlanAct.Agree, The.Asn)!.Kind);
        Assert.Throws<InvalidOperationException>(() => plan.Agree(The.Asn, The.Start));
    }

    [Fact]
    public void A_plan_without_kegiatan_is_not_laid_before_anybody()
    {
        var plan = new Plan(1, The.AsnId, The.AtasanId, []);

        Assert.Equal(RefusalKind.Incomplete, plan.WhyNot(PlanAct.Propose, The.Asn)!.Kind);
        plan.Write(The.Targets, The.Asn);
        Assert.Null(plan.WhyNot(PlanAct.Propose, The.Asn));
    }

    [Fact]
    public void A_plan_comes_back_with_a_reason_which_goes_when_it_is_laid_before_again()
    {
        var plan = PlanAt(PlanState.Proposed);
        Assert.Throws<ArgumentException>(() => plan.Return(" ", The.AtasanLangsung));

        plan.Return("Target kegiatan 1 terlalu rendah.", The.AtasanLangsung);
        Assert.Equal((PlanState.Draft, "Target kegiatan 1 terlalu rendah."), (plan.State, plan.ReturnReason));

        plan.Propose(21, The.Analis);
        Assert.Equal((PlanState.Proposed, null, 21), (plan.State, plan.ReturnReason, plan.AtasanId));
        Assert.Equal(RefusalKind.NotFound, plan.WhyNot(PlanAct.Agree, The.AtasanLangsung)!.Kind);
    }

    [Fact]
    public void A_plan_is_taken_back_with_a_reason_and_goes_to_whoever_is_the_atasan_then()
    {
        var plan = PlanAt(PlanState.Proposed);
        Assert.Throws<ArgumentException>(() => plan.Withdraw(" ", The.Asn));
        Assert.Throws<InvalidOperationException>(() => plan.Withdraw("Atasan langsung sudah pindah.", The.AtasanLangsung));

        plan.Withdraw("Atasan langsung sudah pindah.", The.Asn);
        Assert.Equal((PlanState.Draft, "Atasan langsung sudah pindah.", null), (plan.State, plan.WithdrawReason, plan.ReturnReason));
        Assert.Throws<InvalidOperationException>(() => plan.Agree(The.AtasanLangsung, The.Start));

        plan.Write(The.Targets, The.Asn);
        plan.Propose(21, The.Asn);
        Assert.Equal((PlanState.Proposed, null, 21), (plan.State, plan.WithdrawReason, plan.AtasanId));
    }

    [Fact]
    public void An_agreed_plan_is_locked()
    {
        var plan = The.AgreedPlan;

        Assert.True(plan.IsAgreed);
        Assert.NotNull(plan.AgreedAt);
        Assert.Throws<InvalidOperationException>(() => plan.Write([], The.Asn));
        Assert.Throws<InvalidOperationException>(() => plan.Return("x", The.AtasanLangsung));
        Assert.Throws<InvalidOperationException>(() => plan.Withdraw("x", The.Asn));
    }

    private static Plan PlanAt(PlanState state)
    {
        var plan = new Plan(1, The.AsnId, The.AtasanId, The.Targets);
        if (state >= PlanState.Proposed)
        {
            plan.Propose(The.AtasanId, The.Asn);
        }

        if (state == PlanState.Agreed)
        {
            plan.Agree(The.AtasanLangsung, The.Start);
        }

        return plan;
    }
}
