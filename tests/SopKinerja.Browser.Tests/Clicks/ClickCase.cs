using SopKinerja.Browser.Tests.Screens;

namespace SopKinerja.Browser.Tests.Clicks;

/// <summary>One form of a page that is sent three times.</summary>
/// <param name="Screen">The <see cref="PageCase"/> whose page, user and address these are.</param>
/// <param name="Handler">Of the page; "" for the one without a name.</param>
/// <param name="Press">The words on the button.</param>
/// <param name="Adds">What one sending leaves in the database: the tables with more rows, and how many more.</param>
/// <param name="Fill">Fields by their label: words, a choice, the name of a file, or <see cref="Yes"/> and <see cref="No"/>.</param>
internal sealed record ClickCase(string Screen, string Handler, string Press, string Adds, params (string Label, string Value)[] Fill)
{
    public const string Yes = "ya";

    public const string No = "tidak";

    /// <summary>Stands for the password of the site.</summary>
    public const string Secret = "{sandi}";

    /// <summary>Names of files: the document that was printed to be signed in ink, as a scanner would bring it; twice.</summary>
    public const string Scanned = "lembar.pdf";

    public const string ScannedAgain = "lembar lagi.pdf";

    /// <summary>Null for that of the page case.</summary>
    public string? User { get; init; }

    /// <summary>Null for that of the page case.</summary>
    public Func<ClickedWorld, string>? Url { get; init; }

    public bool TicksAll { get; init; }

    /// <summary>What is said once (a temporary password) is not said again; the sentence of later sendings is another.</summary>
    public bool IsToldOnce { get; init; }

    /// <summary>It leads on without a message of its own.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The other browser sends only two real seconds later; everywhere else as soon as the first has its answer.</summary>
    public bool Waits { get; init; }

    public PageCase Looks => PageCases.Named(Screen);

    public string? Who => User ?? Looks.User;

    public string AddressIn(ClickedWorld world) => Url?.Invoke(world) ?? Looks.Url(world);

    public override string ToString() => $"{Screen}, {Press}";
}
