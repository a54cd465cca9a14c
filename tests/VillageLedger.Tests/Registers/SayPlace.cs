namespace VillageLedger.Tests;

/// <summary>Requests about villages and places as users write them. The village that stays is 330110112201, the one that ends 330110112202.</summary>
internal static class SayPlace
{
    public const string Other = "330110112202";
    public const string OtherBook = "village/330110112202";

    public static string Move(string village = "330110112201", string from = "2025-03", string place = "330110113", string township = "黄湖镇", string more = "", string id = "mo1") =>
        $$"""{"request":"move-village","id":"{{id}}","by":"zhao","village":"{{village}}","from":"{{from}}","place":"{{place}}","township":"{{township}}"{{more}}}""";

    public static string Rename(string village = "330110112201", string name = "新村", string from = "2025-03") =>
        $$"""{"request":"rename-village","id":"rn1","by":"zhao","village":"{{village}}","name":"{{name}}","from":"{{from}}"}""";

    public static string RenamePlace(string place = "330110112", string name = "径山新镇", string from = "2025-03") =>
        $$"""{"request":"rename-place","id":"rp1","by":"zhao","place":"{{place}}","name":"{{name}}","from":"{{from}}"}""";

    public static string Retire(string village = Other, string from = "2025-02", string id = "re1") =>
        $$"""{"request":"retire-village","id":"{{id}}","by":"zhao","village":"{{village}}","from":"{{from}}","reason":"8号"}""";

    public static string Merge(string villages = "\"330110112202\"", string into = "330110112201", string from = "2025-02", string id = "mv1", string by = "wang") =>
        $$"""{"request":"merge-villages","id":"{{id}}","by":"{{by}}","into":"{{into}}","villages":[{{villages}}],"from":"{{from}}","reason":"8号"}""";

    public static string Threshold(string scope = "330110", long fen = 150_000, string more = "", string metric = "operating-income", int from = 2023) =>
        $$"""{"request":"set-threshold","id":"st-{{scope}}-{{metric}}-{{from}}","by":"zhao","scope":"{{scope}}","metric":"{{metric}}","comparator":"below","amountFen":{{fen}},"from":{{from}},"source":"5号"{{more}}}""";

    public static string ReviewAll(string vouchers, string by = "li", string more = "") => $$"""{"request":"review-vouchers","id":"rv1","by":"{{by}}","vouchers":[{{vouchers}}]{{more}}}""";

    public static string ReviewMonth(string month = "2025-01", string by = "li") => $$"""{"request":"review-vouchers","id":"rv1","by":"{{by}}","book":"{{Say.Village}}","month":"{{month}}"}""";

    /// <summary>Two villages; the second keeps a book, its January with these balances and closed.</summary>
    public static Given TwoVillages(string opening, string standard = "rural-2023") => Given.AVillageBook().Done(
        Say.RegisterVillage("r8", Other, "小村"), Say.OpenBook(owner: OtherBook, opening: opening, standard: standard, id: "o8"), Say.Close(book: OtherBook, by: "qian"));
}
