using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <param name="Kalimat">After the name of who did it: "membuka halaman hasil".</param>
public sealed record AccessKindRow(AccessKind Kind, string Nama, string Kalimat)
{
    /// <summary>Whether the same by the same person counts once within an hour.</summary>
    public bool IsHourly { get; init; }

    /// <summary>Whether the person concerned sees it among those who opened his results.</summary>
    public bool IsOfResult { get; init; }
}

/// <summary>What is kept of who looked and who tried: a new kind is a row.</summary>
public static class AccessKinds
{
    public static readonly IReadOnlyList<AccessKindRow> Rows =
    [
        new(AccessKind.SignedIn,       "Masuk",                "masuk"),
        new(AccessKind.PasswordWrong,  "Kata sandi salah",     "menulis kata sandi yang salah"),
        new(AccessKind.CodeWrong,      "Kode salah",           "menulis kode sekali pakai yang salah"),
        new(AccessKind.Waited,         "Harus menunggu",       "ditolak karena harus menunggu sesudah percobaan yang salah") { IsHourly = true },
        new(AccessKind.ProviderFailed, "Penyedia menolak",     "tidak dapat masuk lewat penyedia identitas") { IsHourly = true },
        new(AccessKind.Refused,        "Ditolak",              "mencoba membuka, dan ditolak") { IsHourly = true, IsOfResult = true },
        new(AccessKind.ResultPage,     "Halaman hasil",        "membuka halaman hasil") { IsHourly = true, IsOfResult = true },
        new(AccessKind.Document,       "Dokumen PDF",          "membuka dokumen PDF") { IsHourly = true, IsOfResult = true },
        new(AccessKind.Copy,           "Salinan",              "membuka salinan bernomor") { IsHourly = true, IsOfResult = true },
        new(AccessKind.Scan,           "Pindaian",             "mengunduh pindaian") { IsHourly = true, IsOfResult = true },
        new(AccessKind.Evidence,       "Bukti dukung",         "membuka bukti dukung") { IsHourly = true, IsOfResult = true },
        new(AccessKind.Notes,          "Buku catatan",         "membaca buku catatan perilaku") { IsHourly = true, IsOfResult = true },
        new(AccessKind.List,           "Daftar hasil",         "melihat hasil dalam daftar") { IsHourly = true, IsOfResult = true },
        new(AccessKind.Export,         "Unduhan daftar",       "mengunduh daftar hasil") { IsHourly = true, IsOfResult = true },
        new(AccessKind.Counts,         "Jumlah hasil",         "melihat jumlah hasil") { IsHourly = true },
        new(AccessKind.LogExported,    "Unduhan catatan",      "mengunduh Catatan akses"),
        new(AccessKind.OwnData,        "Data sendiri",         "mengunduh data tentang dirinya"),
    ];

    /// <summary>What the person concerned sees.</summary>
    public static readonly IReadOnlyList<AccessKind> OfResult = [.. Rows.Where(r => r.IsOfResult).Select(r => r.Kind)];

    public static AccessKindRow Row(AccessKind kind) => Rows.Single(r => r.Kind == kind);

    /// <summary>"membuka dokumen PDF: dokumen akhir, versi 2".</summary>
    public static string Sentence(AccessKind kind, string? what) => what is null ? Row(kind).Kalimat
        : $"{Row(kind).Kalimat}: {(kind == AccessKind.Refused ? PageOf(what) : what)}";

    // "/berkas/{id:long}/validasi" is "berkas › validasi": addresses are in Indonesian, but for what is in braces.
    private static string PageOf(string pattern) => pattern.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Where(part => !part.StartsWith('{')).Select(part => part.Replace('-', ' ')).ToList() is { Count: > 0 } parts
        ? string.Join(" › ", parts)
        : "halaman depan";
}
