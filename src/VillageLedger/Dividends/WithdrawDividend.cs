namespace VillageLedger;

/// <summary>Withdraws a dividend while nothing is paid: what its resolution had booked is taken back in red in every book, all or none.</summary>
/// <param name="Date">Of the red vouchers; that of the vouchers taken back unless given.</param>
public sealed record WithdrawDividend(string Id, UserId By, string Dividend, string Reason, DateOnly? Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new WithdrawDividend(fields.Text("id"), fields.Value<UserId>("by"), DividendFields.Dividend(fields), fields.Text("reason", 100), fields.OptionalDate("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (DividendFields.Find(world, Dividend, out var dividend) is { } unknown) return unknown;
        if (dividend.Stage == DividendStage.Withdrawn) return Refusal.Of(RefusalCode.DividendAlreadyWithdrawn, ("dividend", Dividend));
        if (dividend.Payments.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } paid) return Refusal.Of(RefusalCode.DividendAlreadyPaid, ("dividend", Dividend), ("payment", paid));
        var vouchers = new JointVouchers(world, Id, By);
        if (dividend.Resolved is not { } resolved) return Decision.Of(Streams.Dividend(Dividend), new DividendWithdrawn(Dividend, Reason, By, []));
        var date = Date ?? resolved.BookedOn();
        if (date < resolved.BookedOn()) return Refusal.Of(RefusalCode.ReversalBeforeOriginal, ("date", VoucherRules.Text(date)), ("original", VoucherRules.Text(resolved.BookedOn())));
        foreach (var voucher in resolved.Vouchers) vouchers.Reverse(voucher, date, JointRules.ReversalRule, Dividend, Reason);
        return vouchers.After(Decision.Of(Streams.Dividend(Dividend), new DividendWithdrawn(Dividend, Reason, By, vouchers.Made, date)));
    }
}
