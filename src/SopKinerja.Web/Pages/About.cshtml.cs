using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SopKinerja.Web.Pages;

public sealed class AboutModel : PageModel
{
    public static readonly IReadOnlyList<Library> Libraries =
    [
        new(".NET dan ASP.NET Core", "menjalankan program dan halamannya", "MIT"),
        new("Microsoft.AspNetCore.Identity.EntityFrameworkCore", "akun dan kata sandi", "MIT"),
        new("Microsoft.AspNetCore.DataProtection.EntityFrameworkCore", "kunci kuki", "MIT"),
        new("Microsoft.Extensions.Diagnostics.HealthChecks.EntityFrameworkCore", "pemeriksaan kesehatan", "MIT"),
        new("Npgsql.EntityFrameworkCore.PostgreSQL", "basis data PostgreSQL", "PostgreSQL"),
        new("FluentValidation.AspNetCore", "pemeriksaan isian", "Apache-2.0"),
        new("Serilog.AspNetCore", "log", "Apache-2.0"),
        new("PDFsharp", "dokumen PDF", "MIT"),
        new("Quartz", "yang berjalan sendiri menurut waktu", "Apache-2.0"),
        new("QRCoder", "kode QR", "MIT"),
        new("Markdig", "panduan di halaman Bantuan", "BSD-2-Clause"),
        new("ExcelDataReader", "membaca Excel", "MIT"),
        new("SpreadCheetah", "menulis Excel", "MIT"),
        new("Otp.NET", "kode sekali pakai", "MIT"),
        new("Microsoft.AspNetCore.Authentication.OpenIdConnect", "masuk lewat penyedia identitas", "MIT"),
        new("zxcvbn-core", "menilai kata sandi", "MIT"),
#if QUESTPDF
        new("QuestPDF", "dokumen PDF", "MIT (Community)"),
#endif
        new("System.Security.Cryptography.Pkcs", "tanda tangan elektronik", "MIT"),
        new("System.CommandLine", "perintah di terminal", "MIT"),
        new("Liberation Sans", "huruf dokumen", "OFL-1.1"),
    ];

    public static string Version { get; } =
        typeof(AboutModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static IReadOnlyList<string> Licence { get; } = ReadLicence();

    private static string[] ReadLicence()
    {
        using var reader = new StreamReader(typeof(AboutModel).Assembly.GetManifestResourceStream("LICENSE")!);
        return [.. reader.ReadToEnd()
            .ReplaceLineEndings("\n").Split("\n\n").Select(p => string.Join(' ', p.Split('\n', StringSplitOptions.RemoveEmptyEntries)))];
    }
}

/// <summary>A part that someone else made.</summary>
public sealed record Library(string Nama, string Untuk, string Lisensi);
