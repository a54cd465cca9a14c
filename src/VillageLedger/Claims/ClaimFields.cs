namespace VillageLedger;

/// <summary>What a claim says, as requests give it; and what must hold for it.</summary>
/// <param name="Payee">Who gets the money: an address, never a name.</param>
public sealed record ClaimContent(DateOnly Date, IReadOnlyList<ClaimLine> Lines, Holder Payee, IReadOnlyList<Attachment>? Attachments)
{
    public const int MaxLines = 200;

    internal static ClaimContent Read(Fields fields) => new(
        fields.Date("date"), fields.SomeItems("lines", ReadLine, MaxLines), fields.Value<Holder>("payee"), AttachmentFields.Read(fields));

    private static ClaimLine ReadLine(Fields item) => new(
        item.Text("summary"), item.PositiveAmount("amountFen"), item.Optional<AccountCode>("account"), item.Optional<Holder>("party"),
        item.OptionalText("project", 64), item.OptionalText("contract", 64), item.OptionalText("fund", 64));

    /// <summary>What is wrong with it in an owner's book, or null. Accounts are suggestions, but of this book.</summary>
    internal Refusal? Check(World world, Owner book)
    {
        var accounts = world.Accounts(book);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", book));
        var first = accounts.At(Month.Of(Date)).FirstMonth;
        if (Month.Of(Date) < first) return Refusal.Of(RefusalCode.DateBeforeBook, ("date", VoucherRules.Text(Date)), ("month", first));
        var holders = Lines.Select(line => line.Party).OfType<Holder>().Prepend(Payee).ToList();
        // All are asked for before the first is judged: they are fetched at once.
        foreach (var holder in holders) world.Holder(holder);
        var chart = VoucherRules.ChartOf(world, accounts);
        foreach (var (i, line) in Lines.Index())
            if (line.Account is { } account && !accounts.Has(chart, account)) return VoucherRules.UnknownAccount(world, book, chart, i + 1, account);
        foreach (var holder in holders)
            if (!world.Holder(holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
        return Lines.Aggregate((Int128)0, (sum, line) => sum + line.AmountFen) > Money.MaxFen ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))) : null;
    }
}
