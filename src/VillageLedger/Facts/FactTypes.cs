using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VillageLedger;

/// <summary>
/// The stored names of all facts and how each is written and read. Names are written out here and frozen by a test; a change of meaning
/// gets a new version and an upcaster in <see cref="Read"/>, the only place that knows older versions.
/// </summary>
public static class FactTypes
{
    private static readonly FactContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName = new Dictionary<string, JsonTypeInfo>
    {
        ["rules-adopted.1"] = Context.RulesAdopted,
        ["place-named.1"] = Context.PlaceNamed,
        ["village-registered.1"] = Context.VillageRegistered,
        ["company-registered.1"] = Context.CompanyRegistered,
        ["capital-subscribed.1"] = Context.CapitalSubscribed,
        ["capital-paid-in.1"] = Context.CapitalPaidIn,
        ["capital-transferred.1"] = Context.CapitalTransferred,
        ["business-line-added.1"] = Context.BusinessLineAdded,
        ["manager-appointed.1"] = Context.ManagerAppointed,
        ["manager-contract-ended.1"] = Context.ManagerContractEnded,
        ["manager-settled.1"] = Context.ManagerSettled,
        ["works-ceiling-set.1"] = Context.WorksCeilingSet,
        ["works-awarded.1"] = Context.WorksAwarded,
        ["works-progress-recorded.1"] = Context.WorksProgressRecorded,
        ["party-registered.1"] = Context.PartyRegistered,
        ["member-registered.1"] = Context.MemberRegistered,
        ["person-erased.1"] = Context.PersonErased,
        ["share-register-opened.1"] = Context.ShareRegisterOpened,
        ["shares-granted.1"] = Context.SharesGranted,
        ["shares-cancelled.1"] = Context.SharesCancelled,
        ["shares-inherited.1"] = Context.SharesInherited,
        ["member-shares-transferred.1"] = Context.MemberSharesTransferred,
        ["shares-frozen.1"] = Context.SharesFrozen,
        ["shares-released.1"] = Context.SharesReleased,
        ["record-date-set.1"] = Context.RecordDateSet,
        ["account-added.1"] = Context.AccountAdded,
        ["book-opened.1"] = Context.BookOpened,
        ["opening-amended.1"] = Context.OpeningAmended,
        ["book-converted.1"] = Context.BookConverted,
        ["voucher-prepared.1"] = Context.VoucherPrepared,
        ["voucher-amended.1"] = Context.VoucherAmended,
        ["voucher-reviewed.1"] = Context.VoucherReviewed,
        ["voucher-returned.1"] = Context.VoucherReturned,
        ["voucher-discarded.1"] = Context.VoucherDiscarded,
        ["vouchers-imported.1"] = Context.VouchersImported,
        ["voucher-posted.1"] = Context.VoucherPosted,
        ["voucher-reversed.1"] = Context.VoucherReversed,
        ["voucher-corrected.1"] = Context.VoucherCorrected,
        ["suspense-explained.1"] = Context.SuspenseExplained,
        ["month-closed.1"] = Context.MonthClosed,
        ["venture-founded.1"] = Context.VentureFounded,
        ["parcel-recorded.1"] = Context.ParcelRecorded,
        ["shares-agreed.1"] = Context.SharesAgreed,
        ["share-transferred.1"] = Context.ShareTransferred,
        ["shares-corrected.1"] = Context.SharesCorrected,
        ["allocations-authorised.1"] = Context.AllocationsAuthorised,
        ["authorisation-withdrawn.1"] = Context.AuthorisationWithdrawn,
        ["capital-called.1"] = Context.CapitalCalled,
        ["contribution-made.1"] = Context.ContributionMade,
        ["construction-contracted.1"] = Context.ConstructionContracted,
        ["construction-contract-changed.1"] = Context.ConstructionContractChanged,
        ["construction-cost-recorded.1"] = Context.ConstructionCostRecorded,
        ["placed-in-service.1"] = Context.PlacedInService,
        ["cost-settled.1"] = Context.CostSettled,
        ["venture-record-withdrawn.1"] = Context.VentureRecordWithdrawn,
        ["expectation-stated.1"] = Context.ExpectationStated,
        ["income-allocated.1"] = Context.IncomeAllocated,
        ["allocation-confirmed.1"] = Context.AllocationConfirmed,
        ["allocation-reversed.1"] = Context.AllocationReversed,
        ["allocation-paid.1"] = Context.AllocationPaid,
        ["allocation-payment-returned.1"] = Context.AllocationPaymentReturned,
        ["joint-entry-prepared.1"] = Context.JointEntryPrepared,
        ["joint-entry-confirmed.1"] = Context.JointEntryConfirmed,
        ["joint-entry-reversed.1"] = Context.JointEntryReversed,
        ["dividend-proposed.1"] = Context.DividendProposed,
        ["dividend-resolved.1"] = Context.DividendResolved,
        ["dividend-paid.1"] = Context.DividendPaid,
        ["dividend-payment-returned.1"] = Context.DividendPaymentReturned,
        ["dividend-unclaimed.1"] = Context.DividendUnclaimed,
        ["dividend-withdrawn.1"] = Context.DividendWithdrawn,
        ["contract-signed.1"] = Context.ContractSigned,
        ["contract-amended.1"] = Context.ContractAmended,
        ["contract-renewed.1"] = Context.ContractRenewed,
        ["contract-ended.1"] = Context.ContractEnded,
        ["receivables-proposed.1"] = Context.ReceivablesProposed,
        ["deposit-received.1"] = Context.DepositReceived,
        ["deposit-returned.1"] = Context.DepositReturned,
        ["vouchers-reviewed.1"] = Context.VouchersReviewed,
        ["threshold-set.1"] = Context.ThresholdSet,
        ["village-group-defined.1"] = Context.VillageGroupDefined,
        ["book-ended.1"] = Context.BookEnded,
        ["place-renamed.1"] = Context.PlaceRenamed,
        ["villages-merged.1"] = Context.VillagesMerged,
        ["village-retired.1"] = Context.VillageRetired,
        ["village-renamed.1"] = Context.VillageRenamed,
        ["village-moved.1"] = Context.VillageMoved,
        ["fund-closed.1"] = Context.FundClosed,
        ["fund-returned.1"] = Context.FundReturned,
        ["fund-spent.1"] = Context.FundSpent,
        ["fund-received.1"] = Context.FundReceived,
        ["fund-opened.1"] = Context.FundOpened,
        ["claim-handed-in.1"] = Context.ClaimHandedIn,
        ["claim-amended.1"] = Context.ClaimAmended,
        ["claim-approved.1"] = Context.ClaimApproved,
        ["claim-returned.1"] = Context.ClaimReturned,
        ["claim-withdrawn.1"] = Context.ClaimWithdrawn,
        ["claim-vouchered.1"] = Context.ClaimVouchered,
        ["question-asked.1"] = Context.QuestionAsked,
        ["question-answered.1"] = Context.QuestionAnswered,
        ["answer-returned.1"] = Context.AnswerReturned,
        ["question-settled.1"] = Context.QuestionSettled,
        ["question-withdrawn.1"] = Context.QuestionWithdrawn,
        ["approval-levels-set.1"] = Context.ApprovalLevelsSet,
        ["approver-named.1"] = Context.ApproverNamed,
        ["approver-ended.1"] = Context.ApproverEnded,
        ["invoice-used.1"] = Context.InvoiceUsed,
        ["invoice-released.1"] = Context.InvoiceReleased,
        ["bank-account-registered.1"] = Context.BankAccountRegistered,
        ["bank-account-closed.1"] = Context.BankAccountClosed,
        ["cashier-named.1"] = Context.CashierNamed,
        ["cashier-ended.1"] = Context.CashierEnded,
        ["voucher-signed.1"] = Context.VoucherSigned,
        ["cash-counted.1"] = Context.CashCounted,
        ["statement-recorded.1"] = Context.StatementRecorded,
        ["statement-matched.1"] = Context.StatementMatched,
        ["statement-unmatched.1"] = Context.StatementUnmatched,
        ["forms-registered.1"] = Context.FormsRegistered,
        ["forms-issued.1"] = Context.FormsIssued,
        ["form-used.1"] = Context.FormUsed,
        ["form-voided.1"] = Context.FormVoided,
        ["forms-settled.1"] = Context.FormsSettled,
        ["asset-added.1"] = Context.AssetAdded,
        ["asset-amended.1"] = Context.AssetAmended,
        ["asset-withdrawn.1"] = Context.AssetWithdrawn,
        ["depreciation-proposed.1"] = Context.DepreciationProposed,
        ["asset-disposed.1"] = Context.AssetDisposed,
        ["assets-counted.1"] = Context.AssetsCounted,
        ["works-opened.1"] = Context.WorksOpened,
        ["works-completed.1"] = Context.WorksCompleted,
        ["asset-cost-settled.1"] = Context.AssetCostSettled,
        ["resource-registered.1"] = Context.ResourceRegistered,
        ["resource-changed.1"] = Context.ResourceChanged,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(pair => pair.Value.Type, pair => pair.Key);

    /// <summary>Every stored name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    public static Type TypeOf(string name) => ByName.TryGetValue(name, out var info) ? info.Type : throw new UnknownFactException(name);

    public static string NameOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return ByType[fact.GetType()];
    }

