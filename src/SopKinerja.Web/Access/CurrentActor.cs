using System.Globalization;
using System.Security.Claims;
using System.Text.Json;

namespace SopKinerja.Web.Access;

/// <summary>Who is signed in, read from the cookie's claims without asking the database.</summary>
public static class CurrentActor
{
    internal const string PegawaiClaim = "pegawai";
    internal const string NamaClaim = "nama";

    internal const string ReplacedClaim = "digantikan";

    private const string MandateClaim = "penugasan";
    private const string ResetClaim = "sandi-dari-orang-lain";
    private const string UnconfirmedClaim = "belum-dikonfirmasi";

    public static Actor Actor(this ClaimsPrincipal user) => new(
        user.FindFirstValue(PegawaiClaim) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null,
        user.FindFirstValue(NamaClaim) ?? "",
        user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)).ToHashSet())
    {
        ResetAt = (user.FindFirstValue(ResetClaim) ?? user.FindFirstValue(UnconfirmedClaim)) is { } at
            ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)
            : null,
        IsUnconfirmed = user.HasClaim(c => c.Type == UnconfirmedClaim),
        Mandates = [.. user.FindAll(MandateClaim).Select(c => JsonSerializer.Deserialize<Mandate>(c.Value)!)],
    };

    /// <summary>Who acts in the place of the one who is signed in: "Plh. Lailatul Qadriah, 27 s.d. 30 November 2026".</summary>
    public static IEnumerable<string> ReplacedBy(this ClaimsPrincipal user) => user.FindAll(ReplacedClaim).Select(c => c.Value);

    public static int AccountId(this ClaimsPrincipal user) =>
        int.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "0", CultureInfo.InvariantCulture);

    internal static Claim ResetClaimOf(DateTimeOffset at, bool isUnconfirmed) =>
        new(isUnconfirmed ? UnconfirmedClaim : ResetClaim, at.ToString("O", CultureInfo.InvariantCulture));

    internal static Claim ClaimOf(Mandate mandate) => new(MandateClaim, JsonSerializer.Serialize(mandate));
}
