namespace VillageLedger;

/// <summary>Fields of assets as requests give them.</summary>
internal static class AssetFields
{
    /// <summary>Length of the ids of assets, works and resources.</summary>
    public const int IdLength = 64;

    /// <summary>A hundred years.</summary>
    public const int MaxLifeMonths = 1_200;

    public static readonly string[] Uses = ["operating", "administration", "public-welfare", "production", "sales"];

    public static Quantity? Quantity(Fields fields) =>
        fields.OptionalPart("quantity", part => new Quantity(part.Whole("thousandths", 1, Money.MaxFen), part.Text("unit", 10)));

    public static int? LifeMonths(Fields fields) => fields.OptionalWholeNumber("usefulLifeMonths") switch
    {
        null => null,
        >= 1 and <= MaxLifeMonths and var months => (int)months,
        var other => Refused(fields, "usefulLifeMonths", other, $"1–{MaxLifeMonths}"),
    };

    private static int? Refused(Fields fields, string field, object? value, string expected)
    {
        fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", field), ("value", value), ("expected", expected)));
        return null;
    }
}

/// <summary>Finding the card that a request is about.</summary>
internal static class KnownAsset
{
    /// <summary>Why a card cannot be worked on: no book, no card, or it left.</summary>
    public static Refusal? Find(World world, Owner owner, string asset, out AssetBook book, out AssetCard card)
    {
        book = AssetBook.Of(world, owner);
        card = null!;
        if (!book.Accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", owner));
        if (book.Find(asset) is not { } found) return Refusal.Of(RefusalCode.AssetUnknown, ("asset", asset), ("owner", owner));
        card = found;
        return Left(card);
    }

    public static Refusal? Left(AssetCard card) =>
        card.Left is { } left ? Refusal.Of(RefusalCode.AssetLeft, ("asset", card.Asset), ("date", VoucherRules.Text(left.Date)), ("voucher", left.Voucher?.Value ?? "-")) : null;

    /// <summary>Why an asset cannot leave on a date: before it was placed in service, or with depreciation up to that month missing or beyond it.</summary>
    public static Refusal? NotReady(AssetCard card, DateOnly date)
    {
        if (date < card.Added.PlacedOn) return Refusal.Of(RefusalCode.DateBeforeAsset, ("date", VoucherRules.Text(date)), ("asset", card.Asset), ("placedOn", VoucherRules.Text(card.Added.PlacedOn)));
        if (!card.IsWrittenOff) return null;
        var last = card.Class!.LastBefore(Month.Of(date));
        if (card.LastDepreciated is { } depreciated && depreciated > last) return Refusal.Of(RefusalCode.AssetChangeRetroactive, ("asset", card.Asset), ("through", depreciated), ("from", Month.Of(date)));
        return card.DueThrough(last).Select(due => (Month?)due.Month).FirstOrDefault() is { } month
            ? Refusal.Of(RefusalCode.DepreciationMissing, ("asset", card.Asset), ("month", month), ("last", last))
            : null;
    }
}
