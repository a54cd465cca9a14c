namespace VillageLedger;

/// <summary>
/// What a venture's book holds as received and not yet anybody's: its payable account without a party, as posted and as claimed by allocations that wait for
/// their confirmation. An allocation uses that first. A later month may have used it already: what stands at the end of both months that can be open is free. Each
/// month's few vouchers are looked through; nothing is kept for it.
/// </summary>
/// <param name="LeastFen">The lowest of these balances, credit positive.</param>
/// <param name="MostFen">The highest.</param>
/// <param name="Open">Streams of the months that can still change.</param>
internal sealed record UndistributedReceipts(long LeastFen, long MostFen, IReadOnlyList<string> Open)
{
    /// <param name="month">An open month of the book; one further ahead would have every month up to it read.</param>
    public static UndistributedReceipts In(World world, Owner book, Month month)
    {
        Int128 sum = 0;
        var (ends, open) = (new List<long>(), new List<string>());
        foreach (var each in world.Accounts(book).Eras.First().FirstMonth.To(month.Next))
        {
            var state = world.Book(book, each);
            sum += state.Vouchers.Where(pair => pair.Value.Stage == VoucherStage.Posted || (pair.Value.IsUnposted && pair.Key.IsJoint)).Aggregate((Int128)0, (all, pair) => all + Of(pair.Value));
            if (each >= month) ends.Add((long)Int128.Clamp(sum, -Money.MaxFen, Money.MaxFen));
            if (!state.IsClosed) open.Add(Streams.Book(book, each));
        }

        return new(ends.Min(), ends.Max(), open);
    }

    /// <summary>How much of a total, in fen, it covers; of a negative one, what was given back already.</summary>
    public long Covering(long totalFen) => totalFen > 0 ? Math.Clamp(LeastFen, 0, totalFen) : Math.Clamp(MostFen, totalFen, 0);

    /// <summary>A decision on it holds while nothing comes in or goes out.</summary>
    public Decision Guard(Decision decision) => Open.Aggregate(decision, (sum, stream) => sum.While(stream));

    private static Int128 Of(Voucher voucher) =>
        voucher.Content.Lines.Where(line => line.Party is null && line.Account.IsWithin(ControlAccounts.Payable)).Aggregate((Int128)0, (sum, line) => sum + line.Credit - line.Debit);
}