    /// <summary>The fact as it is stored: camelCase, no nulls, UTF-8.</summary>
    public static byte[] Write(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return JsonSerializer.SerializeToUtf8Bytes(fact, ByName[NameOf(fact)]);
    }

    /// <summary>Terms as they are stored within a fact.</summary>
    internal static byte[] WritePart(AllocationTerms? terms) => terms is null ? [] : JsonSerializer.SerializeToUtf8Bytes(terms, Context.AllocationTerms);

    /// <summary>Reads a stored fact. Throws <see cref="UnknownFactException"/> for a type it does not know and <see cref="JsonException"/> for corrupt data.</summary>
    public static Fact Read(string name, ReadOnlySpan<byte> data) =>
        ByName.TryGetValue(name, out var info)
            ? (Fact)(JsonSerializer.Deserialize(data, info) ?? throw new JsonException($"A stored {name} is null."))
            : throw new UnknownFactException(name);
}

[JsonSerializable(typeof(RulesAdopted))]
[JsonSerializable(typeof(PlaceNamed))]
[JsonSerializable(typeof(VillageRegistered))]
[JsonSerializable(typeof(CompanyRegistered))]
[JsonSerializable(typeof(CapitalSubscribed))]
[JsonSerializable(typeof(CapitalPaidIn))]
[JsonSerializable(typeof(CapitalTransferred))]
[JsonSerializable(typeof(BusinessLineAdded))]
[JsonSerializable(typeof(ManagerAppointed))]
[JsonSerializable(typeof(ManagerContractEnded))]
[JsonSerializable(typeof(ManagerSettled))]
[JsonSerializable(typeof(WorksCeilingSet))]
[JsonSerializable(typeof(WorksAwarded))]
[JsonSerializable(typeof(WorksProgressRecorded))]
[JsonSerializable(typeof(PartyRegistered))]
[JsonSerializable(typeof(MemberRegistered))]
[JsonSerializable(typeof(PersonErased))]
[JsonSerializable(typeof(ShareRegisterOpened))]
[JsonSerializable(typeof(SharesGranted))]
[JsonSerializable(typeof(SharesCancelled))]
[JsonSerializable(typeof(SharesInherited))]
[JsonSerializable(typeof(MemberSharesTransferred))]
[JsonSerializable(typeof(SharesFrozen))]
[JsonSerializable(typeof(SharesReleased))]
[JsonSerializable(typeof(RecordDateSet))]
[JsonSerializable(typeof(AccountAdded))]
[JsonSerializable(typeof(BookOpened))]
[JsonSerializable(typeof(OpeningAmended))]
[JsonSerializable(typeof(BookConverted))]
[JsonSerializable(typeof(VoucherPrepared))]
[JsonSerializable(typeof(VoucherAmended))]
[JsonSerializable(typeof(VoucherReviewed))]
[JsonSerializable(typeof(VoucherReturned))]
[JsonSerializable(typeof(VoucherDiscarded))]
[JsonSerializable(typeof(VouchersImported))]
[JsonSerializable(typeof(VoucherPosted))]
[JsonSerializable(typeof(VoucherReversed))]
[JsonSerializable(typeof(VoucherCorrected))]
[JsonSerializable(typeof(SuspenseExplained))]
[JsonSerializable(typeof(MonthClosed))]
[JsonSerializable(typeof(VentureFounded))]
[JsonSerializable(typeof(ParcelRecorded))]
[JsonSerializable(typeof(SharesAgreed))]
[JsonSerializable(typeof(ShareTransferred))]
[JsonSerializable(typeof(SharesCorrected))]
[JsonSerializable(typeof(AllocationsAuthorised))]
[JsonSerializable(typeof(AuthorisationWithdrawn))]
[JsonSerializable(typeof(CapitalCalled))]
[JsonSerializable(typeof(ContributionMade))]
[JsonSerializable(typeof(ConstructionContracted))]
[JsonSerializable(typeof(ConstructionContractChanged))]
[JsonSerializable(typeof(ConstructionCostRecorded))]
[JsonSerializable(typeof(PlacedInService))]
[JsonSerializable(typeof(CostSettled))]
[JsonSerializable(typeof(VentureRecordWithdrawn))]
[JsonSerializable(typeof(ExpectationStated))]
[JsonSerializable(typeof(IncomeAllocated))]
[JsonSerializable(typeof(AllocationConfirmed))]
[JsonSerializable(typeof(AllocationReversed))]
[JsonSerializable(typeof(AllocationPaid))]
[JsonSerializable(typeof(AllocationPaymentReturned))]
[JsonSerializable(typeof(JointEntryPrepared))]
[JsonSerializable(typeof(JointEntryConfirmed))]
[JsonSerializable(typeof(JointEntryReversed))]
[JsonSerializable(typeof(DividendProposed))]
[JsonSerializable(typeof(DividendResolved))]
[JsonSerializable(typeof(DividendPaid))]
[JsonSerializable(typeof(DividendPaymentReturned))]
[JsonSerializable(typeof(DividendUnclaimed))]
[JsonSerializable(typeof(DividendWithdrawn))]
[JsonSerializable(typeof(ContractSigned))]
[JsonSerializable(typeof(ContractAmended))]
[JsonSerializable(typeof(ContractRenewed))]
[JsonSerializable(typeof(ContractEnded))]
[JsonSerializable(typeof(ReceivablesProposed))]
[JsonSerializable(typeof(DepositReceived))]
[JsonSerializable(typeof(DepositReturned))]
[JsonSerializable(typeof(VouchersReviewed))]
[JsonSerializable(typeof(ThresholdSet))]
[JsonSerializable(typeof(VillageGroupDefined))]
[JsonSerializable(typeof(BookEnded))]
[JsonSerializable(typeof(PlaceRenamed))]
[JsonSerializable(typeof(VillagesMerged))]
[JsonSerializable(typeof(VillageRetired))]
[JsonSerializable(typeof(VillageRenamed))]
[JsonSerializable(typeof(VillageMoved))]
[JsonSerializable(typeof(FundClosed))]
[JsonSerializable(typeof(FundReturned))]
[JsonSerializable(typeof(FundSpent))]
[JsonSerializable(typeof(FundReceived))]
[JsonSerializable(typeof(FundOpened))]
[JsonSerializable(typeof(ClaimHandedIn))]
[JsonSerializable(typeof(ClaimAmended))]
[JsonSerializable(typeof(ClaimApproved))]
[JsonSerializable(typeof(ClaimReturned))]
[JsonSerializable(typeof(ClaimWithdrawn))]
[JsonSerializable(typeof(ClaimVouchered))]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionAnswered))]
[JsonSerializable(typeof(AnswerReturned))]
[JsonSerializable(typeof(QuestionSettled))]
[JsonSerializable(typeof(QuestionWithdrawn))]
[JsonSerializable(typeof(ApprovalLevelsSet))]
[JsonSerializable(typeof(ApproverNamed))]
[JsonSerializable(typeof(ApproverEnded))]
[JsonSerializable(typeof(InvoiceUsed))]
[JsonSerializable(typeof(InvoiceReleased))]
[JsonSerializable(typeof(BankAccountRegistered))]
[JsonSerializable(typeof(BankAccountClosed))]
[JsonSerializable(typeof(CashierNamed))]
[JsonSerializable(typeof(CashierEnded))]
[JsonSerializable(typeof(VoucherSigned))]
[JsonSerializable(typeof(CashCounted))]
[JsonSerializable(typeof(StatementRecorded))]
[JsonSerializable(typeof(StatementMatched))]
[JsonSerializable(typeof(StatementUnmatched))]
[JsonSerializable(typeof(FormsRegistered))]
[JsonSerializable(typeof(FormsIssued))]
[JsonSerializable(typeof(FormUsed))]
[JsonSerializable(typeof(FormVoided))]
[JsonSerializable(typeof(FormsSettled))]
[JsonSerializable(typeof(AssetAdded))]
[JsonSerializable(typeof(AssetAmended))]
[JsonSerializable(typeof(AssetWithdrawn))]
[JsonSerializable(typeof(DepreciationProposed))]
[JsonSerializable(typeof(AssetDisposed))]
[JsonSerializable(typeof(AssetsCounted))]
[JsonSerializable(typeof(WorksOpened))]
[JsonSerializable(typeof(WorksCompleted))]
[JsonSerializable(typeof(AssetCostSettled))]
[JsonSerializable(typeof(ResourceRegistered))]
[JsonSerializable(typeof(ResourceChanged))]
internal sealed partial class FactContext : JsonSerializerContext;
