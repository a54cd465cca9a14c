namespace VillageLedger;

/// <summary>Says that other shares were right from a day on, though a later version or an allocation lies after it. No allocation changes by that: those it reaches are named.</summary>
public sealed record CorrectShares(string Id, UserId By, string Venture, DateOnly From, IReadOnlyList<HolderWeight> Shares, string Resolution, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CorrectShares(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Date("from"), VentureFields.Shares(fields), fields.Text("resolution"), fields.Text("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (ShareRules.Check(world, venture, Shares) is { } fault) return fault;
        if (ShareRules.CheckOrder(venture, From) is null) return Refusal.Of(RefusalCode.SharesNotRetroactive, ("from", VoucherRules.Text(From)));
        var affected = venture.Allocations.Values.Where(allocation => allocation.IsStanding && allocation.Fact.Month.LastDay >= From)
            .OrderBy(allocation => allocation.Fact.Month).ThenBy(allocation => allocation.Fact.Allocation, StringComparer.Ordinal).Select(allocation => allocation.Fact.Allocation).ToList();
        return Decision.Of(Streams.Venture(Venture), new SharesCorrected(Venture, venture.Shares.Latest + 1, From, Shares, Resolution, Reason, affected));
    }
}
