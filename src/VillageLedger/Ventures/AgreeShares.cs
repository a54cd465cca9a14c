namespace VillageLedger;

/// <summary>Agrees the shares of a venture from a day on, after every earlier version and every allocated month; the whole list, as weights.</summary>
public sealed record AgreeShares(string Id, UserId By, string Venture, DateOnly From, IReadOnlyList<HolderWeight> Shares, string Resolution) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AgreeShares(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Date("from"), VentureFields.Shares(fields), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        return (ShareRules.Check(world, venture, Shares) ?? ShareRules.CheckOrder(venture, From)) is { } fault
            ? fault
            : Decision.Of(Streams.Venture(Venture), new SharesAgreed(Venture, venture.Shares.Latest + 1, From, Shares, Resolution));
    }
}
