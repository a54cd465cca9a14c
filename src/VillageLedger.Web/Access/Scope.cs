using System.Runtime.CompilerServices;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>
/// What somebody may see: whose books, which places, which streams; and the read models cut down to it by the database. Villages lie in a place as they belong to it now. A place's auditor or regulator sees every company
/// and venture that one of its villages holds a part of; who works at places sees those that their villages hold between them; who works for one owner sees that owner. Of a company or venture that an owner seen holds a part
/// of, the agreement is seen and the owner's own part, not its books.
/// </summary>
internal sealed class Scope
{
    /// <summary>Longest prefix of a whole county: who sees that sees everything.</summary>
    private const int CountyLength = RegisterVillage.CountyLength;

    private static readonly HashSet<Role> WithMoney = [Role.Clerk, Role.Cashier, Role.Accountant, Role.Reviewer, Role.Chair, Role.Auditor, Role.Regulator, Role.Manager];

    /// <summary>Registers without figures that everybody who works with the ledger may read.</summary>
    private static readonly HashSet<string> OpenKinds = ["rules", "place", "thresholds", "party", Streams.VillageGroupKind];

    private readonly LedgerSession ledger;
    private readonly Territory territory;
    private readonly Month now;
    private readonly HashSet<string> owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private readonly List<string> places = [];
    private readonly Dictionary<string, Scope> byReport = new(StringComparer.Ordinal);

    private Scope(Viewer viewer, LedgerSession ledger, Territory territory, Month now, IReadOnlySet<Role> roles)
    {
        (Viewer, this.ledger, this.territory, this.now) = (viewer, ledger, territory, now);
        var grants = viewer.Grants.Where(grant => roles.Contains(grant.Role)).ToList();
        foreach (var grant in grants) Take(grant);
        TakeHeld(grants, watch: false);
        TakeHeld(grants, watch: true);
        IsWhole = places.Exists(IsWholeLedger);
        foreach (var (owner, holders) in territory.Holders)
            if (!owners.Contains(owner) && holders.Any(owners.Contains)) held.Add(owner);
        Models = ledger.Models.Within(IsWhole || Scopes.StateOf(ledger).IsDatabaseOff ? ReadScope.Whole : ReadScope.Of(owners, held));
    }

    public Viewer Viewer { get; }

    /// <summary>Whether nothing is hidden.</summary>
    public bool IsWhole { get; }

    /// <summary>Reports are read through these only.</summary>
    public ReadModels Models { get; }

    /// <summary>The part of it that comes from some of the viewer's roles.</summary>
    public Scope Of(IReadOnlySet<Role> roles) => new(Viewer, ledger, territory, now, roles);

    /// <summary>Whether an owner's books are seen.</summary>
    public bool Sees(Owner owner) => IsWhole || owners.Contains(owner.Address);

    /// <summary>Whether an owner's books are seen, or those of one that holds a part of it.</summary>
    public bool Knows(Owner owner) => Sees(owner) || held.Contains(owner.Address);

    /// <summary>Whether every village of a place is seen: a sum over it then tells nothing new.</summary>
    public bool SeesPlace(string prefix)
    {
        if (IsWhole || places.Exists(place => prefix.StartsWith(place, StringComparison.Ordinal))) return true;
        var villages = VillagesIn(prefix).ToList();
        return villages.Count > 0 && villages.TrueForAll(village => owners.Contains("village/" + village));
    }

    /// <summary>Whether every village is seen that a group has or had.</summary>
    public bool SeesGroup(string group) => IsWhole || (territory.VillagesOf(group) is { Count: > 0 } villages && villages.All(village => owners.Contains("village/" + village)));

    /// <summary>Whether anything is seen at all.</summary>
    public bool IsAnywhere => IsWhole || owners.Count > 0 || places.Count > 0;

    /// <summary>Whether a role holds at a place or a larger one around it: for what is not there yet.</summary>
    public bool Covers(string prefix) => IsWhole || places.Exists(place => prefix.StartsWith(place, StringComparison.Ordinal));

    /// <summary>Whether who has a role at a place or for an owner works with one that is seen here.</summary>
    public bool Meets(string at) => IsWhole || owners.Contains(at) || (at.Length > 0 && at.All(char.IsAsciiDigit) && VillagesIn(at).Any(village => owners.Contains("village/" + village)));

    /// <summary>Whether any of the viewer's roles here holds at a township or a larger place.</summary>
    public bool HasPlace => places.Exists(place => place.Length <= RegisterVillage.TownshipLength);

    /// <summary>
    /// Whether facts of a stream may be shown (<c>book/village/330110112201/2025-06</c>): by the roles that may read the same in a report, about its owner. Those of members and invoices, which do not name their owner, only to who
    /// sees the whole ledger.
    /// </summary>
    public bool SeesStream(string stream)
    {
        var kind = Streams.Kind(stream);
        if (Scopes.StateOf(ledger).IsProgramOff) return true;
        if (!AccessRules.Streams.TryGetValue(kind, out var rule)) return IsWhole || (owners.Count > 0 && OpenKinds.Contains(kind));
        if (!byReport.TryGetValue(rule.Report, out var within)) byReport[rule.Report] = within = Of(rule.Roles);
        return OwnerOf(stream) is { } owner ? within.Sees(owner) : within.IsWhole;
    }

    /// <summary>Who pays a dividend; null where there is none of the id.</summary>
    public Owner? PayerOf(string dividend) => territory.PayerOf(dividend) is { } payer && Owner.TryParse(payer, out var owner) ? owner : null;

