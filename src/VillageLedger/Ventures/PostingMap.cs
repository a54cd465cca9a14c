namespace VillageLedger;

/// <summary>One line of an entry: which account, side, party and amount. Amounts are named; whoever makes the entry gives their fen.</summary>
/// <param name="Party"><c>holder</c>, <c>venture</c>, <c>guarantor</c> or "" for none.</param>
/// <param name="Amount"><c>part</c>, <c>total</c>, <c>received</c>, <c>agreed</c> …</param>
public sealed record PostingLine(Side Side, AccountCode Account, string Party, string Amount);

/// <summary>
/// The entries that follow from a venture's legal form, or from a dividend, in its own book and in the books of its holders: data under <c>Rules/PostingMaps</c>. An account
/// is given by its level-1 code and carried to the owner's first detail where it has some.
/// </summary>
public sealed class PostingMap
{
    /// <summary>The book of the venture or its company.</summary>
    public const string VentureBook = "venture";

    /// <summary>A holder's book.</summary>
    public const string HolderBook = "holder";

    /// <summary>The book of whoever pays a dividend.</summary>
    public const string PayerBook = "payer";

    /// <summary>The entries of a company's dividend.</summary>
    public const string CompanyDividend = "dividend-company";

    /// <summary>The entries of a cooperative's distribution of income.</summary>
    public const string VillageDividend = "dividend-village";

    public static readonly RuleVersions<PostingMap> Versions = new(
        "posting-map", [.. VentureForms.All.Concat([CompanyDividend, VillageDividend, FundLines.Map]).Select(name => (name, $"posting-maps/{name}.csv"))], (_, _, rows) => new(rows));

    private readonly ILookup<(string Event, string Book, string Standard), PostingLine> lines;

    private PostingMap(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => lines = rows.ToLookup(
        row => (row["event"], row["book"], row["standard"]),
        row => new PostingLine(Enum.Parse<Side>(row["side"], ignoreCase: true), new(row["account"]), row["party"], row["amount"]));

    /// <summary>The lines of an entry in a book kept by a standard; none when the form makes no entry there.</summary>
    public IReadOnlyList<PostingLine> Of(string entry, string book, string standard) => [.. lines[(entry, book, standard)]];

    /// <summary>Whether the form makes an entry in such books by any standard: where a holder's standard has none then, the map lacks it.</summary>
    public bool Makes(string entry, string book) => lines.Any(line => line.Key.Event == entry && line.Key.Book == book);
}

/// <summary>The legal forms of ventures.</summary>
public static class VentureForms
{
    /// <summary>按份共有: the holders own the building in parts; an agent keeps a book without profit.</summary>
    public const string CoOwned = "co-owned";

    /// <summary>合同: a fixed return by contract, perhaps with a guarantor.</summary>
    public const string Contract = "contract";

    /// <summary>项目公司: a company owns; income reaches the holders only by its dividend.</summary>
    public const string Company = "company";

    public static readonly IReadOnlyList<string> All = [CoOwned, Contract, Company];
}
