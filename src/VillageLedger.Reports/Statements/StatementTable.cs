using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A column of amounts of a statement: its rows, and by which other rows and heads it is known.</summary>
/// <param name="Rows">Null where nothing is known of the time.</param>
internal sealed record StatementColumn(string Of, RowFigures? Rows);

/// <summary>A statement as a table: every row of its map with the amount and the one it is compared with.</summary>
internal static class StatementTable
{
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("row", CellKind.Text), new("name", CellKind.Text), new("amountFen", CellKind.Fen, ShowsZero: true), new("comparativeFen", CellKind.Fen, ShowsZero: true),
        new("line", CellKind.Count, OnlyIfFilled: true), new("style", CellKind.Word), new("certainty", CellKind.Word),
    ];

    public static readonly IReadOnlyList<ReportColumn> HeadColumns =
        [new("standard", CellKind.Text), new("rules", CellKind.Text), new("period", CellKind.Text), new("comparative", CellKind.Text)];

    private const int AmountColumn = 2;
    private const int ComparativeColumn = 3;

    public static ReportTable Of(string report, LogMoment at, Owner owner, RowMap map, string standard, StatementColumn amounts, StatementColumn comparatives, IReadOnlyList<string> notes, Language language)
    {
        var shown = map.Rows.Where(row => !row.IsOptional || amounts.Rows?.Find(row.Key)?.Fen is not (null or 0) || comparatives.Rows?.Find(row.Key)?.Fen is not (null or 0)).ToList();
        return new(report, at, Columns, [.. shown.Select(row => RowOf(row, amounts, comparatives, language))])
        {
            Subject = $"{owner} · {amounts.Of}",
            Head = [.. HeadColumns.Zip([standard, map.Version, amounts.Of, comparatives.Of], (column, cell) => new ReportHead(column, cell))],
            Notes = notes,
            Keys = ["row"],
            Sources = (row, column) => column switch
            {
                AmountColumn => amounts.Rows?.Find(shown[row].Key)?.Sources,
                ComparativeColumn when IsComparable(shown[row], amounts, comparatives) => comparatives.Rows?.Find(shown[row].Key)?.Sources,
                _ => null,
            },
        };
    }

    /// <summary>Whether what a row is compared with means the same: sums of another form that take in other rows are left out.</summary>
    internal static bool IsComparable(MapRow row, StatementColumn amounts, StatementColumn comparatives) =>
        amounts.Rows is not { } own || comparatives.Rows is not { } other || own.Map.Means(row.Key, other.Map);

    private static IReadOnlyList<object?> RowOf(MapRow row, StatementColumn amounts, StatementColumn comparatives, Language language) =>
    [
        row.Key, row.NameIn(language), amounts.Rows?.Find(row.Key)?.Fen, IsComparable(row, amounts, comparatives) ? comparatives.Rows?.Find(row.Key)?.Fen : null, (long?)row.Line, row.Style.ToString().ToLowerInvariant(), row.Certainty,
    ];
}
