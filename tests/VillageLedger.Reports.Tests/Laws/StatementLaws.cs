using VillageLedger.EventStore;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>What statements owe each other and the trial balance, at any position and of any period.</summary>
internal static class StatementLaws
{
    private const int Explained = 4;

    public static async Task HoldAsync(ReadModels models, LogMoment at, Owner owner, Period period, Random random)
    {
        foreach (var view in (ReadModels[])[models, models.AsRestated()])
        {
            var about = $"{owner} {period} at {at.Position}{(view.IsRestated ? " restated" : "")}";
            var (sheet, income) = (await BalanceSheet.ReadAsync(view, at, owner, period, Language.Chinese), await IncomeStatement.ReadAsync(view, at, owner, period, Language.Chinese));
            foreach (var column in (string[])["amountFen", "comparativeFen"]) Fen(sheet, "assets", column).ShouldBe(Fen(sheet, "liabilities-and-equity", column), $"{column} of {about}");
            Fen(income, "closing-undistributed", "amountFen").ShouldBe(Fen(sheet, "undistributed", "amountFen"), about);
            if (period.From.Number == 1 && period.From.Year == period.To.Year) Fen(income, "opening-undistributed", "amountFen").ShouldBe(Fen(sheet, "undistributed", "comparativeFen"), about);
            await IsTrialBalanceAsync(view, at, owner, period, sheet, about);
            foreach (var table in (ReportTable[])[sheet, income]) await AddUpAsync(view, at, table, random, about);
        }
    }

    /// <summary>Both have the same net assets.</summary>
    private static async Task IsTrialBalanceAsync(ReadModels models, LogMoment at, Owner owner, Period period, ReportTable sheet, string about)
    {
        var balances = await TrialBalance.ReadAsync(models, at, owner, new(period.To, period.To));
        // Assets, liabilities and costs of villages begin with 1, 2 and 4.
        var net = balances.Rows.Where(row => row[3] is true && ((string)row[0]!)[0] is '1' or '2' or '4').Sum(row => (long)row[10]! - (long)row[11]!);
        (Fen(sheet, "assets", "amountFen") - Fen(sheet, "liabilities", "amountFen")).ShouldBe(net, about);
    }

    /// <summary>What a figure says that it is the sum of, is.</summary>
    private static async Task AddUpAsync(ReadModels models, LogMoment at, ReportTable table, Random random, string about)
    {
        for (var i = 0; i < Explained; i++)
        {
            var (row, column) = (random.Next(table.Rows.Count), random.Next(2, 4));
            if (table.Rows[row][column] is not long fen) continue;
            var parts = await LineSources.ReadAsync(models, at.Position, table.Sources!(row, column)!, 0, CancellationToken.None);
            parts.Values.Sum().ShouldBe(fen, $"{table.Report} {table.Rows[row][0]} {table.Columns[column].Name} of {about}");
        }
    }

    private static long? Fen(ReportTable table, string row, string column) =>
        (long?)table.Rows.Single(one => Equals(one[0], row))[table.Columns.TakeWhile(one => one.Name != column).Count()];
}
