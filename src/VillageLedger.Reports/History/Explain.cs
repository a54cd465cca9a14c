using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What makes up one figure of a report: the vouchers, or other facts, with their positions and what each gives. They add up to the figure.</summary>
public static class Explain
{
    public const string Name = "explain";

    /// <summary>What facts say of themselves.</summary>
    public static readonly IReadOnlyList<ReportColumn> FactColumns =
    [
        new("position", CellKind.Count), new("recordedAt", CellKind.Text), new("fact", CellKind.Text), new("book", CellKind.Text), new("month", CellKind.Text), new("date", CellKind.Text), new("voucherNumber", CellKind.Text),
        new("voucher", CellKind.Text), new("summary", CellKind.Text), new("by", CellKind.Text),
    ];

    private static readonly ReportColumn[] HeadColumns = [new("report", CellKind.Text), new("subject", CellKind.Text), new("row", CellKind.Text), new("column", CellKind.Text)];

    /// <param name="read">The report as known at a moment, always with the same options.</param>
    /// <exception cref="ReportRefusedException">There is no such row or column; the message lists those that there are.</exception>
    public static async Task<ReportTable> OfAsync(ReadModels models, Func<LogMoment, Task<ReportTable>> read, LogMoment at, string row, string column, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(at);
        var table = await read(at).ConfigureAwait(false);
        var (index, of) = (RowOf(table, row), ColumnOf(table, column));
        var figure = table.Rows[index][of];
        var parts = await PartsAsync(models, new FigureChanges(models.Log, read), table, index, of, 0, at.Position, cancellation).ConfigureAwait(false);
        return new(Name, at, [.. FactColumns, ChangeOf(table.Columns[of])], await RowsAsync(models, parts, cancellation).ConfigureAwait(false), figure is long sum ? [.. FactColumns.Select(_ => (object?)null), sum] : null)
        {
            Keys = ["position"],
            Subject = table.Subject,
            Head = [.. HeadColumns.Zip((object?[])[table.Report, table.Subject, row, column], (head, cell) => new ReportHead(head, cell)), new(FigureOf(table.Columns[of]), figure)],
        };
    }

    /// <summary>What each fact after a position gives to a figure: by the lines it is the sum of, or by how it changed. Numbers add up to the figure less what it was at that position.</summary>
    internal static async Task<IReadOnlyList<(long Position, object? Change)>> PartsAsync(
        ReadModels models, FigureChanges changes, ReportTable table, int row, int column, long after, long upTo, CancellationToken cancellation)
    {
        var (key, name) = (RowKeys.AllOf(table)[row], table.Columns[column].Name);
        if (table.Rows[row][column] is long figure && table.Sources?.Invoke(row, column) is { } sources)
        {
            var view = name.EndsWith(RestatedReport.Suffix, StringComparison.Ordinal) ? models.AsRestated() : models;
            var given = await LineSources.ReadAsync(view, upTo, sources, after, cancellation).ConfigureAwait(false);
            var was = after == 0 ? 0 : await changes.CellAsync(key, name, after, cancellation).ConfigureAwait(false) as long? ?? 0;
            if (given.Values.Aggregate((Int128)0, (sum, fen) => sum + fen) == figure - was) return [.. given.Select(part => (part.Key, (object?)part.Value))];
        }

        return
        [
            .. (await changes.OfAsync(key, name, after, upTo, cancellation).ConfigureAwait(false))
                .Select(change => (change.Position, FigureChanges.ChangeOf(change.Before, change.After))),
        ];
    }

    /// <summary>What facts say of themselves, one row for each.</summary>
    internal static async Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(ReadModels models, IReadOnlyList<(long Position, object? Change)> parts, CancellationToken cancellation)
    {
        var facts = (await models.Facts.ReadAtAsync([.. parts.Select(part => part.Position).Distinct()], withHeaders: true, cancellation).ConfigureAwait(false)).ToDictionary(fact => fact.Position);
        return [.. parts.Select(part => (IReadOnlyList<object?>)[part.Position, .. FactCells.Of(facts.GetValueOrDefault(part.Position)), part.Change])];
    }

    internal static int RowOf(ReportTable table, string row)
    {
        var keys = RowKeys.AllOf(table);
        var found = RowKeys.Find(keys, row);
        return found >= 0 ? found : throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportRowUnknown, ("row", row), ("report", table.Report), ("rows", Listed(keys))));
    }

    internal static int ColumnOf(ReportTable table, string column)
    {
        var found = RowKeys.FindColumn(table, column);
        return found >= 0 ? found : throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportColumnUnknown, ("column", column), ("report", table.Report), ("columns", Listed([.. table.Columns.Select(one => one.Name)]))));
    }

    private static string Listed(IReadOnlyList<string> names)
    {
        const int Shown = 50;
        return names.Count == 0 ? "—" : string.Join(", ", names.Take(Shown)) + (names.Count > Shown ? FormattableString.Invariant($" … ({names.Count})") : "");
    }

    /// <summary>The column of what a fact gives: of the figure's kind, named by its unit.</summary>
    internal static ReportColumn ChangeOf(ReportColumn of) => new(NameOf("change", of), of.Kind is CellKind.Word ? CellKind.Text : of.Kind, ShowsZero: true);

    private static ReportColumn FigureOf(ReportColumn of) => new(NameOf("figure", of), of.Kind is CellKind.Word ? CellKind.Text : of.Kind);

    internal static string NameOf(string name, ReportColumn of) => of.Kind switch
    {
        CellKind.Fen => name + "Fen",
        CellKind.Ppm => name + "Ppm",
        CellKind.Quantity => name + "Thousandths",
        _ => name,
    };
}
