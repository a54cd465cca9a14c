namespace VillageLedger;

/// <summary>Marks what is unpaid of a holder's part as unclaimed (无人领取). It stays owed; a payment ends the mark.</summary>
public sealed record MarkUnclaimed(string Id, UserId By, string Dividend, Holder Holder, DateOnly Date, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new MarkUnclaimed(fields.Text("id"), fields.Value<UserId>("by"), DividendFields.Dividend(fields), fields.Value<Holder>("holder"), fields.Date("date"), fields.Text("reason", 100));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (DividendFields.FindResolved(world, Dividend, out var dividend) is { } fault) return fault;
        if (!dividend.Parts.ContainsKey(Holder)) return Refusal.Of(RefusalCode.HolderWithoutPart, ("holder", Holder), ("allocation", Dividend));
        if (Date < dividend.Resolved!.BookedOn())
            return Refusal.Of(RefusalCode.PaymentBeforeResolution, ("date", VoucherRules.Text(Date)), ("resolvedOn", VoucherRules.Text(dividend.Resolved!.BookedOn())));
        if (dividend.UnpaidFen(Holder) is not (> 0 and var unpaid)) return Refusal.Of(RefusalCode.NothingUnpaid, ("holder", Holder), ("dividend", Dividend));
        return dividend.Unclaimed.Contains(Holder)
            ? Decision.Nothing
            : Decision.Of(Streams.Dividend(Dividend), new DividendUnclaimed(Dividend, Holder, Date, unpaid, Reason, By));
    }
}
