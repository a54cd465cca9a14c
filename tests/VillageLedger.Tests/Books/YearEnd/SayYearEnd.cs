namespace VillageLedger.Tests;

/// <summary>Requests of a year's end, as users send them. The book is the village's, from January or December 2025.</summary>
internal static class SayYearEnd
{
    public const string December = "book/village/330110112201/2025-12";
    public const string Fund = """{"kind":"public-fund","ratePpm":300000}""";

    public static string Propose(string appropriations = "", int year = 2025, string id = "yc", string more = "", string book = Say.Village, string by = "wang") =>
        $$"""{"request":"propose-closing","id":"{{id}}","by":"{{by}}","book":"{{book}}","year":{{year}}{{(appropriations.Length == 0 ? "" : $",\"appropriations\":[{appropriations}]")}}{{more}}}""";

    public static string Explain(int year = 2025, string id = "es1", string text = "等保险公司定损") =>
        $$"""{"request":"explain-suspense","id":"{{id}}","by":"li","book":"{{Say.Village}}","year":{{year}},"text":"{{text}}"}""";

    public static string Fen(string kind, long fen, string more = "") => $$"""{"kind":"{{kind}}","amountFen":{{fen}}{{more}}}""";

    /// <summary>A book that begins in December 2025.</summary>
    public static Given ADecember(string opening = "") => Given.AVillage().Done(Say.OpenBook("2025-12", opening));

    /// <summary>Income of 1,000.00 and expense of 400.00 in December 2025.</summary>
    public static Given AProfit(string opening = "") => ADecember(opening).Earned(100_000).Spent(40_000);

    public static Given Earned(this Given given, long fen, string id = "in", string date = "2025-12-10", string account = "501") =>
        given.Posted(id, date, Say.Debit("102", fen) + "," + Say.Credit(account, fen));

    public static Given Spent(this Given given, long fen, string id = "out", string date = "2025-12-11", string account = "513") =>
        given.Posted(id, date, Say.Debit(account, fen) + "," + Say.Credit("102", fen));

    /// <summary>What was proposed, reviewed by li and posted by wang in its order.</summary>
    public static Given ReviewedAndPosted(this Given given, string proposal)
    {
        var vouchers = given.Decided(proposal).Facts.Select(fact => fact.Fact).OfType<VoucherPrepared>().Select(prepared => prepared.Voucher.Value).ToList();
        given.Done(proposal);
        foreach (var voucher in vouchers) given.Done(Say.Review(voucher), Say.Post(voucher));
        return given;
    }

    /// <summary>The lines of what a decision prepares: <c>501:D5 321:C5</c>, a voucher after the other.</summary>
    public static IReadOnlyList<string> Prepared(this Given given, string request) =>
        [.. given.Decided(request).Facts.Select(fact => fact.Fact).OfType<VoucherPrepared>().Select(prepared => Lines(prepared.Lines))];

    public static string Lines(IEnumerable<VoucherLine> lines) =>
        string.Join(' ', lines.Select(line => $"{line.Account}{(line.Party is { } party ? $"[{party}]" : "")}:{(line.DebitFen is { } debit ? $"D{debit}" : $"C{line.CreditFen}")}"));

    /// <summary>Balance of each lowest account at a month's end, debit positive, in fen, without those that are zero.</summary>
    public static Dictionary<string, long> BalancesAt(this Given given, string month, string owner = Say.Village)
    {
        Month.TryParse(month, out var at).ShouldBeTrue();
        var accounts = given.State<Accounts>("accounts/" + owner);
        var lines = accounts.Opening.Select(line => (line.Account, Fen: (line.DebitFen ?? 0) - (line.CreditFen ?? 0)))
            .Concat(accounts.FirstMonth.To(at).SelectMany(each => given.State<BookMonth>($"book/{owner}/{each}").Movements).Select(pair => (Account: pair.Key, Fen: pair.Value.Debit - pair.Value.Credit)));
        return lines.GroupBy(line => accounts.Carrier(line.Account)).Select(group => (group.Key.Value, Fen: group.Sum(line => line.Fen))).Where(pair => pair.Fen != 0)
            .OrderBy(pair => pair.Value, StringComparer.Ordinal).ToDictionary(pair => pair.Value, pair => pair.Fen);
    }
}
