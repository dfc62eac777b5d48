namespace SopKinerja.Web.Access;

/// <summary>What a browser calls itself, in words by which its owner knows it again: "Chrome di Windows".</summary>
public static class BrowserNames
{
    // Each names itself like those below it too.
    private static readonly (string Mark, string Nama)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Nama)[] Devices =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "Chromebook"),
        ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    public static string Of(string? browser)
    {
        var name = Find(Browsers, browser) ?? "Peramban lain";
        return Find(Devices, browser) is { } device ? $"{name} di {device}" : name;
    }

    private static string? Find((string Mark, string Nama)[] known, string? browser) =>
        known.FirstOrDefault(k => browser?.Contains(k.Mark, StringComparison.Ordinal) == true).Nama;
}
