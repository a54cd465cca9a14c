using Microsoft.Extensions.FileProviders;

namespace VillageLedger.Web;

/// <summary>The built page. Its files are named by their content; every other address of a page is answered with its frame.</summary>
internal static class Pages
{
    /// <summary>Stands in the frame where the nonce of its styles belongs.</summary>
    private const string NoncePlace = "__CSP_NONCE__";

    public static void UsePages(this WebApplication app, WebOptions options)
    {
        if (!Directory.Exists(options.Pages)) return;
        var files = new PhysicalFileProvider(options.Pages);
        var compressed = new CompressedFiles(files);
        app.Use(next => context =>
        {
            compressed.Choose(context);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = compressed,
            OnPrepareResponse = context =>
            {
                CompressedFiles.Describe(context.Context, context.File.Name);
                context.Context.Response.Headers.CacheControl =
                    context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
            },
        });
    }

    public static void MapPages(this WebApplication app, WebOptions options)
    {
        app.MapFallback("/api/{**path}", EmptyAnswers.UnknownAsync);
        if (!Directory.Exists(options.Pages)) return;
        var frame = Path.Combine(options.Pages, "index.html");
        app.MapFallback(context => FrameAsync(context, frame));
    }

    private static async Task FrameAsync(HttpContext context, string frame)
    {
        var html = await File.ReadAllTextAsync(frame, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "text/html; charset=utf-8";
        // The nonce is this answer's only.
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(html.Replace(NoncePlace, SecurityHeaders.SetForPage(context), StringComparison.Ordinal), context.RequestAborted).ConfigureAwait(false);
    }
}
