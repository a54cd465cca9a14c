namespace VillageLedger.Reports;

/// <summary>
/// What facts say of ventures, as rows: shares, contributions, buildings, allocations, payments, expectations; and the lines of books on which a venture and its holders
/// keep what one owes the other. Figures are worked out by the rules of the ledger when a report is read.
/// </summary>
public sealed class VenturesProjection : RowProjection
{
    public const string Schema = "ventures_1";

    private const string BookPrefix = "book/" + Owner.VentureKind + "/";

    private static readonly FactTable Venture = FactTable.Of("venture", "venture code", "name text", "kind code", "form code", "month int", "company code?");
    private static readonly FactTable Version = FactTable.Of("share_version", "venture code", "version int", "first_day date", "kind code", "resolution text");

    /// <summary>The weights of a version; of a transfer what one loses and the other gains.</summary>
    private static readonly FactTable Share = FactTable.Of("share", "venture code", "version int", "holder code", "weight bigint", "line int");

    private static readonly FactTable Call = FactTable.Of("call", "venture code", "call code", "day date", "due_on date", "holder code", "amount_fen bigint", "line int");
    private static readonly FactTable Contribution = FactTable.Of(
        "contribution", "venture code", "contribution code", "holder code", "day date", "kind code", "amount_fen bigint", "book_value_fen bigint?", "area_square_metres bigint?",
        "valuation_firm text?", "valuation_day date?", "valuation_document text?", "call code?");

    private static readonly FactTable Building = FactTable.Of(
        "building", "venture code", "building code", "day date", "cost_fen bigint", "area_square_metres bigint", "useful_life_months int", "residual_fen bigint", "provisional boolean");

    private static readonly FactTable Settlement = FactTable.Of("settlement", "venture code", "building code", "day date", "cost_fen bigint", "document text");

    /// <summary>A contribution or building that does not count from this position on.</summary>
    private static readonly FactTable Withdrawal = FactTable.Of("withdrawal", "venture code", "record code");

    private static readonly FactTable Expectation = FactTable.Of("expectation", "venture code", "month int", "asset_fen bigint", "year_fen bigint", "source text", "holder code?");
    private static readonly FactTable Allocation = FactTable.Of(
        "allocation", "venture code", "allocation code", "month int", "day date", "total_fen bigint", "policy code", "policy_version int", "retained_fen bigint", "top_up_fen bigint",
        "guarantor code?", "supplements code?", "replaces code?");

    private static readonly FactTable Part = FactTable.Of("part", "allocation code", "holder code", "weight bigint", "part_fen bigint", "line int");

    /// <summary>What became of an allocation: <c>confirmed</c>, <c>reversed</c>.</summary>
    private static readonly FactTable Stage = FactTable.Of("stage", "allocation code", "stage code");

    /// <summary>A payment that came back is a negative one.</summary>
    private static readonly FactTable Payment = FactTable.Of("payment", "allocation code", "payment code", "holder code", "day date", "amount_fen bigint");

    /// <summary>A line on a control account. <c>side</c> is whose book: <c>venture</c> or <c>holder</c>; without a holder it is income that is not yet anybody's.</summary>
    private static readonly FactTable Control = FactTable.Of(
        "control", "venture code", "month int", "side code", "holder code?", "debit_fen bigint", "credit_fen bigint", "voucher code", "cause code?", "line int");

    /// <summary>Who keeps a book.</summary>
    private static readonly FactTable Book = FactTable.Of("book", "owner code");

    public override string Name => Schema;

    public override string Indexes =>
        $"""
        create unique index on venture (venture);
        create unique index on share_version (venture, version);
        create unique index on share (venture, position, line);
        create index on call (venture, position);
        create unique index on contribution (venture, position);
        create unique index on building (venture, position);
        create unique index on settlement (venture, position);
        create unique index on withdrawal (venture, record);
        create unique index on expectation (venture, position);
        create unique index on allocation (venture, month, position);
        create unique index on part (allocation, holder);
        create unique index on stage (allocation, position);
        create unique index on payment (allocation, holder, position);
        create unique index on control (venture, month, position, line);
        create index on share (holder);
        create unique index on book (owner);
        {HolderNames.Index}
        """;

