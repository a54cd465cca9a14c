using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Income with corrections in the month they concern.</summary>
internal static class RestatedIncome
{
    public static async Task<IReadOnlyList<VillageIncome>> ApplyAsync(ReadModels models, long position, Period period, IReadOnlyList<VillageIncome> villages, CancellationToken cancellation)
    {
        var moved = (await RestatedLines.ReadAsync(models, position, null, cancellation).ConfigureAwait(false))
            .Where(line => line.Kind != BooksProjection.KindOf(VoucherKind.Transfer) && Holds(period, line.Month) != Holds(period, line.Concerns)).ToLookup(line => line.Owner);
        if (moved.Count == 0) return villages;
        var charts = await ChartsAsync(models.Readers, position, cancellation).ConfigureAwait(false);
        return [.. villages.Select(village => village with { Sums = village.Sums.Plus(ChangeOf(moved[Owner.Village(village.Code).Address])) })];

        IncomeSums ChangeOf(IEnumerable<RestatedLine> lines)
        {
            var change = new IncomeSums();
            foreach (var line in lines)
                change.Add(charts[line.Standard].RootOf(line.Account)?.Income ?? IncomeClass.None, Holds(period, line.Concerns) ? line.Credit - line.Debit : line.Debit - line.Credit);
            return change;
        }
    }

    private static bool Holds(Period period, Month month) => month >= period.From && month <= period.To;

    private static async Task<Dictionary<string, Chart>> ChartsAsync(Readers readers, long position, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand("select name, version from income_1.rule where kind = 'chart' and position <= $1 order by position");
        command.Parameters.Add(new() { Value = position });
        var charts = new Dictionary<string, Chart>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) charts[reader.GetString(0)] = Chart.OfVersion(reader.GetString(1));
        return charts;
    }
}
