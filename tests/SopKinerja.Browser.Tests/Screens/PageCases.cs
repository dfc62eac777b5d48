namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Every page of the site at least once, by somebody who may open it; <see cref="CoverageTests"/> sees to "every".</summary>
public static class PageCases
{
    public static readonly IReadOnlyList<PageCase> All =
    [
        new("masuk", "/Account/SignIn", null, _ => "/masuk"),
        new("masuk-galat", "/Account/SignIn", null, _ => "/masuk") { Press = "Masuk" },
        new("keluar", "/Account/SignOut", "analis", _ => "/keluar"),
        new("kata-sandi", "/Account/Password", "analis", _ => "/kata-sandi"),
        new("kata-sandi-galat", "/Account/Password", "analis", _ => "/kata-sandi") { Wrongly = [("Kata sandi baru", "pendek")], Press = "Ganti kata sandi" },
        new("tugas-analis", "/Index", "analis", _ => "/"),
        new("galat-403", "/Error", "analis", _ => "/pegawai") { Status = 403 },
        new("galat-404", "/Error", "analis", _ => "/berkas/99999999") { Status = 404 },
        new("berkas-selesai", "/Dossiers/Details", "arsiparis", w => $"/berkas/{w.Closed("arsiparis")}"),
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names { get; } = [.. All.Select(c => c.Nama)];

    /// <summary>Only those about a mistake.</summary>
    public static TheoryData<string> Mistakes { get; } = [.. All.Where(c => c.Press is not null).Select(c => c.Nama)];

    /// <summary>The case of this name.</summary>
    public static PageCase Named(string nama) => All.Single(c => c.Nama == nama);
}
