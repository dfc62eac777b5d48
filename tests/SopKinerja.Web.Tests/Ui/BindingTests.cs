using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Ui;

public sealed partial class BindingTests
{
    [Theory]
    [InlineData("85,5", "85.5")]
    [InlineData("85.5", "85.5")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("170.395.000", "170395000")]
    public async Task A_figure_is_read_as_written_here(string typed, string figure)
    {
        var (form, state) = await Bind("Ak", typed);
        Assert.Equal(0, state.ErrorCount);
        Assert.Equal(decimal.Parse(figure, CultureInfo.InvariantCulture), form.Ak);
    }

    [Theory]
    [InlineData("Ak", "1.234")]
    [InlineData("Ak", "1,234")]
    [InlineData("Ak", "12,345")]
    [InlineData("Ak", "750.000.00")]
    [InlineData("Ak", "٨٥")]
    [InlineData("Ak", "８５")]
    [InlineData("Ak", "1,98507E+17")]
    [InlineData("Biaya", "750.000.00")]
    [InlineData("Biaya", "1234,567")]
    [InlineData("Biaya", "0,750")]
    [InlineData("Ak", "delapan")]
    [InlineData("Tmt", "31-02-2026")]
    [InlineData("Jumlah", "dua")]
    [InlineData("Jumlah", "99999999999")]
    [InlineData("Kunci", "bukan guid")]
    public async Task What_cannot_be_read_is_refused_in_indonesian_and_stays_typed(string field, string typed)
    {
        var (_, state) = await Bind(field, typed);
        var error = Assert.Single(state[field]!.Errors);
        Assert.Equal(typed, state[field]!.AttemptedValue);
        Assert.EndsWith(".", error.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("value", error.ErrorMessage, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("valid", error.ErrorMessage, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_empty_field_is_none_where_that_is_allowed_and_a_sentence_where_it_is_not()
    {
        var (form, optional) = await Bind("Ak", " ");
        var (_, required) = await Bind("Wajib", "");
        Assert.Equal(0, optional.ErrorCount);
        Assert.Null(form.Ak);
        Assert.Equal("Isian ini belum diisi.", Assert.Single(required["Wajib"]!.Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("Nama", "  Nama  Dua   Spasi ", "Nama Dua Spasi")]
    [InlineData("Nama", "Nama\tDua", "Nama Dua")]
    [InlineData("Nama", "Nama\nDua ", "Nama\nDua ")]
    [InlineData("Nama", "Nama Dua\n", "Nama Dua")]
    [InlineData("Catatan", " a  b\n c ", " a  b\n c ")]
    [InlineData("Catatan", "a  b", "a  b")]
    [InlineData("Sandi", " a  b ", " a  b ")]
    public async Task A_text_of_one_line_has_single_blanks_and_one_of_several_stays_as_it_was_typed(string field, string typed, string read)
    {
        var (form, state) = await Bind(field, typed);

        Assert.Equal(read, field switch { "Nama" => form.Nama, "Catatan" => form.Catatan, _ => form.Sandi });
        Assert.Equal(typed, state[field]!.AttemptedValue);
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("22-11-2026")]
    [InlineData("22/11/2026")]
    public async Task A_date_is_read_from_the_field_or_as_typed(string typed)
    {
        var (form, _) = await Bind("Tmt", typed);
        Assert.Equal(new DateOnly(2026, 11, 22), form.Tmt);
    }

    [Theory]
    [InlineData("Rp750.000,-", "750000")]
    [InlineData("750.000,-", "750000")]
    [InlineData("750,000", "750000")]
    [InlineData("750.000", "750000")]
    [InlineData("Rp 0", "0")]
    [InlineData("750\u200b.000", "750000")]
    [InlineData("Rp\u202f750\u202f000", "750000")]
    [InlineData("Nihil", null)]
    [InlineData("-", null)]
    [InlineData("–", null)]
    [InlineData("\u200b", null)]
    public async Task An_amount_is_read_as_offices_write_it(string typed, string? amount)
    {
        var (form, state) = await Bind("Biaya", typed);
        Assert.Equal(0, state.ErrorCount);
        Assert.Equal(amount, form.Biaya?.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Ak", "-")]
    [InlineData("Ak", "Nihil")]
    [InlineData("Ak", "\u200b")]
    public async Task A_figure_is_left_out_as_on_paper(string field, string typed)
    {
        var (form, state) = await Bind(field, typed);
        Assert.Equal((0, null), (state.ErrorCount, form.Ak));
    }

    [Theory]
    [InlineData("\u200b12\u202f", 12)]
    [InlineData("\ufeff12\r\n", 12)]
    public async Task A_whole_number_is_read_without_what_nobody_sees(string typed, int number) =>
        Assert.Equal(number, (await Bind("Jumlah", typed)).Form.Jumlah);

    [Theory]
    [InlineData("Nama", "Nor\u200baini", "Noraini")]
    [InlineData("Nama", "Ni\u0301 Luh", "N\u00ed Luh")]
    [InlineData("Nama", "Nor\u00adaini", "Noraini")]
    [InlineData("Nama", "a\r\nb", "a\nb")]
    [InlineData("Nama", "Nor\u00a0aini\tS.E.", "Nor aini S.E.")]
    [InlineData("Nama", "\u200b\u00a0", null)]
    [InlineData("Nama", " x ", "x")]
    [InlineData("Sandi", "e\u0301 \u00ad\u200b", "e\u0301 \u00ad\u200b")]
    [InlineData("Daftar[0]", "Nor\u200baini", "Noraini")]
    public async Task Words_have_one_spelling_and_passwords_stay_as_they_were_typed(string field, string typed, string? kept)
    {
        var (form, state) = await Bind(field, typed);
        Assert.Equal(kept, field switch { "Nama" => form.Nama, "Sandi" => form.Sandi, _ => form.Daftar[0] });
        Assert.Equal(typed, state[field]!.AttemptedValue);
    }

    // PP 46 prints its target in one line, though the field shows it in several. Two steps are yet to be marked.
    [Fact]
    public void Every_field_of_several_lines_is_marked_as_one()
    {
        var pages = Path.Combine(LayoutTests.Root, "src", "SopKinerja.Web", "Pages");
        var unmarked = Directory.EnumerateFiles(pages, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(view => Area().Matches(File.ReadAllText(view)).Select(m => (View: view, Name: m.Groups["name"].Value)))
            .Where(f => !IsMarked(Path.GetDirectoryName(f.View)!, f.Name)).Select(f => $"{f.View} {f.Name}");

        Assert.Equal(["Uraian"], unmarked.Select(f => f.Split(' ')[^1]));
    }

    private static bool IsMarked(string folder, string name) => Directory.EnumerateFiles(folder, "*.cs").Any(file => File.ReadAllText(file)
        .Contains($"[DataType(DataType.MultilineText)]\n", StringComparison.Ordinal)
        && Regex.IsMatch(File.ReadAllText(file), $@"MultilineText\)\]\s+public string\? {name} "));

    [GeneratedRegex(
        @"<isian\s+(for=""([A-Za-z]+\.)*(?<name>[A-Za-z]+)""|name=""[^""]*\.(?<name>[A-Za-z]+)"")[^>]*type=""textarea""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();

    [Fact]
    public void Every_field_for_a_password_or_passphrase_keeps_what_was_typed()
    {
        var pages = Path.Combine(LayoutTests.Root, "src", "SopKinerja.Web", "Pages");
        var names = Directory.EnumerateFiles(pages, "*.cshtml", SearchOption.AllDirectories).SelectMany(view => PasswordField()
            .Matches(File.ReadAllText(view)).Select(m => m.Groups["name"].Value)).ToHashSet();
        var fields = typeof(TextModelBinder).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("SopKinerja.Web.Pages", StringComparison.Ordinal) == true).SelectMany(t => t.GetProperties()).Where(p => p.PropertyType == typeof(string) && p.CanWrite && names.Contains(p.Name)).ToList();

        Assert.True(fields.Count >= 12, $"{fields.Count}");
        Assert.All(fields, p => Assert.True(
            p.GetCustomAttributes(typeof(DataTypeAttribute), inherit: false) is [DataTypeAttribute { DataType: DataType.Password }],
            $"{p.DeclaringType}.{p.Name}"));
    }

    [GeneratedRegex(@"<isian for=""Input\.(?<name>\w+)""[^>]*type=""password""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PasswordField();

    private static async Task<(Form Form, ModelStateDictionary State)> Bind(string field, string typed)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMvcCore(o => o.UseIndonesianMessages()).AddDataAnnotations();
        await using var provider = services.BuildServiceProvider();
        var action = new ActionContext(new DefaultHttpContext { RequestServices = provider }, new RouteData(), new ActionDescriptor());
        var values = new FormValueProvider(
            BindingSource.Form,
            new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { [field] = typed }),
            CultureInfo.GetCultureInfo("id-ID"));
        var metadata = provider.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Form));
        var factory = provider.GetRequiredService<IModelBinderFactory>();
        var binder = factory.CreateBinder(new ModelBinderFactoryContext { Metadata = metadata, CacheToken = metadata });
        var context = DefaultModelBindingContext.CreateBindingContext(action, values, metadata, bindingInfo: null, modelName: "");
        await binder.BindModelAsync(context);
        return ((Form)context.Result.Model!, action.ModelState);
    }

    public sealed class Form
    {
        public decimal? Ak { get; set; }

        public decimal Wajib { get; set; }

        public DateOnly? Tmt { get; set; }

        public int Jumlah { get; set; }

        public Guid? Kunci { get; set; }

        [Rupiah]
        public decimal? Biaya { get; set; }

        public string? Nama { get; set; }

        [DataType(DataType.MultilineText)]
        public string? Catatan { get; set; }

        [DataType(DataType.Password)]
        public string? Sandi { get; set; }

        public List<string?> Daftar { get; set; } = [];
    }
}
