namespace VillageLedger.Support;

/// <summary>A co-owned venture of three villages, weights 5, 3 and 2; 100,000.01 yuan a month.</summary>
internal static class ThreeVillages
{
    public static readonly IReadOnlyList<string> Villages = ["village/330110112201", "village/330110112202", "village/330110112203"];

    public const long TotalFen = 10_000_001;

    public static IEnumerable<string> Founded()
    {
        foreach (var village in Villages)
        {
            var code = village[^12..];
            yield return $$"""{"request":"register-village","id":"v{{code}}","by":"zhao","village":"{{code}}","name":"村{{code[^1]}}","township":"径山镇","county":"余杭区"}""";
            yield return $$"""{"request":"open-book","id":"b{{code}}","by":"zhao","owner":"{{village}}","standard":"rural-2023","month":"2026-01"}""";
        }

        yield return """{"request":"found-venture","id":"found","by":"zhao","venture":"sancun","name":"三村联合","kind":"joint-land","form":"co-owned","month":"2026-01"}""";
        yield return $$"""{"request":"agree-shares","id":"shares","by":"zhao","venture":"sancun","from":"2026-01-01","shares":[{"holder":"{{Villages[0]}}","weight":5},{"holder":"{{Villages[1]}}","weight":3},{"holder":"{{Villages[2]}}","weight":2}],"resolution":"r"}""";
        foreach (var village in Villages)
            yield return $$"""{"request":"authorise-allocations","id":"au{{village[^12..]}}","by":"zhao","venture":"sancun","holder":"{{village}}","resolution":"r"}""";
    }

    public static string Allocate(string id, string month = "2026-01", string by = "zhao", string more = "") =>
        $$"""{"request":"allocate-income","id":"{{id}}","by":"{{by}}","venture":"sancun","month":"{{month}}","date":"{{month}}-28","totalFen":{{TotalFen}},"policy":"by-share"{{more}}}""";

    public static string Confirm(string id, string allocation, string by = "li") => $$"""{"request":"confirm-allocation","id":"{{id}}","by":"{{by}}","allocation":"{{allocation}}"}""";

    public static string Reverse(string id, string allocation) => $$"""{"request":"reverse-allocation","id":"{{id}}","by":"li","allocation":"{{allocation}}","reason":"重算"}""";

    public static string Pay(string id, string allocation, string holder, long fen, string reference, string date = "2026-01-28") =>
        $$"""{"request":"pay-allocation","id":"{{id}}","by":"qian","allocation":"{{allocation}}","holder":"{{holder}}","date":"{{date}}","amountFen":{{fen}},"bankAccount":"2010001","reference":"{{reference}}"}""";

    public static string Return(string id, string payment) => $$"""{"request":"return-allocation-payment","id":"{{id}}","by":"qian","payment":"{{payment}}","date":"2026-02-28","reason":"户名不符"}""";
}
