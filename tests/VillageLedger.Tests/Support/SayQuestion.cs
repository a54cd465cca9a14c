namespace VillageLedger.Tests;

/// <summary>Requests about questions, as users send them. Persons: tang and he are auditors, wang and li keep the village's books.</summary>
internal static class SayQuestion
{
    public const string Register = "questions/" + Say.Village;
    public const string OfVoucher = ",\"voucher\":\"v1\"";
    public const string OfFigure = ",\"figure\":{\"report\":\"trial-balance\",\"row\":\"501\",\"column\":\"creditFen\",\"position\":40,\"month\":\"2025-01\"}";

    public static string Ask(string id = "q1", string by = "tang", string of = OfVoucher, string text = "租金为何减少？", string asked = "2025-02-03", string due = "2025-02-10", string owner = Say.Village) =>
        $$"""{"request":"ask-question","id":"{{id}}","by":"{{by}}","owner":"{{owner}}"{{of}},"text":"{{text}}","asked":"{{asked}}","due":"{{due}}"}""";

    public static string Answer(string question = "q1", string by = "wang", string answered = "2025-02-05", string text = "退租两间。", string more = "", string? id = null) =>
        $$"""{"request":"answer-question","id":"{{id ?? $"aq-{question}-{by}-{answered}"}}","by":"{{by}}","question":"{{question}}","text":"{{text}}","answered":"{{answered}}"{{more}}}""";

    public static string Return(string question = "q1", string by = "tang", string returned = "2025-02-06", string due = "2025-02-12", string text = "请附退租协议。", string? id = null) =>
        $$"""{"request":"return-answer","id":"{{id ?? $"ra-{question}-{by}-{returned}"}}","by":"{{by}}","question":"{{question}}","text":"{{text}}","returned":"{{returned}}","due":"{{due}}"}""";

    public static string Settle(string question = "q1", string by = "tang", string settled = "2025-02-07", string more = "", string? id = null) =>
        $$"""{"request":"settle-question","id":"{{id ?? $"sq-{question}-{by}"}}","by":"{{by}}","question":"{{question}}","settled":"{{settled}}"{{more}}}""";

    public static string Withdraw(string question = "q1", string by = "tang", string withdrawn = "2025-02-07", string more = "", string? id = null) =>
        $$"""{"request":"withdraw-question","id":"{{id ?? $"wq-{question}-{by}"}}","by":"{{by}}","question":"{{question}}","withdrawn":"{{withdrawn}}"{{more}}}""";

    /// <summary>A village's book with the posted voucher v1.</summary>
    public static Given Village() => Given.AVillageBook().Posted("v1");

    /// <summary>The same with the question q1 of tang's about it.</summary>
    public static Given Asked() => Village().Done(Ask());

    /// <summary>The same, answered by wang.</summary>
    public static Given Answered() => Asked().Done(Answer());
}
