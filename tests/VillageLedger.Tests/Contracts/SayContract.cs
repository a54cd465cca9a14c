namespace VillageLedger.Tests;

/// <summary>Requests on contracts as users send them. The tenant is the company of party c001; a month's rent is 1,000.00 yuan.</summary>
internal static class SayContract
{
    public const string Stream = "contracts/village/330110112201";
    public const string Monthly = """{"every":"month","amountFen":100000}""";

    /// <summary>A village's book from January 2025, a company, a group and a member as parties.</summary>
    public static Given WithParties(string month = "2025-01", string standard = "rural-2023") => Given.AVillage().Done(
        Say.RegisterParty("c001", "company", "宏达公司", "reg-c001"), Say.RegisterParty("h001", "group", "第一组", "reg-h001"), Say.OpenBook(month, standard: standard));

    /// <summary>The same with a lease of the year 2025.</summary>
    public static Given WithLease(string schedule = Monthly, string more = "") => WithParties().Done(Sign(schedule: schedule, more: more));

    public static string Sign(
        string contract = "c1", string schedule = Monthly, string from = "2025-01-01", string to = "2025-12-31", string party = "c001", string kind = "lease", string direction = "receivable", string more = "",
        string owner = Say.Village) =>
        $$"""{"request":"sign-contract","id":"sign-{{contract}}","by":"wang","owner":"{{owner}}","contract":"{{contract}}","kind":"{{kind}}","direction":"{{direction}}","party":"{{party}}","subject":"一号厂房","signedOn":"2024-12-20","from":"{{from}}","to":"{{to}}","schedule":{{schedule}}{{more}}}""";

    public static string Amend(string contract = "c1", string from = "2025-07", string schedule = """{"every":"month","amountFen":90000}""", string more = "", string owner = Say.Village) =>
        $$"""{"request":"amend-contract","id":"amend-{{contract}}-{{from}}","by":"wang","owner":"{{owner}}","contract":"{{contract}}","from":"{{from}}","schedule":{{schedule}},"reason":"减租"{{more}}}""";

    public static string Renew(string contract = "c1", string to = "2026-06-30", string schedule = Monthly, string more = "", string owner = Say.Village) =>
        $$"""{"request":"renew-contract","id":"renew-{{contract}}-{{to}}","by":"wang","owner":"{{owner}}","contract":"{{contract}}","signedOn":"2025-11-30","to":"{{to}}","schedule":{{schedule}}{{more}}}""";

    public static string End(string contract = "c1", string date = "2025-03-15", string owner = Say.Village) =>
        $$"""{"request":"end-contract","id":"end-{{contract}}-{{date}}","by":"wang","owner":"{{owner}}","contract":"{{contract}}","date":"{{date}}","reason":"退租"}""";

    public static string Propose(string month = "2025-01", string id = "rec1", string more = "", string book = Say.Village) =>
        $$"""{"request":"propose-receivables","id":"{{id}}","by":"wang","book":"{{book}}","month":"{{month}}"{{more}}}""";

    public static string Receive(string contract = "c1", string date = "2025-01-05", string id = "dep1", string more = "", string book = Say.Village) => Deposit("receive-deposit", contract, date, id, more, book);

    public static string Return(string contract = "c1", string date = "2025-01-25", string id = "dep2", string more = "", string book = Say.Village) => Deposit("return-deposit", contract, date, id, more, book);

    /// <summary>A proposal, reviewed and posted.</summary>
    public static string[] Raised(string month = "2025-01", string id = "rec1") => [Propose(month, id), Say.Review(id), Say.Post(id)];

    /// <summary>Money of a contract received in the bank.</summary>
    public static string[] Paid(string id, string date, long fen, string contract = "c1", string account = "112") =>
        [Say.Prepare(id, date: date, lines: Say.Debit("102", fen) + "," + Say.Credit(account, fen, $$""","party":"c001","contract":"{{contract}}" """)), Say.Review(id), Say.Post(id)];

    /// <summary>The lines that raise an instalment.</summary>
    public static string Lines(int number, string from, string to, long fen, string contract = "c1", string receivable = "112", string income = "501", string party = "party/c001") =>
        string.Join(',', ((string[])[$"\"account\":\"{receivable}\",\"debitFen\":{fen}", $"\"account\":\"{income}\",\"creditFen\":{fen}"])
            .Select(side => $$"""{{{side}},"summary":"{{contract}} 第{{number}}期（{{from}}至{{to}}）","party":"{{party}}","contract":"{{contract}}"}"""));

    private static string Deposit(string request, string contract, string date, string id, string more, string book) =>
        $$"""{"request":"{{request}}","id":"{{id}}","by":"wang","book":"{{book}}","contract":"{{contract}}","date":"{{date}}"{{more}}}""";
}
