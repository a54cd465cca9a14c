namespace VillageLedger.Reports;

/// <summary>Turnover of the lowest accounts of a book month by month, read from running sums, and what stood in them before.</summary>
internal sealed class BookTurnover
{
    private readonly LedgerBook book;
    private readonly LedgerSpan span;
    private readonly Dictionary<AccountCode, long> earlierYears = [];
    private readonly Dictionary<AccountCode, SortedDictionary<Month, Movement>> months = [];

    private BookTurnover(LedgerBook book, LedgerSpan span) => (this.book, this.span) = (book, span);

    public static async Task<BookTurnover> ReadAsync(LedgerBook book, LedgerSpan span, CancellationToken cancellation)
    {
        var (known, turnover) = (book.Book, new BookTurnover(book, span));
        var january = new Month(span.Start.Year, 1);
        foreach (var ((account, _), sum) in await known.ByYearAsync(Enumerable.Range(span.First.Year, span.Start.Year - span.First.Year), cancellation).ConfigureAwait(false))
            turnover.earlierYears[known.Carrier(account)] = turnover.earlierYears.GetValueOrDefault(known.Carrier(account)) + sum.Debit - sum.Credit;
        foreach (var ((account, key), sum) in await known.ByMonthAsync(january.To(span.End), cancellation).ConfigureAwait(false))
        {
            var carrier = known.Carrier(account);
            if (!turnover.months.TryGetValue(carrier, out var of)) turnover.months.Add(carrier, of = []);
            of[Month.OfKey(key)] = of.GetValueOrDefault(Month.OfKey(key)).Plus(sum);
        }

        return turnover;
    }

    /// <summary>Turnover of a lowest account in the months shown, in order; months without any are left out.</summary>
    public IEnumerable<KeyValuePair<Month, Movement>> Of(AccountCode leaf) =>
        months.TryGetValue(leaf, out var of) ? of.Where(month => month.Key >= span.Start) : [];

    /// <summary>What stood in some lowest accounts before the months shown.</summary>
    public LedgerStart StartOf(IReadOnlyCollection<AccountCode> leaves)
    {
        var opening = book.Book.Opening.Select(line => (Account: book.Book.Carrier(line.Account), line)).Where(line => leaves.Contains(line.Account));
        var start = LedgerStart.Of(span, opening, []);
        var (net, year) = (new Dictionary<AccountCode, long>(start.Net), start.Year);
        foreach (var leaf in leaves)
        {
            net[leaf] = net.GetValueOrDefault(leaf) + earlierYears.GetValueOrDefault(leaf);
            if (!months.TryGetValue(leaf, out var of)) continue;
            foreach (var (_, sum) in of.TakeWhile(month => month.Key < span.Start))
            {
                net[leaf] += sum.Debit - sum.Credit;
                year = year.Plus(sum);
            }
        }

        return new(net, start.Before, year);
    }
}
