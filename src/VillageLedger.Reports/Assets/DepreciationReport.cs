using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>折旧计算表: the working of a month's depreciation by card: what the schedule says, what was proposed and what is missing; as known at a position.</summary>
public static class DepreciationReport
{
    public const string Name = "depreciation";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("asset", CellKind.Text), new("name", CellKind.Text), new("class", CellKind.Word), new("use", CellKind.Word), new("costFen", CellKind.Fen), new("residualFen", CellKind.Fen), new("beforeFen", CellKind.Fen),
        new("scheduledFen", CellKind.Fen), new("proposedFen", CellKind.Fen), new("missingFen", CellKind.Fen), new("accumulatedFen", CellKind.Fen), new("netFen", CellKind.Fen), new("monthsLeft", CellKind.Count),
        new("voucher", CellKind.Text),
    ];

    /// <param name="month">Null: the earliest open month.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Month? month, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var world = new WorldAt(models, at.Position);
        var asked = await OwnersAssets.MonthAsync(world, owner, month, cancellation).ConfigureAwait(false);
        var book = await world.AskAsync(known => AssetBook.Of(known, owner), cancellation).ConfigureAwait(false);
        var rows = book.Cards.Where(card => card.IsWrittenOff && card.Placed <= asked && (card.Left is not { } left || left.Month >= asked)).Select(card => Row(card, asked)).ToList();
        IReadOnlyList<object?>? totals = rows.Count < 2 ? null
            : [.. Columns.Index().Select(column => column.Index == 0 ? "" : column.Item.Kind == CellKind.Fen ? (object?)rows.Sum(row => (long)row[column.Index]!) : null)];
        return new(Name, at, Columns, rows, totals) { Subject = $"{owner} · {asked}" };
    }

    private static IReadOnlyList<object?> Row(AssetCard card, Month month)
    {
        var before = (card.Added.AccumulatedFen ?? 0) + card.Parts.Where(part => part.Month < month).Sum(part => part.Fen);
        var proposed = card.Parts.Where(part => part.Month == month).ToList();
        var (cost, accumulated) = (card.CostAt(month), before + proposed.Sum(part => part.Fen));
        return
        [
            card.Asset, card.Added.Name, card.Added.Class, card.UseAt(month), cost, card.ResidualFen, before, card.ScheduledIn(month), accumulated - before, card.DueThrough(month).Sum(due => due.Fen),
            accumulated, cost - accumulated, (long)card.MonthsLeftAfter(month), proposed.Count == 0 ? null : string.Join(", ", proposed.Select(part => part.Voucher.Value).Distinct()),
        ];
    }
}
