namespace VillageLedger.Web;

/// <summary>What only those who are signed in may ask.</summary>
internal static class SignedIn
{
    public static RouteGroupBuilder MapSignedIn(this WebApplication app) => app.MapGroup("").AddEndpointFilter(async (call, next) =>
    {
        if (call.HttpContext.Viewer() is not null) return await next(call).ConfigureAwait(false);
        await Problems.WriteAsync(call.HttpContext, StatusCodes.Status401Unauthorized, "not-signed-in").ConfigureAwait(false);
        return Results.Empty;
    });

    public static Task NotPermittedAsync(this HttpContext context) => Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "not-permitted");

    public static Task NotThereAsync(this HttpContext context, string code = "not-there") => Problems.WriteAsync(context, StatusCodes.Status404NotFound, code);
}
