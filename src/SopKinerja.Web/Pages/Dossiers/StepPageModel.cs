using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The base of the seven step pages: finds the dossier, asks the procedure, then runs the handler.</summary>
public abstract partial class StepPageModel(SopDbContext db, TimeProvider time) : QueuePageModel, IShowsAgain, IShowsResults
{
    public abstract Step Step { get; }

    public virtual Substep Substep => Substep.None;

    public SopRow Row => SopTable.Row(Step, Substep);

    public Dossier Dossier { get; private set; } = null!;

    public Actor Actor => field ??= User.Actor();

    /// <summary>The act that the page is for.</summary>
    protected virtual Act Own => Act.Work;

    [BindProperty]
    public uint? Version { get; set; }

    [BindProperty]
    [DataType(DataType.MultilineText)]
    public string? Alasan { get; set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows => (
        AccessKind.ResultPage,
        Procedure.WhyNot(Dossier, Act.ViewResult, Actor, Now) is null ? [Opened.Of(Dossier, Actor, Now)] : []);

    protected SopDbContext Db => db;

    /// <summary>Runs before the validation filter, so a form is never judged for someone who may not fill it in.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.TryParse(RouteData.Values["id"] as string, out var parsed) ? parsed : 0;
        if (await Loading(db, id) is not { } dossier)
        {
            context.Result = HttpContext.Refuse(
                new(RefusalKind.NotFound, "Berkas ini tidak ditemukan, atau bukan berkas yang boleh Anda lihat."));
            return;
        }

        Dossier = dossier;
        await db.LapseAsync(dossier, Now);
        var act = context.ActOf(Own);
        // What is missing may come with the form itself, so completeness is asked after the form was read.
        if (Procedure.WhyNot(dossier, Row, act == Act.Complete ? Act.Work : act, Actor, Now) is { } refusal)
        {
            context.Result = HttpContext.Refuse(refusal);
            return;
        }

        if (context.HandlerMethod?.MethodInfo.IsDefined(typeof(WithoutInputAttribute), inherit: true) == true)
        {
            // The form did not come along; shown again, it holds what is stored.
            Show();
        }

        // Asked at once and not when saving: what is saved before, such as a wrong password, must not fail with it.
        if (HttpMethods.IsPost(Request.Method) && Version != dossier.Version)
        {
            context.Result = await LostRaceAsync();
            return;
        }

        Version = dossier.Version;
        await next();
    }

    public async Task OnGetAsync()
    {
        Show();
        await ClaimAsync();
        await LoadAsync();
    }

    public virtual Task LoadAsync() => Task.CompletedTask;

    protected virtual void Show()
    {
    }

    protected void AddErrors(string form, IEnumerable<FormFault> faults)
    {
        foreach (var fault in faults)
        {
            ModelState.AddModelError($"{form}.{fault.Place}", fault.Sentence);
        }
    }

    /// <summary>Null when the step may be finished as it stands.</summary>
    protected Refusal? WhyNotComplete() => Procedure.WhyNot(Dossier, Row, Act.Complete, Actor, Now);
}
