namespace VillageLedger;

/// <summary>Hands in originals to be booked (报账): what was spent, for whom, with the files that prove it. The claim's id is this request's.</summary>
public sealed record HandInClaim(string Id, UserId By, Owner Book, ClaimContent Content) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new HandInClaim(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), ClaimContent.Read(fields));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        world.Claims(Book);
        if (Content.Check(world, Book) is { } fault) return fault;
        var decision = Decision.Of(Streams.Claims(Book), new ClaimHandedIn(Id, Book, Content.Date, Content.Lines, Content.Payee, By, Content.Attachments));
        return InvoiceRules.Use(world, decision, InvoiceRules.OfClaim(Id), Book, By, Content.Attachments);
    }
}
