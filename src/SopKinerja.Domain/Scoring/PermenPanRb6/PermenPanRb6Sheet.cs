using System.Text.Json.Serialization;

namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>The filled-in evaluasi kinerja of PermenPANRB 6/2022 for one person and period. Its result is a predikat and never a figure.</summary>
/// <param name="Sasaran">The SKP: what was to be reached.</param>
/// <param name="HasilKerja">What was reached, one for each rencana of the SKP.</param>
/// <param name="UmpanBalikPerilaku">Umpan balik berkelanjutan for each row of <see cref="BerAkhlak"/>.</param>
/// <param name="RatingHasilKerja">Given by the pejabat penilai.</param>
/// <param name="RatingPerilaku">Given by the pejabat penilai.</param>
/// <param name="CapaianOrganisasi">Of the organisation, as the pejabat penilai takes it down.</param>
/// <param name="KondisiPenyebab">Causes outside the person's control that were weighed.</param>
/// <param name="Rekomendasi">Item 5 of the dokumen evaluasi: catatan/rekomendasi.</param>
public sealed record PermenPanRb6Sheet(
    SasaranKinerja Sasaran, IReadOnlyList<HasilKerja> HasilKerja, IReadOnlyList<string?> UmpanBalikPerilaku,
    RatingKinerja? RatingHasilKerja, RatingKinerja? RatingPerilaku, CapaianOrganisasi? CapaianOrganisasi,
    string? KondisiPenyebab, string? Rekomendasi) : Sheet
{
    /// <summary>One for each row of <see cref="BerAkhlak"/>.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public IReadOnlyList<string?> UmpanBalikPerilaku
    {
        get;
        init => field = BerAkhlak.OneForEach(value, nameof(UmpanBalikPerilaku));
    } = BerAkhlak.OneForEach(UmpanBalikPerilaku, nameof(UmpanBalikPerilaku));

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool HasAllRealisasi => JumlahKegiatan > 0 && MissingRealisasi().Count == 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool HasAllScores => HasAllRealisasi && MissingScores().Count == 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int JumlahKegiatan => Sasaran.Rencana.Count;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string JudulKegiatan => "Rencana hasil kerja";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetLine> Lines() => [.. Sasaran.Rencana.Select(r => new SheetLine(
        r.Uraian, r.UkuranKeberhasilan ?? string.Join('\n', r.Indikator.Select(i => $"{i.Uraian}: {i.Target}"))))];

    /// <summary>PREDIKAT KINERJA PEGAWAI as far as it is known: null until both ratings are given.</summary>
    [JsonIgnore]
    public override PredikatKinerja? PredikatPegawai =>
        (RatingHasilKerja, RatingPerilaku) is ({ } hasilKerja, { } perilaku) ? Predikat.Of(hasilKerja, perilaku) : null;

    /// <summary>A sheet with targets and nothing else.</summary>
    public static PermenPanRb6Sheet From(SasaranKinerja sasaran) =>
        new(sasaran, [.. sasaran.Rencana.Select(PermenPanRb6.HasilKerja.Of)], BerAkhlak.Empty, null, null, null, null, null);

    /// <summary>The realisasi that the analis has yet to type, in the order of the SKP.</summary>
    public IReadOnlyList<FormFault> MissingRealisasi() =>
    [
        .. HasilKerja.Index().SelectMany(h => h.Item.Realisasi.Index()
            .Where(r => string.IsNullOrWhiteSpace(r.Item))
            .Select(r => new FormFault(
                $"HasilKerja[{h.Index}].Realisasi[{r.Index}]",
                $"Realisasi “{Measured(Sasaran.Rencana[h.Index], r.Index)}” belum diisi: tulis yang dicapai menurut bukti dukung."))),
    ];

    /// <summary>What the pejabat penilai has yet to give. Umpan balik is his to write or not.</summary>
    public IReadOnlyList<FormFault> MissingScores() =>
    [
        .. RatingHasilKerja is null ? [new(nameof(RatingHasilKerja), "Rating hasil kerja belum diberikan: pilih salah satu.")] : Array.Empty<FormFault>(),
        .. RatingPerilaku is null ? [new(nameof(RatingPerilaku), "Rating perilaku kerja belum diberikan: pilih salah satu.")] : Array.Empty<FormFault>(),
        .. CapaianOrganisasi is null ? [new(nameof(CapaianOrganisasi), "Capaian kinerja organisasi belum dicatat: pilih salah satu.")] : Array.Empty<FormFault>(),
    ];

    /// <inheritdoc/>
    public override Sheet WithRealisasiOf(Sheet typed) => this with
    {
        HasilKerja = [.. HasilKerja.Zip(SameTargets(typed).HasilKerja, (mine, theirs) => mine with { Realisasi = theirs.Realisasi, Bukti = theirs.Bukti })],
    };

    /// <inheritdoc/>
    public override Sheet WithScoresOf(Sheet rated)
    {
        var other = SameTargets(rated);
        return this with
        {
            HasilKerja = [.. HasilKerja.Zip(other.HasilKerja, (mine, theirs) => mine with { UmpanBalik = theirs.UmpanBalik })],
            UmpanBalikPerilaku = other.UmpanBalikPerilaku,
            RatingHasilKerja = other.RatingHasilKerja,
            RatingPerilaku = other.RatingPerilaku,
            CapaianOrganisasi = other.CapaianOrganisasi,
            KondisiPenyebab = other.KondisiPenyebab,
            Rekomendasi = other.Rekomendasi,
        };
    }

    /// <inheritdoc/>
    public override Outcome Conclude() => HasAllScores
        ? new(null, PredikatPegawai!.Value.Nama())
        : throw new InvalidOperationException("Realisasi or scores are missing.");

    private PermenPanRb6Sheet SameTargets(Sheet other) => other is PermenPanRb6Sheet sheet
        && sheet.Sasaran.IsSameAs(Sasaran)
        && sheet.HasilKerja.Select(h => h.Realisasi.Count).SequenceEqual(HasilKerja.Select(h => h.Realisasi.Count))
        ? sheet
        : throw new ArgumentException("The sheet is not one for the same targets.", nameof(other));

    private static string Measured(RencanaHasilKerja rencana, int indikator) =>
        rencana.Indikator.Count > 0 ? rencana.Indikator[indikator].Uraian : rencana.Uraian;
}
