namespace VillageLedger.Web;

/// <summary>The description of the interface, and a page to try it.</summary>
internal static class OpenApiEndpoints
{
    public const string Path = "/openapi/v1.json";

    /// <summary>The page's styles are set one by one by its program; nothing comes from elsewhere.</summary>
    private const string Policy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string Frame =
        """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>VillageLedger API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
        <body><div id="api"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/try.js"></script></body></html>
        """;

    /// <summary>Writes carry the token of whoever is signed in in this browser.</summary>
    private const string Script =
        """
        const token = fetch('/api/session').then(answer => answer.ok ? answer.json() : {}).then(session => session.csrfToken)
        SwaggerUIBundle({
          url: '/openapi/v1.json', dom_id: '#api', docExpansion: 'none', filter: true, deepLinking: true, syntaxHighlight: false, validatorUrl: null,
          requestInterceptor: async request => { const value = await token; if (value && request.method !== 'GET') request.headers['X-CSRF-Token'] = value; return request },
        })
        """;

    /// <summary>The files of the page to try it, which come with the package.</summary>
    public static void UseTryingPage(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal), docs => docs.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return Task.CompletedTask;
            });
            return next(context);
        }));
        app.UseStaticFiles(new StaticFileOptions { RequestPath = "/docs", FileProvider = new Microsoft.Extensions.FileProviders.EmbeddedFileProvider(typeof(Swashbuckle.AspNetCore.SwaggerUI.SwaggerUIOptions).Assembly, "Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist") });
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapGet(Path, DocumentAsync);
        app.MapGet("/docs", context => TextAsync(context, Frame, "text/html; charset=utf-8"));
        app.MapGet("/docs/try.js", context => TextAsync(context, Script, "text/javascript; charset=utf-8"));
    }

    private static Task TextAsync(HttpContext context, string text, string type)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static async Task DocumentAsync(HttpContext context)
    {
        context.Response.Headers.ETag = OpenApiDocument.ETag;
        context.Response.Headers.CacheControl = "no-cache";
        if (EntityTags.IsKnown(context, OpenApiDocument.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = OpenApiDocument.Bytes.Length;
        await context.Response.Body.WriteAsync(OpenApiDocument.Bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
