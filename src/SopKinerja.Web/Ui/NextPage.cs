using Microsoft.AspNetCore.Http.Extensions;

namespace SopKinerja.Web.Ui;

/// <summary>The way on through a list that is paged by key: the same address with another last key.</summary>
/// <param name="After">Key of the last row shown; null at the end of the list.</param>
public sealed record NextPage(HttpRequest Request, string? After)
{
    public const string Parameter = "setelah";

    public bool IsFurtherOn => Request.Query.ContainsKey(Parameter);

    /// <summary>The address of the rows after that key; of the first rows for null.</summary>
    public string Url(string? after)
    {
        var kept = Request.Query.Where(q => !q.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? ""));
        var query = new QueryBuilder(after is null ? kept : kept.Append(new(Parameter, after)));
        return $"{Request.Path}{query}";
    }

    public static NextPage Trim<T>(HttpRequest request, List<T> rows, int size, Func<T, object> key)
    {
        if (rows.Count <= size)
        {
            return new(request, null);
        }

        rows.RemoveRange(size, rows.Count - size);
        return new(request, $"{key(rows[^1])}");
    }
}
