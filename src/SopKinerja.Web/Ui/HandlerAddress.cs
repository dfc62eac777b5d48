namespace SopKinerja.Web.Ui;

/// <summary>The address of the page that is shown, with all that it was asked for.</summary>
public static class HandlerAddress
{
    public const string Parameter = "handler";

    public static string WithoutHandler(this HttpRequest request) => request.PathBase + request.Path + Rest(request);

    /// <summary>The same page, and what answers there.</summary>
    public static string WithHandler(this HttpRequest request, string handler) => $"{Rest(request).Add(Parameter, handler)}";

    private static QueryString Rest(HttpRequest request) =>
        QueryString.Create(request.Query.Where(q => !q.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase)));
}
