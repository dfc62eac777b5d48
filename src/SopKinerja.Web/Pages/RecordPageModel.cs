using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>A page about one record: no form is judged and nothing runs when there is no such record.</summary>
public abstract class RecordPageModel<TRecord> : PageModel, IShowsAgain
    where TRecord : class
{
    [FromRoute]
    public int Id { get; set; }

    public TRecord Row { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync() is not { } found)
        {
            context.Result = HttpContext.Refuse(new(RefusalKind.NotFound, NotFoundSentence));
            return;
        }

        Row = found;
        if (HttpMethods.IsPost(Request.Method) && await WhyNotChangeAsync() is { } refusal)
        {
            context.Result = HttpContext.Refuse(refusal);
            return;
        }

        await next();
    }

    /// <summary>Reads the record once more, because another may have changed it.</summary>
    public virtual async Task LoadAsync() => Row = await FindAsync() ?? Row;

    protected LocalRedirectResult Done(string done) => this.Done(done, to: null);

    protected virtual string NotFoundSentence => "Data ini tidak ditemukan. Periksa alamatnya, atau cari dari daftar.";

    /// <summary>Why the reader may not change the record; null for whoever may open the page.</summary>
    protected virtual Task<Refusal?> WhyNotChangeAsync() => Task.FromResult<Refusal?>(null);

    /// <summary>The record; null when there is none.</summary>
    protected abstract Task<TRecord?> FindAsync();
}
