namespace VillageLedger;

/// <summary>A holder's standing consent that confirmed allocations and joint entries of a venture are posted in its book.</summary>
public sealed record AuthoriseAllocations(string Id, UserId By, string Venture, Holder Holder, string Resolution) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AuthoriseAllocations(fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Value<Holder>("holder"), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (Holder.Owner is not { Kind: not Owner.VentureKind }) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "holder"), ("value", Holder), ("expected", "village/… | company/…"));
        if (!world.Holder(Holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Holder));
        return venture.Authorised.Contains(Holder) ? Decision.Nothing : Decision.Of(Streams.Venture(Venture), new AllocationsAuthorised(Venture, Holder, Resolution));
    }
}
