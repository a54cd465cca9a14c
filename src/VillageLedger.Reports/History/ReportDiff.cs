using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The same report at two positions: each cell that changed, and below it the vouchers, or other facts, that changed it. Their changes add up to the difference.</summary>
public static class ReportDiff
{
    public const string Name = "diff";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("row", CellKind.Text), new("state", CellKind.Word), new("column", CellKind.Text), new("entry", CellKind.Word), new("fromFen", CellKind.Fen, OnlyIfFilled: true), new("toFen", CellKind.Fen, OnlyIfFilled: true),
        new("differenceFen", CellKind.Fen, OnlyIfFilled: true), new("from", CellKind.Text, OnlyIfFilled: true), new("to", CellKind.Text, OnlyIfFilled: true), new("difference", CellKind.Count, OnlyIfFilled: true), .. Explain.FactColumns,
    ];

    private static readonly ReportColumn[] HeadColumns = [new("report", CellKind.Text), new("fromPosition", CellKind.Count), new("toPosition", CellKind.Count)];

    /// <param name="read">The report as known at a moment, always with the same options.</param>
    public static async Task<ReportTable> OfAsync(ReadModels models, Func<LogMoment, Task<ReportTable>> read, LogMoment from, LogMoment to, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.Position > to.Position) throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportDiffBackwards, ("from", from.Position), ("to", to.Position)));
        var changes = new FigureChanges(models.Log, read);
        var after = await read(to).ConfigureAwait(false);
        var before = await changes.TableAsync(from.Position, cancellation).ConfigureAwait(false);
        var rows = new List<IReadOnlyList<object?>>();
        var (keys, keysBefore) = (RowKeys.AllOf(after), before is null ? [] : RowKeys.AllOf(before));
        foreach (var key in keys.Concat(keysBefore.Except(keys)))
        {
            var (now, then) = (RowKeys.Find(keys, key), RowKeys.Find(keysBefore, key));
            var state = then < 0 ? "added" : now < 0 ? "removed" : "changed";
            foreach (var (name, column) in ColumnsOf(after, before))
            {
                var (atFrom, atTo) = (CellOf(before, then, name), CellOf(after, now, name));
                if (FigureChanges.IsSame(atFrom, atTo)) continue;
                rows.Add([key, state, name, "figure", .. Cells(column, atFrom, atTo, DifferenceOf(atFrom, atTo)), .. Explain.FactColumns.Select(_ => (object?)null)]);
                var parts = now >= 0 && RowKeys.FindColumn(after, name) is >= 0 and var index
                    ? await Explain.PartsAsync(models, changes, after, now, index, from.Position, to.Position, cancellation).ConfigureAwait(false)
                    : await WalkAsync(changes, key, name, from.Position, to.Position, cancellation).ConfigureAwait(false);
                foreach (var part in await Explain.RowsAsync(models, parts, cancellation).ConfigureAwait(false))
                    rows.Add([key, state, name, "fact", .. Cells(column, null, part[^1] is long ? null : part[^1], part[^1] as long?), .. part.Take(part.Count - 1)]);
            }
        }

        return new(Name, to, Columns, rows)
        {
            Keys = ["row", "column", "entry", "position"],
            Subject = after.Subject,
            Head = [.. HeadColumns.Zip((object?[])[after.Report, from.Position, to.Position], (head, cell) => new ReportHead(head, cell))],
        };
    }

    private static async Task<IReadOnlyList<(long Position, object? Change)>> WalkAsync(FigureChanges changes, string row, string column, long from, long to, CancellationToken cancellation) =>
    [
        .. (await changes.OfAsync(row, column, from, to, cancellation).ConfigureAwait(false)).Select(change => (change.Position, FigureChanges.ChangeOf(change.Before, change.After))),
    ];

    /// <summary>Columns of both, those that tell rows apart left out: a row with another key is another row.</summary>
    private static IEnumerable<(string Name, ReportColumn Column)> ColumnsOf(ReportTable after, ReportTable? before) =>
        after.Columns.Concat(before?.Columns ?? []).DistinctBy(column => column.Name).Where(column => !after.Keys.Contains(column.Name)).Select(column => (column.Name, column));

    private static object? CellOf(ReportTable? table, int row, string column)
    {
        if (table is null || row < 0) return null;
        var index = RowKeys.FindColumn(table, column);
        return index < 0 ? null : table.Rows[row][index];
    }

    private static long? DifferenceOf(object? from, object? to) => from is null or long && to is null or long && !(from is null && to is null) ? (to as long? ?? 0) - (from as long? ?? 0) : null;

    /// <summary>fromFen, toFen, differenceFen, from, to, difference: amounts in the first three, all else in the others.</summary>
    private static object?[] Cells(ReportColumn column, object? from, object? to, long? difference) =>
        column.Kind == CellKind.Fen ? [from, to, difference, null, null, null] : [null, null, null, Shown(from), Shown(to), difference];

    private static string? Shown(object? cell) => cell is null ? null : ReportTable.PlainOf(cell);
}
