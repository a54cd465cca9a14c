namespace VillageLedger.Reports;

/// <summary>Programs of plain-text accounting that posted vouchers can be given to.</summary>
public enum JournalFormat
{
    /// <summary>hledger's journal, which ledger reads, too.</summary>
    Hledger,
    Beancount,
}

/// <summary>A posted voucher of a book.</summary>
/// <param name="Owner">The book's owner, <c>village/330110112201</c>.</param>
/// <param name="Position">The fact's place in the log.</param>
public sealed record JournalEntry(string Owner, VoucherPosted Voucher, long Position);

/// <summary>The account that a posting is shown on: where accounts got details later, the one that carries it today.</summary>
/// <param name="Path">The accounts above, from level 1 downwards, each as code and name: <c>102 银行存款</c>.</param>
public sealed record JournalAccount(AccountCode Code, string Name, AccountClass Class, IReadOnlyList<string> Path);
