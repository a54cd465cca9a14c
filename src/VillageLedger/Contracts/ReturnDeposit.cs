namespace VillageLedger;

/// <summary>Proposes the voucher by which the deposit of a contract goes back (退押金), as money or set off against what the party owes.</summary>
/// <param name="AmountFen">What leaves the deposit, in fen; all that came in by posted vouchers and is held unless given.</param>
/// <param name="OffsetFen">The part of it that is set off (抵欠款); none unless given.</param>
/// <param name="Account">Where the money comes from; the first bank account unless given.</param>
public sealed record ReturnDeposit(string Id, UserId By, Owner Book, string Contract, DateOnly Date, long? AmountFen, long? OffsetFen, AccountCode? Account) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReturnDeposit(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Text("contract", 64), fields.Date("date"), fields.OptionalAmountOrZero("amountFen"),
            fields.OptionalAmountOrZero("offsetFen"), fields.Optional<AccountCode>("account"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownContract.FindWithDeposit(world, Book, Contract, out var contract) is { } fault) return fault;
        if (VoucherRules.CheckMonth(world, Book, Date) is { } closed) return closed;
        var held = ContractRegister.DepositReturnable(world, contract);
        var (fen, offset) = (AmountFen ?? held, OffsetFen ?? 0);
        if (fen <= 0 || fen > held) return Refusal.Of(RefusalCode.DepositBeyond, ("contract", Contract), ("amount", new Money(fen)), ("limit", new Money(Math.Max(held, 0))));
        if (offset > fen) return Refusal.Of(RefusalCode.DepositBeyond, ("contract", Contract), ("amount", new Money(offset)), ("limit", new Money(fen)));
        var lines = new ContractAccounts(world, Book).DepositOut(contract.Agreed, fen, offset, Account);
        var decision = Proposals.One(world, this, Book, DepositVoucher.Of(Date, $"退押金 {Contract}", lines, Contract));
        return decision.Refusal is not null
            ? decision
            : DepositVoucher.Guard(decision, contract, Book).And(Streams.Contracts(Book), new DepositReturned(Book, Contract, AsVoucher, Date, fen, offset == 0 ? null : offset));
    }
}
