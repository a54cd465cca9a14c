namespace VillageLedger;

/// <summary>
/// Prepares the voucher by which a fund grows: money received (102/241; of a levy 102/113), or a levy approved (113/231). It counts once it is posted.
/// </summary>
/// <param name="Step"><c>received</c> unless given; <c>approved</c> for a levy that was resolved.</param>
/// <param name="Account">Paid into.</param>
/// <param name="From">Who pays or owes a levy; the donor unless given.</param>
public sealed record ReceiveFund(string Id, UserId By, Owner Owner, string Fund, DateOnly Date, long AmountFen, string Step, AccountCode? Account, Holder? From) : Request(Id, By)
{
    private const string Approved = "approved";

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReceiveFund(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), KnownFund.Id(fields, "fund"), fields.Date("date"), fields.PositiveAmount("amountFen"),
            fields.OptionalWord("step", "received", Approved) ?? "received", fields.Optional<AccountCode>("account"), fields.Optional<Holder>("from"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownFund.Find(world, Owner, Fund, out var fund) is { } fault) return fault;
        if (Step == Approved && !fund.IsLevy) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "step"), ("value", Step), ("expected", "received"));
        if (CheckAmount(FundStanding.Of(world, fund)) is { } tooMuch) return tooMuch;
        var lines = new FundLines(world, Owner, fund, Account, Party: From);
        if (lines.CheckAccounts() is { } wrong) return wrong;
        var decision = Proposals.One(world, this, Owner, lines.Voucher(Step, Date, AmountFen, Summary(fund)));
        return decision.Refusal is not null ? decision : FundStanding.Guard(world, fund, decision.And(Streams.Funds(Owner), new FundReceived(Fund, AsVoucher, Date, AmountFen, Step, From)));
    }

    private string Summary(Fund fund) => $"{(Step == Approved ? "确认应收一事一议资金" : fund.IsLevy ? "收到一事一议资金" : "收到专项资金")} {Fund}";

    /// <summary>Of a levy no more comes in than was approved; what a fund ever held stays within the bounds of an amount.</summary>
    private Refusal? CheckAmount(FundStanding standing)
    {
        if (standing.IsLevy && Step != Approved && AmountFen > standing.OwedFen)
            return Refusal.Of(RefusalCode.LevyBeyondApproved, ("fund", Fund), ("amount", new Money(AmountFen)), ("owed", new Money(standing.OwedFen)));
        var ever = (Int128)standing.OpeningFen + AmountFen + (Step == Approved ? standing.ApprovedFen + standing.WaitingApprovedFen : standing.ReceivedFen + standing.WaitingInFen);
        return ever > Money.MaxFen ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))) : null;
    }
}
