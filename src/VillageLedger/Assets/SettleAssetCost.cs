namespace VillageLedger;

/// <summary>
/// Settles the estimated cost of an asset (决算): proposes the difference on its account against what is owed, or against another account, in red where it is less. From the next month what is left is spread over the
/// months left; earlier depreciation stays (小企业会计准则 art. 88: 未来适用法).
/// </summary>
/// <param name="CostFen">The settled cost, in fen.</param>
/// <param name="Account">The other side: what is owed unless given; on the account of works the line names the works.</param>
public sealed record SettleAssetCost(string Id, UserId By, Owner Owner, string Asset, DateOnly Date, long CostFen, AccountCode? Account, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SettleAssetCost(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("asset", AssetFields.IdLength), fields.Date("date"), fields.PositiveAmount("costFen"),
            fields.Optional<AccountCode>("account"), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownAsset.Find(world, Owner, Asset, out var book, out var card) is { } fault) return fault;
        if (!card.IsProvisional) return Refusal.Of(RefusalCode.AssetNotProvisional, ("asset", Asset));
        if (Date < card.Added.PlacedOn) return Refusal.Of(RefusalCode.SettledBeforePlaced, ("date", VoucherRules.Text(Date)), ("placed", VoucherRules.Text(card.Added.PlacedOn)));
        var month = Month.Of(Date);
        if (card.LastDepreciated is { } through && through > month) return Refusal.Of(RefusalCode.AssetChangeRetroactive, ("asset", Asset), ("through", through), ("from", month));
        if (CheckCost(world, card, month) is { } wrong) return wrong;
        var settled = new AssetCostSettled(Owner, Asset, Date, CostFen, card.CostFen, CostFen == card.CostFen ? null : AsVoucher, Document);
        if (settled.Voucher is null) return book.Guard(Decision.Of(Streams.Assets(Owner), settled), Date);
        var decision = Proposals.One(world, this, Owner, Voucher(new(world, book.Accounts), book.Accounts, card));
        return decision.Refusal is not null ? decision : book.Guard(decision.And(Streams.Assets(Owner), settled), Date);
    }

    private Refusal? CheckCost(World world, AssetCard card, Month month)
    {
        var least = card.IsWrittenOff ? card.ResidualFen + card.AccumulatedFen + card.DueThrough(month).Sum(due => due.Fen) : 0;
        if (CostFen < least) return Refusal.Of(RefusalCode.AssetCostBelowWrittenOff, ("asset", Asset), ("cost", new Money(CostFen)), ("least", new Money(least)));
        return world.Assets(Owner).CostFen + CostFen > Money.MaxFen ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))) : null;
    }

    private VoucherContent Voucher(AssetEntries entries, Accounts accounts, AssetCard card)
    {
        var difference = CostFen - card.CostFen;
        var (other, ofWorks) = (Account ?? entries.Payable, Account is { } account && account.IsWithin(entries.WorksRoot));
        return AssetEntries.Voucher(
            Date, $"{card.Added.Name}（{Asset}）暂估价值决算",
            [.. AssetEntries.Debit(card.AccountIn(accounts), difference), .. AssetEntries.Credit(other, difference, party: ofWorks ? null : card.Added.Supplier, project: ofWorks ? card.Added.Works : null)],
            $"settlement:{Asset}");
    }
}
