namespace VillageLedger.Web;

/// <summary>What every answer carries and every request must keep to: headers, limits, antiforgery.</summary>
internal static class Guards
{
    public static void AddGuards(this IServiceCollection services)
    {
    }

    public static void UseGuards(this WebApplication app) => app.Use(next => context =>
        Origins.IsWrite(context.Request) && Origins.IsForeign(context.Request) ? Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "origin-foreign") : next(context));
}
