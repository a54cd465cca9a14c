namespace VillageLedger;

/// <summary>What the vouchers of deposits have in common.</summary>
internal static class DepositVoucher
{
    public static VoucherContent Of(DateOnly date, string summary, IReadOnlyList<VoucherLine> lines, string contract) =>
        new("记", date, VoucherKind.Ordinary, summary, lines, 0, Cause: $"deposit:{contract}");

    /// <summary>A deposit that came in is not taken back once it went back: what gave it back is taken back first.</summary>
    /// <param name="taken">What is taken back with it, and still counts in the world.</param>
    public static Refusal? Reversal(World world, Owner owner, VoucherId reversed, IReadOnlyCollection<VoucherId> taken)
    {
        if (ReceivedBy(world, owner, reversed) is not { } contract) return null;
        var fen = contract.DepositsReceived.Where(received => received.Voucher == reversed || taken.Contains(received.Voucher)).Sum(received => received.AmountFen);
        var held = ContractRegister.DepositReturnable(world, contract);
        return fen > held ? Refusal.Of(RefusalCode.DepositBeyond, ("contract", contract.Id), ("amount", new Money(fen)), ("limit", new Money(Math.Max(held, 0)))) : null;
    }

    /// <summary>A red voucher that was taken because a deposit is still held is posted while that is so.</summary>
    public static Decision GuardReversal(World world, Decision decision, Owner owner, VoucherContent content) =>
        content.Reverses is { } reversed && ReceivedBy(world, owner, reversed) is { } contract ? Guard(decision, contract, owner).While(Streams.Contracts(owner)) : decision;

    private static Contract? ReceivedBy(World world, Owner owner, VoucherId voucher) =>
        world.Contracts(owner).Contracts.Values.FirstOrDefault(contract => contract.DepositsReceived.Exists(received => received.Voucher == voucher));

    /// <summary>What is held was read from the months of earlier vouchers: it holds while they stay as they are.</summary>
    public static Decision Guard(Decision decision, Contract contract, Owner book) =>
        contract.DepositsReceived.Select(received => received.Date).Concat(contract.DepositsReturned.Select(returned => returned.Date))
            .Select(date => Streams.Book(book, Month.Of(date))).Distinct().Except(decision.Facts.Select(fact => fact.Stream)).Aggregate(decision, (sum, stream) => sum.While(stream));
}
