using Microsoft.AspNetCore.Routing.Template;

namespace VillageLedger.Web;

/// <summary>An error that the framework leaves without words becomes a problem like every other.</summary>
internal static class EmptyAnswers
{
    public static Task FillAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.ContentType is not null || response.ContentLength > 0) return Task.CompletedTask;
        return response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => Problems.WriteAsync(context, response.StatusCode, "wrong-usage"),
            StatusCodes.Status404NotFound => Problems.WriteAsync(context, response.StatusCode, "address-unknown"),
            StatusCodes.Status405MethodNotAllowed => Problems.WriteAsync(context, response.StatusCode, "method-not-taken"),
            StatusCodes.Status413PayloadTooLarge => Problems.WriteAsync(context, response.StatusCode, "body-too-large"),
            StatusCodes.Status415UnsupportedMediaType => Problems.WriteAsync(context, response.StatusCode, "content-type-not-taken"),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>An address below <c>/api</c> that nothing answers: another method may.</summary>
    public static Task UnknownAsync(HttpContext context)
    {
        var methods = MethodsOf(context.RequestServices.GetRequiredService<EndpointDataSource>(), context.Request.Path).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (methods.Length == 0) return Problems.WriteAsync(context, StatusCodes.Status404NotFound, "address-unknown");
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Problems.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "method-not-taken");
    }

    private static IEnumerable<string> MethodsOf(EndpointDataSource endpoints, PathString path) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText is { } pattern && !pattern.Contains("**", StringComparison.Ordinal) && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []))
        .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []);
}
