namespace VillageLedger.Reports;

/// <summary>What facts say of dividends, as rows: proposals, resolutions with everybody's part, payments, what nobody came for. Ids only: no name of a natural person.</summary>
public sealed class DividendsProjection : RowProjection
{
    public const string Schema = "dividends_1";

    private static readonly FactTable Dividend = FactTable.Of("dividend", "dividend code", "payer code", "year int", "distribute_fen bigint", "distributable_fen bigint");
    private static readonly FactTable Resolution = FactTable.Of(
        "resolution", "dividend code", "resolved_on date", "record_date date", "pay_by date?", "split_by code", "declared_fen bigint", "retained_fen bigint");

    private static readonly FactTable Part = FactTable.Of("part", "dividend code", "holder code", "weight bigint", "part_fen bigint", "line int");

    /// <summary>A payment that came back is a negative one.</summary>
    private static readonly FactTable Payment = FactTable.Of("payment", "dividend code", "payment code", "holder code", "day date", "amount_fen bigint");

    private static readonly FactTable Unclaimed = FactTable.Of("unclaimed", "dividend code", "holder code", "day date", "amount_fen bigint");
    private static readonly FactTable Withdrawal = FactTable.Of("withdrawal", "dividend code", "day date?");

    public override string Name => Schema;

    public override string Indexes =>
        $"""
        create unique index on dividend (dividend);
        create index on dividend (payer);
        create unique index on resolution (dividend);
        create unique index on part (dividend, holder);
        create index on part (holder);
        create index on payment (dividend, holder, position);
        create index on unclaimed (dividend, holder, position);
        create unique index on withdrawal (dividend);
        {HolderNames.Index}
        """;

    private protected override IReadOnlyList<FactTable> All { get; } = [Dividend, Resolution, Part, Payment, Unclaimed, Withdrawal, HolderNames.Table];

    private protected override void Fold(PlacedFact placed, RowBuffers rows)
    {
        if (placed.Fact is VoucherPosted or null) return;
        if (FactGroups.IsOfDividends(placed.Fact)) FoldDividend(placed.Fact, placed.Position, rows);
        else if (FactGroups.IsOfRegisters(placed.Fact) || placed.Fact is VentureFounded) HolderNames.Fold(placed.Fact, placed.Position, rows);
        else if (!FactGroups.IsOfBooks(placed.Fact) && !FactGroups.IsOfOwnersRegisters(placed.Fact) && !FactGroups.IsOfVentures(placed.Fact) && !FactGroups.IsOfCompanies(placed.Fact) && !FactGroups.IsOfMembers(placed.Fact))
            throw new UnknownFactException(placed.Stored.Type);
    }

    private static void FoldDividend(Fact fact, long position, RowBuffers rows)
    {
        switch (fact)
        {
            case DividendProposed proposed:
                rows.Row(Dividend.Shape).Text(proposed.Dividend).Text(proposed.Payer.Address).Small(proposed.Year)
                    .Whole(proposed.Steps[^1].AmountFen).Whole(proposed.DistributableFen).Whole(position);
                break;
            case DividendResolved resolved:
                rows.Row(Resolution.Shape).Text(resolved.Dividend).Day(resolved.ResolvedOn).Day(resolved.RecordDate).Day(resolved.PayBy).Text(resolved.SplitBy)
                    .Whole(resolved.DeclaredFen).Whole(resolved.RetainedFen ?? 0).Whole(position);
                foreach (var (i, part) in resolved.Parts.Index())
                    rows.Row(Part.Shape).Text(resolved.Dividend).Text(part.Holder.Address).Whole(part.Weight).Whole(part.PartFen).Small(i + 1).Whole(position);
                break;
            case DividendPaid paid:
                rows.Row(Payment.Shape).Text(paid.Dividend).Text(paid.Payment).Text(paid.Holder.Address).Day(paid.Date).Whole(paid.AmountFen).Whole(position);
                break;
            case DividendPaymentReturned returned:
                rows.Row(Payment.Shape).Text(returned.Dividend).Text(returned.Payment).Text(returned.Holder.Address).Day(returned.Date).Whole(-returned.AmountFen).Whole(position);
                break;
            case DividendUnclaimed unclaimed:
                rows.Row(Unclaimed.Shape).Text(unclaimed.Dividend).Text(unclaimed.Holder.Address).Day(unclaimed.Date).Whole(unclaimed.AmountFen).Whole(position);
                break;
            case DividendWithdrawn withdrawn:
                rows.Row(Withdrawal.Shape).Text(withdrawn.Dividend).Day(withdrawn.Date).Whole(position);
                break;
            default:
                throw new UnknownFactException(FactTypes.NameOf(fact));
        }
    }
}
