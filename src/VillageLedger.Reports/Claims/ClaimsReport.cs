using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A claim as it stands and whose money it is about.</summary>
public sealed record WrittenClaim(string Claim, Owner Book, Claim Content);

/// <summary>An owner's claims (报账单), with who approved them and what was made of them, as known at a position.</summary>
public static class ClaimsReport
{
    public const string Name = "claims";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("claim", CellKind.Text), new("date", CellKind.Text), new("state", CellKind.Word), new("amountFen", CellKind.Fen), new("summary", CellKind.Text), new("lines", CellKind.Count),
        new("payee", CellKind.Text), new("name", CellKind.Text, OnlyIfFilled: true), new("madeBy", CellKind.Text), new("approvedBy", CellKind.Text, OnlyIfFilled: true),
        new("waitsFor", CellKind.Text, OnlyIfFilled: true), new("voucher", CellKind.Text, OnlyIfFilled: true), new("reason", CellKind.Text, OnlyIfFilled: true),
    ];

    /// <param name="period">Claims of its months by their date; all unless given.</param>
    /// <param name="persons">Null: natural persons stay without names.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var claims = await new WorldAt(models, at.Position).AskAsync(world => Known(world, owner, period), cancellation).ConfigureAwait(false);
        var names = persons is null ? null : await persons([.. claims.Select(claim => claim.Payee).Distinct()], cancellation).ConfigureAwait(false);
        var rows = claims.Select(claim => (IReadOnlyList<object?>)
        [
            claim.Claim, ReportTime.Format(claim.Date), claim.State, claim.AmountFen, claim.Summary, (long)claim.Lines, claim.Payee.Address, names?.GetValueOrDefault(claim.Payee), claim.MadeBy,
            claim.ApprovedBy, claim.WaitsFor, claim.Voucher?.Value, claim.Reason,
        ]).ToList();
        return new(Name, at, Columns, rows) { Subject = period is null ? owner.Address : $"{owner} · {period}" };
    }

    /// <summary>What a claim says, word for word: to be amended. A claim that is not seen is as unknown as one that is not there.</summary>
    /// <exception cref="ReportRefusedException">There is no such claim at the position.</exception>
    public static async Task<WrittenClaim> WrittenAsync(ReadModels models, LogMoment at, string claim, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        return await new WorldAt(models, at.Position).AskAsync(world => KnownClaim.Find(world, claim, out var book, out var found) is null ? new WrittenClaim(claim, book, found) : null, cancellation).ConfigureAwait(false)
            ?? throw new ReportRefusedException(Refusal.Of(RefusalCode.ClaimUnknown, ("claim", claim)));
    }

    private static List<ClaimStanding> Known(World world, Owner owner, Period? period) =>
        [.. ClaimStanding.Of(world, owner).Where(claim => period is null || (Month.Of(claim.Date) >= period.From && Month.Of(claim.Date) <= period.To)).OrderBy(claim => claim.Date).ThenBy(claim => claim.Claim, StringComparer.Ordinal)];
}
