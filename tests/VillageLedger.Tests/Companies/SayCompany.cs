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
        $$"""{"request":"transfer-shares","id":"ts-{{date}}","by":"zhao","company":"{{company}}","from":"{{from}}","to":"{{to}}","date":"{{date}}","subscribedFen":{{subscribed}},"paidInFen":{{paidIn}},"resolution":"股东会决议2号"{{more}}}""";
}
