namespace VillageLedger;

/// <summary>What vouchers other than those of the register may do to earmarked money, once their owner keeps it there.</summary>
internal static class FundRules
{
    /// <summary>
    /// A line on 241 or 231 names its fund, and takes nothing from it: what is spent goes by its purpose, by <c>spend-fund</c>: also where the program works
    /// out the rest of a voucher and somebody named the account. Red vouchers, transfers of year's end and what a merger takes over are as they must be.
    /// </summary>
    public static Refusal? ByHand(World world, Owner owner, VoucherContent content)
    {
        if (content.Reverses is not null || IsOfRegister(content)) return null;
        foreach (var (i, line) in content.Lines.Index())
        {
            if (!IsOnFund(world, owner, line)) continue;
            var funds = world.Funds(owner);
            if (!funds.IsUsed) return null;
            if (line.Debit > 0 || line.Credit < 0) return Refusal.Of(RefusalCode.FundByHand, ("line", i + 1), ("account", line.Account));
            if (line.Project is not { } named || funds.Find(named) is not { ClosedOn: null } fund || !line.Account.IsWithin(FundKinds.AccountOf(fund.Opened.Kind)))
                return Refusal.Of(RefusalCode.FundLineUnnamed, ("line", i + 1), ("account", line.Account), ("project", line.Project ?? "–"));
        }

        return null;
    }

    /// <summary>What came into a fund is not taken back once it is spent, or to be spent by a voucher that waits; nor is a levy's approval once the money was paid in.</summary>
    /// <param name="taken">What is taken back with it, and still counts in the world.</param>
    public static Refusal? Reversal(World world, Owner owner, VoucherId reversed, IReadOnlyCollection<VoucherId> taken)
    {
        if (GrownBy(world, owner, reversed) is not { } fund) return null;
        var step = fund.Entries.Find(entry => entry.Voucher == reversed)!.Step;
        var fen = fund.Entries.Where(entry => entry.Step == step && (entry.Voucher == reversed || taken.Contains(entry.Voucher))).Sum(entry => entry.AmountFen);
        if (step == FundStep.Received) return KnownFund.CheckMoney(world, fund, fen);
        var owed = FundStanding.Of(world, fund).OwedFen;
        return fen > owed ? Refusal.Of(RefusalCode.LevyBeyondApproved, ("fund", fund.Id), ("amount", new Money(fen)), ("owed", new Money(owed))) : null;
    }

    /// <summary>A voucher that was taken because of what the register held is posted while that is so.</summary>
    public static Decision Guard(World world, Decision decision, Owner owner, VoucherContent content)
    {
        if (content.Reverses is { } reversed)
            return GrownBy(world, owner, reversed) is { } fund ? FundStanding.Guard(world, fund, decision.While(Streams.Funds(owner))) : decision;
        return !IsOfRegister(content) && content.Lines.Any(line => IsOnFund(world, owner, line)) ? decision.While(Streams.Funds(owner)) : decision;
    }

    /// <summary>The fund that a voucher made grow.</summary>
    private static Fund? GrownBy(World world, Owner owner, VoucherId voucher) =>
        world.Funds(owner).InOrder.FirstOrDefault(fund => fund.Entries.Exists(entry => entry.Voucher == voucher && entry.Step is (FundStep.Received or FundStep.Approved)));

    /// <summary>Made by the register itself, or from balances whose accounts nobody chose.</summary>
    private static bool IsOfRegister(VoucherContent content) =>
        content.Cause is { } cause && ((string[])["fund:", "merge:", YearEndOrder.CausePrefix]).Any(prefix => cause.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsOnFund(World world, Owner owner, VoucherLine line) => FundKinds.KindOn(world.Accounts(owner).Standard, line.Account) is not null;
}
