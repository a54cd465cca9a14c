using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>An owner's contracts as known at a position, with what its book shows of them up to a day.</summary>
internal sealed record ContractsAt(
    ContractRegister Register,
    IReadOnlyDictionary<string, ContractBalance> Balances,
    IReadOnlyDictionary<(string Contract, int Number), (RaisedInstalment Instalment, ReceivablesProposed In)> Raised,
    IReadOnlyDictionary<string, long> DepositsHeld)
{
    public static async Task<ContractsAt> ReadAsync(ReadModels models, LogMoment at, Owner book, DateOnly date, CancellationToken cancellation)
    {
        var world = new WorldAt(models, at.Position);
        var accounts = await world.AskAsync(known => known.Accounts(book), cancellation).ConfigureAwait(false);
        if (!accounts.IsOpen) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", book)));
        return await world.AskAsync(known => Of(known, book, date), cancellation).ConfigureAwait(false);
    }

    /// <summary>The day that a report is of: the one asked for, else the period's last, else that of the newest fact.</summary>
    public static DateOnly DayOf(LogMoment at, DateOnly? date, Period? period) =>
        date ?? period?.To.LastDay ?? (at.RecordedAt is { } recorded ? ReportTime.DayOf(recorded) : DateOnly.MinValue);

    public static async Task<IReadOnlyDictionary<Holder, string>> NamesAsync(ReadModels models, LogMoment at, IEnumerable<Holder> parties, PersonNaming? persons, CancellationToken cancellation)
    {
        // Every projection of holders keeps the names that facts give; this one is small and always has them.
        await models.CatchUpAsync(HoldingsProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        return await HolderNames.ReadAsync(models.Readers, HoldingsProjection.Schema, at.Position, parties, persons, cancellation).ConfigureAwait(false);
    }

    /// <summary><c>ended</c>, <c>expired</c>, <c>running</c> or <c>pending</c>.</summary>
    public static string StateOf(Contract contract, DateOnly date) =>
        contract.Ended < date ? "ended" : contract.LastDay < date ? "expired" : contract.Agreed.From > date ? "pending" : "running";

    private static ContractsAt Of(World world, Owner book, DateOnly date)
    {
        var register = world.Contracts(book);
        return new(
            register, ContractBalances.Of(world, book, date), register.Raised(world),
            register.Contracts.Values.ToDictionary(contract => contract.Id, contract => ContractRegister.DepositHeld(world, contract)));
    }
}
