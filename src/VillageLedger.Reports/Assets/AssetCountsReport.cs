using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>资产盘点表: what an owner's counts found, did not find, found without a card, and did not look for; as known at a position.</summary>
public static class AssetCountsReport
{
    public const string Name = "asset-counts";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("count", CellKind.Text), new("date", CellKind.Text), new("asset", CellKind.Text), new("name", CellKind.Text), new("result", CellKind.Word), new("condition", CellKind.Text),
        new("costFen", CellKind.Fen), new("netFen", CellKind.Fen), new("voucher", CellKind.Text),
    ];

    /// <param name="period">Counts of these months only.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var world = new WorldAt(models, at.Position);
        var (register, book) = await world.AskAsync(known => (known.Assets(owner), AssetBook.Of(known, owner)), cancellation).ConfigureAwait(false);
        if (!book.Accounts.IsOpen) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        var counts = register.Counts.Where(count => period is null || Month.Of(count.Date) is var month && period.From <= month && month <= period.To);
        return new(Name, at, Columns, [.. counts.SelectMany(count => Rows(register, book, count))]) { Subject = period is null ? owner.Address : $"{owner} · {period}" };
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(AssetRegister register, AssetBook book, AssetsCounted count)
    {
        var missing = count.Missing?.ToDictionary(asset => asset.Asset, StringComparer.Ordinal);
        foreach (var counted in count.Counted)
        {
            var gone = missing?.GetValueOrDefault(counted.Asset);
            yield return Row(
                count, counted.Asset, register.Cards[counted.Asset].Added.Name, counted.Found ? "found" : "missing", counted.Condition, gone?.CostFen, gone?.CostFen - gone?.AccumulatedFen,
                gone is null ? null : count.Voucher);
        }

        foreach (var surplus in count.Surplus ?? []) yield return Row(count, null, surplus.Name, "surplus", surplus.Condition, null, null, null);
        var seen = count.Counted.Select(counted => counted.Asset).ToHashSet(StringComparer.Ordinal);
        foreach (var card in book.Cards.Where(card => card.Added.PlacedOn <= count.Date && !seen.Contains(card.Asset) && !(card.Left is { } left && left.Date <= count.Date)))
            yield return Row(count, card.Asset, card.Added.Name, "not-counted", null, null, null, null);
    }

    private static IReadOnlyList<object?> Row(AssetsCounted count, string? asset, string name, string result, string? condition, long? cost, long? net, VoucherId? voucher) =>
        [count.Count, ReportTime.Format(count.Date), asset, name, result, condition, cost, net, voucher?.Value];
}
