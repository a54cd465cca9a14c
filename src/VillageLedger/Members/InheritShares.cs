namespace VillageLedger;

/// <summary>
/// Gives shares of one who died to heirs (浙江省农村集体资产管理条例 art. 30: shares can be inherited). An heir need not belong to the collective: what is inherited is the
/// income, not membership.
/// </summary>
public sealed record InheritShares(
    string Id, UserId By, string Village, string From, IReadOnlyList<MemberUnits> To, DateOnly Date, string Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new InheritShares(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), NewMember.IdOf(fields, "from"),
            fields.SomeItems("to", item => new MemberUnits(NewMember.IdOf(item, "member"), item.Word("kind", ShareKinds.Personal), item.Whole("units", 1, Money.MaxFen))),
            fields.Date("date"), fields.Text("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var from = Holder.Member(From);
        if (To.Any(heir => heir.Member == From)) return Refusal.Of(RefusalCode.HolderTwice, ("holder", from));
        foreach (var heir in To)
            if (world.Member(heir.Member!) is var known && !known.IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Holder.Member(heir.Member!)));
            // An heir need not belong to the collective, but is registered with it.
            else if (known.Village != Village) return Refusal.Of(RefusalCode.NotAMember, ("holder", Holder.Member(heir.Member!)), ("village", Village));
        if (To.Aggregate((Int128)0, (sum, heir) => sum + heir.Units) > Money.MaxFen) return Refusal.Of(RefusalCode.UnitsOutOfBounds, ("limit", Money.MaxFen));
        var given = To.GroupBy(heir => heir.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => new ShareChange(from, kind.Key, -kind.Sum(heir => heir.Units)));
        var inherited = new SharesInherited(Village, Date, [.. given, .. To.Select(heir => heir.In(Village, 1))], Document);
        if (ShareEntries.Check(world, inherited) is { } refusal) return refusal;
        return ShareEntries.Frozen(world, Village, from, Date) is { } frozen ? frozen : Decision.Of(Streams.Shares(Village), inherited);
    }
}
