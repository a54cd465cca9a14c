namespace VillageLedger.Web;

/// <summary><c>/api/session/totp</c>: a second factor of one's own: begun, confirmed by its first code, removed with the password.</summary>
internal static class TotpEndpoints
{
    public static void MapTotp(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/session/totp", BeginAsync);
        api.MapPost("/api/session/totp/confirm", ConfirmAsync);
        api.MapPost("/api/session/totp/remove", RemoveAsync);
    }

    /// <summary>A new secret, to type or as a picture; it counts once a code of it was entered. The password is asked for: a session left open must not lock its user out.</summary>
    private static async Task BeginAsync(HttpContext context, UserAccounts accounts, Totp totp, Passwords passwords, FailedSignIns failures)
    {
        var (body, user) = (await JsonBody.ReadAsync(context).ConfigureAwait(false), context.Viewer()!.User.Value);
        if (await ProofOfPassword.FaultAsync(user, body.RequiredText("password"), accounts, passwords, failures, context.RequestAborted).ConfigureAwait(false) is { } fault)
        {
            await SessionEndpoints.RefuseAsync(context, fault.Fault!, fault.Wait).ConfigureAwait(false);
            return;
        }

        var secret = totp.NewSecret(user);
        await accounts.WantTotpAsync(user, secret, context.RequestAborted).ConfigureAwait(false);
        var address = totp.Address(user, secret);
        await context.JsonAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("secret", totp.Text(user, secret));
            json.WriteString("uri", address);
            json.WriteString("svg", Totp.Picture(address));
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static async Task ConfirmAsync(HttpContext context, UserAccounts accounts, Totp totp)
    {
        var (body, user) = (await JsonBody.ReadAsync(context).ConfigureAwait(false), context.Viewer()!.User.Value);
        var account = await accounts.FindAsync(user, context.RequestAborted).ConfigureAwait(false);
        if (account?.TotpWanted is not { } secret || totp.StepOf(user, secret, body.RequiredText("code")) is not { } step
            || !await accounts.ConfirmTotpAsync(user, secret, step, context.RequestAborted).ConfigureAwait(false))
            await Problems.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "totp-wrong").ConfigureAwait(false);
        else
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task RemoveAsync(HttpContext context, UserAccounts accounts, Passwords passwords, FailedSignIns failures)
    {
        var (body, user) = (await JsonBody.ReadAsync(context).ConfigureAwait(false), context.Viewer()!.User.Value);
        if (await ProofOfPassword.FaultAsync(user, body.RequiredText("password"), accounts, passwords, failures, context.RequestAborted).ConfigureAwait(false) is { } fault)
        {
            await SessionEndpoints.RefuseAsync(context, fault.Fault!, fault.Wait).ConfigureAwait(false);
            return;
        }

        await accounts.RemoveTotpAsync(user, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
