namespace VillageLedger.Reports;

/// <summary>
/// Facts of ventures, companies, dividends and members: what they mean for books and income stands in the vouchers of the same append, so that
/// the projections of books pass over them. Written out, so that a fact that nobody thought of stops a projection.
/// </summary>
internal static class OtherFacts
{
    public static bool Has(Fact? fact) => fact is
        VentureFounded or ParcelRecorded or SharesAgreed or ShareTransferred or SharesCorrected or AllocationsAuthorised or AuthorisationWithdrawn
        or CapitalCalled or ContributionMade or ConstructionContracted or ConstructionContractChanged or ConstructionCostRecorded or PlacedInService or CostSettled or ExpectationStated
        or IncomeAllocated or AllocationConfirmed or AllocationReversed or AllocationPaid or AllocationPaymentReturned
        or JointEntryPrepared or JointEntryConfirmed or JointEntryReversed
        or DividendProposed or DividendResolved or DividendPaid or DividendPaymentReturned or DividendUnclaimed or DividendWithdrawn;
}
