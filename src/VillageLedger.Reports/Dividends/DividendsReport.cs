using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Dividends of a payer, or of a holder wherever it has a part: declared, paid and unpaid for each holder, as known at a position. A dividend that is only proposed, or
/// was withdrawn, owes nobody anything and has one row without a holder.
/// </summary>
public static class DividendsReport
{
    public const string Name = "dividends";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("dividend", CellKind.Text), new("year", CellKind.Count), new("holder", CellKind.Text), new("declaredFen", CellKind.Fen), new("paidFen", CellKind.Fen), new("unpaidFen", CellKind.Fen),
        new("name", CellKind.Text), new("state", CellKind.Word), new("payBy", CellKind.Text, OnlyIfFilled: true), new("overdue", CellKind.Flag), new("unclaimed", CellKind.Flag),
        new("weight", CellKind.Count), new("proposedFen", CellKind.Fen), new("payer", CellKind.Text), new("payerName", CellKind.Text),
    ];

    /// <summary>Rows of dividends in years $2 to $3 as known at $1; what is to be found is added.</summary>
    private const string Known =
        """
        select d.dividend, d.year, d.payer, d.distribute_fen, r.pay_by, r.position is not null as resolved, w.position is not null as withdrawn
        from dividends_1.dividend d
        left join dividends_1.resolution r on r.dividend = d.dividend and r.position <= $1
        left join dividends_1.withdrawal w on w.dividend = d.dividend and w.position <= $1
        where d.position <= $1 and d.year between $2 and $3
        """;

    private const string Parts =
        """
        select k.*, p.holder, p.weight, p.part_fen, coalesce(paid.fen, 0)::bigint,
               exists (select from dividends_1.unclaimed u where u.dividend = p.dividend and u.holder = p.holder and u.position <= $1 and u.position > coalesce(paid.last, 0))
        from (KNOWN) as k
        left join dividends_1.part p on k.resolved and not k.withdrawn and p.dividend = k.dividend and p.holder <> k.payer and p.part_fen <> 0
        left join lateral (
            select sum(amount_fen) as fen, max(position) filter (where amount_fen > 0) as last from dividends_1.payment y
            where y.dividend = p.dividend and y.holder = p.holder and y.position <= $1) as paid on true
        """;

    /// <param name="payer">Whose dividends; null: of every payer.</param>
    /// <param name="holder">Whose parts; null: of every holder. One of the two is given.</param>
    /// <param name="period">Dividends of its years; null: of all.</param>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Owner? payer, Holder? holder, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        await models.CatchUpAsync(DividendsProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        var lines = await LinesAsync(models.Readers, at.Position, payer, holder, period, cancellation).ConfigureAwait(false);
        var names = await HolderNames.ReadAsync(
            models.Readers, DividendsProjection.Schema, at.Position, lines.Select(line => line.Holder).OfType<Holder>().Concat(lines.Select(line => line.Payer)), persons, cancellation).ConfigureAwait(false);
        var today = at.RecordedAt is { } recorded ? ReportTime.DayOf(recorded) : DateOnly.MinValue;
        var rows = lines.Select(line => line.Cells(today, names)).ToList();
        IReadOnlyList<object?>? totals = lines.Count < 2 ? null
            : ["", null, "", lines.Sum(line => line.DeclaredFen), lines.Sum(line => line.PaidFen), lines.Sum(line => line.UnpaidFen), "", "", "", null, null, null, null, "", ""];
        return new(Name, at, Columns, rows, totals) { Subject = string.Join(" · ", new[] { payer?.Address, holder?.Address, period?.ToString() }.OfType<string>()) };
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(Readers readers, long position, Owner? payer, Holder? holder, Period? period, CancellationToken cancellation)
    {
        List<object> values = [position, period?.From.Year ?? 0, period?.To.Year ?? int.MaxValue];
        var known = Known;
        if (payer is { } given)
        {
            values.Add(given.Address);
            known += $" and d.payer = ${values.Count}";
        }

        var having = "";
        if (holder is { } asked)
        {
            values.Add(asked.Address);
            known += $" and d.dividend in (select dividend from dividends_1.part where holder = ${values.Count})";
            having = $" where p.holder = ${values.Count}";
        }

        return await SqlRows.ReadAsync(
            readers, $"{Parts.Replace("KNOWN", known, StringComparison.Ordinal)}{having} order by k.year, k.dividend, p.holder",
            reader => new Line(
                reader.GetString(0), reader.GetInt32(1), reader.Holder(2), reader.GetInt64(3), reader.Optional(4, reader.Day), reader.GetBoolean(5), reader.GetBoolean(6), reader.Optional(7, reader.Holder),
                reader.Optional(8, reader.GetInt64), reader.Optional(9, reader.GetInt64) ?? 0, reader.GetInt64(10), reader.GetBoolean(11)),
            cancellation, values).ConfigureAwait(false);
    }

    private sealed record Line(
        string Dividend, int Year, Holder Payer, long ProposedFen, DateOnly? PayBy, bool IsResolved, bool IsWithdrawn, Holder? Holder, long? Weight, long DeclaredFen, long PaidFen, bool IsUnclaimed)
    {
        public long UnpaidFen => DeclaredFen - PaidFen;

        private string State => IsWithdrawn ? "withdrawn" : IsResolved ? "resolved" : "proposed";

        public IReadOnlyList<object?> Cells(DateOnly today, IReadOnlyDictionary<Holder, string> names) =>
        [
            Dividend, (long)Year, Holder?.Address, DeclaredFen, PaidFen, UnpaidFen, Holder is { } holder ? names.GetValueOrDefault(holder) : null, State,
            PayBy is { } payBy ? ReportTime.Format(payBy) : null, UnpaidFen > 0 && PayBy < today, IsUnclaimed, Weight, ProposedFen, Payer.Address, names.GetValueOrDefault(Payer),
        ];
    }
}
