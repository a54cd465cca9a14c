using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>现金盘点: each count beside what the book said, and what became of the difference; as known at a position.</summary>
public static class CashCountsReport
{
    public const string Name = "cash-counts";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("date", CellKind.Text), new("countedFen", CellKind.Fen), new("bookedFen", CellKind.Fen), new("differenceFen", CellKind.Fen),
        new("countedBy", CellKind.Text), new("witnesses", CellKind.Text), new("voucher", CellKind.Text, OnlyIfFilled: true), new("voucherStage", CellKind.Word, OnlyIfFilled: true),
    ];

    /// <param name="period">Null: all counts.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, CancellationToken cancellation = default)
    {
        var counts = await CashRegisters.AskAsync(
            models, at, owner, world => world.Cash(owner).Counts.OrderBy(count => count.Date).ThenBy(count => count.Account).Select(count => (Count: count, Stage: StageOf(world, count.Voucher))).ToList(), cancellation).ConfigureAwait(false);
        return new(Name, at, Columns, [.. counts.Where(each => period is null || (period.From.FirstDay <= each.Count.Date && each.Count.Date <= period.To.LastDay)).Select(each => Row(each.Count, each.Stage))])
        {
            Subject = period is null ? owner.Address : $"{owner} · {period}",
        };
    }

    private static string? StageOf(World world, VoucherId? id)
    {
        if (id is not { } voucher || world.PlaceOf(voucher) is not { } place || world.Book(place.Owner, place.Month).Find(voucher) is not { } found) return null;
        return found.ReversedBy is not null ? "reversed" : found.Stage switch
        {
            VoucherStage.Posted => "posted",
            VoucherStage.Discarded => "discarded",
            _ => "waiting",
        };
    }

    private static IReadOnlyList<object?> Row(CashCounted count, string? stage) =>
    [
        count.Account.Value, ReportTime.Format(count.Date), count.CountedFen, count.BookedFen, count.CountedFen - count.BookedFen, count.CountedBy.Value,
        string.Join("; ", count.Witnesses), count.Voucher?.Value, stage,
    ];
}
