using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Whether somebody may ask what he asks: by his role, by whom it is about, and by what its decision would write.</summary>
internal sealed class RequestGuard(Scope scope, LedgerSession ledger, CancellationToken cancellation)
{
    private readonly Dictionary<string, (RequestAccess Rule, HashSet<string> Owners)> permitted = new(StringComparer.Ordinal);

    /// <summary>The request as read. One that is not permitted holds neither a request nor a refusal.</summary>
    public async Task<ReadRequest> ReadAsync(ReadOnlyMemory<byte> json)
    {
        var read = RequestTypes.Read(json);
        if (read.Request is null) return NameIn(json) is { } name && !Access.MayAsk(scope.Viewer, name) ? read with { Refusal = null } : read;
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        return await MayAsync(document.RootElement, read.Id).ConfigureAwait(false) ? read : read with { Request = null, Refusal = null };
    }

    /// <summary>The name of a request that could not be read, where it is one; who may not ask it is told no more.</summary>
    private static string? NameIn(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("request", out var name) && name.ValueKind == JsonValueKind.String
                && RequestTypes.Names.Contains(name.GetString()!) ? name.GetString() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a decision writes only what its request is about, and what such requests are known to write beside.</summary>
    public bool Allows(ReadRequest read, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(decision);
        if (!permitted.TryGetValue(read.Id, out var known)) return false;
        return decision.Facts.All(next => known.Rule.Also.Contains(Streams.Kind(next.Stream)) || (scope.OwnerOf(next.Stream) is { } owner && known.Owners.Contains(owner.Address)));
    }

    /// <summary>A refusal as whoever asks may read it: what somebody else used an invoice for is not his to know.</summary>
    public RequestOutcome Shown(RequestOutcome outcome, Language language)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Refusal is not { Code: RefusalCode.InvoiceInUse } refusal || !Owner.TryParse(refusal.Values.GetValueOrDefault("book"), out var owner) || scope.Sees(owner)) return outcome;
        return outcome with
        {
            Refusal = Refusal.Of(RefusalCode.InvoiceInUse, ("invoice", refusal.Values["invoice"]), ("book", Texts.Of("access.another-owner", language)), ("use", Texts.Of("access.another-use", language))),
        };
    }

    private async Task<bool> MayAsync(JsonElement request, string id)
    {
        if (!AccessRules.Requests.TryGetValue(request.GetProperty("request").GetString()!, out var rule)) return false;
        var within = scope.Of(rule.Roles);
        var subjects = new Subjects(within, ledger, cancellation);
        var owners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subject in rule.Subjects)
        {
            // What an earlier request of the same batch made is not in the log yet.
            if (subject.Kind == "request" && request.TryGetProperty(subject.Field, out var value) && value.ValueKind == JsonValueKind.String && VoucherId.TryParse(value.GetString(), out var of)
                && permitted.TryGetValue(of.Request.Value, out var earlier) && earlier.Owners.All(owner => Owner.TryParse(owner, out var one) && within.Sees(one)))
            {
                owners.UnionWith(earlier.Owners);
                continue;
            }

            if (!await subjects.AreSeenAsync(subject, request).ConfigureAwait(false)) return false;
        }

        owners.UnionWith(subjects.Owners);
        permitted.TryAdd(id, (rule, owners));
        return within.IsAnywhere;
    }
}
