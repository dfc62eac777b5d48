using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

public sealed class DossierTests
{
    [Fact]
    public void The_whole_way_leaves_a_closed_dossier_and_a_history_that_can_be_read_aloud()
    {
        var dossier = The.Closed;

        Assert.Equal(Enumerable.Range(1, 13), dossier.History.Select(h => h.No));
        Assert.Equal(
            [
                "Budi Analis (Analis) membuka berkas dari SKP yang sudah disetujui.",
                "Budi Analis (Analis) menyelesaikan langkah 1 (Pengumpulan); berkas diteruskan ke langkah 2 (Pemeriksaan).",
                "Rina Kasubbag (Kasubbag) mulai mengerjakan langkah 2 (Pemeriksaan).",
                "Rina Kasubbag (Kasubbag) menyelesaikan langkah 2 (Pemeriksaan); berkas diteruskan ke langkah 3 (Penginputan).",
                "Budi Analis (Analis) mulai mengerjakan langkah 3 (Penginputan).",
                "Budi Analis (Analis) menyelesaikan langkah 3 (Penginputan); berkas diteruskan ke langkah 4 (Validasi dan penilaian).",
                "Drs. Hadi Saputra (atasan langsung) mulai mengerjakan langkah 4 (Validasi dan penilaian).",
                "Drs. Hadi Saputra (atasan langsung) menyelesaikan langkah 4 (Validasi dan penilaian); berkas diteruskan ke langkah 5 "
                + "(Penandatanganan).",
                "Siti Rahmah, S.Kom. (ASN yang dinilai) membuka hasil penilaian, dan dengan itu menerimanya.",
                "Siti Rahmah, S.Kom. (ASN yang dinilai) menyelesaikan langkah 5 (Penandatanganan); berkas diteruskan ke langkah 6 "
                + "(Penggandaan).",
                "Hasan Sekretaris (Sekretaris) mulai mengerjakan langkah 6 (Penggandaan).",
                "Hasan Sekretaris (Sekretaris) menyelesaikan langkah 6 (Penggandaan); berkas diteruskan ke langkah 7 (Pengarsipan).",
                "Hasan Sekretaris (Sekretaris) mengarsipkan dokumen dan menutup berkas.",
            ],
            dossier.History.Select(h => h.Sentence));
        Assert.Equal("4 Januari 2021 pukul 09.00 WITA", dossier.History[0].When);
        Assert.Equal([DocumentKind.Approved, DocumentKind.Final], dossier.Documents.Select(d => d.Kind));
        Assert.All(dossier.Documents, d => Assert.Equal(d.Content!.Bytes.Length, d.Size));
        Assert.Equal(1, Assert.Single(dossier.Copies).No);
        Assert.NotNull(dossier.ClosedAt);
        Assert.All(The.Steps, step => Assert.Equal(step, dossier.Finished(step)!.From));
    }

    [Fact]
    public void Every_act_counts_also_where_it_only_adds_a_row_or_changes_nothing()
    {
        foreach (var step in new[] { Step.Collect, Step.Check, Step.Input, Step.Validate, Step.Duplicate })
        {
            var dossier = The.PreparedAt(step);
            var before = dossier.Acts;

            The.PrepareStep(dossier, dossier.StepSince);

            Assert.True(dossier.Acts > before, $"{step}: {before}");
        }

        var closed = The.DossierAt(Step.Archive);
        var acts = closed.Acts;
        The.PerformStep(closed);
        Assert.True(closed.Acts > acts);
    }

    [Fact]
    public void Approval_fixes_the_result_and_the_window_for_objections()
    {
        var dossier = The.DossierAt(Step.Sign);

        // (100 + 90 + 76) / 3 twice and (100 + 90 + 76 + 76) / 4 once, one task: 88.61 × 60 % + 80 × 40 %.
        Assert.Equal(new(85.17m, "Baik"), dossier.Outcome);
        Assert.Equal(new DateOnly(2021, 1, 18), dossier.LastDayToObject);
        Assert.Equal(DocumentKind.Approved, Assert.Single(dossier.Documents).Kind);
    }

