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
        if (!Account.IsWithin(Parent) || Account == Parent) return Refusal.Of(RefusalCode.AccountNotUnderParent, ("account", Account), ("parent", Parent));
        if (!charts.Exists(chart => accounts.Has(chart, Parent))) return Refusal.Of(RefusalCode.ParentUnknown, ("parent", Parent), ("owner", Owner));
        if (charts.Exists(chart => accounts.Has(chart, Account))) return Refusal.Of(RefusalCode.AccountExists, ("account", Account), ("owner", Owner));
        return Overlapping(accounts, charts) is { } other
            ? Refusal.Of(RefusalCode.AccountCodesOverlap, ("account", Account), ("other", other))
            : Decision.Of(Streams.Accounts(Owner), new AccountAdded(Owner, Account, Name, Parent, Requires));
    }

    /// <summary>
    /// An account between this one and its parent, or one that this would come between: sums by code and sums by parent would differ.
    /// </summary>
    private AccountCode? Overlapping(Accounts accounts, IEnumerable<Chart> charts)
    {
        var others = accounts.Added.Keys.Concat(charts.SelectMany(chart => chart.Accounts).Select(account => account.Code))
            .Where(other => other.Value.Length > Parent.Value.Length && (Account.IsWithin(other) || other.IsWithin(Account))).Order().ToList();
        return others.Count == 0 ? null : others[0];
    }
}
