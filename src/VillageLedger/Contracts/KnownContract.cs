namespace VillageLedger;

/// <summary>Finding the contract that a request is about.</summary>
internal static class KnownContract
{
    /// <summary>The contract, or that there is none.</summary>
    public static Refusal? Find(World world, Owner owner, string id, out Contract contract)
    {
        contract = world.Contracts(owner).Find(id)!;
        return contract is null ? Refusal.Of(RefusalCode.ContractUnknown, ("contract", id)) : null;
    }

    /// <summary>A contract that was not ended, or why its terms cannot change.</summary>
    public static Refusal? FindRunning(World world, Owner owner, string id, out Contract contract)
    {
        if (Find(world, owner, id, out contract) is { } unknown) return unknown;
        return contract.Ended is { } ended ? Refusal.Of(RefusalCode.ContractOver, ("contract", id), ("date", VoucherRules.Text(ended))) : null;
    }

    /// <summary>A contract of an open book by which the owner is paid and a deposit was agreed.</summary>
    public static Refusal? FindWithDeposit(World world, Owner owner, string id, out Contract contract)
    {
        contract = null!;
        if (!world.Accounts(owner).IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", owner));
        if (Find(world, owner, id, out contract) is { } unknown) return unknown;
        return contract is { IsReceivable: true, Agreed.DepositFen: > 0 } ? null : Refusal.Of(RefusalCode.DepositNotAgreed, ("contract", id));
    }

    public static Refusal NotInForce(Contract contract, DateOnly date) => Refusal.Of(
        RefusalCode.ContractNotInForce, ("contract", contract.Id), ("date", VoucherRules.Text(date)), ("from", VoucherRules.Text(contract.Agreed.From)), ("to", VoucherRules.Text(contract.LastDay)));
}
