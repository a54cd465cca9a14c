namespace VillageLedger;

/// <summary>A holder hands part or all of its weight to another from a day on.</summary>
public sealed record TransferShare(string Id, UserId By, string Venture, DateOnly From, Holder Holder, Holder Taker, long Weight, string Resolution) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new TransferShare(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Date("from"), fields.Value<Holder>("holder"),
            fields.Value<Holder>("taker"), fields.PositiveAmount("weight"), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (Holder == Taker) return Refusal.Of(RefusalCode.HolderTwice, ("holder", Holder));
        var held = venture.Shares.Last?.Weights.FirstOrDefault(share => share.Holder == Holder)?.Weight ?? 0;
        if (Weight > held) return Refusal.Of(RefusalCode.ShareInsufficient, ("holder", Holder), ("held", held), ("weight", Weight));
        var transferred = new ShareTransferred(Venture, venture.Shares.Latest + 1, From, Holder, Taker, Weight, Resolution);
        return (ShareRules.Check(world, venture, venture.Shares.After(transferred)) ?? ShareRules.CheckOrder(venture, From)) is { } fault ? fault : Decision.Of(Streams.Venture(Venture), transferred);
    }
}
