using System.Text.Json;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary><c>/api/users</c>: who may use the ledger, and as what; for administrators.</summary>
internal static class UserEndpoints
{
    public static void MapUserList(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/api/users").AddEndpointFilter(OnlyAdministratorsAsync);
        users.MapGet("", async (HttpContext context, UserAccounts accounts) =>
        {
            var all = await accounts.ListAsync(null, context.RequestAborted).ConfigureAwait(false);
            await context.JsonAsync(json => json.Objects(all, user => Write(json, user))).ConfigureAwait(false);
        });
        users.MapPost("", AddAsync);
        users.MapGet("/{id}", async (HttpContext context, string id, UserAccounts accounts) => await OneAsync(context, id, accounts).ConfigureAwait(false));
        users.MapPut("/{id}", ChangeAsync);
        users.MapPost("/{id}/password", NewPasswordAsync);
        users.MapDelete("/{id}/totp", (HttpContext context, string id, UserAccounts accounts, UserDesk desk) =>
            DoAsync(context, id, accounts, (user, by) => desk.RemoveTotpAsync(user, by, context.RequestAborted)));
        users.MapPost("/{id}/grants", async (HttpContext context, string id, UserAccounts accounts, UserDesk desk) =>
        {
            var body = await JsonBody.ReadAsync(context).ConfigureAwait(false);
            await DoAsync(context, id, accounts, (user, by) => desk.GiveAsync(user, body.RequiredText("role"), body.RequiredText("at"), by, context.RequestAborted)).ConfigureAwait(false);
        });
        users.MapDelete("/{id}/grants", (HttpContext context, string id, string role, string at, UserAccounts accounts, UserDesk desk) =>
            DoAsync(context, id, accounts, (user, by) => desk.TakeAsync(user, role, at, by, context.RequestAborted)));
    }

    private static async ValueTask<object?> OnlyAdministratorsAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        if (call.HttpContext.Viewer()!.IsAdministrator()) return await next(call).ConfigureAwait(false);
        await call.HttpContext.NotPermittedAsync().ConfigureAwait(false);
        return Results.Empty;
    }

    /// <summary>A new user with a password that is shown this once.</summary>
    private static async Task AddAsync(HttpContext context, UserDesk desk)
    {
        var body = await JsonBody.ReadAsync(context).ConfigureAwait(false);
        var (id, password) = (body.RequiredText("user"), Passwords.Generate());
        if (await desk.AddAsync(id, body.RequiredText("name"), password, context.RequestAborted).ConfigureAwait(false) is { } fault) await RefuseAsync(context, fault).ConfigureAwait(false);
        else await TellAsync(context, id, password).ConfigureAwait(false);
    }

    private static async Task ChangeAsync(HttpContext context, string id, UserAccounts accounts, UserDesk desk)
    {
        var body = await JsonBody.ReadAsync(context).ConfigureAwait(false);
        await DoAsync(context, id, accounts, async (user, by) =>
        {
            if (body.Text("name") is { } name && await desk.RenameAsync(user, name, context.RequestAborted).ConfigureAwait(false) is { } fault) return fault;
            return body.Flag("isDisabled") is { } isDisabled && isDisabled != user.IsDisabled ? await desk.SetDisabledAsync(user, isDisabled, by, context.RequestAborted).ConfigureAwait(false) : null;
        }).ConfigureAwait(false);
    }

    private static async Task NewPasswordAsync(HttpContext context, string id, UserAccounts accounts, UserDesk desk)
    {
        var password = Passwords.Generate();
        await DoAsync(context, id, accounts, (user, by) => desk.SetPasswordAsync(user, password, by, context.RequestAborted), user => TellAsync(context, user.Id, password)).ConfigureAwait(false);
    }

    /// <summary>Does something with a user and shows him as he then is.</summary>
    private static async Task DoAsync(HttpContext context, string id, UserAccounts accounts, Func<UserAccount, string, Task<string?>> act, Func<UserAccount, Task>? answer = null)
    {
        if (await accounts.FindAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } user) await context.NotThereAsync("user-unknown").ConfigureAwait(false);
        else if (await act(user, context.Viewer()!.User.Value).ConfigureAwait(false) is { } fault) await RefuseAsync(context, fault).ConfigureAwait(false);
        else await (answer is null ? OneAsync(context, user.Id, accounts) : answer(user)).ConfigureAwait(false);
    }

    private static async Task OneAsync(HttpContext context, string id, UserAccounts accounts)
    {
        if (await accounts.ListAsync(id, context.RequestAborted).ConfigureAwait(false) is not [var user]) await context.NotThereAsync("user-unknown").ConfigureAwait(false);
        else
            await context.JsonAsync(json =>
            {
                json.WriteStartObject();
                Write(json, user);
                json.WriteEndObject();
            }).ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext context, string fault) =>
        Problems.WriteAsync(context, fault is "user-exists" or "grant-held" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, fault);

    private static Task TellAsync(HttpContext context, string id, string password) => context.JsonAsync(json =>
    {
        json.WriteStartObject();
        json.WriteString("user", id);
        json.WriteString("password", password);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ListedUser user)
    {
        json.WriteString("user", user.Account.Id);
        json.WriteString("name", user.Account.Name);
        json.WriteBoolean("isDisabled", user.Account.IsDisabled);
        json.WriteBoolean("mustChangePassword", user.Account.MustChange);
        json.WriteBoolean("hasTotp", user.Account.Totp is not null);
        json.WriteString("createdAt", ReportTime.Format(user.Created));
        if (user.LastSeen is { } seen) json.WriteString("lastSeenAt", ReportTime.Format(seen));
        json.WritePropertyName("roles");
        json.Objects(user.Roles, given =>
        {
            json.WriteString("role", given.Grant.Role.Name());
            json.WriteString("at", given.Grant.At);
            json.WriteString("givenBy", given.By);
            json.WriteString("givenAt", ReportTime.Format(given.At));
        });
    }
}
