namespace VillageLedger;

/// <summary>Depreciation of a card in a month, in fen.</summary>
public readonly record struct MonthOfDepreciation(Month Month, string Use, long Fen);

/// <summary>How and when an asset left.</summary>
/// <param name="Way"><c>scrapped</c>, <c>sold</c>, <c>donated</c>, or <c>missing</c>.</param>
/// <param name="Voucher">The first voucher of it that stands; null where there was nothing to book.</param>
public sealed record AssetLeaving(DateOnly Date, string Way, VoucherId? Voucher)
{
    public Month Month => Month.Of(Date);
}

/// <summary>A depreciation part that stands.</summary>
public readonly record struct StandingPart(Month Month, DateOnly Date, VoucherId Voucher, long Fen);

/// <summary>An asset's card as it stands: what was stored without what is void together with its vouchers.</summary>
/// <param name="Class">What the book's standard says of its class; null where the standard knows no such class.</param>
/// <param name="Parts">Depreciation that was proposed and stands, in order.</param>
public sealed record AssetCard(
    AssetAdded Added, AssetClass? Class, IReadOnlyList<AssetAmended> Amended, IReadOnlyList<AssetCostSettled> Settled, AssetLeaving? Left, IReadOnlyList<StandingPart> Parts)
{
    private readonly StraightLine? schedule = ScheduleOf(Added, Class, Amended, Settled);

    public string Asset => Added.Asset;

    public Month Placed => Month.Of(Added.PlacedOn);

    public bool IsWrittenOff => schedule is not null;

    /// <summary>What is left at the end, in fen; the whole cost of what is not written off.</summary>
    public long ResidualFen => IsWrittenOff ? Added.ResidualFen ?? 0 : CostFen;

    /// <summary>Cost as settled last, in fen.</summary>
    public long CostFen => Settled.Count > 0 ? Settled[^1].CostFen : Added.CostFen;

    /// <summary>Written off altogether by what stands, in fen.</summary>
    public long AccumulatedFen => (Added.AccumulatedFen ?? 0) + Parts.Sum(part => part.Fen);

    /// <summary>Whether the cost is an estimate that was not settled.</summary>
    public bool IsProvisional => Added.Provisional == true && Settled.Count == 0;

    /// <summary>The last month of depreciation that stands, or that it was brought in with.</summary>
    public Month? LastDepreciated => Parts.Count > 0 ? Parts.Max(part => part.Month) : Added.AccumulatedThrough;

    /// <summary>The last month of its life; null where it is not written off.</summary>
    public Month? LastMonth => schedule?.Last;

    /// <summary>Whether it is in the cards at the end of a month.</summary>
    public bool StandsAt(Month month) => Placed <= month && !(Left is { } left && left.Month <= month);

    /// <summary>Cost at the end of a month, in fen.</summary>
    public long CostAt(Month month) => Settled.LastOrDefault(settled => Month.Of(settled.Date) <= month)?.CostFen ?? Added.CostFen;

    /// <summary>Written off in the books by vouchers up to the end of a month, in fen.</summary>
    public long AccumulatedAt(Month month) => (Added.AccumulatedFen ?? 0) + Parts.Where(part => Month.Of(part.Date) <= month).Sum(part => part.Fen);

    public string? UseAt(Month month) => Amended.LastOrDefault(amended => amended.Use is not null && amended.From <= month)?.Use ?? Added.Use;

    public string? PlaceAt(Month month) => Amended.LastOrDefault(amended => amended.Place is not null && amended.From <= month)?.Place ?? Added.Place;

    public UserId? KeeperAt(Month month) => Amended.LastOrDefault(amended => amended.Keeper is not null && amended.From <= month)?.Keeper;

    public bool IsIdleAt(Month month) => Amended.LastOrDefault(amended => amended.Idle is not null && amended.From <= month)?.Idle ?? Added.Idle ?? false;

    /// <summary>What its schedule writes off in a month, in fen; 0 where it is not written off.</summary>
    public long ScheduledIn(Month month) => Left is { } left && month > Class!.LastBefore(left.Month) ? 0 : schedule?.In(month) ?? 0;

    /// <summary>Months with a write-off after a month.</summary>
    public int MonthsLeftAfter(Month month) => schedule is null || Left is not null && Left.Month <= month ? 0 : Math.Max(0, schedule.Last.Since(month > Start ? month : Start));

    /// <summary>
    /// What is due up to a month and not proposed, month by month: what the schedule says without what stands, and never below the residual value.
    /// </summary>
    public IEnumerable<MonthOfDepreciation> DueThrough(Month month)
    {
        if (schedule is null) yield break;
        var (done, most) = (AccumulatedFen, CostFen - ResidualFen);
        var last = Left is { } left && Class!.LastBefore(left.Month) < month ? Class.LastBefore(left.Month) : month;
        if (last > schedule.Last) last = schedule.Last;
        for (var next = Start.Next; next <= last; next = next.Next)
        {
            var due = Math.Min(schedule.UpTo(next), most) - done;
            if (due <= 0) continue;
            done += due;
            yield return new(next, UseAt(next) ?? "", due);
        }
    }

    /// <summary>The month after which depreciation here begins.</summary>
    private Month Start => Added.AccumulatedThrough ?? Class?.Before(Placed) ?? Placed;

    /// <summary>The account of its cost: what the card names under the standard that it was named for, else the class's.</summary>
    public AccountCode AccountIn(Accounts accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return accounts.Carrier(Added.Account is { } own && Added.Standard == accounts.Standard ? own : Class!.Account);
    }

    /// <summary>The account of what is written off; that of the cost where it is taken off directly.</summary>
    public AccountCode ContraIn(Accounts accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return Class!.IsDirect ? AccountIn(accounts) : accounts.Carrier(Class.Contra);
    }

    private static StraightLine? ScheduleOf(AssetAdded added, AssetClass? rule, IReadOnlyList<AssetAmended> amended, IReadOnlyList<AssetCostSettled> settled)
    {
        if (rule is not { IsWrittenOff: true } || added is not { UsefulLifeMonths: { } life, ResidualFen: { } residual }) return null;
        var before = rule.Before(Month.Of(added.PlacedOn));
        var line = added.AccumulatedThrough is { } through
            ? StraightLine.Continued(through, added.AccumulatedFen ?? 0, added.CostFen, residual, before.Plus(life).Since(through))
            : StraightLine.From(before, added.CostFen, residual, life);
        var changes = amended.Where(change => change.UsefulLifeMonths is not null).Select(change => (Known: change.From.Previous, change.UsefulLifeMonths, CostFen: (long?)null))
            .Concat(settled.Select(cost => (Known: Month.Of(cost.Date), UsefulLifeMonths: (int?)null, CostFen: (long?)cost.CostFen)));
        return changes.OrderBy(change => change.Known).Aggregate(line, (sum, change) => change.CostFen is { } fen
            ? sum.Recosted(change.Known < before ? before : change.Known, fen)
            : sum.Relived(change.Known, before.Plus(change.UsefulLifeMonths!.Value)));
    }
}
