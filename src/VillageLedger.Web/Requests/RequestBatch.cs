using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Several requests at once, in their order: each for itself, or all or none.</summary>
internal static class RequestBatch
{
    /// <summary>More is imported from a file.</summary>
    private const int Most = 1_000;

    public static async Task AnswerAsync(HttpContext context, LedgerSession ledger)
    {
        var viewer = context.Viewer()!;
        var (requests, atomic, dryRun) = Read(await RequestBody.BytesAsync(context).ConfigureAwait(false), viewer.User, context.Language());
        var guard = new RequestGuard(await context.ScopeAsync(ledger).ConfigureAwait(false), ledger, context.RequestAborted);
        var read = new List<ReadRequest>();
        foreach (var content in requests) read.Add(await guard.ReadAsync(content).ConfigureAwait(false));
        // Not cancelled with the connection, as one request is not.
        var outcomes = dryRun ? await ledger.Requests.DryRunAsync(read, atomic, guard.Allows, context.RequestAborted).ConfigureAwait(false)
            : atomic ? await ledger.Requests.DoAtomicAsync(read, guard.Allows, CancellationToken.None).ConfigureAwait(false)
            : await EachAsync(ledger, read, guard).ConfigureAwait(false);
        outcomes = [.. outcomes.Select(outcome => guard.Shown(outcome, context.Language()))];
        context.NoteOutcomes(outcomes);
        await context.JsonAsync(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("outcomes");
            foreach (var outcome in outcomes) RequestEndpoints.Write(json, outcome, context.Language());
            json.WriteEndArray();
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<RequestOutcome>> EachAsync(LedgerSession ledger, List<ReadRequest> requests, RequestGuard guard)
    {
        var outcomes = new List<RequestOutcome>();
        foreach (var request in requests) outcomes.Add(await ledger.Requests.DoAsync(request, guard.Allows, CancellationToken.None).ConfigureAwait(false));
        return outcomes;
    }

    /// <exception cref="UsageException">The body has another form.</exception>
    private static (List<ReadOnlyMemory<byte>> Requests, bool Atomic, bool DryRun) Read(ReadOnlyMemory<byte> body, UserId by, Language language)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("requests", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and <= Most
                && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object))
                return ([.. list.EnumerateArray().Select(one => RequestBody.Signed(one, null, by))], IsTrue(root, "atomic"), IsTrue(root, "dryRun"));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Said below, like every other form that is wrong.
        }

        throw new UsageException(Texts.Of("problem.batch-invalid", language, ("most", Most)));
    }

    private static bool IsTrue(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
