using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages.Account;

/// <summary>A form's token belongs to whoever was signed in when the page was made. The form that signs in, sent twice, comes the second
/// time as somebody who is signed in already; it leads on instead of being refused.</summary>
public sealed class AlreadyThere : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.User.Identity?.IsAuthenticated == true
            && context.HttpContext.Request.Path.StartsWithSegments(Links.Account.SignIn, StringComparison.OrdinalIgnoreCase))
        {
            context.Result = new LocalRedirectResult($"{Links.Account.SignIn}{context.HttpContext.Request.QueryString}");
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
