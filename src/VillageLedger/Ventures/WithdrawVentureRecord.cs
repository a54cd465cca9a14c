namespace VillageLedger;

/// <summary>
/// Withdraws a contribution, a construction cost or a placing in service that was recorded wrongly, as a whole. What was built on it, an entry in the books or an
/// allocation by what is paid in, is reversed first.
/// </summary>
/// <param name="Of">The contribution, cost or placing.</param>
public sealed record WithdrawVentureRecord(string Id, UserId By, string Venture, string Of, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new WithdrawVentureRecord(fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), VentureFields.Request(fields, "of"), fields.Text("reason", 100));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (!venture.HasRecord(Of)) return Refusal.Of(RefusalCode.VentureRecordUnknown, ("of", Of), ("venture", Venture));
        if (EntryOf(venture) is { } entry) return Refusal.Of(RefusalCode.VentureRecordEntered, ("of", Of), ("entry", entry));
        return AllocationBy(venture) is { } allocation
            ? Refusal.Of(RefusalCode.VentureRecordAllocated, ("of", Of), ("allocation", allocation))
            : WithCapital(world, venture, Decision.Of(Streams.Venture(Venture), new VentureRecordWithdrawn(Venture, Of, Reason, By)));
    }

    /// <summary>What counted as capital of the company counts no longer, from its own day on; not where the holder has handed it on since.</summary>
    private Decision WithCapital(World world, Venture venture, Decision decision)
    {
        if (venture.Founded!.Company is not { } company || venture.Contributions.GetValueOrDefault(Of) is not { PaidIn: true } made) return decision;
        return world.Company(company).Capital.FaultWith(new CapitalChange(made.Holder, made.Date, 0, -made.AmountFen)) is { } broken
            ? broken.AsRefusal()
            : decision.And(Streams.Company(company), new CapitalPaidIn(company, made.Holder, made.Date, -made.AmountFen, made.Kind, made.Valuation, Of));
    }

    /// <summary>The first entry that stands for it, for a month that it was depreciated in, or for what was split by the cash or land that it brought in.</summary>
    private string? EntryOf(Venture venture)
    {
        var (placing, made) = (venture.Placings.GetValueOrDefault(Of), venture.Contributions.GetValueOrDefault(Of));
        return venture.Entries.Values.Where(entry => entry.Stage != AllocationStage.Reversed).Select(entry => entry.Fact)
            .Where(entry => entry.Of == Of || (entry.Month is { } month && placing?.IsDepreciatedIn(month) == true) || (made is not null && IsSplitBy(venture, entry.Of, made)))
            .Select(entry => entry.Entry).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>A cost is split by the cash contributed up to its day; a placing too, where land was given up to then.</summary>
    private static bool IsSplitBy(Venture venture, string? of, ContributionMade made)
    {
        if (of is null || venture.Form != VentureForms.CoOwned) return false;
        if (venture.Costs.TryGetValue(of, out var cost)) return made.Kind == Contribute.Cash && made.Date <= cost.Date;
        return made.Kind != Contribute.Guarantee && venture.Placings.GetValueOrDefault(of)?.Fact.Date is { } on && made.Date <= on
            && venture.Contributions.Values.Any(given => given.Kind == Contribute.Land && given.Date <= on);
    }

    /// <summary>The first standing allocation that was split by what had been paid in, this contribution among it; a guarantee is no money.</summary>
    private string? AllocationBy(Venture venture) => venture.Contributions.GetValueOrDefault(Of) is not { } made || made.Kind == Contribute.Guarantee
        ? null
        : venture.Allocations.Values.Where(allocation => allocation.IsStanding).Select(allocation => allocation.Fact)
            .Where(allocation => allocation.Month.LastDay >= made.Date && AllocationPolicies.CountsPaidIn(allocation.Policy, allocation.Terms))
            .Select(allocation => allocation.Allocation).Order(StringComparer.Ordinal).FirstOrDefault();
}
