namespace VillageLedger;

/// <summary>
/// Changes what a card says from a month on: where it is, who keeps it, what it is used for, how long it serves. Depreciation up to the month before stays as it is (小企业会计准则 art. 88: 未来适用法).
/// </summary>
/// <param name="UsefulLifeMonths">The whole life, counted from the same first month.</param>
public sealed record AmendAsset(string Id, UserId By, Owner Owner, string Asset, Month From, string? Use, int? UsefulLifeMonths, string? Place, UserId? Keeper, bool? Idle) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AmendAsset(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("asset", AssetFields.IdLength), fields.Value<Month>("from"), fields.OptionalWord("use", AssetFields.Uses),
            AssetFields.LifeMonths(fields), fields.OptionalText("place"), fields.Optional<UserId>("keeper"), fields.OptionalFlag("idle"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownAsset.Find(world, Owner, Asset, out var book, out var card) is { } fault) return fault;
        if (From < card.Placed) return Refusal.Of(RefusalCode.DateBeforeAsset, ("date", From), ("asset", Asset), ("placedOn", VoucherRules.Text(card.Added.PlacedOn)));
        if (Use is null && UsefulLifeMonths is null) return Amended();
        if (!card.IsWrittenOff) return Refusal.Of(RefusalCode.AssetNotWrittenOff, ("class", card.Added.Class), ("field", Use is null ? "usefulLifeMonths" : "use"));
        if (card.LastDepreciated is { } through && through >= From) return Refusal.Of(RefusalCode.AssetChangeRetroactive, ("asset", Asset), ("through", through), ("from", From));
        if (Use is { } use && NewCard.CheckUse(world, book.Accounts, use) is { } noUse) return noUse;
        if (UsefulLifeMonths is { } life && card.Class!.Before(card.Placed).Plus(life) is var last && last < From)
            return Refusal.Of(RefusalCode.AssetLifeOver, ("asset", Asset), ("last", last), ("from", From));
        return book.Guard(Amended(), From.FirstDay).While(Streams.Accounts(Owner));
    }

    private Decision Amended() => Decision.Of(Streams.Assets(Owner), new AssetAmended(Owner, Asset, From, Use, UsefulLifeMonths, Place, Keeper, Idle));
}
