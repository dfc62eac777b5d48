using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

public sealed class PartsTests
{
    [Fact]
    public void A_checklist_is_complete_when_every_question_and_every_kegiatan_is_ticked()
    {
        bool[] all = [.. Checklist.GeneralQuestions.Select(_ => true)];

        Assert.True(new Checklist(all, [true, true], null).IsComplete);
        Assert.False(new Checklist(all[1..], [true], null).IsComplete);
        Assert.False(new Checklist([.. all, true], [true], null).IsComplete);
        Assert.False(new Checklist([false, .. all[1..]], [true], null).IsComplete);
        // The SKP of who studies has no kegiatan; whether all were ticked is asked beside it.
        Assert.True(new Checklist(all, [], null).IsComplete);
        Assert.False(new Checklist(all, [true, false], null).IsComplete);
    }

    [Fact]
    public void A_stage_is_a_step_and_its_part_and_leads_back_to_the_row()
    {
        var rows = SopTable.Rows.Concat(SopTable.Substeps).ToList();

        Assert.All(rows, row => Assert.Same(row, SopTable.RowAt(row.Stage)));
        Assert.Equal(rows.Count, rows.Select(r => r.Stage).Distinct().Count());
        Assert.Equal(53, SopRow.StageOf(Step.Sign, Substep.Pengesahan));
    }

    [Fact]
    public void Time_is_over_after_the_norm_and_not_at_it()
    {
        var row = SopTable.Row(Step.Check);

        Assert.False(new StepTime(row, row.Waktu).IsOver);
        Assert.True(new StepTime(row, row.Waktu + TimeSpan.FromMinutes(1)).IsOver);
    }

    [Fact]
    public void A_line_of_the_history_is_of_the_part_whose_move_it_is_and_else_of_the_step()
    {
        Assert.Equal(Substep.Tanggapan, The.Answered.History.Single(h => h.Move == Move.Answered).Row.Substep);
        Assert.Equal(Step.Check, The.DossierAt(Step.Input).History.Single(h => h.Move == Move.Completed && h.From == Step.Check).Row.Step);
        Assert.Equal(Substep.None, The.DossierAt(Step.Input).History[^1].Row.Substep);
    }

    [Fact]
    public void Words_are_wanted_of_whoever_answers_or_decides()
    {
        Assert.Throws<ArgumentException>(() => The.Objected.Answer(" ", The.AtasanLangsung, The.Start.AddDays(9)));
        Assert.Throws<ArgumentException>(() => The.Answered.Draft(new DraftKeputusan(null, " "), The.AtasanPejabatPenilai, The.Start.AddDays(9)));
    }

    [Fact]
    public void Nobody_archives_before_it_is_time()
    {
        Assert.Throws<InvalidOperationException>(
            () => The.DossierAt(Step.Duplicate).Archive(The.ArchiveRecord, The.Sekretaris, The.Start.AddDays(9)));
        Assert.Throws<InvalidOperationException>(
            () => The.DossierAt(Step.Archive).Archive(The.ArchiveRecord, The.Analis, The.Start.AddDays(9)));
    }

    [Fact]
    public void Whoever_is_rated_reads_that_another_must_do_it_and_others_who_does_it()
    {
        var own = new SopKinerja.Domain.Authority.Actor(The.AsnId, "Siti Rahmah, S.Kom.", new HashSet<SopKinerja.Domain.Authority.Role>
            { SopKinerja.Domain.Authority.Role.Kasubbag });
        var dossier = The.DossierAt(Step.Check);

        Assert.StartsWith("Ini berkas Anda sendiri.", Procedure.WhyNot(dossier, dossier.Row, Act.Work, own, The.Start)!.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Langkah ", Procedure.WhyNot(dossier, dossier.Row, Act.Work, The.Asn, The.Start)!.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Langkah ", Procedure.WhyNot(dossier, dossier.Row, Act.Work, The.Analis, The.Start)!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_without_a_number_shows_none()
    {
        Assert.Equal("", (The.Parties.Asn with { Nip = null }).NomorTampil);
        Assert.StartsWith("NIP 19900603 201503", The.Parties.Asn.NomorTampil, StringComparison.Ordinal);
    }
}
