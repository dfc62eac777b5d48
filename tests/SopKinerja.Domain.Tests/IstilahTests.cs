using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests;

/// <summary>Every word of a public name of the domain stands on one side of the border: in the list here, or in docs/istilah.md.</summary>
public sealed partial class IstilahTests
{
    private static readonly HashSet<string> English =
    [.. """
        Above Account Acknowledge Acknowledged Act Active Actor Acts Actual Add Added Advice After Agree Agreed All Alone Also Answer
        Answered Appointed Approve Approved Archive Arithmetic As Asks Aspects At Attach Auditor Author Authority Away Back Bands Begin
        Beginning Below Between Binds Birth By Bytes Calendar Came Cancel Cancelled Capacities Capacity Carried Cascade Case Cases
        Certificate Change Check Checklist Choices Close Closed Code Collect Columns Comes Complete Completed Conclude Conflict Content
        Copies Copy Corrected Count Created Date Dated Day Days Decide Decided Decision Deliver Delivered Determine Determined Died Digits
        Document Documents Done Dossier Doubts Draft Drafts Drawn Due Duplicate Earlier Early Edition Editions Eighteen Elsewhere Empty End
        Ended Ends Entry Evaluate Every Evidence Exact Exception Excuses Exists Expected Fallen Fault Faults Figure Figures Final Find
        Finished Follow Followed Follows For Forbidden Force Form Format Former Formula Found From General Given Ground Grounds Handed
        Happened Has Heights Here His History Holds Holidays Hours Id In Incomplete Ink Input Inputs Intervene Is Issuance Issue Issued It
        Itself Keeps Key Kind Kinds Label Lacks Lapse Lapsed Last Late Law Least Leave Leaves Left Length Line Lines Long Made Make Mandate
        Mandates Markdown Match May Measure Measured Measures Met Method Methods Missing Mode Most Move Moved Moves Name Named Names Need
        Needs New Next No Node None Not Note Notes Null Numbers Object Objected Objection Of Office Offices On Once One Only Open Opened Or
        Order Original Other Others Outcome Outside Over Overlap Paper Parse Part Parties Parts Party Passed Password Past People Per
        Performable Performer Period Periods Place Plain Plan Plans Position Post Present Printed Procedure Program Propose Proposed Put Qr
        Questions Rate Ratified Ratify Read Reason Reasons Receipt Receive Received Reconsider Reconsidered Record Recorded Refusal Refused
        Register Release Releasing Remark Remarks Remove Reopen Reopens Repeats Replaced Replaces Reserved Reset Result Retired Return
        Returned Revise Revised Role Roles Rounded Rounding Row Rows Rules Same Scan Scanned Scans Score Scorer Scores Scoring Sections Send
        Sent Sentence Sentences Serial Set Sex Sha Sheet Shown Sign Signatories Signature Signing Silent Since Size Slug Source Sources
        Special Spent Stage Stand Stands State Stay Stayed Step Steps Still Stood Stored String Substep Substeps Table Take Text Tick Time
        To Together Too Transferred Trunks Try Type Typed Unanswered Unconfirmed Unlinked Unsigned Until Usual Validate Value Verification
        Version View Viewers Views Visible Waive Waived Warnings Was Wet What When Where Whom Why With Withdraw Withdrawn Within Without
        Words Work Worked Working Write Written X Years Yet Young
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static readonly IReadOnlyList<string> Glossary = ReadGlossary();

    private static readonly HashSet<string> GlossaryWords = [.. Glossary.SelectMany(Words)];

    private static readonly IReadOnlyList<Type> Types = typeof(SopTable).Assembly.GetExportedTypes();

    private static readonly IReadOnlyList<string> Names =
        [.. Types.SelectMany(NamesOf)
            .Concat(Types.SelectMany(t => t.Namespace!.Split('.').Skip(2))).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_word_of_a_public_name_is_English_or_in_the_glossary() => None(
        "add these to the English list here or to docs/istilah.md",
        Names.SelectMany(
            name => Words(name).Where(w => !English.Contains(w) && !GlossaryWords.Contains(w)).Select(w => $"{w} (of {name})")));

    [Fact]
    public void A_type_or_enum_member_in_Indonesian_is_in_the_glossary_by_its_whole_name() => None(
        "add these to docs/istilah.md",
        Types.Select(t => t.Name).Concat(Types.Where(t => t.IsEnum).SelectMany(Enum.GetNames))
            .Where(name => !Words(name).Any(English.Contains) && !Glossary.Contains(name)));

    [Fact]
    public void The_glossary_explains_no_name_that_the_domain_does_not_have() => None(
        "take these out of docs/istilah.md",
        Glossary.Where(term => !Names.Any(name => Within(term, name))));

    [Fact]
    public void No_word_stands_on_both_sides() => None(
        "either English or a term of the law",
        Glossary.Where(English.Contains));

    [Fact]
    public void The_English_list_holds_only_words_that_names_use() => None(
        "take these out of the English list here",
        English.Except(Names.SelectMany(Words)));

    /// <summary>The identifiers of the second column of every table that begins "| Istilah | Identifier |".</summary>
    private static List<string> ReadGlossary()
    {
        var found = new List<string>();
        var inside = false;
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "istilah.md")))
        {
            inside = line.StartsWith("| Istilah | Identifier |", StringComparison.Ordinal) || (inside && line.StartsWith('|'));
            if (inside)
            {
                found.AddRange(Identifier().Matches(line.Split('|')[2]).Select(m => m.Groups["name"].Value));
            }
        }

        return found;
    }

    private static void None(string advice, IEnumerable<string> names)
    {
        var found = names.Distinct().ToList();
        Assert.True(found.Count == 0, $"{advice}: {string.Join(", ", found)}");
    }

    private static IEnumerable<string> NamesOf(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => m is PropertyInfo or FieldInfo { IsSpecialName: false } or MethodInfo { IsSpecialName: false })
        .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)) && !m.Name.Contains('<', StringComparison.Ordinal))
        .Select(m => m.Name)
        .Prepend(type.Name);

    private static bool Within(string term, string name) =>
        $" {string.Join(' ', Words(name))} ".Contains($" {string.Join(' ', Words(term))} ", StringComparison.Ordinal);

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(m => m.Value);

    [GeneratedRegex("[A-Z][a-z]*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Word();

    [GeneratedRegex("`(?<name>[A-Za-z0-9]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Identifier();
}
