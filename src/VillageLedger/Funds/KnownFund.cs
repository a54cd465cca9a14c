namespace VillageLedger;

/// <summary>Finding the fund that a request is about.</summary>
internal static class KnownFund
{
    /// <summary>The fund, or why it takes nothing more: unknown or closed.</summary>
    public static Refusal? Find(World world, Owner owner, string id, out Fund fund)
    {
        fund = null!;
        if (world.Funds(owner).Find(id) is not { } known) return Refusal.Of(RefusalCode.FundUnknown, ("fund", id), ("owner", owner));
        fund = known;
        return known.ClosedOn is { } day ? Refusal.Of(RefusalCode.FundIsClosed, ("fund", id), ("date", VoucherRules.Text(day))) : null;
    }

    /// <summary>Whether so much money of a fund can still go out.</summary>
    public static Refusal? CheckMoney(World world, Fund fund, long fen)
    {
        var standing = FundStanding.Of(world, fund);
        return fen > standing.MoneyFen
            ? Refusal.Of(RefusalCode.FundOverspent, ("fund", fund.Id), ("amount", new Money(fen)), ("left", new Money(standing.MoneyFen)), ("waiting", new Money(standing.WaitingOutFen)))
            : null;
    }

    /// <summary>The id of a fund or purpose as requests give it.</summary>
    public static string Id(Fields fields, string name) => fields.Value<RequestId>(name).Value ?? "";
}
