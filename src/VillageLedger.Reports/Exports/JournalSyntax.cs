namespace VillageLedger.Reports;

/// <summary>What a transaction's head says.</summary>
internal sealed record JournalHead(DateOnly Date, string Number, string Summary, IEnumerable<(string Name, string Value)> Tags);

/// <summary>How a program of plain-text accounting writes things; each text ends before its line's end.</summary>
internal abstract class JournalSyntax
{
    public abstract string Head { get; }

    public abstract string NameOf(string owner, JournalAccount account);

    public abstract string Transaction(JournalHead head);

    /// <param name="amount">In yuan with two decimals.</param>
    public abstract string Posting(string account, string amount, IEnumerable<(string Name, string Value)> tags);

    public abstract string Account(string name, AccountClass kind, DateOnly firstDay);
}
