namespace VillageLedger.Web;

/// <summary>Users, their sessions and what they did.</summary>
internal static class Users
{
    public static void AddUsers(this IServiceCollection services)
    {
    }

    /// <summary>Finds out who asks.</summary>
    public static void UseSessions(this WebApplication app)
    {
    }

    public static void MapUsers(this WebApplication app)
    {
    }
}
