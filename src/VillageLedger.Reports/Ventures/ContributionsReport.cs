using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What holders contributed to a venture (出资), and what capital calls still ask of them; as known at a position.</summary>
public static class ContributionsReport
{
    public const string Name = "contributions";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("contribution", CellKind.Text), new("holder", CellKind.Text), new("name", CellKind.Text), new("date", CellKind.Text), new("kind", CellKind.Word),
        new("amountFen", CellKind.Fen), new("bookValueFen", CellKind.Fen, OnlyIfFilled: true), new("differenceFen", CellKind.Fen, OnlyIfFilled: true),
        new("areaSquareMetres", CellKind.Count, OnlyIfFilled: true), new("valuation", CellKind.Text, OnlyIfFilled: true), new("call", CellKind.Text, OnlyIfFilled: true),
    ];

    public static readonly IReadOnlyList<ReportColumn> ColumnsByHolder =
    [
        new("holder", CellKind.Text), new("name", CellKind.Text), new("calledFen", CellKind.Fen), new("paidInFen", CellKind.Fen), new("owedFen", CellKind.Fen),
        new("dueOn", CellKind.Text, OnlyIfFilled: true), new("contributedFen", CellKind.Fen), new("guaranteedFen", CellKind.Fen),
    ];

    /// <summary>The contributions dated within a period, by date.</summary>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, string venture, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(at);
        var rows = await VentureRows.FindAsync(models, at.Position, venture, cancellation).ConfigureAwait(false);
        var made = (await MadeAsync(rows, LastDayOf(period), cancellation).ConfigureAwait(false)).Where(one => period is null || one.Date >= period.From.FirstDay).ToList();
        var names = await rows.NamesAsync(made.Select(one => one.Holder), persons, cancellation).ConfigureAwait(false);
        IReadOnlyList<object?>? totals = made.Count < 2 ? null
            : ["", "", "", "", "", made.Sum(one => one.AmountFen), made.Sum(one => one.BookValueFen), made.Sum(DifferenceOf), made.Sum(one => one.AreaSquareMetres), "", ""];
        return new(Name, at, Columns, [.. made.Select(one => Row(one, names.GetValueOrDefault(one.Holder)))], totals) { Subject = SubjectOf(rows, period) };
    }

    /// <summary>Per holder what calls up to a period's end asked for, what was paid in on them, and what is owed.</summary>
    public static async Task<ReportTable> ReadByHolderAsync(ReadModels models, LogMoment at, string venture, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(at);
        var rows = await VentureRows.FindAsync(models, at.Position, venture, cancellation).ConfigureAwait(false);
        var made = (await MadeAsync(rows, LastDayOf(period), cancellation).ConfigureAwait(false)).ToLookup(one => one.Holder);
        var called = (await CalledAsync(rows, LastDayOf(period), cancellation).ConfigureAwait(false)).ToLookup(one => one.Holder);
        var holders = made.Select(of => of.Key).Union(called.Select(of => of.Key)).OrderBy(holder => holder.Address, StringComparer.Ordinal).ToList();
        var names = await rows.NamesAsync(holders, persons, cancellation).ConfigureAwait(false);
        var cells = holders.Select(holder => RowOf(holder, names.GetValueOrDefault(holder), [.. called[holder]], [.. made[holder]])).ToList();
        IReadOnlyList<object?>? totals = cells.Count < 2 ? null : ["", "", Sum(2), Sum(3), Sum(4), "", Sum(6), Sum(7)];
        return new(Name, at, ColumnsByHolder, cells, totals) { Subject = SubjectOf(rows, period) };

        long Sum(int column) => cells.Sum(row => (long)row[column]!);
    }

    private static DateOnly LastDayOf(Period? period) => period?.To.LastDay ?? DateOnly.MaxValue;

    private static string SubjectOf(VentureRows rows, Period? period) => period is null ? rows.Subject : $"{rows.Subject} · {period}";

    private static long? DifferenceOf(ContributionMade made) => made.AmountFen - made.BookValueFen;

    private static IReadOnlyList<object?> Row(ContributionMade made, string? name) =>
    [
        made.Contribution, made.Holder.Address, name, Text(made.Date), made.Kind, made.AmountFen, made.BookValueFen, DifferenceOf(made), made.AreaSquareMetres,
        made.Valuation is { } valuation ? $"{valuation.Firm} {Text(valuation.Date)} {valuation.Document}" : null, made.Call,
    ];

    /// <summary>A contribution pays in what the call asked for that it names, and no other's.</summary>
    private static IReadOnlyList<object?> RowOf(Holder holder, string? name, IReadOnlyList<Called> called, IReadOnlyList<ContributionMade> made)
    {
        var answered = made.Where(one => one.Call is not null && one.Kind != Contribute.Guarantee).GroupBy(one => one.Call!).ToDictionary(of => of.Key, of => of.Sum(one => one.AmountFen));
        var owed = called.Select(call => (call.DueOn, Fen: Math.Max(0, call.AmountFen - answered.GetValueOrDefault(call.Call)))).Where(call => call.Fen > 0).ToList();
        return
        [
            holder.Address, name, called.Sum(call => call.AmountFen), answered.Values.Sum(), owed.Sum(call => call.Fen), owed.Count == 0 ? null : Text(owed.Min(call => call.DueOn)),
            made.Where(one => one.Kind != Contribute.Guarantee).Sum(one => one.AmountFen), made.Where(one => one.Kind == Contribute.Guarantee).Sum(one => one.AmountFen),
        ];
    }

    private static Task<IReadOnlyList<ContributionMade>> MadeAsync(VentureRows rows, DateOnly upTo, CancellationToken cancellation) => rows.RowsAsync(
        $"""
        select contribution, holder, day, kind, amount_fen, book_value_fen, area_square_metres, valuation_firm, valuation_day, valuation_document, call
        from ({VentureRows.Contributions}) as c where day <= $3 order by day, position
        """,
        reader => new ContributionMade(
            reader.GetString(0), rows.Id, reader.Holder(1), reader.Day(2), reader.GetString(3), reader.GetInt64(4), reader.Optional(5, reader.GetInt64), reader.Optional(6, reader.GetInt64),
            ValuationIn(reader, 7), reader.OptionalText(10)),
        cancellation, upTo);

    private static Task<IReadOnlyList<Called>> CalledAsync(VentureRows rows, DateOnly upTo, CancellationToken cancellation) => rows.RowsAsync(
        "select call, due_on, holder, amount_fen from ventures_1.call where venture = $1 and position <= $2 and day <= $3 order by position, line",
        reader => new Called(reader.GetString(0), reader.Day(1), reader.Holder(2), reader.GetInt64(3)), cancellation, upTo);

    private static Valuation? ValuationIn(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new(reader.GetString(column), reader.Day(column + 1), reader.GetString(column + 2));

    private static string Text(DateOnly date) => ReportTime.Format(date);

    private sealed record Called(string Call, DateOnly DueOn, Holder Holder, long AmountFen);
}
