using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>
/// An owner's chart: the standard of its book, its own detail accounts, its opening. Folded from <c>accounts/{owner}</c>. A book that was converted to another standard began anew then:
/// everything here is of its present era, and what came before stands in <see cref="Earlier"/>.
/// </summary>
/// <param name="Earlier">The era before, as it was when it was converted; null for a book that has known one standard only.</param>
/// <param name="Conversion">What began this era; null where <see cref="Earlier"/> is.</param>
public sealed record Accounts(
    string? Standard,
    Month FirstMonth,
    ImmutableDictionary<AccountCode, AccountAdded> Added,
    ImmutableDictionary<AccountCode, AccountCode> FirstDetails,
    IReadOnlyList<OpeningLine> Opening,
    Accounts? Earlier = null,
    BookConverted? Conversion = null)
{
    public static readonly Accounts Empty = new(
        null, default, ImmutableDictionary<AccountCode, AccountAdded>.Empty, ImmutableDictionary<AccountCode, AccountCode>.Empty, []);

    public bool IsOpen => Standard is not null;

    /// <summary>The first month that takes no vouchers since the owner is no more; null while it is.</summary>
    public Month? EndedFrom { get; init; }

    public Accounts Evolve(Fact fact) => fact switch
    {
        AccountAdded added => With(added),
        BookEnded ended => this with { EndedFrom = ended.From },
        BookOpened opened => this with { Standard = opened.Standard, FirstMonth = opened.Month, Opening = opened.Opening },
        OpeningAmended amended => this with { Opening = amended.Opening },
        BookConverted converted => (converted.Accounts ?? []).Aggregate(
            Empty with { Standard = converted.To, FirstMonth = converted.Month, Opening = converted.Opening(), Earlier = this, Conversion = converted },
            (accounts, detail) => accounts.With(detail.Added(converted.Book))),
        _ => throw Fold.Unexpected(fact, this),
    };

    /// <summary>The era that a month belongs to; the first one for a month before every book.</summary>
    public Accounts At(Month month) => month < FirstMonth && Earlier is { } earlier ? earlier.At(month) : this;

    /// <summary>The eras, the first one first.</summary>
    public IEnumerable<Accounts> Eras => Earlier is { } earlier ? earlier.Eras.Append(this) : [this];

    /// <summary>The account of this era that carries on one of an earlier era; null where a conversion gave it none, or several.</summary>
    public AccountCode? CarriedOn(Month era, AccountCode account, Holder? party)
    {
        if (era >= FirstMonth || Earlier is null || Conversion is null) return account;
        return Earlier.CarriedOn(era, account, party) is { } before ? Conversion.AccountOf(before, party) : null;
    }

    internal Accounts With(AccountAdded added) => this with
    {
        Added = Added.SetItem(added.Account, added),
        FirstDetails = FirstDetails.ContainsKey(added.Parent) ? FirstDetails : FirstDetails.SetItem(added.Parent, added.Account),
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
