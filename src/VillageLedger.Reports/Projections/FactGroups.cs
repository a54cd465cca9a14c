namespace VillageLedger.Reports;

/// <summary>
/// What facts are about, written out: a projection names the groups that it passes over, so that a fact that nobody thought of stops it.
/// </summary>
internal static class FactGroups
{
    /// <summary>What these mean for books and income stands in the vouchers of the same append: the projections of books pass over them.</summary>
    public static bool IsBesideBooks(Fact? fact) => IsOfVentures(fact) || IsOfCompanies(fact) || IsOfMembers(fact) || IsOfDividends(fact) || IsOfOwnersRegisters(fact);

    /// <summary>Registers of an owner of books, read from their streams alone.</summary>
    public static bool IsOfOwnersRegisters(Fact? fact) => IsOfClaims(fact) || IsOfCash(fact) || IsOfContracts(fact) || IsOfAssets(fact) || IsOfFunds(fact) || IsOfThresholds(fact) || IsOfVillageGroups(fact) || IsOfQuestions(fact);

    public static bool IsOfClaims(Fact? fact) => fact is
        ClaimHandedIn or ClaimAmended or ClaimApproved or ClaimReturned or ClaimWithdrawn or ClaimVouchered
        or ApprovalLevelsSet or ApproverNamed or ApproverEnded or InvoiceUsed or InvoiceReleased;

    public static bool IsOfQuestions(Fact? fact) => fact is QuestionAsked or QuestionAnswered or AnswerReturned or QuestionSettled or QuestionWithdrawn;

    public static bool IsOfCash(Fact? fact) => fact is
        BankAccountRegistered or BankAccountClosed or CashierNamed or CashierEnded or CashCounted or StatementRecorded or StatementMatched or StatementUnmatched
        or FormsRegistered or FormsIssued or FormUsed or FormVoided or FormsSettled;

    public static bool IsOfContracts(Fact? fact) => fact is
        ContractSigned or ContractAmended or ContractRenewed or ContractEnded or ReceivablesProposed or DepositReceived or DepositReturned;

    public static bool IsOfAssets(Fact? fact) => fact is
        AssetAdded or AssetAmended or AssetWithdrawn or DepreciationProposed or AssetDisposed or AssetsCounted or WorksOpened or WorksCompleted or AssetCostSettled
        or ResourceRegistered or ResourceChanged;

    public static bool IsOfFunds(Fact? fact) => fact is FundOpened or FundReceived or FundSpent or FundReturned or FundClosed;

    public static bool IsOfThresholds(Fact? fact) => fact is ThresholdSet;

    public static bool IsOfVillageGroups(Fact? fact) => fact is VillageGroupDefined;

    public static bool IsOfRegisters(Fact? fact) => fact is RulesAdopted or PlaceNamed or VillageRegistered or CompanyRegistered or PartyRegistered || IsOfPlaces(fact);

    /// <summary>Where villages belong and what places are called, from a month on.</summary>
    public static bool IsOfPlaces(Fact? fact) => fact is VillageMoved or VillageRenamed or VillageRetired or VillagesMerged or PlaceRenamed;

    /// <summary>Null is a step of a voucher before posting.</summary>
    public static bool IsOfBooks(Fact? fact) => fact is null or AccountAdded or BookOpened or OpeningAmended or BookConverted or BookEnded or VouchersImported or VouchersReviewed or VoucherPosted or MonthClosed;

    public static bool IsOfVentures(Fact? fact) => fact is
        VentureFounded or ParcelRecorded or SharesAgreed or ShareTransferred or SharesCorrected or AllocationsAuthorised or AuthorisationWithdrawn
        or CapitalCalled or ContributionMade or ConstructionContracted or ConstructionContractChanged or ConstructionCostRecorded or PlacedInService or CostSettled or VentureRecordWithdrawn or ExpectationStated
        or IncomeAllocated or AllocationConfirmed or AllocationReversed or AllocationPaid or AllocationPaymentReturned
        or JointEntryPrepared or JointEntryConfirmed or JointEntryReversed;

    public static bool IsOfCompanies(Fact? fact) => fact is
        CapitalSubscribed or CapitalPaidIn or CapitalTransferred or BusinessLineAdded or ManagerAppointed or ManagerContractEnded or ManagerSettled
        or WorksCeilingSet or WorksAwarded or WorksProgressRecorded;

    public static bool IsOfDividends(Fact? fact) => fact is
        DividendProposed or DividendResolved or DividendPaid or DividendPaymentReturned or DividendUnclaimed or DividendWithdrawn;

    public static bool IsOfMembers(Fact? fact) => fact is
        MemberRegistered or PersonErased or ShareRegisterOpened or IShareChanges or SharesFrozen or SharesReleased or RecordDateSet;
}
