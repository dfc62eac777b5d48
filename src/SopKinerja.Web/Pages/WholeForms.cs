using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages;

/// <summary>
/// Reads the form before anything else does, and answers 400 (413 where it is too large, 408 where it came too slowly) when it did not come
/// as a page sends it: cut off, in letters unknown here, with more fields than any page has, or with a list that has a gap, of which model
/// binding would silently take the part before the gap.
/// </summary>
internal sealed class WholeForms : IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int DeepestList = 4;

    internal const string NotWhole = "Isian Anda tidak sampai dengan utuh, jadi tidak ada yang disimpan. "
        + "Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.";

    // After the limits of a page are set (800, 900), before the token is looked for in the form (1000).
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType || context.IsOfErrorPage())
        {
            return;
        }

        var whyNot = HasKnownLetters(http.Request) ? await WhyNotReadAsync(http.Request) : StatusCodes.Status400BadRequest;
        if (whyNot is { } status)
        {
            context.Result = status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout
                ? new StatusCodeResult(status)
                : http.Refuse(status, NotWhole);
        }
    }

    // Pages are written in UTF-8, so that is what a browser sends, mostly without saying so.
    private static bool HasKnownLetters(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<int?> WhyNotReadAsync(HttpRequest request)
    {
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return HasWholeLists([.. form.Keys, .. form.Files.Select(f => f.Name).Distinct(), .. request.Query.Keys])
                && form.All(field => !field.Key.EndsWith(".index", StringComparison.OrdinalIgnoreCase) || IsCounted(field.Value))
                ? null
                : StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        // A part of a form may name letters of its own, which the framework asks the machine for.
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>Whether each list counts its rows from 0 without a gap: "Rows[0].Name" and "Rows[2].Name" do not.</summary>
    internal static bool HasWholeLists(IEnumerable<string> names)
    {
        var rows = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var (open, depth) = (name.IndexOf('[', StringComparison.Ordinal), 0);
            for (; open >= 0; open = name.IndexOf('[', open + 1))
            {
                var close = name.IndexOf(']', open);
                if (close < 0 || ++depth > DeepestList)
                {
                    return false;
                }

                var list = name[..open];
                (rows.TryGetValue(list, out var seen) ? seen : rows[list] = []).Add(name[(open + 1)..close]);
            }
        }

        return rows.Values.All(IsCounted);
    }

    private static bool IsCounted(IReadOnlyCollection<string?> rows)
    {
        var numbers = Enumerable.Range(0, rows.Count).Select<int, string?>(row => row.ToString(CultureInfo.InvariantCulture));
        return numbers.ToHashSet().SetEquals(rows);
    }
}
