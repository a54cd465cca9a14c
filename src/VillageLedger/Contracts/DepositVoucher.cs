namespace VillageLedger;

/// <summary>What the vouchers of deposits have in common.</summary>
internal static class DepositVoucher
{
    public static VoucherContent Of(DateOnly date, string summary, IReadOnlyList<VoucherLine> lines, string contract) =>
        new("记", date, VoucherKind.Ordinary, summary, lines, 0, Cause: $"deposit:{contract}");

    /// <summary>What is held was read from the months of earlier vouchers: it holds while they stay as they are.</summary>
    public static Decision Guard(Decision decision, Contract contract, Owner book) =>
        contract.DepositsReceived.Select(received => received.Date).Concat(contract.DepositsReturned.Select(returned => returned.Date))
            .Select(date => Streams.Book(book, Month.Of(date))).Distinct().Except(decision.Facts.Select(fact => fact.Stream)).Aggregate(decision, (sum, stream) => sum.While(stream));
}
