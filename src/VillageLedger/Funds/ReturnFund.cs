namespace VillageLedger;

/// <summary>Prepares the voucher by which unspent earmarked money goes back to its donor (241/102), in time or after it.</summary>
/// <param name="Account">Paid from.</param>
public sealed record ReturnFund(string Id, UserId By, Owner Owner, string Fund, DateOnly Date, long AmountFen, AccountCode? Account, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReturnFund(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), KnownFund.Id(fields, "fund"), fields.Date("date"), fields.PositiveAmount("amountFen"),
            fields.Optional<AccountCode>("account"), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownFund.Find(world, Owner, Fund, out var fund) is { } fault) return fault;
        var lines = new FundLines(world, Owner, fund, Account);
        if ((lines.CheckAccounts() ?? KnownFund.CheckMoney(world, fund, AmountFen)) is { } wrong) return wrong;
        var decision = Proposals.One(world, this, Owner, lines.Voucher("returned", Date, AmountFen, $"退回{(fund.IsLevy ? "一事一议资金" : "专项资金")}结余 {Fund}"));
        return decision.Refusal is not null ? decision : FundStanding.Guard(world, fund, decision.And(Streams.Funds(Owner), new FundReturned(Fund, AsVoucher, Date, AmountFen, Document)));
    }
}
