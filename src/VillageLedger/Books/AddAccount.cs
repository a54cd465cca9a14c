namespace VillageLedger;

/// <summary>Adds a detail account under an account of the owner's chart, before or after its book is opened.</summary>
/// <param name="Account">Begins with the parent's code; digits only, at most 24.</param>
/// <param name="Requires">What each line on it must name: <c>party</c>, <c>project</c>, <c>contract</c>, <c>quantity</c>.</param>
public sealed record AddAccount(
    string Id, UserId By, Owner Owner, AccountCode Account, string Name, AccountCode Parent, IReadOnlyList<string>? Requires) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AddAccount(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Value<AccountCode>("account"), fields.Text("name", 100),
            fields.Value<AccountCode>("parent"), fields.OptionalWords("requires", "party", "project", "contract", "quantity"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        var accounts = world.Accounts(Owner);
        var charts = (accounts.IsOpen ? [accounts.Standard!] : Standards.For(Owner)).Select(world.Rules.Chart).OfType<Chart>().ToList();
        var added = new AccountAdded(Owner, Account, Name, Parent, Requires);
        return Check(accounts, charts, added) is { } fault ? fault : Decision.Of(Streams.Accounts(Owner), added);
    }

    /// <summary>Why a detail account cannot be added, or null.</summary>
    internal static Refusal? Check(Accounts accounts, IReadOnlyCollection<Chart> charts, AccountAdded added)
    {
        var (account, parent, owner) = (added.Account, added.Parent, added.Owner);
        if (!account.IsWithin(parent) || account == parent) return Refusal.Of(RefusalCode.AccountNotUnderParent, ("account", account), ("parent", parent));
        if (!charts.Any(chart => accounts.Has(chart, parent))) return Refusal.Of(RefusalCode.ParentUnknown, ("parent", parent), ("owner", owner));
        if (charts.Any(chart => accounts.Has(chart, account))) return Refusal.Of(RefusalCode.AccountExists, ("account", account), ("owner", owner));
        return Overlapping(accounts, charts, account, parent) is { } other ? Refusal.Of(RefusalCode.AccountCodesOverlap, ("account", account), ("other", other)) : null;
    }

    /// <summary>
    /// An account between this one and its parent, or one that this would come between: sums by code and sums by parent would differ.
    /// </summary>
    private static AccountCode? Overlapping(Accounts accounts, IEnumerable<Chart> charts, AccountCode account, AccountCode parent)
    {
        var others = accounts.Added.Keys.Concat(charts.SelectMany(chart => chart.Accounts).Select(known => known.Code))
            .Where(other => other.Value.Length > parent.Value.Length && (account.IsWithin(other) || other.IsWithin(account))).Order().ToList();
        return others.Count == 0 ? null : others[0];
    }
}
