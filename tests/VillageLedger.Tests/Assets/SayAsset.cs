namespace VillageLedger.Tests;

/// <summary>Requests about assets and resources, as users send them.</summary>
internal static class SayAsset
{
    public const string Stream = "assets/village/330110112201";
    public const string Company = "company/" + Say.CompanyCode;

    /// <summary>A village's book from January 2025 with a fixed asset of 1,200.00 yuan placed in service in January, over 12 months to nothing.</summary>
    public static Given ACard() => Given.AVillageBook().Done(Add());

    /// <summary>The same with January closed, and depreciation proposed up to February under <c>d-2025-02</c>.</summary>
    public static Given Depreciated() => ACard().Done(Say.Close(), Depreciate());

    /// <summary>A company's book by 小企业会计准则 from January 2025.</summary>
    public static Given ACompanyBook() => Given.AVillage().Done(Say.RegisterCompany(), Say.OpenBook(standard: "small-enterprise-2013", owner: Company, id: "o2"));

    /// <summary>A village's book by the chart of 2004 from January 2023.</summary>
    public static Given ABookOf2004() => Given.AVillage().Done(Say.OpenBook(month: "2023-01", standard: "rural-2004"));

    public static string Add(
        string asset = "a1", string kind = "fixed", string placedOn = "2025-01-10", long cost = 120_000, string use = "operating", long residual = 0, int life = 12, string more = "",
        string owner = Say.Village, string? id = null) =>
        Bare(asset, kind, placedOn, cost, $$""","use":"{{use}}","residualFen":{{residual}},"usefulLifeMonths":{{life}}{{more}}""", owner, id);

    /// <summary>A card without what only a class that is written off has.</summary>
    public static string Bare(string asset = "a1", string kind = "fixed", string placedOn = "2025-01-10", long cost = 120_000, string more = "", string owner = Say.Village, string? id = null) =>
        $$"""{"request":"add-asset","id":"{{id ?? "add-" + asset}}","by":"zhao","owner":"{{owner}}","asset":"{{asset}}","class":"{{kind}}","name":"粮仓","category":"房屋","placedOn":"{{placedOn}}","costFen":{{cost}}{{more}}}""";

    public static string Amend(string more, string asset = "a1", string from = "2025-03", string id = "am1", string owner = Say.Village) =>
        $$"""{"request":"amend-asset","id":"{{id}}","by":"zhao","owner":"{{owner}}","asset":"{{asset}}","from":"{{from}}"{{more}}}""";

    public static string Withdraw(string asset = "a1", string id = "w1", string owner = Say.Village) =>
        $$"""{"request":"withdraw-asset","id":"{{id}}","by":"zhao","owner":"{{owner}}","asset":"{{asset}}","reason":"重复录入"}""";

    public static string Depreciate(string month = "2025-02", string? date = null, string? id = null, string book = Say.Village) =>
        $$"""{"request":"propose-depreciation","id":"{{id ?? "d-" + month}}","by":"wang","book":"{{book}}","month":"{{month}}"{{(date is null ? "" : $",\"date\":\"{date}\"")}}}""";

    public static string Dispose(string asset = "a1", string date = "2025-02-20", string way = "sold", string more = "", string id = "x1", string owner = Say.Village) =>
        $$"""{"request":"dispose-asset","id":"{{id}}","by":"wang","owner":"{{owner}}","asset":"{{asset}}","date":"{{date}}","way":"{{way}}","reason":"闲置"{{more}}}""";

    public static string Count(string counted, string date = "2025-02-28", string more = "", string id = "c1", string owner = Say.Village) =>
        $$"""{"request":"count-assets","id":"{{id}}","by":"wang","owner":"{{owner}}","date":"{{date}}","counted":[{{counted}}]{{more}}}""";

    public static string Found(string asset = "a1", bool found = true) => $$"""{"asset":"{{asset}}","found":{{(found ? "true" : "false")}}}""";

    public static string OpenWorks(string works = "gc1", string more = "", string id = "ow1", string owner = Say.Village) =>
        $$"""{"request":"open-works","id":"{{id}}","by":"zhao","owner":"{{owner}}","works":"{{works}}","name":"粮仓改造","date":"2025-01-05"{{more}}}""";

    /// <summary>What was paid for works, posted.</summary>
    public static string[] Spend(long fen = 50_000, string id = "s1", string date = "2025-01-20") =>
        [Say.Prepare(id, date: date, lines: Say.Debit("153", fen, ",\"project\":\"gc1\"") + "," + Say.Credit("102", fen)), Say.Review(id), Say.Post(id)];

    public static string Complete(string works = "gc1", string asset = "a9", string date = "2025-02-10", string use = "operating", long residual = 0, string more = "", string id = "cw1", string owner = Say.Village) =>
        $$"""{"request":"complete-works","id":"{{id}}","by":"wang","owner":"{{owner}}","works":"{{works}}","date":"{{date}}","asset":"{{asset}}","category":"房屋","use":"{{use}}","residualFen":{{residual}},"usefulLifeMonths":10{{more}}}""";

    public static string Settle(long cost, string asset = "a1", string date = "2025-02-20", string more = "", string id = "st1", string owner = Say.Village) =>
        $$"""{"request":"settle-asset-cost","id":"{{id}}","by":"wang","owner":"{{owner}}","asset":"{{asset}}","date":"{{date}}","costFen":{{cost}}{{more}}}""";

    public static string Resource(string resource = "td1", long area = 66_667, string more = "", string id = "rr1", string owner = Say.Village) =>
        $$"""{"request":"register-resource","id":"{{id}}","by":"zhao","owner":"{{owner}}","resource":"{{resource}}","kind":"cultivated-land","name":"南畈","date":"2025-01-01","areaSquareMetres":{{area}}{{more}}}""";

    public static string Change(string more, string resource = "td1", string date = "2025-07-01", string id = "cr1") =>
        $$"""{"request":"change-resource","id":"{{id}}","by":"zhao","owner":"{{Say.Village}}","resource":"{{resource}}","date":"{{date}}","reason":"征收"{{more}}}""";

    /// <summary>The lines of the vouchers that a decision prepares: <c>511 100.00 | 152 -100.00</c>, credit negative.</summary>
    public static IReadOnlyList<string> Lines(Decision decision) =>
        [.. decision.Facts.Select(next => next.Fact).OfType<VoucherPrepared>().Select(voucher => string.Join(" | ", voucher.Lines.Select(line => $"{line.Account} {line.Debit - line.Credit}{(line.Project is null ? "" : " " + line.Project)}{(line.Party is null ? "" : " " + line.Party)}")))];

    public static AssetBook Book(this Given given, string owner = Say.Village)
    {
        Owner.TryParse(owner, out var address).ShouldBeTrue();
        return AssetBook.Of(new World(given.Ledger.State, given.Ledger.Locate), address);
    }
}
