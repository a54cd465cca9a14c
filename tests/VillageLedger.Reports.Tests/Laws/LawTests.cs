using System.Text.Json;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Requests;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>Laws of the books and of the reports over random requests, on a real database.</summary>
public sealed class LawTests
{
    private const int Villages = 40;
    private const int RequestsEach = 9;

    /// <summary>A round is a ledger with forty short lives; its seed is printed and can be given here again.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 5).Select(_ => Random.Shared.Next())];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_laws_hold(int seed)
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var ledger = await TestLedger.NewAsync();
        await using var models = new ReadModels(ledger.Log);
        var life = new RandomLedger(ledger, random);
        await life.LiveAsync(Villages, RequestsEach);
        life.Sent.Count(sent => sent.Kind == OutcomeKind.Done).ShouldBeGreaterThan(life.Sent.Count / 3, "most of it should be business, not refusals");

        TestContext.Current.TestOutputHelper.WriteLine(string.Join(", ", life.Sent.Where(sent => sent.Kind == OutcomeKind.Done).CountBy(sent => sent.Json.Split('"')[3]).OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => $"{of.Key} {of.Value}")));

        await TheSameSequenceAddsNothingAsync(ledger, life);
        await ClosedStaysClosedAsync(ledger);
        await MoneyIsConservedAsync(ledger, models, life.Owners, random);
        await LedgersAgreeAsync(ledger, models, life.Owners, random);
        await TogetherNothingIsLostAsync(ledger, models, life.Holdings, random);
        await ChecksStopWhatClosingRefusesAsync(ledger, models, life.Owners);
        await ledger.DoneAsync(StatisticsLaws.Group(life.Owners));
        for (var i = 0; i < 4; i++)
            await StatisticsLaws.HoldAsync(
                models, (await ledger.Log.AtPositionAsync(i == 0 ? await ledger.NewestAsync() : random.Next(1, (int)await ledger.NewestAsync() + 1)))!, PeriodFrom(random) ?? Period.OfYear(2025), random);
        (await Replay.CompareAsync(ledger.Log, models)).ShouldAllBe(result => result.Difference == null && (result.Rows > 0 || result.Projection == RestatedProjection.ProjectionName));
        for (var i = 0; i < 2; i++) await AReportAtAPositionIsThatOfALedgerThatEndsThereAsync(ledger, models, life, [.. life.Owners.Where(_ => random.Next(2) == 0)], random.Next(1, (int)await ledger.NewestAsync() + 1));
    }

    private static async Task TheSameSequenceAddsNothingAsync(TestLedger ledger, RandomLedger life)
    {
        var newest = await ledger.NewestAsync();
        await using var other = await ledger.AgainAsync();
        foreach (var (json, kind) in life.Sent.Where(sent => sent.Kind == OutcomeKind.Done))
            (await other.DoAsync(json)).Kind.ShouldBe(OutcomeKind.AlreadyDone, json);
        (await ledger.NewestAsync()).ShouldBe(newest);
    }

    private static async Task ClosedStaysClosedAsync(TestLedger ledger) =>
        (await ledger.QueryAsync<string>(
            """
            select e.stream_id || ' ' || e.type from ledger.mt_events c join ledger.mt_events e on e.stream_id = c.stream_id and e.seq_id > c.seq_id
            where c.type = 'month-closed.1' and e.type not in ('voucher-reversed.1', 'voucher-corrected.1')
            """)).ShouldBeEmpty();

    /// <summary>At every append's end, per book: the trial balance balances over the lowest accounts, and every level says the same as them.</summary>
    private static async Task MoneyIsConservedAsync(TestLedger ledger, ReadModels models, IReadOnlyList<string> owners, Random random)
    {
        var ends = await ledger.QueryAsync<long>(
            "select distinct r.append_end from ledger.mt_events e join ledger.request r on r.id = e.headers ->> 'requestId' where e.type = 'voucher-posted.1' order by 1");
        await models.CatchUpAsync(ends[^1]);
        // Every append's end by one statement over the rows; the report itself at some of them.
        (await ledger.QueryAsync<long>("select book from books_2.line group by book, position having sum(debit_fen) <> sum(credit_fen)")).ShouldBeEmpty();
        foreach (var end in ends.Where(_ => random.Next(6) == 0).Append(ends[^1]))
        {
            var at = (await ledger.Log.AtPositionAsync(end))!;
            var address = owners[random.Next(owners.Count)];
            var owner = Owner.Village(address[8..]);
            if (await TrialBalanceAsync(models, at, owner, PeriodFrom(random)) is not { } report) continue;
            foreach (var (debit, credit) in new[] { (4, 5), (6, 7), (8, 9), (10, 11) })
                report.Totals![debit].ShouldBe(report.Totals[credit], $"{address} at {end}, column {debit}");
            var leaves = report.Rows.Where(row => row[3] is true).ToList();
            for (var column = 4; column < 12; column++) leaves.Sum(row => (long)row[column]!).ShouldBe((long)report.Totals![column]!);
            // Turnover of level 1 is that of the lowest accounts; balances are netted in between, so their difference is.
            var top = report.Rows.Where(row => row[2] is 1L).ToList();
            for (var column = 6; column < 10; column++) top.Sum(row => (long)row[column]!).ShouldBe((long)report.Totals![column]!);
            top.Sum(row => (long)row[10]! - (long)row[11]!).ShouldBe(0);
            foreach (var row in report.Rows) ((long)row[4]! - (long)row[5]! + (long)row[6]! - (long)row[7]!).ShouldBe((long)row[10]! - (long)row[11]!);
        }
    }

    private static async Task LedgersAgreeAsync(TestLedger ledger, ReadModels models, IReadOnlyList<string> owners, Random random)
    {
        var newest = await ledger.NewestAsync();
        for (var i = 0; i < 25; i++)
        {
            var owner = Owner.Village(owners[random.Next(owners.Count)][8..]);
            var at = (await ledger.Log.AtPositionAsync(i < 5 ? newest : random.Next(1, (int)newest + 1)))!;
            if (await BookAsync(models, at, owner) is not { } book) continue;
            var period = random.Next(3) == 0 ? Period.OfYear(book.FirstMonth.Year) : PeriodFrom(random) ?? new(book.FirstMonth, book.FirstMonth.Next);
            await LedgerLaws.HoldAsync(models, at, owner, period);
            await SourceLaws.HoldAsync(models, at, owner, period, random);
            await SourceLaws.RestatedHoldsAsync(ledger, models, at, owner, book);
            foreach (var shown in (Period[])[new(book.FirstMonth, book.FirstMonth), Period.OfYear(book.FirstMonth.Year), Period.OfYear(book.FirstMonth.Year + 1), new(book.FirstMonth.Next, book.FirstMonth.Plus(random.Next(1, 14)))])
                await StatementLaws.HoldAsync(models, at, owner, shown, random);
        }
    }

    /// <summary>At appends' ends: both sides of what a venture owes are the same; parts sum to the whole; totals are the sums of their columns.</summary>
    private static async Task TogetherNothingIsLostAsync(TestLedger ledger, ReadModels models, RandomHoldings together, Random random)
    {
        var ends = await ledger.QueryAsync<long>("select distinct append_end from ledger.request order by 1");
        foreach (var end in ends.Where(_ => random.Next(60) == 0).Append(ends[^1]))
        {
            foreach (var (asked, table) in await JointReports.AllAsync(models, (await ledger.Log.AtPositionAsync(end))!, together.Villages))
            {
                if (table is null) continue;
                foreach (var row in table.Rows) row.Count.ShouldBe(table.Columns.Count, asked);
                if (table.Report == VentureBalances.Name) table.Rows.ShouldAllBe(row => row[5] == null || 0L.Equals(row[5]), $"{asked} at {end}");
                if (table.Report == VentureOperation.Name || table.Totals is not { } totals) continue;
                for (var column = 0; column < table.Columns.Count; column++)
                    if (table.Columns[column].Kind == CellKind.Fen && totals[column] is long total) table.Rows.Sum(row => (long?)row[column] ?? 0).ShouldBe(total, $"{asked}, {table.Columns[column].Name}, at {end}");
            }
        }
    }

    private static async Task ChecksStopWhatClosingRefusesAsync(TestLedger ledger, ReadModels models, IReadOnlyList<string> owners)
    {
        var at = await ledger.Log.NewestAsync();
        await using var other = await ledger.AgainAsync();
        foreach (var address in owners)
        {
            var owner = Owner.Village(address[8..]);
            if (await BookAsync(models, at, owner) is not { } book) continue;
            var month = book.ClosedThrough?.Next ?? book.FirstMonth;
            foreach (var asked in new[] { month, month.Next })
            {
                var stops = (await MonthCheckReport.ReadAsync(models, at, owner, asked, Language.English)).Rows.Where(row => row[1] is "stops").Select(row => (string)row[2]!).ToList();
                var outcome = (await other.DryRunAsync(Say.Close(asked.ToString(), "li", address)))[0];
                if (stops.Count == 0) outcome.Kind.ShouldBe(OutcomeKind.Done, address);
                else
                {
                    outcome.Refusal!.Code.ShouldBe(RefusalCode.MonthNotReady, address);
                    outcome.Refusal.Values["stopsEn"].ShouldBe(string.Join(" / ", stops));
                }
            }
        }
    }

    private static async Task AReportAtAPositionIsThatOfALedgerThatEndsThereAsync(TestLedger ledger, ReadModels models, RandomLedger life, IReadOnlyList<string> owners, long position)
    {
        await using var prefix = await TestLedger.OpenAsync(await LedgerPrefix.CopyAsync(ledger.Log.Connection, position));
        await using var prefixModels = new ReadModels(prefix.Log);
        var at = (await ledger.Log.AtPositionAsync(position))!;
        var end = await prefix.Log.NewestAsync();
        end.ShouldBe(at);
        var here = await AllReportsAsync(models, at, owners);
        var there = await AllReportsAsync(prefixModels, end, owners);
        here.Except(there).Select(row => $"only of the whole: {row}").Concat(there.Except(here).Select(row => $"only of the part: {row}")).ShouldBeEmpty($"at {position}");
        here.ShouldBe(there);
        Shown(await JointReports.AllAsync(models, at, life.Holdings.Villages)).ShouldBe(Shown(await JointReports.AllAsync(prefixModels, end, life.Holdings.Villages)));

        static IEnumerable<string> Shown(IEnumerable<(string Asked, ReportTable? Table)> all) =>
            all.SelectMany(one => one.Table is null ? [one.Asked] : LawTests.Shown(one.Table).Append(string.Join('|', one.Table.Notes)).Prepend(one.Asked + one.Table.Subject));
    }

    private static async Task<IReadOnlyList<string>> AllReportsAsync(ReadModels models, LogMoment at, IReadOnlyList<string> owners)
    {
        var shown = new List<string>();
        foreach (var scope in Enum.GetValues<IncomeScope>())
            foreach (var period in new[] { Period.OfYear(2023), Period.OfYear(2025), new(new(2025, 11), new(2026, 2)), new(new(2023, 1), new(2026, 12)) })
                shown.AddRange(Shown(await OperatingIncome.ReadAsync(models, at, period, scope)));
        foreach (var (asked, table) in await StatisticsLaws.AllAsync(models, at)) shown.AddRange(table is null ? [asked] : Shown(table).Append(string.Join('|', table.Notes)).Prepend(asked));
        foreach (var address in owners)
        {
            var owner = Owner.Village(address[8..]);
            if (await BookAsync(models, at, owner) is not { } book)
            {
                shown.Add($"{address} has no book");
                continue;
            }

            foreach (var period in new[] { null, new(book.FirstMonth, book.FirstMonth.Next), Period.OfYear(book.FirstMonth.Year), Period.OfYear(book.FirstMonth.Year + 1) })
                shown.AddRange(Shown((await TrialBalanceAsync(models, at, owner, period))!));
            shown.AddRange(await LedgerLaws.AllAsync(models, at, owner, new(book.FirstMonth, book.FirstMonth.Plus(2))));
            foreach (var month in new Month?[] { null, book.FirstMonth, book.FirstMonth.Plus(2) })
                shown.AddRange(Shown(await MonthCheckReport.ReadAsync(models, at, owner, month, Language.Chinese)));
        }

        return shown;
    }

    private static IEnumerable<string> Shown(ReportTable report) =>
        report.Rows.Append(report.Totals ?? []).Select(row => report.Report + JsonSerializer.Serialize(row)).Prepend(JsonSerializer.Serialize(report.AsOf));

    private static Period? PeriodFrom(Random random) => random.Next(5) switch
    {
        0 => null,
        1 => Period.OfYear(2025),
        2 => new(new(2025, 12), new(2026, 1)),
        3 => new(new(2023, 1), new(2026, 12)),
        _ => new(new(2025, random.Next(1, 13)), new(2026, random.Next(1, 13))),
    };

    private static async Task<BookAt?> BookAsync(ReadModels models, LogMoment at, Owner owner)
    {
        await models.CatchUpAsync("books_2", at.Position);
        return await BookAt.FindAsync(models, at.Position, owner, CancellationToken.None);
    }

    private static async Task<ReportTable?> TrialBalanceAsync(ReadModels models, LogMoment at, Owner owner, Period? period) =>
        await BookAsync(models, at, owner) is null ? null : await TrialBalance.ReadAsync(models, at, owner, period);
}
