namespace VillageLedger.Reports;

/// <summary>Posted lines that name another month than their own as the one they concern (<c>concernsMonth</c>): what a restated report moves there.</summary>
public sealed class RestatedProjection : RowProjection
{
    public const string ProjectionName = "restated_1";

    private static readonly FactTable Line = FactTable.Of(
        "line", "owner code", "standard text", "month int", "concerns int", "account code", "party text?", "kind text", "debit_fen bigint", "credit_fen bigint", "line int");

    public override string Name => ProjectionName;

    public override string Indexes => "create unique index on line (owner, position, line);";

    private protected override IReadOnlyList<FactTable> All => [Line];

    private protected override void Fold(PlacedFact placed, RowBuffers rows)
    {
        switch (placed.Fact)
        {
            case VoucherPosted { ConcernsMonth: { } concerns } posted when concerns != Month.Of(posted.Date):
                var (owner, month) = Streams.TryBook(placed.Stored.Stream, out var of, out var at) ? (of, at) : throw new InvalidOperationException($"A voucher was posted in {placed.Stored.Stream}.");
                foreach (var (i, line) in posted.Lines.Index())
                    rows.Row(Line.Shape).Text(owner.Address).Text(posted.Standard).Small(month.Key).Small(concerns.Key).Text(line.Account.Value).Text(line.Party?.Address).Text(BooksProjection.KindOf(posted.Kind))
                        .Whole(line.Debit).Whole(line.Credit).Small(i + 1).Whole(placed.Position);
                break;
            case var fact when FactGroups.IsOfBooks(fact) || FactGroups.IsOfRegisters(fact) || FactGroups.IsBesideBooks(fact):
                break;
            default:
                throw new UnknownFactException(placed.Stored.Type);
        }
    }
}
