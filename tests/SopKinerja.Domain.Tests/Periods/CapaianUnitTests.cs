using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Periods;

public sealed class CapaianUnitTests
{
    private static readonly CapaianSetBy By = new(70, "Hj. Nurlaila", "Kepala Dinas", The.Start);
    private static readonly CapaianGiven Given = new(CapaianOrganisasi.Baik, "LKjIP 2026, nomor 700/12", new(2026, 4, 10), null);

    private static Period Kinerja
    {
        get
        {
            var period = new Period("Kinerja 2026", new(2026, 1, 1), new(2026, 12, 31), ScoringMethods.PermenPanRb6, null);
            period.EvaluateEvery(KalaEvaluasi.Triwulanan);
            return period;
        }
    }

    [Fact]
    public void A_change_is_a_further_line_that_says_from_what_to_what_and_why()
    {
        var first = CapaianUnit.Set(Kinerja, 1, 5, null, Given with { Alasan = "tidak perlu" }, By);
        var second = CapaianUnit.Set(
            Kinerja, 1, 5, first, Given with { Capaian = CapaianOrganisasi.Kurang, Alasan = "Reviu Inspektorat." }, By);

        Assert.Equal((1, null, CapaianOrganisasi.Baik, null), (first.No, first.Sebelumnya, first.Capaian, first.Alasan));
        Assert.Equal((2, CapaianOrganisasi.Baik, CapaianOrganisasi.Kurang, "Reviu Inspektorat."),
            (second.No, second.Sebelumnya, second.Capaian, second.Alasan));
        Assert.Equal(("LKjIP 2026, nomor 700/12", new DateOnly(2026, 4, 10)), (second.Sumber, second.TanggalSumber));
        Assert.Equal((70, "Hj. Nurlaila", "Kepala Dinas"), (second.SetById, second.SetByNama, second.Sebagai));
    }

    [Fact]
    public void A_change_without_a_reason_and_one_that_changes_nothing_are_refused()
    {
        var first = CapaianUnit.Set(Kinerja, 0, 5, null, Given, By);

        Assert.Throws<ArgumentException>(() => CapaianUnit.Set(Kinerja, 0, 5, first, Given with { Capaian = CapaianOrganisasi.Kurang }, By));
        Assert.Throws<ArgumentException>(() => CapaianUnit.Set(Kinerja, 0, 5, first, Given with { Alasan = "Salah ketik." }, By));
        // Another source alone is a change too.
        Assert.Equal(CapaianOrganisasi.Baik,
            CapaianUnit.Set(Kinerja, 0, 5, first, Given with { Sumber = "LHE 2026", Alasan = "Nomor keliru." }, By).Sebelumnya);
    }

    [Fact]
    public void A_regulation_without_a_pattern_and_a_part_that_is_not_there_have_no_capaian()
    {
        Assert.Equal("PP 46/2011 dan Perka BKN 1/2013 tidak mengenal capaian kinerja organisasi.", CapaianUnit.WhyNot(The.Period, 0));
        Assert.Equal("Bagian itu tidak ada pada periodenya.", CapaianUnit.WhyNot(Kinerja, 4));
        Assert.All([0, 1, 2, 3], bagian => Assert.Null(CapaianUnit.WhyNot(Kinerja, bagian)));
        Assert.Throws<ArgumentException>(() => CapaianUnit.Set(The.Period, 0, 5, null, Given, By));
        Assert.Throws<ArgumentException>(() => CapaianUnit.Set(Kinerja, 4, 5, null, Given, By));
    }

    [Fact]
    public void A_dossier_at_step_4_takes_the_capaian_and_keeps_it_from_its_approval_on()
    {
        var dossier = AtValidate();
        dossier.Rate(((PermenPanRb6Sheet)dossier.Sheet with
        {
            RatingHasilKerja = RatingKinerja.SesuaiEkspektasi,
            RatingPerilaku = RatingKinerja.SesuaiEkspektasi,
        }).Given, The.AtasanLangsung, The.Start, "Pegawai pindah.");
        Assert.Equal(
            Needs.CapaianDitetapkan.Sentence, Procedure.WhyNot(dossier, Act.Complete, The.AtasanLangsung, The.Start)?.Sentence);

        dossier.TakeCapaian(CapaianOrganisasi.Istimewa);
        Assert.Null(Procedure.WhyNot(dossier, Act.Complete, The.AtasanLangsung, The.Start));
        dossier.TakeCapaian(null);
        Assert.Equal(RefusalKind.Incomplete, Procedure.WhyNot(dossier, Act.Complete, The.AtasanLangsung, The.Start)?.Kind);
        dossier.TakeCapaian(CapaianOrganisasi.Istimewa);
        dossier.Approve(The.Drawn, The.Issued, The.AtasanLangsung, The.Start);
        dossier.TakeCapaian(CapaianOrganisasi.Kurang);

        Assert.Equal(CapaianOrganisasi.Istimewa, ((PermenPanRb6Sheet)dossier.Sheet).CapaianOrganisasi);
    }

    [Fact]
    public void A_dossier_before_step_4_and_one_under_another_regulation_take_nothing()
    {
        var collected = Opened();
        var figures = The.DossierAt(Step.Validate);
        var sheet = figures.Sheet;

        collected.TakeCapaian(CapaianOrganisasi.Baik);
        figures.TakeCapaian(CapaianOrganisasi.Baik);

        Assert.True(collected.Sheet.LacksCapaian);
        Assert.Same(sheet, figures.Sheet);
        Assert.False(figures.Sheet.LacksCapaian);
    }

    private static Dossier Opened()
    {
        var plan = new Domain.Plans.Plan(1, The.AsnId, The.AtasanId, Scoring.PermenPanRb6.Some.Plan(
            KelompokJabatan.Pelaksana, Pendekatan.Kualitatif), The.Asn, The.Start);
        plan.Propose(The.AtasanId, "Atasan", The.Asn, The.Start);
        plan.Agree(Kinerja, The.AtasanLangsung, The.Start, "Target baru ditetapkan.");
        return Dossier.Open(plan, Kinerja, 1, The.Parties, 1, The.Analis, The.Start);
    }

    private static Dossier AtValidate()
    {
        var dossier = Opened();
        dossier.Receive(new(The.Asn.Nama, new(2021, 1, 4), null), The.Analis, The.Start);
        dossier.AddEvidence(The.Evidence("a"), The.Analis, The.Start);
        dossier.Complete(Step.Collect, The.Analis, The.Start);
        dossier.Tick(new([.. Checklist.GeneralQuestions.Select(_ => true)], [.. Enumerable.Repeat(true, dossier.Sheet.JumlahKegiatan)],
            null), The.Kasubbag, The.Start);
        dossier.Complete(Step.Check, The.Kasubbag, The.Start);
        var sheet = (PermenPanRb6Sheet)dossier.Sheet;
        dossier.TypeIn((sheet with
        {
            HasilKerja = [.. sheet.HasilKerja.Select(h => h with { Realisasi = [.. h.Realisasi.Select(_ => "Tercapai")] })],
        }).Typed, The.Analis, The.Start);
        dossier.Complete(Step.Input, The.Analis, The.Start);
        return dossier;
    }
}
