using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// What an owner got of joint projects and companies and gave its members or shareholders, in total: what was allocated and declared, and what was paid; of the period and of its last year up to the period's end.
/// Nobody's part stands in it.
/// </summary>
internal static class DisclosedParts
{
    /// <summary>Everything in one look. $1 the owner, $2 the position; $3 and $4 the period's first and last day, $5 its last year's first.</summary>
    private const string Sums =
        """
        select item, coalesce(sum(fen) filter (where day >= $3), 0)::bigint, coalesce(sum(fen) filter (where day >= $5), 0)::bigint from (
            select 'allocated' as item, to_date(a.month::text, 'YYYYMM') as day, p.part_fen as fen
            from ventures_1.part p join ventures_1.allocation a on a.allocation = p.allocation and a.position <= $2 where p.holder = $1
            and exists (select from ventures_1.stage s where s.allocation = a.allocation and s.stage = 'confirmed' and s.position <= $2)
            and not exists (select from ventures_1.stage s where s.allocation = a.allocation and s.stage = 'reversed' and s.position <= $2)
            union all select 'allocation-received', day, amount_fen from ventures_1.payment where holder = $1 and position <= $2
            union all select 'dividend-received', day, amount_fen from dividends_1.payment where holder = $1 and position <= $2
            union all select 'dividend-declared', r.resolved_on, r.declared_fen
            from dividends_1.dividend d join dividends_1.resolution r on r.dividend = d.dividend and r.position <= $2 where d.payer = $1
            and not exists (select from dividends_1.withdrawal w where w.dividend = d.dividend and w.position <= $2)
            union all select 'dividend-paid', y.day, y.amount_fen
            from dividends_1.dividend d join dividends_1.payment y on y.dividend = d.dividend and y.position <= $2 where d.payer = $1
        ) as parts where day <= $4 group by item
        """;

    private static readonly string[] Items = ["allocated", "allocation-received", "dividend-received", "dividend-declared", "dividend-paid"];

    public static async Task<IReadOnlyList<DisclosedRow>> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period period, Language language, CancellationToken cancellation)
    {
        await models.CatchUpAsync(VenturesProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        await models.CatchUpAsync(DividendsProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        var sums = await SqlRows.ReadAsync(
            models.Readers, Sums, row => (Item: row.GetString(0), Period: row.GetInt64(1), Year: row.GetInt64(2)), cancellation,
            owner.Address, at.Position, period.From.FirstDay, period.To.LastDay, new Month(period.To.Year, 1).FirstDay).ConfigureAwait(false);
        return
        [
            .. from item in Items
               from sum in sums
               where sum.Item == item && (sum.Period, sum.Year) != (0, 0)
               select new DisclosedRow("distribution", item, Texts.Of("disclosure." + item, language)) { AmountFen = sum.Period, YearFen = sum.Year },
        ];
    }
}
