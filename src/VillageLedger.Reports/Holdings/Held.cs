using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What one holder has of one village's cooperative, company or venture on a day.</summary>
/// <param name="Units">Units of a register, or the weight in a venture.</param>
/// <param name="SharePpm">Of all units; of a company, of the capital subscribed.</param>
internal sealed record Held(
    Owner Of, Holder Holder, long? Units, long? SharePpm, long? Population = null, long? YearsWorked = null, long? Collective = null, long? SubscribedFen = null, long? PaidInFen = null,
    long? PaidInPpm = null, string? Household = null, bool? Frozen = null)
{
    public IReadOnlyList<object?> Cells(string? name, string? ofName) =>
        [Holder.Address, name, Units, SharePpm, Population, YearsWorked, Collective, SubscribedFen, PaidInFen, PaidInPpm, Household, Frozen, Of.Address, ofName];

    /// <summary>The share register of a village's cooperative at the end of a day; refused where none is open.</summary>
    public static async Task<IReadOnlyList<Held>> OfVillageAsync(ReadModels models, LogMoment at, Owner village, DateOnly on, CancellationToken cancellation)
    {
        await models.CatchUpAsync(HoldingsProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        var open = await SqlRows.ReadAsync(
            models.Readers, "select 1 from holdings_1.register where village = $1 and position <= $2", reader => true, cancellation, village.Code, at.Position).ConfigureAwait(false);
        if (open.Count == 0) throw new ReportRefusedException(Refusal.Of(RefusalCode.ShareRegisterNotOpen, ("village", village.Code)));
        var rows = await SqlRows.ReadAsync(
            models.Readers,
            """
            select c.*, m.household from (
                select holder, coalesce(sum(units) filter (where kind = 'population'), 0)::bigint, coalesce(sum(units) filter (where kind = 'years-worked'), 0)::bigint,
                       coalesce(sum(units) filter (where kind = 'collective'), 0)::bigint, sum(units)::bigint as units
                from holdings_1.change where village = $1 and position <= $2 and day <= $3 group by holder having sum(units) > 0) as c
            left join holdings_1.member m on m.member = c.holder and m.position <= $2 order by c.holder
            """,
            reader => (Holder: reader.Holder(0), Population: reader.GetInt64(1), YearsWorked: reader.GetInt64(2), Collective: reader.GetInt64(3), Units: reader.GetInt64(4), Household: reader.OptionalText(5)),
            cancellation, village.Code, at.Position, on).ConfigureAwait(false);
        var frozen = (await SqlRows.ReadAsync(
            models.Readers, "select distinct on (holder) holder, frozen from holdings_1.freezing where village = $1 and position <= $2 and day <= $3 order by holder, position desc",
            reader => (Holder: reader.Holder(0), Frozen: reader.GetBoolean(1)), cancellation, village.Code, at.Position, on).ConfigureAwait(false)).Where(row => row.Frozen).Select(row => row.Holder).ToHashSet();
        var sum = rows.Sum(row => row.Units);
        return [.. rows.Select(row => new Held(
            village, row.Holder, row.Units, Ppm.Of(row.Units, sum), row.Population, row.YearsWorked, row.Collective, Household: row.Household, Frozen: frozen.Contains(row.Holder)))];
    }

    /// <summary>A company's capital on a day: what was subscribed (认缴) and paid in (实缴).</summary>
    public static async Task<IReadOnlyList<Held>> OfCompanyAsync(ReadModels models, LogMoment at, Owner company, DateOnly on, CancellationToken cancellation)
    {
        var rows = await CompanyRows.FindAsync(models, at, company.Code, cancellation).ConfigureAwait(false);
        var capital = await rows.CapitalAsync(cancellation).ConfigureAwait(false);
        var (subscribed, paidIn) = (capital.SubscribedOn(on), capital.PaidInOn(on).ToDictionary(held => held.Holder, held => held.AmountFen));
        var (all, allPaidIn) = (subscribed.Sum(held => held.AmountFen), paidIn.Values.Sum());
        return [.. subscribed.Select(held => new Held(
            company, held.Holder, null, Ppm.Of(held.AmountFen, all), SubscribedFen: held.AmountFen, PaidInFen: paidIn.GetValueOrDefault(held.Holder),
            PaidInPpm: Ppm.Of(paidIn.GetValueOrDefault(held.Holder), allPaidIn)))];
    }

    /// <summary>The weights in a venture on a day.</summary>
    public static async Task<IReadOnlyList<Held>> OfVentureAsync(ReadModels models, LogMoment at, Owner venture, DateOnly on, CancellationToken cancellation)
    {
        var rows = await VentureRows.FindAsync(models, at.Position, venture.Code, cancellation).ConfigureAwait(false);
        var (shares, _) = await rows.SharesAsync(cancellation).ConfigureAwait(false);
        var weights = shares.On(on)?.Weights ?? [];
        var sum = weights.Sum(share => share.Weight);
        return [.. weights.Select(share => new Held(venture, share.Holder, share.Weight, Ppm.Of(share.Weight, sum)))];
    }
}
