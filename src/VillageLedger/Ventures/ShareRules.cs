namespace VillageLedger;

/// <summary>What must hold for shares of a venture, whoever sets them.</summary>
internal static class ShareRules
{
    public static Refusal? Check(World world, IReadOnlyList<HolderWeight> shares)
    {
        if (Weights.Check(shares) is { } fault) return fault;
        foreach (var share in shares)
        {
            if (share.Holder.Kind == Owner.VentureKind)
                return Refusal.Of(RefusalCode.FieldInvalid, ("field", "holder"), ("value", share.Holder), ("expected", "village/… | company/… | party/… | member/…"));
            if (!world.Holder(share.Holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", share.Holder));
        }

        return null;
    }

    /// <summary>Shares are never retroactive: they begin after every earlier version and after the last month that was allocated.</summary>
    public static Refusal? CheckOrder(Venture venture, DateOnly from)
    {
        var allocated = venture.Allocations.Values.Where(allocation => allocation.IsStanding).Select(allocation => allocation.Fact.Month.LastDay).DefaultIfEmpty(DateOnly.MinValue).Max();
        var last = venture.Shares.Last?.From ?? DateOnly.MinValue;
        var after = allocated > last ? allocated : last;
        return from > after ? null : Refusal.Of(RefusalCode.SharesRetroactive, ("from", VoucherRules.Text(from)), ("after", VoucherRules.Text(after)));
    }
}
