using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

public sealed class PeriodForm
{
    internal const string NamaTaken = "Nama ini sudah dipakai periode lain. Pilih nama lain.";

    public string? Nama { get; set; }

    public DateOnly? Mulai { get; set; }

    public DateOnly? Selesai { get; set; }

    public string? Method { get; set; }

    [DataType(DataType.MultilineText)]
    public string? MethodReason { get; set; }

    public KalaEvaluasi? Kala { get; set; }

    public bool Pengesahan { get; set; }

    public bool Terbuka { get; set; } = true;

    public uint? Version { get; set; }

    /// <summary>The year of a day.</summary>
    public static PeriodForm New(DateOnly today) => new()
    {
        Nama = $"Tahun {today.Year}",
        Mulai = new(today.Year, 1, 1),
        Selesai = new(today.Year, 12, 31),
        Method = ScoringMethods.InForce(today, today)?.Key,
        Kala = KalaEvaluasi.Triwulanan,
    };

    /// <summary>The year after a period: the same days, evaluated and ratified the same, under the regulation in force then.</summary>
    public static PeriodForm After(Period p)
    {
        var (mulai, selesai) = (p.Selesai.AddDays(1), p.Selesai.AddDays(1).AddYears(1).AddDays(-1));
        // Of a part of a year, the same part.
        if (selesai.DayNumber - mulai.DayNumber > p.Selesai.DayNumber - p.Mulai.DayNumber + 1)
        {
            (mulai, selesai) = (p.Mulai.AddYears(1), p.Selesai.AddYears(1));
        }

        return new()
        {
            Nama = p.Nama.Contains($"{p.Selesai.Year}", StringComparison.Ordinal)
                ? p.Nama.Replace($"{p.Selesai.Year}", $"{selesai.Year}", StringComparison.Ordinal) : $"Tahun {selesai.Year}",
            Mulai = mulai,
            Selesai = selesai,
            Method = ScoringMethods.InForce(mulai, selesai)?.Key,
            Kala = p.Kala ?? KalaEvaluasi.Triwulanan,
            Pengesahan = p.AsksPengesahan,
        };
    }

    /// <summary>The form, or the first year after it that no period of the same regulation holds.</summary>
    public static PeriodForm Free(PeriodForm form, IReadOnlyList<Period> all)
    {
        // Each turn leaves one period behind.
        for (var turn = 0; turn < all.Count && OtherPeriods.Overlapping(form, all) is { } other; turn++)
        {
            form = After(other);
        }

        return form;
    }

    public static PeriodForm Of(Period p) => new()
    {
        Nama = p.Nama,
        Mulai = p.Mulai,
        Selesai = p.Selesai,
        Method = p.Method,
        MethodReason = p.MethodReason,
        Kala = p.Kala,
        Pengesahan = p.AsksPengesahan,
        Terbuka = p.IsOpen,
        Version = p.Version,
    };

    public static IReadOnlyList<SelectListItem> Methods { get; } =
        [.. ScoringMethods.Rows.Select(m => new SelectListItem($"{m.Nama} (berlaku {m.MasaBerlaku})", m.Key))];

    public static IReadOnlyList<SelectListItem> Kalas { get; } =
        [.. Enum.GetValues<KalaEvaluasi>().Select(k => new SelectListItem(k.ToString(), k.ToString()))];

    /// <summary>The warning when the regulation was not the law for these dates; null when it was, or something is still missing.</summary>
    public string? Warning() =>
        ScoringMethods.Rows.FirstOrDefault(m => m.Key == Method) is { } method && Mulai is { } mulai && Selesai is { } selesai
            ? method.WhyNotLaw(mulai, selesai)
            : null;
}

public sealed class PeriodFormValidator : AbstractValidator<PeriodForm>
{
    private const int MostDays = 366;

    public PeriodFormValidator()
    {
        RuleFor(f => f.Nama).Text(100, "nama periode");
        RuleFor(f => f.Mulai).NotNull()
            .WithMessage("Tanggal mulai belum diisi.").Must(IsSane).WithMessage("Tahun pada tanggal mulai harus antara 2000 dan 2100.");
        RuleFor(f => f.Selesai).NotNull()
            .WithMessage("Tanggal selesai belum diisi.").Must(IsSane).WithMessage("Tahun pada tanggal selesai harus antara 2000 dan 2100.")
            .Must((f, selesai) => f.Mulai is null
                || selesai >= f.Mulai).WithMessage("Tanggal selesai harus sama dengan atau sesudah tanggal mulai.")
            .Must((f, selesai) => f.Mulai is not { } mulai || selesai!.Value.DayNumber - mulai.DayNumber < MostDays)
            .WithMessage("Satu periode paling lama satu tahun (366 hari). Majukan tanggal selesai.");
        RuleFor(f => f.Method).Must(key => ScoringMethods.Rows.Any(m => m.Key == key)).WithMessage("Peraturan penilaian belum dipilih.");
        RuleFor(f => f.Kala).NotNull().When(f => ScoringMethods.Rows.Any(m => m.Key == f.Method && m.HasEvaluasiPeriodik))
            .WithMessage("Evaluasi periodik belum dipilih: bulanan atau triwulanan.");
        RuleFor(f => f.MethodReason).OptionalText(500, "alasan", multiline: true)
            .Must((f, reason) => f.Warning() is null || reason.Trimmed() is { Length: >= 10 })
            .WithMessage(f => $"{f.Warning()} Bila peraturan ini tetap dipakai, tulis alasannya, paling sedikit 10 karakter.");
    }

    private static bool IsSane(DateOnly? date) => date is { Year: >= 2000 and <= 2100 };
}
