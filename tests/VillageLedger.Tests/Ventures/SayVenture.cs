using System.Text;
using System.Text.Json.Nodes;

namespace VillageLedger.Tests;

/// <summary>
/// Requests on the joint venture jiucun. Two villages A and B with books by the chart of 2023 from January 2025 hold 2 : 1 of it from 2025-01-01 and have consented,
/// unless a test says otherwise. wang allocates, li confirms.
/// </summary>
internal static class SayVenture
{
    public const string A = "village/330110112201";
    public const string B = "village/330110112202";
    public const string Firm = "company/" + Say.CompanyCode;
    public const string Jiucun = "venture/jiucun";
    public const string Own01 = "book/venture/jiucun/2025-01";
    public const string A01 = "book/" + A + "/2025-01";
    public const string B01 = "book/" + B + "/2025-01";

    public static Given TwoVillages(string standard = "rural-2023", string month = "2025-01") => Given.ANewLedger().Done(
        Say.RegisterVillage(), Say.RegisterVillage("r-b", "330110112202", "溪塔村"),
        Say.OpenBook(month, standard: standard), Say.OpenBook(month, standard: standard, owner: B, id: "o-b"));

    public static Given AVenture(string form = "co-owned", string standard = "rural-2023", string month = "2025-01") =>
        WithVenture(TwoVillages(standard, month), form, month).Done(Shares(), Authorise(A), Authorise(B));

    /// <summary>The venture alone: no shares, no consent.</summary>
    public static Given AFoundedVenture(string form = "co-owned") => WithVenture(TwoVillages(), form);

    /// <summary>The same, and the company, with a book from January 2025.</summary>
    public static Given AVentureWithCompany(string form = "co-owned") =>
        AVenture(form).Done(Say.RegisterCompany(), Say.OpenBook(standard: "small-enterprise-2013", owner: Firm, id: "o-c"));

    public static Given WithVenture(Given given, string form = "co-owned", string month = "2025-01") =>
        form == "company" ? given.Done(Say.RegisterCompany(), Found(form, month, ""","company":"91330110MA2AAAAA1X" """)) : given.Done(Found(form, month));

    public static string Found(string form = "co-owned", string month = "2025-01", string more = "", string id = "f1", string venture = "jiucun", string kind = "joint-land") =>
        $$"""{"request":"found-venture","id":"{{id}}","by":"zhao","venture":"{{venture}}","name":"九村联合","kind":"{{kind}}","form":"{{form}}","month":"{{month}}"{{more}}}""";

    public static string Of(string request, string id, string more, string by = "wang", string venture = "jiucun") =>
        $$"""{"request":"{{request}}","id":"{{id}}","by":"{{by}}","venture":"{{venture}}",{{more}}}""";

    public static string Parcel(string more = "", string venture = "jiucun") =>
        Of("record-parcel", "p1", $$""" "parcel":"杭政储出(2025)1号","areaSquareMetres":80000,"location":"余杭街道","date":"2025-01-02"{{more}}""", venture: venture);

    public static string Held(params (string Holder, long Weight)[] shares) =>
        "[" + string.Join(",", shares.Select(share => $$"""{"holder":"{{share.Holder}}","weight":{{share.Weight}}}""")) + "]";

    public static string Shares(string? shares = null, string from = "2025-01-01", string id = "s1", string venture = "jiucun") =>
        Of("agree-shares", id, $$""" "from":"{{from}}","shares":{{shares ?? Held((A, 2), (B, 1))}},"resolution":"联席会议1号" """, venture: venture);

    public static string Correct(string shares, string from, string id = "c1", string venture = "jiucun") =>
        Of("correct-shares", id, $$""" "from":"{{from}}","shares":{{shares}},"resolution":"联席会议3号","reason":"面积复测" """, venture: venture);

    public static string Transfer(string holder = A, string taker = B, long weight = 1, string from = "2025-02-01", string id = "t1", string venture = "jiucun") =>
        Of("transfer-share", id, $$""" "from":"{{from}}","holder":"{{holder}}","taker":"{{taker}}","weight":{{weight}},"resolution":"联席会议2号" """, venture: venture);

