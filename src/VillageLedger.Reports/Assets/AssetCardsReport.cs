using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>固定资产卡片台账: an owner's cards at a month's end, and what they hold beside the accounts of the book; as known at a position. What left in the month's year is shown with nothing left.</summary>
public static class AssetCardsReport
{
    public const string Name = "asset-cards";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("asset", CellKind.Text), new("name", CellKind.Text), new("class", CellKind.Word), new("category", CellKind.Text), new("account", CellKind.Text), new("placedOn", CellKind.Text),
        new("costFen", CellKind.Fen), new("accumulatedFen", CellKind.Fen), new("netFen", CellKind.Fen), new("residualFen", CellKind.Fen), new("monthlyFen", CellKind.Fen), new("monthsLeft", CellKind.Count),
        new("use", CellKind.Word), new("place", CellKind.Text), new("keeper", CellKind.Text, OnlyIfFilled: true), new("state", CellKind.Word), new("provisional", CellKind.Flag),
    ];

    /// <param name="month">Null: the earliest open month.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Month? month, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var world = new WorldAt(models, at.Position);
        var asked = await OwnersAssets.MonthAsync(world, owner, month, cancellation).ConfigureAwait(false);
        var (book, compared) = await world.AskAsync(
            known =>
            {
                var assets = AssetBook.Of(known, owner);
                return (assets, assets.Compare(asked));
            },
            cancellation).ConfigureAwait(false);
        var cards = book.Cards.Where(card => card.Placed <= asked && (card.StandsAt(asked) || card.Left!.Date.Year == asked.Year)).ToList();
        var rows = cards.Select(card => Row(book.Accounts, card, asked)).ToList();
        return new(Name, at, Columns, rows, rows.Count < 2 ? null : Totals(rows))
        {
            Subject = $"{owner} · {asked}",
            Notes =
            [
                .. compared.Select(account => Texts.Of(
                    "report.asset-cards.compared", language,
                    ("account", account.Account), ("name", account.Name), ("cards", new Money(account.CardsFen)), ("book", new Money(account.BookFen)), ("difference", new Money(account.DifferenceFen)))),
            ],
        };
    }

    private static IReadOnlyList<object?> Row(Accounts accounts, AssetCard card, Month month)
    {
        var stands = card.StandsAt(month);
        var (cost, accumulated) = stands ? (card.CostAt(month), card.AccumulatedAt(month)) : (0, 0);
        return
        [
            card.Asset, card.Added.Name, card.Added.Class, card.Added.Category, card.Class is null ? null : card.AccountIn(accounts).Value, ReportTime.Format(card.Added.PlacedOn),
            cost, accumulated, cost - accumulated, stands && card.IsWrittenOff ? card.ResidualFen : 0L, card.ScheduledIn(month), (long)card.MonthsLeftAfter(month),
            card.UseAt(month), card.PlaceAt(month), card.KeeperAt(month)?.Value, stands ? card.IsIdleAt(month) ? "idle" : "in-use" : card.Left!.Way, card.IsProvisional,
        ];
    }

    private static IReadOnlyList<object?> Totals(IReadOnlyList<IReadOnlyList<object?>> rows) =>
        [.. Columns.Index().Select(column => column.Index == 0 ? "" : column.Item.Kind == CellKind.Fen ? (object?)rows.Sum(row => (long)row[column.Index]!) : null)];
}
