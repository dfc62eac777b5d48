using System.Text.Json;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Plans;

public sealed class PlanTests
{
    // Within the period, in the morning of the next day in WITA.
    private static readonly DateTimeOffset MidYear = new(2020, 6, 15, 23, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Actor> People = new()
    {
        ["owner"] = The.Asn,
        ["owner with every office"] = The.Person(The.AsnId, "x", [.. Roles.Offices]),
        ["atasan"] = The.AtasanLangsung,
        ["atasan who is Analis too"] = The.Person(The.AtasanId, "x", Role.Analis),
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
        var plan = new Plan(
            1, The.AsnId, The.AtasanId, SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), The.Asn, The.Start);

        var refusal = plan.WhyNot(PlanAct.Propose, The.Asn)!;
        Assert.Equal((RefusalKind.Incomplete, plan.Content.Faults()[0].Sentence), (refusal.Kind, refusal.Sentence));

        var sasaran = Some.Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif);
        plan.Write(sasaran, The.Asn, The.Start);
        plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start);

        var sheet = Assert.IsType<PermenPanRb6Sheet>(plan.Content.NewSheet(struktural: false));
        Assert.Same(sasaran, sheet.Sasaran);
    }

    [Fact]
    public void Content_is_stored_under_the_key_of_its_row_and_read_back_as_what_it_was() => Assert.All(ScoringMethods.Rows, row =>
    {
        var content = row.Begin(null, new(Domain.People.JenisJabatan.Pelaksana, PimpinanUnitMandiri: false, Pendekatan.Kuantitatif));
        var stored = JsonSerializer.Serialize(content);

        Assert.Equal(row.Content, content.GetType());
        Assert.Equal(row.Key, content.Method);
        Assert.Equal(row.Key, JsonDocument.Parse(stored).RootElement.GetProperty("method").GetString());
        Assert.Equal(row.Content, JsonSerializer.Deserialize<PlanContent>(stored)!.GetType());
    });

    [Fact]
    public void A_plan_keeps_to_its_regulation()
    {
        var old = new Plan(1, The.AsnId, The.AtasanId, The.Targets, The.Asn, The.Start);
        var now = new Plan(
            1, The.AsnId, The.AtasanId, SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), The.Asn, The.Start);

        Assert.Throws<InvalidOperationException>(
            () => old.Write(SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kualitatif), The.Asn, The.Start));
        Assert.Throws<InvalidOperationException>(() => now.Write(The.Targets, The.Asn, The.Start));
        Assert.IsType<Domain.Scoring.Pp46.Pp46Sheet>(old.Content.NewSheet(struktural: true), exactMatch: false);
    }

    [Theory]
    [MemberData(nameof(StatesAndPeople))]
    public void The_question_is_answered_for_every_state_person_and_act(PlanState state, string person)
    {
        var plan = PlanAt(state);
        foreach (var act in Enum.GetValues<PlanAct>())
        {
            Assert.True(
                Expected(state, person, act) == plan.WhyNot(act, People[person])?.Kind, $"{act}: {plan.WhyNot(act, People[person])}");
        }
    }

    private static RefusalKind? Expected(PlanState state, string person, PlanAct act)
    {
        if (person is "sekretaris" or "administrator" or "atasan pejabat penilai" or "outsider")
        {
            return RefusalKind.NotFound;
        }

        if (act is PlanAct.ReadNotes or PlanAct.Note)
        {
            var reads = person is "atasan" or "atasan who is Analis too"
                || (act == PlanAct.ReadNotes && person is "owner" or "owner with every office");
            return !reads ? RefusalKind.Forbidden
                : act == PlanAct.Note && state == PlanState.Cancelled ? RefusalKind.Conflict : null;
        }

        var may = act is PlanAct.Agree or PlanAct.Return or PlanAct.Revise
            ? person is "atasan" or "atasan who is Analis too"
            : act is PlanAct.Leave or PlanAct.Stay ? person is "atasan" or "atasan who is Analis too" or "analis"
            : person is "owner" or "owner with every office" or "analis";
        // What was not left is not taken back.
        var inTime = act != PlanAct.Stay && state == (
            act is PlanAct.Write or PlanAct.Propose or PlanAct.Cancel ? PlanState.Draft : act is PlanAct.Revise or PlanAct.Leave ? PlanState.Agreed : PlanState.Proposed);
        return act == PlanAct.View ? null
            : !may ? RefusalKind.Forbidden
            : inTime ? null : RefusalKind.Conflict;
    }

    [Fact]
    public void A_plan_ends_with_its_position_once_and_another_begins_the_day_after()
    {
        var period = The.Period;
        var (plan, whole) = (PlanAt(PlanState.Agreed, OfThreeMonths), PlanAt(PlanState.Agreed));
        typeof(Plan).GetProperty(nameof(Plan.Period))!.SetValue(plan, period);
        typeof(Plan).GetProperty(nameof(Plan.Period))!.SetValue(whole, period);

        // What was agreed for the whole year cannot be measured in a part of it.
        Assert.Throws<InvalidOperationException>(() => whole.Leave(
            1, period.Mulai.AddDays(90), "Staf", new("SEKRE", "Sekretariat", null), Penilai(The.AtasanId), "800/1", The.Analis, MidYear));
        Assert.NotNull(plan.WhyNotLeaveOn(period.Selesai));
        Assert.NotNull(plan.WhyNotLeaveOn(period.Mulai.AddDays(-1)));
        Assert.Throws<ArgumentException>(() => plan.Leave(
            1, period.Mulai.AddDays(90), "Staf", new("SEKRE", "Sekretariat", null), Penilai(The.AsnId), "800/1", The.Analis, MidYear));
        plan.Leave(1, period.Mulai.AddDays(90), "Staf", new("SEKRE", "Sekretariat", null), Penilai(The.AtasanId), "800/1", The.Analis, MidYear);

        Assert.Equal((1, PlanState.Agreed, period.Mulai.AddDays(90)), (plan.Post, plan.State, plan.Selesai));
        // How it was ended is corrected, or taken back altogether.
        plan.Leave(9, period.Mulai.AddDays(100), "Staf", new("SEKRE", "Sekretariat", null), Penilai(The.AtasanId), "800/2", The.Analis, MidYear);
        Assert.Equal((1, period.Mulai.AddDays(100), PlanMove.Corrected), (plan.Post, plan.Selesai, plan.History[^1].Move));
        Assert.Equal(
            "memperbaiki pengakhiran SKP: Staf sampai 10 April 2020, dinilai Penilai, semula Staf sampai 31 Maret 2020 (800/2)",
            plan.History[^1].Sentence);
        Assert.Equal(RefusalKind.Conflict, plan.WhyNot(PlanAct.Revise, The.AtasanLangsung)?.Kind);
        Assert.Null(Dossier.WhyNotOpen(plan, The.Analis));
        var next = new Plan(1, The.AsnId, The.AtasanId, plan.Content, The.Asn, MidYear, postFrom: plan.PostUntil!.Value.AddDays(1));
        Assert.Null(next.WhyLate(period, At(next.PostFrom!.Value)));
        Assert.NotNull(next.WhyLate(period, At(next.PostFrom!.Value.AddDays(40))));

        typeof(Plan).GetProperty(nameof(Plan.Period))!.SetValue(next, period);
        var first = next.PostFrom.Value;
        Assert.Throws<ArgumentException>(() => next.BeginOn(first, The.Analis, MidYear));
        Assert.Throws<ArgumentException>(() => next.BeginOn(period.Mulai, The.Analis, MidYear));
        next.BeginOn(first.AddDays(-3), The.Analis, MidYear);
        Assert.Equal((first.AddDays(-3), PlanMove.Moved), (next.Mulai, next.History[^1].Move));
        // Who agreed to it did so for another time.
        next.Propose(The.AtasanId, "Rahmah", The.Asn, MidYear);
        next.Agree(period, The.AtasanLangsung, MidYear, "Baru menjabat.");
        next.BeginOn(first, The.Analis, MidYear);
        Assert.Equal((PlanState.Draft, null, PlanMove.Moved), (next.State, next.AgreedAt, next.CameBack?.Move));

        Assert.Throws<ArgumentException>(() => plan.Stay(The.AsnId, "Tidak jadi pindah.", The.Analis, MidYear));
        plan.Stay(77, "Tidak jadi pindah.", The.Analis, MidYear);
        Assert.Equal(
            (0, null, null, null, 77, PlanState.Agreed),
            (plan.Post, plan.PostUntil, plan.FormerJabatan, plan.FormerUnitId, plan.AtasanId, plan.State));
        Assert.Equal("membatalkan pengakhiran SKP dengan alasan: Tidak jadi pindah.", plan.History[^1].Sentence);
        Assert.Equal(RefusalKind.Conflict, plan.WhyNot(PlanAct.Stay, The.Analis)?.Kind);

        static DateTimeOffset At(DateOnly day) => new(day, new(1, 0), TimeSpan.Zero);

        static Domain.People.Pegawai Penilai(int id)
        {
            var person = new Domain.People.Pegawai(null, new("Penilai", null, "Kepala Bidang", Domain.People.JenisJabatan.Pengawas, 1, null));
            typeof(Domain.People.Pegawai).GetProperty(nameof(person.Id))!.SetValue(person, id);
            return person;
        }
    }

    [Theory]
    [InlineData(1, 12, null)]
    [InlineData(8, 12, "Target waktu 12 bulan pada “Menyusun laporan” lebih lama daripada masa SKP ini, 5 bulan")]
    [InlineData(1, 7, "7 bulan (1 Januari s.d. 1 Juli 2020)")]
    public void A_target_takes_no_longer_than_the_time_in_the_position(int from, int to, string? words)
    {
        var why = The.Targets.WhyTooLong(new(2020, from, 1), new(2020, to, 1));
        Assert.True(words is null ? why is null : why!.Contains(words, StringComparison.Ordinal), why);
    }

    [Fact]
    public void Nobody_stands_in_on_the_plans_of_a_period_that_is_closed()
    {
        var plan = PlanAt(PlanState.Agreed);
        var period = The.Period;
        typeof(Plan).GetProperty(nameof(Plan.Period))!.SetValue(plan, period);
        var standIn = The.Person(77, "Plh.") with { Mandates = [new(1, The.AtasanId, "Plh. Kepala Bidang", null, null, new(2020, 1, 1), null)] };

        Assert.Null(plan.WhyNot(PlanAct.View, standIn));
        period.Close();
        Assert.Equal(RefusalKind.NotFound, plan.WhyNot(PlanAct.View, standIn)?.Kind);
        Assert.Null(plan.WhyNot(PlanAct.View, The.AtasanLangsung));
    }

    [Fact]
    public void Notes_are_numbered_as_they_are_written_and_not_as_they_are_dated()
    {
        var plan = PlanAt(PlanState.Draft);
        var today = Tanggal.DiWita(MidYear);

        plan.Note(The.Period, today, "  Melayani tamu dengan ramah.\n", The.AtasanLangsung, MidYear);
        plan.Note(The.Period, today.AddDays(-7), "Terlambat rapat.", The.AtasanLangsung, MidYear.AddHours(1));

        Assert.Equal(
            [(1, today, "Melayani tamu dengan ramah.", MidYear), (2, today.AddDays(-7), "Terlambat rapat.", MidYear.AddHours(1))],
            plan.Notes.Select(n => (n.No, n.Date, n.Text, n.At)));
        Assert.All(plan.Notes, n => Assert.Equal((The.AtasanId, The.AtasanLangsung.Nama), (n.AuthorId, n.AuthorNama)));
        Assert.Single(plan.History);
    }

    [Fact]
    public void A_note_tells_of_a_day_of_the_period_that_has_come()
    {
        var plan = PlanAt(PlanState.Agreed);
        var today = Tanggal.DiWita(MidYear);
        void Note(DateOnly day) => plan.Note(The.Period, day, "x", The.AtasanLangsung, MidYear);

        Assert.All([The.Period.Mulai.AddDays(-1), The.Period.Selesai.AddDays(1), today.AddDays(1)],
            day => Assert.Throws<InvalidOperationException>(() => Note(day)));
        Assert.Contains("belum tiba", The.Period.WhyNotNote(today.AddDays(1), today), StringComparison.Ordinal);
        Assert.Contains("di luar jangka waktu", The.Period.WhyNotNote(The.Period.Mulai.AddDays(-1), today), StringComparison.Ordinal);
        Assert.Null(The.Period.WhyNotNote(The.Period.Mulai, today));
        Note(The.Period.Mulai);
        Note(today);
        Assert.Null(The.Period.WhyNotNote(The.Period.Selesai, The.Period.Selesai.AddDays(9)));
    }

    [Fact]
    public void A_note_has_words_and_an_end()
    {
        var plan = PlanAt(PlanState.Agreed);
        void Note(string text) => plan.Note(The.Period, The.Period.Mulai, text, The.AtasanLangsung, MidYear);

        Assert.Throws<ArgumentException>(() => Note(" \n"));
        Assert.Throws<ArgumentException>(() => Note(new string('x', 2001)));
        Note(new string('x', 2000));
        Assert.Single(plan.Notes);
    }

    [Fact]
    public void Nobody_else_writes_notes_and_nobody_writes_them_on_himself()
    {
        Assert.All(People.Where(p => !p.Key.StartsWith("atasan", StringComparison.Ordinal)), person => Assert.Throws<InvalidOperationException>(
            () => PlanAt(PlanState.Agreed).Note(The.Period, The.Period.Mulai, "x", person.Value, MidYear)));
        var own = new Plan(1, The.AsnId, The.AsnId, The.Targets, The.Asn, The.Start);
        Assert.Equal((RefusalKind.Forbidden, "Buku catatan ini diisi oleh atasan langsung."), (
            own.WhyNot(PlanAct.Note, The.Asn)!.Kind, own.WhyNot(PlanAct.Note, The.Asn)!.Sentence));
        Assert.Null(own.WhyNot(PlanAct.ReadNotes, The.Asn));
    }

    [Fact]
    public void There_is_no_book_under_a_regulation_without_one()
    {
        var plan = new Plan(
            1, The.AsnId, The.AtasanId, SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), The.Asn, The.Start);

        Assert.All([(PlanAct.ReadNotes, The.Asn), (PlanAct.ReadNotes, The.AtasanLangsung), (PlanAct.Note, The.AtasanLangsung)],
            asked => Assert.Equal(RefusalKind.NotFound, plan.WhyNot(asked.Item1, asked.Item2)!.Kind));
        Assert.Equal([ScoringMethods.Pp46], ScoringMethods.Rows.Where(m => m.HasBukuCatatan).Select(m => m.Key));
    }

    [Fact]
    public void An_agreed_plan_opened_again_is_a_draft_that_says_why_until_it_is_proposed()
    {
        var plan = PlanAt(PlanState.Agreed);

        Assert.Throws<ArgumentException>(() => plan.Revise(" ", The.AtasanLangsung, The.Start));
        plan.Revise("Cuti besar tiga bulan", The.AtasanLangsung, The.Start);

        Assert.Equal((PlanState.Draft, (DateTimeOffset?)null, "Cuti besar tiga bulan"), (plan.State, plan.AgreedAt, plan.CameBack?.Reason));
        plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start);
        Assert.Null(plan.CameBack);
        Assert.Throws<InvalidOperationException>(() => plan.Revise("Cuti besar tiga bulan", The.AtasanLangsung, The.Start));
    }

    [Fact]
    public void Nobody_agrees_to_his_own_plan()
    {
        var plan = new Plan(1, The.AsnId, The.AsnId, The.Targets, The.Asn, The.Start);
        plan.Propose(The.AsnId, "Rahmah", The.Asn, The.Start);

        Assert.Equal(RefusalKind.Forbidden, plan.WhyNot(PlanAct.Agree, The.Asn)!.Kind);
        Assert.Throws<InvalidOperationException>(() => plan.Agree(The.Period, The.Asn, The.Start));
    }

    [Fact]
    public void The_atasan_who_is_Analis_too_does_not_write_the_plan_he_agrees_to()
    {
        var both = The.Person(The.AtasanId, "x", Role.Analis);

        Assert.Throws<InvalidOperationException>(() => PlanAt(PlanState.Draft).Write(SasaranKerja.Empty, both, The.Start));
        Assert.Throws<InvalidOperationException>(() => PlanAt(PlanState.Draft).Propose(The.AtasanId, "Rahmah", both, The.Start));
        Assert.Throws<InvalidOperationException>(() => PlanAt(PlanState.Proposed).Withdraw("Salah ketik target.", both, The.Start));
    }

    [Fact]
    public void A_plan_without_kegiatan_is_not_laid_before_anybody()
    {
        var plan = new Plan(1, The.AsnId, The.AtasanId, SasaranKerja.Empty, The.Asn, The.Start);

        Assert.Equal(RefusalKind.Incomplete, plan.WhyNot(PlanAct.Propose, The.Asn)!.Kind);
        plan.Write(The.Targets, The.Asn, The.Start);
        Assert.Null(plan.WhyNot(PlanAct.Propose, The.Asn));
    }

    [Fact]
    public void A_plan_comes_back_with_a_reason_which_goes_when_it_is_laid_before_again()
    {
        var plan = PlanAt(PlanState.Proposed);
        Assert.Throws<ArgumentException>(() => plan.Return(" ", The.AtasanLangsung, The.Start));

        plan.Return("Target kegiatan 1 terlalu rendah.", The.AtasanLangsung, The.Start);
        Assert.Equal((PlanState.Draft, "Target kegiatan 1 terlalu rendah."), (plan.State, plan.CameBack?.Reason));

        plan.Propose(21, "Rahmah", The.Analis, The.Start);
        Assert.Equal((PlanState.Proposed, null, 21), (plan.State, plan.CameBack, plan.AtasanId));
        Assert.Equal(RefusalKind.NotFound, plan.WhyNot(PlanAct.Agree, The.AtasanLangsung)!.Kind);
    }

    [Fact]
    public void A_plan_is_taken_back_with_a_reason_and_goes_to_whoever_is_the_atasan_then()
    {
        var plan = PlanAt(PlanState.Proposed);
        Assert.Throws<ArgumentException>(() => plan.Withdraw(" ", The.Asn, The.Start));
        Assert.Throws<InvalidOperationException>(() => plan.Withdraw("Atasan langsung sudah pindah.", The.AtasanLangsung, The.Start));

        plan.Withdraw("Atasan langsung sudah pindah.", The.Asn, The.Start);
        Assert.Equal((PlanState.Draft, "Atasan langsung sudah pindah.", PlanMove.Withdrawn), (
            plan.State, plan.CameBack?.Reason, plan.CameBack?.Move));
        Assert.Throws<InvalidOperationException>(() => plan.Agree(The.Period, The.AtasanLangsung, The.Start));

        plan.Write(The.Targets, The.Asn, The.Start);
        plan.Propose(21, "Rahmah", The.Asn, The.Start);
        Assert.Equal((PlanState.Proposed, null, 21), (plan.State, plan.CameBack, plan.AtasanId));
    }

    [Fact]
    public void A_draft_is_given_up_with_a_reason_and_stays_as_it_was()
    {
        var plan = PlanAt(PlanState.Draft);
        Assert.Throws<ArgumentException>(() => plan.Cancel(" ", The.Asn, The.Start));

        plan.Cancel("Tidak jadi pindah.", The.Asn, The.Start);
        Assert.Equal((PlanState.Cancelled, "membatalkan SKP dengan alasan: Tidak jadi pindah.", null), (
            plan.State, plan.History[^1].Sentence, plan.CameBack));
        Assert.Throws<InvalidOperationException>(() => plan.Write(The.Targets, The.Asn, The.Start));
        Assert.Throws<InvalidOperationException>(() => PlanAt(PlanState.Proposed).Cancel("Tidak jadi pindah.", The.Asn, The.Start));
    }

    [Fact]
    public void An_agreed_plan_is_locked()
    {
        var plan = The.AgreedPlan;

        Assert.True(plan.IsAgreed);
        Assert.NotNull(plan.AgreedAt);
        Assert.Throws<InvalidOperationException>(() => plan.Write(SasaranKerja.Empty, The.Asn, The.Start));
        Assert.Throws<InvalidOperationException>(() => plan.Return("x", The.AtasanLangsung, The.Start));
        Assert.Throws<InvalidOperationException>(() => plan.Withdraw("x", The.Asn, The.Start));
    }

    [Fact]
    public void Every_move_writes_its_line_which_can_be_read_aloud()
    {
        var plan = new Plan(1, The.AsnId, The.AtasanId, SasaranKerja.Empty, The.Asn, The.Start);
        plan.Write(The.Targets, The.Analis, The.Start.AddHours(1));
        plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start.AddHours(2));
        plan.Return("Target terlalu rendah.", The.AtasanLangsung, The.Start.AddHours(3));
        plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start.AddHours(4));
        plan.Withdraw("Salah ketik target.", The.Asn, The.Start.AddHours(5));
        plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start.AddHours(6));
        plan.Agree(The.Period, The.AtasanLangsung, The.Start.AddHours(7), "Anggaran terlambat disahkan.");
        plan.Revise("Cuti besar tiga bulan.", The.AtasanLangsung, The.Start.AddHours(8));

        var isi = plan.Content.Isi;
        Assert.Equal(
            [
                "membuat SKP tanpa isi", $"mengubah rencana ({isi})", $"mengajukan SKP ({isi}) kepada Rahmah",
                "mengembalikan SKP dengan alasan: Target terlalu rendah.", $"mengajukan SKP ({isi}) kepada Rahmah",
                "menarik kembali SKP dengan alasan: Salah ketik target.", $"mengajukan SKP ({isi}) kepada Rahmah",
                $"menyetujui SKP ({isi}), terlambat dengan alasan: Anggaran terlambat disahkan.", "membuka SKP untuk direvisi dengan alasan: Cuti besar tiga bulan.",
            ],
            plan.History.Select(h => h.Sentence));
        Assert.Equal(Enumerable.Range(1, 9), plan.History.Select(h => h.No));
        Assert.Equal(The.Start.AddHours(1), plan.History[1].At);
        Assert.Equal((The.Analis.PegawaiId, The.Analis.Nama), (plan.History[1].ActorId, plan.History[1].ActorNama));
    }

    [Fact]
    public void A_plan_that_was_copied_says_from_where() => Assert.Equal(
        "menyalin 2 kegiatan dari SKP Tahun 2025",
        new Plan(1, The.AsnId, The.AtasanId, new SasaranKerja([.. The.Targets.Kegiatan.Take(2)]), The.Asn, The.Start,
            "Tahun 2025").History[0].Sentence);

    [Fact]
    public void Nobody_begins_a_plan_who_might_not_write_it() =>
        Assert.Throws<InvalidOperationException>(() => new Plan(1, The.AsnId, The.AtasanId, The.Targets, The.AtasanLangsung, The.Start));

    private static SasaranKerja OfThreeMonths => The.Targets with { Kegiatan = [.. The.Targets.Kegiatan.Select(k => k with { Waktu = 3 })] };

    private static Plan PlanAt(PlanState state, PlanContent? content = null)
    {
        var plan = new Plan(1, The.AsnId, The.AtasanId, content ?? The.Targets, The.Asn, The.Start);
        if (state == PlanState.Cancelled)
        {
            plan.Cancel("Dibuat keliru.", The.Asn, The.Start);
            return plan;
        }

        if (state >= PlanState.Proposed)
        {
            plan.Propose(The.AtasanId, "Rahmah", The.Asn, The.Start);
        }

        if (state == PlanState.Agreed)
        {
            plan.Agree(The.Period, The.AtasanLangsung, The.Start, "Anggaran terlambat disahkan.");
        }

        return plan;
    }
}
