using System.Text.Json;
using System.Text.RegularExpressions;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>The page "Tentang", held to what was built.</summary>
public sealed partial class AboutTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_foot_leads_whoever_is_signed_in_to_the_version_the_licence_and_the_libraries()
    {
        using var visitor = await site.SignInAsync("analis");

        var page = await (await visitor.GoAsync("/")).FollowAsync("Tentang SopKinerja");

        Assert.Equal("/tentang", page.Url.AbsolutePath);
        Assert.Contains($"Versi{VersionOfTheBuild()}", page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("MIT License Copyright (c) 2026 SopKinerja contributors Permission is hereby granted, free of charge,", page.Text,
            StringComparison.Ordinal);
        Assert.Equal(AboutModel.Libraries.Select(l => l.Nama), page.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent));
    }

    [Fact]
    public async Task Nobody_else_is_led_there()
    {
        using var stranger = site.Stranger();

        var page = await stranger.GoAsync("/periksa");

        Assert.DoesNotContain("/tentang", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_package_that_the_program_refers_to_is_on_the_page_with_the_licence_that_it_names()
    {
        var told = AboutModel.Libraries.ToDictionary(l => l.Nama, l => l.Lisensi);
        foreach (var (name, version, _) in Packages().Where(p => p.IsReferred))
        {
            Assert.True(told.TryGetValue(name, out var licence), name);
            Assert.Equal(LicenceOf(name, version), licence);
        }
    }

    /// <summary>PDFsharp 6.5 would be the AGPL: docs/decisions/0004.</summary>
    [Fact]
    public void No_package_brings_a_licence_that_asks_more_than_to_keep_a_notice() =>
        Assert.All(Packages(), p => Assert.True(LicenceOf(p.Name, p.Version) is "MIT" or "Apache-2.0" or "BSD-2-Clause" or "PostgreSQL", p.Name));

    /// <summary>The packages of the default build, without those that only build.</summary>
    private static IEnumerable<(string Name, string Version, bool IsReferred)> Packages()
    {
        using var locked = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(LayoutTests.Root, "src", "SopKinerja.Web", "packages.lock.json")));
        return [.. locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(p => p.Value.TryGetProperty("resolved", out _) && !p.Name.Contains("Analyzer", StringComparison.Ordinal))
            .Select(p => (p.Name, p.Value.GetProperty("resolved").GetString()!, p.Value.GetProperty("type").GetString() == "Direct"))
            // One that holds no library brings nothing into the program.
            .Where(p => Directory.EnumerateFiles(FolderOf(p.Name, p.Item2), "*.dll", SearchOption.AllDirectories).Any())];
    }

    private static string LicenceOf(string name, string version)
    {
        var text = File.ReadAllText(Path.Combine(FolderOf(name, version), name.ToLowerInvariant() + ".nuspec"));
        return Licence().Match(text) is { Success: true } named ? named.Groups["expression"].Value
            : LicenceFile().Match(text) is { Success: true } file
                && MitText().IsMatch(File.ReadAllText(Path.Combine(FolderOf(name, version), file.Groups["file"].Value))) ? "MIT"
            : ReadAt.GetValueOrDefault(LicenceAddress().Match(text).Groups["address"].Value, "");
    }

    private static string FolderOf(string name, string version) => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        name.ToLowerInvariant(), version);

    private static string VersionOfTheBuild() =>
        VersionLine().Match(File.ReadAllText(Path.Combine(LayoutTests.Root, "Directory.Build.props"))).Groups["version"].Value;

    /// <summary>Texts that older packages name by their address, as they were read there.</summary>
    private static readonly Dictionary<string, string> ReadAt = new()
    {
        ["https://github.com/trichards57/zxcvbn-cs/blob/master/LICENSE"] = "MIT",
    };

    [GeneratedRegex("<licenseUrl>(?<address>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LicenceAddress();

    [GeneratedRegex("<license type=\"expression\">(?<expression>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Licence();

    [GeneratedRegex("<license type=\"file\">(?<file>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LicenceFile();

    // Its two halves, whatever stands between and before.
    [GeneratedRegex(
        @"Permission is hereby granted, free of charge, to any person obtaining a copy.*THE SOFTWARE IS PROVIDED ""AS IS"", WITHOUT WARRANTY",
        RegexOptions.Singleline, 1000)]
    private static partial Regex MitText();

    [GeneratedRegex("<Version>(?<version>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionLine();
}
