namespace VillageLedger.Tests;

/// <summary>
/// Requests on dividends as users send them. The company's capital is 1,000,000.00 yuan: the village paid in 400,000.00 of it and a second one 200,000.00; earlier
/// years lost 200,000.00. Its book begins in December 2024, the village's in January 2025. The dividend is that of 2024. Wang proposes, li resolves.
/// </summary>
internal static class SayDividend
{
    public const string Company = "company/" + Say.CompanyCode;
    public const string Other = "village/330110112202";
    private const string Transfer = ""","kind":"transfer" """;
    public const string Stream = "dividend/d1";
    public const string December = "book/" + Company + "/2024-12";
    public const string Book = "book/" + Company + "/2025-01";
    public const string BookOfVillage = "book/village/330110112201/2025-01";

    /// <summary>The company with its book, and the village's.</summary>
    public static Given ACompany(string shareholders = $$"""{"holder":"{{Say.Village}}","subscribedFen":60000000,"paidInFen":40000000},{"holder":"{{Other}}","subscribedFen":40000000,"paidInFen":20000000}""") =>
        Given.AVillageBook().Done(
            Say.RegisterVillage("r9", "330110112202", "溪塔村"),
            Say.RegisterCompany(shareholders: shareholders),
            Say.OpenBook(
                "2024-12", owner: Company, standard: "small-enterprise-2013", id: "o2",
                opening: $"{Say.Debit("1002", 40_000_000)},{Say.Debit("3104", 20_000_000)},{Say.Credit("3001", 60_000_000)}"));

    /// <summary>A profit of 800,000.00 yuan stands in the company's book.</summary>
    public static Given ACompanyWithProfit(long fen = 80_000_000) => Posted(ACompany(), Company, "e1", Say.Debit("1002", fen) + "," + Say.Credit("5001", fen));

    /// <summary>The village's cooperative with 100 shares: two of 40 and 50, and 10 collective ones; net income of 1,000.00 yuan.</summary>
    public static Given ACooperative(long income = 100_000) => Given.AVillage().Done(Say.OpenBook("2024-12"))
        .Fact("member/m1", "member-registered.1", """{"member":"m1","village":"330110112201","joinedOn":"2025-01-01"}""")
        .Fact("member/m2", "member-registered.1", """{"member":"m2","village":"330110112201","joinedOn":"2025-01-01"}""")
        .Fact("shares/330110112201", "share-register-opened.1", """{"village":"330110112201","mode":"static","unitsPerShare":1,"from":"2025-01-01","kinds":["population","collective"],"resolution":"决议1号"}""")
        .Fact(
            "shares/330110112201", "shares-granted.1",
            """{"village":"330110112201","date":"2025-01-01","changes":[{"holder":"member/m1","kind":"population","units":40},{"holder":"member/m2","kind":"population","units":50},{"holder":"village/330110112201","kind":"collective","units":10}],"resolution":"决议1号"}""")
        .Posted("rent", "2024-12-15", lines: Say.Rent(income));

    public static Given Posted(Given given, string book, string id, string lines, string date = "2024-12-15", string more = "") =>
        given.Done(Say.Prepare(id, date: date, lines: lines, book: book, more: more), Say.Review(id), Say.Post(id));

    /// <summary>Closes December 2024 of a book, its income transferred to the year's result and on.</summary>
    public static Given CloseDecember(Given given, string book, string income, string result, string distribution, long fen) =>
        Posted(Posted(given, book, "t1", Say.Debit(income, fen) + "," + Say.Credit(result, fen), "2024-12-31", Transfer), book, "t2", Say.Debit(result, fen) + "," + Say.Credit(distribution, fen), "2024-12-31", Transfer)
            .Done(Say.Close("2024-12", book: book).Replace("close-month-", "close-december-", StringComparison.Ordinal));

    /// <summary>Closes the company's, of <see cref="ACompanyWithProfit"/>.</summary>
    public static Given CloseDecember(Given given) => CloseDecember(given, Company, "5001", "3103", "3104", 80_000_000);

    public static string Propose(string steps = "", string payer = Company, int year = 2024, string dividend = "d1", string id = "p1", string by = "wang") =>
        $$"""{"request":"propose-dividend","id":"{{id}}","by":"{{by}}","dividend":"{{dividend}}","payer":"{{payer}}","year":{{year}},"steps":[{{steps}}]}""";

    public static string Rate(string kind, int ppm) => $$"""{"kind":"{{kind}}","ratePpm":{{ppm}}}""";

    public static string Amount(string kind, long fen) => $$"""{"kind":"{{kind}}","amountFen":{{fen}}}""";

    public static string Resolve(
        string votes = "51,100", string date = "2025-01-20", string recordDate = "2025-01-20", string more = "", string basis = "votingRights", string dividend = "d1", string id = "re1", string by = "li") =>
        $$"""{"request":"resolve-dividend","id":"{{id}}","by":"{{by}}","dividend":"{{dividend}}","body":"股东会","basis":"{{basis}}","votesFor":{{votes.Split(',')[0]}},"votesEntitled":{{votes.Split(',')[1]}},"resolvedOn":"{{date}}","recordDate":"{{recordDate}}","resolution":"决议3号"{{more}}}""";

    /// <summary>As a village resolves: by heads, published 15 days before.</summary>
    public static string ResolveByHeads(string votes = "2,3", string published = "2025-01-05", string more = "", string date = "2025-01-20", string recordDate = "2025-01-20") =>
        Resolve(votes, date, recordDate, $"{(published.Length == 0 ? "" : $",\"publishedOn\":\"{published}\"")}{more}", "heads");

    public static string Pay(string holder = Say.Village, long fen = 36_000_000, string reference = "F1", string date = "2025-01-25", string id = "pay1", string dividend = "d1", string account = "6222020012345678") =>
        $$"""{"request":"pay-dividend","id":"{{id}}","by":"zhao","dividend":"{{dividend}}","holder":"{{holder}}","date":"{{date}}","amountFen":{{fen}},"bankAccount":"{{account}}","reference":"{{reference}}"}""";

    public static string PayAll(string payments, string date = "2025-01-25", string id = "bulk1", string dividend = "d1") =>
        $$"""{"request":"pay-dividends","id":"{{id}}","by":"zhao","dividend":"{{dividend}}","date":"{{date}}","payments":[{{payments}}]}""";

    public static string Payment(string holder, long fen, string reference = "F1", string account = "6222020012345678") =>
        $$"""{"holder":"{{holder}}","amountFen":{{fen}},"bankAccount":"{{account}}","reference":"{{reference}}"}""";

    public static string Return(string payment = "pay1", string date = "2025-01-28", string id = "ret1") =>
        $$"""{"request":"return-dividend-payment","id":"{{id}}","by":"zhao","payment":"{{payment}}","date":"{{date}}","reason":"账号有误"}""";

    public static string Unclaimed(string holder = Say.Village, string date = "2025-01-28", string dividend = "d1", string id = "un1") =>
        $$"""{"request":"mark-unclaimed","id":"{{id}}","by":"zhao","dividend":"{{dividend}}","holder":"{{holder}}","date":"{{date}}","reason":"无人领取"}""";

    public static string Withdraw(string dividend = "d1", string more = "", string id = "w1") =>
        $$"""{"request":"withdraw-dividend","id":"{{id}}","by":"zhao","dividend":"{{dividend}}","reason":"方案有误"{{more}}}""";
}
