namespace VillageLedger;

/// <summary>Finding the claim that a request is about.</summary>
public static class KnownClaim
{
    /// <summary>The claim and its owner, or that there is none.</summary>
    public static Refusal? Find(World world, string id, out Owner owner, out Claim claim)
    {
        (owner, claim) = (default, null!);
        const string prefix = "claims/";
        var stream = world.StreamOf(new(id));
        if (!stream.StartsWith(prefix, StringComparison.Ordinal) || !Owner.TryParse(stream[prefix.Length..], out owner) || world.Claims(owner).Find(id) is not { } found)
            return Refusal.Of(RefusalCode.ClaimUnknown, ("claim", id));
        claim = found;
        return null;
    }

    /// <summary>Why a claim is over: withdrawn, or returned and not amended since.</summary>
    public static Refusal? CheckStage(string id, Claim claim) => claim.Stage switch
    {
        ClaimStage.Withdrawn => Refusal.Of(RefusalCode.ClaimAlreadyWithdrawn, ("claim", id)),
        ClaimStage.Returned => Refusal.Of(RefusalCode.ClaimAlreadyReturned, ("claim", id), ("reason", claim.Reason)),
        _ => null,
    };

    /// <summary>That a voucher made from the claim counts.</summary>
    public static Refusal? CheckVoucher(World world, Owner owner, string id, Claim claim) => IsVouchered(world, owner, claim)
        ? Refusal.Of(RefusalCode.ClaimAlreadyVouchered, ("claim", id), ("voucher", claim.Voucher))
        : null;

    /// <summary>Whether a voucher made from the claim counts: neither discarded nor taken back.</summary>
    public static bool IsVouchered(World world, Owner owner, Claim claim) => claim.Voucher is { } voucher && !Proposals.IsVoid(world, owner, claim.VoucherMonth, voucher);
}
