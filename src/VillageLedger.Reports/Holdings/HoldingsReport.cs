using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Who holds what on a day, as known at a position: units of a cooperative's share register, capital of a company, weights of a venture; or everything that one holder
/// has anywhere.
/// </summary>
public static class HoldingsReport
{
    public const string Name = "holdings";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("holder", CellKind.Text), new("name", CellKind.Text), new("units", CellKind.Count, OnlyIfFilled: true), new("sharePpm", CellKind.Ppm),
        new("populationUnits", CellKind.Count, OnlyIfFilled: true), new("yearsWorkedUnits", CellKind.Count, OnlyIfFilled: true), new("collectiveUnits", CellKind.Count, OnlyIfFilled: true),
        new("subscribedFen", CellKind.Fen, OnlyIfFilled: true), new("paidInFen", CellKind.Fen, OnlyIfFilled: true), new("paidInPpm", CellKind.Ppm, OnlyIfFilled: true),
        new("household", CellKind.Text, OnlyIfFilled: true), new("frozen", CellKind.Flag, OnlyIfFilled: true), new("of", CellKind.Text), new("ofName", CellKind.Text),
    ];

    /// <param name="of">A village's cooperative, a company or a venture.</param>
    /// <param name="on">What is dated on this day or before counts.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner of, DateOnly on, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var held = await HeldAsync(models, at, of, on, cancellation).ConfigureAwait(false);
        return await TableAsync(models, at, held, of.Address, on, persons, cancellation).ConfigureAwait(false);
    }

    /// <summary>Everything that a holder has, wherever it has something.</summary>
    public static async Task<ReportTable> ReadOfHolderAsync(ReadModels models, LogMoment at, Holder holder, DateOnly on, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        foreach (var schema in (string[])[HoldingsProjection.Schema, CompaniesProjection.Schema, VenturesProjection.Schema])
            await models.CatchUpAsync(schema, at.Position, cancellation).ConfigureAwait(false);
        var owners = await SqlRows.ReadAsync(
            models.Readers,
            """
            select distinct 'village/' || village from holdings_1.change where holder = $1 and position <= $2
            union select distinct 'company/' || company from companies_2.capital where holder = $1 and position <= $2
            union select distinct 'venture/' || venture from ventures_1.share where holder = $1 and position <= $2 order by 1
            """,
            reader => reader.Holder(0).Owner!.Value, cancellation, holder.Address, at.Position).ConfigureAwait(false);
        var held = new List<Held>();
        foreach (var owner in owners) held.AddRange((await HeldAsync(models, at, owner, on, cancellation).ConfigureAwait(false)).Where(one => one.Holder == holder));
        return await TableAsync(models, at, held, holder.Address, on, persons, cancellation).ConfigureAwait(false);
    }

    private static Task<IReadOnlyList<Held>> HeldAsync(ReadModels models, LogMoment at, Owner of, DateOnly on, CancellationToken cancellation) => of.Kind switch
    {
        Owner.VillageKind => Held.OfVillageAsync(models, at, of, on, cancellation),
        Owner.CompanyKind => Held.OfCompanyAsync(models, at, of, on, cancellation),
        _ => Held.OfVentureAsync(models, at, of, on, cancellation),
    };

    private static async Task<ReportTable> TableAsync(ReadModels models, LogMoment at, IReadOnlyList<Held> held, string subject, DateOnly on, PersonNaming? persons, CancellationToken cancellation)
    {
        // Every projection of holders keeps the names that facts give; this one is small and always has them.
        await models.CatchUpAsync(HoldingsProjection.Schema, at.Position, cancellation).ConfigureAwait(false);
        var names = await HolderNames.ReadAsync(
            models.Readers, HoldingsProjection.Schema, at.Position, held.Select(one => one.Holder).Concat(held.Select(one => VillageLedger.Holder.Of(one.Of))), persons, cancellation).ConfigureAwait(false);
        var rows = held.Select(one => one.Cells(names.GetValueOrDefault(one.Holder), names.GetValueOrDefault(VillageLedger.Holder.Of(one.Of)))).ToList();
        var day = on == DateOnly.MaxValue ? "" : $" · {ReportTime.Format(on)}";
        var named = Owner.TryParse(subject, out var owner) && names.TryGetValue(VillageLedger.Holder.Of(owner), out var name) ? $" {name}" : "";
        return new(Name, at, Columns, rows, held.Count > 1 && held.All(one => one.Of == held[0].Of) ? TotalsOf(held) : null) { Subject = subject + named + day };
    }

    private static IReadOnlyList<object?> TotalsOf(IReadOnlyList<Held> held)
    {
        long? Sum(Func<Held, long?> of) => held.Any(one => of(one) is not null) ? held.Sum(of) : null;
        return
        [
            "", "", Sum(one => one.Units), 1_000_000L, Sum(one => one.Population), Sum(one => one.YearsWorked), Sum(one => one.Collective), Sum(one => one.SubscribedFen), Sum(one => one.PaidInFen),
            Sum(one => one.PaidInFen) > 0 ? 1_000_000L : null, "", null, "", "",
        ];
    }
}
