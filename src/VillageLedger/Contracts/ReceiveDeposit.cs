namespace VillageLedger;

/// <summary>Proposes the voucher by which the deposit of a contract comes in (收押金).</summary>
/// <param name="AmountFen">In fen; what is agreed and not received unless given.</param>
/// <param name="Account">Where the money goes; the first bank account unless given.</param>
public sealed record ReceiveDeposit(string Id, UserId By, Owner Book, string Contract, DateOnly Date, long? AmountFen, AccountCode? Account) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReceiveDeposit(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Text("contract", 64), fields.Date("date"), fields.OptionalAmountOrZero("amountFen"),
            fields.Optional<AccountCode>("account"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownContract.FindWithDeposit(world, Book, Contract, out var contract) is { } fault) return fault;
        if (VoucherRules.CheckMonth(world, Book, Date) is { } closed) return closed;
        var open = contract.Agreed.DepositFen!.Value - ContractRegister.DepositHeld(world, contract);
        var fen = AmountFen ?? open;
        if (fen <= 0 || fen > open) return Refusal.Of(RefusalCode.DepositBeyond, ("contract", Contract), ("amount", new Money(fen)), ("limit", new Money(Math.Max(open, 0))));
        var lines = new ContractAccounts(world, Book).DepositIn(contract.Agreed, fen, Account);
        var decision = Proposals.One(world, this, Book, DepositVoucher.Of(Date, $"收押金 {Contract}", lines, Contract));
        return decision.Refusal is not null
            ? decision
            : DepositVoucher.Guard(decision, contract, Book).And(Streams.Contracts(Book), new DepositReceived(Book, Contract, AsVoucher, Date, fen));
    }
}
