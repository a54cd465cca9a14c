namespace VillageLedger;

/// <summary>What a month's end shows of earmarked money. More spent than received makes the books wrong; the rest are warnings.</summary>
internal static class FundChecks
{
    public static readonly IReadOnlyList<string> Names = ["fund-overspent", "fund-difference", "fund-until"];

    public static IEnumerable<CheckResult> Of(MonthSituation at)
    {
        var register = at.World.Funds(at.Book);
        if (!register.IsUsed) yield break;
        var funds = register.InOrder.Select(fund => (Fund: fund, Standing: FundStanding.Of(at.World, fund, at.Month))).ToList();
        var over = funds.Where(fund => fund.Standing.LeftFen < 0 || (fund.Standing.MoneyFen + fund.Standing.WaitingOutFen) < 0)
            .Select(fund => $"{fund.Fund.Id} {new Money(Math.Min(fund.Standing.LeftFen, fund.Standing.MoneyFen + fund.Standing.WaitingOutFen))}").ToList();
        yield return MonthCheck.Result(Names[0], CheckState.Stops, over.Count > 0, ("funds", MonthCheck.Listed(over)));
        var differing = new[] { FundKinds.Special, FundKinds.Levy }.Select(kind => (Kind: kind, Fen: BalanceOf(at, kind) - funds.Where(fund => fund.Fund.Opened.Kind == kind).Sum(fund => fund.Standing.LeftFen)))
            .Where(kind => kind.Fen != 0).Select(kind => $"{FundKinds.AccountOf(kind.Kind)} {new Money(kind.Fen)}").ToList();
        yield return MonthCheck.Result(Names[1], CheckState.Warning, differing.Count > 0, ("accounts", MonthCheck.Listed(differing)));
        var late = funds.Where(fund => fund.Standing.LeftFen > 0 && (fund.Fund.Opened.Until < at.Month.LastDay || fund.Fund.ClosedOn is not null))
            .Select(fund => $"{fund.Fund.Id} {new Money(fund.Standing.LeftFen)}").ToList();
        yield return MonthCheck.Result(Names[2], CheckState.Warning, late.Count > 0, ("funds", MonthCheck.Listed(late)));
    }

    /// <summary>The credit balance of a kind's account.</summary>
    private static long BalanceOf(MonthSituation at, string kind) =>
        -at.Balances.Where(balance => FundKinds.KindOn(at.Accounts.Standard, balance.Key) == kind).Sum(balance => balance.Value);
}
