namespace VillageLedger;

/// <summary>Records that a receipt or cheque was filled in, with its amount and, where there is one, the voucher that it belongs to.</summary>
public sealed record UseForm(string Id, UserId By, Owner Owner, string Series, long Number, DateOnly Date, long AmountFen, VoucherId? Voucher) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new UseForm(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), FormRange.SeriesOf(fields), fields.Whole("number", 0, Money.MaxFen), fields.Date("date"),
            fields.PositiveAmount("amountFen"), fields.Optional<VoucherId>("voucher"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (OneForm.Check(world.Forms(Owner), Owner, Series, Number) is { } fault) return fault;
        if (Voucher is { } voucher)
        {
            if (UnpostedVoucher.Locate(world, voucher, out var book, out _, out _) is { } missing) return missing;
            if (book != Owner) return Refusal.Of(RefusalCode.VoucherOfAnotherBook, ("voucher", voucher), ("book", book));
        }

        return Decision.Of(Streams.Forms(Owner), new FormUsed(Owner, Series, Number, Date, AmountFen, Voucher));
    }
}
