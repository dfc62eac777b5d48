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
        return dossiers.Where(d => d.ClosedAt == null && d.Keberatan == null
            && ((d.AsnId == me && asAsn.Contains(d.Step))
                || (d.AtasanLangsungId == me && asAtasan.Contains(d.Step))
                || (d.AsnId != me && byOffice.Contains(d.Step) && (d.AtasanLangsungId != me || !notForAtasan.Contains(d.Step))))
            && !(notAfterAnalis.Contains(d.Step) && history.Any(h => h.DossierId == d.Id && h.ActorId == me && h.Capacity == Role.Analis))
            && !(notAfterKasubbag.Contains(d.Step) && history.Any(h => h.DossierId == d.Id && h.ActorId == me && h.Capacity == Role.Kasubbag)));
    }

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
        var office = SopTable.Views.Where(v => actor.Holds(v.Role)).Select(v => v.DossierFrom).DefaultIfEmpty(Never).Min();
        return office == Step.Collect && asn == Step.Collect
            ? dossiers
            : dossiers.Where(d =>
                (d.AsnId == me && d.Step >= asn)
                || (d.AsnId != me && (d.Step >= office
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
