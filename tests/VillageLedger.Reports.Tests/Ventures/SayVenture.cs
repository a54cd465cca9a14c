using System.Globalization;

namespace VillageLedger.Reports.Tests.Ventures;

/// <summary>Requests on ventures as users send them. Persons: wang prepares and allocates, li confirms, zhao is anybody else.</summary>
internal static class SayVenture
{
    public const string Id = "jiucun";

    public static string Found(string form = "co-owned", string month = "2026-11", string venture = Id, string more = "") =>
        $$"""{"request":"found-venture","id":"found-{{venture}}","by":"zhao","venture":"{{venture}}","name":"禹上稻乡","kind":"joint-land","form":"{{form}}","month":"{{month}}"{{more}}}""";

    public static string Authorise(string holder, string venture = Id) =>
        $$"""{"request":"authorise-allocations","id":"auth-{{venture}}-{{Dashed(holder)}}","by":"zhao","venture":"{{venture}}","holder":"{{holder}}","resolution":"授权决议"}""";

    /// <summary>Shares as <c>holder weight</c>.</summary>
    public static string Shares(string from, IEnumerable<(string Holder, long Weight)> shares, string venture = Id) =>
        $$"""{"request":"agree-shares","id":"shares-{{venture}}-{{from}}","by":"zhao","venture":"{{venture}}","from":"{{from}}","shares":[{{Weights(shares)}}],"resolution":"份额决议 {{from}}"}""";

    public static string Correct(string from, IEnumerable<(string Holder, long Weight)> shares, string venture = Id) =>
        $$"""{"request":"correct-shares","id":"correct-{{venture}}-{{from}}","by":"zhao","venture":"{{venture}}","from":"{{from}}","shares":[{{Weights(shares)}}],"resolution":"更正决议","reason":"登记有误"}""";

    public static string Transfer(string from, string holder, string taker, long weight, string venture = Id) =>
        $$"""{"request":"transfer-share","id":"transfer-{{venture}}-{{from}}","by":"zhao","venture":"{{venture}}","from":"{{from}}","holder":"{{holder}}","taker":"{{taker}}","weight":{{weight}},"resolution":"转让协议"}""";

    public static string Call(string id, string date, string dueOn, IEnumerable<(string Holder, long Fen)> amounts, string venture = Id) =>
        $$"""{"request":"call-capital","id":"{{id}}","by":"zhao","venture":"{{venture}}","date":"{{date}}","dueOn":"{{dueOn}}","amounts":[{{Amounts(amounts)}}],"resolution":"缴款通知"}""";

    public static string Contribute(string id, string holder, string date, long fen, string kind = "cash", string more = "", string venture = Id) =>
        $$"""{"request":"contribute","id":"{{id}}","by":"zhao","venture":"{{venture}}","holder":"{{holder}}","date":"{{date}}","kind":"{{kind}}","amountFen":{{fen}}{{more}}}""";

    public static string Place(string id, string date, long cost, int months = 240, long residual = 0, bool provisional = false, string venture = Id) =>
        $$"""{"request":"place-in-service","id":"{{id}}","by":"zhao","venture":"{{venture}}","date":"{{date}}","costFen":{{cost}},"areaSquareMetres":80000,"usefulLifeMonths":{{months}},"residualFen":{{residual}}{{(provisional ? ",\"provisional\":true" : "")}}}""";

    public static string Settle(string placing, string date, long cost, string venture = Id) =>
        $$"""{"request":"settle-cost","id":"settle-{{placing}}","by":"zhao","venture":"{{venture}}","placing":"{{placing}}","date":"{{date}}","costFen":{{cost}},"document":"竣工决算"}""";

    public static string Undo(string of, string venture = Id) =>
        $$"""{"request":"withdraw-venture-record","id":"undo-{{of}}","by":"zhao","venture":"{{venture}}","of":"{{of}}","reason":"录入有误"}""";

    public static string Expect(string from, long asset, long year, string more = "", string venture = Id, string? id = null) =>
        $$"""{"request":"state-expectation","id":"{{id ?? $"expect-{venture}-{from}"}}","by":"zhao","venture":"{{venture}}","from":"{{from}}","assetFen":{{asset}},"yearFen":{{year}},"source":"浙江日报"{{more}}}""";

    /// <summary>The books are open in 2026-11 and 2026-12: every month's income is allocated at the end of the year.</summary>
    public static string Allocate(string id, string month, long total, string policy = "equal", string? date = null, string more = "", string venture = Id) =>
        $$"""{"request":"allocate-income","id":"{{id}}","by":"wang","venture":"{{venture}}","month":"{{month}}","date":"{{date ?? "2026-12-28"}}","totalFen":{{total}},"policy":"{{policy}}"{{more}}}""";

    public static string Confirm(string allocation, string by = "li") => $$"""{"request":"confirm-allocation","id":"confirm-{{allocation}}","by":"{{by}}","allocation":"{{allocation}}"}""";

    public static string Reverse(string allocation, string? date = null) =>
        $$"""{"request":"reverse-allocation","id":"reverse-{{allocation}}","by":"wang","allocation":"{{allocation}}","reason":"金额有误"{{(date is null ? "" : $",\"date\":\"{date}\"")}}}""";

    public static string Pay(string id, string allocation, string holder, string date, long fen) =>
        $$"""{"request":"pay-allocation","id":"{{id}}","by":"wang","allocation":"{{allocation}}","holder":"{{holder}}","date":"{{date}}","amountFen":{{fen}},"bankAccount":"3301 0001","reference":"ref-{{id}}"}""";

    public static string Return(string payment, string date) => $$"""{"request":"return-allocation-payment","id":"return-{{payment}}","by":"wang","payment":"{{payment}}","date":"{{date}}","reason":"账号有误"}""";

    private static string Weights(IEnumerable<(string Holder, long Weight)> shares) =>
        string.Join(',', shares.Select(share => string.Create(CultureInfo.InvariantCulture, $$"""{"holder":"{{share.Holder}}","weight":{{share.Weight}}}""")));

    private static string Amounts(IEnumerable<(string Holder, long Fen)> amounts) =>
        string.Join(',', amounts.Select(one => string.Create(CultureInfo.InvariantCulture, $$"""{"holder":"{{one.Holder}}","amountFen":{{one.Fen}}}""")));

    private static string Dashed(string holder) => holder.Replace('/', '-');
}