    public static string Authorise(string holder, string venture = "jiucun", string id = "au-") =>
        Of("authorise-allocations", id + holder.Replace('/', '-'), $$""" "holder":"{{holder}}","resolution":"社员代表大会1号" """, "zhao", venture);

    public static string Withdraw(string holder, string venture = "jiucun") =>
        Of("withdraw-authorisation", "wi-" + holder.Replace('/', '-'), $$""" "holder":"{{holder}}","resolution":"社员代表大会2号" """, "zhao", venture);

    public static string Call(string amounts, string date = "2025-01-05", string due = "2025-02-05", string id = "ca1", string venture = "jiucun") =>
        Of("call-capital", id, $$""" "date":"{{date}}","dueOn":"{{due}}","amounts":[{{amounts}}],"resolution":"联席会议4号" """, venture: venture);

    public static string Amount(string holder, long fen) => $$"""{"holder":"{{holder}}","amountFen":{{fen}}}""";

    public static string PayIn(string id, string holder, long fen, string kind = "cash", string date = "2025-01-10", string more = "", string venture = "jiucun") =>
        Of("contribute", id, $$""" "holder":"{{holder}}","date":"{{date}}","kind":"{{kind}}","amountFen":{{fen}}{{more}}""", venture: venture);

    public static string Let(string contract = "gc1", long fen = 1_000, string contractor = "party/h001", string id = "l1", string venture = "jiucun") =>
        Of("let-construction", id, $$""" "contract":"{{contract}}","contractor":"{{contractor}}","date":"2025-01-03","works":"综合体主体","amountFen":{{fen}}""", venture: venture);

    public static string Change(long fen, string contract = "gc1", string id = "ch1", string venture = "jiucun") =>
        Of("change-construction", id, $$""" "contract":"{{contract}}","date":"2025-01-04","amountFen":{{fen}},"resolution":"联席会议5号" """, venture: venture);

    public static string Cost(string id, long fen, long progress = 500_000, string contract = "gc1", string date = "2025-01-15", string venture = "jiucun") =>
        Of("record-construction-cost", id, $$""" "contract":"{{contract}}","date":"{{date}}","amountFen":{{fen}},"progressPpm":{{progress}}""", venture: venture);

    public static string InService(string id, long fen, int months = 10, long residual = 0, string date = "2025-01-20", string more = "", string venture = "jiucun") =>
        Of("place-in-service", id, $$""" "date":"{{date}}","costFen":{{fen}},"areaSquareMetres":80000,"usefulLifeMonths":{{months}},"residualFen":{{residual}}{{more}}""", venture: venture);

    public static string Settle(string placing, long fen, string date = "2025-03-15", string id = "se1", string venture = "jiucun") =>
        Of("settle-cost", id, $$""" "placing":"{{placing}}","date":"{{date}}","costFen":{{fen}},"document":"竣工决算书" """, venture: venture);

    public static string Undo(string of, string id = "w1", string venture = "jiucun") =>
        Of("withdraw-venture-record", id, $$""" "of":"{{of}}","reason":"录入有误" """, "zhao", venture);

    public static string Expect(string more = "", string venture = "jiucun") =>
        Of("state-expectation", "x1", $$""" "from":"2026-01","assetFen":10000000000,"yearFen":300000000,"source":"余杭街道"{{more}}""", venture: venture);

    public static string Allocate(
        string id = "a1", long total = 300, string month = "2025-01", string date = "2025-01-31", string policy = "by-share", string more = "", string by = "wang", string venture = "jiucun") =>
        Of("allocate-income", id, $$""" "month":"{{month}}","date":"{{date}}","totalFen":{{total}},"policy":"{{policy}}"{{more}}""", by, venture);

    public static string Confirm(string allocation = "a1", string by = "li", string? id = null) =>
        $$"""{"request":"confirm-allocation","id":"{{id ?? "k-" + allocation}}","by":"{{by}}","allocation":"{{allocation}}"}""";

