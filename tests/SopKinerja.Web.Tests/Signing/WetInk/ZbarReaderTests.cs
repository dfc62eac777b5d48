using System.Buffers.Binary;
using System.Text;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.WetInk;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Signing.WetInk;

/// <summary>What is read in scans, and what is refused before or while it is read.</summary>
public sealed class ZbarReaderTests : IDisposable
{
    private static readonly PdfSharpEngine Engine = new();

    private static readonly byte[] Printed = Engine.Draw(SampleForms.Document(3).ProvenBy(SampleForms.Proof));

    private readonly string _folder = Directory.CreateTempSubdirectory("sop-baca-").FullName;

    [Theory]
    [InlineData(150, 0, 0)]
    [InlineData(200, 2.5, 40)]
    [InlineData(300, -4, 60)]
    [InlineData(150, 90, 0)]
    [InlineData(150, 180, 20)]
    [InlineData(200, 13, 20)]
    public async Task A_scan_as_a_PDF_is_read_straight_skewed_turned_and_with_noise(int dpi, double degrees, int noise) =>
        Assert.Equal([SampleForms.Proof.Alamat], await TextsAsync(SampleScans.Pdf(Printed, dpi, degrees, noise)));

    [Theory]
    [InlineData("jpeg", 150, 3, 20, 40)]
    [InlineData("jpeg", 300, -2, 0, 20)]
    [InlineData("jpeg", 200, 90, 0, 75)]
    [InlineData("png", 150, 5, 20, 0)]
    [InlineData("png", 300, 180, 0, 0)]
    public async Task A_picture_of_the_last_page_is_read(string format, int dpi, double degrees, int noise, int quality) =>
        Assert.Equal([SampleForms.Proof.Alamat], await TextsAsync(
            SampleScans.Picture(SampleScans.Pdf(Printed, dpi, degrees, noise, signedOnly: true), format, dpi, quality)));