    /// <summary>Whose a stream is, by its name; null where it is nobody's or the name does not tell.</summary>
    public Owner? OwnerOf(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var parts = stream.Split('/');
        return parts switch
        {
            [Owner.VillageKind or Owner.CompanyKind or Owner.VentureKind, var code] => Parsed(parts[0], code),
            [Streams.DividendKind, var dividend] => PayerOf(dividend),
            ["shares", var village] => Parsed(Owner.VillageKind, village),
            [_, Owner.VillageKind or Owner.CompanyKind or Owner.VentureKind, var code, ..] => Parsed(parts[1], code),
            _ => null,
        };
    }

    private static Owner? Parsed(string kind, string code) => Owner.TryParse($"{kind}/{code}", out var owner) ? owner : null;

    private void Take(Grant grant)
    {
        if (Owner.TryParse(grant.At, out _))
        {
            owners.Add(grant.At);
            return;
        }

        if (grant.At.Length == 0 || !grant.At.All(char.IsAsciiDigit)) return;
        places.Add(grant.At);
        owners.UnionWith(VillagesIn(grant.At).Select(village => "village/" + village));
    }

    /// <summary>
    /// Companies and ventures of the villages of all townships and larger places where somebody watches, or works, and those of these. What nobody holds a part of yet has nothing to hide: somebody must be able to say
    /// who does.
    /// </summary>
    private void TakeHeld(IEnumerable<Grant> grants, bool watch)
    {
        var wide = grants.Where(grant => (grant.Role is Role.Auditor or Role.Regulator) == watch).Select(grant => grant.At).Where(at => at.Length <= RegisterVillage.TownshipLength && places.Contains(at)).ToList();
        if (wide.Count == 0) return;
        var seen = wide.SelectMany(VillagesIn).Select(village => "village/" + village).ToHashSet(StringComparer.Ordinal);
        for (var found = -1; found != seen.Count;)
        {
            found = seen.Count;
            foreach (var (owner, holders) in territory.Holders)
            {
                var those = holders.Where(holder => Owner.TryParse(holder, out _)).ToList();
                if (those.Count == 0 ? holders.Count == 0 : watch ? those.Exists(seen.Contains) : those.TrueForAll(seen.Contains)) seen.Add(owner);
            }
        }

        owners.UnionWith(seen);
    }

    private IEnumerable<string> VillagesIn(string prefix) => prefix.Length > RegisterVillage.TownshipLength
        ? territory.Villages.Where(village => village.StartsWith(prefix, StringComparison.Ordinal))
        : territory.Villages.Where(village => territory.TownshipOf(village, now).StartsWith(prefix, StringComparison.Ordinal));

    private bool IsWholeLedger(string place) => place.Length <= CountyLength && (territory.County is { } county
        ? county.StartsWith(place, StringComparison.Ordinal) && territory.Villages.All(village => territory.TownshipOf(village, now).StartsWith(place, StringComparison.Ordinal))
        : territory.Villages.All(village => territory.TownshipOf(village, now).StartsWith(place, StringComparison.Ordinal)));

    /// <summary>What somebody may see by all of his roles that see money.</summary>
    public static Scope For(Viewer viewer, LedgerSession ledger, Territory territory, Month now) => new(viewer, ledger, territory, now, WithMoney);
}

internal static class Scopes
{
    private static readonly ConditionalWeakTable<LedgerSession, AccessState> All = [];

    /// <summary>What whoever is signed in may see, as the registry of places, companies and ventures stands now.</summary>
    public static async Task<Scope> ScopeAsync(this HttpContext context, LedgerSession ledger)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<Scope>() is { } known) return known;
        var scope = await ScopeAsync(context.Viewer() ?? throw new InvalidOperationException("Nobody is signed in."), ledger, context.RequestAborted).ConfigureAwait(false);
        context.Features.Set(scope);
        return scope;
    }

    /// <summary>What a viewer may see at this moment.</summary>
    public static async Task<Scope> ScopeAsync(Viewer viewer, LedgerSession ledger, CancellationToken cancellation)
    {
        var territory = await StateOf(ledger).TerritoryAsync(ledger, cancellation).ConfigureAwait(false);
        // Villages move from a month on: the month of this moment is not the ledger's to know.
        return Scope.For(viewer, ledger, territory, Month.Of(DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime)));
    }

    public static AccessState StateOf(LedgerSession ledger) => All.GetValue(ledger, _ => new());
}

/// <summary>What a node knows of a ledger to decide who sees what: the territory as it was last read, read anew only when a fact came that changes it.</summary>
internal sealed class AccessState
{
    private volatile Territory? last;
    private Task? securing;

    /// <summary>Tests: whether the program lets everything through, so that what is hidden is hidden by the database.</summary>
    public bool IsProgramOff { get; set; }

    /// <summary>Tests: whether the database shows everything, so that what is hidden is hidden by the program.</summary>
    public bool IsDatabaseOff { get; set; }

    public async Task<Territory> TerritoryAsync(LedgerSession ledger, CancellationToken cancellation)
    {
        await (securing is { IsFaulted: false, IsCanceled: false } ? securing : securing = ledger.Models.SecureAsync(CancellationToken.None)).ConfigureAwait(false);
        var newest = (await ledger.Log.NewestAsync(cancellation).ConfigureAwait(false)).Position;
        if (last is not { } known) return last = await Territory.ReadAsync(ledger.Log, cancellation).ConfigureAwait(false);
        if (known.Position >= newest) return known;
        return last = await known.StandsAsync(ledger.Log, newest, cancellation).ConfigureAwait(false) ? known.UpTo(newest) : await Territory.ReadAsync(ledger.Log, cancellation).ConfigureAwait(false);
    }
}
