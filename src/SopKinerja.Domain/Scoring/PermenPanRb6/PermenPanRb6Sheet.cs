using System.Text.Json.Serialization;

namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>The filled-in evaluasi kinerja of PermenPANRB 6/2022 for one person and period. Its result is a predikat and never a
/// figure.</summary>
/// <param name="Rekomendasi">Item 5 of the dokumen evaluasi: catatan/rekomendasi.</param>
public sealed record PermenPanRb6Sheet(
    SasaranKinerja Sasaran, IReadOnlyList<HasilKerja> HasilKerja, IReadOnlyList<string?> UmpanBalikPerilaku,
    RatingKinerja? RatingHasilKerja, RatingKinerja? RatingPerilaku, CapaianOrganisasi? CapaianOrganisasi,
    string? KondisiPenyebab, string? Rekomendasi) : Sheet
{
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public IReadOnlyList<string?> UmpanBalikPerilaku
    {
        get;
        init => field = BerAkhlak.OneForEach(value, nameof(UmpanBalikPerilaku));
    } = BerAkhlak.OneForEach(UmpanBalikPerilaku, nameof(UmpanBalikPerilaku));

    [JsonIgnore]
    public override TypedRealisasi Typed =>
        new PermenPanRb6Realisasi([.. HasilKerja.Select(h => new TypedHasilKerja(h.Realisasi, h.Bukti))]);

    [JsonIgnore]
    public override GivenScores Given => new PermenPanRb6Scores([.. HasilKerja.Select(h => h.UmpanBalik)], UmpanBalikPerilaku)
    {
        RatingHasilKerja = RatingHasilKerja,
        RatingPerilaku = RatingPerilaku,
        KondisiPenyebab = KondisiPenyebab,
        Rekomendasi = Rekomendasi,
    };

    [JsonIgnore]
    public override bool LacksCapaian => CapaianOrganisasi is null;

    [JsonIgnore]
    public override int JumlahKegiatan => Sasaran.Rencana.Count;

    [JsonIgnore]
    public override string JudulKegiatan => "Rencana hasil kerja";

    public override IReadOnlyList<SheetLine> Lines() => [.. Sasaran.Rencana.Select(r => new SheetLine(
        r.Uraian, r.UkuranKeberhasilan ?? string.Join('\n', r.Indikator.Select(i => $"{i.Uraian}: {i.Target}"))))];

    /// <summary>PREDIKAT KINERJA PEGAWAI as far as it is known: null until both ratings are given.</summary>
    [JsonIgnore]
    public override PredikatKinerja? PredikatPegawai =>
        (RatingHasilKerja, RatingPerilaku) is ({ } hasilKerja, { } perilaku) ? Predikat.Of(hasilKerja, perilaku) : null;

    public static PermenPanRb6Sheet From(SasaranKinerja sasaran) =>
        new(sasaran, [.. sasaran.Rencana.Select(PermenPanRb6.HasilKerja.Of)], BerAkhlak.Empty, null, null, null, null, null);

    public override IReadOnlyList<FormFault> MissingRealisasi() =>
    [
        .. HasilKerja.Index().SelectMany(h => h.Item.Realisasi.Index()
            .Where(r => string.IsNullOrWhiteSpace(r.Item))
            .Select(r => new FormFault(
                $"HasilKerja[{h.Index}].Realisasi[{r.Index}]",
                $"Realisasi “{Measured(Sasaran.Rencana[h.Index], r.Index)}” belum diisi: tulis yang dicapai menurut bukti dukung."))),
    ];

    // Umpan balik is his to write or not.
    public override IReadOnlyList<FormFault> MissingScores() =>
    [
        .. RatingHasilKerja is null
            ? [new(nameof(RatingHasilKerja), "Rating hasil kerja belum diberikan: pilih salah satu.")]
            : Array.Empty<FormFault>(),
        .. RatingPerilaku is null
            ? [new(nameof(RatingPerilaku), "Rating perilaku kerja belum diberikan: pilih salah satu.")]
            : Array.Empty<FormFault>(),
    ];

    public override Sheet With(TypedRealisasi typed) => typed is PermenPanRb6Realisasi other
        && other.HasilKerja.Select(h => h.Realisasi.Count).SequenceEqual(HasilKerja.Select(h => h.Realisasi.Count))
        ? this with
        {
            HasilKerja = [.. HasilKerja.Zip(
                other.HasilKerja, (mine, theirs) => mine with { Realisasi = theirs.Realisasi, Bukti = theirs.Bukti })],
        }
        : throw new ArgumentException("This was not typed for these rencana.", nameof(typed));

    public override Sheet With(GivenScores given) => given is PermenPanRb6Scores other && other.UmpanBalik.Count == HasilKerja.Count
        ? this with
        {
            HasilKerja = [.. HasilKerja.Zip(other.UmpanBalik, (mine, words) => mine with { UmpanBalik = words })],
            UmpanBalikPerilaku = other.UmpanBalikPerilaku,
            RatingHasilKerja = other.RatingHasilKerja,
            RatingPerilaku = other.RatingPerilaku,
            KondisiPenyebab = other.KondisiPenyebab,
            Rekomendasi = other.Rekomendasi,
        }
        : throw new ArgumentException("These were not given for these rencana.", nameof(given));

    public override Sheet WithCapaian(CapaianOrganisasi? capaian) =>
        capaian == CapaianOrganisasi ? this : this with { CapaianOrganisasi = capaian };

    public override Sheet WithFiguresOf(GivenScores given) => given is PermenPanRb6Scores other
        ? this with { RatingHasilKerja = other.RatingHasilKerja, RatingPerilaku = other.RatingPerilaku }
        : throw new ArgumentException("These were not given for these rencana.", nameof(given));

    public override IReadOnlyList<GivenFigure> Figures() =>
    [
        new("Rating hasil kerja", RatingHasilKerja?.Nama() ?? "–"),
        new("Rating perilaku kerja", RatingPerilaku?.Nama() ?? "–"),
    ];

    public override Outcome Conclude() => HasAllScores
        ? new(null, PredikatPegawai!.Value.Nama())
        : throw new InvalidOperationException("Realisasi or scores are missing.");

    private static string Measured(RencanaHasilKerja rencana, int indikator) =>
        rencana.Indikator.Count > 0 ? rencana.Indikator[indikator].Uraian : rencana.Uraian;
}

/// <summary>Step 3 under PermenPANRB 6/2022.</summary>
public sealed record PermenPanRb6Realisasi(IReadOnlyList<TypedHasilKerja> HasilKerja) : TypedRealisasi;

public sealed record TypedHasilKerja(IReadOnlyList<string?> Realisasi, IReadOnlyList<string> Bukti);

/// <summary>Step 4 under PermenPANRB 6/2022.</summary>
public sealed record PermenPanRb6Scores(IReadOnlyList<string?> UmpanBalik, IReadOnlyList<string?> UmpanBalikPerilaku) : GivenScores
{
    public RatingKinerja? RatingHasilKerja { get; init; }

    public RatingKinerja? RatingPerilaku { get; init; }

    public string? KondisiPenyebab { get; init; }

    public string? Rekomendasi { get; init; }
}
