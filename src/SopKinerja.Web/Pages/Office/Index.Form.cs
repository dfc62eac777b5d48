using System.ComponentModel.DataAnnotations;
using System.Reflection;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Pages.Office;

public partial class IndexModel
{
    public static IReadOnlyList<(SettingGroup Group, string Judul)> Groups { get; } =
    [
        (SettingGroup.Kop, "Kop dan nama"), (SettingGroup.Aplikasi, "Alamat aplikasi"), (SettingGroup.Arsip, "Dokumen dan arsip"),
        (SettingGroup.JamKerja, "Jam kerja"), (SettingGroup.Keamanan, "Keamanan"),
    ];

    /// <summary>Those that are written in a field; the picture is handed in.</summary>
    public static IEnumerable<SettingRow> Typed => SettingTable.Rows.Where(r => r.Kind != SettingKind.Picture);

    public static IEnumerable<SelectListItem> Choices(SettingRow row) => row.Choices.Select(c => new SelectListItem(c.Text, c.Value));

    /// <summary>A property for each row, by its key; nothing comes for a field that the environment locks.</summary>
    public sealed class Form
    {
        private static readonly Dictionary<string, PropertyInfo> Fields = typeof(Form).GetProperties().ToDictionary(p => p.Name);

        public string? DinasNama { get; set; }

        public string? DinasNamaPendek { get; set; }

        public string? DinasPemerintah { get; set; }

        public string? DinasAlamat { get; set; }

        public string? DinasTempat { get; set; }

        public string? DinasAlamatAplikasi { get; set; }

        public string? DinasKodeKlasifikasi { get; set; }

        public string? DinasHariKeberatan { get; set; }

        [DataType(DataType.MultilineText)]
        public string? JamKerjaBiasa { get; set; }

        [DataType(DataType.MultilineText)]
        public string? JamKerjaKhusus { get; set; }

        public string? MasukKodeSekaliPakai { get; set; }

        public string? MasukHariSlip { get; set; }

        public string? SesiMenitDiam { get; set; }

        public string? CatatanBulanSimpan { get; set; }

        public IFormFile? Gambar { get; set; }

        public bool TanpaGambar { get; set; }

        /// <summary>The newest change that was known when the form was shown.</summary>
        public long? Version { get; set; }

        internal string? Of(SettingRow row) => (string?)Fields[row.Key].GetValue(this);
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f).Custom((form, context) =>
            {
                foreach (var row in Typed)
                {
                    if (row.WhyNot(form.Of(row)) is { } fault)
                    {
                        context.AddFailure(row.Key, fault);
                    }
                }
            });
            RuleFor(f => f.Gambar).Custom((file, context) =>
            {
                if (file is not null && (file.Length > LetterheadImage.MostBytes ? TooLarge : FaultOf(file)) is { } fault)
                {
                    context.AddFailure(fault);
                }
            });
        }

        private static string TooLarge => $"Gambarnya lebih dari {LetterheadImage.MostBytes / 1000} kB. Perkecillah.";

        private static string? FaultOf(IFormFile file) =>
            LetterheadImage.Of(BytesOf(file), out var fault) is null ? $"Gambar ini tidak dapat dipakai: {fault}." : null;
    }

    private static byte[] BytesOf(IFormFile file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
