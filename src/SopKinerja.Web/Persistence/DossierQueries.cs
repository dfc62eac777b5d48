using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Questions that several pages ask; each says in SQL what <see cref="Procedure"/> says in C#, and a test keeps them equal.</summary>
public static class DossierQueries
{
    // A step that no dossier reaches.
    private const Step Never = (Step)99;

    /// <summary>Name of the computed column with the rated person's name.</summary>
    public const string AsnNama = "AsnNama";

    /// <summary>Name of the computed column with the rated person's NIP.</summary>
    public const string AsnNip = "AsnNip";

    /// <summary>Dossiers whose present step the actor may perform now.</summary>
    public static IQueryable<Dossier> Awaiting(this IQueryable<Dossier> dossiers, Actor actor, IQueryable<HistoryEntry> history)
    {
        if (actor.PegawaiId is not { } me)
        {
            return dossiers.Where(d => false);
        }

        var asAsn = Steps(r => r.Pelaksana == Role.Asn);
        var asAtasan = Steps(r => r.Pelaksana == Role.AtasanLangsung);
        var byOffice = Steps(r => !r.Pelaksana.IsParty() && actor.Holds(r.Pelaksana));
        var notForAtasan = Steps(r => r.NotAlso.Contains(Role.AtasanLangsung));
        var notAfterAnalis = Steps(r => r.NotAlso.Contains(Role.Analis));
        var notAfterKasubbag = Steps(r => r.NotAlso.Contains(Role.Kasubbag));
        // The steps are written into the command, so that the planner sees which index fits; there is a form of it for each set of offices.
        var open = dossiers.Where(d => d.ClosedAt == null && d.Keberatan == null);
        var mine = byOffice.Count == 0
            ? open.Where(d => (d.AsnId == me && EF.Constant(asAsn).Contains(d.Step))
                || (d.AtasanLangsungId == me && EF.Constant(asAtasan).Contains(d.Step)))
            : open.Where(d => (d.AsnId == me && EF.Constant(asAsn).Contains(d.Step))
                || (d.AtasanLangsungId == me && EF.Constant(asAtasan).Contains(d.Step))
                || (d.AsnId != me && EF.Constant(byOffice).Contains(d.Step)
                    && (d.AtasanLangsungId != me || !EF.Constant(notForAtasan).Contains(d.Step))));
        // One question to the history: two of them, each beside an "or", have the server read the whole of it.
        return mine.Where(d => !history.Any(h => h.DossierId == d.Id && h.ActorId == me
            && ((h.Capacity == Role.Analis && EF.Constant(notAfterAnalis).Contains(d.Step))
                || (h.Capacity == Role.Kasubbag && EF.Constant(notAfterKasubbag).Contains(d.Step)))));
    }

    /// <summary>Those that wait longest: their keys are read from an index alone, and only they themselves from the table.</summary>
    public static IQueryable<Dossier> Oldest(this IQueryable<Dossier> waiting, IQueryable<Dossier> dossiers, int most) =>
        waiting.OrderBy(d => d.StepSince).ThenBy(d => d.Id).Take(most).Select(d => d.Id).Join(dossiers, id => id, d => d.Id, (_, d) => d);

    /// <summary>Dossiers that the actor may see at all.</summary>
    public static IQueryable<Dossier> VisibleTo(this IQueryable<Dossier> dossiers, Actor actor)
    {
        if (actor.PegawaiId is not { } me)
        {
            return dossiers.Where(d => false);
        }

        var asn = From(Role.Asn);
        var atasan = From(Role.AtasanLangsung);
        var atasanPenilai = From(Role.AtasanPejabatPenilai);
        var office = SopTable.Views.Where(v => actor.Holds(v.Role)).Select(v => (Step?)v.DossierFrom).Min();
        if (office is not { } from)
        {
            return dossiers.Where(d =>
                (d.AsnId == me && d.Step >= asn)
                || (d.AsnId != me
                    && ((d.AtasanLangsungId == me && d.Step >= atasan) || (d.AtasanPejabatPenilaiId == me && d.Step >= atasanPenilai))));
        }

        return from == Step.Collect && asn == Step.Collect
            ? dossiers
            : dossiers.Where(d =>
                (d.AsnId == me && d.Step >= asn)
                || (d.AsnId != me && (d.Step >= from
                    || (d.AtasanLangsungId == me && d.Step >= atasan)
                    || (d.AtasanPejabatPenilaiId == me && d.Step >= atasanPenilai))));
    }

    /// <summary>Dossiers whose result the actor may see.</summary>
    public static IQueryable<Dossier> WithResultFor(this IQueryable<Dossier> dossiers, Actor actor)
    {
        if (actor.PegawaiId is not { } me)
        {
            return dossiers.Where(d => false);
        }

        var asn = ResultFrom(Role.Asn);
        var atasan = ResultFrom(Role.AtasanLangsung);
        var atasanPenilai = ResultFrom(Role.AtasanPejabatPenilai);
        var office = SopTable.Views.Where(v => actor.Holds(v.Role)).Select(v => v.ResultFrom ?? Never).DefaultIfEmpty(Never).Min();
        return dossiers.Where(d =>
            (d.AsnId == me && d.Step >= asn)
            || (d.AsnId != me && (d.Step >= office
                || (d.AtasanLangsungId == me && d.Step >= atasan)
                || (d.AtasanPejabatPenilaiId == me && d.Step >= atasanPenilai))));
    }

    /// <summary>Finds by a part of the name, or by the first digits of the NIP.</summary>
    public static IQueryable<Dossier> Named(this IQueryable<Dossier> dossiers, string? text)
    {
        var words = SearchWords.Of(text);
        var digits = string.Concat(words);
        if (digits.Length >= 4 && digits.All(char.IsAsciiDigit))
        {
            return dossiers.Where(d => EF.Property<string?>(d, AsnNip)!.StartsWith(digits));
        }

        return words.Aggregate(dossiers, (found, word) =>
        {
            var pattern = SearchWords.Pattern(word);
            return found.Where(d => EF.Functions.ILike(EF.Property<string>(d, AsnNama), pattern, @"\"));
        });
    }

    private static Step ResultFrom(Role role) => SopTable.Views.Single(v => v.Role == role).ResultFrom ?? Never;

    private static Step From(Role role) => SopTable.Views.Single(v => v.Role == role).DossierFrom;

    private static List<Step> Steps(Func<SopRow, bool> which) => [.. SopTable.Rows.Where(which).Select(r => r.Step)];
}
