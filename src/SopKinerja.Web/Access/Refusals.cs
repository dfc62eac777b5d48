using Microsoft.AspNetCore.Mvc;

namespace SopKinerja.Web.Access;

/// <summary>A refusal as an answer: its status, and its sentence for the error page.</summary>
public static class Refusals
{
    private static readonly object Key = new();

    /// <summary>The status code of each kind of refusal.</summary>
    public static int Status(this RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict or RefusalKind.Incomplete => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Leaves the sentence for the error page and sets the status.</summary>
    public static StatusCodeResult Refuse(this HttpContext http, Refusal refusal)
    {
        http.Items[Key] = refusal.Sentence;
        return new(refusal.Kind.Status());
    }

    /// <summary>The sentence left for the error page.</summary>
    public static string? RefusalSentence(this HttpContext http) => http.Items[Key] as string;
}
