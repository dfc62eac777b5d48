using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SopKinerja.Web.Ui;

/// <summary>How large a request a page takes; a larger one is answered with 413 and a sentence instead of a cut connection.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(long bytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    // A browser shows the answer only when it could send everything; beyond this it is not worth the line.
    private const long MostRead = 512L * 1024 * 1024;

    public long Bytes => bytes;

    /// <summary>Whether the files stay in memory and are never written to the disk of the server, not even for the time of the
    /// request.</summary>
    public bool InMemory { get; init; }

    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IFormFeature>() is { Form: not null })
        {
            // Read already, by a first run of this request.
            return;
        }

        var size = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var isTooLarge = http.Request.ContentLength > bytes;
        if (size is { IsReadOnly: false })
        {
            size.MaxRequestBodySize = isTooLarge ? MostRead : bytes;
        }

        if (!isTooLarge)
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions
            {
                MultipartBodyLengthLimit = bytes,
                MemoryBufferThreshold = InMemory ? (int)bytes : FormOptions.DefaultMemoryBufferThreshold,
            }));
            return;
        }

        if (http.Request.ContentLength <= MostRead)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        // The error page must not look for a form in a body that is gone.
        http.Request.ContentType = null;
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
