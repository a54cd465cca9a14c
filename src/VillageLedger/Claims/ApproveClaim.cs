namespace VillageLedger;

/// <summary>
/// Approves a claim at the next level that its amount needs; nobody approves what he made, or twice. Where no levels are set one other person is enough.
/// </summary>
/// <param name="Date">Of the signature; the approver must be one on that day.</param>
public sealed record ApproveClaim(string Id, UserId By, string Claim, DateOnly Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ApproveClaim(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("claim").Value, fields.Date("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownClaim.Find(world, Claim, out var owner, out var claim) is { } unknown) return unknown;
        if (KnownClaim.CheckStage(Claim, claim) is { } over) return over;
        if (claim.Stage == ClaimStage.Approved) return Refusal.Of(RefusalCode.ClaimAlreadyApproved, ("claim", Claim));
        if (claim.Makers.Contains(By)) return Refusal.Of(RefusalCode.ApproveByMaker, ("claim", Claim), ("by", By));
        if (claim.Approvals.Exists(approval => approval.ApprovedBy == By)) return Refusal.Of(RefusalCode.ApproveTwice, ("claim", Claim), ("by", By));
        if (Date < claim.Date) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "date"), ("value", VoucherRules.Text(Date)), ("expected", "≥ " + VoucherRules.Text(claim.Date)));
        var decision = Approved(world, owner, claim);
        return decision.Refusal is null ? ApprovalRules.ScopesOf(owner).Aggregate(decision, (sum, scope) => sum.While(Streams.Approvals(scope.Value))) : decision;
    }

    private Decision Approved(World world, Owner owner, Claim claim)
    {
        if (ApprovalRules.StrictestOf(world, owner, claim, Date) is not { } rule) return Fact(owner, null, null, true);
        if (ApprovalRules.Needed(rule.Levels, claim.AmountFen) is not { } needed)
            return Refusal.Of(RefusalCode.ClaimBeyondLevels, ("claim", Claim), ("amount", new Money(claim.AmountFen)), ("limit", new Money(rule.Levels[^1].UptoFen!.Value)), ("scope", rule.Scope));
        var next = ApprovalRules.Next(needed, claim).Level;
        var approvers = ApprovalRules.ApproversOf(world, owner, next, Date);
        if (!approvers.Contains(By))
            return Refusal.Of(RefusalCode.NotAnApprover, ("claim", Claim), ("by", By), ("level", next), ("approvers", ApprovalRules.Named(approvers)), ("date", VoucherRules.Text(Date)));
        var last = needed.All(level => level.Level == next || claim.Approvals.Exists(approval => approval.Level == level.Level));
        return Fact(owner, rule.Scope, next, last ? true : null);
    }

    private Decision Fact(Owner owner, ApprovalScope? scope, string? level, bool? last) => Decision.Of(Streams.Claims(owner), new ClaimApproved(Claim, Date, By, scope, level, last));
}
