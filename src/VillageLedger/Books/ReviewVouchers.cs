namespace VillageLedger;

/// <summary>
/// Finds several vouchers right at once: those that are named, all or none; or all prepared ones of a month of a book but the reviewer's own. What is left out of a month is shown with the outcome. Nothing
/// to review means that it was done already.
/// </summary>
/// <param name="Vouchers">Of any book; where book or month are given too, of these.</param>
public sealed record ReviewVouchers(string Id, UserId By, IReadOnlyList<VoucherId>? Vouchers, Owner? Book, Month? Month) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (vouchers, book, month) = (fields.OptionalValues<VoucherId>("vouchers"), fields.Optional<Owner>("book"), fields.Optional<Month>("month"));
        if (vouchers is null && book is null) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", "book")));
        if (vouchers is null && month is null) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", "month")));
        return new ReviewVouchers(fields.Text("id"), fields.Value<UserId>("by"), vouchers, book, month);
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return Vouchers is { } named ? OfNamed(world, [.. named.Distinct()]) : OfMonth(world, Book!.Value, Month!.Value);
    }

    private Decision OfNamed(World world, IReadOnlyList<VoucherId> named)
    {
        // All are looked for before the first is judged.
        foreach (var voucher in named)
            if (world.PlaceOf(voucher) is { } place) world.Book(place.Owner, place.Month);
        var facts = new List<(string, Fact)>();
        foreach (var voucher in named)
        {
            if (ReviewVoucher.Check(world, voucher, By, out var owner, out var month) is { } fault) return fault.About(voucher);
            if (Book is { } book && book != owner) return Refusal.Of(RefusalCode.VoucherOfAnotherBook, ("voucher", voucher), ("book", owner));
            if (Month is { } asked && asked != month) return Refusal.Of(RefusalCode.DateInOtherMonth, ("voucher", voucher), ("month", month), ("date", asked));
            facts.Add((Streams.Book(owner, month), new VoucherReviewed(voucher, By)));
        }

        return Of(facts, null);
    }

    private Decision OfMonth(World world, Owner book, Month month)
    {
        if (!world.Accounts(book).IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", book));
        if (VoucherRules.CheckMonth(world, book, month.FirstDay) is { } closed) return closed;
        var facts = new List<(string, Fact)>();
        var left = new List<VoucherLeftOut>();
        foreach (var (id, voucher) in world.Book(book, month).Vouchers.OrderBy(pair => pair.Value.Content.Date).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal))
        {
            if (voucher.Stage is not (VoucherStage.Prepared or VoucherStage.Returned)) continue;
            var reason = id.IsJoint ? "joint" : voucher.Stage == VoucherStage.Returned ? "returned" : ReviewVoucher.IsOwn(voucher, By) ? "own" : Signatures.CheckReview(world, book, id, voucher, By) is not null ? "cashier" : null;
            if (reason is null) facts.Add((Streams.Book(book, month), new VoucherReviewed(id, By)));
            else left.Add(new(id, reason));
        }

        return facts.Count == 0 && left.Find(voucher => voucher.Reason == "own") is { } own ? Refusal.Of(RefusalCode.ReviewByPreparer, ("voucher", own.Voucher), ("by", By)) : Of(facts, left);
    }

    private Decision Of(List<(string Stream, Fact Fact)> reviewed, List<VoucherLeftOut>? left) => reviewed.Count == 0
        ? Decision.Nothing
        : Decision.Of(reviewed[0].Stream, new VouchersReviewed(reviewed.Count, By, left is { Count: > 0 } ? left : null)).And(reviewed).Showing();
}
