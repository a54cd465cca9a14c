using System.Globalization;
using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What the rows of <c>operating-income</c> stand for.</summary>
public enum IncomeScope
{
    Village,
    Township,
    County,
}

/// <summary>
/// Operating and total income (经营性收入, 总收入) of villages, townships or counties in a period, as known at a position. Places are plain sums
/// (汇总) over their villages; transfers never count; companies are no villages.
/// </summary>
public static class OperatingIncome
{
    private static readonly IReadOnlyList<ReportColumn> Figures =
    [
        new("operatingFen", CellKind.Fen), new("contractingFen", CellKind.Fen), new("investmentFen", CellKind.Fen), new("grantsFen", CellKind.Fen), new("otherFen", CellKind.Fen),
        new("operatingIncomeFen", CellKind.Fen), new("totalIncomeFen", CellKind.Fen), new("vouchers", CellKind.Count), new("pendingVouchers", CellKind.Count),
        new("closedThrough", CellKind.Text), new("villages", CellKind.Count),
    ];

    /// <summary>The columns for a scope: its code, name, and the figures.</summary>
    public static IReadOnlyList<ReportColumn> Columns(IncomeScope scope) =>
        [new(NameOf(scope), CellKind.Text), new("name", CellKind.Text), .. Figures];

    /// <param name="language">Of the note that names villages without a book.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Period period, IncomeScope scope, Language language = Language.Chinese, CancellationToken cancellation = default)
    {
        var places = await PlacesAsync(models, at, period, scope, cancellation).ConfigureAwait(false);
        var rows = places.Select(place => Row(place.Code, place.Name, place.Villages)).ToList();
        var all = places.SelectMany(place => place.Villages).ToList();
        var books = await VillageBooks.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var sources = await IncomeSources.ReadAsync(models, at.Position, books, cancellation).ConfigureAwait(false);
        var columns = Columns(scope);
        return new("operating-income", at, columns, rows, rows.Count > 1 ? Totals(all) : null)
        {
            Subject = period.ToString(),
            Notes = WithoutBook(all, books, period, language),
            Sources = (row, column) => IncomeSources.ClassesOf(columns[column].Name) is { } classes ? sources.Of(places[row].Villages.Select(village => village.Code), classes, period) : null,
        };
    }

    /// <summary>Nothing of them is in the figures: nobody may take that for no income.</summary>
    private static IReadOnlyList<string> WithoutBook(IReadOnlyList<VillageIncome> villages, VillageBooks books, Period period, Language language)
    {
        List<string> without = [.. villages.Where(village => books.StateOf(village, period) == FigureState.NoBook).Select(village => $"{village.Code} {village.Name}")];
        return without.Count == 0 ? [] : [Texts.Of("report.operating-income.no-book", language, ("count", without.Count), ("villages", string.Join("; ", without.Take(5)) + (without.Count > 5 ? " …" : "")))];
    }

