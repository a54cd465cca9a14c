namespace VillageLedger;

/// <summary>Makes the vouchers of a fund from the posting map <c>fund</c>.</summary>
/// <param name="Money">The account paid into or from; the first bank account unless given.</param>
/// <param name="Asset">The account of what was bought.</param>
/// <param name="Party">The other side, where a line needs one.</param>
internal sealed record FundLines(World World, Owner Owner, Fund Fund, AccountCode? Money = null, AccountCode? Asset = null, Holder? Party = null)
{
    /// <summary>The name of the posting map, and what its rows call the book that they are entered in.</summary>
    public const string Map = "fund";
    public const string Book = "owner";

    private Accounts Accounts => World.Accounts(Owner);

    private PostingMap Entries => PostingMap.Versions.InForce(World, Map);

    /// <summary>Why accounts that were named cannot be used; null when they can.</summary>
    public Refusal? CheckAccounts()
    {
        if (!Accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Owner));
        return Check(Money, "money") ?? Check(Asset, "asset");

        Refusal? Check(AccountCode? given, string what)
        {
            var allowed = Entries.Of("allows-" + what, Book, Accounts.Standard!).Select(line => line.Account).ToList();
            return given is { } account && !allowed.Exists(account.IsWithin) ? Refusal.Of(RefusalCode.FundAccountOther, ("account", account), ("fund", Fund.Id), ("allowed", string.Join(", ", allowed))) : null;
        }
    }

    /// <summary>The voucher of an entry: <c>special-received</c>, <c>levy-approved</c> …</summary>
    public VoucherContent Voucher(string entry, DateOnly date, long fen, string summary) =>
        new("记", date, VoucherKind.Ordinary, summary, [.. Entries.Of($"{Fund.Opened.Kind}-{entry}", Book, Accounts.Standard!).Select(line => Line(line, fen))], 0, Cause: "fund:" + Fund.Id);

    /// <summary>Whether a book's standard has entries of earmarked money at all.</summary>
    public Refusal? Missing(string entry) => !Accounts.IsOpen || Entries.Of($"{Fund.Opened.Kind}-{entry}", Book, Accounts.Standard!).Count > 0
        ? null
        : Refusal.Of(RefusalCode.PostingMapMissing, ("book", Owner), ("entry", entry), ("form", Fund.Opened.Kind), ("standard", Accounts.Standard));

    private VoucherLine Line(PostingLine line, long fen)
    {
        var account = line.Amount switch
        {
            "money" when Money is { } given => given,
            "asset" when Asset is { } given => given,
            "fund" when Fund.Opened.Account is { } own => own,
            _ => Accounts.Carrier(line.Account),
        };
        var requires = Accounts.Requires(account);
        var other = Party ?? Fund.Opened.Donor;
        return new(
            account,
            line.Side == Side.Debit ? fen : null,
            line.Side == Side.Credit ? fen : null,
            Party: line.Party.Length > 0 || requires.Contains("party") ? other : line.Amount is "asset" ? Party : null,
            Project: line.Amount == "fund" || requires.Contains("project") ? Fund.Id : null,
            Contract: requires.Contains("contract") ? Fund.Id : null);
    }
}
