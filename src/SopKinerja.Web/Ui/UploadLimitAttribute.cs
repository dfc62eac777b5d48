using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SopKinerja.Web.Ui;

/// <summary>How large a request a page takes; a larger one is answered with 413 and a sentence instead of a cut connection.</summary>
/// <param name="bytes">With its files. Without any, no page needs more than <see cref="LargestForm"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(long bytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>The longest form without a file has sixty rows of a few long texts.</summary>
    public const int LargestForm = 8 * 1024 * 1024;

    /// <summary>Who has not signed in fills in a field or two.</summary>
    public const int PublicForm = 64 * 1024;

    // A browser shows the answer only when it could send everything; beyond this it is not worth the line.
    private const long MostRead = 512L * 1024 * 1024;
    private const long MostReadOfAnybody = 32L * 1024 * 1024;

    // Above a megabyte the framework takes memory as a part grows; below, it takes all of this for each part, however small it is.
    private const int OfThePart = (1024 * 1024) + 1;

    public long Bytes => bytes;

    /// <summary>Whether anybody may send it: its files stay in memory and are never written to the disk of the server, not even for the
    /// time of the request; its fields are few, and their room is besides the bytes.</summary>
    public bool IsPublic { get; init; }

    public int Order => 800;

    public static bool MayBringFiles(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IFormFeature>() is { Form: not null })
        {
            // Read already, by a first run of this request.
            return;
        }

        var files = MayBringFiles(http.Request) ? bytes : 0;
        var most = IsPublic ? files + PublicForm : Math.Max(files, LargestForm);
        var read = IsPublic ? MostReadOfAnybody : MostRead;
        http.Features.Set(new TakenAtMost(IsPublic && files > 0 ? files : most));
        var size = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var isTooLarge = http.Request.ContentLength > most;
        if (size is { IsReadOnly: false })
        {
            size.MaxRequestBodySize = isTooLarge ? read : most;
        }

        if (!isTooLarge)
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions
            {
                MultipartBodyLengthLimit = most,
                MemoryBufferThreshold = IsPublic ? Math.Max(OfThePart, (int)most) : OfThePart,
            }));
            return;
        }

        if (http.Request.ContentLength <= read)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}

/// <summary>What the page takes, in bytes, for the sentence that refuses more.</summary>
public sealed record TakenAtMost(long Bytes);
