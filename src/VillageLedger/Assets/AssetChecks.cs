namespace VillageLedger;

/// <summary>What a month's check finds in an owner's asset cards; nothing where there are none.</summary>
internal static class AssetChecks
{
    public static readonly string[] Names = ["depreciation", "asset-cards"];

    public static IEnumerable<CheckResult> Of(MonthSituation at)
    {
        if (at.World.Assets(at.Book).IsEmpty) return [];
        var book = AssetBook.Of(at.World, at.Book);
        var due = book.Cards.Select(card => (card.Asset, Fen: card.DueThrough(at.Month).Sum(month => month.Fen))).Where(card => card.Fen > 0).ToList();
        var differing = book.Compare(at.Month).Where(account => account.DifferenceFen != 0)
            .Select(account => $"{account.Account} {account.Name} {new Money(account.CardsFen)} / {new Money(account.BookFen)}").ToList();
        return
        [
            MonthCheck.Result(
                Names[0], CheckState.Warning, due.Count > 0,
                ("count", due.Count), ("month", at.Month), ("amount", new Money(due.Sum(card => card.Fen))), ("assets", MonthCheck.Listed([.. due.Select(card => card.Asset)]))),
            MonthCheck.Result(Names[1], CheckState.Warning, differing.Count > 0, ("accounts", MonthCheck.Listed(differing))),
        ];
    }
}
