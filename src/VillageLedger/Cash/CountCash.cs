namespace VillageLedger;

/// <summary>
/// Records a count of cash (现金盘点) beside what the posted vouchers say at the end of the day. A difference is shown and prepares the voucher that brings the book to the count,
/// against 待处理财产损溢: its id is this request's.
/// </summary>
/// <param name="Account">A lowest account under 库存现金.</param>
/// <param name="Witnesses">Users who were there (监盘人), other than who counts.</param>
/// <param name="Suspense">Where a difference goes, where the chart has no 待处理财产损溢 (that of 2004), or another is wanted.</param>
public sealed record CountCash(
    string Id, UserId By, Owner Owner, AccountCode Account, DateOnly Date, long CountedFen, IReadOnlyList<UserId> Witnesses, AccountCode? Suspense) : Request(Id, By)
{
    internal const string CausePrefix = "cash-count:";

    private const int MaxWitnesses = 20;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var by = fields.Value<UserId>("by");
        var witnesses = fields.Values<UserId>("witnesses", MaxWitnesses);
        if (!fields.Failed && (witnesses.Count == 0 || witnesses.Contains(by)))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "witnesses"), ("value", string.Join(", ", witnesses)), ("expected", $"[ 1 – {MaxWitnesses} ] ≠ by")));
        return new CountCash(
            fields.Text("id"), by, fields.Value<Owner>("owner"), fields.Value<AccountCode>("account"), fields.Date("date"), fields.AmountOrZero("countedFen"),
            [.. witnesses.Distinct()], fields.Optional<AccountCode>("suspense"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (desk, month) = (world.Cash(Owner), Month.Of(Date));
        if (CashFields.Open(world, Owner, out var accounts, out var chart) is { } closed) return closed;
        if (month < accounts.FirstMonth) return Refusal.Of(RefusalCode.DateBeforeBook, ("date", VoucherRules.Text(Date)), ("month", accounts.FirstMonth));
        if (CashFields.CheckLowest(accounts, chart, Owner, Account, AccountRole.Cash) is { } wrong) return wrong;
        if (Standing(world, desk) is { } stands)
            return Refusal.Of(RefusalCode.CashCountStands, ("account", Account), ("date", VoucherRules.Text(stands.Date)), ("voucher", stands.Voucher?.Value ?? "–"));
        var booked = MoneyBook.BalanceOn(world, Owner, Account, Date);
        if (!world.IsComplete) return Decision.Nothing;
        var counted = new CashCounted(Owner, Account, Date, CountedFen, booked, By, Witnesses, CountedFen == booked ? null : AsVoucher);
        if (CountedFen == booked) return Guarded(world, Decision.Of(Streams.Cash(Owner), counted).Showing(), null);
        if (Int128.Abs((Int128)CountedFen - booked) > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        if ((Suspense ?? chart.WithRole(AccountRole.Suspense)) is not { } suspense) return Refusal.Of(RefusalCode.FieldMissing, ("field", "suspense"));
        var proposed = Proposals.One(world, this, Owner, Difference(CountedFen - booked, accounts.Carrier(suspense)));
        return proposed.Refusal is not null ? proposed : Guarded(world, proposed.And(Streams.Cash(Owner), counted), month);
    }

    /// <summary>A count of the day, or one whose voucher waits: the book does not hold its difference yet, so it would be found again.</summary>
    private CashCounted? Standing(World world, CashDesk desk) => desk.Counts.Where(count => count.Account == Account).ToList().FindLast(count =>
        count.Voucher is not { } voucher ? count.Date == Date : !Proposals.IsVoid(world, voucher) && (count.Date == Date || IsWaiting(world, voucher)));

    private static bool IsWaiting(World world, VoucherId voucher) =>
        world.PlaceOf(voucher) is { } place && world.Book(place.Owner, place.Month).Find(voucher) is { IsUnposted: true };

    /// <summary>The balance was read from months that may still be open.</summary>
    private Decision Guarded(World world, Decision decision, Month? written) => MoneyBook.OpenMonths(world, Owner, Month.Of(Date)).Where(month => month != written)
        .Aggregate(decision, (sum, month) => sum.While(Streams.Book(Owner, month))).While(Streams.Accounts(Owner));

    private VoucherContent Difference(long fen, AccountCode suspense) => new(
        "记", Date, VoucherKind.Ordinary, $"{Date.Month}月{Date.Day}日现金盘点{(fen < 0 ? "短款" : "长款")}",
        fen < 0
            ? [new(suspense, DebitFen: -fen), new(Account, CreditFen: -fen)]
            : [new(Account, DebitFen: fen), new(suspense, CreditFen: fen)],
        0, Cause: CausePrefix + VoucherRules.Text(Date));
}