    public static string Reverse(string allocation = "a1", string? date = null, string id = "ra1", string by = "wang") =>
        $$"""{"request":"reverse-allocation","id":"{{id}}","by":"{{by}}","allocation":"{{allocation}}","reason":"金额有误"{{(date is null ? "" : $",\"date\":\"{date}\"")}}}""";

    public static string Pay(string id = "y1", string holder = A, long fen = 200, string date = "2025-01-31", string allocation = "a1", string reference = "R1", string account = "6217000012345678", string by = "wang") =>
        $$"""{"request":"pay-allocation","id":"{{id}}","by":"{{by}}","allocation":"{{allocation}}","holder":"{{holder}}","date":"{{date}}","amountFen":{{fen}},"bankAccount":"{{account}}","reference":"{{reference}}"}""";

    public static string Return(string payment = "y1", string date = "2025-01-31", string id = "rt1") =>
        $$"""{"request":"return-allocation-payment","id":"{{id}}","by":"wang","payment":"{{payment}}","date":"{{date}}","reason":"账号有误"}""";

    public static string Enter(string id, string of, string date = "2025-01-31", string by = "wang", string venture = "jiucun") => Of("prepare-joint-entry", id, $$""" "date":"{{date}}","of":"{{of}}" """, by, venture);

    public static string Depreciate(string id, string month, string? date = null) => Of("prepare-joint-entry", id, $$""" "date":"{{date ?? month + "-28"}}","month":"{{month}}" """);

    public static string ConfirmEntry(string entry, string by = "li", string? id = null) =>
        $$"""{"request":"confirm-joint-entry","id":"{{id ?? "k-" + entry}}","by":"{{by}}","entry":"{{entry}}"}""";

    public static string ReverseEntry(string entry, string? date = null, string id = "re1") =>
        $$"""{"request":"reverse-joint-entry","id":"{{id}}","by":"wang","entry":"{{entry}}","reason":"金额有误"{{(date is null ? "" : $",\"date\":\"{date}\"")}}}""";

    public static string[] Close(string month, params string[] books) => [.. books.Select(book => Say.Close(month, book: book).Replace("close-month-", $"close-{book.Replace('/', '-')}-", StringComparison.Ordinal))];

    /// <summary>A line as a test writes it: <c>112 D200 venture/jiucun</c>.</summary>
    public static string Lines(Fact fact)
    {
        var lines = fact switch
        {
            VoucherPrepared prepared => prepared.Lines,
            VoucherPosted posted => posted.Lines,
            _ => throw new InvalidOperationException($"A {FactTypes.NameOf(fact)} has no lines."),
        };
        return string.Join("; ", lines.Select(line => $"{line.Account} {(line.DebitFen is { } debit ? "D" + debit : "C" + line.CreditFen)}{(line.Party is { } party ? " " + party : "")}"));
    }

    /// <summary>The lines of each voucher that was prepared or posted, by its book and id: <c>village/330110112201 a1/2</c>.</summary>
    public static IReadOnlyDictionary<string, string> Vouchers<T>(this Outcome outcome)
        where T : Fact =>
        outcome.Facts.Where(next => next.Fact is T).ToDictionary(next => string.Join('/', next.Stream.Split('/')[1..3]) + " " + Id(next.Fact), next => Lines(next.Fact));

    public static JsonNode Stored(this Outcome outcome, string name)
    {
        if (outcome.Refusal is { } refusal) Assert.Fail($"Refused ({refusal.StableCode}): {refusal.Message(Language.English)}");
        return JsonNode.Parse(FactTypes.Write(outcome.Facts.Single(next => FactTypes.NameOf(next.Fact) == name).Fact))!;
    }

    public static T The<T>(this Outcome outcome)
        where T : Fact
    {
        if (outcome.Refusal is { } refusal) Assert.Fail($"Refused ({refusal.StableCode}): {refusal.Message(Language.English)}");
        return outcome.Facts.Select(next => next.Fact).OfType<T>().Single();
    }

    private static string Id(Fact fact) => fact switch
    {
        VoucherPrepared prepared => prepared.Voucher.Value,
        VoucherPosted posted => posted.Voucher.Value,
        _ => "",
    };
}
