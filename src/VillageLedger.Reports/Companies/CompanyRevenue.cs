using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// What a company earned by line of business (业务板块): the lines of its vouchers on accounts of income, by their project or account; transfers (结转) never count.
/// What no line claims stands last.
/// </summary>
public static class CompanyRevenue
{
    public const string Name = "company-revenue";

    private static readonly IReadOnlyList<ReportColumn> Figures =
        [new("line", CellKind.Text), new("name", CellKind.Text), new("revenueFen", CellKind.Fen), new("vouchers", CellKind.Count), new("operatingFen", CellKind.Fen), new("sharePpm", CellKind.Ppm)];

    /// <summary>The columns; <paramref name="byMonth"/> begins with the month.</summary>
    public static IReadOnlyList<ReportColumn> Columns(bool byMonth) => byMonth ? [new("month", CellKind.Text), .. Figures] : Figures;

    /// <param name="company">18-character credit code.</param>
    /// <param name="period">Null: everything posted.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, string company, Period? period, bool byMonth, Language language, CancellationToken cancellation = default)
    {
        var rows = await CompanyRows.FindAsync(models, at, company, cancellation).ConfigureAwait(false);
        var lines = await rows.BusinessLinesAsync(cancellation).ConfigureAwait(false);
        var turnover = await rows.TurnoverAsync(period, incomeOnly: true, cancellation).ConfigureAwait(false);
        var cells = new List<IReadOnlyList<object?>>();
        foreach (var part in byMonth ? turnover.GroupBy(row => row.Month.ToString()).Select(month => (Month: month.Key, Rows: month.ToList())) : [("", [.. turnover])])
        {
            var byLine = part.Rows.ToLookup(row => lines.LineOf(row.Account, row.Project));
            var sum = part.Rows.Sum(row => row.Fen);
            // Of the whole period every line is shown, of a month those that had something.
            foreach (var line in lines.ById.Keys.Order(StringComparer.Ordinal).Append(BusinessLines.Unassigned))
                if (byLine[line].Any() || (!byMonth && line != BusinessLines.Unassigned))
                    cells.Add([.. byMonth ? [part.Month] : Array.Empty<object?>(), line, NameOf(lines, line, language), .. FiguresOf([.. byLine[line]], sum)]);
        }

        IReadOnlyList<object?>? totals = cells.Count < 2 ? null : [.. byMonth ? [""] : Array.Empty<object?>(), "", "", .. FiguresOf(turnover, turnover.Sum(row => row.Fen))];
        return new(Name, at, Columns(byMonth), cells, totals) { Subject = period is null ? rows.Subject : $"{rows.Subject} · {period}" };
    }

    private static string NameOf(BusinessLines lines, string line, Language language) =>
        lines.ById.TryGetValue(line, out var known) ? known.Name : Texts.Of("report.company-revenue.unassigned", language);

    private static IReadOnlyList<object?> FiguresOf(IReadOnlyCollection<TurnoverRow> rows, long whole)
    {
        var sum = rows.Sum(row => row.Fen);
        return
        [
            sum, (long)rows.Select(row => row.Voucher).OfType<string>().Distinct(StringComparer.Ordinal).Count(), rows.Where(row => row.Class == "operating").Sum(row => row.Fen),
            whole > 0 && sum >= 0 && sum <= whole ? Ppm.Of(sum, whole) : null,
        ];
    }
}
