namespace VillageLedger;

/// <summary>Makes a claim void for good (撤回), as long as no voucher made from it counts; its invoices are free.</summary>
public sealed record WithdrawClaim(string Id, UserId By, string Claim, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new WithdrawClaim(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("claim").Value, fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownClaim.Find(world, Claim, out var owner, out var claim) is { } unknown) return unknown;
        if (claim.Stage == ClaimStage.Withdrawn) return Refusal.Of(RefusalCode.ClaimAlreadyWithdrawn, ("claim", Claim));
        if (KnownClaim.CheckVoucher(world, owner, Claim, claim) is { } fault) return fault;
        return InvoiceRules.Release(world, Decision.Of(Streams.Claims(owner), new ClaimWithdrawn(Claim, By, Reason)), InvoiceRules.OfClaim(Claim), By, claim.Attachments);
    }
}
