using System.Text.Json.Serialization;

namespace SopKinerja.Domain.Scoring.Pp46;

/// <summary>One kegiatan tugas jabatan of an SKP: what is to be reached (formulir SKP, kolom III).</summary>
/// <param name="Ak">Angka kredit, for functional positions only.</param>
/// <param name="Kuantitas">Target kuantitas, more than zero.</param>
/// <param name="Kualitas">Target mutu, 1–100, normally 100.</param>
/// <param name="Waktu">Target waktu in <paramref name="SatuanWaktu"/>, more than zero.</param>
/// <param name="Biaya">Target biaya in rupiah; null where nothing is budgeted.</param>
public sealed record KegiatanTugasJabatan(
    string Uraian, decimal? Ak, decimal Kuantitas, string Satuan, decimal Kualitas, decimal Waktu, SatuanWaktu SatuanWaktu, decimal? Biaya)
{
    public const int Most = 60;

    /// <summary>Biaya is an aspect only where the target has it (PP 46/2011 pasal 7).</summary>
    [JsonIgnore]
    public bool HasBiaya => Biaya > 0;
}

public enum SatuanWaktu
{
    Bulan,
    Minggu,
    Hari,
}

/// <summary>What was reached for one kegiatan; null means not filled in yet.</summary>
/// <param name="Ak">Angka kredit reached.</param>
/// <param name="Kualitas">Mutu 0–100, given by the pejabat penilai.</param>
public sealed record Realisasi(decimal? Ak, decimal? Kuantitas, decimal? Waktu, decimal? Biaya, decimal? Kualitas)
{
    public static Realisasi Empty { get; } = new(null, null, null, null, null);

    /// <summary>The kegiatan was not done at all: every aspect is zero (Perka BKN 1/2013, lampiran).</summary>
    [JsonIgnore]
    public bool NotDone => Kuantitas == 0 && Waktu == 0;
}

public sealed record Kegiatan(KegiatanTugasJabatan Target, Realisasi Realisasi)
{
    [JsonIgnore]
    public bool HasRealisasi => !Missing().Any();

    public IEnumerable<string> Missing() => new (string Name, bool IsThere)[]
    {
        (nameof(Realisasi.Kuantitas), Realisasi.Kuantitas is not null),
        (nameof(Realisasi.Waktu), Realisasi.Waktu is not null),
        (nameof(Realisasi.Biaya), Realisasi.Biaya is not null || !Target.HasBiaya),
    }.Where(f => !f.IsThere).Select(f => f.Name);

    /// <summary>With what was typed: angka kredit and biaya only where the target has them, the kualitas as it was.</summary>
    public Kegiatan With(Realisasi typed) => this with
    {
        Realisasi = typed with
        {
            Ak = Target.Ak is null ? null : typed.Ak,
            Biaya = Target.HasBiaya ? typed.Biaya : null,
            Kualitas = Realisasi.Kualitas,
        },
    };

    public Kegiatan With(decimal? kualitas) => this with { Realisasi = Realisasi with { Kualitas = Realisasi.NotDone ? null : kualitas } };

    /// <summary>Whether the pejabat penilai has given the mutu; a kegiatan that was not done needs none.</summary>
    [JsonIgnore]
    public bool HasKualitas => Realisasi.NotDone || Realisasi.Kualitas is not null;

    /// <exception cref="InvalidOperationException">Realisasi or kualitas is missing.</exception>
    public KegiatanScore Score(int edition) => HasRealisasi && HasKualitas
        ? KegiatanScore.Of(
            Target.Kuantitas, Realisasi.Kuantitas!.Value, Target.Kualitas, Realisasi.NotDone ? 0 : Realisasi.Kualitas!.Value,
            Target.Waktu, Realisasi.Waktu!.Value, Target.Biaya, Realisasi.Biaya) with
        { Edition = edition }
        : throw new InvalidOperationException("Realisasi or kualitas is missing.");
}
