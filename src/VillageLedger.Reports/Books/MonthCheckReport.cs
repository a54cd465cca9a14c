using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What must be done before a month is closed, by the same checks that closing makes, as known at a position.</summary>
public static class MonthCheckReport
{
    public static readonly IReadOnlyList<ReportColumn> Columns = [new("check", CellKind.Word), new("state", CellKind.Word), new("detail", CellKind.Text)];

    /// <param name="month">Null: the earliest open month.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Month? month, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var world = new WorldAt(models, at.Position);
        var accounts = await world.AskAsync(known => known.Accounts(owner), cancellation).ConfigureAwait(false);
        if (!accounts.IsOpen) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        var asked = month ?? await world.AskAsync(known => MonthCheck.EarliestOpen(known, owner), cancellation).ConfigureAwait(false);
        if (accounts.At(asked).FirstMonth is var first && asked < first) throw new ReportRefusedException(Refusal.Of(RefusalCode.DateBeforeBook, ("date", asked), ("month", first)));
        var checks = await world.AskAsync(known => MonthCheck.Of(known, owner, asked), cancellation).ConfigureAwait(false);
        var rows = checks.Select(check => (IReadOnlyList<object?>)[check.Check, check.StateName, check.Detail(language)]).ToList();
        return new("month-check", at, Columns, rows) { Subject = $"{owner} · {asked}" };
    }
}
