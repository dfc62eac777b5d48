using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

public sealed class SasaranKinerjaTests
{
    public static IEnumerable<object[]> Forms => FormulirSkp.Rows.Select(r => new object[] { r.Kelompok, r.Pendekatan });

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_complete_plan_has_no_faults_on_any_form(KelompokJabatan kelompok, Pendekatan pendekatan) =>
        Assert.Empty(Some.Plan(kelompok, pendekatan).Faults());

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_empty_plan_wants_a_rencana_utama_and_nothing_else(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var fault = Assert.Single(SasaranKinerja.Empty(kelompok, pendekatan).Faults());

        Assert.Equal(new FormFault("Rencana", "SKP belum berisi rencana hasil kerja utama: tambahkan paling sedikit satu."), fault);
    }

    public static TheoryData<string, SasaranKinerja, string> Faulty => new()
    {
        { "Rencana[0].Uraian", Staff(0, r => r with { Uraian = " " }), "Rencana hasil kerja utama ke-1 belum diuraikan" },
        { "Rencana[1].Uraian", Staff(1, r => r with { Uraian = "" }), "Rencana hasil kerja tambahan ke-1 belum diuraikan" },
        { "Rencana[2].Diintervensi.Uraian", Staff(2, r => r with { Diintervensi = null }), "Rencana hasil kerja utama ke-2 belum menyebut" },
        { "Rencana[0].Diintervensi.Uraian", Staff(0, r => r with { Diintervensi = new(" ", null) }), "Rencana hasil kerja utama ke-1 belum menyebut" },
        { "Rencana[0].Indikator", Staff(0, r => r with { Indikator = [] }), "belum mempunyai indikator kinerja individu" },
        { "Rencana[0].Indikator", Staff(0, r => r with { Indikator = [.. Enumerable.Repeat(r.Indikator[0], 21)] }), "mempunyai 21 indikator, paling banyak 20" },
        { "Rencana[0].UkuranKeberhasilan", Staff(0, r => r with { UkuranKeberhasilan = "cepat" }), "padahal pendekatan kuantitatif memakai indikator" },
        { "Rencana[2].Indikator[1].Uraian", Staff(2, r => With(r, 1, i => i with { Uraian = "" })), "utama ke-2, indikator ke-2, belum diuraikan" },
        { "Rencana[2].Indikator[0].Target", Staff(2, r => With(r, 0, i => i with { Target = "" })), "indikator ke-1, belum mempunyai target" },
        { "Rencana[0].Indikator[0].Aspek", Staff(0, r => With(r, 0, i => i with { Aspek = null })), "belum mempunyai aspek" },
        { "Rencana[0].Indikator[0].Perspektif", Staff(0, r => With(r, 0, i => i with { Perspektif = Perspektif.Anggaran })), "kosongkan" },
        { "Rencana[0].Indikator[0].Perspektif", Leader(0, r => With(r, 0, i => i with { Perspektif = null })), "belum mempunyai perspektif" },
        { "Rencana[0].Indikator[0].Aspek", Leader(0, r => With(r, 0, i => i with { Aspek = AspekIndikator.Biaya })), "kosongkan" },
        { "Rencana[0].Diintervensi.Uraian", Leader(0, r => r with { Diintervensi = new("", null) }), "formulir pimpinan tinggi tidak memuatnya" },
        { "Rencana[0].UkuranKeberhasilan", InWords(0, r => r with { UkuranKeberhasilan = "\n" }), "belum mempunyai ukuran keberhasilan" },
        { "Rencana[0].Indikator", InWords(0, r => r with { Indikator = [new(null, "a", "b", null)] }), "padahal pendekatan kualitatif memakai uraian" },
        { "Rencana", Many(61), "SKP berisi 61 rencana hasil kerja, paling banyak 60" },
        { "Rencana", OnlyTambahan, "belum berisi rencana hasil kerja utama" },
        { "Lampiran.DukunganSumberDaya[1]", WithLampiran(new(["a", ""], [], [])), "Dukungan sumber daya ke-2 kosong" },
        { "Lampiran.SkemaPertanggungjawaban[0]", WithLampiran(new([], [""], [])), "Skema pertanggungjawaban ke-1 kosong" },
        { "Lampiran.Konsekuensi[0]", WithLampiran(new([], [], [" ", "b"])), "Konsekuensi ke-1 kosong" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void One_fault_is_named_with_its_place_and_says_how_to_mend_it(string place, SasaranKinerja plan, string words)
    {
        var fault = Assert.Single(plan.Faults());

        Assert.Equal(place, fault.Place);
        Assert.Contains(words, fault.Sentence, StringComparison.Ordinal);
        Assert.Contains(':', fault.Sentence);
        Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_rencana_are_allowed_and_a_tambahan_need_not_support_the_leader()
    {
        Assert.Empty(Many(60).Faults());
        Assert.Empty(Staff(1, r => r with { Diintervensi = null }).Faults());
    }

    [Property(MaxTest = 500)]
    public Property A_plan_laid_on_another_form_keeps_its_words_and_holds_nothing_that_the_form_has_no_place_for() =>
        Prop.ForAll(AnySkp.Plan, Any.OneOf(FormulirSkp.Rows), (plan, form) =>
        {
            var laid = plan.OnForm(form.Kelompok, form.Pendekatan);

            Assert.Equal(form, laid.Formulir);
            Assert.DoesNotContain(laid.Faults(), f => f.Sentence.Contains("padahal", StringComparison.Ordinal));
            Assert.Equal(plan.Rencana.Select(r => r.Uraian), laid.Rencana.Select(r => r.Uraian));
            Assert.Equal(plan.Ekspektasi, laid.Ekspektasi);
            foreach (var (was, now) in plan.Rencana.Zip(laid.Rencana))
            {
                var words = JsonSerializer.Serialize(now);
                Assert.All(was.Indikator, k => Assert.True(words.Contains(k.Uraian, StringComparison.Ordinal)
                    && words.Contains(k.Target, StringComparison.Ordinal)));
                Assert.Contains(was.UkuranKeberhasilan ?? "", words, StringComparison.Ordinal);
                Assert.Equal(form.MayIntervene ? was.Diintervensi : null, now.Diintervensi);
            }
        });

    [Property(MaxTest = 200)]
    public Property Laying_a_plan_on_its_own_form_changes_nothing() => Prop.ForAll(AnySkp.Plan, plan =>
        Assert.Equal(JsonSerializer.Serialize(plan), JsonSerializer.Serialize(plan.OnForm(plan.Kelompok, plan.Pendekatan))));

    [Property(MaxTest = 200)]
    public Property A_copy_for_another_period_keeps_the_words_of_the_leader_and_leads_no_more_to_the_old_plan() =>
        Prop.ForAll(AnySkp.Plan, plan =>
    {
        var copy = plan.Copy();

        Assert.Equal(plan.Rencana.Select(r => r.Diintervensi?.Uraian), copy.Rencana.Select(r => r.Diintervensi?.Uraian));
        Assert.All(copy.Rencana, r => Assert.Null(r.Diintervensi?.Sumber));
        Assert.Equal(plan.Faults(), copy.Faults());
    });

    [Fact]
    public void There_is_a_place_for_ekspektasi_on_each_value_and_no_more()
    {
        var plan = Some.Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif);

        Assert.Throws<ArgumentException>(() => plan with { Ekspektasi = ["satu"] });
        Assert.Throws<ArgumentException>(
            () => new SasaranKinerja(plan.Kelompok, plan.Pendekatan, [], [.. BerAkhlak.Empty, null], LampiranSkp.Empty));
    }

    [Fact]
    public void The_rencana_of_a_group_keep_their_places_in_the_whole_list()
    {
        var plan = Some.Plan(KelompokJabatan.Fungsional, Pendekatan.Kualitatif);

        Assert.Equal([0, 2], plan.Of(JenisHasilKerja.Utama).Select(r => r.Position));
        Assert.Equal([1], plan.Of(JenisHasilKerja.Tambahan).Select(r => r.Position));
        Assert.Equal(plan.Rencana[2], plan.Of(JenisHasilKerja.Utama)[1].Rencana);
    }

    private static SasaranKinerja OnlyTambahan =>
        Staff(p => p with { Rencana = [.. p.Rencana.Select(r => r with { Jenis = JenisHasilKerja.Tambahan })] });

    private static SasaranKinerja Many(int count) => Staff(p => p with { Rencana = [.. Enumerable.Repeat(p.Rencana[0], count)] });

    private static SasaranKinerja WithLampiran(LampiranSkp lampiran) => Staff(p => p with { Lampiran = lampiran });

    private static SasaranKinerja Staff(Func<SasaranKinerja, SasaranKinerja> change) =>
        change(Some.Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif));

    private static SasaranKinerja Staff(int at, Func<RencanaHasilKerja, RencanaHasilKerja> change) => Staff(p => With(p, at, change));

    private static SasaranKinerja Leader(int at, Func<RencanaHasilKerja, RencanaHasilKerja> change) =>
        With(Some.Plan(KelompokJabatan.PimpinanTinggi, Pendekatan.Kuantitatif), at, change);

    private static SasaranKinerja InWords(int at, Func<RencanaHasilKerja, RencanaHasilKerja> change) =>
        With(Some.Plan(KelompokJabatan.Fungsional, Pendekatan.Kualitatif), at, change);

    private static SasaranKinerja With(SasaranKinerja plan, int at, Func<RencanaHasilKerja, RencanaHasilKerja> change) =>
        plan with { Rencana = [.. plan.Rencana.Select((r, i) => i == at ? change(r) : r)] };

    private static RencanaHasilKerja With(
        RencanaHasilKerja rencana, int at, Func<IndikatorKinerjaIndividu, IndikatorKinerjaIndividu> change) =>
        rencana with { Indikator = [.. rencana.Indikator.Select((x, i) => i == at ? change(x) : x)] };
}
