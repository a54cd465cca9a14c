using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Where a claim stands; whether a voucher was made from it is another matter.</summary>
public enum ClaimStage
{
    /// <summary>Handed in; approvals are missing.</summary>
    HandedIn,
    Approved,
    Returned,
    Withdrawn,
}

/// <summary>A claim as decisions see it.</summary>
/// <param name="Makers">Who handed it in or amended it: none of them approves it.</param>
/// <param name="Approvals">Since it was last handed in, in order.</param>
/// <param name="Voucher">The last voucher made from it, whether it still counts or not.</param>
/// <param name="VoucherMonth">Where that lies.</param>
/// <param name="Reason">Why it was last returned or withdrawn.</param>
public sealed record Claim(
    DateOnly Date,
    IReadOnlyList<ClaimLine> Lines,
    Holder Payee,
    IReadOnlyList<Attachment>? Attachments,
    ImmutableList<UserId> Makers,
    ClaimStage Stage,
    ImmutableList<ClaimApproved> Approvals,
    VoucherId? Voucher = null,
    Month VoucherMonth = default,
    string? Reason = null)
{
    /// <summary>In fen; within the bounds of an amount, checked when it was handed in.</summary>
    public long AmountFen => Lines.Sum(line => line.AmountFen);
}

/// <summary>An owner's claims (报账单). Folded from <c>claims/…</c>.</summary>
public sealed record ClaimRegister(ImmutableSortedDictionary<string, Claim> Claims)
{
    public static readonly ClaimRegister Empty = new(ImmutableSortedDictionary.Create<string, Claim>(StringComparer.Ordinal));

    public Claim? Find(string claim) => Claims.GetValueOrDefault(claim);

    public ClaimRegister Evolve(Fact fact) => fact switch
    {
        ClaimHandedIn made => With(made.Claim, new(made.Date, made.Lines, made.Payee, made.Attachments, [made.HandedInBy], ClaimStage.HandedIn, [])),
        ClaimAmended amended => With(amended.Claim, Amended(Claims[amended.Claim], amended)),
        ClaimApproved approved => With(approved.Claim, Approved(Claims[approved.Claim], approved)),
        ClaimReturned returned => With(returned.Claim, Claims[returned.Claim] with { Stage = ClaimStage.Returned, Approvals = [], Reason = returned.Reason }),
        ClaimWithdrawn withdrawn => With(withdrawn.Claim, Claims[withdrawn.Claim] with { Stage = ClaimStage.Withdrawn, Approvals = [], Reason = withdrawn.Reason }),
        ClaimVouchered vouchered => With(vouchered.Claim, Claims[vouchered.Claim] with { Voucher = vouchered.Voucher, VoucherMonth = vouchered.Month }),
        _ => throw Fold.Unexpected(fact, this),
    };

    private static Claim Amended(Claim claim, ClaimAmended amended) => claim with
    {
        Date = amended.Date,
        Lines = amended.Lines,
        Payee = amended.Payee,
        Attachments = amended.Attachments,
        Makers = claim.Makers.Contains(amended.AmendedBy) ? claim.Makers : claim.Makers.Add(amended.AmendedBy),
        Stage = ClaimStage.HandedIn,
    };

    private static Claim Approved(Claim claim, ClaimApproved approved) => claim with
    {
        Approvals = claim.Approvals.Add(approved),
        Stage = approved.Final is true ? ClaimStage.Approved : claim.Stage,
    };

    private ClaimRegister With(string id, Claim claim) => new(Claims.SetItem(id, claim));
}
