namespace VillageLedger.Tests;

/// <summary>Requests as users send them: JSON text. Persons: wang prepares, li reviews, zhao is anybody else.</summary>
internal static class Say
{
    public const string Village = "village/330110112201";
    public const string Book01 = "book/village/330110112201/2025-01";
    public const string Book02 = "book/village/330110112201/2025-02";
    public const string Book03 = "book/village/330110112201/2025-03";
    public const string CompanyCode = "91330110MA2AAAAA1X";

    public static string RegisterVillage(string id = "r1", string village = "330110112201", string name = "稻香村", string township = "径山镇", string county = "余杭区", string more = "") =>
        $$"""{"request":"register-village","id":"{{id}}","by":"zhao","village":"{{village}}","name":"{{name}}","township":"{{township}}","county":"{{county}}"{{more}}}""";

    public static string RegisterCompany(string id = "r2", string company = CompanyCode, string kind = "asset-operation", string shareholders = """{"holder":"village/330110112201","subscribedFen":500,"paidInFen":200}""", string more = "") =>
        $$"""{"request":"register-company","id":"{{id}}","by":"zhao","company":"{{company}}","name":"稻香强村公司","kind":"{{kind}}","founded":"2024-05-20","shareholders":[{{shareholders}}]{{more}}}""";

    public static string RegisterParty(string party = "h001", string kind = "group", string name = "第一组", string id = "r3") =>
        $$"""{"request":"register-party","id":"{{id}}","by":"zhao","party":"{{party}}","name":"{{name}}","kind":"{{kind}}"}""";

    public static string AddAccount(string account, string parent, string name = "明细", string owner = Village, string more = "", string? id = null) =>
        $$"""{"request":"add-account","id":"{{id ?? "a-" + account}}","by":"zhao","owner":"{{owner}}","account":"{{account}}","name":"{{name}}","parent":"{{parent}}"{{more}}}""";

    public static string OpenBook(string month = "2025-01", string opening = "", string standard = "rural-2023", string owner = Village, string id = "o1") =>
        $$"""{"request":"open-book","id":"{{id}}","by":"zhao","owner":"{{owner}}","standard":"{{standard}}","month":"{{month}}","opening":[{{opening}}]}""";

    public static string Debit(string account, long fen, string more = "") => $$"""{"account":"{{account}}","debitFen":{{fen}}{{more}}}""";

    public static string Credit(string account, long fen, string more = "") => $$"""{"account":"{{account}}","creditFen":{{fen}}{{more}}}""";

    /// <summary>Rent of 1,000.00 yuan received in the bank.</summary>
    public static string Rent(long fen = 100_000) => Debit("102", fen) + "," + Credit("501", fen);

    public static string Prepare(string id = "v1", string by = "wang", string date = "2025-01-15", string? lines = null, string more = "", string book = Village) =>
        $$"""{"request":"prepare-voucher","id":"{{id}}","by":"{{by}}","book":"{{book}}","date":"{{date}}","summary":"收到租金","lines":[{{lines ?? Rent()}}]{{more}}}""";

    public static string Amend(string voucher = "v1", string by = "wang", string date = "2025-01-16", string? lines = null, string more = "", string id = "am1") =>
        $$"""{"request":"amend-voucher","id":"{{id}}","by":"{{by}}","voucher":"{{voucher}}","date":"{{date}}","summary":"收到房租","lines":[{{lines ?? Rent(200_000)}}]{{more}}}""";

    public static string Review(string voucher = "v1", string by = "li") => Named("review-voucher", voucher, by);

    public static string Return(string voucher = "v1", string by = "li", string more = "") => Named("return-voucher", voucher, by, more);

    public static string Discard(string voucher = "v1", string by = "wang", string more = "") => Named("discard-voucher", voucher, by, more);

    public static string Post(string voucher = "v1", string by = "wang") => Named("post-voucher", voucher, by);

    public static string PostAll(string month = "2025-01", string by = "li", string book = Village) => Monthly("post-vouchers", month, by, book);

    public static string Close(string month = "2025-01", string by = "li", string book = Village) => Monthly("close-month", month, by, book);

    public static string Reverse(string voucher = "v1", string date = "2025-01-20", string id = "red1", string by = "wang", string reason = "金额有误") =>
        $$"""{"request":"reverse-voucher","id":"{{id}}","by":"{{by}}","voucher":"{{voucher}}","date":"{{date}}","reason":"{{reason}}"}""";

    private static string Named(string request, string voucher, string by, string more = "") =>
        $$"""{"request":"{{request}}","id":"{{request}}-{{voucher.Replace('~', '.')}}-{{by}}","by":"{{by}}","voucher":"{{voucher}}"{{more}}}""";

    private static string Monthly(string request, string month, string by, string book) =>
        $$"""{"request":"{{request}}","id":"{{request}}-{{month}}-{{by}}","by":"{{by}}","book":"{{book}}","month":"{{month}}"}""";
}