    private protected override IReadOnlyList<FactTable> All { get; } =
        [Venture, Version, Share, Call, Contribution, Building, Settlement, Withdrawal, Expectation, Allocation, Part, Stage, Payment, Control, Book, HolderNames.Table];

    private protected override void Fold(PlacedFact placed, RowBuffers rows)
    {
        if (placed.Fact is VoucherPosted posted) FoldPosted(posted, placed, rows);
        else if (FactGroups.IsOfVentures(placed.Fact)) FoldVenture(placed.Fact!, placed.Position, rows);
        else if (FactGroups.IsOfRegisters(placed.Fact)) HolderNames.Fold(placed.Fact, placed.Position, rows);
        else if (placed.Fact is BookOpened opened) rows.Row(Book.Shape).Text(opened.Owner.Address).Whole(placed.Position);
        else if (!FactGroups.IsOfBooks(placed.Fact) && !FactGroups.IsOfOwnersRegisters(placed.Fact) && !FactGroups.IsOfCompanies(placed.Fact) && !FactGroups.IsOfMembers(placed.Fact) && !FactGroups.IsOfDividends(placed.Fact))
            throw new UnknownFactException(placed.Stored.Type);
    }

    private static void FoldVenture(Fact fact, long position, RowBuffers rows)
    {
        switch (fact)
        {
            case VentureFounded founded:
                rows.Row(Venture.Shape).Text(founded.Venture).Text(founded.Name).Text(founded.Kind).Text(founded.Form).Small(founded.Month.Key).Text(founded.Company).Whole(position);
                HolderNames.Fold(founded, position, rows);
                break;
            case SharesAgreed agreed:
                FoldShares(agreed.Venture, agreed.Version, agreed.From, "agreed", agreed.Resolution, agreed.Shares, position, rows);
                break;
            case SharesCorrected corrected:
                FoldShares(corrected.Venture, corrected.Version, corrected.From, "corrected", corrected.Resolution, corrected.Shares, position, rows);
                break;
            case ShareTransferred moved:
                FoldShares(moved.Venture, moved.Version, moved.From, VentureRows.Transferred, moved.Resolution, [new(moved.Holder, -moved.Weight), new(moved.Taker, moved.Weight)], position, rows);
                break;
            case CapitalCalled called:
                foreach (var (i, amount) in called.Amounts.Index())
                    rows.Row(Call.Shape).Text(called.Venture).Text(called.Call).Day(called.Date).Day(called.DueOn).Text(amount.Holder.Address).Whole(amount.AmountFen).Small(i + 1).Whole(position);
                break;
            case ContributionMade made:
                rows.Row(Contribution.Shape).Text(made.Venture).Text(made.Contribution).Text(made.Holder.Address).Day(made.Date).Text(made.Kind).Whole(made.AmountFen).Whole(made.BookValueFen)
                    .Whole(made.AreaSquareMetres).Text(made.Valuation?.Firm).Day(made.Valuation?.Date).Text(made.Valuation?.Document).Text(made.Call).Whole(position);
                break;
            case PlacedInService placed:
                rows.Row(Building.Shape).Text(placed.Venture).Text(placed.Placing).Day(placed.Date).Whole(placed.CostFen).Whole(placed.AreaSquareMetres)
                    .Small(placed.UsefulLifeMonths).Whole(placed.ResidualFen).Flag(placed.Provisional == true).Whole(position);
                break;
            case CostSettled settled:
                rows.Row(Settlement.Shape).Text(settled.Venture).Text(settled.Placing).Day(settled.Date).Whole(settled.CostFen).Text(settled.Document).Whole(position);
                break;
            case VentureRecordWithdrawn withdrawn:
                rows.Row(Withdrawal.Shape).Text(withdrawn.Venture).Text(withdrawn.Of).Whole(position);
                break;
            case ExpectationStated stated:
                rows.Row(Expectation.Shape).Text(stated.Venture).Small(stated.From.Key).Whole(stated.AssetFen).Whole(stated.YearFen).Text(stated.Source).Text(stated.Holder?.Address).Whole(position);
                break;
            default:
                FoldAllocation(fact, position, rows);
                break;
        }
    }

