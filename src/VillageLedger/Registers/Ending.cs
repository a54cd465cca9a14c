namespace VillageLedger;

/// <summary>The end of a village: its book is closed up to the month before, and takes nothing from then on.</summary>
internal sealed record Ending(World World, string Village, Month From)
{
    private Owner Owner => Owner.Village(Village);

    public Accounts Accounts => World.Accounts(Owner);

    /// <summary>Balance of each lowest account and party at the end, in fen, debit positive; none without a book.</summary>
    public IReadOnlyList<(AccountCode Account, Holder? Party, long Fen)> Left => Accounts.IsOpen
        ? [.. Balances.ByParty(World, Owner, From.Previous).Where(balance => balance.Value != 0).Select(balance => (balance.Key.Account, balance.Key.Party, balance.Value))
            .OrderBy(balance => balance.Account).ThenBy(balance => balance.Party?.Address, StringComparer.Ordinal)]
        : [];

    /// <summary>Why the village cannot end then; null when it can.</summary>
    public Refusal? Check()
    {
        if (!World.Village(Village).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        if (World.Village(Village).Retired is { } retired) return Refusal.Of(RefusalCode.VillageIsRetired, ("village", Owner), ("month", retired.From));
        if (!Accounts.IsOpen) return null;
        // What may lie beyond is asked for before anything is judged.
        Month[] beyond = [From, From.Next];
        foreach (var month in beyond) World.Book(Owner, month);
        var open = MonthSituation.EarliestOpenOf(World, Owner);
        if (open < From) return Refusal.Of(RefusalCode.BookMonthOpen, ("book", Owner), ("month", open), ("from", From));
        var later = open > From ? From : beyond.Where(month => World.Book(Owner, month).Vouchers.Values.Any(voucher => voucher.Stage != VoucherStage.Discarded)).Select(month => (Month?)month).FirstOrDefault();
        return later is { } held ? Refusal.Of(RefusalCode.BookHasLater, ("book", Owner), ("month", held), ("from", From)) : null;
    }

    /// <summary>The decision with the end of the village and its book.</summary>
    public Decision End(Decision decision, string reason, string? successor = null)
    {
        decision = decision.And(Streams.Village(Village), new VillageRetired(Village, From, reason, successor));
        return Accounts.IsOpen
            ? decision.And(Streams.Accounts(Owner), new BookEnded(Owner, From)).While(Streams.Book(Owner, From)).While(Streams.Book(Owner, From.Next))
            : decision.While(Streams.Accounts(Owner));
    }

    /// <summary>Accounts with their balances, for a message.</summary>
    public static string Listed(IEnumerable<(AccountCode Account, Holder? Party, long Fen)> left) => MonthCheck.Listed([.. left.Select(balance => $"{balance.Account} {new Money(balance.Fen)}")]);
}
