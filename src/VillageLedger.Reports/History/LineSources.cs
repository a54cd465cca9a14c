using Npgsql;

namespace VillageLedger.Reports;

/// <summary>What facts give to a figure that is a sum of lines: by position, in fen.</summary>
internal static class LineSources
{
    /// <summary>Of some sources together, up to a position; what adds up to nothing at a position stays.</summary>
    /// <param name="after">Only facts after this position.</param>
    public static async Task<SortedDictionary<long, long>> ReadAsync(ReadModels models, long position, IEnumerable<FigureSource> sources, long after, CancellationToken cancellation)
    {
        var parts = new SortedDictionary<long, long>();
        foreach (var source in sources)
        {
            switch (source)
            {
                case FigureSource.At at:
                    if (at.Position > after) Add(at.Position, at.Fen);
                    break;
                case FigureSource.Lines lines:
                    await LinesAsync(models, position, lines, after, Add, cancellation).ConfigureAwait(false);
                    break;
                default:
                    await OpeningAsync(models, position, source, after, Add, cancellation).ConfigureAwait(false);
                    break;
            }
        }

        return parts;

        void Add(long at, long fen) => parts[at] = parts.GetValueOrDefault(at) + fen;
    }

    private static long FenOf(FigureSource source, long debit, long credit) => source.Sign * source.Measure switch
    {
        LineMeasure.Debit => debit,
        LineMeasure.Credit => credit,
        _ => debit - credit,
    };

    private static async Task LinesAsync(ReadModels models, long position, FigureSource.Lines source, long after, Action<long, long> add, CancellationToken cancellation)
    {
        await using (var command = models.Readers.CreateCommand(
            $"""
            select position, debit_fen, credit_fen from books_2.line
            where book = $1 and month between $2 and $3 and position <= $4 and position > $5
            {(source.Accounts is null ? "" : "and account = any($6)")} {(source.WithoutTransfers ? "and kind <> 'transfer'" : "")} {(source.Party is null ? "" : "and party = $7")}
            {(source.WithoutParty ? "and party is null" : "")}
            """))
        {
            foreach (var value in (object[])[source.Book, source.From.Key, source.To.Key, position, after, (source.Accounts ?? []).Select(account => account.Value).ToArray(), source.Party?.Address ?? ""])
                command.Parameters.Add(new() { Value = value });
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                if (FenOf(source, reader.GetInt64(1), reader.GetInt64(2)) is not 0 and var fen) add(reader.GetInt64(0), fen);
        }

        foreach (var line in await RestatedLines.OfBookAsync(models, position, source.Book, cancellation).ConfigureAwait(false))
        {
            var isMeant = line.Position > after && source.Accounts?.Contains(line.Account) != false && (source.Party is null || line.Party == source.Party) && !(source.WithoutParty && line.Party is not null)
                && !(source.WithoutTransfers && line.Kind == BooksProjection.KindOf(VoucherKind.Transfer));
            if (!isMeant) continue;
            if (source.From <= line.Month && line.Month <= source.To) add(line.Position, -FenOf(source, line.Debit, line.Credit));
            if (source.From <= line.Concerns && line.Concerns <= source.To) add(line.Position, FenOf(source, line.Debit, line.Credit));
        }
    }

    private static async Task OpeningAsync(ReadModels models, long position, FigureSource source, long after, Action<long, long> add, CancellationToken cancellation)
    {
        var (debit, credit) = source is FigureSource.YearBefore ? ("year_debit_fen", "year_credit_fen") : ("debit_fen", "credit_fen");
        var (party, withoutParty) = source switch
        {
            FigureSource.Opening opening => (opening.Party, opening.WithoutParty),
            FigureSource.YearBefore before => (before.Party, before.WithoutParty),
            _ => (null, false),
        };
        // What an amended opening says counts whole; before it the earlier one did, which is what its difference is to.
        await using var command = models.Readers.CreateCommand(
            $"""
            select d.position, sum(coalesce(o.{debit}, 0))::bigint, sum(coalesce(o.{credit}, 0))::bigint from books_2.opened d
            left join books_2.opening o on o.book = d.book and o.position = d.position
                {(source.Accounts is null ? "" : "and o.account = any($3)")} {(party is null ? "" : "and o.party = $4")} {(withoutParty ? "and o.party is null" : "")}
            where d.book = $1 and d.position <= $2 group by d.position order by d.position
            """);
        foreach (var value in (object[])[source.Book, position, (source.Accounts ?? []).Select(account => account.Value).ToArray(), party?.Address ?? ""]) command.Parameters.Add(new() { Value = value });
        var known = 0L;
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var fen = FenOf(source, reader.GetInt64(1), reader.GetInt64(2));
            if (reader.GetInt64(0) > after && fen != known) add(reader.GetInt64(0), fen - known);
            known = fen;
        }
    }
}