    private static void FoldAllocation(Fact fact, long position, RowBuffers rows)
    {
        switch (fact)
        {
            case IncomeAllocated allocated:
                rows.Row(Allocation.Shape).Text(allocated.Venture).Text(allocated.Allocation).Small(allocated.Month.Key).Day(allocated.Date).Whole(allocated.TotalFen).Text(allocated.Policy)
                    .Small(allocated.PolicyVersion).Whole(allocated.RetainedFen ?? 0).Whole(allocated.TopUpFen ?? 0).Text(allocated.Guarantor?.Address)
                    .Text(allocated.Supplements).Text(allocated.Replaces).Whole(position);
                foreach (var (i, part) in allocated.Parts.Index())
                    rows.Row(Part.Shape).Text(allocated.Allocation).Text(part.Holder.Address).Whole(part.Weight).Whole(part.PartFen).Small(i + 1).Whole(position);
                break;
            case AllocationConfirmed confirmed:
                rows.Row(Stage.Shape).Text(confirmed.Allocation).Text(VentureRows.Confirmed).Whole(position);
                break;
            case AllocationReversed reversed:
                rows.Row(Stage.Shape).Text(reversed.Allocation).Text(VentureRows.Reversed).Whole(position);
                break;
            case AllocationPaid paid:
                rows.Row(Payment.Shape).Text(paid.Allocation).Text(paid.Payment).Text(paid.Holder.Address).Day(paid.Date).Whole(paid.AmountFen).Whole(position);
                break;
            case AllocationPaymentReturned returned:
                rows.Row(Payment.Shape).Text(returned.Allocation).Text(returned.Payment).Text(returned.Holder.Address).Day(returned.Date).Whole(-returned.AmountFen).Whole(position);
                break;
            case ParcelRecorded or AllocationsAuthorised or AuthorisationWithdrawn or ConstructionContracted or ConstructionContractChanged or ConstructionCostRecorded:
            case JointEntryPrepared or JointEntryConfirmed or JointEntryReversed:
                break;
            default:
                throw new UnknownFactException(FactTypes.NameOf(fact));
        }
    }

    private static void FoldShares(string venture, int version, DateOnly from, string kind, string resolution, IReadOnlyList<HolderWeight> shares, long position, RowBuffers rows)
    {
        rows.Row(Version.Shape).Text(venture).Small(version).Day(from).Text(kind).Text(resolution).Whole(position);
        foreach (var (i, share) in shares.Index())
            rows.Row(Share.Shape).Text(venture).Small(version).Text(share.Holder.Address).Whole(share.Weight).Small(i + 1).Whole(position);
    }

    /// <summary>Nearly every voucher ends at the first look: it is no venture's, and no line of it names one.</summary>
    private static void FoldPosted(VoucherPosted posted, PlacedFact placed, RowBuffers rows)
    {
        var ofVenture = placed.Stored.Stream.StartsWith(BookPrefix, StringComparison.Ordinal);
        for (var i = 0; i < posted.Lines.Count; i++)
        {
            var line = posted.Lines[i];
            var named = line.Party is { } party && party.Address.StartsWith(Owner.VentureKind, StringComparison.Ordinal);
            if (!ofVenture && !named) continue;
            if (!Streams.TryBook(placed.Stored.Stream, out var owner, out var month)) throw new InvalidOperationException($"A voucher stands in {placed.Stored.Stream}.");
            if (ofVenture && IsOwed(posted, line)) Add(owner.Code, "venture", line.Party?.Address);
            if (named && ControlAccounts.IsReceivable(posted.Standard, line.Account, line.Party)) Add(line.Party!.Value.Code, "holder", owner.Address);

            void Add(string venture, string side, string? holder) => rows.Row(Control.Shape).Text(venture).Small(month.Key).Text(side).Text(holder)
                .Whole(line.Debit).Whole(line.Credit).Text(posted.Voucher.Value).Text(posted.Cause).Small(i + 1).Whole(placed.Position);
        }
    }

    /// <summary>
    /// What a venture owes its holders, or nobody yet. Another's line on the same account, such as a contractor's, is a debt of another kind; one who became a holder
    /// later may have such lines too, which no allocation made.
    /// </summary>
    private static bool IsOwed(VoucherPosted posted, VoucherLine line) =>
        line.Account.IsWithin(ControlAccounts.Payable) && (line.Party is null || posted.Cause is not null || line.Party.Value.Kind == Owner.VillageKind);
}
