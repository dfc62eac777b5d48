using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SopKinerja.Web.Ui;

public interface IShowsAgain
{
    Task LoadAsync();
}

/// <summary>
/// Runs the FluentValidation validator of the form that was posted: of the handler's own argument where it has one,
/// otherwise of every form that the page binds. When anything is wrong the page is shown again with status 422 and nothing is done.
/// </summary>
public sealed class ValidationFilter(IServiceProvider services) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is { HttpMethod: "Post" } handler && context.HandlerInstance is PageModel page)
        {
            if (handler.MethodInfo.IsDefined(typeof(WithoutInputAttribute), inherit: true))
            {
                var forms = Forms(page);
                page.ModelState.Keys.Where(key => forms.Any(form => key == form.Name
                    || key.StartsWith($"{form.Name}.", StringComparison.Ordinal)
                    || key.StartsWith($"{form.Name}[", StringComparison.Ordinal))).ToList().ForEach(key => page.ModelState.Remove(key));
            }
            else
            {
                await ValidateAsync(context, page);
            }

            if (!page.ModelState.IsValid)
            {
                context.Result = await page.ShowAgainAsync();
                return;
            }
        }

        await next();
    }

    private async Task ValidateAsync(PageHandlerExecutingContext context, PageModel page)
    {
        var forms = context.HandlerArguments.Where(a => a.Value is not null && a.Value is not string && Validator(a.Value) is not null)
            .Select(a => (a.Key, a.Value)).ToList();
        foreach (var (prefix, form) in forms.Count > 0 ? forms : Forms(page))
        {
            if (Validator(form!) is not { } validator)
            {
                continue;
            }

            var result = await validator.ValidateAsync(new ValidationContext<object>(form!), context.HttpContext.RequestAborted);
            foreach (var failure in result.Errors)
            {
                var key = $"{prefix}.{failure.PropertyName}";
                if (!page.ModelState.TryGetValue(key, out var entry) || entry.Errors.Count == 0)
                {
                    page.ModelState.AddModelError(key, failure.ErrorMessage);
                }
            }
        }
    }

    // A form is a bound class of the program's own; a bound word or number is none.
    private static List<(string Name, object? Form)> Forms(PageModel page) => [.. page.GetType().GetProperties()
        .Where(p => p.IsDefined(typeof(BindPropertyAttribute), inherit: true)
            && p.PropertyType.Assembly == typeof(ValidationFilter).Assembly)
        .Select(p => (p.Name, p.GetValue(page))).Where(f => f.Item2 is not null)];

    private IValidator? Validator(object form) => services.GetService(typeof(IValidator<>).MakeGenericType(form.GetType())) as IValidator;
}

public static class Redisplay
{
    /// <summary>The page once more with what was typed and the errors in the model state; 422, or the status given.</summary>
    public static async Task<IActionResult> ShowAgainAsync(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        if (page is IShowsAgain shows)
        {
            await shows.LoadAsync();
        }

        page.Response.StatusCode = status;
        return page.Page();
    }

    public static Task<IActionResult> ShowAgainAsync(this PageModel page, string field, string sentence)
    {
        page.ModelState.AddModelError(field, sentence);
        return page.ShowAgainAsync();
    }
}
