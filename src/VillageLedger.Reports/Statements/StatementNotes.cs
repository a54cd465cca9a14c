using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 附注: what a reader of the statements of a period must know beside their rows, as known at a position: how certain their forms are, what stands on an abnormal side, what is not cleared, not transferred, not posted, not
/// closed or not settled yet, and whether the book was converted in the year.
/// </summary>
public static class StatementNotes
{
    public const string Name = "statement-notes";

    public static readonly IReadOnlyList<ReportColumn> Columns =
        [new("note", CellKind.Word), new("subject", CellKind.Text), new("text", CellKind.Text), new("amountFen", CellKind.Fen, OnlyIfFilled: true)];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <exception cref="ReportRefusedException">There is no such book, or not yet in that period.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, Language language, CancellationToken cancellation = default)
    {
        var (ledger, month) = await BalanceSheet.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        var asked = period ?? new(month, month);
        var maps = await RowMapsAt.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var standard = ledger.Book.Chart.Standard;
        var map = maps.Of(standard, RowMap.BalanceSheet);
        var figures = await BalanceFigures.ReadAsync(models, ledger, map, [BalanceMoment.EndOf(month)], cancellation).ConfigureAwait(false);
        var notes = new List<StatementNote>();
        foreach (var statement in (string[])[RowMap.BalanceSheet, RowMap.IncomeStatement])
            notes.AddRange(StatementForm.Of(maps.Of(standard, statement), maps, standard, statement, language));
        notes.AddRange(new BalanceNotes(ledger.Book, figures, month, language).All());
        notes.AddRange(await UnpostedAsync(models, at, owner, asked, language, cancellation).ConfigureAwait(false));
        notes.AddRange(NotClosed(ledger.Book, asked, language));
        notes.AddRange(await ConversionsAsync(models, at, owner, month, language, cancellation).ConfigureAwait(false));
        notes.AddRange(await ProvisionalAsync(models, at, owner, month, language, cancellation).ConfigureAwait(false));
        return new(Name, at, Columns, [.. notes.Select(note => (IReadOnlyList<object?>)[note.Note, note.Subject, note.Text, note.Figure?.Fen])])
        {
            Subject = $"{owner} · {asked}",
            Keys = ["note", "subject"],
            Sources = (row, column) => Columns[column].Kind == CellKind.Fen && notes[row].Figure is { Sources.Count: > 0 } figure ? figure.Sources : null,
        };
    }

    /// <summary>Prepared in the period and neither posted nor discarded: they are in no figure.</summary>
    private static async Task<IReadOnlyList<StatementNote>> UnpostedAsync(ReadModels models, LogMoment at, Owner owner, Period period, Language language, CancellationToken cancellation)
    {
        await using var command = models.Readers.CreateCommand(
            """
            select month, sum(change) from books_2.unposted where book in (select position from books_2.book where owner = $1) and month between $2 and $3 and position <= $4
            group by month having sum(change) <> 0 order by month
            """);
        foreach (var value in (object[])[owner.Address, period.From.Key, period.To.Key, at.Position]) command.Parameters.Add(new() { Value = value });
        var notes = new List<StatementNote>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var month = Month.OfKey(reader.GetInt32(0));
            notes.Add(new("unposted", month.ToString(), Texts.Of("report.statement-notes.unposted", language, ("month", month), ("count", reader.GetInt64(1)))));
        }

        return notes;
    }

    private static IEnumerable<StatementNote> NotClosed(BookAt book, Period period, Language language)
    {
        var open = book.ClosedThrough?.Next ?? book.FirstMonth;
        var from = open > period.From ? open : period.From;
        if (from <= period.To) yield return new("not-closed", from.ToString(), Texts.Of("report.statement-notes.not-closed", language, ("from", from), ("to", period.To)));
    }

    private static async Task<IReadOnlyList<StatementNote>> ConversionsAsync(ReadModels models, LogMoment at, Owner owner, Month month, Language language, CancellationToken cancellation)
    {
        await using var command = models.Readers.CreateCommand("select month, standard from books_2.book where owner = $1 and position <= $2 order by position");
        command.Parameters.Add(new() { Value = owner.Address });
        command.Parameters.Add(new() { Value = at.Position });
        var eras = new List<(Month Month, string Standard)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) eras.Add((Month.OfKey(reader.GetInt32(0)), reader.GetString(1)));
        return
        [
            .. eras.Zip(eras.Skip(1)).Where(pair => pair.Second.Month.Year == month.Year).Select(pair => new StatementNote(
                "conversion", pair.Second.Month.ToString(),
                Texts.Of("report.statement-notes.conversion", language, ("month", pair.Second.Month), ("from", pair.First.Standard), ("to", pair.Second.Standard)))),
        ];
    }

    /// <summary>Assets and buildings whose cost is an estimate until the final account.</summary>
    private static async Task<IReadOnlyList<StatementNote>> ProvisionalAsync(ReadModels models, LogMoment at, Owner owner, Month month, Language language, CancellationToken cancellation)
    {
        var (cards, placings) = await new WorldAt(models, at.Position).AskAsync(
            world => (AssetBook.Of(world, owner).Cards, owner.Kind == Owner.VentureKind ? world.Venture(owner.Code).Placings.Values.ToList() : []), cancellation).ConfigureAwait(false);
        return
        [
            .. cards.Where(card => card.IsProvisional && card.StandsAt(month)).Select(card => Of(card.Asset, card.Added.Name, card.CostAt(month))),
            .. placings.Where(placing => placing.IsProvisional && Month.Of(placing.Fact.Date) <= month).OrderBy(placing => placing.Fact.Placing, StringComparer.Ordinal)
                .Select(placing => Of(placing.Fact.Placing, placing.Fact.Placing, placing.CostFen)),
        ];

        StatementNote Of(string id, string name, long fen) => new("provisional", id, Texts.Of("report.statement-notes.provisional", language, ("name", name)), new(fen, []));
    }
}

/// <summary>A note: what kind, of what, in words, and the amount it is about.</summary>
internal sealed record StatementNote(string Note, string Subject, string Text, Figure? Figure = null);
