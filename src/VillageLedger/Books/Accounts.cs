using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>An owner's chart: the standard of its book, its own detail accounts, its opening. Folded from <c>accounts/{owner}</c>.</summary>
public sealed record Accounts(
    string? Standard,
    Month FirstMonth,
    ImmutableDictionary<AccountCode, AccountAdded> Added,
    ImmutableDictionary<AccountCode, AccountCode> FirstDetails,
    IReadOnlyList<OpeningLine> Opening)
{
    public static readonly Accounts Empty = new(
        null, default, ImmutableDictionary<AccountCode, AccountAdded>.Empty, ImmutableDictionary<AccountCode, AccountCode>.Empty, []);

    public bool IsOpen => Standard is not null;

    /// <summary>The first month that takes no vouchers since the owner is no more; null while it is.</summary>
    public Month? EndedFrom { get; init; }

    public Accounts Evolve(Fact fact) => fact switch
    {
        AccountAdded added => this with
        {
            Added = Added.SetItem(added.Account, added),
            FirstDetails = FirstDetails.ContainsKey(added.Parent) ? FirstDetails : FirstDetails.SetItem(added.Parent, added.Account),
        },
        BookEnded ended => this with { EndedFrom = ended.From },
        BookOpened opened => this with { Standard = opened.Standard, FirstMonth = opened.Month, Opening = opened.Opening },
        _ => throw Fold.Unexpected(fact, this),
    };

    /// <summary>Whether an account exists, in the chart or among the owner's own.</summary>
    public bool Has(Chart chart, AccountCode account)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart.Find(account) is not null || Added.ContainsKey(account);
    }

    public bool HasDetails(Chart chart, AccountCode account)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return FirstDetails.ContainsKey(account) || chart.Accounts.Any(other => other.Parent == account);
    }

    public IReadOnlyList<string> Requires(AccountCode account) => Added.TryGetValue(account, out var added) ? added.Requires ?? [] : [];

    public string NameOf(Chart chart, AccountCode account)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart.Find(account)?.Name ?? (Added.TryGetValue(account, out var added) ? added.Name : account.Value);
    }

    /// <summary>
    /// Where the postings of an account are carried today. What was posted to an account before it had details is carried by its first detail
    /// from then on, as accountants know it from other programs: so that totals over the lowest accounts stay complete.
    /// </summary>
    public AccountCode Carrier(AccountCode account)
    {
        while (FirstDetails.TryGetValue(account, out var detail)) account = detail;
        return account;
    }
}