    [Fact]
    public async Task Sheets_in_the_wrong_order_are_read_and_those_of_two_documents_are_both_seen()
    {
        var other = Engine.Draw(
            SampleForms.Document(3).ProvenBy(SampleForms.Proof with { Alamat = "https://lain.example/periksa/0123456789AB" }));
        var both = SampleScans.Together(SampleScans.Pdf(other, 100), SampleScans.Pdf(Printed, 100));

        Assert.Equal([SampleForms.Proof.Alamat, "https://lain.example/periksa/0123456789AB"], (await TextsAsync(both))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_scan_without_a_code_is_read_and_holds_nothing() =>
        Assert.Empty(await TextsAsync(SampleScans.Pdf(Engine.Draw(SampleForms.Document(1)), 100)));

    [Fact]
    public async Task A_picture_that_says_it_is_huge_is_not_unpacked()
    {
        var png = SampleScans.Picture(Printed, "png", 50);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);

        Assert.Contains("60000 × 60000 titik, terlalu besar", await RefusedAsync(png), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.4\nini bukan PDF")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\ntrailer "
        + "<< /Root 1 0 R >>\n%%EOF")]
    [InlineData("\u0089PNG\r\n\u001a\nsisanya hilang")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0")]
    public async Task What_is_broken_is_a_sentence(string bytes) =>
        Assert.Contains("rusak atau tidak lengkap", await RefusedAsync(Encoding.Latin1.GetBytes(bytes)), StringComparison.Ordinal);

    [Theory]
    [InlineData("rahasia")]
    [InlineData("")]
    public async Task A_locked_PDF_is_refused_whether_or_not_a_password_opens_it(string password) =>
        Assert.Contains("terkunci kata sandi", await RefusedAsync(SampleScans.Locked(Printed, password)), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 60)]
    public async Task A_blank_scan_is_refused_and_no_code_makes_up_for_it(int pages, int noise) =>
        Assert.Contains("Pindaian ini kosong", await RefusedAsync(SampleScans.Blank(pages, noise)), StringComparison.Ordinal);

    /// <summary>A sheet with its writing among blank ones, and one whose code is gone.</summary>
    [Fact]
    public async Task What_shows_anything_is_not_blank()
    {
        Assert.NotEmpty(await TextsAsync(SampleScans.Together(SampleScans.Blank(2, 0), SampleScans.Pdf(Printed, signedOnly: true))));
        Assert.Empty(await TextsAsync(SampleScans.Pdf(Printed, 25, signedOnly: true)));
    }

    [Fact]
    public async Task Too_many_pages_and_pages_that_are_no_paper_are_refused()
    {
        var sheet = SampleScans.Pdf(Printed, 30, signedOnly: true);
        Assert.Contains("31 halaman; paling banyak 30", await RefusedAsync(SampleScans.Together([.. Enumerable.Repeat(sheet, 31)])),
            StringComparison.Ordinal);
        var wall = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Engine.Draw(SampleForms.Document(1)))
            .Replace("/MediaBox [0 0 595", "/MediaBox [0 0 9595", StringComparison.Ordinal)
            .Replace("/MediaBox[0 0 595", "/MediaBox[0 0 9595", StringComparison.Ordinal));
        Assert.Contains("jauh lebih besar dari kertas biasa", await RefusedAsync(wall), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_ended()
    {
        var asleep = Program("sleep 60");
        Assert.Contains("tidak selesai dibaca dalam 1 detik", await RefusedAsync(Printed, new() { Pdftoppm = asleep, BatasDetik = 1 }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_wants_too_much_memory_or_breaks_finds_nothing() =>
        Assert.Empty(await TextsAsync(Printed, new() { BatasMegabyte = 30 }, mayFail: true));

    [Fact]
    public async Task Without_the_programs_the_code_may_be_typed()
    {
        var reader = Reader(new() { Pdfinfo = "/tidak/ada/pdfinfo" });
        var reading = await reader.ReadAsync(Printed, "application/pdf", CancellationToken.None);
        Assert.True(reading.MayBeTyped);
        Assert.Contains("tidak terpasang di server", reading.WhyNot, StringComparison.Ordinal);
        Assert.Equal(["/tidak/ada/pdfinfo"], new ScanSettings { Pdfinfo = "/tidak/ada/pdfinfo" }.Missing());
        Assert.Empty(new ScanSettings().Missing());
    }

    [Fact]
    public async Task A_program_sees_nothing_of_our_environment_and_nothing_is_left_behind()
    {
        var seen = Path.Combine(_folder, "lingkungan");
        var curious = Program($"env > {seen}; pwd >> {seen}; cat /proc/self/limits >> {seen}");
        Environment.SetEnvironmentVariable("SOP_RAHASIA_UJI", "kata sandi basis data");
        await TextsAsync(Printed, new() { Pdfinfo = curious }, mayFail: true);

        var text = await File.ReadAllTextAsync(seen);
        Assert.DoesNotContain("SOP_RAHASIA_UJI", text, StringComparison.Ordinal);
        Assert.Matches(@"Max address space +1073741824 +1073741824", text);
        Assert.Matches(@"Max core file size +0 +0", text);
        Assert.False(Directory.Exists(text.Split('\n').Single(line => line.StartsWith("PWD=", StringComparison.Ordinal))[4..]));
    }

    [Theory]
    [InlineData("https://sop.example.go.id/periksa/ABCDEFGHJKMN", "ABCDEFGHJKMN")]
    [InlineData("http://192.168.1.7:5080/sop/periksa/abcd-efgh-jkmn", "ABCDEFGHJKMN")]
    [InlineData("https://sop.example.go.id/periksa/", null)]
    [InlineData("https://sop.example.go.id/periksa/ABCDEFGHJKMN/lain", null)]
    [InlineData("ABCDEFGHJKMN", null)]
    [InlineData("javascript:/periksa/ABCDEFGHJKMN", null)]
    [InlineData("WIFI:S:kantor;T:WPA;P:rahasia;;", null)]
    public void An_address_names_a_code_whatever_its_host(string text, string? code) => Assert.Equal(code, DocumentProofs.CodeIn(text));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ZbarReader Reader(ScanSettings? settings) => new(Options.Create(settings ?? new()));

    private static async Task<IReadOnlyList<string>> TextsAsync(byte[] file, ScanSettings? settings = null, bool mayFail = false)
    {
        var reader = Reader(settings);
        var reading = await reader.ReadAsync(file, FileTypes.Sniff(file)!, CancellationToken.None);
        Assert.True(mayFail || reading.WhyNot is null, reading.WhyNot);
        return reading.Texts;
    }

    private static async Task<string> RefusedAsync(byte[] file, ScanSettings? settings = null)
    {
        var reader = Reader(settings);
        var reading = await reader.ReadAsync(file, FileTypes.Sniff(file)!, CancellationToken.None);
        Assert.Empty(reading.Texts);
        Assert.False(reading.MayBeTyped);
        return reading.WhyNot!;
    }

    private string Program(string words)
    {
        var path = Path.Combine(_folder, "program");
        File.WriteAllText(path, $"#!/bin/sh\n{words}\n");
        PdfTools.Run("chmod", "700", path);
        return path;
    }
}
