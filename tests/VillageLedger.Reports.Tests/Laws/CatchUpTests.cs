using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>Read models come to the same rows however they are brought up to date.</summary>
public sealed class CatchUpTests
{
    [Fact]
    public async Task Caught_up_in_random_steps_they_equal_one_pass()
    {
        var random = new Random(Seed());
        await using var ledger = await LivedAsync(random);
        var newest = await ledger.NewestAsync();
        // A new process now and then, with nothing in memory.
        var models = new ReadModels(ledger.Log);
        for (var at = 0L; at < newest;)
        {
            at = Math.Min(newest, at + random.Next(1, 60));
            if (random.Next(5) == 0)
            {
                await models.DisposeAsync();
                models = new(ledger.Log);
            }

            await models.CatchUpAsync(at);
        }

        (await Replay.CompareAsync(ledger.Log, models)).ShouldAllBe(result => result.Difference == null && (result.Rows > 0 || result.Projection == RestatedProjection.ProjectionName));
        await models.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Batches_of_any_size_equal_one_pass(int batch)
    {
        await using var ledger = await LivedAsync(new(Seed()));
        var newest = await ledger.NewestAsync();
        foreach (var projection in ReadModels.NewProjections())
        {
            await ProjectionSchema.MakeAsync(ledger.Log.Connection, projection, CancellationToken.None);
            await using var subscription = new Subscription(ledger.Log, new Worker(projection)) { BatchSize = batch };
            await subscription.CatchUpAsync(newest);
        }

        await using var models = new ReadModels(ledger.Log);
        (await Replay.CompareAsync(ledger.Log, models)).ShouldAllBe(result => result.Difference == null);
    }

    /// <summary>Two workers, each with many callers of whom some give up, while requests are carried out.</summary>
    [Fact]
    public async Task Two_workers_and_callers_who_give_up_equal_one_pass()
    {
        var random = new Random(Seed());
        await using var ledger = await TestLedger.NewAsync();
        await using var one = new ReadModels(ledger.Log);
        await using var two = new ReadModels(ledger.Log);
        await one.CatchUpAsync(0);
        using var stop = new CancellationTokenSource();
        var workers = new[] { one, two, one, two, one, two }.Select((models, i) => Task.Run(async () =>
        {
            var own = new Random(i);
            while (!stop.IsCancellationRequested)
            {
                using var limit = new CancellationTokenSource(own.Next(1, 12));
                try
                {
                    await models.CatchUpAsync(await ledger.NewestAsync(), limit.Token);
                }
                catch (OperationCanceledException)
                {
                    // It gave up.
                }
            }
        })).ToList();
        await new RandomLedger(ledger, random).LiveAsync(12, 30);
        await stop.CancelAsync();
        await Task.WhenAll(workers);
        (await Replay.CompareAsync(ledger.Log, one)).ShouldAllBe(result => result.Difference == null && (result.Rows > 0 || result.Projection == RestatedProjection.ProjectionName));
    }

    [Theory]
    [InlineData("books_2", "line", "delete from books_2.line where position = (select max(position) from books_2.line) and line = 1")]
    [InlineData("books_2", "line", "update books_2.line set year_debit_fen = year_debit_fen + 1 where position = (select min(position) from books_2.line) and line = 1")]
    [InlineData("books_2", "touched", "insert into books_2.touched select book, '999', position from books_2.touched limit 1")]
    [InlineData("books_2", "opening", "update books_2.opening set party = 'party/x' where ctid = (select min(ctid) from books_2.opening)")]
    [InlineData("income_1", "sum", "delete from income_1.sum where position = (select max(position) from income_1.sum)")]
    [InlineData("ventures_1", "share", "update ventures_1.share set weight = weight + 1 where ctid = (select min(ctid) from ventures_1.share)")]
    [InlineData("ventures_1", "name", "update ventures_1.name set name = '别名' where ctid = (select min(ctid) from ventures_1.name)")]
    [InlineData("companies_2", "turnover", "delete from companies_2.turnover where ctid = (select min(ctid) from companies_2.turnover)")]
    [InlineData("holdings_1", "change", "update holdings_1.change set units = units + 1 where ctid = (select min(ctid) from holdings_1.change)")]
    [InlineData("dividends_1", "name", "insert into dividends_1.name select address, name, position from dividends_1.name limit 1")]
    [InlineData("income_1", "village", "update income_1.village set name = '别村' where code = (select min(code) from income_1.village)")]
    public async Task A_fault_in_a_read_model_is_found_and_named(string projection, string table, string fault)
    {
        await using var ledger = await LivedAsync(new(1));
        await using var models = new ReadModels(ledger.Log);
        await models.CatchUpAsync(await ledger.NewestAsync());
        await using (var session = new NpgsqlConnection(ledger.Log.Connection))
        {
            await session.OpenAsync();
#pragma warning disable CA2100 // Texts of tests.
            await using var command = new NpgsqlCommand(fault, session);
#pragma warning restore CA2100
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        var results = await Replay.CompareAsync(ledger.Log, models);
        foreach (var result in results)
            if (result.Projection == projection) result.Difference.ShouldNotBeNull().Table.ShouldBe(table);
            else result.Difference.ShouldBeNull();
    }

    /// <summary>Every table of every projection in which these requests leave rows.</summary>
    [Fact]
    public async Task A_row_that_is_missing_is_found_in_every_table()
    {
        await using var ledger = await LivedAsync(new(1));
        await using var models = new ReadModels(ledger.Log);
        await models.CatchUpAsync(await ledger.NewestAsync());
        await using var session = new NpgsqlConnection(ledger.Log.Connection);
        await session.OpenAsync();
        var tables = 0;
        foreach (var (projection, table) in ReadModels.NewProjections().SelectMany(projection => projection.Shapes, (projection, shape) => (projection.Name, $"{projection.Name}.{shape.Name}")))
        {
            await RunAsync($"create temporary table kept as select ctid as at, position from {table} order by random() limit 1");
            await using var find = new NpgsqlCommand("select position from kept", session);
            if (await find.ExecuteScalarAsync() is not long planted)
            {
                await RunAsync("drop table kept");
                continue;
            }

            tables++;
            await RunAsync($"create temporary table gone as select t.* from {table} t, kept where t.ctid = kept.at; delete from {table} t using kept where t.ctid = kept.at");
            var found = (await Replay.CompareAsync(ledger.Log, models)).Single(result => result.Difference is not null);
            (found.Projection, $"{found.Projection}.{found.Difference!.Table}", found.Difference.Position, found.Difference.OnlyIn).ShouldBe((projection, table, planted, "rebuilt"));
            await RunAsync($"insert into {table} select * from gone; drop table kept; drop table gone");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{tables} tables");
        tables.ShouldBeGreaterThan(25);

        async Task<int> RunAsync(string sql)
        {
#pragma warning disable CA2100 // Texts of tests.
            await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
            return await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<TestLedger> LivedAsync(Random random)
    {
        var ledger = await TestLedger.NewAsync();
        await new RandomLedger(ledger, random).LiveAsync(10, 25);
        return ledger;
    }

    private static int Seed()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        return seed;
    }

    private sealed class Worker(Projection projection) : ISubscriber
    {
        private readonly RowBuffers rows = new();

        public string Name => projection.Name;

        public async Task HandleAsync(NpgsqlConnection session, IReadOnlyList<StoredFact> facts, CancellationToken cancellation)
        {
            await projection.FoldAsync(session, [.. facts.Select(FactReader.Read)], rows, projection.Name, cancellation);
            await rows.WriteAsync(session, projection.Name, cancellation);
        }

        public void Forget()
        {
            projection.Forget(empty: false);
            rows.Clear();
        }
    }
}
