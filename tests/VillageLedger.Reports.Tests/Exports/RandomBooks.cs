namespace VillageLedger.Reports.Tests.Exports;

/// <summary>Three books of two standards with an opening and vouchers by date, and what they must come to. The seed makes them.</summary>
internal sealed class RandomBooks
{
    private static readonly (string Owner, string Standard)[] Books = [("village/330110112201", "rural-2023"), ("village/330110112202", "rural-2004"), ("company/91330110MA2XXXXXXX", "small-enterprise-2013")];
    private readonly List<(string Owner, string Standard, IReadOnlyList<OpeningLine> Lines)> openings = [];
    private readonly List<JournalEntry> entries = [];
    private readonly List<string> postings = [];

    public static RandomBooks Of(int seed)
    {
        var random = new Random(seed);
        var books = new RandomBooks();
        foreach (var (owner, standard) in Books) books.Open(random, owner, standard);
        for (var i = 0; i < 300; i++) books.Add(random, i);
        return books;
    }

    public SortedDictionary<string, long> Balances { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Postings => [.. postings.Order(StringComparer.Ordinal)];

    public void Write(JournalWriter writer)
    {
        foreach (var (owner, standard, lines) in openings) writer.Opening(owner, standard, new(2023, 12, 31), lines);
        foreach (var entry in entries) writer.Write(entry);
    }

    private static AccountCode Account(Random random, string standard)
    {
        var accounts = Chart.OfVersion(Chart.Carried.Single(carried => carried.Standard == standard).Version).Accounts;
        var account = accounts[random.Next(accounts.Count)];
        return accounts.Any(other => other.Parent == account.Code) || account.Parent is not null || random.Next(3) > 0 ? account.Code : new(account.Code + "01");
    }

    private void Open(Random random, string owner, string standard)
    {
        var amount = random.NextInt64(1, 1_000_000_000_000);
        OpeningLine[] lines = [new(Account(random, standard), DebitFen: amount), new(Account(random, standard), Holder.Party("g07"), CreditFen: amount - 1), new(Account(random, standard), CreditFen: 1)];
        openings.Add((owner, standard, lines));
        foreach (var line in lines) Count(new(2023, 12, 31), owner, line.Account, (line.DebitFen ?? 0) - (line.CreditFen ?? 0));
    }

    private void Add(Random random, int i)
    {
        var (owner, standard) = Books[random.Next(Books.Length)];
        var date = new DateOnly(2024, 1, 1).AddDays(i);
        var lines = new List<VoucherLine>();
        long sum = 0;
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var amount = random.NextInt64(1, 10_000_000) * (random.Next(5) == 0 ? -1 : 1);
            sum += amount;
            lines.Add(new(Account(random, standard), amount, Summary: random.Next(3) == 0 ? "行 " + n : null, Party: random.Next(3) == 0 ? Holder.Party("g" + n) : null));
        }

        if (sum != 0) lines.Add(new(Account(random, standard), CreditFen: sum));
        entries.Add(new(owner, JournalWriterTests.Voucher($"v-{i}", date, "摘要 " + i, lines, standard, i + 1), 1_000 + i));
        foreach (var line in lines) Count(date, owner, line.Account, line.Debit - line.Credit);
    }

    private void Count(DateOnly date, string owner, AccountCode account, long fen)
    {
        var key = $"{owner.Replace('/', '-')} {account}";
        postings.Add(Journal.Posting(date, owner, account, fen));
        Balances[key] = Balances.GetValueOrDefault(key) + fen;
        if (Balances[key] == 0) Balances.Remove(key);
    }
}
