namespace VillageLedger;

/// <summary>Gives the whole opening of a book once more, in place of the one before: until the first month is closed, whatever is posted already.</summary>
public sealed record AmendOpening(string Id, UserId By, Owner Owner, IReadOnlyList<OpeningLine> Opening) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AmendOpening(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), OpeningRules.Read(fields));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Owner);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Owner));
        // The opening of converted books is what the old ones closed with.
        if (accounts.Earlier is not null) return Refusal.Of(RefusalCode.OpeningOfConversion, ("book", Owner), ("month", accounts.FirstMonth));
        if (world.Book(Owner, accounts.FirstMonth).IsClosed) return Refusal.Of(RefusalCode.OpeningClosed, ("book", Owner), ("month", accounts.FirstMonth));
        return OpeningRules.Check(world, Owner, VoucherRules.ChartOf(world, accounts), accounts, Opening) is { } fault
            ? fault
            : Decision.Of(Streams.Accounts(Owner), new OpeningAmended(Owner, accounts.Standard!, accounts.FirstMonth, Opening)).While(Streams.Book(Owner, accounts.FirstMonth));
    }
}
