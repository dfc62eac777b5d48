using Microsoft.AspNetCore.Mvc;

namespace SopKinerja.Web.Access;

/// <summary>A refusal as an answer: its status, and its sentence for the error page.</summary>
public static class Refusals
{
    private static readonly object Key = new();

    public static int Status(this RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict or RefusalKind.Incomplete => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static StatusCodeResult Refuse(this HttpContext http, Refusal refusal) => http.Refuse(refusal.Kind.Status(), refusal.Sentence);

    public static StatusCodeResult Refuse(this HttpContext http, int status, string sentence)
    {
        http.Items[Key] = sentence;
        return new(status);
    }

    public static string? RefusalSentence(this HttpContext http) => http.Items[Key] as string;
}
