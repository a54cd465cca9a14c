using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Books;

/// <summary>
/// A book worked by hand, in fen: opened within 2025 with a year before it and with parties, kept over the year's end. In November rent, cash drawn, fertiliser, a claim and its
/// payment; in December a mistake, its red voucher and the right one, fertiliser used, the transfers; in January rent on another bank account and one voucher unposted.
/// </summary>
internal static class HandBook
{
    public static readonly Owner Owner = Owner.Village("330110112201");

    public static async Task<TestLedger> NewAsync()
    {
        var ledger = await TestLedger.NewAsync();
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.RegisterParty("h001", name: "第一组", id: "p1"), Say.RegisterParty("h002", name: "第二组", id: "p2"),
            Say.AddAccount("10201", "102", "基本户"), Say.AddAccount("10202", "102", "专户"), Say.AddAccount("11301", "113", "承包款"), Say.AddAccount("50101", "501", "租金收入"), Say.AddAccount("50102", "501", "发包收入"),
            Say.OpenBook("2025-11", string.Join(',',
                Say.Debit("101", 500), Say.Debit("10201", 8_000, ",\"yearDebitFen\":9000,\"yearCreditFen\":3000"), Say.Debit("11301", 600, Party("h001")), Say.Credit("11301", 200, Party("h002")),
                Say.Credit("301", 2_900), Say.Credit("50101", 7_000, ",\"yearCreditFen\":7000"), Say.Debit("513", 1_000, ",\"yearDebitFen\":1000"))));
        await PostAsync(ledger, "rent", "2025-11-03", "收租金", Say.Debit("10201", 400, ",\"settlement\":{\"kind\":\"transfer\",\"number\":\"T1\"}"), Say.Credit("50101", 400));
        await PostAsync(ledger, "draw", "2025-11-03", "提现", Say.Debit("101", 100), Say.Credit("10201", 100, ",\"settlement\":{\"kind\":\"cheque\",\"number\":\"0012\"}"));
        await PostAsync(ledger, "buy", "2025-11-20", "购化肥", Say.Debit("121", 90, Kilogrammes(3_000)), Say.Credit("101", 90));
        await PostAsync(ledger, "claim", "2025-11-25", "应收承包款", Say.Debit("11301", 300, Party("h001")), Say.Credit("50102", 300));
        await PostAsync(ledger, "paid", "2025-11-26", "收承包款", Say.Debit("101", 700), Say.Credit("11301", 700, Party("h001")));
        await ledger.DoneAsync(Say.Close("2025-11"));
        await PostAsync(ledger, "wrong", "2025-12-05", "付电费", Say.Debit("513", 50), Say.Credit("10201", 50));
        await ledger.DoneAsync(Say.Reverse("wrong", "2025-12-06", "red"), Say.Review("red"), Say.Post("red"));
        await PostAsync(ledger, "right", "2025-12-06", "订正付电费", ",\"corrects\":\"wrong\"", Say.Debit("513", 45), Say.Credit("10201", 45));
        await PostAsync(ledger, "use", "2025-12-10", "领用化肥", Say.Debit("511", 60), Say.Credit("121", 60, Kilogrammes(2_000)));
        await PostAsync(ledger, "income", "2025-12-31", "结转收入", Transfer, Say.Debit("50101", 7_400), Say.Debit("50102", 300), Say.Credit("321", 7_700));
        await PostAsync(ledger, "expense", "2025-12-31", "结转支出", Transfer, Say.Debit("321", 1_105), Say.Credit("513", 1_045), Say.Credit("511", 60));
        await PostAsync(ledger, "result", "2025-12-31", "结转收益", Transfer, Say.Debit("321", 6_595), Say.Credit("32202", 6_595));
        await ledger.DoneAsync(Say.Close("2025-12"));
        await PostAsync(ledger, "january", "2026-01-08", "收租金", Say.Debit("10202", 250), Say.Credit("50101", 250));
        await ledger.DoneAsync(Prepare("unposted", "2026-01-09", "付办公费", "", Say.Debit("513", 20), Say.Credit("101", 20)));
        return ledger;
    }

    private const string Transfer = ",\"kind\":\"transfer\"";

    private static string Party(string id) => $",\"party\":\"{id}\"";

    private static string Kilogrammes(long thousandths) => $",\"quantity\":{{\"thousandths\":{thousandths},\"unit\":\"公斤\"}}";

    private static Task PostAsync(TestLedger ledger, string id, string date, string summary, params string[] lines) =>
        ledger.DoneAsync(Prepare(id, date, summary, lines[0].StartsWith(',') ? lines[0] : "", [.. lines.Where(line => !line.StartsWith(','))]), Say.Review(id), Say.Post(id));

    private static string Prepare(string id, string date, string summary, string more, params string[] lines) =>
        Say.Prepare(id, date: date, lines: string.Join(',', lines), more: more).Replace("收到租金", summary, StringComparison.Ordinal);
}