    [Theory]
    [InlineData(Step.Check, Step.Collect)]
    [InlineData(Step.Input, Step.Collect)]
    [InlineData(Step.Validate, Step.Input)]
    public void A_dossier_goes_back_with_a_reason_and_comes_forward_again(Step from, Step to)
    {
        var dossier = The.DossierAt(from);
        var now = dossier.StepSince.AddHours(2);

        dossier.SendBack(from, "Bukti kegiatan 2 kurang.", The.Performer(from), now);

        Assert.Equal(to, dossier.Step);
        Assert.Equal(now, dossier.StepSince);
        Assert.Equal("Bukti kegiatan 2 kurang.", dossier.SentBackHere!.Reason);
        Assert.Null(dossier.Finished(to));
        Assert.Null(dossier.Finished(from));
        Assert.Equal(to > Step.Check, dossier.Checklist is not null);

        The.PerformStep(dossier);

        Assert.Null(dossier.SentBackHere);
        Assert.NotNull(dossier.Finished(to));
        while (dossier.ClosedAt is null)
        {
            The.PerformStep(dossier);
        }

        Assert.Equal(Enumerable.Range(1, dossier.History.Count), dossier.History.Select(h => h.No));
        Assert.Contains("mengembalikan berkas dari langkah "
            + (int)from, dossier.History.Single(h => h.Move == Move.SentBack).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Step.Collect)]
    [InlineData(Step.Sign)]
    [InlineData(Step.Duplicate)]
    [InlineData(Step.Archive)]
    public void There_is_no_way_back_from_the_other_steps(Step step)
    {
        var dossier = The.DossierAt(step);

        Assert.Throws<InvalidOperationException>(() => dossier.SendBack(step, "x", The.Performer(step), dossier.StepSince));
        Assert.Equal(step, dossier.Step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_goes_back_and_nobody_objects_without_words(string reason)
    {
        var (check, sign) = (The.DossierAt(Step.Check), The.DossierAt(Step.Sign));

        Assert.Throws<ArgumentException>(() => check.SendBack(Step.Check, reason, The.Kasubbag, check.StepSince));
        Assert.Throws<ArgumentException>(() => sign.Object(reason, The.Asn, sign.StepSince));
        Assert.Equal(Step.Check, check.Step);
        Assert.Null(sign.Keberatan);
    }

    [Fact]
    public void Each_step_names_what_is_missing_in_the_order_of_the_form()
    {
        var dossier = The.Dossier;
        AssertMissing(dossier, "Penerimaan formulir");
        dossier.Receive(new("Siti", new(2021, 1, 4), null), The.Analis, The.Start);
        AssertMissing(dossier, "Formulir kinerja atau bukti dukung");
        dossier.AddEvidence(The.Evidence("a"), The.Analis, The.Start);
        AssertMissing(dossier, null);
        dossier.RemoveEvidence("a", The.Analis, The.Start);
        AssertMissing(dossier, "Formulir kinerja atau bukti dukung");

        AssertMissing(The.DossierAt(Step.Check), "Daftar periksa");
        AssertMissing(The.DossierAt(Step.Input), "Realisasi belum lengkap");
        AssertMissing(The.DossierAt(Step.Validate), "Penilaian belum lengkap");
        AssertMissing(The.DossierAt(Step.Sign), null);
        AssertMissing(The.DossierAt(Step.Duplicate), "Belum ada salinan");
        AssertMissing(The.DossierAt(Step.Archive), "Tempat simpan");
    }

    [Fact]
    public void A_checklist_must_tick_every_kegiatan_of_the_sheet()
    {
        var dossier = The.DossierAt(Step.Check);

        dossier.Tick(The.Ticked with { Kegiatan = [true] }, The.Kasubbag, dossier.StepSince);
        AssertMissing(dossier, "Daftar periksa");
        dossier.Tick(The.Ticked with { Kegiatan = [true, false, true] }, The.Kasubbag, dossier.StepSince);
        AssertMissing(dossier, "Daftar periksa");
        dossier.Tick(The.Ticked, The.Kasubbag, dossier.StepSince);
        AssertMissing(dossier, null);
    }

    [Fact]
    public void The_analis_types_realisasi_and_nothing_else()
    {
        var dossier = The.DossierAt(Step.Input);
        var before = (Pp46Sheet)dossier.Sheet;
        var typed = The.TypedIn(before);

        dossier.TypeIn(
            (typed with
            {
                Kegiatan = [.. typed.Kegiatan.Select(
                    k => k with { Target = k.Target with { Kuantitas = 1 }, Realisasi = k.Realisasi with { Kualitas = 100 } })],
                Perilaku = new(100, 100, 100, 100, 100, 100),
                Struktural = true,
                KondisiPenyebab = "Banjir",
                Rekomendasi = "Naik pangkat",
            }).Typed,
            The.Analis, dossier.StepSince);

        var after = (Pp46Sheet)dossier.Sheet;
        Assert.Equal(before.Kegiatan.Select(k => k.Target), after.Kegiatan.Select(k => k.Target));
        Assert.Equal(typed.Kegiatan.Select(k => k.Realisasi), after.Kegiatan.Select(k => k.Realisasi));
        Assert.Equal(typed.TugasTambahan, after.TugasTambahan);
        Assert.Equal(
            (PerilakuKerja.Empty, false, null, null), (after.Perilaku, after.Struktural, after.KondisiPenyebab, after.Rekomendasi));
    }

    [Fact]
    public void The_atasan_gives_scores_and_nothing_else()
    {
        var dossier = The.DossierAt(Step.Validate);
        var before = (Pp46Sheet)dossier.Sheet;
        var rated = The.Rated(before);

        dossier.Rate(
            (rated with
            {
                Kegiatan = [.. rated.Kegiatan.Select(k => k with { Realisasi = k.Realisasi with { Kuantitas = 999 } })],
                TugasTambahan = [],
                Kreativitas = [new("x", ManfaatKreativitas.Negara, null)],
                KondisiPenyebab = "Anggaran pelatihan dialihkan.",
                Rekomendasi = "Pelatihan",
            }).Given,
            The.AtasanLangsung, dossier.StepSince);

        var after = (Pp46Sheet)dossier.Sheet;
        Assert.Equal(rated.Kegiatan.Select(k => k.Realisasi), after.Kegiatan.Select(k => k.Realisasi));
        Assert.Equal(before.TugasTambahan, after.TugasTambahan);
        Assert.Empty(after.Kreativitas);
        Assert.Equal(rated.Perilaku, after.Perilaku);
        Assert.Equal(("Anggaran pelatihan dialihkan.", "Pelatihan"), (after.KondisiPenyebab, after.Rekomendasi));
    }

    [Fact]
    public void A_sheet_with_other_kegiatan_is_not_taken()
    {
        var dossier = The.DossierAt(Step.Input);
        var fewer = The.TypedIn(dossier.Sheet) with { Kegiatan = [] };

        Assert.Throws<ArgumentException>(() => dossier.TypeIn(fewer.Typed, The.Analis, dossier.StepSince));
        Assert.Throws<ArgumentException>(() => dossier.Sheet.With(fewer.Given));
    }

    [Theory]
    [InlineData(Step.Validate)]
    [InlineData(Step.Sign)]
    [InlineData(Step.Archive)]
    public void A_step_with_a_verb_of_its_own_is_not_finished_by_the_plain_one(Step step)
    {
        var dossier = The.PreparedAt(step);

        Assert.Throws<ArgumentException>(() => dossier.Complete(step, The.Performer(step), dossier.StepSince));
        Assert.Equal(step, dossier.Step);
    }

    [Fact]
    public void Every_verb_throws_for_everybody_but_its_performer()
    {
        Actor[] everybody =
        [
            The.Asn, The.AtasanLangsung, The.AtasanPejabatPenilai, The.Analis, The.Kasubbag, The.Sekretaris, The.KepalaDinas,
            The.Administrator, The.Outsider,
        ];
        (Step Step, Action<Dossier, Actor, DateTimeOffset> Verb)[] verbs =
        [
            (Step.Collect, (d, a, now) => d.Receive(new("x", new(2021, 1, 4), null), a, now)),
            (Step.Collect, (d, a, now) => d.AddEvidence(The.Evidence("b"), a, now)),
            (Step.Collect, (d, a, now) => d.RemoveEvidence("a", a, now)),
            (Step.Collect, (d, a, now) => d.Complete(Step.Collect, a, now)),
            (Step.Check, (d, a, now) => d.Tick(The.Ticked, a, now)),
            (Step.Check, (d, a, now) => d.Complete(Step.Check, a, now)),
            (Step.Check, (d, a, now) => d.SendBack(Step.Check, "x", a, now)),
            (Step.Input, (d, a, now) => d.TypeIn(The.TypedIn(d.Sheet).Typed, a, now)),
            (Step.Input, (d, a, now) => d.Complete(Step.Input, a, now)),
            (Step.Validate, (d, a, now) => d.Rate(The.Rated(d.Sheet).Given, a, now)),
            (Step.Validate, (d, a, now) => d.Approve(The.Drawn, The.Issued, a, now)),
            (Step.Sign, (d, a, now) => d.Acknowledge(The.Drawn, a, now)),
            (Step.Sign, (d, a, now) => d.Object("x", a, now)),
            (Step.Duplicate, (d, a, now) => d.MakeCopy("x", a, now)),
            (Step.Duplicate, (d, a, now) => d.Complete(Step.Duplicate, a, now)),
            (Step.Archive, (d, a, now) => d.Archive(The.ArchiveRecord, a, now)),
        ];

        foreach (var (step, verb) in verbs)
        {
            foreach (var actor in everybody.Where(a => a != The.Performer(step)))
            {
                var dossier = The.PreparedAt(step);
                var moves = dossier.History.Count;
                Assert.Throws<InvalidOperationException>(() => verb(dossier, actor, dossier.StepSince.AddHours(1)));
                Assert.Equal((step, moves), (dossier.Step, dossier.History.Count));
            }

            foreach (var other in The.Steps.Where(s => s != step))
            {
                var dossier = The.PreparedAt(other);
                Assert.Throws<InvalidOperationException>(() => verb(dossier, The.Performer(step), dossier.StepSince.AddHours(1)));
                Assert.Equal(other, dossier.Step);
            }

            var right = The.PreparedAt(step);
            verb(right, The.Performer(step), right.StepSince.AddHours(1));
        }
    }

    [Fact]
    public void Who_acted_as_analis_does_not_check_and_who_checked_does_not_type()
    {
        var both = The.Person(The.Analis.PegawaiId, "x", Role.Analis, Role.Kasubbag);
        var check = The.PreparedAt(Step.Check);
        Assert.Throws<InvalidOperationException>(() => check.Complete(Step.Check, both, check.StepSince));

        var kasubbag = The.Person(The.Kasubbag.PegawaiId, "x", Role.Analis, Role.Kasubbag);
        var input = The.DossierAt(Step.Input);
        Assert.Throws<InvalidOperationException>(() => input.TypeIn(The.TypedIn(input.Sheet).Typed, kasubbag, input.StepSince));
    }

    [Fact]
    public void An_objection_stops_the_dossier()
    {
        var dossier = The.Objected;

        Assert.Equal(Step.Sign, dossier.Step);
        Assert.Equal("Siti Rahmah, S.Kom. (ASN yang dinilai) mengajukan keberatan atas hasil penilaian.", dossier.History[^1].Sentence);
        Assert.Throws<InvalidOperationException>(() => dossier.Acknowledge(The.Drawn, The.Asn, dossier.StepSince.AddDays(1)));
        Assert.Throws<InvalidOperationException>(() => dossier.Object("lagi", The.Asn, dossier.StepSince.AddDays(1)));
    }

    [Fact]
    public void An_objection_is_in_time_until_the_last_minute_of_the_last_day_in_Paringin()
    {
        var lastMinute = new DateTimeOffset(2021, 1, 18, 23, 59, 0, Tanggal.Wita);

        The.DossierAt(Step.Sign).Object("Alasan.", The.Asn, lastMinute.ToUniversalTime());

        var late = The.DossierAt(Step.Sign);
        Assert.Throws<InvalidOperationException>(() => late.Object("Alasan.", The.Asn, lastMinute.AddMinutes(1)));
        late.Acknowledge(The.Drawn, The.Asn, lastMinute.AddMinutes(1));
        Assert.Equal(Step.Duplicate, late.Step);
    }

    [Fact]
    public void A_dossier_is_opened_only_by_an_analis_from_an_agreed_plan_of_somebody_else()
    {
        var draft = new Plan(1, The.AsnId, The.AtasanId, The.Targets, The.Asn, The.Start);

        Assert.Equal(RefusalKind.Conflict, Dossier.WhyNotOpen(draft, The.Analis)!.Kind);
        Assert.Equal(RefusalKind.Forbidden, Dossier.WhyNotOpen(The.AgreedPlan, The.Kasubbag)!.Kind);
        Assert.Equal(RefusalKind.Forbidden, Dossier.WhyNotOpen(The.AgreedPlan, The.Person(The.AsnId, "x", Role.Analis))!.Kind);
        Assert.Equal(RefusalKind.Forbidden, Dossier.WhyNotOpen(The.AgreedPlan, The.Person(null, "x", Role.Analis))!.Kind);
        Assert.Null(Dossier.WhyNotOpen(The.AgreedPlan, The.Analis));
        Assert.Throws<InvalidOperationException>(() => Dossier.Open(draft, The.Period, 0, The.Parties, 1, The.Analis, The.Start));
    }

    [Fact]
    public void A_dossier_is_of_the_owner_of_the_plan_and_nobody_rates_himself()
    {
        var stranger = The.Parties with { Asn = The.Parties.Asn with { PegawaiId = 99 } };
        var self = The.Parties with { AtasanLangsung = The.Parties.Asn };
        var selfAbove = The.Parties with { AtasanPejabatPenilai = The.Parties.Asn };

        foreach (var parties in new[] { stranger, self, selfAbove })
        {
            Assert.Throws<ArgumentException>(() => Dossier.Open(The.AgreedPlan, The.Period, 0, parties, 1, The.Analis, The.Start));
        }
    }

    private static void AssertMissing(Dossier dossier, string? sentence)
    {
        var refusal = Procedure.WhyNot(dossier, dossier.Step, Act.Complete, The.Performer(dossier.Step), dossier.StepSince);
        if (sentence is null)
        {
            Assert.Null(refusal);
            return;
        }

        Assert.Equal(RefusalKind.Incomplete, refusal!.Kind);
        Assert.StartsWith(sentence, refusal.Sentence, StringComparison.Ordinal);
    }
}
