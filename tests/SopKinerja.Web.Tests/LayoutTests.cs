using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Pages.Dossiers;
using SopKinerja.Web.Pages.Plans;
using SopKinerja.Web.Pages.Reports;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests;

/// <summary>The house keeps its shape: a few rules about where things are, by reflection and by reading lines.</summary>
public sealed partial class LayoutTests
{
    internal static readonly string Root = FindRoot();
    private static readonly string Web = Path.Combine(Root, "src", "SopKinerja.Web");
    private static readonly IReadOnlyList<Type> PageModels =
        [.. typeof(StepPageModel).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(PageModel)))];

    [Fact]
    public void The_domain_knows_nothing_but_the_framework() =>
        Assert.All(
            typeof(SopTable).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name!, StringComparison.Ordinal));

    [Fact]
    public void Every_row_of_the_SOP_has_its_folder_its_page_and_its_tests()
    {
        foreach (var row in SopTable.Rows)
        {
            var folder = $"Step{row.No}{row.Step}";
            Assert.True(File.Exists(Path.Combine(Web, "Pages", "Dossiers", folder, "Index.cshtml")), folder);
            Assert.StartsWith(
                $"@page \"/berkas/{{id:long}}/{row.Slug}\"",
                File.ReadAllText(Path.Combine(Web, "Pages", "Dossiers", folder, "Index.cshtml")), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Root, "tests", "SopKinerja.Web.Tests", "Dossiers", folder + "Tests.cs")), folder
                + "Tests.cs");
        }
    }

    /// <summary>A sentence that points to a history stands on a page that has one.</summary>
    [Fact]
    public void A_page_that_says_it_shows_its_changes_does()
    {
        var pages = PageModels.Where(t => t.IsAssignableTo(typeof(IShowsChanges))).ToList();
        Assert.True(pages.Count > 3);
        Assert.All(pages, page => Assert.Contains(
            "<partial name=\"_Perubahan\"",
            File.ReadAllText(Path.Combine([Web, .. page.Namespace!.Split('.').Skip(2), $"{page.Name[..^"Model".Length]}.cshtml"])),
            StringComparison.Ordinal));
    }

    [Fact]
    public void Every_step_page_lives_in_the_folder_of_its_step()
    {
        // The pages of an unanswered signature and of the acts are for whatever row the dossier waits at.
        foreach (var page in PageModels.Where(t => t.IsAssignableTo(typeof(StepPageModel)) && !IsForEveryRow(t)))
        {
            var step = (Step)page.GetProperty(nameof(StepPageModel.Step))!.GetValue(
                System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(page))!;
            Assert.Equal($"SopKinerja.Web.Pages.Dossiers.Step{(int)step}{step}", page.Namespace);
        }
    }

    private static bool IsForEveryRow(Type page)
    {
        try
        {
            page.GetProperty(nameof(StepPageModel.Step))!.GetValue(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(page));
            return false;
        }
        catch (System.Reflection.TargetInvocationException asksItsDossier) when (asksItsDossier.InnerException is NullReferenceException)
        {
            return true;
        }
    }

    [Fact]
    public void Every_page_is_covered_by_a_row_of_access_or_is_one_of_the_anonymous_few()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Web, "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => File.ReadLines(f).First().StartsWith("@page", StringComparison.Ordinal))
            .Select(f => "/" + Path.GetRelativePath(Path.Combine(Web, "Pages"), f).Replace('\\', '/')[..^".cshtml".Length]);

        Assert.DoesNotContain(pages, p => PageAccess.RowFor(p) is null && !PageAccess.Anonymous.Contains(p));
        Assert.Equal(5, PageAccess.Anonymous.Count);
    }

    [Theory]
    [InlineData("PdfSharp", "SopKinerja.Forms/", "SopKinerja.Web/Documents/")]
    [InlineData("QuestPDF", "SopKinerja.QuestPdf/")]
    public void Only_what_draws_forms_knows_a_PDF_library(string library, params string[] folders)
    {
        var known = Everywhere()
            .Where(f => Regex.IsMatch(f.Text, $@"\b{library}\.[A-Z]", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(f => f.Place).ToList();

        Assert.NotEmpty(known);
        Assert.All(known, place => Assert.Contains(folders, folder => place.StartsWith(folder, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_program_that_draws_with_PDFsharp_does_not_refer_to_QuestPDF() => Assert.Equal(
        TheEngine.Built is not PdfSharpEngine,
        typeof(Program).Assembly.GetReferencedAssemblies().Any(reference => reference.Name == "SopKinerja.QuestPdf"));

    [Fact]
    public void The_forms_know_nothing_of_the_SOP() => Assert.DoesNotContain(
        typeof(FormDescription).Assembly.GetReferencedAssemblies(), reference =>
            reference.Name!.StartsWith("SopKinerja", StringComparison.Ordinal));

    [Fact]
    public void Only_signing_knows_cryptographic_messages() =>
        Assert.Empty(Sources("*.cs").Where(f => !f.Place.StartsWith("Signing/", StringComparison.Ordinal)
            // A name in quotes is one for people to read.
            && Regex.IsMatch(f.Text, """(?<!")System\.Security\.Cryptography\.Pkcs""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).Select(f => f.Place));

    [Fact]
    public void No_page_carries_a_script_or_a_style_of_its_own_or_asks_anything_of_another_host() =>
        Assert.Empty(Sources("*.cshtml").Where(f => Inline().IsMatch(f.Text)).Select(f => f.Place));

    [Fact]
    public void A_step_page_asks_the_procedure_and_not_who_somebody_is() =>
        Assert.Empty(Sources("*.cs").Where(f => f.Place.StartsWith("Pages/Dossiers/Step", StringComparison.Ordinal)
            && !f.Place.EndsWith("Open.cshtml.cs", StringComparison.Ordinal)
            && (f.Text.Contains(".Holds(", StringComparison.Ordinal) || f.Text.Contains("Role.", StringComparison.Ordinal)
                || f.Text.Contains("IsInRole", StringComparison.Ordinal))).Select(f => f.Place));

    [Fact]
    public void No_line_of_a_view_is_longer_than_140_columns() => Assert.Empty(Sources("*.cshtml")
        .SelectMany(f => f.Text.Split('\n').Index().Where(l => l.Item.Length > 140).Select(l => $"{f.Place}:{l.Index + 1}")));

    // What people typed is shown with its line breaks, so a break of the view beside it would show too.
    [Fact]
    public void No_view_breaks_a_line_where_line_breaks_show() =>
        Assert.Empty(Sources("*.cshtml").SelectMany(f => ShownBreak().Matches(f.Text).Select(m => $"{f.Place}: {m.Value.Trim()}")));

    [Theory]
    [InlineData("<td class=\"kecil baris-asli\">\n    @text\n</td>")]
    [InlineData("<blockquote>\n    @reason</blockquote>")]
    [InlineData("<p data-label=\"Isi\" class=\"kutipan\"> \n")]
    public void A_break_that_would_show_is_seen(string view) => Assert.Matches(ShownBreak(), view);

    [Fact]
    public void Page_models_are_short_and_the_program_shorter()
    {
        var pages = Lengths("*.cshtml.cs");

        Assert.DoesNotContain(pages.Concat(Lengths("*PageModel*.cs")), f => f.Lines > 116);
        Assert.InRange(pages[pages.Count / 2].Lines, 1, 55);
        Assert.InRange(File.ReadAllLines(Path.Combine(Web, "Program.cs")).Length, 1, 50);
    }

    private static List<(string Place, int Lines)> Lengths(string pattern) =>
        [.. Sources(pattern).Select(f => (f.Place, Lines: f.Text.Split('\n').Length - 1)).OrderBy(f => f.Lines)];

    [Fact]
    public void No_line_of_the_program_is_longer_than_140_columns_but_the_rows_of_a_table() => Assert.Empty(Everywhere(isWhole: true)
        .Where(f => f.Place.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(f => TooLong(f.Text).Select(line => $"{f.Place}:{line}")));

    [Theory]
    [InlineData(true, "x", "        var long = 1; ")]
    [InlineData(true, "x", "        new(")]
    [InlineData(false, "        new(1),", "        new(")]
    [InlineData(false, "        (1, 2),", "        (")]
    public void A_row_of_a_table_has_another_beside_it(bool isTooLong, string above, string line) =>
        Assert.Equal(isTooLong, TooLong($"{above}\n{line}{new string('x', 140)}),").Any());

    // A row begins where the one above or below it begins, and as it begins.
    private static IEnumerable<int> TooLong(string text)
    {
        var lines = text.Split('\n');
        return lines.Index().Where(l => l.Item.Length > 140 && !(IsRow(lines, l.Index, l.Index - 1) || IsRow(lines, l.Index, l.Index + 1)))
            .Select(l => l.Index + 1);
    }

    private static bool IsRow(string[] lines, int at, int beside) => beside >= 0 && beside < lines.Length
        && RowStart().Match(lines[at]) is { Success: true } start && RowStart().Match(lines[beside]).Value == start.Value;

    [GeneratedRegex(@"^ +(new\(|\(|\[InlineData|\[\w|\{ ""|\.\. )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowStart();

    [Fact]
    public void Nobody_but_a_folder_named_after_a_law_names_its_sheet_or_plan_or_asks_which_law_it_is() =>
        Assert.Empty(Everywhere().Where(f => !f.Place.Contains("/Scoring/", StringComparison.Ordinal)
            && !f.Place.Split('/').Any(part => part is "Pp46" or "PermenPanRb6"))
            .SelectMany(f => LawAsked().Matches(f.Text).Select(m => $"{f.Place}: {m.Value}")));

    [Theory]
    [InlineData("dossier.Sheet is Pp46Sheet")]
    [InlineData("plan.Method == ScoringMethods.Pp46")]
    [InlineData("plan.Content is not SasaranKinerja")]
    [InlineData("(SasaranKerja)plan.Content")]
    [InlineData("method == Domain.Scoring.ScoringMethods.Pp46")]
    [InlineData("method is ScoringMethods.Pp46 or null")]
    [InlineData("method switch { ScoringMethods.Pp46 => 1 }")]
    [InlineData("method.Equals(ScoringMethods.Pp46)")]
    [InlineData("ScoringMethods.PermenPanRb6 != method")]
    [InlineData("method == \"PP46_2011\"")]
    [InlineData("period.Method.StartsWith(\"PP\")")]
    [InlineData("dossier.Method.Contains(\"46\")")]
    public void A_question_about_the_law_is_seen(string code) => Assert.Matches(LawAsked(), code);

    [Fact]
    public void Every_law_has_its_row_in_each_table_and_an_unknown_law_is_an_error_everywhere()
    {
        var laws = ScoringMethods.Rows.Select(m => m.Key).ToList();

        Assert.Equal(laws, PrintedForms.Rows.Select(r => r.Method));
        Assert.Equal(laws, LawPages.Rows.Select(r => r.Method));
        Assert.Throws<ArgumentException>(() => ScoringMethods.Row("PP_30_2019"));
        Assert.Throws<ArgumentException>(() => PrintedForms.Of("PP_30_2019"));
        Assert.Throws<ArgumentException>(() => LawPages.Of("PP_30_2019"));
        Assert.Throws<ArgumentException>(() => ResultWords.Of("PP_30_2019"));
    }

    [Fact]
    public void Only_one_place_knows_how_the_database_refuses() => Assert.Equal(
        ["Persistence/FirstConnection.cs", "Persistence/Migrator.cs", "Persistence/RuntimeRole.cs", "Persistence/Unsaved.cs"],
        Sources("*.cs").Where(f => Regex.IsMatch(f.Text, @"\b(DbUpdate\w*|Postgres|Npgsql|Db)Exception\b|\bSqlState\b|""SK\d{3}""|""(23|40|57)\d{3}""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(f => f.Place).Order(StringComparer.Ordinal));

    [Fact]
    public void The_number_of_a_step_is_typed_in_the_table_and_nowhere_else() => Assert.Empty(Everywhere()
        .Where(f => !f.Place.EndsWith("Sop/SopTable.cs", StringComparison.Ordinal)
            && !f.Place.EndsWith("Sop/Step.cs", StringComparison.Ordinal))
        .SelectMany(f => StepTyped().Matches(f.Text).Select(m => $"{f.Place}: {m.Value}")));

    [Theory]
    [InlineData("menunggu langkah 5 (Penandatanganan)")]
    [InlineData("Langkah 7")]
    [InlineData("if ((int)dossier.Step == 7)")]
    [InlineData("where d.step > 4")]
    [InlineData("if ((int)step is 4)")]
    [InlineData("if (5 == (int)dossier.Step)")]
    [InlineData("var step = (Step)6;")]
    [InlineData("langkah ke-5")]
    [InlineData("Langkah kelima")]
    [InlineData("langkah lima")]
    [InlineData("\"langkah \" + 7")]
    public void A_typed_number_of_a_step_is_seen(string text) => Assert.Matches(StepTyped(), text);

    [Fact]
    public void Every_handler_of_a_page_about_a_dossier_or_a_plan_says_which_act_it_performs()
    {
        foreach (
            var handler in PageModels.SelectMany(t => t.GetMethods()).Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)))
        {
            var name = Regex.Match(handler.Name, "^OnPost(?<act>.*?)(Async)?$", RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)).Groups["act"].Value;
            if (handler.ReflectedType!.IsAssignableTo(typeof(StepPageModel)))
            {
                Assert.True(Says<Act>(handler, name), $"{handler.ReflectedType}.{handler.Name}");
            }
            else if (handler.ReflectedType.IsAssignableTo(typeof(PlanPageModel)))
            {
                Assert.True(Says<PlanAct>(handler, name), $"{handler.ReflectedType}.{handler.Name}");
            }
        }

        static bool Says<TAct>(MethodInfo handler, string name)
            where TAct : struct, Enum =>
            name.Length == 0 || Enum.IsDefined(typeof(TAct), name) || handler.GetCustomAttribute<PerformsAttribute<TAct>>() is not null;
    }

    [Fact]
    public void What_no_table_knows_is_an_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Role)99).Nama());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Role)99).Kolom());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((RefusalKind)99).Status());
        Assert.Throws<ArgumentOutOfRangeException>(() => EndReasons.Sebab((EndReason)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanWords.Nama((PlanState)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => SkpTercetak.Draf((PlanState)99));
    }

    [Fact]
    public void No_form_binds_an_entity()
    {
        var bound = PageModels.SelectMany(
            t => t.GetProperties().Where(p => p.GetCustomAttribute<Microsoft.AspNetCore.Mvc.BindPropertyAttribute>() is not null));

        Assert.All(bound, p => Assert.True(
            p.PropertyType.Assembly != typeof(SopTable).Assembly
                || p.PropertyType.IsEnum || Nullable.GetUnderlyingType(p.PropertyType)?.IsEnum == true,
            $"{p.DeclaringType}.{p.Name}"));
    }

    private static IEnumerable<(string Place, string Text)> Sources(string pattern) => Directory
        .EnumerateFiles(Web, pattern, SearchOption.AllDirectories)
        .Select(f => (Place: Path.GetRelativePath(Web, f).Replace('\\', '/'), File: f))
        .Where(f => !f.Place.StartsWith("bin/", StringComparison.Ordinal) && !f.Place.StartsWith("obj/", StringComparison.Ordinal))
        .Select(f => (f.Place, File.ReadAllText(f.File)));

    private static IEnumerable<(string Place, string Text)> Everywhere(bool isWhole = false) => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories)
        .Select(f => (Place: Path.GetRelativePath(Path.Combine(Root, "src"), f).Replace('\\', '/'), File: f))
        .Where(f => (f.Place.EndsWith(".cs", StringComparison.Ordinal) || f.Place.EndsWith(".cshtml", StringComparison.Ordinal))
            && !f.Place.Contains("/bin/", StringComparison.Ordinal) && !f.Place.Contains("/obj/", StringComparison.Ordinal))
        .Select(f => (f.Place, isWhole ? File.ReadAllText(f.File) : Comments().Replace(File.ReadAllText(f.File), "")));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SopKinerja.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("""(<script(?![^>]*\ssrc="~/)|<style|\sstyle=|\son[a-z]+=|https?://|javascript:)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex(
        """
        \b(Pp46Sheet|PermenPanRb6Sheet|SasaranKerja|SasaranKinerja)\b
        |(==|!=|\bis(\s+not)?|\bor|\bcase|\.Equals\()\s*([\w.]+\.)?ScoringMethods\.(Pp46|PermenPanRb6)\b
        |\bScoringMethods\.(Pp46|PermenPanRb6)\s*(==|!=|=>|\.Equals)
        |"(PP46_|PERMENPANRB_)
        |\b[Mm]ethod\.(StartsWith|EndsWith|Contains|IndexOf)\(
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex LawAsked();

    [GeneratedRegex(
        """
        \b[Ll]angkah[ ](ke-?[ ]?)?([1-7]|satu|pertama|dua|tiga|empat|lima|enam|tujuh)\b
        |[Ll]angkah[ ]?"\s*\+\s*[1-7]\b
        |\b[Ss]tep\)?\s*(==|!=|<=|>=|<|>|is(\s+not)?)\s*[1-7]\b
        |\b[1-7]\s*(==|!=|<=|>=|<|>)\s*\(int\)[\w.]*[Ss]tep\b
        |\(Step\)\s*[1-7]\b
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex StepTyped();

    [GeneratedRegex(
        """<(blockquote|textarea|pre|\w+\s[^<>]*\bclass="[^"]*\b(baris-asli|kutipan)\b[^"]*")[^<>]*>[ ]*\n""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShownBreak();

    // What a comment says of the SOP is for the reader, and binds no one.
    [GeneratedRegex(@"(?<!:)//[^\n]*|@\*.*?\*@", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Comments();
}
