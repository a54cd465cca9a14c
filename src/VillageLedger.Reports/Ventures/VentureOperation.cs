using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// The running of a venture month by month: what was booked as received and is nobody's yet (2241 without a party), what was spent of it, what allocations took or
/// gave back, and what is left; beside it what was allocated of each month's income.
/// </summary>
public static class VentureOperation
{
    public const string Name = "venture-operation";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("month", CellKind.Text), new("receivedFen", CellKind.Fen), new("spentFen", CellKind.Fen), new("distributedFen", CellKind.Fen), new("undistributedFen", CellKind.Fen),
        new("allocatedFen", CellKind.Fen), new("retainedFen", CellKind.Fen), new("topUpFen", CellKind.Fen),
    ];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, string venture, Period? period, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(at);
        var rows = await VentureRows.FindAsync(models, at.Position, venture, cancellation).ConfigureAwait(false);
        var upTo = period?.To ?? new Month(9999, 12);
        var booked = (await rows.RowsAsync(
            """
            select month, coalesce(sum(credit_fen) filter (where cause is null), 0)::bigint, coalesce(sum(debit_fen) filter (where cause is null), 0)::bigint,
                   coalesce(sum(debit_fen - credit_fen) filter (where cause is not null), 0)::bigint
            from ventures_1.control where venture = $1 and position <= $2 and month <= $3 and side = 'venture' and holder is null group by month order by month
            """,
            reader => (Month: reader.Month(0), ReceivedFen: reader.GetInt64(1), SpentFen: reader.GetInt64(2), DistributedFen: reader.GetInt64(3)), cancellation, upTo.Key).ConfigureAwait(false))
            .ToDictionary(row => row.Month);
        var allocated = (await rows.AllocatedTotalsAsync(upTo, cancellation).ConfigureAwait(false)).ToDictionary(row => row.Month);
        var left = 0L;
        var lines = new List<Line>();
        foreach (var month in booked.Keys.Union(allocated.Keys).Order())
        {
            var (_, received, spent, distributed) = booked.GetValueOrDefault(month);
            var (_, total, retained, topUp) = allocated.GetValueOrDefault(month);
            left += received - spent - distributed;
            lines.Add(new(month, received, spent, distributed, left, total, retained, topUp));
        }

        var shown = lines.Where(line => period is null || line.Month >= period.From).ToList();
        return new(Name, at, Columns, [.. shown.Select(line => line.Cells)], shown.Count < 2 ? null : TotalsOf(shown)) { Subject = period is null ? rows.Subject : $"{rows.Subject} · {period}" };
    }

    private static IReadOnlyList<object?> TotalsOf(IReadOnlyList<Line> lines) =>
    [
        "", lines.Sum(line => line.ReceivedFen), lines.Sum(line => line.SpentFen), lines.Sum(line => line.DistributedFen), lines[^1].UndistributedFen,
        lines.Sum(line => line.AllocatedFen), lines.Sum(line => line.RetainedFen), lines.Sum(line => line.TopUpFen),
    ];

    private sealed record Line(Month Month, long ReceivedFen, long SpentFen, long DistributedFen, long UndistributedFen, long AllocatedFen, long RetainedFen, long TopUpFen)
    {
        public IReadOnlyList<object?> Cells => [Month.ToString(), ReceivedFen, SpentFen, DistributedFen, UndistributedFen, AllocatedFen, RetainedFen, TopUpFen];
    }
}
