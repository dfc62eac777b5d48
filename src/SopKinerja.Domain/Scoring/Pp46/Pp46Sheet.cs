using System.Text.Json.Serialization;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>The filled-in forms of PP 46/2011 for one person and period.</summary>
/// <param name="Kegiatan">Kegiatan tugas jabatan, in the order of the SKP; at least one.</param>
/// <param name="TugasTambahan">Tasks besides those.</param>
/// <param name="Kreativitas">Creations of use.</param>
/// <param name="Perilaku">Scores for perilaku kerja.</param>
/// <param name="Struktural">Whether kepemimpinan is an aspect (PP 46/2011 pasal 12 ayat 2).</param>
/// <param name="KondisiPenyebab">How causes outside the person's control were weighed (PP 46/2011 pasal 9); changes no figure by itself. Sheets from before it was asked have none.</param>
/// <param name="Rekomendasi">Item 8 of the form.</param>
public sealed record Pp46Sheet(
    IReadOnlyList<Kegiatan> Kegiatan, IReadOnlyList<TugasTambahan> TugasTambahan, IReadOnlyList<Kreativitas> Kreativitas,
    PerilakuKerja Perilaku, bool Struktural, string? KondisiPenyebab, string? Rekomendasi) : Sheet
{
    /// <summary>Positions left within the period, with what was reached there; null for who stayed, as on every sheet from before it was asked.</summary>
    public IReadOnlyList<CapaianJabatan>? JabatanLain { get; init => field = value is { Count: > 0 } ? value : null; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool HasAllRealisasi => Kegiatan.Count > 0 && Kegiatan.All(k => k.HasRealisasi);

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool HasAllScores => HasAllRealisasi && Kegiatan.All(k => k.HasKualitas) && Perilaku.IsComplete(Struktural);

    /// <inheritdoc/>
    [JsonIgnore]
    public override int JumlahKegiatan => Kegiatan.Count;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string JudulKegiatan => "Kegiatan tugas jabatan";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetLine> Lines() => [.. Kegiatan.Select(k => new SheetLine(k.Target.Uraian, Words(k.Target)))];

    /// <summary>A sheet with targets and nothing else.</summary>
    public static Pp46Sheet From(IEnumerable<KegiatanTugasJabatan> targets, bool struktural) =>
        new([.. targets.Select(t => new Kegiatan(t, Realisasi.Empty))], [], [], PerilakuKerja.Empty, struktural, null, null);

    /// <summary>The whole arithmetic.</summary>
    /// <exception cref="InvalidOperationException">Realisasi or scores are missing.</exception>
    public PrestasiKerja Score() => HasAllScores
        ? PrestasiKerja.Of(
            [.. Kegiatan.Select(k => k.Score().Nilai)],
            TugasTambahan.Count,
            NilaiKreativitas,
            [.. Perilaku.Aspects(Struktural).Select(a => a.Nilai!.Value)],
            [.. JabatanLain?.Select(j => j.NilaiSkp) ?? []])
        : throw new InvalidOperationException("Realisasi or scores are missing.");

    /// <summary>Nilai kreativitas: the highest one counts, as the form has one merged cell for it.</summary>
    [JsonIgnore]
    public int NilaiKreativitas => Kreativitas.Select(k => (int)k.Manfaat).DefaultIfEmpty(0).Max();

    /// <inheritdoc/>
    public override Sheet WithRealisasiOf(Sheet typed)
    {
        var other = SameKegiatan(typed);
        return this with
        {
            Kegiatan = [.. Kegiatan.Zip(other.Kegiatan, (mine, theirs) =>
                mine with { Realisasi = theirs.Realisasi with { Kualitas = mine.Realisasi.Kualitas } })],
            TugasTambahan = other.TugasTambahan,
            Kreativitas = other.Kreativitas,
            JabatanLain = other.JabatanLain,
        };
    }

    /// <inheritdoc/>
    public override Sheet WithScoresOf(Sheet rated)
    {
        var other = SameKegiatan(rated);
        return this with
        {
            Kegiatan = [.. Kegiatan.Zip(other.Kegiatan, (mine, theirs) =>
                mine with { Realisasi = mine.Realisasi with { Kualitas = theirs.Realisasi.Kualitas } })],
            Perilaku = other.Perilaku,
            KondisiPenyebab = other.KondisiPenyebab,
            Rekomendasi = other.Rekomendasi,
        };
    }

    /// <inheritdoc/>
    public override Outcome Conclude()
    {
        var score = Score();
        return new(score.NilaiPrestasi, score.SebutanPrestasi);
    }

    private static string Words(KegiatanTugasJabatan target) =>
        $"{Angka.Ringkas(target.Kuantitas)}\u00a0{target.Satuan}, "
        + $"{Angka.Ringkas(target.Waktu)}\u00a0{target.SatuanWaktu.ToString().ToLowerInvariant()}"
        + (target.HasBiaya ? $", Rp\u00a0{Angka.Ringkas(target.Biaya!.Value)}" : "");

    private Pp46Sheet SameKegiatan(Sheet other) => other is Pp46Sheet sheet && sheet.Kegiatan.Count == Kegiatan.Count
        ? sheet
        : throw new ArgumentException("The sheet is not one for the same kegiatan.", nameof(other));
}
