using FluentValidation;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.PermenPanRb6;

/// <summary>What the analis types under PermenPANRB 6/2022; gaps are allowed in a draft.</summary>
public sealed class InputForm : ISheetForm<TypedRealisasi>
{
    string ISheetForm<TypedRealisasi>.Method => ScoringMethods.PermenPanRb6;

    string ISheetForm<TypedRealisasi>.Prefix => "Kinerja";

    /// <summary>The most characters of one realisasi.</summary>
    public const int MostRealisasi = 1000;

    public List<Baris> HasilKerja { get; set => field = [.. value.Select(row => row ?? new())]; } = [];

    public void Show(Dossier dossier) =>
        HasilKerja = [.. ((PermenPanRb6Sheet)dossier.Sheet).HasilKerja.Select(hasil => Baris.From(hasil, dossier.Evidence))];

    public void Fit(Dossier dossier) => HasilKerja = [.. ((PermenPanRb6Sheet)dossier.Sheet).HasilKerja.Index().Select(stored =>
        HasilKerja.ElementAtOrDefault(stored.Index) is { } typed
            ? typed.For(stored.Item, dossier.Evidence)
            : Baris.From(stored.Item, dossier.Evidence))];

    public TypedRealisasi Read(Dossier dossier)
    {
        Fit(dossier);
        return new PermenPanRb6Realisasi([.. HasilKerja.Select(row => row.Read(dossier.Evidence))]);
    }

    /// <remarks>A plan without targets of its own says what is expected in words, which no realisasi repeats.</remarks>
    void ISheetForm<TypedRealisasi>.FillFromTarget(Dossier dossier)
    {
        Fit(dossier);
        var sheet = (PermenPanRb6Sheet)dossier.Sheet;
        foreach (var (position, typed) in HasilKerja.Index())
        {
            typed.Fill([.. BarisIndikator.Of(sheet, position).Select(b => b.Target)]);
        }
    }

    void ISheetForm<TypedRealisasi>.FillFrom(Dossier dossier, Sheet part)
    {
        Fit(dossier);
        foreach (var (typed, there) in HasilKerja.Zip(((PermenPanRb6Sheet)part).HasilKerja))
        {
            typed.Fill(there.Realisasi);
        }
    }

    /// <summary>One rencana: a realisasi for each indikator, a tick for each bukti dukung.</summary>
    public sealed class Baris
    {
        public List<string?> Realisasi { get; set; } = [];

        public List<bool> Bukti { get; set; } = [];

        internal static Baris From(HasilKerja hasil, IReadOnlyList<Evidence> evidence) => new()
        {
            Realisasi = [.. hasil.Realisasi],
            Bukti = [.. evidence.Select(e => hasil.Bukti.Contains(e.Key))],
        };

        internal Baris For(HasilKerja hasil, IReadOnlyList<Evidence> evidence) => new()
        {
            Realisasi = [.. hasil.Realisasi.Select((stored, i) => i < Realisasi.Count ? Realisasi[i] : stored)],
            Bukti = [.. evidence.Select((e, i) => i < Bukti.Count ? Bukti[i] : hasil.Bukti.Contains(e.Key))],
        };

        internal void Fill(IReadOnlyList<string?> from) =>
            Realisasi = [.. Realisasi.Select((typed, i) => typed.Trimmed() is null ? from.ElementAtOrDefault(i) : typed)];

        internal TypedHasilKerja Read(IReadOnlyList<Evidence> evidence) => new(
            [.. Realisasi.Select(typed => typed.Trimmed())],
            [.. evidence.Where((_, i) => Bukti[i]).Select(e => e.Key)]);
    }

    public sealed class Validator : AbstractValidator<InputForm>
    {
        public Validator() => RuleForEach(f => f.HasilKerja).ChildRules(row =>
            row.RuleForEach(r => r.Realisasi).OptionalText(MostRealisasi, "realisasi", multiline: true));
    }
}
