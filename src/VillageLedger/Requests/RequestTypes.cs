using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace VillageLedger;

/// <summary>A request as read: the request itself or why it cannot be read; its canonical content for recognising it again.</summary>
/// <param name="Id">The caller's id as far as it could be read, else "".</param>
public sealed record ReadRequest(string Id, Request? Request, Refusal? Refusal, byte[] Content);

/// <summary>The names of all requests and how each is read from JSON.</summary>
public static class RequestTypes
{
    /// <summary>Requests nest three deep, terms of an allocation, with policies within policies, some levels more; whatever nests deeper is no request.</summary>
    private const int MaxDepth = 64;

    private static readonly FrozenDictionary<string, Func<Fields, Request>> Readers = new Dictionary<string, Func<Fields, Request>>
    {
        ["register-village"] = RegisterVillage.Read,
        ["register-company"] = RegisterCompany.Read,
        ["register-party"] = RegisterParty.Read,
        ["subscribe-capital"] = SubscribeCapital.Read,
        ["pay-in-capital"] = PayInCapital.Read,
        ["transfer-capital"] = TransferCapital.Read,
        ["add-business-line"] = AddBusinessLine.Read,
        ["appoint-manager"] = AppointManager.Read,
        ["end-manager-contract"] = EndManagerContract.Read,
        ["settle-manager"] = SettleManager.Read,
        ["set-works-ceiling"] = SetWorksCeiling.Read,
        ["award-works"] = AwardWorks.Read,
        ["record-works-progress"] = RecordWorksProgress.Read,
        ["register-member"] = RegisterMember.Read,
        ["register-members"] = RegisterMembers.Read,
        ["erase-person"] = ErasePerson.Read,
        ["open-share-register"] = OpenShareRegister.Read,
        ["grant-shares"] = GrantShares.Read,
        ["cancel-shares"] = CancelShares.Read,
        ["inherit-shares"] = InheritShares.Read,
        ["transfer-member-shares"] = TransferMemberShares.Read,
        ["freeze-shares"] = FreezeShares.Read,
        ["release-shares"] = ReleaseShares.Read,
        ["adopt-rules"] = AdoptRules.Read,
        ["add-account"] = AddAccount.Read,
        ["open-book"] = OpenBook.Read,
        ["amend-opening"] = AmendOpening.Read,
        ["convert-book"] = ConvertBook.Read,
        ["prepare-voucher"] = PrepareVoucher.Read,
        ["amend-voucher"] = AmendVoucher.Read,
        ["review-voucher"] = ReviewVoucher.Read,
        ["return-voucher"] = ReturnVoucher.Read,
        ["discard-voucher"] = DiscardVoucher.Read,
        ["post-voucher"] = PostVoucher.Read,
        ["post-vouchers"] = PostVouchers.Read,
        ["reverse-voucher"] = ReverseVoucher.Read,
        ["correct-voucher"] = CorrectVoucher.Read,
        ["propose-closing"] = ProposeClosing.Read,
        ["explain-suspense"] = ExplainSuspense.Read,
        ["close-month"] = CloseMonth.Read,
        ["found-venture"] = FoundVenture.Read,
        ["record-parcel"] = RecordParcel.Read,
        ["agree-shares"] = AgreeShares.Read,
        ["transfer-share"] = TransferShare.Read,
        ["correct-shares"] = CorrectShares.Read,
        ["authorise-allocations"] = AuthoriseAllocations.Read,
        ["withdraw-authorisation"] = WithdrawAuthorisation.Read,
        ["call-capital"] = CallCapital.Read,
        ["contribute"] = Contribute.Read,
        ["let-construction"] = LetConstruction.Read,
        ["change-construction"] = ChangeConstruction.Read,
        ["record-construction-cost"] = RecordConstructionCost.Read,
        ["place-in-service"] = PlaceInService.Read,
        ["settle-cost"] = SettleCost.Read,
        ["withdraw-venture-record"] = WithdrawVentureRecord.Read,
        ["state-expectation"] = StateExpectation.Read,
        ["allocate-income"] = AllocateIncome.Read,
        ["confirm-allocation"] = ConfirmAllocation.Read,
        ["reverse-allocation"] = ReverseAllocation.Read,
        ["pay-allocation"] = PayAllocation.Read,
        ["return-allocation-payment"] = ReturnAllocationPayment.Read,
        ["prepare-joint-entry"] = PrepareJointEntry.Read,
        ["confirm-joint-entry"] = ConfirmJointEntry.Read,
        ["reverse-joint-entry"] = ReverseJointEntry.Read,
        ["propose-dividend"] = ProposeDividend.Read,
        ["resolve-dividend"] = ResolveDividend.Read,
        ["pay-dividend"] = PayDividend.Read,
        ["pay-dividends"] = PayDividends.Read,
        ["return-dividend-payment"] = ReturnDividendPayment.Read,
        ["mark-unclaimed"] = MarkUnclaimed.Read,
        ["withdraw-dividend"] = WithdrawDividend.Read,
        ["sign-contract"] = SignContract.Read,
        ["amend-contract"] = AmendContract.Read,
        ["renew-contract"] = RenewContract.Read,
        ["end-contract"] = EndContract.Read,
        ["propose-receivables"] = ProposeReceivables.Read,
        ["receive-deposit"] = ReceiveDeposit.Read,
        ["return-deposit"] = ReturnDeposit.Read,
        ["review-vouchers"] = ReviewVouchers.Read,
        ["move-village"] = MoveVillage.Read,
        ["rename-village"] = RenameVillage.Read,
        ["retire-village"] = RetireVillage.Read,
        ["merge-villages"] = MergeVillages.Read,
        ["rename-place"] = RenamePlace.Read,
        ["set-threshold"] = SetThreshold.Read,
        ["define-village-group"] = DefineVillageGroup.Read,
        ["open-fund"] = OpenFund.Read,
        ["receive-fund"] = ReceiveFund.Read,
        ["spend-fund"] = SpendFund.Read,
        ["return-fund"] = ReturnFund.Read,
        ["close-fund"] = CloseFund.Read,
        ["hand-in-claim"] = HandInClaim.Read,
        ["amend-claim"] = AmendClaim.Read,
        ["approve-claim"] = ApproveClaim.Read,
        ["return-claim"] = ReturnClaim.Read,
        ["withdraw-claim"] = WithdrawClaim.Read,
        ["voucher-claim"] = VoucherClaim.Read,
        ["ask-question"] = AskQuestion.Read,
        ["answer-question"] = AnswerQuestion.Read,
        ["return-answer"] = ReturnAnswer.Read,
        ["settle-question"] = SettleQuestion.Read,
        ["withdraw-question"] = WithdrawQuestion.Read,
        ["set-approval-levels"] = SetApprovalLevels.Read,
        ["name-approver"] = NameApprover.Read,
        ["end-approver"] = EndApprover.Read,
        ["register-bank-account"] = RegisterBankAccount.Read,
        ["close-bank-account"] = CloseBankAccount.Read,
        ["name-cashier"] = NameCashier.Read,
        ["end-cashier"] = EndCashier.Read,
        ["sign-voucher"] = SignVoucher.Read,
        ["sign-vouchers"] = SignVouchers.Read,
        ["record-statement"] = RecordStatement.Read,
        ["match-statement"] = MatchStatement.Read,
        ["match-statements"] = MatchStatements.Read,
        ["undo-match"] = UndoMatch.Read,
        ["count-cash"] = CountCash.Read,
        ["register-forms"] = RegisterForms.Read,
        ["issue-forms"] = IssueForms.Read,
        ["use-form"] = UseForm.Read,
        ["void-form"] = VoidForm.Read,
        ["settle-forms"] = SettleForms.Read,
        ["add-asset"] = AddAsset.Read,
        ["amend-asset"] = AmendAsset.Read,
        ["withdraw-asset"] = WithdrawAsset.Read,
        ["propose-depreciation"] = ProposeDepreciation.Read,
        ["dispose-asset"] = DisposeAsset.Read,
        ["count-assets"] = CountAssets.Read,
        ["open-works"] = OpenWorks.Read,
        ["complete-works"] = CompleteWorks.Read,
        ["settle-asset-cost"] = SettleAssetCost.Read,
        ["register-resource"] = RegisterResource.Read,
        ["change-resource"] = ChangeResource.Read,
    }.ToFrozenDictionary();

