using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The managers of a company (职业经理人): their contracts, and their pay of each settled year with its working; as known at a position. What a later settlement replaced is left out.</summary>
public static class ManagersReport
{
    public const string Name = "managers";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("contract", CellKind.Text), new("manager", CellKind.Text), new("name", CellKind.Text), new("from", CellKind.Text), new("to", CellKind.Text), new("yearBaseFen", CellKind.Fen),
        new("year", CellKind.Count, OnlyIfFilled: true), new("days", CellKind.Count, OnlyIfFilled: true), new("baseFen", CellKind.Fen, OnlyIfFilled: true), new("basePaidBy", CellKind.Text),
        new("figure", CellKind.Word, OnlyIfFilled: true), new("figureFen", CellKind.Fen, OnlyIfFilled: true), new("thresholdFen", CellKind.Fen, OnlyIfFilled: true),
        new("ratePpm", CellKind.Ppm, OnlyIfFilled: true), new("bonusFen", CellKind.Fen, OnlyIfFilled: true), new("bonusPaidBy", CellKind.Text, OnlyIfFilled: true),
        new("totalFen", CellKind.Fen, OnlyIfFilled: true), new("settlement", CellKind.Text, OnlyIfFilled: true),
    ];

    /// <param name="period">Settlements of its years only; contracts without one are always shown.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, string company, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        var rows = await CompanyRows.FindAsync(models, at, company, cancellation).ConfigureAwait(false);
        var contracts = await rows.RowsAsync(
            """
            select m.contract, m.manager, m.first_day, coalesce((select last_day from companies_2.manager_end e where e.company = $1 and e.contract = m.contract and e.position <= $2
                order by position desc limit 1), m.last_day), m.base_fen, m.base_paid_by
            from companies_2.manager m where m.company = $1 and m.position <= $2 order by m.position
            """,
            reader => new Contract(reader.GetString(0), reader.Holder(1), reader.Day(2), reader.Optional(3, reader.Day), reader.GetInt64(4), reader.GetString(5)), cancellation).ConfigureAwait(false);
        var settlements = (await rows.RowsAsync(
            """
            select contract, year, days, base_fen, base_paid_by, figure, figure_fen, threshold_fen, rate_ppm, bonus_fen, bonus_paid_by, settlement from companies_2.settlement s
            where company = $1 and position <= $2 and year between $3 and $4
            and not exists (select from companies_2.settlement later where later.company = $1 and later.position <= $2 and later.replaces = s.settlement) order by year, position
            """,
            reader => new Settlement(
                reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3), reader.GetString(4), reader.OptionalText(5), reader.Optional(6, reader.GetInt64),
                reader.Optional(7, reader.GetInt64), reader.Optional(8, reader.GetInt32), reader.Optional(9, reader.GetInt64), reader.OptionalText(10), reader.GetString(11)),
            cancellation, period?.From.Year ?? 0, period?.To.Year ?? int.MaxValue).ConfigureAwait(false)).ToLookup(row => row.Contract);
        var names = await rows.NamesAsync(contracts.Select(contract => contract.Manager), persons, cancellation).ConfigureAwait(false);
        var cells = contracts.SelectMany(contract => settlements[contract.Id].DefaultIfEmpty().Select(settled => Row(contract, settled, names.GetValueOrDefault(contract.Manager)))).ToList();
        return new(Name, at, Columns, cells) { Subject = period is null ? rows.Subject : $"{rows.Subject} · {period}" };
    }

    private static IReadOnlyList<object?> Row(Contract contract, Settlement? settled, string? name) =>
    [
        contract.Id, contract.Manager.Address, name, ReportTime.Format(contract.From), contract.To is { } to ? ReportTime.Format(to) : null, contract.BaseFen,
        (long?)settled?.Year, (long?)settled?.Days, settled?.BaseFen, settled?.BasePaidBy ?? contract.BasePaidBy, settled?.Figure, settled?.FigureFen, settled?.ThresholdFen, (long?)settled?.RatePpm,
        settled?.BonusFen, settled?.BonusPaidBy, settled is null ? null : settled.BaseFen + (settled.BonusFen ?? 0), settled?.Id,
    ];

    private sealed record Contract(string Id, Holder Manager, DateOnly From, DateOnly? To, long BaseFen, string BasePaidBy);

    private sealed record Settlement(
        string Contract, int Year, int Days, long BaseFen, string BasePaidBy, string? Figure, long? FigureFen, long? ThresholdFen, int? RatePpm, long? BonusFen, string? BonusPaidBy, string Id);
}
