using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages;

/// <summary>Refuses what a page has no handler for. The framework would show the page unfilled, and would take the handler without a name
/// for every name that it does not know.</summary>
internal sealed class KnownHandlers : IAuthorizationFilter, IOrderedFilter
{
    // Before the size of a form is looked at (800), and its token (1000).
    public int Order => 700;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var (http, method) = (context.HttpContext, context.HttpContext.Request.Method);
        if (context.IsOfErrorPage())
        {
            // It reads no form: the one that brought us here is unwanted or gone, and one that is sent to it is for nobody.
            http.Request.ContentType = null;
            return;
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.ActionDescriptor is not CompiledPageActionDescriptor page)
        {
            return;
        }

        var known = page.HandlerMethods.Where(h => string.Equals(h.HttpMethod, method, StringComparison.OrdinalIgnoreCase)).ToList();
        var asked = http.Request.Query[Keys.Handler].ToString();
        if (known.Count == 0)
        {
            http.Response.Headers.Allow = string.Join(", ", Reading.Concat(page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()))
                .Distinct());
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (!known.Exists(h => string.Equals(h.Name ?? "", asked, StringComparison.OrdinalIgnoreCase)))
        {
            context.Result = http.Refuse(HandlerActs.Unknown);
        }
    }

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
}

internal static class ErrorPage
{
    /// <summary>Whether this is the page that takes the place of one that refused: it takes whatever was sent there.</summary>
    public static bool IsOfErrorPage(this FilterContext context) =>
        context.ActionDescriptor is CompiledPageActionDescriptor page && page.ModelTypeInfo?.AsType() == typeof(ErrorModel);
}
