namespace VillageLedger;

/// <summary>Releases frozen shares (解冻) from a day on.</summary>
public sealed record ReleaseShares(string Id, UserId By, string Village, string Member, DateOnly Date, string Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReleaseShares(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), NewMember.IdOf(fields, "member"), fields.Date("date"), fields.Text("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (shares, holder) = (world.Shares(Village), Holder.Member(Member));
        if (!shares.IsOpen) return ShareEntries.NotOpen(Village);
        return shares.CanRelease(holder, Date)
            ? Decision.Of(Streams.Shares(Village), new SharesReleased(Village, holder, Date, Document))
            : Refusal.Of(RefusalCode.SharesNotFrozen, ("holder", holder), ("date", VoucherRules.Text(Date)));
    }
}
