namespace VillageLedger;

/// <summary>
/// Proposes the vouchers by which an asset leaves: a fixed asset by way of the account for disposals (固定资产清理), others in one voucher. Amounts in fen. An asset is still written off in the month in which it leaves
/// (an intangible one is not), so that must have been proposed first.
/// </summary>
/// <param name="ProceedsFen">What was got for it.</param>
/// <param name="CostsFen">What removing it cost.</param>
/// <param name="Account">Where proceeds came in and costs were paid from; the bank unless given.</param>
public sealed record DisposeAsset(
    string Id, UserId By, Owner Owner, string Asset, DateOnly Date, string Way, string Reason, long? ProceedsFen, long? CostsFen, AccountCode? Account) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new DisposeAsset(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("asset", AssetFields.IdLength), fields.Date("date"), fields.Word("way", "scrapped", "sold", "donated"), fields.Text("reason", 100),
            Positive(fields, "proceedsFen"), Positive(fields, "costsFen"), fields.Optional<AccountCode>("account"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownAsset.Find(world, Owner, Asset, out var book, out var card) is { } fault) return fault;
        if (VoucherRules.CheckMonth(world, Owner, Date) is { } closed) return closed;
        if (KnownAsset.NotReady(card, Date) is { } notReady) return notReady;
        if ((Int128)card.CostFen + (CostsFen ?? 0) > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var entries = new AssetEntries(world, book.Accounts);
        var vouchers = (card.Class!.IsCleared ? Cleared(entries, card) : Direct(entries, card)).Where(voucher => voucher.Lines.Count > 0).ToList();
        var decision = Proposals.Several(world, this, Owner, vouchers);
        return decision.Refusal is not null ? decision : book.Guard(decision.And(Streams.Assets(Owner), Disposed(card, vouchers.Count)), Date);
    }

    private AssetDisposed Disposed(AssetCard card, int vouchers) => new(
        Owner, Asset, Date, Way, Reason, card.CostFen, card.AccumulatedFen, [.. Enumerable.Range(1, vouchers).Select(number => VoucherId.Proposed(Id, number))],
        ProceedsFen, CostsFen, ProceedsFen is null && CostsFen is null ? null : Account);

    /// <summary>Into the account for disposals, proceeds and costs through it, and what is left of it to gain or loss.</summary>
    private IEnumerable<VoucherContent> Cleared(AssetEntries entries, AssetCard card)
    {
        var (clearing, net) = (entries.Clearing, card.CostFen - card.AccumulatedFen);
        yield return Voucher(card, "转入清理", [.. AssetEntries.Debit(clearing, net), .. entries.BookOut(card)]);
        yield return Voucher(card, "清理收入", [.. AssetEntries.Debit(Account ?? entries.Bank, ProceedsFen ?? 0), .. AssetEntries.Credit(clearing, ProceedsFen ?? 0)]);
        yield return Voucher(card, "清理费用", [.. AssetEntries.Debit(clearing, CostsFen ?? 0), .. AssetEntries.Credit(Account ?? entries.Bank, CostsFen ?? 0)]);
        var loss = net + (CostsFen ?? 0) - (ProceedsFen ?? 0);
        yield return loss >= 0
            ? Voucher(card, "清理净损失", [.. AssetEntries.Debit(entries.Loss, loss), .. AssetEntries.Credit(clearing, loss)])
            : Voucher(card, "清理净收益", [.. AssetEntries.Debit(clearing, -loss), .. AssetEntries.Credit(entries.Gain, -loss)]);
    }

    private IEnumerable<VoucherContent> Direct(AssetEntries entries, AssetCard card)
    {
        var loss = card.CostFen - card.AccumulatedFen + (CostsFen ?? 0) - (ProceedsFen ?? 0);
        yield return Voucher(
            card, "处置",
            [
                .. AssetEntries.Debit(Account ?? entries.Bank, ProceedsFen ?? 0), .. AssetEntries.Debit(entries.Loss, Math.Max(loss, 0)), .. entries.BookOut(card),
                .. AssetEntries.Credit(Account ?? entries.Bank, CostsFen ?? 0), .. AssetEntries.Credit(entries.Gain, Math.Max(-loss, 0)),
            ]);
    }

    private VoucherContent Voucher(AssetCard card, string what, IEnumerable<VoucherLine> lines) =>
        AssetEntries.Voucher(Date, $"{card.Added.Name}（{Asset}）{what}：{Reason}", lines, $"disposal:{Asset}");

    private static long? Positive(Fields fields, string name) => fields.OptionalAmountOrZero(name) is > 0 and var fen ? fen : null;
}
