using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary><c>POST /api/requests/{name}</c>: the same requests as <c>./ledger do</c>, by whoever is signed in.</summary>
internal static class RequestEndpoints
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapRequests(this WebApplication app) => app.MapPost("/api/requests/{name}", OneAsync);

    private static async Task OneAsync(HttpContext context, string name, LedgerSession ledger)
    {
        if (context.Viewer() is not { } viewer)
        {
            await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "not-signed-in").ConfigureAwait(false);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var read = RequestTypes.Read(Signed(body.GetBuffer().AsMemory(0, (int)body.Length), name, viewer.User));
        var isDry = context.Request.Query["dryRun"] == "true";
        var outcome = isDry
            ? (await ledger.Requests.DryRunAsync([read], cancellation: context.RequestAborted).ConfigureAwait(false))[0]
            // Not cancelled with the connection: who lost it asks again with the same id and learns what became of it.
            : await ledger.Requests.DoAsync(read).ConfigureAwait(false);
        await AnswerAsync(context, outcome).ConfigureAwait(false);
    }

    /// <summary>The request as it would stand in a file: with its name and who asks. What is no object is left as it is, to be refused by the reader.</summary>
    private static ReadOnlyMemory<byte> Signed(ReadOnlyMemory<byte> body, string name, UserId by)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return body;
            var bytes = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(bytes, Writing))
            {
                json.WriteStartObject();
                json.WriteString("request", name);
                json.WriteString("by", by.Value);
                foreach (var member in document.RootElement.EnumerateObject()) member.WriteTo(json);
                json.WriteEndObject();
            }

            return bytes.WrittenMemory;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return body;
        }
    }

    private static Task AnswerAsync(HttpContext context, RequestOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
            return Problems.WriteAsync(context, outcome.Kind == OutcomeKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, refusal, outcome.Id);
        context.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(context.Response.BodyWriter, Writing);
        Write(json, outcome, context.Language());
        json.Flush();
        return Task.CompletedTask;
    }

    private static void Write(Utf8JsonWriter json, RequestOutcome outcome, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", outcome.Id);
        json.WriteString("outcome", outcome.Name);
        if (outcome.Refusal is { } refusal)
        {
            json.WriteString("code", refusal.StableCode);
            json.WriteString("message", refusal.Message(language));
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
