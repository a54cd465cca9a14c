namespace VillageLedger;

/// <summary>What a month's check says of claims: those that no voucher was made from. An owner without claims gets no finding.</summary>
internal static class ClaimChecks
{
    public static readonly IReadOnlyList<string> Names = ["claims-waiting", "claims-unvouchered"];

    public static IEnumerable<CheckResult> Of(MonthSituation at)
    {
        var claims = at.World.Claims(at.Book).Claims;
        if (claims.IsEmpty) return [];
        var open = claims.Where(pair => pair.Value.Stage != ClaimStage.Withdrawn && Month.Of(pair.Value.Date) <= at.Month)
            .Where(pair => !KnownClaim.IsVouchered(at.World, at.Book, pair.Value)).ToList();
        var waiting = Named(open, claim => claim.Stage != ClaimStage.Approved);
        var approved = Named(open, claim => claim.Stage == ClaimStage.Approved);
        return
        [
            MonthCheck.Result("claims-waiting", CheckState.Warning, waiting.Count > 0, ("count", waiting.Count), ("claims", MonthCheck.Listed(waiting))),
            MonthCheck.Result("claims-unvouchered", CheckState.Warning, approved.Count > 0, ("count", approved.Count), ("claims", MonthCheck.Listed(approved))),
        ];
    }

    private static List<string> Named(IEnumerable<KeyValuePair<string, Claim>> claims, Func<Claim, bool> concerns) =>
        [.. claims.Where(pair => concerns(pair.Value)).Select(pair => $"{pair.Key} {new Money(pair.Value.AmountFen)}")];
}
