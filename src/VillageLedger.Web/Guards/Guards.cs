namespace VillageLedger.Web;

/// <summary>What every answer carries and every request must keep to: headers, limits, antiforgery.</summary>
internal static class Guards
{
    public static void AddGuards(this IServiceCollection services)
    {
    }

    public static void UseGuards(this WebApplication app)
    {
    }
}
