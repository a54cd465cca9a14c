namespace VillageLedger;

/// <summary>
/// Prepares the voucher by which earmarked money is spent on one of its purposes: on an asset (asset/102, and the fund's part to 公积公益金: 241/311) or on an expense (241/102, not
/// through income). What waits to be posted is no longer left; what is discarded or taken back is left again.
/// </summary>
/// <param name="Asset">The account of what was bought: 151, 153, 132 …</param>
/// <param name="Account">Paid from.</param>
/// <param name="Party">Who was paid.</param>
public sealed record SpendFund(
    string Id, UserId By, Owner Owner, string Fund, DateOnly Date, long AmountFen, string Purpose, string Use, AccountCode? Asset, AccountCode? Account, Holder? Party, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SpendFund(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), KnownFund.Id(fields, "fund"), fields.Date("date"), fields.PositiveAmount("amountFen"),
            KnownFund.Id(fields, "purpose"), fields.Word("use", "asset", "expense"), fields.Optional<AccountCode>("asset"), fields.Optional<AccountCode>("account"), fields.Optional<Holder>("party"),
            fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownFund.Find(world, Owner, Fund, out var fund) is { } fault) return fault;
        if (fund.Opened.Purposes.FirstOrDefault(each => each.Purpose == Purpose) is not { } purpose)
            return Refusal.Of(RefusalCode.FundPurposeOther, ("fund", Fund), ("purpose", Purpose), ("purposes", string.Join(", ", fund.Opened.Purposes.Select(each => $"{each.Purpose} {each.Name}"))));
        if (Date > fund.Opened.Until) return Refusal.Of(RefusalCode.FundExpired, ("fund", Fund), ("date", VoucherRules.Text(Date)), ("until", VoucherRules.Text(fund.Opened.Until.Value)));
        if (Use != "asset" && Asset is { } bought) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "asset"), ("value", bought), ("expected", "use = asset"));
        if (Party is { } party && !world.Holder(party).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", party));
        var lines = new FundLines(world, Owner, fund, Account, Asset, Party);
        if ((lines.CheckAccounts() ?? KnownFund.CheckMoney(world, fund, AmountFen)) is { } wrong) return wrong;
        var decision = Proposals.One(world, this, Owner, lines.Voucher(Use, Date, AmountFen, $"{(fund.IsLevy ? "一事一议资金" : "专项资金")} {Fund} 用于{purpose.Name}"));
        return decision.Refusal is not null ? decision : FundStanding.Guard(world, fund, decision.And(Streams.Funds(Owner), new FundSpent(Fund, AsVoucher, Date, AmountFen, Purpose, Use, Party, Document)));
    }
}
