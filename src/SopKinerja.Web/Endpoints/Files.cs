using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Endpoints;

public static class Files
{
    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/berkas/{id:long}/bukti/{key}", EvidenceAsync);
        app.MapGet("/berkas/{id:long}/dokumen/{kind}", (
            long id, string kind, HttpContext http, SopDbContext db, TimeProvider time, ResultReceipts receipts, AccessLog access) =>
            DocumentAsync(id, kind, null, http, db, time, receipts, access));
        app.MapGet("/berkas/{id:long}/dokumen/{kind}/{version:int}", DocumentAsync);
        app.MapGet("/berkas/{id:long}/salinan/{no:int}", CopyAsync);
        app.MapGet("/berkas/{id:long}/pindaian/{no:int}", ScanAsync);
    }

    private static async Task<IResult> EvidenceAsync(
        long id, string key, HttpContext http, SopDbContext db, TimeProvider time, AccessLog access)
    {
        var (dossier, refused) = await FindAsync(id, Act.View, http, db, time);
        if (dossier?.FindEvidence(key) is not ({ } evidence, var act)
            || Procedure.WhyNot(dossier, act, http.User.Actor(), time.GetUtcNow()) is not null)
        {
            return refused ?? NotFound(http);
        }

        var bytes = await db.EvidenceContents.Where(e => e.Key == key && e.DossierId == id).Select(e => e.Bytes).SingleAsync();
        await access.OpenedAsync(AccessKind.Evidence, Opened.Of(dossier, http.User.Actor(), time.GetUtcNow(), evidence.OriginalName));
        return TypedResults.File(bytes, evidence.ContentType, $"bukti-{id}-{key[..8]}{FileTypes.Extension(evidence.ContentType)}");
    }

    private static async Task<IResult> DocumentAsync(
        long id, string kind, int? version, HttpContext http, SopDbContext db, TimeProvider time, ResultReceipts receipts,
        AccessLog access)
    {
        var (dossier, refused) = await FindAsync(id, Act.ViewResult, http, db, time);
        if (refused is not null)
        {
            return refused;
        }

        await receipts.NoteAsync(dossier!, http.User.Actor());

        var wanted = DocumentNames.Named(kind);
        var bytes = await db.Documents.Where(d => d.DossierId == id && d.Kind == wanted && (version == null || d.Version == version))
            .OrderByDescending(d => d.Version).Select(d => d.Content!.Bytes).FirstOrDefaultAsync(http.RequestAborted);
        if (bytes is null)
        {
            return NotFound(http);
        }

        await access.OpenedAsync(AccessKind.Document, Opened.Of(
            dossier!, http.User.Actor(), time.GetUtcNow(),
            $"{DocumentNames.Of(wanted!.Value).Nama}{(version is null ? "" : $", versi {version}")}"));
        http.Response.Headers.ContentDisposition =
            $"inline; filename=\"dokumen-{id}-{kind}{(version is null ? "" : $"-versi-{version}")}.pdf\"";
        return TypedResults.Bytes(bytes, "application/pdf");
    }

    private static async Task<IResult> CopyAsync(
        long id, int no, HttpContext http, SopDbContext db, TimeProvider time, BsreSignatures signatures, IConfiguration configuration,
        AccessLog access)
    {
        var (dossier, refused) = await FindAsync(id, Act.ViewResult, http, db, time);
        if (refused is not null)
        {
            return refused;
        }

        if (await db.NumberedCopyAsync(id, no, http.RequestAborted) is not { } copy)
        {
            return NotFound(http);
        }

        await access.OpenedAsync(AccessKind.Copy, Opened.Of(dossier!, http.User.Actor(), time.GetUtcNow(), $"nomor {no}"));
        http.Response.Headers.ContentDisposition = $"inline; filename=\"salinan-{id}-{no}.pdf\"";
        return TypedResults.Bytes(copy.Draw(configuration["SOP_FONTS"], signatures.StatementOf(copy)), "application/pdf");
    }

    private static async Task<IResult> ScanAsync(
        long id, int no, HttpContext http, SopDbContext db, TimeProvider time, AccessLog access)
    {
        var (dossier, refused) = await FindAsync(id, Act.ViewResult, http, db, time);
        if (refused is not null)
        {
            return refused;
        }

        var found = await db.Scans.Where(s => s.DossierId == id && s.No == no)
            .Select(s => new { s.ContentType, s.Content!.Bytes }).SingleOrDefaultAsync(http.RequestAborted);
        if (found is null)
        {
            return NotFound(http);
        }

        await access.OpenedAsync(AccessKind.Scan, Opened.Of(dossier!, http.User.Actor(), time.GetUtcNow(), $"nomor {no}"));
        // Saved and not shown in place: it is someone's file, and not one of our making.
        return TypedResults.File(found.Bytes, found.ContentType, $"pindaian-{id}-{no}{FileTypes.Extension(found.ContentType)}");
    }

    public static async Task<(Dossier? Dossier, IResult? Refused)> FindAsync(
        long id, Act act, HttpContext http, SopDbContext db, TimeProvider time)
    {
        var dossier = await db.Dossiers.AsNoTracking().Include(d => d.Period).Include(d => d.History)
            .SingleOrDefaultAsync(d => d.Id == id, http.RequestAborted);
        if (dossier is null)
        {
            return (null, NotFound(http));
        }

        return Procedure.WhyNot(dossier, act, http.User.Actor(), time.GetUtcNow()) is { } refusal
            ? (null, TypedResults.StatusCode(http.Refuse(refusal).StatusCode))
            : (dossier, null);
    }

    private static StatusCodeHttpResult NotFound(HttpContext http) =>
        TypedResults.StatusCode(
            http.Refuse(new(RefusalKind.NotFound, "Berkas ini tidak ditemukan, atau bukan berkas yang boleh Anda lihat.")).StatusCode);
}