    /// <summary>The villages of each place of a scope, in the order of codes.</summary>
    internal static async Task<IReadOnlyList<(string Code, string Name, IReadOnlyList<VillageIncome> Villages)>> PlacesAsync(ReadModels models, LogMoment at, Period period, IncomeScope scope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(period);
        var changes = await PlaceChanges.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var villages = await VillagesAsync(models, at.Position, period, changes, cancellation).ConfigureAwait(false);
        var names = scope == IncomeScope.Village ? [] : await PlaceNamesAsync(models.Readers, at.Position, cancellation).ConfigureAwait(false);
        return
        [
            .. villages.GroupBy(village => scope switch { IncomeScope.Township => village.Township, IncomeScope.County => village.Township[..RegisterVillage.CountyLength], _ => village.Code }, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, scope == IncomeScope.Village ? group.First().Name : changes.NameOfPlace(group.Key, period.To) ?? names.GetValueOrDefault(group.Key, group.Key), (IReadOnlyList<VillageIncome>)[.. group])),
        ];
    }

    internal static IncomeSums Sum(IEnumerable<VillageIncome> villages) => villages.Aggregate(new IncomeSums(), (total, village) => total.Plus(village.Sums));

    public static string NameOf(IncomeScope scope) => scope.ToString().ToLowerInvariant();

    private static IReadOnlyList<object?> Row(string code, string name, IReadOnlyList<VillageIncome> villages)
    {
        var sums = Sum(villages);
        // A place is closed through a month when each of its villages is; one that is no more closes nothing.
        var counted = villages.Where(village => village.IsCounted).ToList();
        var closing = counted.Count > 0 ? counted : villages;
        var closed = closing.Any(village => village.ClosedThrough is null) ? null : closing.Min(village => village.ClosedThrough)?.ToString();
        return
        [
            code, name, sums.Operating, sums.Contracting, sums.Investment, sums.Grants, sums.Other, sums.OperatingIncome, sums.TotalIncome,
            sums.Vouchers, sums.Unposted, closed, (long)counted.Count,
        ];
    }

    private static IReadOnlyList<object?> Totals(IReadOnlyList<VillageIncome> villages)
    {
        var total = Row("", "", villages).ToArray();
        total[^2] = null;
        return total;
    }

    /// <summary>
    /// The income of every village in a period, where it belongs at the period's end. One that retired within the period keeps what it earned until then in the township where it was; one that had retired
    /// before is left out.
    /// </summary>
    internal static async Task<IReadOnlyList<VillageIncome>> VillagesAsync(ReadModels models, long position, Period period, PlaceChanges changes, CancellationToken cancellation)
    {
        await models.CatchUpAsync("income_1", position, cancellation).ConfigureAwait(false);
        var villages = await RestatedIncome.ApplyAsync(models, position, period, await SumsAsync(models.Readers, position, period, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return
        [
            .. from village in villages
               let retired = changes.RetiredFrom(village.Code)
               where !(retired <= period.From)
               let last = retired <= period.To ? retired.Value.Previous : period.To
               select village with { Name = changes.NameOf(village.Code, last) ?? village.Name, Township = changes.TownshipOf(village.Code, last), IsCounted = last == period.To },
        ];
    }

    private static async Task<IReadOnlyList<VillageIncome>> SumsAsync(Readers readers, long position, Period period, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand(
            """
            select v.code, v.name, coalesce(s.operating, 0), coalesce(s.contracting, 0), coalesce(s.investment, 0), coalesce(s.grants, 0), coalesce(s.other, 0),
                   coalesce(s.vouchers, 0), coalesce(s.unposted, 0), c.month
            from income_1.village v
            left join income_1.book b on b.owner = 'village/' || v.code and b.position <= $1
            cross join lateral (
                select sum(operating)::bigint as operating, sum(contracting)::bigint as contracting, sum(investment)::bigint as investment, sum(grants)::bigint as grants,
                       sum(other)::bigint as other, sum(vouchers)::bigint as vouchers, sum(unposted)::bigint as unposted
                from (
                    select y.* from unnest($2) as p(year) cross join lateral (
                        select year_operating_fen as operating, year_contracting_fen as contracting, year_investment_fen as investment, year_grants_fen as grants,
                               year_other_fen as other, year_vouchers as vouchers, year_unposted as unposted
                        from income_1.sum where book = b.position and year = p.year and position <= $1 order by position desc limit 1) as y
                    union all
                    select m.* from unnest($3) as p(month) cross join lateral (
                        select month_operating_fen, month_contracting_fen, month_investment_fen, month_grants_fen, month_other_fen, month_vouchers, month_unposted
                        from income_1.sum where book = b.position and month = p.month and position <= $1 order by position desc limit 1) as m) as parts) as s
            left join lateral (
                select month from income_1.closing where book = b.position and position <= $1 order by month desc limit 1) as c on true
            where v.position <= $1 order by v.code
            """);
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = period.Years.ToArray() });
        command.Parameters.Add(new() { Value = period.SingleMonths.Select(month => month.Key).ToArray() });
        var villages = new List<VillageIncome>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            villages.Add(new(reader.GetString(0), reader.GetString(1), IncomeSums.Read(reader, 2), reader.IsDBNull(9) ? null : Month.OfKey(reader.GetInt32(9))));
        return villages;
    }

    internal static async Task<Dictionary<string, string>> PlaceNamesAsync(Readers readers, long position, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand("select distinct on (place) place, name from income_1.place where position <= $1 order by place, position desc");
        command.Parameters.Add(new() { Value = position });
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) names[reader.GetString(0)] = reader.GetString(1);
        return names;
    }

}

/// <summary>The income of a village in a period.</summary>
/// <param name="Township">Where it belongs at the period's end, or did when it retired.</param>
/// <param name="IsCounted">Whether it is still there at the period's end.</param>
internal sealed record VillageIncome(string Code, string Name, IncomeSums Sums, Month? ClosedThrough, string Township = "", bool IsCounted = true);
