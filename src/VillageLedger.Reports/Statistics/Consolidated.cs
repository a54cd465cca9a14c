using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// The books of the villages of a place or a group, and of their companies and ventures where asked for, as a plain sum (汇总) and consolidated (合并) side by side: by class and by the level-1 accounts of each standard, with
/// what passes between members taken out, and below it every pair of members with what each of both has. As known at a position.
/// </summary>
public static class Consolidated
{
    public const string Name = "consolidated";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("line", CellKind.Text), new("level", CellKind.Count), new("item", CellKind.Word), new("standard", CellKind.Text, OnlyIfFilled: true), new("account", CellKind.Text, OnlyIfFilled: true), new("name", CellKind.Text),
        new("sumFen", CellKind.Fen), new("eliminatedFen", CellKind.Fen), new("consolidatedFen", CellKind.Fen),
        new("member", CellKind.Text, OnlyIfFilled: true), new("memberAccounts", CellKind.Text, OnlyIfFilled: true), new("counterparty", CellKind.Text, OnlyIfFilled: true),
        new("counterpartyAccounts", CellKind.Text, OnlyIfFilled: true), new("memberFen", CellKind.Fen, OnlyIfFilled: true), new("counterpartyFen", CellKind.Fen, OnlyIfFilled: true),
        new("differenceFen", CellKind.Fen, OnlyIfFilled: true, ShowsZero: true),
    ];

    /// <summary>What is true of the whole report: how many members, and how far the villages' books can be relied on.</summary>
    public static readonly IReadOnlyList<ReportColumn> HeadColumns = [new("villages", CellKind.Count), new("companies", CellKind.Count), new("booksMissing", CellKind.Count), .. FigureStates.Columns];

    /// <param name="choice">The villages; its scope plays no part.</param>
    /// <param name="companies">Whether companies and ventures of which the villages hold more than half count as members.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Period period, VillageChoice choice, bool companies, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(choice);
        var members = await ConsolidatedMembers.ReadAsync(models, at, period, choice with { Scope = StatisticsScope.Village }, companies, cancellation).ConfigureAwait(false);
        var books = await ConsolidatedBooks.ReadAsync(models, at, period, members, cancellation).ConfigureAwait(false);
        var states = FigureStates.Of(await VillageBooks.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false), members.Villages, period);
        var eliminated = Elimination.Of(books.Parties, members.Agents);
        var lines = ConsolidatedLines.Of(books, eliminated, period, language);
        var pairs = EliminatedPair.Of(eliminated, books.Parties);
        var names = members.All.ToDictionary(member => member.Owner, member => member.Name);
        IReadOnlyList<object?> head = [members.Villages.Count, members.All.Count - members.Villages.Count, books.Without.Count, .. states.Cells];
        List<string> notes = [];
        if (members.All.Count == 0 && choice.Place is { } place) notes.Add(Texts.Of("report.statistics.nobody", language, ("place", place), ("month", period.To)));
        if (books.Without.Count > 0) notes.Add(Texts.Of("report.consolidated.no-book", language, ("count", books.Without.Count), ("members", string.Join("; ", books.Without.Take(5)) + (books.Without.Count > 5 ? " …" : ""))));
        if (pairs.Any(pair => pair.Fen != pair.OtherFen)) notes.Add(Texts.Of("report.consolidated.differences", language, ("count", pairs.Count(pair => pair.Fen != pair.OtherFen))));
        return new(Name, at, Columns, [.. lines.Select(line => line.Cells), .. pairs.Select(pair => Cells(pair, names))])
        {
            Subject = choice.Subject(period),
            Head = [.. HeadColumns.Zip(head, (column, cell) => new ReportHead(column, cell is int count ? (long)count : cell))],
            Notes = notes,
            Sources = (row, column) => row < lines.Count ? lines[row].SourcesOf(Columns[column].Name) : PairSources(pairs[row - lines.Count], Columns[column].Name, period),
        };
    }

    private static IReadOnlyList<object?> Cells(EliminatedPair pair, Dictionary<Owner, string> names) =>
    [
        $"{Word(pair.Kind)}/{pair.Member}/{pair.Counterparty}", 3L, Word(pair.Kind), null, null, $"{names[pair.Member]} – {names[pair.Counterparty]}", null, null, null,
        pair.Member.Address, AccountsOf(pair.Own.Select(line => line.Line)), pair.Counterparty.Address, AccountsOf(pair.Other.Select(line => line.Line).Concat(pair.Declared)), pair.Fen, pair.OtherFen, pair.Fen - pair.OtherFen,
    ];

    private static string Word(EliminationKind kind) => kind.ToString().ToLowerInvariant();

    private static string? AccountsOf(IEnumerable<MemberParty> lines) => lines.Select(line => line.Root.Code.Value).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } codes ? string.Join(", ", codes) : null;

    private static IReadOnlyList<FigureSource>? PairSources(EliminatedPair pair, string column, Period period)
    {
        var own = column == "memberFen";
        if (!own && column != "counterpartyFen") return null;
        var lines = own ? pair.Own : pair.Other;
        if (!lines.All(line => line.IsWhole)) return null;
        var sign = pair.Kind is EliminationKind.Trade or EliminationKind.Dividend == own ? -1 : 1;
        return
        [
            .. lines.SelectMany(line => ConsolidatedSources.Of(line, period, sign)),
            .. own ? [] : pair.Declared.Select(line => new FigureSource.Lines(line.Book.Number, [line.Account], period.From, period.To, LineMeasure.Credit, WithoutTransfers: true, Party: line.Named)),
        ];
    }
}
