namespace VillageLedger;

/// <summary>Calls on holders to pay in (缴款通知): how much each, and by when.</summary>
public sealed record CallCapital(string Id, UserId By, string Venture, DateOnly Date, DateOnly DueOn, IReadOnlyList<HolderAmount> Amounts, string Resolution) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CallCapital(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Date("date"), fields.Date("dueOn"),
            fields.Items("amounts", item => new HolderAmount(item.Value<Holder>("holder"), item.PositiveAmount("amountFen"))), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (DueOn < Date) return Refusal.Of(RefusalCode.DueBeforeCall, ("date", VoucherRules.Text(Date)), ("dueOn", VoucherRules.Text(DueOn)));
        var seen = new HashSet<Holder>();
        foreach (var (holder, _) in Amounts)
        {
            if (!seen.Add(holder)) return Refusal.Of(RefusalCode.HolderTwice, ("holder", holder));
            if (ShareRules.CheckHolder(world, venture, holder) is { } stranger) return stranger;
        }

        if (Amounts.Count == 0) return Refusal.Of(RefusalCode.FieldMissing, ("field", "amounts"));
        return Amounts.Aggregate((Int128)0, (sum, one) => sum + one.AmountFen) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)))
            : Decision.Of(Streams.Venture(Venture), new CapitalCalled(Id, Venture, Date, DueOn, Amounts, Resolution));
    }
}
