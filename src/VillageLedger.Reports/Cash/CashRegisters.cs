using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>An owner's registers of cash and banks, as known at a position.</summary>
internal static class CashRegisters
{
    /// <summary>What is asked of a book that is open, folded from its streams.</summary>
    public static async Task<T> AskAsync<T>(ReadModels models, LogMoment at, Owner owner, Func<World, T> ask, CancellationToken cancellation)
    {
        var known = new WorldAt(models, at.Position);
        if (!(await known.AskAsync(world => world.Accounts(owner), cancellation).ConfigureAwait(false)).IsOpen) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        return await known.AskAsync(ask, cancellation).ConfigureAwait(false);
    }

    /// <summary>The bank accounts of an owner, or the one that is asked for.</summary>
    public static List<BankAccountRegistered> Accounts(World world, Owner owner, string? account)
    {
        var all = world.Cash(owner).BankAccounts.Values.Select(state => state.Registered).Where(state => account is null || state.BankAccount == account).ToList();
        if (account is not null && all.Count == 0 && world.IsComplete) throw new ReportRefusedException(Refusal.Of(RefusalCode.BankAccountUnknown, ("bankAccount", account), ("owner", owner)));
        return all;
    }
}
