namespace VillageLedger.Reports;

/// <summary>The months that a ledger shows of a period: from the book's first at the earliest to the last one with a posting at the latest.</summary>
internal sealed class LedgerSpan
{
    public LedgerSpan(Period asked, BookAt book)
    {
        Asked = asked;
        First = book.FirstMonth;
        Start = asked.From > First ? asked.From : First;
        var last = book.LastMonth > Start ? book.LastMonth.Value : Start;
        End = asked.To < last ? asked.To : last;
    }

    public Period Asked { get; }

    /// <summary>The book's first month.</summary>
    public Month First { get; }

    public Month Start { get; }

    /// <summary>Before <see cref="Start"/> where the period lies before the book.</summary>
    public Month End { get; }

    /// <summary>Of the month before the book the opening balances are known, of earlier ones nothing.</summary>
    public bool KnowsOpening => Asked.To >= First.Previous;

    /// <summary>A period that begins in January or before, where the book begins within the year, holds the turnover before the book: as in the trial balance.</summary>
    public bool HoldsBefore => KnowsOpening && First.Number > 1 && Asked.From <= new Month(First.Year, 1);

    public IEnumerable<Month> Months => Start.To(End);
}
