namespace VillageLedger.Reports;

/// <summary>What happened between an account and a party, in fen.</summary>
/// <param name="Party">Null: what names no party.</param>
internal sealed record PartyAccount(AccountCode Account, Holder? Party)
{
    private long net;

    /// <summary>What the period begins with, on its side.</summary>
    public Movement Opening => RunningBalance.SideOf(net);

    public Movement Turnover { get; private set; }

    public Movement Closing => RunningBalance.SideOf(net + Turnover.Debit - Turnover.Credit);

    public bool IsEmpty => net == 0 && Turnover == new Movement();

    /// <summary>What the book began with, debit positive.</summary>
    public long OpenedNet { get; private set; }

    /// <summary>All lines up to the period's end, in the order of their dates, where these were asked for.</summary>
    public List<BookLine> Lines { get; } = [];

    /// <summary>As in the trial balance: a period that begins in January holds the turnover before the book.</summary>
    public void Open(OpeningLine line, LedgerSpan span)
    {
        var before = new Movement(line.YearDebitFen ?? 0, line.YearCreditFen ?? 0);
        var opened = (line.DebitFen ?? 0) - (line.CreditFen ?? 0);
        OpenedNet += opened;
        net += opened;
        if (!span.HoldsBefore) return;
        net -= before.Debit - before.Credit;
        Turnover = Turnover.Plus(before);
    }

    public void Add(BookLine line, LedgerSpan span)
    {
        Lines.Add(line);
        Add(LedgerSum.Of(line), span);
    }

    public void Add(LedgerSum sum, LedgerSpan span)
    {
        if (sum.Month < span.Start) net += sum.Sum.Debit - sum.Sum.Credit;
        else Turnover = Turnover.Plus(sum.Sum);
    }
}
