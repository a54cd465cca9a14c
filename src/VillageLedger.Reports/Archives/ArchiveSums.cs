using System.Text.Json;

namespace VillageLedger.Reports;

/// <summary>Debits and credits of an account, in fen; sums of sums, so wider than any of them.</summary>
internal sealed record ArchiveTurnover(Int128 Debit, Int128 Credit)
{
    public static readonly ArchiveTurnover Zero = new(0, 0);

    public Int128 Net => Debit - Credit;

    public ArchiveTurnover Plus(Int128 debit, Int128 credit) => new(Debit + debit, Credit + credit);
}

/// <summary>Whether what an archive holds adds up: the vouchers of <c>facts.jsonl</c> are those of the CSV files, and these make up the trial balances, which follow on each other.</summary>
/// <param name="open">A file of the archive, or null.</param>
internal sealed class ArchiveSums(Func<string, Stream?> open, Action<ArchiveFault> found)
{
    /// <summary>How many vouchers were posted, by the facts.</summary>
    public int Check(string owner, IReadOnlyList<ArchivePeriod> periods)
    {
        var (facts, vouchers) = OfFacts(owner, periods);
        ArchivePeriod? before = null;
        var closing = new Dictionary<string, Int128>();
        foreach (var period in periods)
        {
            var path = $"{ArchivePart.Vouchers}{period.Name}.csv";
            if (Rows(path) is not { } rows)
            {
                found(new("missing", path));
                continue;
            }

            var (named, carried) = OfVouchers(rows);
            Compare(named, facts.GetValueOrDefault(period.Name) ?? [], ArchivePart.Facts, path);
            closing = CheckBalance(period, carried, before?.Standard == period.Standard ? closing : null);
            before = period;
        }

        return vouchers;
    }

    /// <summary>Each lowest account's turnover is that of the vouchers, and leads from its opening to its closing; a year opens with what the year before closed with.</summary>
    private Dictionary<string, Int128> CheckBalance(ArchivePeriod period, Dictionary<string, ArchiveTurnover> carried, Dictionary<string, Int128>? before)
    {
        var path = $"{ArchivePart.Ledgers}{period.Name}/trial-balance.csv";
        var closing = new Dictionary<string, Int128>(StringComparer.Ordinal);
        if (Rows(path) is not { } rows)
        {
            found(new("missing", path));
            return closing;
        }

        var balance = new Dictionary<string, ArchiveTurnover>(StringComparer.Ordinal);
        var opening = new Dictionary<string, Int128>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row["leaf"] == "true"))
        {
            var account = row["account"];
            balance[account] = new(Fen(row["debitFen"]), Fen(row["creditFen"]));
            opening[account] = Fen(row["openingDebitFen"]) - Fen(row["openingCreditFen"]);
            closing[account] = Fen(row["closingDebitFen"]) - Fen(row["closingCreditFen"]);
            if (opening[account] + balance[account].Net != closing[account]) found(new("sums", path, account));
        }

        Compare(balance, carried, $"{ArchivePart.Vouchers}{period.Name}.csv", path);
        if (before is not null)
            foreach (var account in before.Keys.Union(opening.Keys).Order(StringComparer.Ordinal))
                if (before.GetValueOrDefault(account) != opening.GetValueOrDefault(account)) found(new("opening", path, account));
        return closing;
    }

    private void Compare(Dictionary<string, ArchiveTurnover> shown, Dictionary<string, ArchiveTurnover> made, string source, string path)
    {
        foreach (var account in shown.Keys.Union(made.Keys).Order(StringComparer.Ordinal))
            if (shown.GetValueOrDefault(account, ArchiveTurnover.Zero) != made.GetValueOrDefault(account, ArchiveTurnover.Zero)) found(new("sums", path, $"{account} ({source})"));
    }

    private static (Dictionary<string, ArchiveTurnover> Named, Dictionary<string, ArchiveTurnover> Carried) OfVouchers(IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var (named, carried) = (new Dictionary<string, ArchiveTurnover>(StringComparer.Ordinal), new Dictionary<string, ArchiveTurnover>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            Add(named, row["account"], Fen(row["debitFen"]), Fen(row["creditFen"]));
            Add(carried, row["carrier"], Fen(row["debitFen"]), Fen(row["creditFen"]));
        }

        return (named, carried);
    }

    /// <summary>What the posted vouchers among the facts come to, by period and account.</summary>
    private (Dictionary<string, Dictionary<string, ArchiveTurnover>> Sums, int Vouchers) OfFacts(string owner, IReadOnlyList<ArchivePeriod> periods)
    {
        var sums = periods.ToDictionary(period => period.Name, _ => new Dictionary<string, ArchiveTurnover>(StringComparer.Ordinal));
        var vouchers = 0;
        using var stream = open(ArchivePart.Facts) ?? Stream.Null;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            using var fact = JsonDocument.Parse(line);
            if (fact.RootElement.GetProperty("type").GetString() != "voucher-posted.1" || !Streams.TryBook(fact.RootElement.GetProperty("stream").GetString()!, out var of, out var month) || of.Address != owner) continue;
            vouchers++;
            if (periods.FirstOrDefault(period => month >= period.From && month <= period.To) is not { } period)
            {
                found(new("sums", ArchivePart.Facts, month.ToString()));
                continue;
            }

            foreach (var posted in fact.RootElement.GetProperty("data").GetProperty("lines").EnumerateArray())
                Add(sums[period.Name], posted.GetProperty("account").GetString()!, FenOf(posted, "debitFen"), FenOf(posted, "creditFen"));
        }

        return (sums, vouchers);
    }

    private List<Dictionary<string, string>>? Rows(string path)
    {
        using var stream = open(path);
        return stream is null ? null : [.. ArchiveCsv.Rows(stream)];
    }

    private static void Add(Dictionary<string, ArchiveTurnover> sums, string account, Int128 debit, Int128 credit) => sums[account] = sums.GetValueOrDefault(account, ArchiveTurnover.Zero).Plus(debit, credit);

    private static Int128 Fen(string text) => text.Length == 0 ? 0 : Int128.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Int128 FenOf(JsonElement line, string name) => line.TryGetProperty(name, out var fen) ? fen.GetInt64() : 0;
}
