using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Endpoints;

/// <summary>Forms drawn when someone asks for them and not kept: each asks what its page asks.</summary>
public static class Forms
{
    public static void MapForms(this IEndpointRouteBuilder app)
    {
        var drawn = app.MapGroup("").AddEndpointFilter(WhyNotPrintedAsync);
        drawn.MapGet("/skp/{id:long}/formulir", SkpAsync);
        drawn.MapGet("/skp/{id:long}/buku-catatan", BukuCatatanAsync);
        drawn.MapGet("/berkas/{id:long}/buku-catatan", BukuCatatanHasilAsync);
        drawn.MapGet("/berkas/{id:long}/angka-kredit", AngkaKreditAsync);
        app.MapGet(Links.Letterhead, KopAsync);
    }

    // Asked before whose form it is: what is missing is the same for everybody.
    private static ValueTask<object?> WhyNotPrintedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.RequestServices.GetRequiredService<CurrentSettings>().Value.WhyNotPrinted is { } missing
            ? new(TypedResults.StatusCode(http.Refuse(new(RefusalKind.Conflict, missing)).StatusCode))
            : next(context);
    }

    private static async Task<IResult> KopAsync(string? v, HttpContext http, Letterheads letterheads)
    {
        if (await letterheads.FindAsync(v ?? "", http.RequestAborted) is not { } image)
        {
            return TypedResults.StatusCode(http.Refuse(new(RefusalKind.NotFound, "Tidak ada gambar kop di alamat ini.")).StatusCode);
        }

        // Its address holds a mark of what is in it.
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(image.Bytes, image.ContentType);
    }

    private static async Task<IResult> SkpAsync(long id, HttpContext http, SopDbContext db, DocumentPress press, TimeProvider time)
    {
        var (plan, refused) = await FindAsync(id, PlanAct.View, http, db.Plans.IgnoreQueryFilters());
        return plan is null ? refused! : Pdf(http, press.DrawSkp(plan, time.GetUtcNow()), $"formulir-skp-{id}");
    }

    private static async Task<IResult> BukuCatatanAsync(
        long id, HttpContext http, SopDbContext db, DocumentPress press, TimeProvider time, AccessLog access)
    {
        var (plan, refused) = await FindAsync(
            id, PlanAct.ReadNotes, http, db.Plans.IgnoreQueryFilters().Include(p => p.Notes.OrderBy(n => n.No)).ThenInclude(n => n.Author));
        if (plan is null)
        {
            return refused!;
        }

        await access.OpenedAsync(AccessKind.Notes, new Opened(
            plan.PegawaiId, null, plan.Period.Nama, ReadingCapacity.Of(plan, http.User.Actor(), time.GetUtcNow())));
        return Pdf(http, press.DrawBukuCatatan(plan, time.GetUtcNow())!, $"buku-catatan-skp-{id}");
    }

    private static async Task<(Plan? Plan, IResult? Refused)> FindAsync(long id, PlanAct act, HttpContext http, IQueryable<Plan> plans)
    {
        var plan = await plans.AsNoTracking().Include(p => p.Period).Include(p => p.Pegawai.UnitKerja).Include(p => p.Atasan.UnitKerja)
            .Include(p => p.History.Where(h => h.Move == PlanMove.Agreed).OrderBy(h => h.No)).ThenInclude(h => h.ActorPegawai!.UnitKerja)
            .AsSingleQuery().SingleOrDefaultAsync(p => p.Id == id, http.RequestAborted);
        if (plan is not null)
        {
            plan.IsMeasured = await http.RequestServices.GetRequiredService<SopDbContext>().Measured()
                .AnyAsync(m => m.Id == plan.Id, http.RequestAborted);
        }

        var refusal = plan is null ? Plan.NotFound : plan.WhyNot(act, http.User.Actor());
        return refusal is null ? (plan, null) : (null, TypedResults.StatusCode(http.Refuse(refusal).StatusCode));
    }

    private static async Task<IResult> BukuCatatanHasilAsync(
        long id, HttpContext http, SopDbContext db, DocumentPress press, TimeProvider time, AccessLog access)
    {
        var (dossier, refused) = await Files.FindAsync(id, Act.ViewResult, http, db, time);
        if (dossier is null)
        {
            return refused!;
        }

        var drawn = dossier.Outcome is null
            ? null
            : press.DrawBukuCatatan(dossier, await NotesAsync(dossier, http, db), time.GetUtcNow());
        if (drawn is null)
        {
            return TypedResults.StatusCode(http.Refuse(new(RefusalKind.NotFound, dossier.Outcome is null
                ? "Penilaian ini belum disetujui, jadi belum ada buku catatannya."
                : $"{dossier.Peraturan.Nama} tidak mengenal buku catatan penilaian perilaku.")).StatusCode);
        }

        await NoteAsync(access, dossier, "buku catatan perilaku", http, time);
        return Pdf(http, drawn, $"buku-catatan-{id}");
    }

    // Those who see the result and not the notes get the entry of the result alone.
    private static async Task<IReadOnlyList<PlanNote>?> NotesAsync(Dossier dossier, HttpContext http, SopDbContext db)
    {
        var plan = await db.Plans.AsNoTracking().Include(p => p.Notes.OrderBy(n => n.No)).ThenInclude(n => n.Author)
            .AsSingleQuery().SingleAsync(
                p => p.PeriodId == dossier.PeriodId && p.PegawaiId == dossier.AsnId && p.Post == dossier.Post, http.RequestAborted);
        plan.IsMeasured = dossier.ClosedAt is not null;
        return plan.WhyNot(PlanAct.ReadNotes, http.User.Actor()) is null ? plan.Notes : null;
    }

    private static async Task<IResult> AngkaKreditAsync(
        long id, HttpContext http, SopDbContext db, DocumentPress press, TimeProvider time, AccessLog access)
    {
        var (dossier, refused) = await Files.FindAsync(id, Act.ViewResult, http, db, time);
        if (dossier is null)
        {
            return refused!;
        }

        if (dossier.Outcome is null || KonversiAngkaKredit.Of(dossier) is null)
        {
            return TypedResults.StatusCode(http.Refuse(new(
                RefusalKind.NotFound,
                "Berkas ini tidak menghasilkan angka kredit. Angka kredit dihitung dari evaluasi PermenPANRB 6/2022 yang sudah disetujui, "
                + "untuk PNS dalam jabatan fungsional yang jenjangnya tercatat.")).StatusCode);
        }

        await NoteAsync(access, dossier, "angka kredit", http, time);
        return Pdf(http, press.DrawAngkaKredit(
            dossier, await db.AkumulasiAsync(dossier, http.RequestAborted), time.GetUtcNow()), $"angka-kredit-{id}");
    }

    private static Task NoteAsync(AccessLog access, Dossier dossier, string what, HttpContext http, TimeProvider time) =>
        access.OpenedAsync(AccessKind.Document, Opened.Of(dossier, http.User.Actor(), time.GetUtcNow(), what));

    // Opened in the browser, named by the number of the row.
    private static FileContentHttpResult Pdf(HttpContext http, byte[] bytes, string name)
    {
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.pdf\"";
        return TypedResults.Bytes(bytes, "application/pdf");
    }
}
