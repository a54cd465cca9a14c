namespace VillageLedger.Reports;

/// <summary>What stood in lowest accounts when the months of a ledger begin.</summary>
/// <param name="Net">Balance of each, in fen, debit positive.</param>
/// <param name="Before">Of it, the turnover of the year before the book began.</param>
/// <param name="Year">Turnover of the year of the first month, up to it.</param>
internal sealed record LedgerStart(IReadOnlyDictionary<AccountCode, long> Net, IReadOnlyDictionary<AccountCode, Movement> Before, Movement Year)
{
    /// <summary>Whether nothing stood there and nothing moved in the year.</summary>
    public bool IsZero => Year == new Movement() && Net.Values.All(net => net == 0) && Before.Values.All(before => before == new Movement());

    /// <summary>Of what meets a condition, by what moved before the first month.</summary>
    public static LedgerStart Of(LedgerSpan span, IEnumerable<(AccountCode Account, OpeningLine Line)> opening, IEnumerable<LedgerSum> earlier)
    {
        var (net, before) = (new Dictionary<AccountCode, long>(), new Dictionary<AccountCode, Movement>());
        var year = new Movement();
        foreach (var (account, line) in opening)
        {
            if (!span.KnowsOpening) break;
            var turnover = new Movement(line.YearDebitFen ?? 0, line.YearCreditFen ?? 0);
            net[account] = net.GetValueOrDefault(account) + (line.DebitFen ?? 0) - (line.CreditFen ?? 0);
            before[account] = before.GetValueOrDefault(account).Plus(turnover);
            if (span.Start.Year == span.First.Year) year = year.Plus(turnover);
        }

        foreach (var (account, _, month, sum) in earlier.Where(one => one.Month < span.Start))
        {
            net[account] = net.GetValueOrDefault(account) + sum.Debit - sum.Credit;
            if (month.Year == span.Start.Year) year = year.Plus(sum);
        }

        return new(net, before, year);
    }
}

internal static class MovementSums
{
    public static Movement Plus(this Movement movement, Movement other) => new(movement.Debit + other.Debit, movement.Credit + other.Credit);
}
