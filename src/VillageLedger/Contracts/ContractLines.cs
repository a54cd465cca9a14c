namespace VillageLedger;

/// <summary>What must hold for lines of vouchers that name a contract.</summary>
internal static class ContractLines
{
    /// <summary>An owner that registers its contracts names no others on its vouchers: a slip in an id would leave money of a contract out of its arrears.</summary>
    public static Refusal? Check(World world, Owner owner, int number, VoucherLine line) =>
        line.Contract is { } contract && world.Contracts(owner) is { Contracts.Count: > 0 } register && register.Find(contract) is null
            ? Refusal.Of(RefusalCode.LineContractUnknown, ("line", number), ("contract", contract), ("book", owner))
            : null;
}