    /// <summary>Every request's name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads one JSON object in UTF-8. Duplicate keys, unknown fields, NUL and half surrogate pairs are refused.</summary>
    public static ReadRequest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            // The parser looks at bytes beyond ASCII only when they are asked for, and then throws.
            if (!Utf8.IsValid(json.Span)) return Unread(Refusal.Of(RefusalCode.JsonInvalid, ("column", ValidBytes(json.Span) + 1)));
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return FaultyKey(document.RootElement) is { } fault ? Unread(fault) : Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return Unread(Refusal.Of(RefusalCode.JsonInvalid, ("column", (fault.BytePositionInLine ?? 0) + 1)));
        }
    }

    private static ReadRequest Unread(Refusal refusal) => new("", null, refusal, []);

    private static int ValidBytes(ReadOnlySpan<byte> json)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(json[valid..], out _, out var length) == OperationStatus.Done) valid += length;
        return valid;
    }

    /// <summary>
    /// A key that stands twice in an object, or that holds half a surrogate pair and so has no text. The parser's own search for duplicates
    /// throws at the latter and does not say which key it is.
    /// </summary>
    private static Refusal? FaultyKey(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    if (FaultyKey(item) is { } fault) return fault;
                return null;
            case JsonValueKind.Object:
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in json.EnumerateObject())
                {
                    if (Fields.NameOf(member) is not { } name) return Refusal.Of(RefusalCode.FieldUnknown, ("field", "\ufffd"));
                    if (!seen.Add(name)) return Refusal.Of(RefusalCode.JsonDuplicateKey, ("key", Fields.Shown(name)));
                    if (FaultyKey(member.Value) is { } fault) return fault;
                }

                return null;
            default:
                return null;
        }
    }

    private static ReadRequest Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return new("", null, Refusal.Of(RefusalCode.JsonInvalid, ("column", 1)), []);
        var fields = new Fields(json);
        var name = fields.Text("request", 64);
        var id = fields.Value<RequestId>("id").Value ?? "";
        if (!fields.Failed && !Readers.ContainsKey(name)) return new(id, null, Refusal.Of(RefusalCode.RequestUnknown, ("request", name)), []);
        // In facts these stand for a rule that let something pass without a second person.
        if (fields.Optional<UserId>("by") is { Value: { } by } && by.StartsWith(UserId.RulePrefix, StringComparison.OrdinalIgnoreCase))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "by"), ("value", by), ("expected", UserId.Expected)));
        if (fields.Failed) return new(Ids.IsValid(id) ? id : "", null, fields.Fault, []);
        var request = Readers[name](fields);
        fields.RefuseOthers();
        return fields.Failed ? new(id, null, fields.Fault, []) : new(id, request, null, Encoding.UTF8.GetBytes(CanonicalJson.Of(json)));
    }
}
