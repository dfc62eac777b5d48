using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Questions that several pages ask; each says in SQL what <see cref="Procedure"/> says in C#, and a test keeps them
/// equal.</summary>
public static class DossierQueries
{
    // A step that no dossier reaches.
    private const Step Never = (Step)99;

    // The key of no pegawai.
    private const int Nobody = 0;

    public const string Stage = "Stage";

    public const string AsnNama = "AsnNama";

    public const string AsnNip = "AsnNip";

    /// <summary>Name of the computed column by which a dossier is found; each of its values is a <see cref="SearchName"/>.</summary>
    public const string AsnCari = "AsnCari";

    /// <summary>Name of the computed column with the rating hasil kerja of a sheet under PermenPANRB 6/2022; null under any
    /// other.</summary>
    public const string RatingHasilKerja = "RatingHasilKerja";

    public const string RatingPerilaku = "RatingPerilaku";

    public const string CapaianOrganisasi = "CapaianOrganisasi";

    public static IQueryable<Dossier> VisibleTo(this IQueryable<Dossier> dossiers, Actor actor)
    {
        var office = SopTable.Views.Where(v => actor.Holds(v.Role)).Select(v => (Step?)v.DossierFrom).Min();
        if (actor.PegawaiId is null && office is null)
        {
            return dossiers.Where(d => false);
        }

        var (me, others) = (actor.PegawaiId ?? Nobody, Others(actor));
        var asn = From(Role.Asn);
        var atasan = From(Role.AtasanLangsung);
        var atasanPenilai = From(Role.AtasanPejabatPenilai);
        if (office is not { } from)
        {
            return dossiers.Where(d =>
                (d.AsnId == me && d.Step >= asn)
                || (d.AsnId != me
                    && ((d.AtasanLangsungId == me && d.Step >= atasan)
                        || (d.AtasanPejabatPenilaiId == me && d.Step >= atasanPenilai)
                        || (d.ClosedAt == null && d.CancelledAt == null
                            && ((others.Contains(d.AtasanLangsungId) && d.Step >= atasan)
                                || (others.Contains(d.AtasanPejabatPenilaiId!.Value) && d.Step >= atasanPenilai))))));
        }

        return from == Step.Collect && asn == Step.Collect
            ? dossiers
            : dossiers.Where(d =>
                (d.AsnId == me && d.Step >= asn)
                || (d.AsnId != me && (d.Step >= from
                    || (d.AtasanLangsungId == me && d.Step >= atasan)
                    || (d.AtasanPejabatPenilaiId == me && d.Step >= atasanPenilai)
                    || (d.ClosedAt == null && d.CancelledAt == null
                        && ((others.Contains(d.AtasanLangsungId) && d.Step >= atasan)
                            || (others.Contains(d.AtasanPejabatPenilaiId!.Value) && d.Step >= atasanPenilai))))));
    }

    public static IQueryable<Dossier> WithResultFor(this IQueryable<Dossier> dossiers, Actor actor)
    {
        if (actor.PegawaiId is null && !actor.SeesResultsByOffice())
        {
            return dossiers.Where(d => false);
        }

        var (me, others) = (actor.PegawaiId ?? Nobody, Others(actor));
        var asn = ResultFrom(Role.Asn);
        var atasan = ResultFrom(Role.AtasanLangsung);
        var atasanPenilai = ResultFrom(Role.AtasanPejabatPenilai);
        var office = SopTable.Views.Where(v => actor.Holds(v.Role)).Select(v => v.ResultFrom ?? Never).DefaultIfEmpty(Never).Min();
        return dossiers.Where(d =>
            (d.AsnId == me && d.Step >= asn)
            || (d.AsnId != me && (d.Step >= office
                || (d.AtasanLangsungId == me && d.Step >= atasan)
                || (d.AtasanPejabatPenilaiId == me && d.Step >= atasanPenilai)
                || (d.ClosedAt == null && d.CancelledAt == null
                    && ((others.Contains(d.AtasanLangsungId) && d.Step >= atasan)
                        || (others.Contains(d.AtasanPejabatPenilaiId!.Value) && d.Step >= atasanPenilai))))));
    }

    /// <summary>Whether an office shows him the results of others, whoever rates them.</summary>
    public static bool SeesResultsByOffice(this Actor actor) =>
        SopTable.Views.Any(v => v.ResultFrom is not null && !v.Role.IsParty() && actor.Holds(v.Role));

    /// <summary>Approved results of one part of a period that the actor may see, without his own: what lists, counts and exports
    /// hold.</summary>
    public static IQueryable<Dossier> ResultsOfOthersFor(this IQueryable<Dossier> dossiers, Actor actor, int? periode, int bagian) =>
        dossiers.WithResultFor(actor)
            .Where(d => d.PeriodId == periode && d.Bagian == bagian && d.AsnId != actor.PegawaiId && d.Outcome != null);

    /// <summary>Finds by parts of the name, whichever way they are written, by some of the figures of the NIP, or by both.</summary>
    public static IQueryable<Dossier> Named(
        this IQueryable<Dossier> dossiers, IQueryable<SearchName> names, IQueryable<SearchNip> nips, string? text)
    {
        var (words, nip) = SearchWords.WithNip(text);
        if (nip is not null)
        {
            var numbers = nips.Where(n => n.Nip.Contains(nip));
            dossiers = dossiers.Where(d => numbers.Select(n => n.Nip).Contains(EF.Property<string?>(d, AsnNip)));
        }

        var found = names.Containing(words, n => n.Name);
        return words.Count == 0
            ? dossiers
            : dossiers.Where(d => found.Select(n => n.Name).Contains(EF.Property<string>(d, AsnCari)));
    }

    // In whose place he acts, while something waits.
    private static int[] Others(Actor actor) => [.. actor.Mandates.Select(m => m.ForId)];

    private static Step ResultFrom(Role role) => SopTable.Views.Single(v => v.Role == role).ResultFrom ?? Never;

    private static Step From(Role role) => SopTable.Views.Single(v => v.Role == role).DossierFrom;
}
