namespace VillageLedger.Reports;

/// <summary>
/// The rows of one account in a ledger (会计基础工作规范 art. 63): what it begins with, its lines, 本月合计 and 本年累计 of each month that has any and of the last
/// one shown, and from one year to the next 结转下年 and 上年结转.
/// </summary>
internal sealed class LedgerBlock(LedgerSpan span, LedgerStart start, bool netted, bool byDay = false)
{
    private readonly RunningBalance balance = new(netted);
    private Movement year = start.Year;

    /// <param name="items">Of the months shown, in order.</param>
    public IEnumerable<LedgerRow> Rows(IReadOnlyList<LedgerItem> items)
    {
        foreach (var row in Opening()) yield return row;
        var next = 0;
        foreach (var month in span.Months)
        {
            if (month.Number == 1 && month > span.Start)
            {
                year = new();
                if (balance.Sides != new Movement()) yield return new(LedgerEntryKind.CarriedIn, month, null, balance.Sides);
            }

            var first = next;
            var turnover = new Movement();
            var day = new Movement();
            for (; next < items.Count && items[next].Month == month; next++)
            {
                var item = items[next];
                (turnover, day) = (turnover.Plus(item.Turnover), day.Plus(item.Turnover));
                balance.Add(item.Account, item.Turnover.Debit - item.Turnover.Credit);
                if (item.Line is not { } line) continue;
                yield return new(LedgerEntryKind.Line, month, item.Turnover, balance.Sides, line.Fact.Date, line);
                if (!byDay || (next + 1 < items.Count && items[next + 1].Line?.Fact.Date == line.Fact.Date)) continue;
                yield return new(LedgerEntryKind.Day, month, day, balance.Sides, line.Fact.Date);
                day = new();
            }

            year = year.Plus(turnover);
            if (next == first && month != span.End && month.Number < 12) continue;
            yield return new(LedgerEntryKind.Month, month, turnover, balance.Sides);
            yield return new(LedgerEntryKind.Year, month, year, balance.Sides);
            if (month.Number == 12 && balance.Sides != new Movement()) yield return new(LedgerEntryKind.CarriedOut, month, null, balance.Sides);
        }
    }

    /// <summary>Whether there is anything to show but zeros.</summary>
    public bool IsEmpty(IReadOnlyList<LedgerItem> items) => items.Count == 0 && start.IsZero;

    private IEnumerable<LedgerRow> Opening()
    {
        foreach (var (account, net) in start.Net) balance.Add(account, net);
        var before = span.HoldsBefore ? start.Before.Values.Aggregate(new Movement(), MovementSums.Plus) : new();
        if (before != new Movement())
        {
            foreach (var (account, turnover) in start.Before) balance.Add(account, turnover.Credit - turnover.Debit);
            yield return new(LedgerEntryKind.CarriedIn, new(span.First.Year, 1), null, balance.Sides);
            foreach (var (account, turnover) in start.Before) balance.Add(account, turnover.Debit - turnover.Credit);
            yield return new(LedgerEntryKind.Before, span.First.Previous, before, balance.Sides);
        }
        else
        {
            yield return new(span.Start.Number == 1 ? LedgerEntryKind.CarriedIn : LedgerEntryKind.Opening, span.Start, null, balance.Sides);
        }
    }
}
