using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What a disclosure takes from an owner's registers: earmarked money, and the contracts signed in the period.</summary>
internal static class DisclosedRegisters
{
    public static async Task<IReadOnlyList<DisclosedRow>> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period period, CancellationToken cancellation)
    {
        var world = new WorldAt(models, at.Position);
        var (funds, contracts) = await world.AskAsync(known => (FundsOf(known, owner, period), ContractsOf(known, owner, period)), cancellation).ConfigureAwait(false);
        var parties = await DisclosedParties.ReadAsync(models, at, world, [.. funds.Select(fund => fund.Donor), .. contracts.Select(contract => contract.Agreed.Party)], cancellation).ConfigureAwait(false);
        return
        [
            .. funds.Select(fund => fund.Row with { Party = parties[fund.Donor] }),
            .. contracts.Select(contract => new DisclosedRow("contract", contract.Id, contract.Agreed.Subject)
            {
                Party = parties[contract.Agreed.Party],
                AmountFen = contract.Instalments.Sum(part => part.AmountFen),
                From = contract.Agreed.From,
                To = contract.LastDay,
            }),
        ];
    }

    /// <summary>Funds that had or got anything, by posted vouchers.</summary>
    private static List<(Holder Donor, DisclosedRow Row)> FundsOf(World world, Owner owner, Period period) =>
    [
        .. from fund in world.Funds(owner).InOrder
           let before = FundStanding.Of(world, fund, period.From.Previous)
           let after = FundStanding.Of(world, fund, period.To)
           let row = new DisclosedRow("fund", fund.Id, string.Join('、', fund.Opened.Purposes.Select(purpose => purpose.Name)))
           {
               OpeningFen = before.LeftFen, ReceivedFen = InOf(after) - InOf(before), PaidFen = OutOf(after) - OutOf(before), AmountFen = after.LeftFen,
           }
           where (row.OpeningFen, row.ReceivedFen, row.PaidFen) != (0, 0, 0)
           select (fund.Opened.Donor, row),
    ];

    private static long InOf(FundStanding standing) => standing.IsLevy ? standing.ApprovedFen : standing.ReceivedFen;

    private static long OutOf(FundStanding standing) => standing.AssetsFen + standing.ExpensesFen + standing.ReturnedFen;

    private static List<Contract> ContractsOf(World world, Owner owner, Period period) =>
    [
        .. world.Contracts(owner).Contracts.Values.Where(contract => Month.Of(contract.Agreed.SignedOn) is var month && month >= period.From && month <= period.To)
            .OrderBy(contract => contract.Agreed.SignedOn).ThenBy(contract => contract.Id, StringComparer.Ordinal),
    ];
}
