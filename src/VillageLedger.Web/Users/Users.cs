using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace VillageLedger.Web;

/// <summary>Users, their sessions and what they did.</summary>
internal static class Users
{
    public static void AddUsers(this IServiceCollection services)
    {
        services.AddSingleton(provider => new WebDatabase(provider.GetRequiredService<LedgerSession>().Log.Connection));
        services.AddHostedService<WebDatabaseUpgrade>();
        services.AddSingleton(provider => provider.GetRequiredService<WebOptions>().Users);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<UserAccounts>().AddSingleton<Passwords>().AddSingleton<FailedSignIns>().AddSingleton<Sessions>().AddSingleton<SignIn>().AddSingleton<Totp>().AddSingleton<KeyRing>().AddSingleton<UserDesk>().AddSingleton<OperationLog>();
        services.AddDataProtection().SetApplicationName("VillageLedger");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<KeyRing>()));
        // It warns that the keys are not encrypted in their table; KeyRing says what that means.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    /// <summary>Finds out who asks, and records it.</summary>
    public static IApplicationBuilder UseSessions(this WebApplication app) => app
        .Use(next => context => SessionCookie.FindAsync(context, next))
        .Use(next => context => OperationRecording.RecordAsync(context, next));

    public static void MapUsers(this WebApplication app)
    {
        app.MapSessions();
        var signedIn = app.MapSignedIn();
        signedIn.MapOwnSessions();
        signedIn.MapTotp();
        signedIn.MapUserList();
        signedIn.MapOperations();
        app.MapDemonstration(app.Services.GetRequiredService<WebOptions>());
    }

    public static bool IsAdministrator(this Viewer viewer) => viewer.Grants.Any(grant => grant.Role == Role.Administrator);
}
