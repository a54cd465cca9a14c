namespace VillageLedger;

/// <summary>Ends a holder's standing consent; what was posted under it stays.</summary>
public sealed record WithdrawAuthorisation(string Id, UserId By, string Venture, Holder Holder, string Resolution) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new WithdrawAuthorisation(fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Value<Holder>("holder"), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        return venture.Authorised.Contains(Holder) ? Decision.Of(Streams.Venture(Venture), new AuthorisationWithdrawn(Venture, Holder, Resolution)) : Decision.Nothing;
    }
}
