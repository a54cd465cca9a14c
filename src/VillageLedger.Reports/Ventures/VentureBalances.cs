using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// What ventures owe their holders by their own books, beside what the holders have booked (联合项目往来). At every append's end both are the same to the fen for
/// whoever keeps a book.
/// </summary>
public static class VentureBalances
{
    public const string Name = "venture-balances";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("venture", CellKind.Text), new("holder", CellKind.Text), new("name", CellKind.Text), new("owedFen", CellKind.Fen), new("bookedFen", CellKind.Fen), new("differenceFen", CellKind.Fen),
        new("ventureName", CellKind.Text),
    ];

    private const string Sums =
        """
        select c.venture, c.holder,
               coalesce(sum(credit_fen - debit_fen) filter (where side = 'venture'), 0)::bigint, coalesce(sum(debit_fen - credit_fen) filter (where side = 'holder'), 0)::bigint,
               exists (select from ventures_1.book b where b.owner = c.holder and b.position <= $1)
        from ventures_1.control c where holder is not null and position <= $1 and month <= $2
        """;

    /// <param name="venture">Null: all.</param>
    /// <param name="period">The balances at its end; null: of everything posted.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, string? venture, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var subject = venture is null ? "venture/*" : (await VentureRows.FindAsync(models, at.Position, venture, cancellation).ConfigureAwait(false)).Subject;
        await models.CatchUpAsync(VenturesProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        object[] values = [at.Position, period?.To.Key ?? int.MaxValue, .. venture is null ? Array.Empty<object>() : [venture]];
        var balances = await SqlRows.ReadAsync(
            models.Readers, $"{Sums} {(venture is null ? "" : "and venture = $3")} group by c.venture, c.holder order by c.venture, c.holder", Read, cancellation, values).ConfigureAwait(false);
        var names = await HolderNames.ReadAsync(
            models.Readers, VenturesProjection.Schema, at.Position, balances.Select(one => one.Holder).Concat(balances.Select(one => one.VentureAddress)), persons, cancellation).ConfigureAwait(false);
        var rows = balances.Select(one => (IReadOnlyList<object?>)
            [one.Venture, one.Holder.Address, names.GetValueOrDefault(one.Holder), one.OwedFen, one.BookedFen, one.OwedFen - one.BookedFen, names.GetValueOrDefault(one.VentureAddress)]).ToList();
        IReadOnlyList<object?>? totals = rows.Count < 2 ? null : ["", "", "", balances.Sum(one => one.OwedFen), balances.Sum(one => one.BookedFen), balances.Sum(one => one.OwedFen - one.BookedFen), ""];
        return new(Name, at, Columns, rows, totals) { Subject = period is null ? subject : $"{subject} · {period.To}" };
    }

    /// <summary>Who keeps no book has booked nothing that could differ.</summary>
    private static Balance Read(NpgsqlDataReader reader) =>
        new(reader.GetString(0), reader.Holder(1), reader.GetInt64(2), reader.GetBoolean(4) ? reader.GetInt64(3) : null);

    private sealed record Balance(string Venture, Holder Holder, long OwedFen, long? BookedFen)
    {
        public Holder VentureAddress => VillageLedger.Holder.Of(Owner.Venture(Venture));
    }
}
