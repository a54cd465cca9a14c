namespace VillageLedger;

/// <summary>
/// The accounts on which a venture and its holders keep what one owes the other (联合项目往来). Only allocations, their payments and reversals write
/// them, on both sides at once, so that both sides agree at every append's end.
/// </summary>
public static class ControlAccounts
{
    /// <summary>其他应付款, in the venture's book (小企业会计准则).</summary>
    public static readonly AccountCode Payable = new("2241");

    /// <summary>应付利润, in a company's book (小企业会计准则).</summary>
    public static readonly AccountCode DividendPayable = new("2232");

    /// <summary>应收款 (village charts of 2004 and 2023) or 其他应收款 (小企业会计准则), in the holder's book.</summary>
    public static AccountCode ReceivableOf(string standard) => new(standard == Standards.SmallEnterprise2013 ? "1221" : "112");

    /// <summary>Whether a line of a holder's book is what a venture owes it.</summary>
    public static bool IsReceivable(string standard, AccountCode account, Holder? party) =>
        party is { Kind: Owner.VentureKind } && account.IsWithin(ReceivableOf(standard));

    /// <summary>
    /// Whether a line of a venture's book is what it owes a holder. Whoever keeps books here stands on the account for nothing else, holder or not, as in its own book; others once they
    /// have had a share or a part.
    /// </summary>
    public static bool IsPayable(Owner book, AccountCode account, Holder? party, Func<Holder, bool> isHolder)
    {
        ArgumentNullException.ThrowIfNull(isHolder);
        return book.Kind == Owner.VentureKind && account.IsWithin(Payable) && party is { } holder && (holder.Owner is not null || isHolder(holder));
    }

    /// <summary>A decision on lines that are not on a control account because of who has no part in the venture yet holds while that is so.</summary>
    internal static Decision Guard(Decision decision, Owner book, VoucherContent content) =>
        book.Kind == Owner.VentureKind && content.Lines.Any(line => line.Party is { Owner: null } && line.Account.IsWithin(Payable)) ? decision.While(Streams.Venture(book.Code)) : decision;

    /// <summary>
    /// Whether a line of a company's book is a dividend owed to a holder: paid by hand it would be paid once more by <c>pay-dividend</c>. What the book began with from earlier dividends is paid
    /// by hand.
    /// </summary>
    private static bool IsDividend(Accounts accounts, Owner book, AccountCode account, Holder? party) =>
        book.Kind == Owner.CompanyKind && party is { } holder && account.IsWithin(DividendPayable) && !accounts.Opening.Any(line => line.Party == holder && line.Account.IsWithin(DividendPayable));

    /// <summary>Whether a line may not be entered by hand.</summary>
    internal static bool Holds(World world, Owner book, string standard, AccountCode account, Holder? party) =>
        IsOfVenture(world, book, standard, account, party) || IsDividend(world.Accounts(book), book, account, party);

    /// <summary>Whether a line is what a venture and a holder owe each other: a book cannot begin with that.</summary>
    internal static bool IsOfVenture(World world, Owner book, string standard, AccountCode account, Holder? party) =>
        IsReceivable(standard, account, party) || IsPayable(book, account, party, holder => world.Venture(book.Code).HasHeld(holder));
}
