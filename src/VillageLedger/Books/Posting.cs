namespace VillageLedger;

/// <summary>Putting reviewed vouchers into the books.</summary>
internal static class Posting
{
    /// <summary>
    /// Posts one voucher on top of what was decided before; <paramref name="state"/> is its month as it will be then. Posting a red voucher marks its original and frees its invoices, or hands them on, in the same append.
    /// </summary>
    public static Decision Post(World world, Owner owner, BookMonth state, VoucherId id, UserId by, Decision before)
    {
        var voucher = state.Find(id)!;
        var content = voucher.Content;
        if (voucher.Stage != VoucherStage.Reviewed) return Refusal.Of(RefusalCode.VoucherNotReviewed, ("voucher", id));
        if (by != voucher.PreparedBy && by != voucher.ReviewedBy) return Refusal.Of(RefusalCode.PostByOther, ("voucher", id), ("by", by));
        if (VoucherRules.Check(world, owner, content) is { } fault) return fault.About(id);
        // What was taken back before it in the same decision counts in the world until it is stored.
        if (content.Reverses is { } red && VoucherRules.CheckReversal(world, owner, red, [.. before.Facts.Select(each => each.Fact).OfType<VoucherReversed>().Select(fact => fact.Voucher)]) is { } spent)
            return spent.About(id);
        if (Signatures.Missing(world, owner, [(id, voucher)]) is { } unsigned) return unsigned;
        if (YearEndOrder.Check(world, owner, state, content, id) is { } early) return early.About(id);
        if (CheckTurnover(state, id, content) is { } tooMuch) return tooMuch;
        var stream = Streams.Book(owner, Month.Of(content.Date));
        var decision = before.And(stream, Posted(world.Accounts(owner).Standard!, state, id, voucher, by)).While(Streams.Accounts(owner)).While(Streams.Cash(owner));
        decision = FundRules.Guard(world, ControlAccounts.Guard(decision, owner, content), owner, content);
        decision = DepositVoucher.GuardReversal(world, YearEndOrder.Guard(world, decision, owner, content), owner, content);
        decision = Corrections.Mark(world, owner, id, content, decision);
        if (content.Reverses is not { } reversed) return decision;
        if (world.PlaceOf(reversed) is not { } place) return world.IsComplete ? Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", reversed)) : decision;
        return TakeBack(world, owner, id, content, reversed, place.Month, by, decision, MonthAt);

        // A month that has not been fetched yet holds none of the vouchers that are marked; it is decided again once it has been.
        BookMonth MonthAt(Month other) => other == Month.Of(content.Date) ? state
            : before.Facts.Where(next => next.Stream == Streams.Book(owner, other)).Aggregate(world.Book(owner, other), (month, next) => IsThere(month, next.Fact) ? month.Evolve(next.Fact) : month);

        static bool IsThere(BookMonth month, Fact fact) => fact switch
        {
            VoucherReversed reversed => month.Find(reversed.Voucher) is not null,
            VoucherCorrected corrected => month.Find(corrected.Voucher) is not null,
            _ => true,
        };
    }

    /// <summary>Marks what a red voucher takes back. Its invoices are free from then on, but for those that the right voucher in its place carries on.</summary>
    private static Decision TakeBack(
        World world, Owner owner, VoucherId id, VoucherContent content, VoucherId reversed, Month month, UserId by, Decision decision, Func<Month, BookMonth> at)
    {
        var original = at(month).Find(reversed);
        if (original?.ReversedBy is { } other) return Refusal.Of(RefusalCode.VoucherAlreadyReversed, ("voucher", reversed), ("by", other));
        if (original is not null && Corrections.Resting(original, at) is { } correction) return Refusal.Of(RefusalCode.VoucherHasCorrections, ("voucher", reversed), ("by", correction));
        decision = InvoiceRules.Release(
            world, decision.And(Streams.Book(owner, month), new VoucherReversed(reversed, id, Month.Of(content.Date))), InvoiceRules.OfVoucher(reversed), by, original?.Content.Attachments);
        return original is not null && Corrections.Successor(reversed, original, id, content.Date, at) is var (heir, right)
            ? InvoiceRules.CarryOn(world, decision, InvoiceRules.OfVoucher(reversed), InvoiceRules.OfVoucher(heir), owner, by, right.Content.Attachments)
            : decision;
    }

    /// <summary>Posts a voucher that was prepared and reviewed elsewhere; <paramref name="announcement"/> goes before the first of a month.</summary>
    public static Decision PostImported(World world, Owner owner, VoucherId id, Voucher voucher, VouchersImported? announcement)
    {
        if (VoucherRules.Check(world, owner, voucher.Content) is { } fault) return fault;
        var month = Month.Of(voucher.Content.Date);
        var state = world.Book(owner, month);
        if (CheckTurnover(state, id, voucher.Content) is { } tooMuch) return tooMuch;
        var stream = Streams.Book(owner, month);
        var decision = (announcement is null ? Decision.Nothing : Decision.Of(stream, announcement))
            .And(stream, Posted(world.Accounts(owner).Standard!, state, id, voucher, voucher.ReviewedBy!.Value)).While(Streams.Accounts(owner));
        return FundRules.Guard(world, ControlAccounts.Guard(decision, owner, voucher.Content), owner, voucher.Content);
    }

    /// <summary>Sums over a month stay within the bounds of an amount, so no sum of a report leaves 64 bits.</summary>
    public static Refusal? CheckTurnover(BookMonth state, VoucherId id, VoucherContent content) =>
        content.Lines.Aggregate((Int128)state.DebitTurnover, (sum, line) => sum + Int128.Abs(line.Debit)) > Money.MaxFen
        || content.Lines.Aggregate((Int128)state.CreditTurnover, (sum, line) => sum + Int128.Abs(line.Credit)) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("voucher", id), ("limit", new Money(Money.MaxFen)))
            : null;

    public static VoucherPosted Posted(string standard, BookMonth state, VoucherId id, Voucher voucher, UserId by)
    {
        var content = voucher.Content;
        return new(
            id, standard, content.Type, state.NextNumber(content.Type), content.Date, content.Kind, content.Summary, content.Lines, content.AttachmentCount,
            voucher.PreparedBy, voucher.ReviewedBy!.Value, by, content.SourceNumber, content.Attachments, content.Reverses, content.Corrects, content.ConcernsMonth,
            content.Cause, voucher.SignedBy);
    }
}
