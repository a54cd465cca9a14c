namespace VillageLedger;

/// <summary>
/// Carries a village's book over from the chart of 2004 to that of 2023 on 1 January (财会〔2023〕20号): what stood in the old accounts on 31 December stands in the new ones. Accounts with exactly
/// one successor in the crosswalk follow it, with the owner's details and with the parties; everything else is decided by the map, and never guessed.
/// </summary>
/// <param name="Standard">The standard from now on.</param>
/// <param name="Map">Where old balances go; before the crosswalk.</param>
/// <param name="Accounts">New details, added with the conversion.</param>
public sealed record ConvertBook(string Id, UserId By, Owner Book, string Standard, IReadOnlyList<ConversionItem> Map, IReadOnlyList<ConvertedAccount> Accounts) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ConvertBook(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Text("standard"), fields.OptionalItems("map", ConversionItem.Read) ?? [],
            fields.OptionalItems("accounts", ReadAccount) ?? []);
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Book);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        if (!Crosswalk.Knows(accounts.Standard!, Standard)) return Refusal.Of(RefusalCode.ConversionUnsupported, ("book", Book), ("from", accounts.Standard), ("to", Standard));
        if (CheckMonths(world, accounts, out var month) is { } early) return early;
        var balances = Balances.ByParty(world, Book, month.Previous).Where(balance => balance.Value != 0)
            .Select(balance => (balance.Key.Account, balance.Key.Party, Fen: balance.Value))
            .OrderBy(balance => balance.Account).ThenBy(balance => balance.Party?.Address ?? "", StringComparer.Ordinal).ToList();
        if (!world.IsComplete) return Decision.Nothing;
        var conversion = new Conversion(world, Book, accounts, Standard, Crosswalk.Versions.InForce(world, Crosswalk.NameOf(accounts.Standard!, Standard)));
        if (conversion.Add(Accounts, Map) is { } account) return account;
        if (conversion.Carry(balances, Map) is { } fault) return fault;
        // A party that a map names is looked up while the balances are carried.
        if (!world.IsComplete) return Decision.Nothing;
        return Decision.Of(Streams.Accounts(Book), conversion.Fact(month)).While(Streams.Book(Book, month)).While(Streams.Book(Book, month.Next)).Showing();
    }

    private static ConvertedAccount ReadAccount(Fields item) => new(
        item.Value<AccountCode>("account"), item.Text("name", 100), item.Value<AccountCode>("parent"), null, item.OptionalWords("requires", "party", "project", "contract", "quantity"));

    /// <summary>New books begin on 1 January, after every earlier month is closed and before anything is entered in them.</summary>
    private Refusal? CheckMonths(World world, Accounts accounts, out Month month)
    {
        month = MonthCheck.EarliestOpen(world, Book);
        if (month.Number != 1 || month == accounts.FirstMonth) return Refusal.Of(RefusalCode.ConversionMonth, ("book", Book), ("month", month));
        // Two months can be open at a time.
        Month[] open = [month, month.Next];
        foreach (var each in open) world.Book(Book, each);
        foreach (var each in open)
            if (world.Book(Book, each).Vouchers.Where(pair => pair.Value.Stage != VoucherStage.Discarded).Select(pair => pair.Key.Value).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } vouchers)
                return Refusal.Of(RefusalCode.ConversionMonthBegun, ("book", Book), ("month", each), ("count", vouchers.Count), ("vouchers", MonthCheck.Listed(vouchers)));
        return null;
    }
}

/// <summary>Where an old account's balance goes.</summary>
/// <param name="Account">The old lowest account.</param>
/// <param name="Party">Only the balance with this party; left out, every balance on the account that no other item names.</param>
/// <param name="To">One account takes all; of several each takes its amount, and one at most, without an amount, the rest.</param>
public sealed record ConversionItem(AccountCode Account, Holder? Party, IReadOnlyList<ConversionTarget> To)
{
    internal static ConversionItem Read(Fields item) => new(item.Value<AccountCode>("account"), item.Optional<Holder>("party"), item.SomeItems("to", ConversionTarget.Read, 100));
}

/// <summary>A new account that takes an old balance or a part of it.</summary>
/// <param name="Party">Left out: the party of the old balance.</param>
/// <param name="Fen">The part in fen, debit positive; null: all, or the rest.</param>
public sealed record ConversionTarget(AccountCode Account, Holder? Party, long? Fen)
{
    internal static ConversionTarget Read(Fields item)
    {
        var (account, party, debit, credit) = (item.Value<AccountCode>("account"), item.Optional<Holder>("party"), item.OptionalPositiveAmount("debitFen"), item.OptionalPositiveAmount("creditFen"));
        item.RefuseOthers();
        if (debit is not null && credit is not null) item.Refuse(Refusal.Of(RefusalCode.LineBothSides, ("line", item.Place)));
        return new(account, party, debit ?? -credit);
    }
}
