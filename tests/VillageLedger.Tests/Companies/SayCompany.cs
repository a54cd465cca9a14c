namespace VillageLedger.Tests;

/// <summary>Requests on companies as users send them. The company was founded on 2024-05-20 by the village, with 5.00 yuan subscribed and 2.00 paid in.</summary>
internal static class SayCompany
{
    public const string Stream = "company/" + Say.CompanyCode;
    public const string Other = "village/330110112202";

    /// <summary>The village, a second one that holds nothing yet, and the company.</summary>
    public static Given ACompany() => Given.AVillage().Done(Say.RegisterVillage("r9", "330110112202", "溪塔村"), Say.RegisterCompany());

    public static string Subscribe(string holder = Other, long fen = 300, string date = "2025-03-01", string company = Say.CompanyCode) =>
        $$"""{"request":"subscribe-capital","id":"sc-{{holder.Replace('/', '-')}}-{{date}}","by":"zhao","company":"{{company}}","holder":"{{holder}}","date":"{{date}}","amountFen":{{fen}},"resolution":"股东会决议1号"}""";

    public static string PayIn(string holder = Say.Village, long fen = 300, string date = "2025-03-01", string kind = "cash", string more = "", string company = Say.CompanyCode) =>
        $$"""{"request":"pay-in-capital","id":"pi-{{holder.Replace('/', '-')}}-{{date}}","by":"zhao","company":"{{company}}","holder":"{{holder}}","date":"{{date}}","amountFen":{{fen}},"kind":"{{kind}}"{{more}}}""";

    public static string Transfer(
        string from = Say.Village, string to = Other, long subscribed = 500, long paidIn = 200, string date = "2025-03-01", string more = "", string company = Say.CompanyCode) =>
        $$"""{"request":"transfer-capital","id":"ts-{{date}}","by":"zhao","company":"{{company}}","from":"{{from}}","to":"{{to}}","date":"{{date}}","subscribedFen":{{subscribed}},"paidInFen":{{paidIn}},"resolution":"股东会决议2号"{{more}}}""";

    public const string Bonus = ""","bonus":{"figure":"revenue","ratePpm":50000,"thresholdFen":100000}""";

    /// <summary>The company, two persons and the district's government as parties.</summary>
    public static Given WithParties() => ACompany().Done(
        Say.RegisterParty("m001", "person", "张三", "p1"), Say.RegisterParty("m002", "member", "李四", "p2"), Say.RegisterParty("district", "public-body", "余杭区政府", "p3"));

    /// <summary>The same, with its book from January 2025.</summary>
    public static Given WithBook(string month = "2025-01", string opening = "") => WithParties().Done(Say.OpenBook(month, opening, "small-enterprise-2013", Stream));

    public static string Appoint(
        string contract = "c1", string manager = "m001", string from = "2025-01-01", string more = "", string paidBy = "district", long baseFen = 18_000_000, string company = Say.CompanyCode) =>
        $$"""{"request":"appoint-manager","id":"ap-{{contract}}","by":"zhao","company":"{{company}}","contract":"{{contract}}","manager":"{{manager}}","from":"{{from}}","baseFen":{{baseFen}},"basePaidBy":"{{paidBy}}"{{more}}}""";

    public static string End(string contract = "c1", string date = "2025-06-30", string company = Say.CompanyCode, string more = "") =>
        $$"""{"request":"end-manager-contract","id":"em-{{contract}}-{{date}}","by":"zhao","company":"{{company}}","contract":"{{contract}}","date":"{{date}}"{{more}}}""";

    public static string Settle(string contract = "c1", int year = 2025, string id = "st1", string more = "", string company = Say.CompanyCode) =>
        $$"""{"request":"settle-manager","id":"{{id}}","by":"zhao","company":"{{company}}","contract":"{{contract}}","year":{{year}}{{more}}}""";

    /// <summary>A voucher of the company's book, prepared, reviewed and posted.</summary>
    public static string[] Entered(string id, string date, string debit, string credit, long fen, string more = "") =>
        [Say.Prepare(id, date: date, lines: Say.Debit(debit, fen) + "," + Say.Credit(credit, fen), more: more, book: Stream), Say.Review(id), Say.Post(id)];

    /// <summary>Closes the months of a year from one to another.</summary>
    public static IEnumerable<string> Closed(int to, int from = 1, int year = 2025) => Enumerable.Range(from, to - from + 1).Select(month => Say.Close($"{year}-{month:D2}", book: Stream));

    public static string Ceiling(long fen = 40_000, string from = "2025-01-01", string county = "330110") =>
        $$"""{"request":"set-works-ceiling","id":"wc-{{from}}-{{fen}}","by":"zhao","county":"{{county}}","amountFen":{{fen}},"from":"{{from}}","source":"余政办88号"}""";

    public static string Award(
        string contract = "w1", string awarder = Say.Village, long fen = 40_000, string date = "2025-04-01", string procedure = "direct", string more = "", string company = Say.CompanyCode) =>
        $$"""{"request":"award-works","id":"aw-{{contract}}","by":"zhao","company":"{{company}}","contract":"{{contract}}","awarder":"{{awarder}}","date":"{{date}}","works":"机耕路修复","amountFen":{{fen}},"procedure":"{{procedure}}"{{more}}}""";

    public static string Progress(string contract = "w1", long fen = 20_000, string date = "2025-06-30", string company = Say.CompanyCode, string more = "") =>
        $$"""{"request":"record-works-progress","id":"wp-{{contract}}-{{date}}","by":"zhao","company":"{{company}}","contract":"{{contract}}","date":"{{date}}","amountFen":{{fen}}{{more}}}""";

    public static string AddLine(string line = "lotus", string accounts = "\"5051\"", string company = Say.CompanyCode) =>
        $$"""{"request":"add-business-line","id":"bl-1","by":"zhao","company":"{{company}}","line":"{{line}}","name":"荷塘","accounts":[{{accounts}}]}""";
}
