namespace VillageLedger.Tests;

/// <summary>Requests on cash and banks, as users send them. zhou is the cashier.</summary>
internal static class SayCash
{
    public const string Cash = "cash/village/330110112201";
    public const string Bank = "bank/village/330110112201/jbh";
    public const string Forms = "forms/village/330110112201";

    /// <summary>A village's book from January 2025 with 5,000.00 yuan on its basic account 10201, and 100.00 in cash.</summary>
    public static Given ABankAccount() => Given.AVillage().Done(
        Say.AddAccount("10201", "102", "基本户"), Say.AddAccount("10202", "102", "土地补偿费专户"),
        Say.OpenBook(opening: Say.Debit("10201", 500_000) + "," + Say.Debit("101", 10_000) + "," + Say.Credit("301", 510_000)), Register());

    public static string Register(
        string bankAccount = "jbh", string account = "10201", string kind = "basic", string more = "", string id = "ba1", string owner = Say.Village, string number = "201000012345678") =>
        $$"""{"request":"register-bank-account","id":"{{id}}","by":"zhao","owner":"{{owner}}","bankAccount":"{{bankAccount}}","account":"{{account}}","bank":"农商银行","number":"{{number}}","kind":"{{kind}}"{{more}}}""";

    public static string Close(string bankAccount = "jbh", string id = "bc1") =>
        $$"""{"request":"close-bank-account","id":"{{id}}","by":"zhao","owner":"{{Say.Village}}","bankAccount":"{{bankAccount}}","date":"2025-03-31"}""";

    public static string Name(string user = "zhou", string from = "2025-01-01", string more = "", string id = "nc1", string owner = Say.Village) =>
        $$"""{"request":"name-cashier","id":"{{id}}","by":"zhao","owner":"{{owner}}","user":"{{user}}","from":"{{from}}"{{more}}}""";

    public static string End(string user = "zhou", string until = "2025-01-31", string id = "ec1") =>
        $$"""{"request":"end-cashier","id":"{{id}}","by":"zhao","owner":"{{Say.Village}}","user":"{{user}}","until":"{{until}}"}""";

    public static string Sign(string voucher = "v1", string by = "zhou") => $$"""{"request":"sign-voucher","id":"sign-{{voucher.Replace('/', '.')}}-{{by}}","by":"{{by}}","voucher":"{{voucher}}"}""";

    public static string SignAll(string by = "zhou", string month = "2025-01", string book = Say.Village) =>
        $$"""{"request":"sign-vouchers","id":"sign-{{month}}-{{by}}","by":"{{by}}","book":"{{book}}","month":"{{month}}"}""";

    public static string Line(string date, long fen, long? balance = null, string? reference = null) =>
        $$"""{"date":"{{date}}","amountFen":{{fen}}{{(balance is null ? "" : $",\"balanceFen\":{balance}")}}{{(reference is null ? "" : $",\"reference\":\"{reference}\"")}}}""";

    public static string Statement(string lines, string more = "", string id = "st1", string bankAccount = "jbh") =>
        $$"""{"request":"record-statement","id":"{{id}}","by":"wang","owner":"{{Say.Village}}","bankAccount":"{{bankAccount}}","lines":[{{lines}}]{{more}}}""";

    /// <param name="lines">Numbers of the statement.</param>
    /// <param name="vouchers">Voucher and line: <c>v1#1</c>.</param>
    public static string Match(int[] lines, string[] vouchers, string id = "m1", string bankAccount = "jbh", string by = "wang") =>
        $$"""
        {"request":"match-statement","id":"{{id}}","by":"{{by}}","owner":"{{Say.Village}}","bankAccount":"{{bankAccount}}","lines":[{{string.Join(',', lines.Select(line => $"{{\"line\":{line}}}"))}}],"voucherLines":[{{string.Join(',', vouchers.Select(PlaceOf))}}]}
        """;

    public static string MatchAll(string id = "ma1", string more = "", string bankAccount = "jbh") =>
        $$"""{"request":"match-statements","id":"{{id}}","by":"wang","owner":"{{Say.Village}}","bankAccount":"{{bankAccount}}"{{more}}}""";

    public static string Undo(string match = "m1", string id = "um1") =>
        $$"""{"request":"undo-match","id":"{{id}}","by":"wang","owner":"{{Say.Village}}","bankAccount":"jbh","match":"{{match}}"}""";

    public static string Count(long fen = 10_000, string date = "2025-01-31", string id = "cc1", string more = "", string account = "101", string witnesses = "\"li\"", string owner = Say.Village) =>
        $$"""{"request":"count-cash","id":"{{id}}","by":"zhou","owner":"{{owner}}","account":"{{account}}","date":"{{date}}","countedFen":{{fen}},"witnesses":[{{witnesses}}]{{more}}}""";

    public static string RegisterForms(long first = 1, long last = 25, string kind = "receipt", string series = "A", string more = "", string id = "rf1", string owner = Say.Village) =>
        $$"""{"request":"register-forms","id":"{{id}}","by":"zhao","owner":"{{owner}}","series":"{{series}}","first":{{first}},"last":{{last}},"kind":"{{kind}}"{{more}}}""";

    public static string Issue(long first = 1, long last = 10, string series = "A", string id = "if1") =>
        $$"""{"request":"issue-forms","id":"{{id}}","by":"zhao","owner":"{{Say.Village}}","series":"{{series}}","first":{{first}},"last":{{last}},"user":"zhou","date":"2025-01-05"}""";

    public static string Use(long number = 1, string series = "A", string more = "", string? id = null) =>
        $$"""{"request":"use-form","id":"{{id ?? $"uf{number}"}}","by":"zhou","owner":"{{Say.Village}}","series":"{{series}}","number":{{number}},"date":"2025-01-15","amountFen":100000{{more}}}""";

    public static string Void(long number = 2, string series = "A", string more = "", string? id = null) =>
        $$"""{"request":"void-form","id":"{{id ?? $"vf{number}"}}","by":"zhou","owner":"{{Say.Village}}","series":"{{series}}","number":{{number}},"date":"2025-01-16"{{more}}}""";

    public static string Settle(long first = 1, long last = 2, string series = "A", string id = "sf1") =>
        $$"""{"request":"settle-forms","id":"{{id}}","by":"li","owner":"{{Say.Village}}","series":"{{series}}","first":{{first}},"last":{{last}},"date":"2025-02-01"}""";

    private static string PlaceOf(string place) => place.Split('#') is [var voucher, var line] ? $"{{\"voucher\":\"{voucher}\",\"line\":{line}}}" : throw new ArgumentException(place);
}
