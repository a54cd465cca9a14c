namespace VillageLedger.Tests;

/// <summary>Requests about members and their shares, as users send them.</summary>
internal static class SayShares
{
    public const string Village = "330110112201";
    public const string OtherVillage = "330110112202";
    public const string Register = "shares/330110112201";

    public static string Open(string mode = "dynamic", string from = "2020-01-01", string kinds = "\"population\",\"years-worked\",\"collective\"", string village = Village, string id = "sr1", long units = 100) =>
        $$"""{"request":"open-share-register","id":"{{id}}","by":"zhao","village":"{{village}}","mode":"{{mode}}","unitsPerShare":{{units}},"from":"{{from}}","resolution":"2019年第3次成员大会","kinds":[{{kinds}}]}""";

    public static string Member(string member = "m1", string village = Village, string more = "", string name = "王小明") =>
        $$"""{"request":"register-member","id":"reg-{{member[(member.IndexOf('/', StringComparison.Ordinal) + 1)..]}}-{{village}}","by":"zhao","village":"{{village}}","member":"{{member}}","name":"{{name}}","joinedOn":"2020-01-01"{{more}}}""";

    public static string Members(params string[] items) => MembersWith("", items);

    public static string MembersWith(string more, params string[] items) =>
        $$"""{"request":"register-members","id":"bulk","by":"zhao","village":"{{Village}}","members":[{{string.Join(',', items)}}]{{more}}}""";

    public static string Item(string member, string shares = "{\"kind\":\"population\",\"units\":100}", string more = "") =>
        $$"""{"member":"{{member}}","name":"王小明","joinedOn":"2020-01-01","shares":[{{shares}}]{{more}}}""";

    public static string Units(string? member, long units, string kind = "population") =>
        $$"""{{{(member is null ? "" : $"\"member\":\"{member}\",")}}"kind":"{{kind}}","units":{{units}}}""";

    public static string Grant(string grants, string date = "2021-03-05", string more = "", string id = "g1", string village = Village) =>
        $$"""{"request":"grant-shares","id":"{{id}}","by":"zhao","village":"{{village}}","date":"{{date}}","resolution":"2021年第1次成员大会","grants":[{{grants}}]{{more}}}""";

    public static string Cancel(string cancellations, string date = "2022-01-01", string cause = "death", string id = "c1", string village = Village) =>
        $$"""{"request":"cancel-shares","id":"{{id}}","by":"zhao","village":"{{village}}","date":"{{date}}","cause":"{{cause}}","resolution":"2021年第9次理事会","cancellations":[{{cancellations}}]}""";

    public static string Inherit(string to, string from = "m1", string date = "2022-01-01", string id = "i1", string village = Village) =>
        $$"""{"request":"inherit-shares","id":"{{id}}","by":"zhao","village":"{{village}}","from":"{{from}}","date":"{{date}}","document":"（2021）浙余证字第7号","to":[{{to}}]}""";

    public static string Freeze(string member = "m1", string date = "2022-01-01", string id = "f1", string village = Village) => Held("freeze-shares", member, date, id, village);

    public static string Release(string member = "m1", string date = "2022-06-01", string id = "l1", string village = Village) => Held("release-shares", member, date, id, village);

    public static string Erase(string person = "member/m1", string id = "e1") =>
        $$"""{"request":"erase-person","id":"{{id}}","by":"zhao","person":"{{person}}","reason":"本人要求"}""";

    private static string Held(string request, string member, string date, string id, string village) =>
        $$"""{"request":"{{request}}","id":"{{id}}","by":"zhao","village":"{{village}}","member":"{{member}}","date":"{{date}}","document":"（2021）浙0110执1号"}""";
}
