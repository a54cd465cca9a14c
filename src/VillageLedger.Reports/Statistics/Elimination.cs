namespace VillageLedger.Reports;

/// <summary>What passes between two members and is taken out of their sum.</summary>
internal enum EliminationKind
{
    /// <summary>What one owes the other (债权债务).</summary>
    Claim,

    /// <summary>What one has put into the other (投资), and the other's capital of it.</summary>
    Investment,

    /// <summary>What one earned from the other (内部交易).</summary>
    Trade,

    /// <summary>What the one distributed and the other earned by it (内部分红).</summary>
    Dividend,
}

/// <summary>A part of a line that is taken out: of the balance at the period's end, or of its turnover. Debit positive.</summary>
/// <param name="IsWhole">Whether it is all that the lines say; otherwise only what the other side has of it.</param>
internal sealed record Eliminated(EliminationKind Kind, MemberParty Line, long Fen, bool IsWhole = true)
{
    public bool IsTurnover => Kind is EliminationKind.Trade or EliminationKind.Dividend;
}

/// <summary>
/// Which lines between members are taken out, by what their account is for: receivables and payables, investments and the capital that they are at the other, income and expense. Each side is taken out as it stands in
/// its own book, so that two sides that disagree leave a difference that shows. What an agent's book received is its holders' own income and stays.
/// </summary>
internal static class Elimination
{
    private static readonly HashSet<(string, string)> Receivables =
    [
        (Standards.Rural2023, "112"), (Standards.Rural2023, "113"), (Standards.Rural2004, "112"), (Standards.Rural2004, "113"),
        .. new[] { "1121", "1122", "1123", "1131", "1132", "1221" }.Select(code => (Standards.SmallEnterprise2013, code)),
    ];

    private static readonly HashSet<(string, string)> Investments =
    [
        (Standards.Rural2023, "111"), (Standards.Rural2023, "141"), (Standards.Rural2004, "111"), (Standards.Rural2004, "141"), (Standards.Rural2004, "171"),
        (Standards.SmallEnterprise2013, "1101"), (Standards.SmallEnterprise2013, "1501"), (Standards.SmallEnterprise2013, "1511"),
    ];

    private static readonly HashSet<(string, string)> Construction = [(Standards.Rural2023, "153"), (Standards.Rural2004, "154"), (Standards.SmallEnterprise2013, "1604")];

    /// <summary>长期应付款: on it an agent keeps what holders have put in.</summary>
    private static readonly AccountCode LongTermPayable = new("2701");

    public static IReadOnlyList<Eliminated> Of(IReadOnlyList<MemberParty> parties, IReadOnlySet<string> agents) =>
        [.. parties.Select(line => Whole(line, agents)).OfType<Eliminated>(), .. Unspent(parties, agents)];

    private static Eliminated? Whole(MemberParty line, IReadOnlySet<string> agents)
    {
        var key = (line.Book.Standard, line.Root.Code.Value);
        var withAgent = agents.Contains(line.Party.Address) || agents.Contains(line.Book.Owner.Address);
        var kind = line.Root switch
        {
            { Class: AccountClass.Income or AccountClass.Expense } => withAgent ? null : line.Root.Income == IncomeClass.Investment ? EliminationKind.Dividend : EliminationKind.Trade,
            { Class: AccountClass.Liability } => agents.Contains(line.Book.Owner.Address) && line.Root.Code == LongTermPayable ? EliminationKind.Investment : EliminationKind.Claim,
            { Class: AccountClass.Equity, Role: AccountRole.None } => EliminationKind.Investment,
            { Class: AccountClass.Asset } => Receivables.Contains(key) ? EliminationKind.Claim : Investments.Contains(key) ? EliminationKind.Investment : (EliminationKind?)null,
            _ => null,
        };
        if (kind is not { } known) return null;
        var fen = known is EliminationKind.Trade or EliminationKind.Dividend ? line.TurnoverFen : line.BalanceFen;
        return fen == 0 ? null : new(known, line, fen);
    }

    /// <summary>
    /// What a holder paid an agent for a building stands as construction with it, and as money and debt with the agent until it is spent: so much of the construction is taken out with the debt.
    /// </summary>
    private static IEnumerable<Eliminated> Unspent(IReadOnlyList<MemberParty> parties, IReadOnlySet<string> agents) =>
        from line in parties
        where agents.Contains(line.Party.Address) && Construction.Contains((line.Book.Standard, line.Root.Code.Value))
        group line by (line.Book.Owner, line.Party) into same
        let unspent = -parties.Where(other => other.Book.Owner == same.Key.Party && other.Party == same.Key.Owner && other.Root.Code == LongTermPayable).Sum(other => other.BalanceFen)
            - parties.Where(other => other.Book.Owner == same.Key.Owner && other.Party == same.Key.Party && Investments.Contains((other.Book.Standard, other.Root.Code.Value))).Sum(other => other.BalanceFen)
        let fen = Math.Min(unspent, same.Sum(line => line.BalanceFen))
        where fen > 0
        select new Eliminated(EliminationKind.Investment, same.First(), fen, IsWhole: false);
}

/// <summary>What two members have with one another of a kind, as each of them has it.</summary>
/// <param name="Fen">The member's: what it is owed, has put in, or earned from the other.</param>
/// <param name="OtherFen">The counterparty's: what it owes, has got, or spent with the member.</param>
internal sealed record EliminatedPair(EliminationKind Kind, Owner Member, Owner Counterparty, IReadOnlyList<Eliminated> Own, IReadOnlyList<Eliminated> Other, IReadOnlyList<MemberParty> Declared)
{
    /// <summary>A claim and an investment are debits, what was earned a credit.</summary>
    private int Sign => Kind is EliminationKind.Trade or EliminationKind.Dividend ? -1 : 1;

    public long Fen => Sign * Own.Sum(line => line.Fen);

    public long OtherFen => (-Sign * Other.Sum(line => line.Fen)) + Declared.Sum(line => line.CreditFen);

    /// <summary>应付利润: by its credits a company declares a dividend.</summary>
    private static readonly AccountCode DividendPayable = ControlAccounts.DividendPayable;

    public static IReadOnlyList<EliminatedPair> Of(IReadOnlyList<Eliminated> eliminated, IReadOnlyList<MemberParty> parties) =>
    [
        .. from line in eliminated
           let swapped = line.Kind != EliminationKind.Dividend && Order(line.Line.Book.Owner, line.Line.Party) > 0
           let member = swapped ? line.Line.Party : line.Line.Book.Owner
           let other = swapped ? line.Line.Book.Owner : line.Line.Party
           group line by (line.Kind, member, other) into same
           orderby same.Key.Kind, same.Key.member.Address, same.Key.other.Address
           select new EliminatedPair(
               same.Key.Kind, same.Key.member, same.Key.other, [.. same.Where(line => line.Line.Book.Owner == same.Key.member)], [.. same.Where(line => line.Line.Book.Owner == same.Key.other)],
               same.Key.Kind != EliminationKind.Dividend ? []
                   : [.. parties.Where(line => line.Book.Owner == same.Key.other && line.Party == same.Key.member && line.Account.IsWithin(DividendPayable) && line.CreditFen != 0)]),
    ];

    /// <summary>Villages before companies and ventures.</summary>
    private static int Order(Owner one, Owner other)
    {
        var kinds = (other.Kind == Owner.VillageKind).CompareTo(one.Kind == Owner.VillageKind);
        return kinds != 0 ? kinds : string.CompareOrdinal(one.Address, other.Address);
    }
}
