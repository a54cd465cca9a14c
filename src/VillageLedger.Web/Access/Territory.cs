using VillageLedger.EventStore;

namespace VillageLedger.Web;

/// <summary>Who there is and where: the villages with the townships they belong to, and who holds or ever held parts of companies and ventures. Folded from the facts themselves.</summary>
internal sealed class Territory
{
    private static readonly string[] Beginnings = ["village/", "company/", "venture/", "village-group/", "dividend/"];

    /// <summary>Stored facts that change it.</summary>
    private static readonly string[] Types =
    [
        "village-registered.1", "village-moved.1", "company-registered.1", "capital-subscribed.1", "capital-transferred.1", "venture-founded.1", "shares-agreed.1", "share-transferred.1", "shares-corrected.1",
        "village-group-defined.1", "dividend-proposed.1",
    ];

    private readonly Dictionary<string, List<(Month From, string Township)>> villages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> payers = new(StringComparer.Ordinal);

    private Territory(string? county) => County = county;

    /// <summary>The county whose ledger it is; null where nobody said.</summary>
    public string? County { get; }

    /// <summary>Up to which position of the log it is known.</summary>
    public long Position { get; private init; }

    public IEnumerable<string> Villages => villages.Keys;

    /// <summary>Companies and ventures by address, each with the addresses of all who hold or ever held a part.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Holders => holders;

    /// <summary>Who pays a dividend; null where there is none of the id.</summary>
    public string? PayerOf(string dividend) => payers.GetValueOrDefault(dividend);

    /// <summary>All villages that a group has or had.</summary>
    public IReadOnlyCollection<string> VillagesOf(string group) => groups.GetValueOrDefault(group) ?? [];

    /// <summary>The first 9 digits of the township that a village belongs to in a month.</summary>
    public string TownshipOf(string village, Month month) =>
        villages[village].Where(move => move.From <= month).Select(move => move.Township).LastOrDefault() ?? village[..RegisterVillage.TownshipLength];

    public static async Task<Territory> ReadAsync(EventLog log, CancellationToken cancellation)
    {
        var position = (await log.NewestAsync(cancellation).ConfigureAwait(false)).Position;
        var territory = new Territory((await log.IdentityAsync(cancellation).ConfigureAwait(false)).County) { Position = position };
        var streams = await log.StreamsWithAsync(Beginnings, position, cancellation).ConfigureAwait(false);
        foreach (var fact in (await log.ReadOfTypesAsync(streams, Types, position, cancellation).ConfigureAwait(false)).OrderBy(fact => fact.Position)) territory.Take(FactTypes.Read(fact.Type, fact.Data.Span));
        return territory;
    }

    /// <summary>Whether what came after its position up to another one leaves it as it is.</summary>
    public async Task<bool> StandsAsync(EventLog log, long upTo, CancellationToken cancellation) => !await log.HasTypeAsync(Types, Position, upTo, cancellation).ConfigureAwait(false);

    /// <summary>The same, known up to a later position.</summary>
    public Territory UpTo(long position) => new(County, villages, holders, groups, payers) { Position = position };

    private Territory(string? county, Dictionary<string, List<(Month, string)>> villages, Dictionary<string, HashSet<string>> holders, Dictionary<string, HashSet<string>> groups, Dictionary<string, string> payers) =>
        (County, this.villages, this.holders, this.groups, this.payers) = (county, villages, holders, groups, payers);

    private void Take(Fact fact)
    {
        switch (fact)
        {
            case VillageRegistered village: villages.TryAdd(village.Village, []); break;
            case VillageMoved moved: villages[moved.Village] = [.. villages[moved.Village].Append((moved.From, moved.Place)).OrderBy(move => move.From)]; break;
            case CompanyRegistered registered: Hold("company/" + registered.Company, registered.Shareholders.Select(shareholder => shareholder.Holder)); break;
            case CapitalSubscribed subscribed: Hold("company/" + subscribed.Company, [subscribed.Holder]); break;
            case CapitalTransferred transferred: Hold("company/" + transferred.Company, [transferred.To]); break;
            case VentureFounded founded: Hold("venture/" + founded.Venture, founded.Company is { } company ? [VillageLedger.Holder.Of(Owner.Company(company))] : []); break;
            case SharesAgreed agreed: Hold("venture/" + agreed.Venture, agreed.Shares.Select(share => share.Holder)); break;
            case ShareTransferred transferred: Hold("venture/" + transferred.Venture, [transferred.Taker]); break;
            case SharesCorrected corrected: Hold("venture/" + corrected.Venture, corrected.Shares.Select(share => share.Holder)); break;
            case VillageGroupDefined defined: Add(groups, defined.Group).UnionWith(defined.Villages); break;
            case DividendProposed proposed: payers[proposed.Dividend] = proposed.Payer.Address; break;
            default: throw new InvalidOperationException($"A {fact.GetType().Name} says nothing of who holds what.");
        }
    }

    private void Hold(string of, IEnumerable<Holder> by) => Add(holders, of).UnionWith(by.Select(holder => holder.Address));

    private static HashSet<string> Add(Dictionary<string, HashSet<string>> sets, string key) => sets.TryGetValue(key, out var set) ? set : sets[key] = new(StringComparer.Ordinal);
}
