using Microsoft.AspNetCore.Http.Features;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>How much a call may bring: a request 1 MiB, a photo or scan, or a file to import, as much as the ledger takes of one (20 MiB).</summary>
internal static class BodyLimits
{
    private const long Mebibyte = 1024 * 1024;

    public static long Of(PathString path) =>
        path.StartsWithSegments("/api/imports", StringComparison.OrdinalIgnoreCase) ? VoucherFile.MaxBytes
        : path.StartsWithSegments("/api/attachments", StringComparison.OrdinalIgnoreCase) ? AttachmentStore.MaxBytes : Mebibyte;

    /// <summary>Whether the body is a file rather than JSON.</summary>
    public static bool TakesFile(PathString path) => Of(path) > Mebibyte;

    /// <summary>Sets the limit of a call; whether it says itself that it is beyond. One that does not is broken off while it is read.</summary>
    public static bool IsBeyond(HttpContext context)
    {
        var limit = Of(context.Request.Path);
        if (context.Request.ContentLength > limit) return true;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        return false;
    }
}
