namespace VillageLedger;

/// <summary>
/// Gives a member's shares to another member of the same collective (浙江省农村集体资产管理条例 art. 30: only within it, and nobody beyond a limit after it).
/// What the taker has on later days, by entries that are there, keeps the limit, too.
/// </summary>
public sealed record TransferMemberShares(
    string Id, UserId By, string Village, string From, string To, string Kind, long Units, DateOnly Date, string Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (from, to) = (NewMember.IdOf(fields, "from"), NewMember.IdOf(fields, "to"));
        var (kind, units) = KindUnits.Read(fields, ShareKinds.Personal);
        return new TransferMemberShares(fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), from, to, kind, units, fields.Date("date"), fields.Text("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (from, to) = (Holder.Member(From), Holder.Member(To));
        if (from == to) return Refusal.Of(RefusalCode.HolderTwice, ("holder", from));
        var transferred = new MemberSharesTransferred(Village, Date, [new(from, Kind, -Units), new(to, Kind, Units)], Document);
        if (ShareEntries.Check(world, transferred) is { } refusal) return refusal;
        if (!world.Member(To).IsOf(Village)) return Refusal.Of(RefusalCode.NotAMember, ("holder", to), ("village", Village));
        if (ShareEntries.Frozen(world, Village, from, Date) is { } frozen) return frozen;
        return BeyondLimit(world, to) is { } beyond ? beyond : Decision.Of(Streams.Shares(Village), transferred).While(Streams.Rules);
    }

    private Refusal? BeyondLimit(World world, Holder to)
    {
        var shares = world.Shares(Village);
        if (ShareLimit.Versions.InForce(world, ShareLimit.Name).On(Village, Date) is not { } limit) return null;
        foreach (var day in ShareKinds.Personal.SelectMany(kind => shares.UnitsOf(to, kind).DaysFrom(Date)).Distinct().Order())
        {
            var (units, all) = (shares.UnitsOf(to, day) + Units, shares.AllUnits.On(day));
            if (!limit.Allows(units, all))
                return Refusal.Of(
                    RefusalCode.ShareLimitExceeded,
                    ("holder", to), ("date", VoucherRules.Text(day)), ("units", units), ("most", limit.Most(all)), ("statute", limit.Statute), ("article", limit.Article));
        }

        return null;
    }
}
