using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

/// <summary>What the regulations ask within the step of signing: the way of an objection, the pengesahan, and the versions that
/// follow.</summary>
public sealed class SubstepTests
{
    [Fact]
    public void The_decision_on_an_objection_sets_the_result_and_issues_the_document_again()
    {
        var dossier = The.Objected;
        var (first, sheet) = (dossier.Outcome, (Pp46Sheet)dossier.Sheet);
        Assert.Equal(Substep.Tanggapan, dossier.Substep);

        dossier.Answer("Bukti kegiatan 2 baru diserahkan.", The.AtasanLangsung, Later(dossier));
        Assert.Equal(Substep.Keputusan, dossier.Substep);
        Assert.Equal(Needs.DecisionWritten.Sentence, Procedure.WhyNot(
            dossier, Act.Complete, The.AtasanPejabatPenilai, Later(dossier))!.Sentence);
        dossier.Draft(new DraftKeputusan(The.Better(dossier), "Perilaku dinilai 90."), The.AtasanPejabatPenilai, Later(dossier));
        Assert.Equal(first, dossier.Outcome);
        dossier.Decide(The.Drawn, The.IssuedAgain, The.AtasanPejabatPenilai, Later(dossier));

        Assert.Equal((Step.Sign, Substep.None), (dossier.Step, dossier.Substep));
        Assert.Equal(new(89.17m, "Baik"), dossier.Outcome);
        Assert.Equal(sheet with { Perilaku = new(90, 90, 90, 90, 90, null), Kegiatan = ((Pp46Sheet)dossier.Sheet).Kegiatan }, dossier.Sheet);
        Assert.Equal(sheet.Kegiatan, ((Pp46Sheet)dossier.Sheet).Kegiatan);
        Assert.Null(dossier.LastDayToObject);
        Assert.Equal((1, The.Issued.VerificationCode, first!, Move.Decided), (dossier.Replaced!.Version, dossier.Replaced.VerificationCode,
            dossier.Replaced.Outcome, dossier.Replaced.Why));
        Assert.Equal((2, The.IssuedAgain.VerificationCode, SigningMode.Certificate), (
            dossier.DocumentVersion, dossier.VerificationCode, dossier.SigningMode!.Value));
        var (old, replacing) = (dossier.Documents[0], dossier.Documents[1]);
        Assert.Equal((1, 2, old, DocumentKind.Determined), (old.Version, replacing.Version, replacing.Replaces, replacing.Kind));
        Assert.Equal("Keberatan atas hasil ini sudah diajukan dan diputuskan. Keputusan itu final.",
            Procedure.WhyNot(dossier, Act.Object, The.Asn, Later(dossier))!.Sentence);
        Assert.Throws<InvalidOperationException>(() => dossier.Rate(The.Better(dossier), The.AtasanLangsung, Later(dossier)));

        dossier.Acknowledge(The.Drawn, The.Asn, Later(dossier), berkeberatan: true);
        Assert.Equal(Step.Duplicate, dossier.Step);
        Assert.Equal((DocumentKind.Final, 2), (dossier.LastDocument!.Kind, dossier.LastDocument.Version));
        Assert.Equal(
            [
                "Siti Rahmah, S.Kom. (ASN yang dinilai) mengajukan keberatan atas hasil penilaian.",
                "Drs. Hadi Saputra (atasan langsung) menanggapi keberatan.",
                "Ir. Noor Aida (atasan pejabat penilai) memutuskan keberatan dan menetapkan hasilnya; dokumen terbit dalam versi baru.",
            ],
            dossier.History.Where(h => h.Move is Move.Objected or Move.Answered or Move.Decided).Select(h => h.Sentence));
    }

    [Fact]
    public void A_decision_that_the_result_stays_changes_nothing()
    {
        var dossier = The.Drafted(nilaiTetap: true);
        var (outcome, sheet) = (dossier.Outcome, dossier.Sheet);

        dossier.Decide(The.Drawn, The.IssuedAgain, The.AtasanPejabatPenilai, Later(dossier));

        Assert.Equal(outcome, dossier.Outcome);
        Assert.Same(sheet, dossier.Sheet);
        Assert.True(dossier.Keberatan!.Keputusan!.NilaiTetap);
        Assert.Equal(2, dossier.DocumentVersion);
    }

