namespace VillageLedger;

/// <summary>Names a cashier of an owner (出纳). While one is in force, vouchers of these days that move cash or money at a bank are signed before they are posted.</summary>
/// <param name="Until">The last day; open unless given.</param>
public sealed record NameCashier(string Id, UserId By, Owner Owner, UserId User, DateOnly From, DateOnly? Until) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new NameCashier(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Value<UserId>("user"), fields.Date("from"), fields.OptionalDate("until"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        if (Until < From) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "until"), ("value", VoucherRules.Text(Until.Value)), ("expected", "≥ " + VoucherRules.Text(From)));
        return world.Cash(Owner).Cashiers.Find(time => time.User == User && (Until is null || time.From <= Until) && (time.Until is null || From <= time.Until)) is { } other
            ? Refusal.Of(RefusalCode.CashierAlreadyNamed, ("user", User), ("owner", Owner), ("from", VoucherRules.Text(other.From)))
            : Decision.Of(Streams.Cash(Owner), new CashierNamed(Owner, User, From, Until));
    }
}
