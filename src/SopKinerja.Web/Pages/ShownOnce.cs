using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

/// <summary>What an act made and nobody may read twice, such as a temporary password. It travels with the message of the act, so a second
/// sending of the form finds it too, until a page has shown it.</summary>
public static class ShownOnce
{
    private const string Secret = "Rahasia";
    private const string SecretOf = "Formulir";

    public static LocalRedirectResult DoneOnce<T>(this PageModel page, string done, T secret, string? to = null)
    {
        page.TempData[Secret] = JsonSerializer.Serialize(secret);
        page.TempData[SecretOf] = Convert.ToHexString(page.HttpContext.Features.Get<FormAct>()!.Digest);
        return page.Done(done, to);
    }

    /// <summary>Null when there is nothing to show, or when it was shown.</summary>
    public static T? TakeSecret<T>(this PageModel page)
        where T : class
    {
        page.HttpContext.Items[SecretOf] = page.TempData[SecretOf];
        return page.TempData[Secret] is string secret ? JsonSerializer.Deserialize<T>(secret) : null;
    }

    /// <summary>The digest of the form whose secret the answer to this request has shown; null for none.</summary>
    internal static byte[]? ShownIn(HttpContext http) =>
        http.Items[SecretOf] is string digest && !http.RequestAborted.IsCancellationRequested ? Convert.FromHexString(digest) : null;
}
