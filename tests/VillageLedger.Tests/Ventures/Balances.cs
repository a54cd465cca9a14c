namespace VillageLedger.Tests;

/// <summary>Balances of a ledger's books, added up from its posted vouchers alone; debit positive, in fen.</summary>
internal static class Balances
{
    /// <summary>Of every account and party of a book.</summary>
    public static IReadOnlyDictionary<(string Account, string? Party), long> Of(MemoryLedger ledger, string book)
    {
        var balances = new Dictionary<(string, string?), long>();
        foreach (var (stream, fact) in ledger.Log)
            if (fact is VoucherPosted posted && stream.StartsWith($"book/{book}/", StringComparison.Ordinal))
                foreach (var line in posted.Lines)
                    balances[(line.Account.Value, line.Party?.Address)] = balances.GetValueOrDefault((line.Account.Value, line.Party?.Address)) + line.Debit - line.Credit;
        return balances;
    }

    /// <summary>Of an account with its details, with a party or, where none is named, with nobody.</summary>
    public static long Of(MemoryLedger ledger, string book, string account, string? party = null) =>
        Of(ledger, book).Where(balance => balance.Key.Account.StartsWith(account, StringComparison.Ordinal) && balance.Key.Party == party).Sum(balance => balance.Value);
}
