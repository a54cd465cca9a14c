namespace VillageLedger;

/// <summary>
/// Ends a cashier's time with a day; by anybody else. What was signed stays signed, and what was to be signed stays so: no voucher dated after the day is signed by that cashier, or waits for
/// a signature while no other cashier is in force on its date.
/// </summary>
/// <param name="Until">The last day; the cashier was in force on it.</param>
public sealed record EndCashier(string Id, UserId By, Owner Owner, UserId User, DateOnly Until) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new EndCashier(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Value<UserId>("user"), fields.Date("until"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Cash(Owner).IsCashier(User, Until)) return Refusal.Of(RefusalCode.NotACashier, ("user", User), ("owner", Owner), ("date", VoucherRules.Text(Until)));
        if (By == User) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "by"), ("value", By), ("expected", $"≠ {User}"));
        var ended = new CashierEnded(Owner, User, Until);
        var months = Months(world);
        var dates = months.SelectMany(month => world.Book(Owner, month).Vouchers).Where(pair => IsBound(world, ended, pair.Key, pair.Value)).Select(pair => pair.Value.Content.Date).ToList();
        return dates.Count > 0
            ? Refusal.Of(RefusalCode.FieldInvalid, ("field", "until"), ("value", VoucherRules.Text(Until)), ("expected", "≥ " + VoucherRules.Text(dates.Max())))
            : months.Aggregate(Decision.Of(Streams.Cash(Owner), ended), (decision, month) => decision.While(Streams.Book(Owner, month)));
    }

    /// <summary>The months of the book from the last day on that may hold vouchers: those that are closed, and the two after them.</summary>
    private List<Month> Months(World world)
    {
        var accounts = world.Accounts(Owner);
        if (!accounts.IsOpen) return [];
        var first = accounts.Eras.First().FirstMonth;
        List<Month> months = [Month.Of(Until) < first ? first : Month.Of(Until)];
        while (world.Book(Owner, months[^1]).IsClosed) months.Add(months[^1].Next);
        months.Add(months[^1].Next);
        return months;
    }

    /// <summary>Whether a voucher after the last day holds the cashier in his time.</summary>
    private bool IsBound(World world, CashierEnded ended, VoucherId id, Voucher voucher)
    {
        var date = voucher.Content.Date;
        if (date <= Until || voucher.Stage == VoucherStage.Discarded) return false;
        return voucher.SignedBy == User
            || (voucher.IsUnposted && !id.IsJoint && Signatures.IsMissing(world, Owner, voucher) && !world.Cash(Owner).Evolve(ended).HasCashierOn(date));
    }
}
