using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A line of a statement with its number.</summary>
public sealed record StatementEntry(int Number, StatementLine Line);

/// <summary>The statement of one bank account and what it was matched with. Folded from <c>bank/…</c>.</summary>
/// <param name="Entries">In the order in which they became known; their numbers go from 1.</param>
/// <param name="Recorded">The statements that they came with.</param>
/// <param name="Matches">Those that stand, by their ids.</param>
/// <param name="TurnoverFen">Sum of the sizes of all lines; it bounds every sum over them.</param>
public sealed record BankStatement(
    ImmutableList<StatementEntry> Entries,
    ImmutableList<StatementRecorded> Recorded,
    ImmutableSortedDictionary<string, StatementMatched> Matches,
    ImmutableDictionary<int, VoucherId> MatchOfLine,
    ImmutableDictionary<VoucherLinePlace, VoucherId> MatchOfVoucherLine,
    long TurnoverFen)
{
    public static readonly BankStatement Empty = new(
        ImmutableList<StatementEntry>.Empty, ImmutableList<StatementRecorded>.Empty, ImmutableSortedDictionary<string, StatementMatched>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableDictionary<int, VoucherId>.Empty, ImmutableDictionary<VoucherLinePlace, VoucherId>.Empty, 0);

    /// <summary>As the bank has them: by day, within a day in the order in which they became known.</summary>
    public IEnumerable<StatementEntry> InOrder => Entries.OrderBy(entry => entry.Line.Date).ThenBy(entry => entry.Number);

    public StatementEntry? Find(int number) => number >= 1 && number <= Entries.Count ? Entries[number - 1] : null;

    public bool HasFile(string file) => Recorded.Exists(statement => statement.File == file);

    /// <summary>Whether some statement speaks of a day of a month.</summary>
    public bool Covers(Month month) => Recorded.Exists(statement => statement.From <= month.LastDay && statement.Until >= month.FirstDay);

    /// <summary>
    /// What the account held at the end of a day by the statement, in fen: the last balance that the bank gave, and the lines after it; before the first, counted backwards; where the bank gives none,
    /// the lines on top of the opening that was stated. Null when nothing is known.
    /// </summary>
    public long? BalanceOn(DateOnly date)
    {
        var lines = InOrder.Select(entry => entry.Line).ToList();
        var end = lines.FindLastIndex(line => line.Date <= date);
        var given = end < 0 ? -1 : lines.FindLastIndex(end, line => line.BalanceFen is not null);
        if (given >= 0) return lines[given].BalanceFen!.Value + Sum(lines, given + 1, end);
        if (Recorded.OrderBy(statement => statement.From).FirstOrDefault(statement => statement.OpeningFen is not null) is { } opened && opened.From <= date)
            return opened.OpeningFen!.Value + lines.Where(line => line.Date >= opened.From && line.Date <= date).Sum(line => line.AmountFen);
        var next = lines.FindIndex(line => line.BalanceFen is not null);
        if (next >= 0) return lines[next].BalanceFen!.Value - Sum(lines, end + 1, next);
        return lines.Count == 0 ? null : Sum(lines, 0, end);
    }

    public BankStatement Evolve(Fact fact) => fact switch
    {
        StatementRecorded recorded => this with
        {
            Entries = Entries.AddRange(recorded.Lines.Select((line, i) => new StatementEntry(Entries.Count + i + 1, line))),
            Recorded = Recorded.Add(recorded with { Lines = [] }),
            TurnoverFen = TurnoverFen + recorded.Lines.Sum(line => Math.Abs(line.AmountFen)),
        },
        StatementMatched matched => this with
        {
            Matches = Matches.SetItem(matched.Match.Value, matched),
            MatchOfLine = MatchOfLine.SetItems(matched.Lines.Select(line => KeyValuePair.Create(line, matched.Match))),
            MatchOfVoucherLine = MatchOfVoucherLine.SetItems(matched.VoucherLines.Select(place => KeyValuePair.Create(place, matched.Match))),
        },
        StatementUnmatched undone => Without(Matches[undone.Match.Value]),
        _ => throw Fold.Unexpected(fact, this),
    };

    private BankStatement Without(StatementMatched match) => this with
    {
        Matches = Matches.Remove(match.Match.Value),
        MatchOfLine = MatchOfLine.RemoveRange(match.Lines),
        MatchOfVoucherLine = MatchOfVoucherLine.RemoveRange(match.VoucherLines),
    };

    private static long Sum(List<StatementLine> lines, int first, int last) => lines.Skip(first).Take(last - first + 1).Sum(line => line.AmountFen);
}
