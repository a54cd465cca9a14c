namespace VillageLedger;

/// <summary>Ends a cashier's time with a day. What was signed stays signed.</summary>
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
        return world.Cash(Owner).IsCashier(User, Until)
            ? Decision.Of(Streams.Cash(Owner), new CashierEnded(Owner, User, Until))
            : Refusal.Of(RefusalCode.NotACashier, ("user", User), ("owner", Owner), ("date", VoucherRules.Text(Until)));
    }
}
