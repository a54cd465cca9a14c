namespace VillageLedger.Web;

/// <summary>What every answer carries and every request must keep to: headers, limits, antiforgery.</summary>
internal static class Guards
{
    public static void AddGuards(this IServiceCollection services, WebOptions options) => services.AddRateLimits(options);

    public static void UseGuards(this WebApplication app) => app.Use(next => context =>
    {
        SecurityHeaders.Set(context);
        if (BodyLimits.IsBeyond(context)) return Problems.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "body-too-large");
        // No text of ours holds a NUL, and the database takes none.
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true) return Problems.WriteAsync(context, StatusCodes.Status400BadRequest, "wrong-usage");
        return Origins.IsWrite(context.Request) && Origins.IsForeign(context.Request) ? Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "origin-foreign") : next(context);
    });
}
