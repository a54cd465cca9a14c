namespace VillageLedger;

/// <summary>What must hold for shares of a venture, whoever sets them.</summary>
internal static class ShareRules
{
    public static Refusal? Check(World world, Venture venture, IReadOnlyList<HolderWeight> shares)
    {
        if (Weights.Check(shares) is { } fault) return fault;
        // All are asked for before the first is judged: they are fetched at once.
        foreach (var share in shares) world.Holder(share.Holder);
        return shares.Select(share => CheckHolder(world, venture, share.Holder)).FirstOrDefault(stranger => stranger is not null);
    }

    /// <summary>A venture holds nothing of another, nor a company of the venture that it is.</summary>
    public static Refusal? CheckHolder(World world, Venture venture, Holder holder)
    {
        if (holder.Kind == Owner.VentureKind) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "holder"), ("value", holder), ("expected", "village/… | company/… | party/… | member/…"));
        if (holder.Owner == venture.Book) return Refusal.Of(RefusalCode.OwnShareholder, ("company", holder));
        return world.Holder(holder).IsKnown ? null : Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
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
