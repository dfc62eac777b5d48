using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>
/// Looks at a form before it is judged: one that did not bring every field with which it was written is 400, for a field left out would be
/// taken for an empty one; one that was done already and now says something else is shown again, 409.
/// </summary>
internal sealed class SentFields : IAsyncPageFilter, IOrderedFilter
{
    // After the page has asked who may, before the form is validated.
    public int Order => -1;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || context.IsOfErrorPage())
        {
            await next();
            return;
        }

        if (!await IsWholeAsync(http.Request))
        {
            context.Result = http.Refuse(StatusCodes.Status400BadRequest, WholeForms.NotWhole);
        }
        else if (http.Features.Get<DoneBefore>() is { } done && context.HandlerInstance is PageModel page)
        {
            page.ModelState.Remove(SaveOrExplain.VersionField);
            page.ModelState.AddModelError("", done.Sentence);
            context.Result = await page.ShowAgainAsync(StatusCodes.Status409Conflict);
        }
        else
        {
            await next();
        }
    }

    private static async Task<bool> IsWholeAsync(HttpRequest request) => request.HasFormContentType
        && await request.ReadFormAsync(request.HttpContext.RequestAborted) is var form && FormMark.Read(form)?.IsWhole(form) == true;
}

/// <summary>The form was done already, with other words than it brings now.</summary>
/// <param name="Said">What was said then; null when that is not known any more.</param>
internal sealed record DoneBefore(string? Said)
{
    public string Sentence => $"Formulir ini sudah Anda kirim dan sudah dikerjakan{(Said is null ? "." : $": {Sentences.End(Said)}")} "
        + "Isian di bawah ini berbeda dari yang dikerjakan itu, jadi belum disimpan. Periksa keadaannya dahulu; kirim sekali lagi bila "
        + "memang perlu.";
}
