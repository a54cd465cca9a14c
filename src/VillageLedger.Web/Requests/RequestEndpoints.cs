using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary><c>POST /api/requests/{name}</c>: the same requests as <c>./ledger do</c>, by whoever is signed in; <c>POST /api/requests</c> takes several.</summary>
internal static class RequestEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/requests/{name}", OneAsync);
        api.MapPost("/api/requests", RequestBatch.AnswerAsync);
    }

    private static async Task OneAsync(HttpContext context, string name, LedgerSession ledger)
    {
        var guard = new RequestGuard(await context.ScopeAsync(ledger).ConfigureAwait(false), ledger, context.RequestAborted);
        var read = await guard.ReadAsync(RequestBody.Signed(await RequestBody.BytesAsync(context).ConfigureAwait(false), name, context.Viewer()!.User)).ConfigureAwait(false);
        var outcome = context.Flag("dryRun")
            ? (await ledger.Requests.DryRunAsync([read], atomic: false, guard.Allows, context.RequestAborted).ConfigureAwait(false))[0]
            // Not cancelled with the connection: who lost it asks again with the same id and learns what became of it.
            : await ledger.Requests.DoAsync(read, guard.Allows, CancellationToken.None).ConfigureAwait(false);
        await AnswerAsync(context, guard.Shown(outcome, context.Language())).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext context, RequestOutcome outcome)
    {
        context.NoteOutcomes([outcome]);
        if (!outcome.IsPermitted) return Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "not-permitted", id: outcome.Id);
        if (outcome.Refusal is { } refusal)
            return Problems.WriteAsync(context, outcome.Kind == OutcomeKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, refusal, outcome.Id);
        return context.JsonAsync(json => Write(json, outcome, context.Language()));
    }

    public static void Write(Utf8JsonWriter json, RequestOutcome outcome, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", outcome.Id);
        json.WriteString("outcome", outcome.Name);
        if (outcome.Refusal is { } refusal)
        {
            json.WriteString("code", refusal.StableCode);
            json.WriteString("message", refusal.Message(language));
        }
        else if (!outcome.IsPermitted)
        {
            json.WriteString("code", "not-permitted");
            json.WriteString("message", Texts.Of("problem.not-permitted", language));
        }

        if (outcome.Position is { } position) json.WriteNumber("position", position);
        if (outcome.Result is { } result)
        {
            json.WritePropertyName("result");
            json.WriteRawValue(result);
        }

        json.WriteEndObject();
    }
}
