using System.Security.Claims;

namespace SopKinerja.Web.Infrastructure.Ui;

/// <summary>Tells the head of every page whose house this is, who is in it, and where that person may go.</summary>
public interface IHeadSource
{
    Task<HeadModel> GetAsync(ClaimsPrincipal user);
}

/// <summary>The head of a page; without a name nobody is signed in.</summary>
public record HeadModel(string Dinas, string? Periode, string? Nama, string? Kapasitas, IReadOnlyList<NavEntry> Nav);

/// <summary>One way to go, with what waits there; <paramref name="Lebih"/> says that more wait than were counted.</summary>
public record NavEntry(string Teks, string Url, int? Jumlah, bool Lebih);
