using Microsoft.Extensions.FileProviders;

namespace VillageLedger.Web;

/// <summary>The built page. Its files are named by their content; every other address of a page is answered with its frame.</summary>
internal static class Pages
{
    public static void UsePages(this WebApplication app, WebOptions options)
    {
        if (!Directory.Exists(options.Pages)) return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(options.Pages),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    public static void MapPages(this WebApplication app, WebOptions options)
    {
        app.MapFallback("/api/{**path}", context => Problems.WriteAsync(context, StatusCodes.Status404NotFound, "address-unknown"));
        if (Directory.Exists(options.Pages)) app.MapFallback(context => context.Response.SendFileAsync(Path.Combine(options.Pages, "index.html"), context.RequestAborted));
    }
}
