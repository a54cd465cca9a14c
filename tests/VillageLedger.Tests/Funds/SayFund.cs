namespace VillageLedger.Tests;

/// <summary>Requests about earmarked money as users write them. The fund is f1 of the public body nyj, to be spent on roads and training until the end of 2025.</summary>
internal static class SayFund
{
    public const string Funds = "funds/village/330110112201";

    public static string Open(
        string fund = "f1", string kind = "special", string donor = "nyj", string purposes = """{"purpose":"road","name":"道路"},{"purpose":"training","name":"培训"}""", string more = ",\"until\":\"2025-12-31\"",
        string owner = Say.Village) =>
        $$"""{"request":"open-fund","id":"open-{{fund}}","by":"zhao","owner":"{{owner}}","fund":"{{fund}}","kind":"{{kind}}","donor":"{{donor}}","purposes":[{{purposes}}]{{more}}}""";

    public static string Receive(string id = "in1", long fen = 100_000, string date = "2025-01-05", string fund = "f1", string more = "", string owner = Say.Village) =>
        $$"""{"request":"receive-fund","id":"{{id}}","by":"wang","owner":"{{owner}}","fund":"{{fund}}","date":"{{date}}","amountFen":{{fen}}{{more}}}""";

    public static string Spend(
        string id = "out1", long fen = 30_000, string date = "2025-01-10", string purpose = "road", string use = "asset", string fund = "f1", string more = "", string owner = Say.Village) =>
        $$"""{"request":"spend-fund","id":"{{id}}","by":"wang","owner":"{{owner}}","fund":"{{fund}}","date":"{{date}}","amountFen":{{fen}},"purpose":"{{purpose}}","use":"{{use}}"{{more}}}""";

    public static string Return(string id = "back1", long fen = 10_000, string date = "2025-01-20", string fund = "f1", string more = "") =>
        $$"""{"request":"return-fund","id":"{{id}}","by":"wang","owner":"{{Say.Village}}","fund":"{{fund}}","date":"{{date}}","amountFen":{{fen}}{{more}}}""";

    public static string Close(string fund = "f1", string id = "close1", string date = "2025-01-31") =>
        $$"""{"request":"close-fund","id":"{{id}}","by":"zhao","owner":"{{Say.Village}}","fund":"{{fund}}","date":"{{date}}"}""";

    /// <summary>A village's book of January 2025, the donor, and the fund without money.</summary>
    public static Given AFund(string kind = "special", string more = ",\"until\":\"2025-12-31\"") => Given.AVillageBook().Done(Say.RegisterParty("nyj", "public-body", "农业农村局"), Open(kind: kind, more: more));

    /// <summary>The fund with 1,000.00 yuan received and posted.</summary>
    public static Given AFundWithMoney() => AFund().Done(Receive()).InBooks("in1");

    /// <summary>A voucher that a request prepared, reviewed by li and posted by wang.</summary>
    public static Given InBooks(this Given given, string voucher) => given.Done(Say.Review(voucher), Say.Post(voucher));

    public static Stored Prepared(string id, string date, string summary, string lines, string fund = "f1") => new(
        $"book/village/330110112201/{date[..7]}", "voucher-prepared.1",
        $$"""{"voucher":"{{id}}","type":"记","date":"{{date}}","kind":"ordinary","summary":"{{summary}}","lines":[{{lines}}],"attachmentCount":0,"preparedBy":"wang","cause":"fund:{{fund}}"}""");
}
