using Npgsql;

namespace VillageLedger.Web;

/// <summary>Whether the node lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", context => StateAsync(context, StatusCodes.Status200OK, "live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    /// <summary>The database answers and every projection has its tables. What ails it stands in the log, not here.</summary>
    private static async Task ReadyAsync(HttpContext context, LedgerSession ledger)
    {
        try
        {
            var filled = (await ledger.Models.ProgressesAsync(context.RequestAborted).ConfigureAwait(false)).All(one => one.Position is not null);
            await StateAsync(context, filled ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, filled ? "ready" : "filling").ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            await StateAsync(context, StatusCodes.Status503ServiceUnavailable, "no-database").ConfigureAwait(false);
        }
    }

    private static Task StateAsync(HttpContext context, int status, string state) => context.JsonAsync(new { state }, status);
}
