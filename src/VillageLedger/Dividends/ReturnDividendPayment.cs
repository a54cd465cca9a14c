namespace VillageLedger;

/// <summary>Records that the bank sent a payment back: it is taken back in both books, in red or, in a later year, in blue, and the part is unpaid again.</summary>
public sealed record ReturnDividendPayment(string Id, UserId By, VoucherId Payment, DateOnly Date, string Reason) : Request(Id, By)
{
    /// <summary>The rule under which a payment that came back is taken back as it was posted.</summary>
    private static readonly UserId ReturnRule = new("rule:return-dividend-payment.1");

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReturnDividendPayment(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("payment"), fields.Date("date"), fields.Text("reason", 100));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var stream = world.StreamOf(Payment.Request);
        var dividend = Streams.Kind(stream) == Streams.DividendKind ? world.Dividend(stream[(Streams.DividendKind.Length + 1)..]) : VillageLedger.Dividend.Empty;
        if (dividend.Payments.GetValueOrDefault(Payment.Value) is not { } paid) return Refusal.Of(RefusalCode.PaymentUnknown, ("payment", Payment));
        if (Date < paid.Date) return Refusal.Of(RefusalCode.ReversalBeforeOriginal, ("date", VoucherRules.Text(Date)), ("original", VoucherRules.Text(paid.Date)));
        var vouchers = new JointVouchers(world, Id, By);
        if (Payment.IsJoint) TakeBack(vouchers, world, dividend.Proposed!, paid);
        else
            foreach (var voucher in paid.Vouchers) vouchers.Reverse(voucher, Date, ReturnRule, paid.Dividend, Reason);
        return vouchers.After(Decision.Of(stream, new DividendPaymentReturned(Payment.Value, paid.Dividend, paid.Holder, Date, paid.AmountFen, Reason, vouchers.Made)));
    }

    /// <summary>A payment that shares its vouchers with others is taken back by its own lines, in red or in a later year in blue: the vouchers stand for the others.</summary>
    private void TakeBack(JointVouchers vouchers, World world, DividendProposed proposed, DividendPaid paid)
    {
        var lines = new DividendLines(world, proposed.Payer);
        var own = paid.Vouchers.Count > 1 ? paid.Holder.Owner : null;
        if (Date.Year != paid.Date.Year)
        {
            vouchers.CorrectPart(paid.Vouchers[0], lines.OfPayer("pay", [new(paid.Holder, paid.AmountFen)]), Date, ReturnRule, paid.Dividend, Reason);
            if (own is { } corrected) vouchers.CorrectPart(paid.Vouchers[1], lines.OfHolder("pay", corrected, paid.AmountFen), Date, ReturnRule, paid.Dividend, Reason);
            return;
        }

        var summary = $"退回{proposed.Year}年度分红（{paid.Reference}）：{Reason}";
        vouchers.PrepareAndPost(proposed.Payer, Content(summary, lines.OfPayer("pay", [new(paid.Holder, -paid.AmountFen)])), ReturnRule, paid.Dividend);
        if (own is { } owner) vouchers.PrepareAndPost(owner, Content(summary, lines.OfHolder("pay", owner, -paid.AmountFen)), ReturnRule, paid.Dividend);
    }

    private VoucherContent Content(string summary, IReadOnlyList<VoucherLine> lines) => new("记", Date, VoucherKind.Dividend, summary, lines, 0);
}
