namespace VillageLedger;

/// <summary>
/// Records a count of an owner's assets (资产盘点). What was not found is proposed, at what is left of it, to pending losses (待处理财产损溢); what was found without a card is listed, and gets one by <c>add-asset</c>.
/// </summary>
public sealed record CountAssets(string Id, UserId By, Owner Owner, DateOnly Date, IReadOnlyList<CountedAsset> Counted, IReadOnlyList<SurplusAsset>? Surplus) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CountAssets(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Date("date"),
            fields.Items("counted", item => new CountedAsset(item.Text("asset", AssetFields.IdLength), item.Flag("found"), item.OptionalText("condition"))),
            fields.OptionalItems("surplus", item => new SurplusAsset(item.Text("name", 100), AssetFields.Quantity(item), item.OptionalText("condition"))) is { Count: > 0 } surplus ? surplus : null);
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var book = AssetBook.Of(world, Owner);
        if (!book.Accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Owner));
        if (Counted.GroupBy(counted => counted.Asset).FirstOrDefault(group => group.Count() > 1) is { } twice) return Refusal.Of(RefusalCode.AssetTwice, ("asset", twice.Key));
        var cards = book.Cards.ToDictionary(card => card.Asset, StringComparer.Ordinal);
        foreach (var counted in Counted)
            if (CheckCard(cards, counted) is { } fault) return fault;
        var missing = Counted.Where(counted => !counted.Found).Select(counted => cards[counted.Asset]).ToList();
        if (missing.Count == 0) return Decision.Of(Streams.Assets(Owner), Fact(missing, null));
        var decision = Proposals.One(world, this, Owner, Voucher(new(world, book.Accounts), missing));
        return decision.Refusal is not null ? decision : book.Guard(decision.And(Streams.Assets(Owner), Fact(missing, decision.Facts.IsEmpty ? null : AsVoucher)), Date);
    }

    private Refusal? CheckCard(Dictionary<string, AssetCard> cards, CountedAsset counted)
    {
        if (!cards.TryGetValue(counted.Asset, out var card)) return Refusal.Of(RefusalCode.AssetUnknown, ("asset", counted.Asset), ("owner", Owner));
        return KnownAsset.Left(card) ?? (counted.Found ? null : KnownAsset.NotReady(card, Date));
    }

    private VoucherContent Voucher(AssetEntries entries, IEnumerable<AssetCard> missing) => AssetEntries.Voucher(
        Date, "资产盘亏，待处理",
        missing.SelectMany(card => (IEnumerable<VoucherLine>)[.. AssetEntries.Debit(entries.Missing, card.CostFen - card.AccumulatedFen, Summary(card)), .. entries.BookOut(card, Summary(card))]),
        $"count:{Id}");

    private static string Summary(AssetCard card) => $"盘亏{card.Added.Name}（{card.Asset}）";

    private AssetsCounted Fact(IReadOnlyCollection<AssetCard> missing, VoucherId? voucher) => new(
        Owner, Id, Date, Counted, missing.Count == 0 ? null : [.. missing.Select(card => new MissingAsset(card.Asset, card.CostFen, card.AccumulatedFen))], Surplus, voucher);
}
