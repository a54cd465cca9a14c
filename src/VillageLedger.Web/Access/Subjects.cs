using System.Text.Json;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Finds out whose something is that a request or an option names, and whether it lies within a scope. What is nobody's is not seen either: who asks learns nothing of what there is elsewhere.</summary>
internal sealed class Subjects(Scope scope, LedgerSession ledger, CancellationToken cancellation)
{
    private readonly HashSet<string> owners = new(StringComparer.Ordinal);

    /// <summary>Owners that were named so far and are seen.</summary>
    public IReadOnlySet<string> Owners => owners;

    /// <summary>Whether what a field names is seen. One that is absent, or has no form that its reader takes, says nothing: the reader judges it.</summary>
    public async Task<bool> AreSeenAsync(AccessSubject subject, JsonElement request)
    {
        switch (subject.Kind)
        {
            case "township": return scope.IsWhole || scope.HasPlace;
            case "ledger": return scope.IsWhole;
            case "anywhere": return scope.IsAnywhere;
        }

        if (!request.TryGetProperty(subject.Field, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (subject.Kind == "any") return scope.IsWhole || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(IsSeenHolder));
        if (value.ValueKind != JsonValueKind.Array) return TextOf(value) is not { } one || await IsSeenAsync(subject.Kind, one).ConfigureAwait(false);
        foreach (var item in value.EnumerateArray())
            if (TextOf(item) is { } text && !await IsSeenAsync(subject.Kind, text).ConfigureAwait(false)) return false;
        return true;
    }

    public async Task<bool> IsSeenAsync(string kind, string value)
    {
        value = value.Trim();
        switch (kind)
        {
            case "owner": return !Owner.TryParse(value, out var owner) || Takes(owner);
            case Owner.VillageKind or Owner.CompanyKind or Owner.VentureKind: return Of(kind, value) is not { } of || Takes(of);
            case "held": return (Of(Owner.VentureKind, value) ?? null) is not { } held || Knows(held);
            case "holder": return !Holder.TryParse(value, out var holder) || holder.Owner is not { } holding || Takes(holding);
            case "place": return !IsPrefix(value) || scope.Covers(value);
            case "sum": return !IsPrefix(value) || scope.SeesPlace(value);
            case "group": return !Ids.IsValid(value) || scope.SeesGroup(value);
            case "scope": return Owner.TryParse(value, out var ruled) ? Takes(ruled) : !IsPrefix(value) || scope.Covers(value);
            case "dividend": return TakesOrWhole(scope.PayerOf(value.StartsWith("dividend/", StringComparison.Ordinal) ? value["dividend/".Length..] : value));
            case "request": return !VoucherId.TryParse(value, out var asked) || TakesOrWhole(await OwnerOfRequestAsync(asked.Request.Value).ConfigureAwait(false));
            case "voucher": return !VoucherId.TryParse(value, out var voucher) || TakesOrWhole((await VoucherReport.PlaceAsync(ledger.Log, long.MaxValue, voucher, cancellation).ConfigureAwait(false))?.Owner);
            case "person": return !Holder.TryParse(value, out var person) || await IsSeenPersonAsync(person).ConfigureAwait(false);
            default: throw new InvalidOperationException($"A table of access names a subject '{kind}'.");
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsPrefix(string value) => value.Length is > 0 and <= RegisterVillage.CodeLength && value.All(char.IsAsciiDigit);

    private static Owner? Of(string kind, string value) => Owner.TryParse(value.Contains('/', StringComparison.Ordinal) ? value : $"{kind}/{value}", out var owner) ? owner : null;

    private bool IsSeenHolder(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("holder", out var value) && TextOf(value) is { } text && Holder.TryParse(text, out var holder) && holder.Owner is { } owner && scope.Sees(owner);

    private bool Takes(Owner owner)
    {
        if (!scope.Sees(owner)) return false;
        owners.Add(owner.Address);
        return true;
    }

    private bool Knows(Owner owner) => Takes(owner) || scope.Knows(owner);

    private bool TakesOrWhole(Owner? owner) => owner is { } found ? Takes(found) : scope.IsWhole;

    private async Task<Owner?> OwnerOfRequestAsync(string id) =>
        (await ledger.Log.FindRequestAsync(id, cancellation).ConfigureAwait(false))?.Stream is { } stream ? scope.OwnerOf(stream) : null;

    private async Task<bool> IsSeenPersonAsync(Holder person)
    {
        if (scope.IsWhole || person.Kind == Holder.PartyKind) return scope.IsWhole || scope.HasPlace;
        var facts = await ledger.Log.ReadStreamAsync(person.Address, toVersion: 1, cancellation: cancellation).ConfigureAwait(false);
        return facts is [var first] && FactTypes.Read(first.Type, first.Data.Span) is MemberRegistered member && Takes(Owner.Village(member.Village));
    }
}
