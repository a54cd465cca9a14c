namespace VillageLedger;

/// <summary>
/// Prepares the red voucher that takes a posted one back: same accounts and sides, negative amounts (会计基础工作规范 art. 51(5)). Its id is this
/// request's; review and posting follow as for any voucher. An earlier year's voucher is not taken back in red but corrected in blue.
/// </summary>
public sealed record ReverseVoucher(string Id, UserId By, VoucherId Voucher, DateOnly Date, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReverseVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"), fields.Date("date"), fields.Text("reason", 100));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (UnpostedVoucher.Locate(world, Voucher, out var owner, out var month, out var original) is { } fault) return fault;
        if (original.Stage != VoucherStage.Posted) return Refusal.Of(RefusalCode.VoucherNotPosted, ("voucher", Voucher));
        if (MergeVillages.CheckStands(Voucher, original.Content) is { } merger) return merger;
        if (original.Content.Reverses is not null) return Refusal.Of(RefusalCode.ReversalNotReversible, ("voucher", Voucher));
        if (original.ReversedBy is { } reversal) return Refusal.Of(RefusalCode.VoucherAlreadyReversed, ("voucher", Voucher), ("by", reversal));
        if (Date < original.Content.Date) return Refusal.Of(RefusalCode.ReversalBeforeOriginal, ("date", VoucherRules.Text(Date)), ("original", VoucherRules.Text(original.Content.Date)));
        if (Date.Year != original.Content.Date.Year) return Refusal.Of(RefusalCode.ReversalAcrossYears, ("voucher", Voucher), ("year", original.Content.Date.Year));
        if (Corrections.Resting(original, other => world.Book(owner, other)) is { } correction) return Refusal.Of(RefusalCode.VoucherHasCorrections, ("voucher", Voucher), ("by", correction));
        var at = Month.Of(Date);
        if (VoucherRules.CheckMonth(world, owner, Date) is { } closed) return closed;
        // At most two months are open at a time, so a red voucher that still waits lies in one of these three.
        Month[] near = [at.Previous, at, at.Next];
        foreach (var other in near)
            if (world.Book(owner, other).Vouchers.FirstOrDefault(pair => pair.Value.IsUnposted && pair.Value.Content.Reverses == Voucher) is { Value: not null } waiting)
                return Refusal.Of(RefusalCode.VoucherAlreadyReversed, ("voucher", Voucher), ("by", waiting.Key));
        var red = Red(Voucher, original, month, Date, Reason);
        return VoucherRules.Check(world, owner, red) is { } wrong
            ? wrong
            : near.Append(month).Distinct().Where(other => other != at)
                .Aggregate(Decision.Of(Streams.Book(owner, at), PrepareVoucher.Prepared(AsVoucher, red, By)), (decision, other) => decision.While(Streams.Book(owner, other)));
    }

    /// <summary>What takes a posted voucher of a month back on a date.</summary>
    internal static VoucherContent Red(VoucherId voucher, Voucher original, Month month, DateOnly date, string reason)
    {
        var content = original.Content;
        return new(
            content.Type,
            date,
            content.Kind == VoucherKind.Transfer ? VoucherKind.Transfer : VoucherKind.Reversal,
            $"注销{content.Date.Month}月{content.Date.Day}日{content.Type}-{original.Number}号凭证：{reason}",
            [.. content.Lines.Select(line => InRed(line))],
            0,
            Reverses: voucher,
            ConcernsMonth: month == Month.Of(date) ? null : month);
    }

    internal static VoucherLine InRed(VoucherLine line) => line with
    {
        DebitFen = -line.DebitFen,
        CreditFen = -line.CreditFen,
        Quantity = line.Quantity is { } quantity ? quantity with { Thousandths = -quantity.Thousandths } : null,
    };
}
