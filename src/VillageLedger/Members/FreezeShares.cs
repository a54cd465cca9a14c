namespace VillageLedger;

/// <summary>Freezes a member's shares (冻结), by a court's order or a pledge: they can be neither transferred nor inherited; their income goes on.</summary>
public sealed record FreezeShares(string Id, UserId By, string Village, string Member, DateOnly Date, string Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new FreezeShares(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), NewMember.IdOf(fields, "member"), fields.Date("date"), fields.Text("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (shares, holder) = (world.Shares(Village), Holder.Member(Member));
        if (shares.Opened is not { } register) return ShareEntries.NotOpen(Village);
        if (!world.Member(Member).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
        if (Date < register.From) return Refusal.Of(RefusalCode.DateBeforeShareRegister, ("date", VoucherRules.Text(Date)), ("from", VoucherRules.Text(register.From)));
        // Open-ended, so it must not run into one that is there.
        return ShareEntries.Frozen(world, Village, holder, Date) is { } refusal ? refusal : Decision.Of(Streams.Shares(Village), new SharesFrozen(Village, holder, Date, Document));
    }
}
