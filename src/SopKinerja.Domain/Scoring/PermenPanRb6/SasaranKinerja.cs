using System.Text.Json.Serialization;
using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>What an SKP under PermenPANRB 6/2022 holds, agreed in dialog kinerja: rencana, ekspektasi on perilaku, and the
/// lampiran.</summary>
/// <param name="Ekspektasi">Ekspektasi khusus pimpinan for each row of <see cref="BerAkhlak"/>; null where the leader has none.</param>
public sealed record SasaranKinerja(
    KelompokJabatan Kelompok, Pendekatan Pendekatan, IReadOnlyList<RencanaHasilKerja> Rencana, IReadOnlyList<string?> Ekspektasi,
    LampiranSkp Lampiran)
    : PlanContent
{
    [JsonIgnore]
    public override string Isi => $"{Rencana.Count} rencana hasil kerja";

    [JsonIgnore]
    public override bool IsEmpty => Rencana.Count == 0;

    [JsonIgnore]
    public override IEnumerable<long> NamedPlans => Rencana.Select(r => r.Diintervensi?.Sumber?.PlanId).OfType<long>();

    [JsonIgnore]
    public override string NamaFormulir => Formulir.Nama();

    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public IReadOnlyList<string?> Ekspektasi
    {
        get;
        init => field = BerAkhlak.OneForEach(value, nameof(Ekspektasi));
    } = BerAkhlak.OneForEach(Ekspektasi, nameof(Ekspektasi));

    [JsonIgnore]
    public FormulirSkp Formulir => FormulirSkp.Of(Kelompok, Pendekatan);

    public static SasaranKinerja Empty(KelompokJabatan kelompok, Pendekatan pendekatan) =>
        new(kelompok, pendekatan, [], BerAkhlak.Empty, LampiranSkp.Empty);

    internal static PlanContent Begin(PlanContent? earlier, PlanBeginning now)
    {
        var kelompok = now.Jabatan.Kelompok(now.PimpinanUnitMandiri);
        return earlier is SasaranKinerja skp ? skp.Copy().OnForm(kelompok, now.Pendekatan) : Empty(kelompok, now.Pendekatan);
    }

    public override Sheet NewSheet(bool struktural) => PermenPanRb6Sheet.From(this);

    public override PlanBeginning BeginningOf(JenisJabatan jabatan) =>
        new(jabatan, Kelompok == jabatan.Kelompok(pimpinanUnitMandiri: true), Pendekatan);

    public IReadOnlyList<(int Position, RencanaHasilKerja Rencana)> Of(JenisHasilKerja jenis) =>
        [.. Rencana.Index().Where(r => r.Item.Jenis == jenis)];

    public override IReadOnlyList<FormFault> Faults() => [.. SasaranKinerjaRules.Faults(this)];

    public SasaranKinerja OnForm(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var form = FormulirSkp.Of(kelompok, pendekatan);
        return this with { Kelompok = kelompok, Pendekatan = pendekatan, Rencana = [.. Rencana.Select(r => Fit(r, form))] };
    }

    public SasaranKinerja Copy() => this with
    {
        Rencana = [.. Rencana.Select(r => r with { Diintervensi = r.Diintervensi is { } leader ? leader with { Sumber = null } : null })],
    };

    public bool IsSameAs(SasaranKinerja other) => ReferenceEquals(this, other)
        || System.Text.Json.JsonSerializer.Serialize(this) == System.Text.Json.JsonSerializer.Serialize(other);

    private static RencanaHasilKerja Fit(RencanaHasilKerja rencana, FormulirSkp form) => rencana with
    {
        Diintervensi = form.MayIntervene ? rencana.Diintervensi : null,
        Indikator = form.HasIndikator
            ? [.. InRows(rencana)
                .Select(i => i with { Aspek = form.HasAspek ? i.Aspek : null, Perspektif = form.HasPerspektif ? i.Perspektif : null })]
            : [],
        UkuranKeberhasilan = form.HasIndikator ? null : InWords(rencana),
    };

    private static IEnumerable<IndikatorKinerjaIndividu> InRows(RencanaHasilKerja rencana) => rencana.UkuranKeberhasilan is { } ukuran
        ? [.. rencana.Indikator, new(null, ukuran, "", null)]
        : rencana.Indikator;

    private static string? InWords(RencanaHasilKerja rencana) => rencana.Indikator.Count == 0
        ? rencana.UkuranKeberhasilan
        : string.Join('\n', [
            .. rencana.UkuranKeberhasilan is { } ukuran ? [ukuran] : Array.Empty<string>(),
            .. rencana.Indikator.Select(i => i.Target.Length == 0 ? i.Uraian : $"{i.Uraian}: {i.Target}")]);
}
