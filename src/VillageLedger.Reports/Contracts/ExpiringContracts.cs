using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Contracts whose last day lies within some months after a day, of one book or of all villages of a place; as known at a position.</summary>
public static class ExpiringContracts
{
    public const string Name = "expiring-contracts";

    /// <summary>How many months ahead, unless said.</summary>
    public const int UsualMonths = 3;

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("book", CellKind.Text), new("bookName", CellKind.Text), new("contract", CellKind.Text), new("kind", CellKind.Word), new("direction", CellKind.Word), new("party", CellKind.Text),
        new("name", CellKind.Text), new("subject", CellKind.Text), new("from", CellKind.Text), new("to", CellKind.Text), new("daysLeft", CellKind.Count),
        new("asset", CellKind.Text, OnlyIfFilled: true), new("resource", CellKind.Text, OnlyIfFilled: true),
    ];

    /// <param name="day">From which day on; the period's last, or that of the newest fact, unless given.</param>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Owner book, int months, DateOnly? day, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default) =>
        await TableAsync(models, at, [book], book.Address, months, ContractsAt.DayOf(at, day, period), persons, cancellation).ConfigureAwait(false);

    /// <param name="place">A prefix of the 12-digit division code.</param>
    /// <param name="day">From which day on; the period's last, or that of the newest fact, unless given.</param>
    public static async Task<ReportTable> ReadOfPlaceAsync(
        ReadModels models, LogMoment at, string place, int months, DateOnly? day, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        var prefix = Streams.Contracts(Owner.Village(""));
        var villages = await SqlRows.ReadAsync(
            models.Readers, $"select id from {models.Readers.Streams} where starts_with(id, $1) order by id collate \"C\"", reader => Owner.Village(reader.GetString(0)[prefix.Length..]), cancellation, prefix + place).ConfigureAwait(false);
        return await TableAsync(models, at, villages, place, months, ContractsAt.DayOf(at, day, period), persons, cancellation).ConfigureAwait(false);
    }

    private static async Task<ReportTable> TableAsync(
        ReadModels models, LogMoment at, IReadOnlyList<Owner> books, string subject, int months, DateOnly date, PersonNaming? persons, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        // All registers are asked for before the first is looked at: one round trip.
        var registers = await new WorldAt(models, at.Position).AskAsync(world => books.Select(book => (Book: book, Register: world.Contracts(book))).ToList(), cancellation).ConfigureAwait(false);
        var until = date.AddMonths(months);
        var found = (from known in registers
                     from contract in known.Register.Contracts.Values
                     where contract.Ended is null && contract.LastDay >= date && contract.LastDay <= until
                     orderby contract.LastDay, known.Book.Address, contract.Id
                     select (known.Book, Contract: contract)).ToList();
        var names = await ContractsAt.NamesAsync(models, at, found.SelectMany(one => (Holder[])[Holder.Of(one.Book), one.Contract.Agreed.Party]), persons, cancellation).ConfigureAwait(false);
        return new(Name, at, Columns, [.. found.Select(one => Row(one.Book, one.Contract, names, date))]) { Subject = $"{subject} · {ReportTime.Format(date)} – {ReportTime.Format(until)}" };
    }

    private static IReadOnlyList<object?> Row(Owner book, Contract contract, IReadOnlyDictionary<Holder, string> names, DateOnly date) =>
    [
        book.Address, names.GetValueOrDefault(Holder.Of(book)), contract.Id, contract.Agreed.Kind, contract.Agreed.Direction, contract.Agreed.Party.Address, names.GetValueOrDefault(contract.Agreed.Party),
        contract.Agreed.Subject, ReportTime.Format(contract.Agreed.From), ReportTime.Format(contract.LastDay), (long)(contract.LastDay.DayNumber - date.DayNumber), contract.Agreed.Asset, contract.Agreed.Resource,
    ];
}
