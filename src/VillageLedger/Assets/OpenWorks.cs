namespace VillageLedger;

/// <summary>Begins works of an owner's own (在建工程). Vouchers on the account of works name them as project by their id.</summary>
/// <param name="BudgetFen">What they may cost, in fen.</param>
public sealed record OpenWorks(string Id, UserId By, Owner Owner, string Works, string Name, DateOnly Date, long? BudgetFen, Holder? Contractor, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new OpenWorks(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("works", AssetFields.IdLength), fields.Text("name", 100), fields.Date("date"),
            fields.OptionalAmountOrZero("budgetFen"), fields.Optional<Holder>("contractor"), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Accounts(Owner).IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Owner));
        if (world.Assets(Owner).Works.ContainsKey(Works)) return Refusal.Of(RefusalCode.WorksTaken, ("works", Works), ("owner", Owner));
        if (Contractor is { } contractor && !world.Holder(contractor).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", contractor));
        return Decision.Of(Streams.Assets(Owner), new WorksOpened(Owner, Works, Name, Date, BudgetFen, Contractor, Document));
    }
}
