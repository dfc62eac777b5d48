using FluentValidation;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

public sealed partial class RunModel
{
    public ImportKind Kind => store.KindOf(Row.Kind);

    private string Over => $"{(Kind.IsOfSheet ? "Berkas" : Kind.Verbs.Run)} ini sudah {Kind.Verbs.Passive} atau dibatalkan. "
        + "Halaman ini menampilkan keadaannya sekarang.";

    public int Good => Count(ImportVerdict.New) + Count(ImportVerdict.Changed);

    public int Count(ImportVerdict verdict) => Counts.GetValueOrDefault(verdict);

    public sealed class Form
    {
        /// <summary>For each head of the file what it means; empty for one that is not read.</summary>
        public string[] Kolom { get; set; } = [];
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Kolom).Custom((columns, context) =>
        {
            foreach (var same in columns.Index().Where(c => !string.IsNullOrEmpty(c.Item)).GroupBy(c => c.Item).Where(g => g.Count() > 1))
            {
                var first = CellNames.Column(same.First().Index);
                context.AddFailure($"{nameof(Form.Kolom)}[{same.Last().Index}]",
                    $"“{same.Key}” sudah dipilih untuk kolom {first}. Pilih arti lain, atau “Tidak dibaca”.");
            }
        });
    }
}
