namespace SopKinerja.Web.Pages.Shared;

/// <summary>The head of a page; without a name no one is signed in.</summary>
public record HeadModel(string Dinas, string? Periode, string? Nama, string? Kapasitas, IReadOnlyList<NavEntry> Nav)
{
    /// <summary>Who acts in the place of the reader today, or whether he acts in that of another; null where neither.</summary>
    public string? Penugasan { get; init; }
}

/// <summary>One way to go, with what waits there; <paramref name="Lebih"/> says that more wait than were counted.</summary>
public record NavEntry(string Teks, string Url, int? Jumlah, bool Lebih);
