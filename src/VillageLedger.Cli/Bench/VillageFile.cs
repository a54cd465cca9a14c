using System.Globalization;

namespace VillageLedger.Cli;

/// <summary>What a village of <see cref="CountyBooks"/> has beside its vouchers.</summary>
internal static class VillageFile
{
    private const int Members = 30;
    private const int StatementLines = 20;

    public static IEnumerable<string> Requests(int village)
    {
        var (code, v) = (CountyBooks.CodeOf(village), village.ToString("D3", CultureInfo.InvariantCulture));
        var owner = "village/" + code;
        yield return $$"""{"request":"register-village","id":"c{{v}}","by":"a","village":"{{code}}","name":"村{{v}}","township":"镇{{village / 15}}","county":"余杭区"}""";
        for (var i = 1; i <= 2; i++) yield return $$"""{"request":"register-party","id":"c{{v}}-p{{i}}","by":"a","party":"d{{v}}-{{i}}","name":"租户{{i}}","kind":"company"}""";
        foreach (var (account, parent, name, requires) in new[] { ("10201", "102", "基本户", ""), ("11201", "112", "应收租金", "party"), ("21101", "211", "应付工程款", "party"), ("50101", "501", "租金收入", ""), ("50102", "501", "茶叶销售", "quantity") })
            yield return $$"""{"request":"add-account","id":"c{{v}}-{{account}}","by":"a","owner":"{{owner}}","account":"{{account}}","name":"{{name}}","parent":"{{parent}}"{{(requires.Length > 0 ? $",\"requires\":[\"{requires}\"]" : "")}}}""";
        yield return $$"""{"request":"open-book","id":"c{{v}}-o","by":"a","owner":"{{owner}}","standard":"rural-2023","month":"{{CountyBooks.FirstYear}}-01","opening":[{"account":"10201","debitFen":90000000000},{"account":"101","debitFen":9000000000},{"account":"311","creditFen":99000000000}]}""";
        yield return $$"""{"request":"sign-contract","id":"c{{v}}-ht","by":"a","owner":"{{owner}}","contract":"{{CountyBooks.ContractOf(village)}}","kind":"lease","direction":"receivable","party":"{{CountyBooks.PartyOf(village, 1)}}","subject":"一号厂房","signedOn":"2024-11-20","from":"2025-01-01","to":"2026-12-31","schedule":{"every":"month","amountFen":3000000,"due":"advance","dueDay":5},"account":"50101"}""";
        foreach (var asset in new[] { 1, 2 })
            yield return $$"""{"request":"add-asset","id":"c{{v}}-a{{asset}}","by":"a","owner":"{{owner}}","asset":"k{{v}}-{{asset}}","class":"fixed","name":"厂房{{asset}}","category":"房屋及构筑物","placedOn":"2020-12-31","costFen":360000000,"use":"operating","residualFen":18000000,"usefulLifeMonths":240,"accumulatedFen":0,"accumulatedThrough":"2020-12","account":"151"}""";
        yield return $$"""{"request":"open-fund","id":"c{{v}}-f","by":"a","owner":"{{owner}}","fund":"z{{v}}","kind":"special","donor":"{{CountyBooks.PartyOf(village, 2)}}","purposes":[{"purpose":"road","name":"道路"}],"document":"农专〔2021〕{{v}}号（虚构）","amountFen":40000000,"until":"2026-12-31"}""";
        yield return $$"""{"request":"hand-in-claim","id":"c{{v}}-bx","by":"b","book":"{{owner}}","date":"2025-12-04","lines":[{"summary":"办公用品","amountFen":96780,"account":"513"}],"payee":"{{CountyBooks.PartyOf(village, 1)}}"}""";
        yield return $$"""{"request":"register-bank-account","id":"c{{v}}-b","by":"a","owner":"{{owner}}","bankAccount":"{{BankAccountOf(village)}}","account":"10201","bank":"农商银行示例支行","number":"2010{{v}}","kind":"basic"}""";
        for (var month = 1; month <= 12; month++) yield return Statement(owner, village, month);
        yield return $$"""{"request":"open-share-register","id":"c{{v}}-gq","by":"a","village":"{{code}}","mode":"static","unitsPerShare":100,"from":"2020-01-01","kinds":["population"],"resolution":"2019年成员大会决议"}""";
        yield return $$"""{"request":"register-members","id":"c{{v}}-cy","by":"a","village":"{{code}}","members":[{{string.Join(',', Enumerable.Range(0, Members).Select(i => $$"""{"member":"m{{v}}-{{i}}","name":"成员{{i}}","joinedOn":"2020-01-01","shares":[{"kind":"population","units":{{100 + i}}}]}"""))}}]}""";
    }

    public static string BankAccountOf(int village) => string.Create(CultureInfo.InvariantCulture, $"yh{village:D3}");

    private static string Statement(string owner, int village, int month)
    {
        const long Start = 1_000_000;
        var opening = Start * (1 + (month - 1) * StatementLines);
        var at = string.Create(CultureInfo.InvariantCulture, $"{CountyBooks.LastYear}-{month:D2}");
        var lines = Enumerable.Range(1, StatementLines).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""{"date":"{{at}}-{{i:D2}}","amountFen":{{Start}},"reference":"d{{month}}-{{i}}","balanceFen":{{opening + i * Start}}}"""));
        return string.Create(CultureInfo.InvariantCulture, $$"""{"request":"record-statement","id":"st{{village:D3}}-{{month}}","by":"c","owner":"{{owner}}","bankAccount":"{{BankAccountOf(village)}}","lines":[{{string.Join(',', lines)}}],"from":"{{at}}-01","until":"{{at}}-28","openingFen":{{opening}}}""");
    }
}
