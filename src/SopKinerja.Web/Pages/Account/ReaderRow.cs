using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Account;

/// <summary>That somebody else opened a result of the reader, or tried to.</summary>
/// <param name="Berkas">The period and its part; null where it was no dossier.</param>
public sealed record ReaderRow(
    DateTimeOffset At, string Nama, string? Sebagai, string Kalimat, bool IsRefused, long? DossierId, string? Berkas)
{
    public static ReaderRow Of(AccessEvent e, Dictionary<long, string> names) => new(
        e.At, e.ActorNama!, e.Sebagai, SentenceOf(e), e.Kind == AccessKind.Refused, e.DossierId,
        e.DossierId is { } id ? names.GetValueOrDefault(id) : null);

    /// <summary>A refusal without its route, which says nothing to the person.</summary>
    public static string SentenceOf(AccessEvent e) =>
        AccessKinds.Sentence(e.Kind, e.Kind == AccessKind.Refused ? null : e.What);
}

public static class ReaderQueries
{
    /// <summary>Who else opened the results of somebody, the newest first.</summary>
    /// <param name="account">His own.</param>
    /// <param name="dossier">Null for all.</param>
    public static IQueryable<AccessEvent> ReadersOf(
        this SopDbContext db, int pegawaiId, int account, long? dossier = null, TimeCursor? after = null)
    {
        var (kinds, at, key) = (AccessKinds.OfResult, after?.At, after?.Id ?? 0);
        return db.AccessEvents.AsNoTracking()
            .Where(e => e.PegawaiId == pegawaiId && e.AccountId != account && kinds.Contains(e.Kind)
                && (dossier == null || e.DossierId == dossier) && (at == null || e.At < at || (e.At == at && e.Id < key)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }
}
