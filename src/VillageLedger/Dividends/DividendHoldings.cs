namespace VillageLedger;

/// <summary>By what a dividend is split: a company's by what was paid in unless all shareholders agree otherwise (公司法 art. 210), a cooperative's by the units of its share register.</summary>
/// <param name="SplitBy"><c>paid-in</c>, <c>agreed</c> or <c>units</c>.</param>
/// <param name="Refusal">Why it cannot be split; null where it can.</param>
internal sealed record DividendHoldings(string SplitBy, IReadOnlyList<HolderWeight> Weights, Refusal? Refusal)
{
    public static DividendHoldings Of(World world, Owner payer, DateOnly date, IReadOnlyList<HolderWeight>? agreed)
    {
        if (payer.Kind == Owner.CompanyKind)
            return agreed is null
                ? Checked("paid-in", [.. world.Company(payer.Code).PaidInOn(date).Select(paid => new HolderWeight(paid.Holder, paid.AmountFen))])
                : Agreed(world.Company(payer.Code), date, agreed);
        if (agreed is not null) return new("units", [], Refusal.Of(RefusalCode.FieldInvalid, ("field", "agreedShares"), ("value", "[…]"), ("expected", "payer company/…")));
        var register = world.Shares(payer.Code);
        return register.IsOpen
            ? Checked("units", register.HoldingsOn(date))
            : new("units", [], Refusal.Of(RefusalCode.ShareRegisterNotOpen, ("village", payer.Code)));
    }

    /// <summary>Whether a member holds more of all shares than the law allows.</summary>
    public bool IsBeyond(ShareLimit.Row? limit)
    {
        var all = Weights.Sum(weight => weight.Weight);
        return limit is not null && Weights.Any(weight => weight.Holder.Kind == Holder.MemberKind && !limit.Allows(weight.Weight, all));
    }

    private static DividendHoldings Agreed(Company company, DateOnly date, IReadOnlyList<HolderWeight> agreed)
    {
        var subscribed = company.SubscribedOn(date).Select(held => held.Holder).ToHashSet();
        var stranger = agreed.Select(weight => weight.Holder).FirstOrDefault(holder => !subscribed.Contains(holder));
        return stranger != default
            ? new("agreed", [], Refusal.Of(RefusalCode.NotAShareholder, ("holder", stranger), ("date", VoucherRules.Text(date))))
            : Checked("agreed", [.. agreed.OrderBy(weight => weight.Holder.Address, StringComparer.Ordinal)]);
    }

    private static DividendHoldings Checked(string splitBy, IReadOnlyList<HolderWeight> weights) => new(splitBy, weights, VillageLedger.Weights.Check(weights));
}
