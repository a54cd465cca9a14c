namespace VillageLedger;

/// <summary>Makes a card void that was entered in error. One with depreciation, or made of works, is freed of that first.</summary>
public sealed record WithdrawAsset(string Id, UserId By, Owner Owner, string Asset, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new WithdrawAsset(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("asset", AssetFields.IdLength), fields.Text("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownAsset.Find(world, Owner, Asset, out var book, out var card) is { } fault) return fault;
        var voucher = (card.Parts.Count > 0 ? card.Parts[^1].Voucher : (VoucherId?)null) ?? (card.Settled.Count > 0 ? card.Settled[^1].Voucher : null) ?? (card.Added.Works is null ? null : card.Added.Voucher);
        return voucher is { } stands
            ? Refusal.Of(RefusalCode.AssetHasVoucher, ("asset", Asset), ("voucher", stands))
            : book.Guard(Decision.Of(Streams.Assets(Owner), new AssetWithdrawn(Owner, Asset, Reason)), card.Added.PlacedOn);
    }
}
