namespace VillageLedger.Reports;

/// <summary>A row of <see cref="Disclosure"/>; amounts in fen.</summary>
/// <param name="Item">Tells the rows of a section apart: an account, a fund, a contract; null in totals.</param>
internal sealed record DisclosedRow(string Section, string? Item = null, string? Name = null)
{
    public long? Level { get; init; }

    public DisclosedParty? Party { get; init; }

    /// <summary>Of the period; of what stands on a day, at the period's end.</summary>
    public long? AmountFen { get; init; }

    public long? YearFen { get; init; }

    public long? OpeningFen { get; init; }

    public long? ReceivedFen { get; init; }

    public long? PaidFen { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>What the amount in a column is the sum of.</summary>
    public Func<string, IReadOnlyList<FigureSource>?> Sources { get; init; } = _ => null;

    public IReadOnlyList<object?> Cells =>
    [
        Section, Item, Name, Level, Party?.Kind, Party?.Shown, AmountFen, YearFen, OpeningFen, ReceivedFen, PaidFen,
        From is { } from ? ReportTime.Format(from) : null, To is { } to ? ReportTime.Format(to) : null,
    ];
}
