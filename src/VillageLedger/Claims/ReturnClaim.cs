namespace VillageLedger;

/// <summary>Gives a claim back to the clerk (退回); what was approved of it is void and its invoices are free until it is amended.</summary>
public sealed record ReturnClaim(string Id, UserId By, string Claim, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReturnClaim(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("claim").Value, fields.Text("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownClaim.Find(world, Claim, out var owner, out var claim) is { } unknown) return unknown;
        if ((KnownClaim.CheckStage(Claim, claim) ?? KnownClaim.CheckVoucher(world, owner, Claim, claim)) is { } fault) return fault;
        return InvoiceRules.Release(world, Decision.Of(Streams.Claims(owner), new ClaimReturned(Claim, By, Reason)), InvoiceRules.OfClaim(Claim), By, claim.Attachments);
    }
}
