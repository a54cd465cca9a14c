using System.Globalization;
using System.Text;
using VillageLedger.EventStore;
using VillageLedger.Support;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>Whatever a figure says that it is the sum of adds up to it, at any position, by the books and restated.</summary>
internal static class SourceLaws
{
    private const int Figures = 4;

    public static async Task HoldAsync(ReadModels models, LogMoment at, Owner owner, Period period, Random random)
    {
        foreach (var view in new[] { models, models.AsRestated() })
        {
            var balances = await TrialBalance.ReadAsync(view, at, owner, period);
            await AddUpAsync(view, balances, random);
            await AddUpAsync(view, await GeneralLedger.ReadAsync(view, at, owner, period), random);
        }

        foreach (var account in (await TrialBalance.ReadAsync(models, at, owner, period)).Rows.Where(_ => random.Next(3) == 0).Select(row => new AccountCode((string)row[0]!)))
            await AddUpAsync(models, await DetailLedger.ReadAsync(models, at, owner, period, account), random);
        await AddUpAsync(models, await MoneyJournal.ReadBankAsync(models, at, owner, period), random);
        await AddUpAsync(models, await PartyBalances.ReadAsync(models, at, owner, period), random);
        await AddUpAsync(models, await PartyLedger.ReadAsync(models, at, owner, period, Holder.Party("p1")), random);
    }

    /// <summary>A month restated is the vouchers that concern it, wherever they were posted; counted from the facts themselves.</summary>
    public static async Task RestatedHoldsAsync(TestLedger ledger, ReadModels models, LogMoment at, Owner owner, BookAt book)
    {
        if (book.FirstMonth.Number > 1) return;
        var posted = (await ledger.QueryAsync<string>($"select stream_id || ' ' || data::text from ledger.mt_events where type = 'voucher-posted.1' and stream_id like 'book/{owner.Address}/%' and seq_id <= {at.Position}"))
            .Select(row => row.Split(' ', 2)).Select(row => (Month: new Month(int.Parse(row[0][^7..^3], CultureInfo.InvariantCulture), int.Parse(row[0][^2..], CultureInfo.InvariantCulture)), Fact: (VoucherPosted)FactTypes.Read("voucher-posted.1", Encoding.UTF8.GetBytes(row[1])))).ToList();
        foreach (var month in posted.Select(one => one.Month).Concat(posted.Select(one => one.Fact.ConcernsMonth).OfType<Month>()).Where(month => month >= book.FirstMonth).Distinct())
        {
            var expected = posted.Where(one => (one.Fact.ConcernsMonth is { } concerns && concerns >= book.FirstMonth ? concerns : one.Month) == month).Sum(one => one.Fact.Lines.Sum(line => line.Debit));
            ((long)(await TrialBalance.ReadAsync(models.AsRestated(), at, owner, new(month, month))).Totals![6]!).ShouldBe(expected, $"{owner} {month} at {at.Position}");
        }
    }

    public static async Task AddUpAsync(ReadModels models, ReportTable table, Random random)
    {
        var cells = (from row in Enumerable.Range(0, table.Rows.Count) from column in Enumerable.Range(0, table.Columns.Count) where table.Rows[row][column] is long select (row, column)).ToArray();
        random.Shuffle(cells);
        foreach (var (row, column) in cells.Take(Figures))
        {
            if (table.Sources?.Invoke(row, column) is not { } sources) continue;
            var parts = await LineSources.ReadAsync(models, table.AsOf.Position, sources, 0, CancellationToken.None);
            parts.Values.Sum().ShouldBe((long)table.Rows[row][column]!, $"{table.Report} {table.Subject} {RowKeys.AllOf(table)[row]} {table.Columns[column].Name} at {table.AsOf.Position}{(models.IsRestated ? " restated" : "")}");
        }
    }
}
