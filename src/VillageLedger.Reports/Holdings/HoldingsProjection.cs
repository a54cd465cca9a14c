namespace VillageLedger.Reports;

/// <summary>Who holds what of cooperatives (股权), as rows: the registers, every change of units, freezing, and the households of members. Ids only: no name of a natural person.</summary>
public sealed class HoldingsProjection : RowProjection
{
    public const string Schema = "holdings_1";

    private static readonly FactTable Register = FactTable.Of("register", "village code", "mode code", "units_per_share bigint", "first_day date");
    private static readonly FactTable Member = FactTable.Of("member", "member code", "village code", "joined_on date", "household code?", "entry code?");
    private static readonly FactTable Change = FactTable.Of("change", "village code", "day date", "holder code", "kind code", "units bigint", "line int");
    private static readonly FactTable Freezing = FactTable.Of("freezing", "village code", "holder code", "day date", "frozen boolean");

    public override string Name => Schema;

    public override string Indexes =>
        $"""
        create unique index on register (village);
        create unique index on member (member);
        create unique index on change (village, position, line);
        create index on change (holder);
        create unique index on freezing (village, position);
        {HolderNames.Index}
        """;

    private protected override IReadOnlyList<FactTable> All { get; } = [Register, Member, Change, Freezing, HolderNames.Table];

    private protected override void Fold(PlacedFact placed, RowBuffers rows)
    {
        if (placed.Fact is VoucherPosted or null) return;
        if (FactGroups.IsOfMembers(placed.Fact)) FoldMembers(placed.Fact, placed.Position, rows);
        else if (FactGroups.IsOfRegisters(placed.Fact) || placed.Fact is VentureFounded) HolderNames.Fold(placed.Fact, placed.Position, rows);
        else if (!FactGroups.IsOfBooks(placed.Fact) && !FactGroups.IsOfOwnersRegisters(placed.Fact) && !FactGroups.IsOfVentures(placed.Fact) && !FactGroups.IsOfCompanies(placed.Fact) && !FactGroups.IsOfDividends(placed.Fact))
            throw new UnknownFactException(placed.Stored.Type);
    }

    private static void FoldMembers(Fact fact, long position, RowBuffers rows)
    {
        switch (fact)
        {
            case ShareRegisterOpened opened:
                rows.Row(Register.Shape).Text(opened.Village).Text(opened.Mode).Whole(opened.UnitsPerShare).Day(opened.From).Whole(position);
                break;
            case MemberRegistered member:
                rows.Row(Member.Shape).Text(Streams.Member(member.Member)).Text(member.Village).Day(member.JoinedOn).Text(member.Household).Text(member.Entry).Whole(position);
                break;
            case IShareChanges entry:
                foreach (var (i, change) in entry.Changes.Index())
                    rows.Row(Change.Shape).Text(entry.Village).Day(entry.Date).Text(change.Holder.Address).Text(change.Kind).Whole(change.Units).Small(i + 1).Whole(position);
                break;
            case SharesFrozen frozen:
                rows.Row(Freezing.Shape).Text(frozen.Village).Text(frozen.Holder.Address).Day(frozen.Date).Flag(true).Whole(position);
                break;
            case SharesReleased released:
                rows.Row(Freezing.Shape).Text(released.Village).Text(released.Holder.Address).Day(released.Date).Flag(false).Whole(position);
                break;
            case PersonErased or RecordDateSet:
                break;
            default:
                throw new UnknownFactException(FactTypes.NameOf(fact));
        }
    }
}
