using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Reports.Tests.Laws;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Projections;

/// <summary>A program that brings a new version of a projection fills it beside the old one, while people work and the old program is read.</summary>
public sealed class NewVersionTests
{
    [Fact]
    public async Task It_is_filled_and_switched_to_under_load_without_a_refused_or_wrong_read()
    {
        await using var ledger = await LivedAsync();
        await using var before = new ReadModels(ledger.Log);
        await before.CatchUpAsync(await ledger.NewestAsync());
        await using var after = New(ledger, delay: TimeSpan.FromMilliseconds(400));
        using var stop = new CancellationTokenSource();
        var working = new RandomLedger(ledger, new(2)).LiveAsync(6, 25);
        var reads = new List<(string Schema, long Position, string Rows)>();
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) reads.Add(await ReadAsync(ledger, before, "income_1"));
        });
        var filled = await after.FillAsync();
        var readsMeanwhile = reads.Count;
        var switched = new List<(string Schema, long Position, string Rows)>();
        while (!working.IsCompleted || switched.Count < 20) switched.Add(await ReadAsync(ledger, after, "income_9"));
        await working;
        await stop.CancelAsync();
        await reading;
        filled.ShouldBe(["income_9"]);
        readsMeanwhile.ShouldBeGreaterThan(5);
        foreach (var (_, position, rows) in reads.Concat(switched)) rows.ShouldBe(await RowsAsync(ledger, "income_1", position));
        (await Replay.CompareAsync(ledger.Log, before)).ShouldAllBe(result => result.Difference == null);
        (await Replay.CompareAsync(ledger.Log, after)).ShouldAllBe(result => result.Difference == null && result.Rows > 100);
    }

    [Fact]
    public async Task A_fill_that_fails_changes_nothing()
    {
        await using var ledger = await LivedAsync();
        await using var before = new ReadModels(ledger.Log);
        await before.CatchUpAsync(await ledger.NewestAsync());
        var schemas = await SchemasAsync(ledger);
        await using var after = New(ledger, failsAt: 150);
        await Should.ThrowAsync<InvalidOperationException>(() => after.CatchUpAsync("income_9", 1));
        (await SchemasAsync(ledger)).ShouldBe(schemas);
        await ReadAsync(ledger, before, "income_1");
        await using var mended = New(ledger);
        (await mended.FillAsync()).ShouldBe(["income_9"]);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_dropped_and_filled_again()
    {
        await using var ledger = await LivedAsync();
        var left = "income_9_fill_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(ledger, $"create schema {left}; create table {left}.sum (position bigint)");
        await using var after = New(ledger);
        (await after.FillAsync()).ShouldBe(["income_9"]);
        (await SchemasAsync(ledger)).ShouldNotContain(left);
    }

    [Fact]
    public async Task Several_programs_at_once_fill_it_once()
    {
        await using var ledger = await LivedAsync();
        var programs = Enumerable.Range(0, 4).Select(_ => New(ledger)).ToList();
        var filled = await Task.WhenAll(programs.Select(program => program.FillAsync()));
        filled.Sum(names => names.Count).ShouldBe(1);
        foreach (var program in programs) await program.DisposeAsync();
    }

    [Fact]
    public async Task It_goes_on_from_the_position_up_to_which_it_was_filled()
    {
        await using var ledger = await LivedAsync();
        // What an earlier schema of the name left.
        await ExecuteAsync(ledger, $"insert into ledger.mt_event_progression (name, last_seq_id) values ('{Subscription.ProgressPrefix}income_9', 7)");
        await using var after = New(ledger);
        await after.FillAsync();
        var filled = await ledger.NewestAsync();
        (await ledger.QueryAsync<long>($"select last_seq_id from ledger.mt_event_progression where name = '{Subscription.ProgressPrefix}income_9'")).ShouldBe([filled]);
    }

    [Fact]
    public async Task Older_versions_are_dropped_when_asked()
    {
        await using var ledger = await LivedAsync();
        await using var before = new ReadModels(ledger.Log);
        await before.CatchUpAsync(await ledger.NewestAsync());
        await using var after = New(ledger);
        (await after.DropOldAsync()).ShouldBeEmpty("the new version is not there yet");
        await after.FillAsync();
        (await after.DropOldAsync()).ShouldBe(["income_1"]);
        (await ledger.QueryAsync<string>($"select name from ledger.mt_event_progression where name like '%income%'")).ShouldBe([Subscription.ProgressPrefix + "income_9"]);
        (await SchemasAsync(ledger)).ShouldNotContain("income_1");
    }

    private static async Task<(string Schema, long Position, string Rows)> ReadAsync(TestLedger ledger, ReadModels models, string schema)
    {
        var position = await ledger.NewestAsync();
        await models.CatchUpAsync(schema, position);
        return (schema, position, await RowsAsync(ledger, schema, position));
    }

    private static async Task<string> RowsAsync(TestLedger ledger, string schema, long position) =>
        (await ledger.QueryAsync<string>($"select coalesce(md5(string_agg(s::text, '|' order by position)), '') from {schema}.sum s where position <= {position}"))[0];

    private static async Task<IReadOnlyList<string>> SchemasAsync(TestLedger ledger) => await ledger.QueryAsync<string>("select nspname::text from pg_namespace where nspname !~ '^pg_' order by 1");

    private static async Task ExecuteAsync(TestLedger ledger, string sql)
    {
        await using var session = new NpgsqlConnection(ledger.Log.Connection);
        await session.OpenAsync();
#pragma warning disable CA2100 // Texts of tests.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static ReadModels New(TestLedger ledger, TimeSpan delay = default, long failsAt = long.MaxValue) => new(ledger.Log, () => [new NextIncome(delay, failsAt)]) { SmallLog = 10 };

    private static async Task<TestLedger> LivedAsync()
    {
        var ledger = await TestLedger.NewAsync();
        await new RandomLedger(ledger, new(1)).LiveAsync(10, 25);
        return ledger;
    }

    /// <summary>The next version of a projection; slow, or failing, where a test says so.</summary>
    private sealed class NextIncome(TimeSpan delay, long failsAt) : Projection
    {
        private readonly IncomeProjection now = new();

        public override string Name => "income_9";

        public override string Tables => now.Tables;

        public override string Indexes => now.Indexes;

        public override IReadOnlyList<TableShape> Shapes => now.Shapes;

        public override async Task FoldAsync(NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, RowBuffers rows, string schema, CancellationToken cancellation)
        {
            if (facts.Any(fact => fact.Position >= failsAt)) throw new InvalidOperationException("A planted fault.");
            if (facts.Count > 100) await Task.Delay(delay, cancellation);
            await now.FoldAsync(session, facts, rows, schema, cancellation);
        }

        public override void Forget(bool empty) => now.Forget(empty);
    }
}
