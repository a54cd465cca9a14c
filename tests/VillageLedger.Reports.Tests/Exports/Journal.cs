using System.Globalization;

namespace VillageLedger.Reports.Tests.Exports;

/// <summary>A journal in a file of its own, and what each program makes of it.</summary>
internal sealed class Journal : IDisposable
{
    private readonly string path;

    public Journal(JournalFormat format, Action<JournalWriter> write, Func<string, string, AccountCode, JournalAccount>? accountOf = null)
    {
        path = Path.Combine(Path.GetTempPath(), $"village-ledger-{Guid.NewGuid():N}.{(format == JournalFormat.Beancount ? "beancount" : "journal")}");
        using var output = new StreamWriter(path);
        var writer = new JournalWriter(output, format, accountOf ?? AccountOf);
        write(writer);
        writer.End();
    }

    /// <summary>A journal that a program wrote.</summary>
    public Journal(JournalFormat format, byte[] text)
    {
        path = Path.Combine(Path.GetTempPath(), $"village-ledger-{Guid.NewGuid():N}.{(format == JournalFormat.Beancount ? "beancount" : "journal")}");
        File.WriteAllBytes(path, text);
    }

    public string Text => File.ReadAllText(path);

    public static JournalAccount AccountOf(string owner, string standard, AccountCode code)
    {
        var chart = Chart.OfVersion(Chart.Carried.Single(carried => carried.Standard == standard).Version);
        var root = chart.RootOf(code)!;
        return code == root.Code
            ? new(code, root.Name, root.Class, [])
            : new(code, chart.Find(code)?.Name ?? "明细 " + code, root.Class, [$"{root.Code} {root.Name}"]);
    }

    public void Dispose() => File.Delete(path);

    /// <summary>Accepted strictly: all accounts and the commodity declared, dates in order.</summary>
    public void ShouldPassHledger()
    {
        PlainTextProgram.Run("hledger", "-f", path, "check");
        PlainTextProgram.Run("hledger", "-f", path, "check", "-s", "ordereddates");
    }

    public void ShouldPassBeanCheck() => PlainTextProgram.Run("bean-check", path).ShouldBeEmpty();

    /// <summary>(owner's part, code) to fen; accounts of zero left out.</summary>
    /// <param name="before">Only what lies before this day.</param>
    public SortedDictionary<string, long> HledgerBalances(string? before = null) => Balances(PlainTextProgram.Run("hledger", ["-f", path, "balance", "--flat", "-N", "-O", "csv", .. before is null ? (string[])[] : ["-e", before]])
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim('"').Split("\",\"")).Select(cells => (cells[0], cells[1])));

    /// <summary>The totals of the sections of one of hledger's statements, in its order: of <c>balancesheetequity</c> assets, liabilities, equity; of <c>incomestatement</c> revenues, expenses. A section in which nothing stands has no amount.</summary>
    public IReadOnlyList<long> HledgerTotals(string statement, params string[] query) =>
    [
        .. PlainTextProgram.Run("hledger", ["-f", path, statement, "-O", "csv", .. query]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim('"').Split("\",\""))
            .Where(cells => cells[0].Trim(':', '"', ',').Equals("total", StringComparison.OrdinalIgnoreCase)).Select(cells => cells.Length > 1 ? FenOf(cells[1]) : 0),
    ];

    public SortedDictionary<string, long> LedgerBalances() => Balances(PlainTextProgram.Run("ledger", "-f", path, "balance", "--flat", "--no-total", "--format", "%(account)\t%(amount)\n")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1])));

    public SortedDictionary<string, long> BeancountBalances() => Balances(PlainTextProgram.Run("bean-query", "-f", "csv", path, "select account, sum(number) where currency = 'CNY' group by account")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(',')).Select(cells => (cells[0], cells[1].Trim())));

    /// <summary>Every posting as the program read it: day, book, account, fen.</summary>
    public IReadOnlyList<string> HledgerPostings() => Postings(PlainTextProgram.Run("hledger", "-f", path, "register", "-O", "csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim('"').Split("\",\"")).Select(cells => (cells[1], cells[4], cells[5])));

    public IReadOnlyList<string> LedgerPostings() => Postings(PlainTextProgram.Run("ledger", "-f", path, "register", "--format", "%(date)\t%(account)\t%(amount)\n")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1], cells[2])));

    public IReadOnlyList<string> BeancountPostings() => Postings(PlainTextProgram.Run("bean-query", "-f", "csv", path, "select date, account, number")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(',')).Select(cells => (cells[0], cells[1], cells[2])));

    /// <summary>What hledger takes as the description of each transaction, once.</summary>
    public IReadOnlyList<string> HledgerDescriptions() => Lines(PlainTextProgram.Run("hledger", "-f", path, "descriptions"));

    public IReadOnlyList<string> LedgerPayees() => Lines(PlainTextProgram.Run("ledger", "-f", path, "payees"));

    public IReadOnlyList<string> BeancountNarrations() => Lines(PlainTextProgram.Run("bean-query", "-f", "text", path, "select distinct narration"));

    /// <summary>As the programs show a posting, from what it should be.</summary>
    public static string Posting(DateOnly date, string owner, AccountCode account, long fen) => FormattableString.Invariant($"{date:yyyy-MM-dd} {owner.Replace('/', '-')} {account} {fen}");

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<string> Postings(IEnumerable<(string Date, string Account, string Amount)> rows) =>
        [.. rows.Select(row => $"{row.Date.Trim().Replace('/', '-')} {KeyOf(row.Account)} {FenOf(row.Amount)}").Order(StringComparer.Ordinal)];

    private static string KeyOf(string account)
    {
        var parts = account.Trim().Split(':');
        return $"{char.ToLowerInvariant(parts[1][0])}{parts[1][1..]} {string.Concat(parts[^1].TakeWhile(char.IsAsciiDigit))}";
    }

    private static long FenOf(string amount) => (long)(decimal.Parse(amount.Replace("CNY", "", StringComparison.Ordinal).Trim(), NumberStyles.Number, CultureInfo.InvariantCulture) * 100);

    private static SortedDictionary<string, long> Balances(IEnumerable<(string Account, string Amount)> rows)
    {
        var balances = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (account, amount) in rows)
        {
            var fen = FenOf(amount);
            if (fen != 0) balances.Add(KeyOf(account), fen);
        }

        return balances;
    }
}
