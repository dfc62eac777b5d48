using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Pp46;

/// <summary>What the analis types under PP 46/2011; gaps are allowed in a draft.</summary>
public sealed class InputForm : ISheetForm<TypedRealisasi>
{
    string ISheetForm<TypedRealisasi>.Method => ScoringMethods.Pp46;

    string ISheetForm<TypedRealisasi>.Prefix => "Input";

    public const int MostTambahan = 20;

    public const int MostKreativitas = 10;

    public const int MostJabatan = 4;

    private const int Spare = 2;
    private const int More = 5;

    public List<Baris> Kegiatan { get; set; } = [];

    public List<BarisTambahan> Tambahan { get; set; } = [];

    public List<BarisKreativitas> Kreativitas { get; set; } = [];

    public List<BarisJabatan> JabatanLain { get; set; } = [];

    /// <summary>"tambahan", "kreativitas" or "jabatan": asks for more empty rows.</summary>
    public string? TambahBaris { get; set; }

    public void Show(Dossier dossier)
    {
        var sheet = (Pp46Sheet)dossier.Sheet;
        Kegiatan = [.. sheet.Kegiatan.Select(k => Baris.From(k.Realisasi))];
        Tambahan = [.. sheet.TugasTambahan.Select(t => new BarisTambahan { Uraian = t.Uraian, NomorSurat = t.NomorSurat })];
        Kreativitas = [.. sheet.Kreativitas.Select(k =>
            new BarisKreativitas { Uraian = k.Uraian, Manfaat = k.Manfaat, NomorSurat = k.NomorSurat })];
        JabatanLain = [.. (sheet.JabatanLain ?? []).Select(j =>
            new BarisJabatan { Uraian = j.Jabatan, Penilai = j.PejabatPenilai, Sampai = j.Sampai, Nilai = j.NilaiSkp })];
        Fit(dossier);
    }

    /// <summary>One row for each kegiatan of the sheet, and empty ones below the rest; rows that were not sent hold what is
    /// stored.</summary>
    public void Fit(Dossier dossier)
    {
        var sheet = (Pp46Sheet)dossier.Sheet;
        Kegiatan = [.. sheet.Kegiatan.Select((k, i) => i < Kegiatan.Count ? Kegiatan[i] : Baris.From(k.Realisasi))];
        Tambahan = WithSpare(Tambahan, MostTambahan, TambahBaris == "tambahan");
        Kreativitas = WithSpare(Kreativitas, MostKreativitas, TambahBaris == "kreativitas");
        JabatanLain = WithSpare(JabatanLain, MostJabatan, more: false);
    }

    public TypedRealisasi Read(Dossier dossier) => new Pp46Realisasi(
        [.. ((Pp46Sheet)dossier.Sheet).Kegiatan.Select((k, i) => i < Kegiatan.Count ? Kegiatan[i].Read() : k.Realisasi)],
        [.. Tambahan.Where(t => !t.IsEmpty).Select(t => new TugasTambahan(t.Uraian.Trimmed() ?? "", t.NomorSurat.Trimmed()))],
        [.. Kreativitas.Where(k => !k.IsEmpty)
            .Select(k => new Kreativitas(k.Uraian.Trimmed() ?? "", k.Manfaat ?? default, k.NomorSurat.Trimmed()))],
        [.. JabatanLain.Where(j => j is { IsEmpty: false, Sampai: not null, Nilai: not null })
            .Select(j => new CapaianJabatan(j.Uraian.Trimmed() ?? "", j.Penilai.Trimmed() ?? "", j.Sampai!.Value, j.Nilai!.Value))]);

    void ISheetForm<TypedRealisasi>.FillFromTarget(Dossier dossier)
    {
        Fit(dossier);
        foreach (var (typed, kegiatan) in Kegiatan.Zip(((Pp46Sheet)dossier.Sheet).Kegiatan))
        {
            typed.FillFrom(kegiatan.Target);
        }
    }

    bool ISheetForm<TypedRealisasi>.IsConfirmed(FormFault doubt) =>
        Kegiatan.Index().Any(k => k.Item.Benar && doubt.Place.StartsWith($"{nameof(Kegiatan)}[{k.Index}].", StringComparison.Ordinal));

    private static List<T> WithSpare<T>(List<T> rows, int most, bool more)
        where T : Tambah, new()
    {
        var empty = rows.AsEnumerable().Reverse().TakeWhile(r => r.IsEmpty).Count();
        var wanted = more ? More : Math.Max(0, Spare - empty);
        return [.. rows.Concat(Enumerable.Range(0, wanted).Select(_ => new T())).Take(most)];
    }

    public sealed class Baris
    {
        public decimal? Ak { get; set; }

        public decimal? Kuantitas { get; set; }

        public decimal? Waktu { get; set; }

        [Rupiah]
        public decimal? Biaya { get; set; }

        /// <summary>Ticked where a figure of this row was doubted and is right.</summary>
        public bool Benar { get; set; }

        internal static Baris From(Realisasi r) => new() { Ak = r.Ak, Kuantitas = r.Kuantitas, Waktu = r.Waktu, Biaya = r.Biaya };

        internal void FillFrom(KegiatanTugasJabatan target) => (Ak, Kuantitas, Waktu, Biaya) = (
            Ak ?? target.Ak, Kuantitas ?? target.Kuantitas, Waktu ?? target.Waktu, Biaya ?? (target.HasBiaya ? target.Biaya : null));

        internal Realisasi Read() => new(Ak, Kuantitas, Waktu, Biaya, Kualitas: null);
    }

    /// <summary>A row that may stay empty.</summary>
    public abstract class Tambah
    {
        public string? Uraian { get; set; }

        public string? NomorSurat { get; set; }

        internal virtual bool IsEmpty => Uraian.Trimmed() is null && NomorSurat.Trimmed() is null;
    }

    public sealed class BarisTambahan : Tambah;

    public sealed class BarisJabatan : Tambah
    {
        public string? Penilai { get; set; }

        public DateOnly? Sampai { get; set; }

        public decimal? Nilai { get; set; }

        internal override bool IsEmpty => base.IsEmpty && Penilai.Trimmed() is null && Sampai is null && Nilai is null;
    }

    public sealed class BarisKreativitas : Tambah
    {
        public ManfaatKreativitas? Manfaat { get; set; }

        internal override bool IsEmpty => base.IsEmpty && Manfaat is null;
    }
}
