namespace VillageLedger;

/// <summary>What vouchers made by hand may do to earmarked money, once their owner keeps it in the register.</summary>
internal static class FundRules
{
    /// <summary>
    /// A line on 241 or 231 names its fund, and takes nothing from it: what is spent goes by its purpose, by <c>spend-fund</c>. Red vouchers and those that the program works out are as
    /// they must be.
    /// </summary>
    public static Refusal? ByHand(World world, Owner owner, VoucherContent content)
    {
        if (content.Reverses is not null || IsWorkedOut(content)) return null;
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

    /// <summary>A voucher that was taken because of what the register held is posted while that is so.</summary>
    public static Decision Guard(World world, Decision decision, Owner owner, VoucherContent content) =>
        content.Reverses is null && !IsWorkedOut(content) && content.Lines.Any(line => IsOnFund(world, owner, line)) ? decision.While(Streams.Funds(owner)) : decision;

    /// <summary>The lines of a claim are chosen by whoever makes the voucher from it.</summary>
    private static bool IsWorkedOut(VoucherContent content) => content.Cause is { } cause && !cause.StartsWith("claim:", StringComparison.Ordinal);

    private static bool IsOnFund(World world, Owner owner, VoucherLine line) => FundKinds.KindOn(world.Accounts(owner).Standard, line.Account) is not null;
}
