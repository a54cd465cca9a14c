namespace VillageLedger.Tests;

/// <summary>Requests about claims, as users send them. Persons: chen is the village's clerk, sun and qian approve, wang makes vouchers, zhao is anybody else.</summary>
internal static class SayClaim
{
    public const string Register = "claims/" + Say.Village;
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    public const string OtherHash = "0f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    public const string Number = "25332000000012345678";
    public const string InvoiceKey = Say.CompanyCode + "/" + Number;

    /// <summary>A village's book with the party h001.</summary>
    public static Given Village() => Given.AVillageBook().Done(Say.RegisterParty());

    /// <summary>The same with the claim c1 of 368.00 yuan, approved by sun.</summary>
    public static Given Approved(string more = "") => Village().Done(HandIn(more: more), Approve());

    public static string Line(long fen = 36_800, string more = ",\"account\":\"513\"", string summary = "会议用餐") => $$"""{"summary":"{{summary}}","amountFen":{{fen}}{{more}}}""";

    public static string HandIn(string id = "c1", string by = "chen", string? lines = null, string more = "", string date = "2025-01-05", string payee = "party/h001", string book = Say.Village) =>
        $$"""{"request":"hand-in-claim","id":"{{id}}","by":"{{by}}","book":"{{book}}","date":"{{date}}","lines":[{{lines ?? Line()}}],"payee":"{{payee}}"{{more}}}""";

    public static string Amend(string claim = "c1", string by = "chen", string? lines = null, string more = "", string date = "2025-01-06", string payee = "party/h001", string id = "ca1") =>
        $$"""{"request":"amend-claim","id":"{{id}}","by":"{{by}}","claim":"{{claim}}","date":"{{date}}","lines":[{{lines ?? Line()}}],"payee":"{{payee}}"{{more}}}""";

    public static string Approve(string claim = "c1", string by = "sun", string date = "2025-01-07", string? id = null) =>
        $$"""{"request":"approve-claim","id":"{{id ?? $"ap-{claim}-{by}"}}","by":"{{by}}","claim":"{{claim}}","date":"{{date}}"}""";

    public static string Return(string claim = "c1", string by = "sun", string? id = null) =>
        $$"""{"request":"return-claim","id":"{{id ?? "rt-" + claim}}","by":"{{by}}","claim":"{{claim}}","reason":"缺少签字"}""";

    public static string Withdraw(string claim = "c1", string by = "chen", string more = "", string? id = null) =>
        $$"""{"request":"withdraw-claim","id":"{{id ?? "wd-" + claim}}","by":"{{by}}","claim":"{{claim}}"{{more}}}""";

    public static string Voucher(string claim = "c1", string by = "wang", string paid = """{"account":"102"}""", string more = "", string date = "2025-01-10", string id = "cv1") =>
        $$"""{"request":"voucher-claim","id":"{{id}}","by":"{{by}}","claim":"{{claim}}","date":"{{date}}","paid":[{{paid}}]{{more}}}""";

    public static string Levels(string levels, string scope = Say.Village, string from = "2025-01-01", string? id = null) =>
        $$"""{"request":"set-approval-levels","id":"{{id ?? "al-" + scope.Replace('/', '-') + from}}","by":"zhao","scope":"{{scope}}","from":"{{from}}","levels":[{{levels}}]}""";

    public static string Level(string level, long? upto = null) => $$"""{"level":"{{level}}"{{(upto is null ? "" : $",\"uptoFen\":{upto}")}}}""";

    public static string Name(string user, string level, string scope = Say.Village, string from = "2025-01-01", string more = "", string? id = null) =>
        $$"""{"request":"name-approver","id":"{{id ?? $"na-{user}-{level}-{from}"}}","by":"zhao","scope":"{{scope}}","user":"{{user}}","level":"{{level}}","from":"{{from}}"{{more}}}""";

    public static string End(string user, string level, string scope = Say.Village, string until = "2025-06-30", string? id = null) =>
        $$"""{"request":"end-approver","id":"{{id ?? $"ea-{user}-{level}"}}","by":"zhao","scope":"{{scope}}","user":"{{user}}","level":"{{level}}","until":"{{until}}"}""";

    /// <summary>An e-invoice among the attachments.</summary>
    public static string Invoice(string hash = Hash, string number = Number, string issuer = Say.CompanyCode) =>
        $$$""","attachments":[{"name":"发票.pdf","sha256":"{{{hash}}}","invoice":{"issuer":"{{{issuer}}}","number":"{{{number}}}"}}]""";

    public static string File(string hash = Hash) => $$""","attachments":[{"name":"发票.pdf","sha256":"{{hash}}"}]""";

    public static Stored Used(string use, string key = InvoiceKey, string by = "chen", string hash = Hash, string number = Number) =>
        new("invoice/" + key, "invoice-used.1", $$"""{"key":"{{key}}","use":"{{use}}","book":"{{Say.Village}}","invoice":{"issuer":"{{Say.CompanyCode}}","number":"{{number}}"},"sha256":"{{hash}}","usedBy":"{{by}}"}""");

    public static Stored Released(string use, string key = InvoiceKey, string by = "sun") =>
        new("invoice/" + key, "invoice-released.1", $$"""{"key":"{{key}}","use":"{{use}}","releasedBy":"{{by}}"}""");
}
