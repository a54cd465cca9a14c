namespace VillageLedger;

/// <summary>Where a claim stands, for those who look at it.</summary>
/// <param name="State"><c>handed-in</c>, <c>approved</c>, <c>vouchered</c>, <c>returned</c> or <c>withdrawn</c>.</param>
/// <param name="Summary">Of its first line.</param>
/// <param name="Lines">How many it has.</param>
/// <param name="MadeBy">Who handed it in or amended it.</param>
/// <param name="ApprovedBy">Who approved it since it was last handed in, with their levels.</param>
/// <param name="WaitsFor">The level whose approval is missing.</param>
/// <param name="Voucher">The voucher made from it that counts.</param>
/// <param name="Reason">Why it was returned or withdrawn.</param>
public sealed record ClaimStanding(
    string Claim, DateOnly Date, string State, long AmountFen, string Summary, int Lines, Holder Payee, string MadeBy, string? ApprovedBy, string? WaitsFor, VoucherId? Voucher, string? Reason)
{
    /// <summary>Every claim of an owner.</summary>
    public static IReadOnlyList<ClaimStanding> Of(World world, Owner owner)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.Claims(owner).Claims.Select(pair => Of(world, owner, pair.Key, pair.Value))];
    }

    private static ClaimStanding Of(World world, Owner owner, string id, Claim claim)
    {
        var vouchered = KnownClaim.IsVouchered(world, owner, claim);
        return new(
            id, claim.Date, vouchered ? "vouchered" : StateOf(claim.Stage), claim.AmountFen, claim.Lines[0].Summary, claim.Lines.Count, claim.Payee, string.Join(", ", claim.Makers),
            claim.Approvals.IsEmpty ? null : string.Join(", ", claim.Approvals.Select(Named)), claim.Stage == ClaimStage.HandedIn ? WaitsForOf(world, owner, claim) : null,
            vouchered ? claim.Voucher : null, claim.Stage is ClaimStage.Returned or ClaimStage.Withdrawn ? claim.Reason : null);
    }

    private static string StateOf(ClaimStage stage) => stage switch
    {
        ClaimStage.HandedIn => "handed-in",
        ClaimStage.Approved => "approved",
        ClaimStage.Returned => "returned",
        ClaimStage.Withdrawn => "withdrawn",
        _ => throw new InvalidOperationException($"No name is known for stage {stage} of a claim."),
    };

    private static string Named(ClaimApproved approval) => approval.Level is { } level ? $"{approval.ApprovedBy} ({level})" : approval.ApprovedBy.Value;

    private static string? WaitsForOf(World world, Owner owner, Claim claim) =>
        ApprovalRules.StrictestOf(world, owner, claim, claim.Date) is { Levels: var levels } && ApprovalRules.Needed(levels, claim.AmountFen) is { } needed ? ApprovalRules.Next(needed, claim).Level : null;
}
