using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Whose result was opened.</summary>
/// <param name="PegawaiId">Null where it is counts of many.</param>
/// <param name="Sebagai">In which capacity.</param>
public sealed record Opened(int? PegawaiId, long? DossierId, string? What, string Sebagai)
{
    public static Opened Of(Dossier dossier, Actor actor, DateTimeOffset now, string? what = null) =>
        new(dossier.AsnId, dossier.Id, what, ReadingCapacity.Of(dossier, actor, now));
}

/// <summary>Writes down who looked and who tried: within the request, with one command, before anything goes out
/// (docs/decisions/0046).</summary>
public sealed partial class AccessLog(SopDbContext db, IHttpContextAccessor requests, TimeProvider time, ILogger<AccessLog> log)
{
    private const int LongestWhat = 200;

    private static readonly Opened Nobody = new(null, null, null, "");

    private HttpContext Http => requests.HttpContext!;

    /// <summary>What is one's own is no news: of it the delivery alone is noted (<see cref="ResultReceipts"/>).</summary>
    public async Task OpenedAsync(AccessKind kind, params IReadOnlyCollection<Opened> all)
    {
        var of = all.Where(o => o.PegawaiId is null || o.PegawaiId != Http.User.Actor().PegawaiId).ToList();
        if (of.Count > 0)
        {
            await WriteAsync(kind, Http.User.AccountId(), Sessions.DigestOf(Http.User), of);
        }
    }

    public Task DidAsync(AccessKind kind, string? what = null) =>
        WriteAsync(kind, Http.User.AccountId(), Sessions.DigestOf(Http.User), [Nobody with { What = what }]);

    public Task SignedInAsync(Account account, byte[] session) => WriteAsync(AccessKind.SignedIn, account.Id, session, [Nobody]);

    /// <param name="account">Null where the name belongs to no account: of that one line an hour is kept for each network.</param>
    public Task FailedAsync(AccessKind kind, Account? account, string? what = null) =>
        WriteAsync(kind, account?.Id, Sessions.DigestOf(Http.User), [Nobody with { What = what }], isHourly: account is null);

    /// <summary>A page or a file that was refused to who asked, by the pattern of its route and, where there is one, its dossier.</summary>
    public async Task RefusedAsync(string pattern, long? dossier, long? plan)
    {
        var (user, now) = (Http.User, time.GetUtcNow());
        var (kind, capacity) = ($"{AccessKind.Refused}", Standing(ReadingCapacity.Of(user.Actor())));
        await db.Database.SqlQuery<int>($"""
            select note_access({now}, {kind}, {user.AccountId()}, {NetworkAddress.NetworkOf(Http)}, {Sessions.DigestOf(user)}, true,
                array[coalesce((select asn_id from dossiers where id = {dossier}), (select pegawai_id from plans where id = {plan}))],
                array[(select id from dossiers where id = {dossier})], array[{pattern}], array[{capacity}]) as "Value"
            """).SingleAsync();
        LogWritten(kind, user.AccountId(), 1);
    }

    // Somebody else had set its password: whether it is this person, nobody has seen.
    private string Standing(string capacity) => Http.User.Actor().IsUnconfirmed ? $"{capacity}, akun belum dikonfirmasi" : capacity;

    // A question and no command, so that whoever finds the connection cut here may be asked again: the same within the hour adds nothing.
    private async Task WriteAsync(AccessKind kind, int? account, byte[] session, List<Opened> of, bool isHourly = false)
    {
        var (name, now, once) = ($"{kind}", time.GetUtcNow(), isHourly || AccessKinds.Row(kind).IsHourly);
        var (people, dossiers) = (of.Select(o => o.PegawaiId).ToArray(), of.Select(o => o.DossierId).ToArray());
        var whats = of.Select(o => o.What is { Length: > LongestWhat } what ? what[..LongestWhat] : o.What).ToArray();
        var capacities = of.Select(o => o.Sebagai.Length == 0 ? null : Standing(o.Sebagai)).ToArray();
        await db.Database.SqlQuery<int>($"""
            select note_access({now}, {name}, {account}, {NetworkAddress.NetworkOf(Http)}, {session}, {once},
                {people}, {dossiers}, {whats}, {capacities}) as "Value"
            """).SingleAsync();
        LogWritten(name, account, of.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Akses {Kind} oleh akun {Account}, {Many} orang")]
    private partial void LogWritten(string kind, int? account, int many);
}
