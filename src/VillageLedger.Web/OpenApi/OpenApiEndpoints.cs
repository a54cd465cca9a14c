namespace VillageLedger.Web;

/// <summary>The description of the interface, and a page to try it.</summary>
internal static class OpenApiEndpoints
{
    public const string Path = "/openapi/v1.json";

    /// <summary>The page's styles are set one by one by its program; nothing comes from elsewhere.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string Frame =
        """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>VillageLedger API</title><link rel="stylesheet" href="./swagger-ui.css"></head>
        <body><div id="api"></div><script src="./swagger-ui-bundle.js"></script><script src="./try.js"></script></body></html>
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

    /// <summary>The page to try it, whose files come with the package; its frame and its first script are ours, since the policy lets nothing run that stands in a page.</summary>
    public static void UseTryingPage(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal), docs => docs.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return next(context);
        }));
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.IndexStream = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Frame));
        });
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapGet(Path, DocumentAsync);
        app.MapGet("/docs/try.js", context =>
        {
            context.Response.ContentType = "text/javascript; charset=utf-8";
            return context.Response.WriteAsync(Script, context.RequestAborted);
        });
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
