namespace VillageLedger;

/// <summary>Posts all reviewed vouchers of a month in the order of their dates, all or none. Nothing to post means that it was done already.</summary>
public sealed record PostVouchers(string Id, UserId By, Owner Book, Month Month) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PostVouchers(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Value<Month>("month"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Accounts(Book).IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        if (VoucherRules.CheckMonth(world, Book, Month.FirstDay) is { } fault) return fault;
        var state = world.Book(Book, Month);
        var stream = Streams.Book(Book, Month);
        var decision = Decision.Nothing;
        if (Signatures.Missing(world, Book, Waiting(state).Select(pair => (pair.Key, pair.Value))) is { } unsigned) return unsigned;
        foreach (var (id, _) in Waiting(state))
        {
            var decided = decision.Facts.Length;
            decision = Posting.Post(world, Book, state, id, By, decision);
            if (decision.Refusal is not null) return decision;
            state = decision.Facts.Skip(decided).Where(next => next.Stream == stream).Aggregate(state, (month, next) => month.Evolve(next.Fact));
        }

        return decision;
    }

    /// <summary>The reviewed vouchers of a month, in the order in which they are posted.</summary>
    private static IReadOnlyList<KeyValuePair<VoucherId, Voucher>> Waiting(BookMonth month) =>
        [.. month.Vouchers.Where(pair => pair.Value.Stage == VoucherStage.Reviewed).OrderBy(pair => pair.Value.Content.Date).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)];
}
