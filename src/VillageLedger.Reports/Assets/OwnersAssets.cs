namespace VillageLedger.Reports;

/// <summary>What the reports on an owner's assets begin with.</summary>
internal static class OwnersAssets
{
    /// <summary>The month that is asked for, the earliest open one unless given; refused where there is no book, or none yet.</summary>
    public static async Task<Month> MonthAsync(WorldAt world, Owner owner, Month? month, CancellationToken cancellation)
    {
        var accounts = await world.AskAsync(known => known.Accounts(owner), cancellation).ConfigureAwait(false);
        if (!accounts.IsOpen) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        var asked = month ?? await world.AskAsync(known => MonthCheck.EarliestOpen(known, owner), cancellation).ConfigureAwait(false);
        if (asked < accounts.FirstMonth) throw new ReportRefusedException(Refusal.Of(RefusalCode.DateBeforeBook, ("date", asked), ("month", accounts.FirstMonth)));
        return asked;
    }
}
