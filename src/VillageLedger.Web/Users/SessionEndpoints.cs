using System.Globalization;
using System.Text.Json;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary><c>/api/session</c>, <c>/api/sessions</c>: signing in and out, and where one is signed in.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this WebApplication app)
    {
        app.MapPost("/api/session", SignInAsync).WithMetadata(new SigningIn()).RequireRateLimiting(RateLimits.SignIn);
        app.MapGet("/api/session", ReadAsync);
        app.MapDelete("/api/session", SignOutAsync);
    }

    public static void MapOwnSessions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/session/password", ChangePasswordAsync);
        api.MapGet("/api/sessions", ListAsync);
        api.MapDelete("/api/sessions/{id}", RevokeAsync);
    }

    private static async Task SignInAsync(HttpContext context, SignIn signIn, Sessions sessions, UserAccounts accounts)
    {
        var body = await JsonBody.ReadAsync(context).ConfigureAwait(false);
        var attempt = new SignInAttempt(body.RequiredText("user"), body.RequiredText("password"), body.Text("code"), body.Text("new"));
        var outcome = await signIn.TryAsync(attempt, context.RequestAborted).ConfigureAwait(false);
        var notes = context.Features.Get<OperationNotes>();
        if (outcome.Fault is { } fault)
        {
            // Whose name was tried, where somebody has it: what else was typed may be a password.
            if (notes is not null) notes.User = (await accounts.FindAsync(attempt.User, context.RequestAborted).ConfigureAwait(false))?.Id ?? "";
            await RefuseAsync(context, fault, outcome.Wait).ConfigureAwait(false);
            return;
        }

        // Whatever the browser held before opens nothing any more.
        if (context.Session() is { } old) await sessions.RevokeAsync(old.Handle, null, context.RequestAborted).ConfigureAwait(false);
        var token = await sessions.OpenAsync(outcome.Account!, AddressOf(context), context.Request.Headers.UserAgent.ToString(), context.RequestAborted).ConfigureAwait(false);
        context.SetCookie(token);
        var session = (await sessions.FindAsync(token, context.RequestAborted).ConfigureAwait(false))!;
        if (notes is not null) (notes.User, notes.Session) = (session.Viewer.User.Value, session.Handle);
        await AnswerAsync(context, session).ConfigureAwait(false);
    }

    internal static Task RefuseAsync(HttpContext context, string fault, TimeSpan? wait)
    {
        // Whoever is signed in stays so, however he mistypes his password.
        if (wait is not { } time) return Problems.WriteAsync(context, fault == "password-wrong" ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status401Unauthorized, fault);
        context.Response.Headers.RetryAfter = ((long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, fault, Texts.Of("problem." + fault, context.Language(), ("minutes", (long)Math.Ceiling(time.TotalMinutes))));
    }

    private static Task ReadAsync(HttpContext context)
    {
        if (context.Session() is { } session) return AnswerAsync(context, session);
        if (context.Request.Cookies.ContainsKey(SessionCookie.Name)) return NobodyAsync(context);
        // A browser that never signed in asks who is there: nobody, and that is no error.
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task SignOutAsync(HttpContext context, Sessions sessions)
    {
        if (context.Session() is { } session) await sessions.RevokeAsync(session.Handle, null, context.RequestAborted).ConfigureAwait(false);
        context.DropCookie();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task ChangePasswordAsync(HttpContext context, UserAccounts accounts, Passwords passwords, FailedSignIns failures, Sessions sessions)
    {
        var body = await JsonBody.ReadAsync(context).ConfigureAwait(false);
        var (old, chosen, user) = (body.RequiredText("old"), body.RequiredText("new"), context.Viewer()!.User.Value);
        if (await ProofOfPassword.FaultAsync(user, old, accounts, passwords, failures, context.RequestAborted).ConfigureAwait(false) is { } fault)
        {
            await RefuseAsync(context, fault.Fault!, fault.Wait).ConfigureAwait(false);
            return;
        }

        var account = (await accounts.FindAsync(user, context.RequestAborted).ConfigureAwait(false))!;
        if (chosen == old || !Passwords.IsStrong(chosen, account))
        {
            await Problems.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "password-weak").ConfigureAwait(false);
            return;
        }

        await accounts.SetPasswordAsync(account.Id, passwords.Hash(chosen), mustChange: false, context.RequestAborted).ConfigureAwait(false);
        await sessions.RevokeAllAsync(account.Id, context.Session()?.Handle, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Where one is signed in; an administrator asks for everybody by <c>?all=true</c>.</summary>
    private static async Task ListAsync(HttpContext context, Sessions sessions)
    {
        var (viewer, own) = (context.Viewer()!, context.Session()?.Handle);
        var isForAll = context.Flag("all") && viewer.IsAdministrator();
        var all = await sessions.ListAsync(isForAll ? null : viewer.User.Value, context.RequestAborted).ConfigureAwait(false);
        await context.JsonAsync(json => json.Objects(all, one =>
        {
            json.WriteString("id", one.Handle);
            json.WriteString("user", one.User);
            json.WriteString("signedInAt", ReportTime.Format(one.Created));
            json.WriteString("lastSeenAt", ReportTime.Format(one.LastSeen));
            json.WriteString("address", one.Address);
            json.WriteString("agent", one.Agent);
            json.WriteBoolean("isThis", one.Handle == own);
        })).ConfigureAwait(false);
    }

    private static async Task RevokeAsync(HttpContext context, string id, Sessions sessions)
    {
        var viewer = context.Viewer()!;
        if (!await sessions.RevokeAsync(id, viewer.IsAdministrator() ? null : viewer.User.Value, context.RequestAborted).ConfigureAwait(false))
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "session-unknown").ConfigureAwait(false);
        else
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task NobodyAsync(HttpContext context) => Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "not-signed-in");

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static Task AnswerAsync(HttpContext context, Session session)
    {
        var viewer = session.Viewer;
        return context.JsonAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("user", viewer.User.Value);
            json.WriteString("name", viewer.Name);
            json.WritePropertyName("roles");
            json.Objects(viewer.Grants, grant =>
            {
                json.WriteString("role", grant.Role.Name());
                json.WriteString("at", grant.At);
                json.WriteString("name", Texts.Of("role." + grant.Role.Name(), context.Language()));
            });
            Names(json, "requests", RequestTypes.Names.Where(name => Access.MayAsk(viewer, name)));
            Names(json, "reports", ReportEndpoints.OffersOf(context.Language()).All.Select(report => report.Name).Where(name => Access.MayRead(viewer, name)));
            json.WriteString("csrfToken", session.CsrfToken);
            json.WriteEndObject();
        });
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names) json.WriteStringValue(one);
        json.WriteEndArray();
    }
}
