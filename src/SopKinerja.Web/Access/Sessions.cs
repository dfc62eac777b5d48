using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

/// <summary>The sessions of the accounts. The cookie holds only the key of one; whether it lives stands in the database
/// (docs/decisions/0041).</summary>
public sealed class Sessions(
    SopDbContext db, IHttpContextAccessor requests, CurrentSettings settings, AccessLog access, TimeProvider time)
{
    internal const string ClaimType = "sesi";

    /// <summary>The provider asked for a second factor when this session began, so it needs none of ours.</summary>
    internal const string SecondFactorElsewhere = "faktor-penyedia";

    private const int KeyLength = 64;

    // As long as a second sending of the same form may wait for the first.
    private static readonly TimeSpan OldKeyOpens = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    // Written no more often, so that reading a page seldom writes.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Begins one at this browser, and forgets the oldest ones.</summary>
    /// <returns>Its key, for the cookie.</returns>
    public async Task<Claim> BeginAsync(Account account)
    {
        var now = time.GetUtcNow();
        var http = requests.HttpContext!;
        var key = RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);
        db.Sessions.Add(new(
            Digest(key), account.Id, account.SecurityStamp!, now, NetworkAddress.Of(http), NetworkAddress.NetworkOf(http),
            Short(http.Request.Headers.UserAgent)));
        await db.SaveChangesAsync();
        await access.SignedInAsync(account, Digest(key));
        await db.Sessions.Where(s => s.CreatedAt < now - Kept).ExecuteDeleteAsync();
        return new(ClaimType, key);
    }

    /// <summary>The account of a session that lives, as the database has it now; notes that it was seen. One command.</summary>
    /// <returns>Null when the session is over.</returns>
    public async Task<Account?> SeenAsync(ClaimsPrincipal user)
    {
        var (now, digest) = (time.GetUtcNow(), DigestOf(user));
        var old = IsSecondClick() ? digest : [];
        var rekeyed = now - OldKeyOpens;
        var (born, written) = (now - SessionLimits.Longest, now - SeenEvery);
        var locked = Minutes(settings.Locks[SettingTable.MenitDiam]);
        var usual = Minutes(SettingTable.MenitDiam.Usual);
        // Living() in SQL; a question that writes on the way may be asked again when its connection was cut. The settings come with it, so
        // that what was set on any server holds here with this very request.
        var seen = await db.Users.FromSql(
                $"select * from session_seen({digest}, {old}, {rekeyed}, {born}, {now}, {written}, {locked}::integer, {usual}::integer)")
            .AsNoTracking().Select(a => new { Account = a, Settings = CurrentSettings.SettingsAsOf(null) }).ToListAsync();
        if (seen.SingleOrDefault(s => s.Account.Id == user.AccountId()) is not { } found)
        {
            return null;
        }

        settings.Take(found.Settings);
        return found.Account;
    }

    /// <summary>What goes on with the session of this request when its claims are made anew; its key is another one since
    /// <see cref="RekeyAsync"/>, be it in this request or in one for which this one waited.</summary>
    public async Task<IEnumerable<Claim>> ClaimsAsync(ClaimsPrincipal user, Account account)
    {
        var next = NextKey(user, account);
        var digest = Digest(next.Value);
        return await db.Sessions.AnyAsync(s => s.Digest == digest)
            ? [next, .. ClaimsOf(user).Where(c => c.Type != ClaimType)]
            : ClaimsOf(user);
    }

    public IQueryable<Session> Living(int accountId)
    {
        var (now, idle) = (time.GetUtcNow(), settings.Value.Idle);
        return db.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null
            && s.CreatedAt > now - SessionLimits.Longest && s.LastSeenAt > now - idle
            && db.Users.Any(a => a.Id == s.AccountId && a.IsActive && a.SecurityStamp == s.Stamp));
    }

    /// <summary>How many of these were ended now.</summary>
    public Task<int> EndAsync(IQueryable<Session> sessions, SessionEnd why)
    {
        var now = time.GetUtcNow();
        return sessions.Where(s => s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.EndedWhy, why));
    }

    public Task<int> EndOwnAsync(ClaimsPrincipal user, SessionEnd why)
    {
        var own = DigestOf(user);
        return EndAsync(db.Sessions.Where(s => s.Digest == own), why);
    }

    /// <summary>After the account got a new security stamp, within the transaction that gave it: the session in which that was done goes
    /// on by the new one, if it is of the same account; all others of the account end.</summary>
    public async Task RestampAsync(ClaimsPrincipal user, Account account, SessionEnd why)
    {
        var (own, stamp) = (DigestOf(user), account.SecurityStamp!);
        var all = db.Sessions.Where(s => s.AccountId == account.Id);
        await all.Where(s => s.Digest == own).ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, stamp));
        await EndAsync(all.Where(s => s.Digest != own), why);
    }

    /// <summary>Gives the session of this request another key, after <see cref="RestampAsync"/> and within its transaction, so that no copy
    /// of its cookie opens anything.</summary>
    public async Task RekeyAsync(ClaimsPrincipal user, Account account)
    {
        var (now, own, digest) = (time.GetUtcNow(), DigestOf(user), Digest(NextKey(user, account).Value));
        await db.Sessions.Where(s => s.Digest == own).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.Digest, digest).SetProperty(s => s.PreviousDigest, own).SetProperty(s => s.RekeyedAt, now));
    }

    /// <summary>What stays with a session when its claims are made anew.</summary>
    public static IEnumerable<Claim> ClaimsOf(ClaimsPrincipal user) =>
        user.Claims.Where(c => c.Type is ClaimType or SecondFactorElsewhere).Select(c => c.Clone());

    /// <summary>By which the database knows the session of this user; empty for whoever has none.</summary>
    public static byte[] DigestOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimType) is { } key ? Digest(key) : [];

    // Whoever sends the form again is given the same key again; who has only the old key and not the stamp cannot find it.
    private static Claim NextKey(ClaimsPrincipal user, Account account) => new(ClaimType, Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(account.SecurityStamp!), Encoding.UTF8.GetBytes(user.FindFirstValue(ClaimType)!))));

    private bool IsSecondClick() => requests.HttpContext?.Request is { } request
        && HttpMethods.IsPost(request.Method) && request.Path == Links.Account.Password;

    private static int? Minutes(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string? Short(string? browser)
    {
        var plain = new string([.. (browser ?? "").Where(c => !char.IsControl(c)).Take(Session.LongestBrowser)]);
        return plain.Length == 0 ? null : plain;
    }
}