    [Fact]
    public void What_a_document_will_say_is_seen_without_doing_it()
    {
        var dossier = The.Drafted(nilaiTetap: false);
        var (lines, outcome) = (dossier.History.Count, dossier.Outcome);

        var after = dossier.After(d => d.Decide(The.Drawn, The.IssuedAgain, The.AtasanPejabatPenilai, Later(d)));

        Assert.Equal((2, lines + 1), (after.DocumentVersion, after.History.Count));
        Assert.NotEqual(outcome, after.Outcome);
        Assert.Equal((1, lines, outcome, 1), (
            dossier.DocumentVersion, dossier.History.Count, dossier.Outcome, dossier.Documents.Count));
        Assert.Equal(Substep.Keputusan, dossier.Substep);
    }

    [Fact]
    public void Where_nobody_stands_above_the_pejabat_penilai_decides_himself()
    {
        var dossier = Dossier.Open(
            The.AgreedPlan, The.Period, 0, The.Parties with { AtasanPejabatPenilai = null }, 1, The.Analis, The.Start);
        BringTo(dossier, Step.Sign);
        The.PrepareStep(dossier, Later(dossier));
        dossier.Object("Nilai kegiatan 2 tidak sesuai bukti.", The.Asn, Later(dossier));

        Assert.Equal((Substep.Keputusan, "atasan langsung (Drs. Hadi Saputra)"), (dossier.Substep, dossier.Performer(dossier.Row)));
        dossier.Draft(new DraftKeputusan(null, "Bukti mendukung nilai itu."), The.AtasanLangsung, Later(dossier));
        dossier.Decide(The.Drawn, The.IssuedAgain, The.AtasanLangsung, Later(dossier));

        Assert.Equal((Step.Sign, true), (dossier.Step, dossier.IsFinalByDecision));
    }

    [Fact]
    public void The_days_to_object_begin_when_the_result_is_opened_or_handed_over()
    {
        var opened = The.Dossier;
        BringTo(opened, Step.Sign);
        Assert.Null(opened.LastDayToObject);
        Assert.Equal(Needs.ResultDelivered.Sentence, Procedure.WhyNot(opened, Act.Complete, The.Asn, Later(opened))!.Sentence);
        Assert.NotNull(Procedure.WhyNot(opened, Act.Object, The.Asn, Later(opened)));

        opened.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, The.Asn, opened.StepSince.AddDays(3));
        Assert.Equal(Tanggal.DiWita(opened.StepSince).AddDays(17), opened.LastDayToObject);
        Assert.Equal(Needs.NotYetDelivered.Sentence, Procedure.WhyNot(opened, Act.Deliver, The.Asn, Later(opened))!.Sentence);

