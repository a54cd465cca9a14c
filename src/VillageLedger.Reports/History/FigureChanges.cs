using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// How a figure came to be what it is, found by asking the report at earlier positions: the facts at which it changed. For figures that are no sums of lines. A stretch at whose ends it is the same is
/// taken not to have changed it, so what was done and undone within one stretch may stay hidden; what is found always adds up.
/// </summary>
internal sealed class FigureChanges(EventLog log, Func<LogMoment, Task<ReportTable>> read)
{
    private readonly Dictionary<long, ReportTable?> tables = [];

    /// <summary>What a cell was after each fact that changed it, from after a position up to another one.</summary>
    public async Task<IReadOnlyList<(long Position, object? Before, object? After)>> OfAsync(string row, string column, long from, long to, CancellationToken cancellation)
    {
        var found = new List<(long, object?, object?)>();
        await WalkAsync(from, await CellAsync(row, column, from, cancellation).ConfigureAwait(false), to, await CellAsync(row, column, to, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        return found;

        async Task WalkAsync(long low, object? atLow, long high, object? atHigh)
        {
            if (IsSame(atLow, atHigh)) return;
            if (high - low == 1)
            {
                found.Add((high, atLow, atHigh));
                return;
            }

            var middle = low + (high - low) / 2;
            var atMiddle = await CellAsync(row, column, middle, cancellation).ConfigureAwait(false);
            await WalkAsync(low, atLow, middle, atMiddle).ConfigureAwait(false);
            await WalkAsync(middle, atMiddle, high, atHigh).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a figure is the same; one that is not there yet and zero are.</summary>
    public static bool IsSame(object? left, object? right) => Equals(left, right) || (left is null or 0L && right is null or 0L);

    /// <summary>What changed: the difference of numbers, or what a text became.</summary>
    public static object? ChangeOf(object? before, object? after) => before is null or long && after is null or long ? (after as long? ?? 0) - (before as long? ?? 0) : after;

    /// <summary>A cell as known at a position; null where the report, the row or the column was not there yet.</summary>
    public async Task<object?> CellAsync(string row, string column, long position, CancellationToken cancellation)
    {
        if (await TableAsync(position, cancellation).ConfigureAwait(false) is not { } table) return null;
        var (index, at) = (RowKeys.Find(RowKeys.AllOf(table), row), RowKeys.FindColumn(table, column));
        return index < 0 || at < 0 ? null : table.Rows[index][at];
    }

    /// <summary>The report at a position; null where it could not be given yet.</summary>
    public async Task<ReportTable?> TableAsync(long position, CancellationToken cancellation)
    {
        if (tables.TryGetValue(position, out var known)) return known;
        if (tables.Count > Kept) tables.Clear();
        try
        {
            var at = await log.AtPositionAsync(position, cancellation).ConfigureAwait(false);
            return tables[position] = at is null ? null : await read(at).ConfigureAwait(false);
        }
        catch (ReportRefusedException)
        {
            return tables[position] = null;
        }
    }

    /// <summary>How many tables are remembered; a walk comes back to the latest ones only.</summary>
    private const int Kept = 64;
}
