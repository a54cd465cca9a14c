namespace VillageLedger;

/// <summary>
/// Adds an asset's card to its owner's register; amounts in fen. It makes no voucher: the cost stands in the book by the voucher that the card names, or by the opening.
/// </summary>
/// <param name="Class">One of <see cref="AssetClass.All"/>; whether and from when it is written off is said by the book's standard.</param>
/// <param name="AccumulatedFen">For a card that comes from another program: what was written off up to <paramref name="AccumulatedThrough"/>; what is left is spread over the months left.</param>
public sealed record AddAsset(
    string Id, UserId By, Owner Owner, string Asset, string Class, string Name, string Category, DateOnly PlacedOn, long CostFen, string? Use, long? ResidualFen, int? UsefulLifeMonths,
    long? AccumulatedFen, Month? AccumulatedThrough, AccountCode? Account, string? Place, Quantity? Quantity, Holder? Supplier, VoucherId? Voucher, string? Document, bool? Provisional, bool? Idle) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AddAsset(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("asset", AssetFields.IdLength), fields.Word("class", AssetClass.All), fields.Text("name", 100), fields.Text("category", 40),
            fields.Date("placedOn"), fields.PositiveAmount("costFen"), fields.OptionalWord("use", AssetFields.Uses), fields.OptionalAmountOrZero("residualFen"), AssetFields.LifeMonths(fields),
            fields.OptionalAmountOrZero("accumulatedFen"), fields.Optional<Month>("accumulatedThrough"), fields.Optional<AccountCode>("account"), fields.OptionalText("place"), AssetFields.Quantity(fields),
            fields.Optional<Holder>("supplier"), fields.Optional<VoucherId>("voucher"), fields.OptionalText("document"), fields.OptionalTrue("provisional"), fields.OptionalTrue("idle"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var book = AssetBook.Of(world, Owner);
        if (!book.Accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Owner));
        var card = Card(book.Accounts.Standard!);
        if (NewCard.Check(world, book, card) is { } fault) return fault;
        if (CheckVoucher(world) is { } unknown) return unknown;
        return NewCard.Guard(Decision.Of(Streams.Assets(Owner), card), card);
    }

    private AssetAdded Card(string standard) => new(
        Owner, Asset, Class, Name, Category, PlacedOn, CostFen, standard, Use, ResidualFen, UsefulLifeMonths, AccumulatedFen, AccumulatedThrough, Account, Place, Quantity, Supplier, Voucher, Document,
        Provisional: Provisional, Idle: Idle);

    private Refusal? CheckVoucher(World world) =>
        Voucher is not { } voucher || voucher.IsJoint || world.PlaceOf(voucher) is { } place && place.Owner == Owner && world.Book(place.Owner, place.Month).Find(voucher) is not null
            ? null
            : Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", voucher));
}

/// <summary>What must hold for a new card, whoever makes it.</summary>
internal static class NewCard
{
    public static Refusal? Check(World world, AssetBook book, AssetAdded card)
    {
        var rule = AssetClass.Find(world, book.Accounts.Standard!, card.Class);
        return book.Find(card.Asset) is not null ? Refusal.Of(RefusalCode.AssetTaken, ("asset", card.Asset), ("owner", card.Owner))
            : rule is null ? Refusal.Of(RefusalCode.AssetClassNotOfStandard, ("class", card.Class), ("standard", book.Accounts.Standard))
            : CheckAccount(world, book.Accounts, card)
            ?? (rule.IsWrittenOff ? CheckWriteOff(world, book.Accounts, card, rule) : CheckNoWriteOff(card))
            ?? (card.Supplier is { } supplier && !world.Holder(supplier).IsKnown ? Refusal.Of(RefusalCode.HolderUnknown, ("holder", supplier)) : null)
            ?? (world.Assets(card.Owner).CostFen + card.CostFen > Money.MaxFen ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))) : null);
    }

    public static Decision Guard(Decision decision, AssetAdded card)
    {
        var guarded = decision.While(Streams.Accounts(card.Owner)).While(Streams.Rules);
        return card.Supplier is { } supplier ? guarded.While(supplier.Address) : guarded;
    }

    private static Refusal? CheckAccount(World world, Accounts accounts, AssetAdded card)
    {
        if (card.Account is not { } account) return null;
        var chart = VoucherRules.ChartOf(world, accounts);
        if (!accounts.Has(chart, account) || chart.RootOf(account) is not { Class: AccountClass.Asset }) return Refusal.Of(RefusalCode.AccountNotThere, ("owner", card.Owner), ("account", account));
        return null;
    }

    private static Refusal? CheckWriteOff(World world, Accounts accounts, AssetAdded card, AssetClass rule)
    {
        if (card.Use is null) return Refusal.Of(RefusalCode.FieldMissing, ("field", "use"));
        if (card.ResidualFen is not { } residual) return Refusal.Of(RefusalCode.FieldMissing, ("field", "residualFen"));
        if (card.UsefulLifeMonths is null) return Refusal.Of(RefusalCode.FieldMissing, ("field", "usefulLifeMonths"));
        if (CheckUse(world, accounts, card.Use) is { } use) return use;
        if (residual > card.CostFen) return Refusal.Of(RefusalCode.ResidualBeyondCost, ("residual", new Money(residual)), ("cost", new Money(card.CostFen)));
        if (card.AccumulatedFen is not null && card.AccumulatedThrough is null) return Refusal.Of(RefusalCode.FieldMissing, ("field", "accumulatedThrough"));
        if (card.AccumulatedFen is null && card.AccumulatedThrough is not null) return Refusal.Of(RefusalCode.FieldMissing, ("field", "accumulatedFen"));
        if (card.AccumulatedFen > card.CostFen - residual)
            return Refusal.Of(RefusalCode.AccumulatedBeyondCost, ("accumulated", new Money(card.AccumulatedFen.Value)), ("most", new Money(card.CostFen - residual)));
        var before = rule.Before(Month.Of(card.PlacedOn));
        if (card.AccumulatedThrough is { } through && through < before)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "accumulatedThrough"), ("value", through), ("expected", $"≥ {before}"));
        return (card.AccumulatedThrough ?? before).Next < accounts.FirstMonth
            ? Refusal.Of(RefusalCode.AccumulatedMissing, ("asset", card.Asset), ("through", accounts.FirstMonth.Previous))
            : null;
    }

    /// <summary>What is not written off has nothing of it.</summary>
    private static Refusal? CheckNoWriteOff(AssetAdded card)
    {
        (string Field, bool IsGiven)[] fields =
        [
            ("use", card.Use is not null), ("residualFen", card.ResidualFen is not null), ("usefulLifeMonths", card.UsefulLifeMonths is not null),
            ("accumulatedFen", card.AccumulatedFen is not null), ("accumulatedThrough", card.AccumulatedThrough is not null),
        ];
        return fields.FirstOrDefault(field => field.IsGiven).Field is { } given ? Refusal.Of(RefusalCode.AssetNotWrittenOff, ("class", card.Class), ("field", given)) : null;
    }

    public static Refusal? CheckUse(World world, Accounts accounts, string use) =>
        new AssetEntries(world, accounts).OfUse(use) is null ? Refusal.Of(RefusalCode.AssetUseNotOfStandard, ("use", use), ("standard", accounts.Standard)) : null;
}
