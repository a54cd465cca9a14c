namespace VillageLedger;

/// <summary>Closes a fund of which nothing is left and no voucher waits.</summary>
public sealed record CloseFund(string Id, UserId By, Owner Owner, string Fund, DateOnly Date, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CloseFund(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), KnownFund.Id(fields, "fund"), fields.Date("date"), fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownFund.Find(world, Owner, Fund, out var fund) is { } fault) return fault;
        var standing = FundStanding.Of(world, fund);
        var waiting = (Int128)standing.WaitingApprovedFen + standing.WaitingInFen + standing.WaitingOutFen;
        return standing.LeftFen != 0 || waiting != 0
            ? Refusal.Of(RefusalCode.FundNotEmpty, ("fund", Fund), ("left", new Money(standing.LeftFen)), ("waiting", new Money((long)Int128.Min(waiting, Money.MaxFen))))
            : FundStanding.Guard(world, fund, Decision.Of(Streams.Funds(Owner), new FundClosed(Fund, Date, Reason)));
    }
}
