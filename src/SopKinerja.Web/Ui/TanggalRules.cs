using FluentValidation;

namespace SopKinerja.Web.Ui;

public static class TanggalRules
{
    private const int FirstYear = 2000;

    /// <summary>The date on a letter or another source that is already there: it must be given, from the year 2000 to today.</summary>
    /// <param name="nama">The field in the middle of a sentence: "tanggal surat".</param>
    public static IRuleBuilderOptions<T, DateOnly?> DateOfSource<T>(this IRuleBuilder<T, DateOnly?> rule, string nama, TimeProvider time) =>
        rule.NotNull().WithMessage($"{TextRules.Capitalized(nama)} belum diisi.")
            .Must(day => day is not { } given || (given.Year >= FirstYear && given <= Tanggal.DiWita(time.GetUtcNow())))
            .WithMessage($"{TextRules.Capitalized(nama)} harus antara 1 Januari {FirstYear} dan hari ini.");
}
