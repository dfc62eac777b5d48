using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Pages.Account.OwnData;
using SopKinerja.Web.Pages.Audit;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Endpoints;

/// <summary>Lists for a spreadsheet: each holds what its page shows, for those who may open the page.</summary>
public static class Exports
{
    private static readonly string[] Columns =
    [
        "Nama", "NIP", "Jabatan", "Unit kerja", "Periode", "Bagian", "Peraturan", "Nilai", "Sebutan/predikat", "Rating hasil kerja",
        "Rating perilaku kerja", "Kuadran SIASN", "Capaian organisasi", "Angka kredit",
    ];

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/kemajuan/hasil.csv", ResultsAsync).RequireAuthorization(PageAccess.PolicyOf("/Reports/Results"));
        app.MapGet("/catatan-akses.csv", AccessAsync).RequireAuthorization(PageAccess.PolicyOf("/Audit/Index"));
        app.MapGet("/data-saya/berkas.json", OwnDataAsync).RequireAuthorization(PageAccess.PolicyOf("/Account/OwnData/Index"));
    }

    // What it holds is noted in the list that it is of.
    private static async Task<FileContentHttpResult> AccessAsync(
        [AsParameters] AuditFilter filter, HttpContext http, SopDbContext db, AccessLog access)
    {
        var rows = await AuditLine.NewestAsync(db, filter, null, AuditLine.MostExported, http.RequestAborted);
        await access.DidAsync(AccessKind.LogExported, filter.Sentence);
        return TypedResults.File(
            Csv.File(AuditLine.Columns, rows.Select(r => r.Cells())), "text/csv; charset=utf-8", "catatan-akses.csv");
    }

    private static async Task<FileContentHttpResult> OwnDataAsync(HttpContext http, KeptDataSource source, AccessLog access)
    {
        var data = await source.ReadAsync(http.User, KeptDataSource.All, http.RequestAborted);
        await access.DidAsync(AccessKind.OwnData);
        return TypedResults.File(data.ToJson(), "application/json", "data-saya.json");
    }

    private static async Task<FileContentHttpResult> ResultsAsync(
        int? periode, int? bagian, HttpContext http, SopDbContext db, FilterLists choices, AccessLog access)
    {
        var all = await choices.GetAsync(http.RequestAborted);
        var choice = Pages.Reports.PeriodChoice.Of(all, periode, bagian);
        var rows = await db.Dossiers.AsNoTracking().ResultsOfOthersFor(http.User.Actor(), choice.Period?.Id, choice.Bagian)
            .OrderBy(d => EF.Property<string>(d, DossierQueries.AsnNama)).ThenBy(d => d.Id)
            .Select(d => new Row(
                d.Id, d.Parties, d.Period, d.Bagian, d.Post, d.PostFrom, d.PostUntil, d.Method, d.Outcome!,
                EF.Property<RatingKinerja?>(d, DossierQueries.RatingHasilKerja),
                EF.Property<RatingKinerja?>(d, DossierQueries.RatingPerilaku),
                EF.Property<CapaianOrganisasi?>(d, DossierQueries.CapaianOrganisasi)))
            .ToListAsync(http.RequestAborted);
        await access.OpenedAsync(AccessKind.Export, [.. rows.Select(
            r => new Opened(r.Parties.Asn.PegawaiId, r.Id, "CSV", ReadingCapacity.Of(http.User.Actor())))]);
        return TypedResults.File(
            Csv.File(Columns, rows.Select(Cells)), "text/csv; charset=utf-8",
            FormattableString.Invariant($"hasil-{choice.Period?.Id}-{choice.Bagian}.csv"));
    }

    private static string?[] Cells(Row row)
    {
        var asn = row.Parties.Asn;
        var predikat = Predikat.Of(row.HasilKerja, row.Perilaku);
        return
        [
            asn.Nama,
            // In its groups: a spreadsheet would make a number of 18 digits inexact.
            asn.Nip is null ? null : $"{Nip.Stored(asn.Nip)}",
            asn.Jabatan, asn.UnitKerja, row.Period.Nama,
            row.Post > 0 ? "Jabatan sebelumnya" : row.Period.Part(row.Bagian)?.Nama,
            ScoringMethods.Row(row.Method).Nama,
            row.Outcome.Nilai is { } nilai ? Angka.Tampil(nilai) : null,
            row.Outcome.Sebutan, row.HasilKerja?.Nama(), row.Perilaku?.Nama(),
            predikat is { } known ? $"{Predikat.KuadranSiasn(known)}" : null,
            row.Capaian?.Nama(),
            KonversiAngkaKredit.Of(asn, row.Period, row.Bagian, predikat, (row.From, row.Until)) is { } earned
                ? Angka.Tampil(earned.Nilai)
                : null,
        ];
    }

    private sealed record Row(
        long Id, Parties Parties, Period Period, int Bagian, int Post, DateOnly? From, DateOnly? Until, string Method, Outcome Outcome,
        RatingKinerja? HasilKerja, RatingKinerja? Perilaku,
        CapaianOrganisasi? Capaian);
}
