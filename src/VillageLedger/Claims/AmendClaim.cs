namespace VillageLedger;

/// <summary>Replaces what a returned claim says; it is approved from the beginning.</summary>
public sealed record AmendClaim(string Id, UserId By, string Claim, ClaimContent Content) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AmendClaim(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("claim").Value, ClaimContent.Read(fields));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownClaim.Find(world, Claim, out var owner, out var claim) is { } unknown) return unknown;
        if (claim.Stage == ClaimStage.Withdrawn) return Refusal.Of(RefusalCode.ClaimAlreadyWithdrawn, ("claim", Claim));
        if (claim.Stage != ClaimStage.Returned) return Refusal.Of(RefusalCode.ClaimNotReturned, ("claim", Claim));
        if (Content.Check(world, owner) is { } fault) return fault;
        var decision = Decision.Of(Streams.Claims(owner), new ClaimAmended(Claim, Content.Date, Content.Lines, Content.Payee, By, Content.Attachments));
        return InvoiceRules.Use(world, decision, InvoiceRules.OfClaim(Claim), owner, By, Content.Attachments);
    }
}