        var handed = The.Dossier;
        BringTo(handed, Step.Sign);
        var day = Tanggal.DiWita(handed.StepSince);
        handed.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, The.Sekretaris, handed.StepSince.AddDays(3), day, "Surat 12.");
        Assert.Equal((day.AddDays(14), The.Sekretaris.Nama), (handed.LastDayToObject!.Value, handed.ResultReceipt!.RecordedBy));
        Assert.Equal("Hasan Sekretaris (Sekretaris) mencatat bahwa hasil penilaian sudah diserahkan kepada ASN.", handed.History[^1].Sentence);

        var tooEarly = The.Dossier;
        BringTo(tooEarly, Step.Sign);
        foreach (var wrong in new[] { day.AddDays(-1), day.AddDays(4) })
        {
            Assert.Throws<ArgumentException>(() => tooEarly.Deliver(
                WorkingCalendar.WithoutHolidays, DayKind.Calendar, The.Sekretaris, tooEarly.StepSince.AddDays(3), wrong));
        }
    }

    [Fact]
    public void Whoever_keeps_the_right_to_object_may_still_object_or_not_until_its_last_day()
    {
        var reserved = The.DossierAt(Step.Sign);
        reserved.Acknowledge(The.Drawn, The.Asn, Later(reserved), berkeberatan: true);
        Assert.Equal((Step.Sign, Substep.MasaKeberatan), (reserved.Step, reserved.Substep));
        Assert.False(reserved.Lapse(The.Start.AddDays(10)));

        var objected = reserved.After(d => d.Object("Nilai kegiatan 2 keliru.", The.Asn, Later(d)));
        Assert.Equal(Substep.Tanggapan, objected.Substep);
        objected.Withdraw("Sudah dijelaskan.", The.Asn, Later(objected));
        Assert.Equal((Substep.MasaKeberatan, null), (objected.Substep, objected.Keberatan));

        var waived = reserved.After(d => d.Waive(The.Asn, Later(d)));
        Assert.Equal(Step.Duplicate, waived.Step);

        var lapsed = reserved.After(d => Assert.True(d.Lapse(Night(d.LastDayToObject!.Value))));
        Assert.Equal(Step.Duplicate, lapsed.Step);
        Assert.Equal("Masa keberatan berakhir tanpa keberatan; berkas diteruskan.", lapsed.History[^1].Sentence);
        Assert.Null(lapsed.History[^1].ActorId);

        var late = The.DossierAt(Step.Sign);
        late.Acknowledge(The.Drawn, The.Asn, Night(late.LastDayToObject!.Value), berkeberatan: true);
        Assert.Equal(Step.Duplicate, late.Step);
    }

    [Fact]
    public void An_objection_is_taken_back_before_it_is_answered_and_not_after()
    {
        var objected = The.Objected;
        objected.Withdraw("Sudah dijelaskan.", The.Asn, Later(objected));
        Assert.Equal((Substep.None, null), (objected.Substep, objected.Keberatan));
        objected.Object("Ternyata tetap keliru.", The.Asn, Later(objected));
        Assert.Equal(Substep.Tanggapan, objected.Substep);

        Assert.Equal(Needs.NotYetAnswered.Sentence, Procedure.WhyNot(
            The.Answered, Act.Withdraw, The.Asn, Later(The.Answered))!.Sentence);
    }

    [Fact]
    public void Silence_of_the_pejabat_penilai_does_not_stop_the_decision()
    {
        var dossier = The.Objected;
        Assert.False(dossier.Lapse(dossier.StepSince.AddDays(14).AddMinutes(-1)));

        Assert.True(dossier.Lapse(dossier.StepSince.AddDays(14)));

        Assert.Equal(Substep.Keputusan, dossier.Substep);
        Assert.Null(dossier.Keberatan!.Tanggapan);
        Assert.NotNull(Procedure.WhyNot(dossier, SopTable.Row(Step.Sign, Substep.Tanggapan), Act.Complete, The.AtasanLangsung, Later(dossier)));
    }

    [Fact]
    public void Silence_of_the_atasan_pejabat_penilai_passes_his_authority_on_once()
    {
        var higher = new Party(95, "Sekretaris Daerah", null, Domain.People.JenisAsn.Pns, null, "Sekretaris Daerah", "Kabupaten", true);
        var dossier = Dossier.Open(
            The.AgreedPlan, The.RatifiedPeriod, 0, The.Parties with { PejabatLebihTinggi = higher }, 1, The.Analis, The.Start);
        while (dossier.Substep == Substep.None)
        {
            The.PerformStep(dossier);
        }

        Assert.Equal(Substep.Pengesahan, dossier.Substep);
        Assert.True(dossier.Lapse(dossier.StepSince.AddDays(14)));
        Assert.Equal((95, null), (dossier.AtasanPejabatPenilaiId, dossier.PejabatLebihTinggiId));
        Assert.Equal("Dari Ir. Noor Aida kepada Sekretaris Daerah.", dossier.History[^1].Reason);
        Assert.False(dossier.Lapse(dossier.StepSince.AddDays(400)));
        Assert.NotNull(Procedure.WhyNot(dossier, Act.Complete, The.AtasanPejabatPenilai, Later(dossier)));
        dossier.Ratify(The.Drawn, The.Person(95, higher.Nama), Later(dossier));
        Assert.Equal(Step.Duplicate, dossier.Step);
    }

    [Fact]
    public void Who_neither_signs_nor_objects_gets_the_result_determined()
    {
        var dossier = The.DossierAt(Step.Sign);
        var last = dossier.LastDayToObject!.Value;
        Assert.True(dossier.Lapse(Night(last)));
        Assert.Equal((Substep.Penetapan, last), (dossier.Substep, dossier.PenetapanGround!.Date));
        Assert.NotNull(Procedure.WhyNot(dossier, Act.SendBack, The.AtasanPejabatPenilai, Later(dossier)));

        var (sheet, outcome) = (dossier.Sheet, dossier.Outcome);
        dossier.Determine(The.Drawn, The.IssuedAgain, The.AtasanPejabatPenilai, Later(dossier));

        Assert.Equal((Step.Duplicate, 2, true), (dossier.Step, dossier.DocumentVersion, dossier.IsDetermined));
        Assert.Equal((sheet, outcome), (dossier.Sheet, dossier.Outcome));
        dossier.MakeCopy("Arsip", The.Sekretaris, Later(dossier));
        dossier.Complete(Step.Duplicate, The.Sekretaris, Later(dossier));
        Assert.Equal(Step.Archive, dossier.Step);

        var decided = The.Decided(nilaiTetap: true);
        Assert.True(decided.Lapse(Night(decided.LastDayToSign!.Value)));
        Assert.Equal(Substep.Penetapan, decided.Substep);
    }

    [Fact]
    public void An_ending_is_proposed_by_one_and_confirmed_by_another()
    {
        var ground = new PenetapanGround(
            PenetapanReason.Died, new(2021, 1, 4), "Meninggal karena sakit.", The.Evidence("surat"), The.Kasubbag.Nama);
        var dossier = The.DossierAt(Step.Sign);
        foreach (var other in new[] { The.Asn, The.AtasanLangsung, The.AtasanPejabatPenilai, The.Analis, The.KepalaDinas, The.Outsider })
        {
            Assert.Throws<InvalidOperationException>(() => dossier.Propose(ground, other, Later(dossier)));
        }

        Assert.Throws<ArgumentException>(() => dossier.Propose(ground with { File = null }, The.Kasubbag, Later(dossier)));
        Assert.Throws<ArgumentException>(
            () => dossier.Propose(ground with { Reason = PenetapanReason.Unsigned }, The.Kasubbag, Later(dossier)));
        dossier.Propose(ground, The.Kasubbag, Later(dossier));
        var both = The.Person(The.AtasanPejabatPenilaiId, "x", Role.Kasubbag);

        var back = dossier.After(d => d.SendBack(d.Row, "Suratnya belum lengkap.", The.AtasanPejabatPenilai, Later(d)));
        Assert.Equal((Step.Sign, Substep.None, null), (back.Step, back.Substep, back.PenetapanGround));
        var own = The.DossierAt(Step.Sign);
        Assert.Contains("minta Kasubbag atau Sekretaris yang lain",
            Procedure.WhyNot(own, Act.Propose, both, Later(own))!.Sentence, StringComparison.Ordinal);
        dossier.Determine(The.Drawn, The.IssuedAgain, The.AtasanPejabatPenilai, Later(dossier));
        Assert.Equal("Pegawai meninggal dunia pada 4 Januari 2021. Hasil ditetapkan tanpa tanda tangan pegawai.",
            PenetapanTable.AtSignature(dossier.PenetapanGround!));
    }

    [Theory]
    [InlineData(PenetapanReason.Refused)]
    [InlineData(PenetapanReason.WithoutAccount)]
    [InlineData(PenetapanReason.Retired)]
    [InlineData(PenetapanReason.Transferred)]
    [InlineData(PenetapanReason.Left)]
    public void Who_does_not_sign_keeps_the_right_to_object_until_its_last_day(PenetapanReason reason)
    {
        var dossier = The.Proposed(reason);
        var last = dossier.LastDayToObject!.Value;
        var evening = Night(last).AddHours(-6);

        Assert.Equal(last, Tanggal.DiWita(evening));
        Assert.Contains("masih dapat mengajukan keberatan",
            Procedure.WhyNot(dossier, Act.Complete, The.AtasanPejabatPenilai, evening)!.Sentence, StringComparison.Ordinal);
        var objected = dossier.After(d => d.Object("Nilai kualitas tidak sesuai bukti.", The.Asn, evening));
        Assert.Equal((Substep.Tanggapan, null), (objected.Substep, objected.PenetapanGround));

        // The authority passes on only after the one who had it could have acted.
        Assert.False(dossier.After(d => d.Lapse(d.StepSince.AddDays(15))).History[^1].Move == Move.Passed);
        var morning = Night(last);
        Assert.NotNull(Procedure.WhyNot(dossier, Act.Object, The.Asn, morning));
        dossier.Determine(The.Drawn, The.IssuedAgain, The.AtasanPejabatPenilai, morning);
        Assert.Equal(Step.Duplicate, dossier.Step);
    }

    [Fact]
    public void The_days_to_object_begin_with_the_receipt_also_while_a_determination_waits()
    {
        var higher = new Party(95, "Sekretaris Daerah", null, Domain.People.JenisAsn.Pns, null, "Sekretaris Daerah", "Kabupaten", true);
        var dossier = Dossier.Open(
            The.AgreedPlan, The.Period, 0, The.Parties with { PejabatLebihTinggi = higher }, 1, The.Analis, The.Start);
        while (dossier.Step < Step.Sign)
        {
            The.PerformStep(dossier);
        }

        var now = Later(dossier);
        dossier.Propose(new(PenetapanReason.Retired, Tanggal.DiWita(now), "SK", The.Evidence("sk"), The.Kasubbag.Nama), The.Kasubbag, now);

        Assert.Null(dossier.DueBy(now.AddDays(90)));
        Assert.Contains("masa keberatan pegawai belum berjalan",
            Procedure.WhyNot(dossier, Act.Complete, The.AtasanPejabatPenilai, now.AddDays(90))!.Sentence, StringComparison.Ordinal);
        Assert.Null(Procedure.WhyNot(dossier, Act.Deliver, The.Sekretaris, now.AddDays(3)));
        dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, The.Asn, now.AddDays(3));
        Assert.Equal((Substep.Penetapan, Tanggal.DiWita(now).AddDays(17)), (dossier.Substep, dossier.LastDayToObject));
        Assert.Null(Procedure.WhyNot(dossier, Act.Object, The.Asn, now.AddDays(16)));
        // The authority passes from nobody who could not have used it, and 14 days after he could.
        Assert.Null(dossier.DueBy(now.AddDays(30)));
        Assert.Equal(Move.Passed, dossier.DueBy(now.AddDays(33))?.Move);
        Assert.NotNull(Procedure.WhyNot(dossier, Act.Complete, The.AtasanPejabatPenilai, now.AddDays(16)));
        Assert.Null(Procedure.WhyNot(dossier, Act.Complete, The.AtasanPejabatPenilai, now.AddDays(18)));

        // After a decision he has his days to sign, whoever says that he refuses; then time brings it about.
        var decided = The.Decided(nilaiTetap: false);
        Assert.Contains("menunggu penetapan dengan sendirinya", PenetapanTable.WhyNot(
            decided, PenetapanReason.Refused, decided.IssuedOn, Later(decided)), StringComparison.Ordinal);
        Assert.Null(PenetapanTable.WhyNot(decided, PenetapanReason.Died, decided.IssuedOn, Later(decided)));
    }

    [Fact]
    public void An_ending_fits_the_result_that_it_ends()
    {
        var dossier = The.Approved();
        var (now, today) = (Later(dossier), Tanggal.DiWita(Later(dossier)));
        string? Why(PenetapanReason reason, DateOnly day) => PenetapanTable.WhyNot(dossier, reason, day, now);

        Assert.Contains("Penerimaan hasil belum tercatat", Why(PenetapanReason.Refused, today), StringComparison.Ordinal);
        Assert.Contains("Penerimaan hasil belum tercatat", Why(PenetapanReason.WithoutAccount, today), StringComparison.Ordinal);
        Assert.Null(Why(PenetapanReason.Died, today));
        Assert.Null(Why(PenetapanReason.Retired, dossier.Mulai));
        Assert.Equal("Tanggal kejadian untuk “Pensiun” harus antara 1 Januari 2020 dan hari ini.",
            Why(PenetapanReason.Retired, dossier.Mulai.AddDays(-1)));
        Assert.NotNull(Why(PenetapanReason.Died, today.AddDays(1)));

        The.PrepareStep(dossier, now);
        Assert.Null(Why(PenetapanReason.Refused, today));
        Assert.NotNull(Why(PenetapanReason.Refused, today.AddDays(-1)));
    }

    [Fact]
    public void A_pengesahan_is_refused_with_a_reason_back_to_the_pejabat_penilai()
    {
        var dossier = The.Received;
        var outcome = dossier.Outcome!;

        dossier.SendBack(dossier.Row, "Kualitas kegiatan 1 tidak didukung bukti.", The.AtasanPejabatPenilai, Later(dossier));

        Assert.Equal((Step.Validate, null, null), (dossier.Step, dossier.Outcome, dossier.LastDayToObject));
        Assert.Equal((1, outcome, Move.SentBack), (dossier.Replaced!.Version, dossier.Replaced.Outcome, dossier.Replaced.Why));
        dossier.Approve(The.Drawn, The.IssuedAgain, The.AtasanLangsung, Later(dossier));
        Assert.Equal((2, true), (dossier.DocumentVersion, dossier.AsksPengesahan));
        Assert.Null(dossier.Acknowledged);
        Assert.Null(Procedure.WhyNot(dossier, Act.Deliver, The.Asn, Later(dossier)));
    }

    [Fact]
    public void Where_pengesahan_applies_the_dossier_waits_for_it_before_it_is_copied()
    {
        var dossier = Dossier.Open(The.AgreedPlan, The.RatifiedPeriod, 0, The.Parties, 1, The.Analis, The.Start);
        BringTo(dossier, Step.Sign);
        The.PrepareStep(dossier, Later(dossier));
        Assert.True(dossier.AsksPengesahan);

        dossier.Acknowledge(The.Drawn, The.Asn, Later(dossier));

        Assert.Equal((Step.Sign, Substep.Pengesahan), (dossier.Step, dossier.Substep));
        Assert.Equal("atasan pejabat penilai (Ir. Noor Aida)", dossier.Performer(dossier.Row));
        Assert.Equal(The.Asn.Nama, dossier.Acknowledged!.ActorNama);
        Assert.Throws<InvalidOperationException>(() => dossier.Object("Terlambat sudah.", The.Asn, Later(dossier)));
        foreach (var other in new[] { The.Asn, The.AtasanLangsung, The.Sekretaris, The.KepalaDinas, The.Outsider })
        {
            Assert.Throws<InvalidOperationException>(() => dossier.Ratify(The.Drawn, other, Later(dossier)));
        }

        dossier.Ratify(The.Drawn, The.AtasanPejabatPenilai, Later(dossier));

        Assert.Equal((Step.Duplicate, Substep.None), (dossier.Step, dossier.Substep));
        Assert.Equal([DocumentKind.Approved, DocumentKind.Final, DocumentKind.Ratified], dossier.Documents.Select(d => d.Kind));
        Assert.Equal(The.AtasanPejabatPenilai.Nama, dossier.Ratified!.ActorNama);
        Assert.Equal(The.Asn.Nama, dossier.Finished(Step.Sign)!.ActorNama);
    }

    [Fact]
    public void On_paper_nothing_is_left_to_be_ratified_here()
    {
        var dossier = Dossier.Open(The.AgreedPlan, The.RatifiedPeriod, 0, The.Parties, 1, The.Analis, The.Start);
        BringTo(dossier, Step.Validate);
        dossier.Rate(The.Rated(dossier.Sheet).Given, The.AtasanLangsung, Later(dossier));
        dossier.Approve(The.Drawn, new("CCCCCCCCCCCC", SigningMode.WetInk), The.AtasanLangsung, Later(dossier));

        Assert.False(dossier.AsksPengesahan);
    }

    [Fact]
    public void Every_substep_refuses_everybody_but_its_performer_and_every_other_moment()
    {
        (Func<Dossier> At, Substep Substep, Action<Dossier, Actor> Verb)[] rows =
        [
            (() => The.Objected, Substep.Tanggapan, (d, a) => d.Answer("x", a, Later(d))),
            (() => The.Drafted(nilaiTetap: true), Substep.Keputusan, (d, a) => d.Decide(The.Drawn, The.IssuedAgain, a, Later(d))),
            (() => The.Received, Substep.Pengesahan, (d, a) => d.Ratify(The.Drawn, a, Later(d))),
            (() => The.Unsigned, Substep.Penetapan, (d, a) => d.Determine(The.Drawn, The.IssuedAgain, a, Later(d))),
        ];
        Actor[] everybody =
            [The.Asn, The.AtasanLangsung, The.AtasanPejabatPenilai, The.Analis, The.Kasubbag, The.Sekretaris, The.KepalaDinas,
                The.Administrator, The.Outsider];
        foreach (var (at, substep, verb) in rows)
        {
            var row = SopTable.Row(Step.Sign, substep);
            foreach (var actor in everybody)
            {
                var dossier = at();
                var isPerformer = Procedure.Capacities(dossier, actor, Later(dossier)).Contains(row.Pelaksana);
                Assert.Equal(isPerformer, Record.Exception(() => verb(dossier, actor)) is null);
                Assert.Equal(isPerformer, Procedure.WhyNot(at(), row, Act.Complete, actor, Later(at())) is null);
            }

            foreach (var step in The.Steps)
            {
                var elsewhere = The.PreparedAt(step);
                Assert.Throws<InvalidOperationException>(
                    () => verb(elsewhere, row.Pelaksana == Role.AtasanLangsung ? The.AtasanLangsung : The.AtasanPejabatPenilai));
            }
        }
    }

    [Fact]
    public void The_parties_read_an_objection_also_while_the_result_is_open_again_and_clerks_never()
    {
        foreach (var dossier in new[] { The.Objected, The.Answered, The.Decided(nilaiTetap: false) })
        {
            Assert.All(
                [The.Asn, The.AtasanLangsung, The.AtasanPejabatPenilai, The.KepalaDinas],
                a => Assert.Null(Procedure.WhyNot(dossier, Act.ViewObjection, a, Later(dossier))));
            Assert.All(
                [The.Analis, The.Kasubbag, The.Sekretaris, The.Administrator, The.Outsider],
                a => Assert.NotNull(Procedure.WhyNot(dossier, Act.ViewObjection, a, Later(dossier))));
        }

        Assert.NotNull(Procedure.WhyNot(The.DossierAt(Step.Sign), Act.ViewObjection, The.Asn, The.Start));
    }

    [Theory]
    [InlineData("0123-4567-89AB", "0123456789AB")]
    [InlineData(" o123 4567 89ab ", "0123456789AB")]
    [InlineData("ilO1-0000-ZZZZ", "11010000ZZZZ")]
    [InlineData("0123-4567-89AB.", "0123456789AB")]
    [InlineData("(0123-4567-89AB),", "0123456789AB")]
    [InlineData("“0123-4567-89AB”", "0123456789AB")]
    [InlineData("0123–4567–89AB", "0123456789AB")]
    [InlineData("0123—4567‑89AB", "0123456789AB")]
    [InlineData("0123−4567−89AB", "0123456789AB")]
    [InlineData("0123\u00ad4567\u00ad89AB", "0123456789AB")]
    [InlineData("\u200b0123-4567\ufeff-89AB\u2060", "0123456789AB")]
    [InlineData("\u202a0123-4567-89AB\u202c", "0123456789AB")]
    [InlineData("0123\u00a04567\u202f89AB", "0123456789AB")]
    [InlineData("0123-4567-\r\n89AB", "0123456789AB")]
    [InlineData("0123\t4567\t89AB", "0123456789AB")]
    [InlineData("http://127.0.0.1:5080/periksa/0123-4567-89AB", "0123456789AB")]
    [InlineData("https://skp.balangankab.go.id/periksa/0123-4567-89ab.", "0123456789AB")]
    [InlineData("<https://skp.example/periksa/0123-4567-89AB>", "0123456789AB")]
    [InlineData("https://skp.example/Periksa/0123-4567-89AB/?utm=1#a", "0123456789AB")]
    [InlineData("https://skp.example/periksa/0123–4567–89AB", "0123456789AB")]
    [InlineData("https://skp.example/sop/periksa/0123-4567-\r\n89AB", "0123456789AB")]
    [InlineData("periksa di https://skp.example/periksa/0123-4567-89AB atau pindai", "0123456789AB")]
    [InlineData("Kode verifikasi 0123-4567-89AB. Dokumen ini sah.", "0123456789AB")]
    [InlineData("Kode verifikasi: 0123-4567-89AB", "0123456789AB")]
    [InlineData("Kode verifikasi : 0123-4567-89AB", "0123456789AB")]
    [InlineData("kode: 0123-4567-89AB", "0123456789AB")]
    [InlineData("KODE = 0123 4567 89AB (lembar 1)", "0123456789AB")]
    [InlineData("0123-4567-89AB, lembar 1", "0123456789AB")]
    [InlineData("0123-4567-89AB; lihat lembar 2", "0123456789AB")]
    [InlineData("https://skp.example/periksa/0123%2D4567%2D89AB", "0123456789AB")]
    [InlineData("https://skp.example/periksa/0123%E2%80%934567%20-89AB", "0123456789AB")]
    [InlineData("０１２３－４５６７－８９ＡＢ", "0123456789AB")]
    [InlineData("kode 0123-4567-89ABC", null)]
    [InlineData("lembar 0123-4567-89AB-CD, x", null)]
    [InlineData("%", null)]
    [InlineData("https://skp.example/periksa/0123-4567-89ABC", null)]
    [InlineData("https://skp.example/periksa/", null)]
    [InlineData("https://skp.example/0123-4567-89AB", null)]
    [InlineData("0123-4567-89AU.", null)]
    [InlineData("٠١٢٣-4567-89AB", null)]
    [InlineData("0123456789A", null)]
    [InlineData("0123456789ABC", null)]
    [InlineData("0123456789AU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, VerificationCode.Parse(typed));

    [Fact]
    public void A_code_uses_five_bits_of_each_byte()
    {
        Assert.Equal("0123ZYX0Z000", VerificationCode.From([0, 1, 2, 3, 31, 30, 29, 32, 255, 64, 96, 128]));
        Assert.Equal("0123-4567-89AB", VerificationCode.Tampil("0123456789AB"));
        Assert.Throws<ArgumentException>(() => VerificationCode.From([1, 2, 3]));
    }

    private static void BringTo(Dossier dossier, Step step)
    {
        while (dossier.Step < step)
        {
            The.PerformStep(dossier);
        }
    }

    /// <summary>The first minute after a day, in Paringin.</summary>
    private static DateTimeOffset Night(DateOnly day) => new(day.AddDays(1).ToDateTime(default), Tanggal.Wita);

    private static DateTimeOffset Later(Dossier dossier) => dossier.StepSince.AddHours(1);
}
