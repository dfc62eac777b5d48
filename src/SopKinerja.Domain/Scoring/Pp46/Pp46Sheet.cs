using System.Text.Json.Serialization;
using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>The filled-in forms of PP 46/2011 for one person and period.</summary>
/// <param name="Kegiatan">Kegiatan tugas jabatan, in the order of the SKP; at least one.</param>
/// <param name="Struktural">Whether kepemimpinan is an aspect (PP 46/2011 pasal 12 ayat 2).</param>
/// <param name="KondisiPenyebab">How causes outside the person's control were weighed (PP 46/2011 pasal 9); changes no figure by itself.
/// Sheets from before it was asked have none.</param>
/// <param name="Rekomendasi">Item 8 of the form.</param>
public sealed record Pp46Sheet(
    IReadOnlyList<Kegiatan> Kegiatan, IReadOnlyList<TugasTambahan> TugasTambahan, IReadOnlyList<Kreativitas> Kreativitas,
    PerilakuKerja Perilaku, bool Struktural, string? KondisiPenyebab, string? Rekomendasi) : Sheet
{
    /// <summary>See <see cref="Pp46Editions"/>; a sheet of the first names none, as there was no other.</summary>
    [JsonIgnore]
    public int Edition { get => Named ?? Pp46Editions.RoundedOnce; init => Named = value == Pp46Editions.RoundedOnce ? null : value; }

    [JsonInclude]
    [JsonPropertyName(nameof(Edition))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    private int? Named { get; init; }

    /// <summary>Positions left within the period, with what was reached there; null for who stayed, as on every sheet from before it was
    /// asked.</summary>
    public IReadOnlyList<CapaianJabatan>? JabatanLain { get; init => field = value is { Count: > 0 } ? value : null; }

    /// <summary>Those typed, from elsewhere, and those evaluated here.</summary>
    [JsonIgnore]
    public IReadOnlyList<CapaianJabatan> AllJabatanLain =>
    [
        .. JabatanSebelumnya?.Select(j => new CapaianJabatan(j.Jabatan, j.PejabatPenilai, j.Selesai, j.NilaiSkp!.Value)) ?? [],
        .. JabatanLain ?? [],
    ];

    [JsonIgnore]
    public override decimal? NilaiSkp => HasAllScores ? decimal.Round(Score().NilaiSkp, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>What replaces the kegiatan and stands behind the perilaku of someone on tugas belajar; null for anyone else, as on every
    /// sheet from before it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PenilaianTugasBelajar? TugasBelajar { get; init; }

    [JsonIgnore]
    public override TypedRealisasi Typed =>
        new Pp46Realisasi([.. Kegiatan.Select(k => k.Realisasi)], TugasTambahan, Kreativitas, JabatanLain);

    [JsonIgnore]
    public override GivenScores Given =>
        new Pp46Scores([.. Kegiatan.Select(k => k.Realisasi.Kualitas)], Perilaku, KondisiPenyebab, Rekomendasi)
        {
            TugasBelajar = TugasBelajar,
        };

    [JsonIgnore]
    public override int JumlahKegiatan => Kegiatan.Count;

    [JsonIgnore]
    public override bool NeedsNoLine => TugasBelajar is not null;

    [JsonIgnore]
    public override string JudulKegiatan => "Kegiatan tugas jabatan";

    public override IReadOnlyList<SheetLine> Lines() => [.. Kegiatan.Select(k => new SheetLine(k.Target.Uraian, Words(k.Target)))];

    public static Pp46Sheet From(IEnumerable<KegiatanTugasJabatan> targets, bool struktural) =>
        new([.. targets.Select(t => new Kegiatan(t, Realisasi.Empty))], [], [], PerilakuKerja.Empty, struktural, null, null)
        {
            Edition = Pp46Editions.AsPrinted,
        };

    /// <exception cref="InvalidOperationException">Realisasi or scores are missing.</exception>
    public PrestasiKerja Score() => !HasAllScores
        ? throw new InvalidOperationException("Realisasi or scores are missing.")
        : TugasBelajar is { } study
        ? PrestasiKerja.OfTugasBelajar(study.NilaiSkp!.Value, NilaiPerilaku, Edition)
        : PrestasiKerja.Of(
            [.. Kegiatan.Select(k => k.Score(Edition).Nilai)],
            TugasTambahan.Count,
            NilaiKreativitas,
            NilaiPerilaku,
            [.. AllJabatanLain.Select(j => j.NilaiSkp)],
            Edition);

    private IReadOnlyList<decimal> NilaiPerilaku => [.. Perilaku.Aspects(Struktural).Select(a => a.Nilai!.Value)];

    [JsonIgnore]
    public int NilaiKreativitas => Kreativitas.Select(k => (int)k.Manfaat).DefaultIfEmpty(0).Max();

    public override IReadOnlyList<FormFault> MissingRealisasi() =>
    [
        .. Kegiatan.Index().SelectMany(k => k.Item.Missing().Select(name =>
            new FormFault($"Kegiatan[{k.Index}].{name}", $"{name} kegiatan nomor {k.Index + 1} belum diisi. Tulis 0 bila tidak ada."))),
    ];

    public override IReadOnlyList<FormFault> MissingScores() =>
    [
        .. TugasBelajar?.Missing() ?? Kegiatan.Index().Where(k => !k.Item.HasKualitas)
            .Select(k => new FormFault($"Kualitas[{k.Index}]", $"Nilai kualitas kegiatan {k.Index + 1} belum diisi.")),
        .. Perilaku.Aspects(Struktural).Index().Where(a => a.Item.Nilai is null)
            .Select(a => new FormFault($"Perilaku[{a.Index}]", $"Nilai {a.Item.Nama.ToLowerInvariant()} belum diisi.")),
    ];

    public override IReadOnlyList<FormFault> Doubts() =>
    [
        .. Kegiatan.Index().SelectMany(k => new[]
        {
            Doubt(k.Index, nameof(Realisasi.Kuantitas), k.Item.Target.Kuantitas, k.Item.Realisasi.Kuantitas),
            Doubt(k.Index, nameof(Realisasi.Biaya), k.Item.Target.Biaya, k.Item.Realisasi.Biaya),
            NothingInSomeTime(k.Index, k.Item.Realisasi),
        }).OfType<FormFault>(),
    ];

    // "Not done at all" is both zero; one of them alone is scored, and is as often a slip.
    private static FormFault? NothingInSomeTime(int index, Realisasi realisasi) =>
        realisasi is { Kuantitas: 0, Waktu: > 0 }
        ? new($"Kegiatan[{index}].{nameof(Realisasi.Kuantitas)}",
            $"Kuantitas kegiatan nomor {index + 1} ditulis 0, tetapi waktunya {Angka.Ringkas(realisasi.Waktu!.Value)}. Bila kegiatan ini "
            + "tidak dilakukan sama sekali, tulis waktunya 0 juga. Bila memang dikerjakan tanpa hasil, centang “Angka kegiatan nomor "
            + $"{index + 1} ini benar” di baris itu.")
        : null;

    private static FormFault? Doubt(int index, string name, decimal? target, decimal? realisasi) =>
        target is { } planned and > 0 && realisasi is { } done && done / 10 > planned
        ? new($"Kegiatan[{index}].{name}",
            $"{name} kegiatan nomor {index + 1} ({Angka.Ringkas(done)}) lebih dari sepuluh kali targetnya "
            + $"({Angka.Ringkas(planned)}). Periksa titik, koma, dan nolnya. Bila memang benar, centang “Angka kegiatan nomor "
            + $"{index + 1} ini benar” di baris itu.")
        : null;

    public override Sheet With(TypedRealisasi typed) => typed is Pp46Realisasi other && other.Kegiatan.Count == Kegiatan.Count
        ? this with
        {
            Kegiatan = [.. Kegiatan.Zip(other.Kegiatan, (mine, theirs) => mine.With(theirs))],
            TugasTambahan = other.TugasTambahan,
            Kreativitas = other.Kreativitas,
            JabatanLain = other.JabatanLain,
        }
        : throw new ArgumentException("This was not typed for these kegiatan.", nameof(typed));

    public override Sheet With(GivenScores given) => given is Pp46Scores other && other.Kualitas.Count == Kegiatan.Count
        ? this with
        {
            Kegiatan = [.. Kegiatan.Zip(other.Kualitas, (mine, kualitas) => mine.With(kualitas))],
            Perilaku = Struktural ? other.Perilaku : other.Perilaku with { Kepemimpinan = null },
            KondisiPenyebab = other.KondisiPenyebab,
            Rekomendasi = other.Rekomendasi,
            // Without a kegiatan there is nothing else to rate by.
            TugasBelajar = other.TugasBelajar ?? (Kegiatan.Count == 0 ? new(null, null, null) : null),
        }
        : throw new ArgumentException("These were not given for these kegiatan.", nameof(given));

    // The value of a study comes from the university, with its ground: a decision gives no other.
    public override Sheet WithFiguresOf(GivenScores given) => given is Pp46Scores other
        ? With(other with { KondisiPenyebab = KondisiPenyebab, Rekomendasi = Rekomendasi, TugasBelajar = TugasBelajar })
        : throw new ArgumentException("These were not given for these kegiatan.", nameof(given));

    public override IReadOnlyList<GivenFigure> Figures() =>
    [
        .. Kegiatan.Index().Select(k => new GivenFigure(
            $"Nilai kualitas kegiatan {k.Index + 1}: {k.Item.Target.Uraian}", Shown(k.Item.Realisasi.Kualitas))),
        .. Perilaku.Aspects(Struktural).Select(a => new GivenFigure(a.Nama, Shown(a.Nilai))),
    ];

    public override Outcome Conclude()
    {
        var score = Score();
        return new(score.NilaiPrestasi, score.SebutanPrestasi);
    }

    private static string Shown(decimal? nilai) => nilai is { } given ? Angka.Ringkas(given) : "–";

    private static string Words(KegiatanTugasJabatan target) =>
        $"{Angka.Ringkas(target.Kuantitas)}\u00a0{target.Satuan}, "
        + $"{Angka.Ringkas(target.Waktu)}\u00a0{target.SatuanWaktu.ToString().ToLowerInvariant()}"
        + (target.HasBiaya ? $", Rp\u00a0{Angka.Rupiah(target.Biaya!.Value)}" : "");
}

/// <summary>Step 3 under PP 46/2011.</summary>
public sealed record Pp46Realisasi(
    IReadOnlyList<Realisasi> Kegiatan, IReadOnlyList<TugasTambahan> TugasTambahan, IReadOnlyList<Kreativitas> Kreativitas,
    IReadOnlyList<CapaianJabatan>? JabatanLain) : TypedRealisasi;

/// <summary>Step 4 under PP 46/2011.</summary>
/// <param name="Kualitas">One for each kegiatan of the SKP, 0–100; not taken where the kegiatan was not done.</param>
public sealed record Pp46Scores(
    IReadOnlyList<decimal?> Kualitas, PerilakuKerja Perilaku, string? KondisiPenyebab, string? Rekomendasi) : GivenScores
{
    public PenilaianTugasBelajar? TugasBelajar { get; init; }

    public override IReadOnlyList<FormFault> Faults(IReadOnlyCollection<JenisKeadaan> keadaan) =>
        TugasBelajar is null || keadaan.Contains(JenisKeadaan.TugasBelajar)
            ? []
            : [new($"{nameof(TugasBelajar)}.Dipakai",
                "Tugas belajar orang ini belum dicatat pada periode ini, jadi nilainya belum dapat diambil dari IPK. Minta Analis "
                + "mencatatnya di Keadaan pegawai, atau hapus centangnya.")];
}
