namespace VillageLedger.Reports;

/// <summary>What stands before the months shown and the lines in them.</summary>
internal static class BlocksOf
{
    /// <summary>
    /// Of some lowest accounts together. Without a filter what stands before is read from running sums; with one, from all earlier lines.
    /// </summary>
    public static async Task<(LedgerStart Start, IReadOnlyList<BookLine> Lines)> ReadAsync(
        LedgerBook book, LedgerSpan span, Func<AccountCode, bool> wanted, LedgerFilter filter, CancellationToken cancellation)
    {
        if (filter.IsEmpty)
        {
            var turnover = await BookTurnover.ReadAsync(book, span, cancellation).ConfigureAwait(false);
            return (turnover.StartOf(book.Leaves(wanted)), await book.LinesAsync(span.Start, span.End, wanted, cancellation).ConfigureAwait(false));
        }

        var lines = (await book.LinesAsync(span.First, span.End, wanted, cancellation).ConfigureAwait(false)).Where(line => filter.Holds(line.Line)).ToList();
        return (LedgerStart.Of(span, OpeningOf(book, wanted, filter), lines.Select(LedgerSum.Of)), [.. lines.Where(line => line.Voucher.Month >= span.Start)]);
    }

    /// <summary>The opening's lines with the lowest accounts that carry them.</summary>
    public static IEnumerable<(AccountCode Account, OpeningLine Line)> OpeningOf(LedgerBook book, Func<AccountCode, bool> wanted, LedgerFilter filter) =>
        book.Book.Opening.Select(line => (Account: book.Book.Carrier(line.Account), Line: line)).Where(line => wanted(line.Account) && filter.Holds(line.Line));
}
