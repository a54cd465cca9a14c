using Npgsql;
using VillageLedger.Support;

namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>The default engine keeps the common laws, and its positions are dense and in commit order.</summary>
public sealed class LedgerStoreLaws : StoreLaws
{
    protected override async Task<Engine> OpenAsync() => await LedgerEngine.OpenAsync();

    [Fact]
    public async Task Positions_are_dense_whoever_loses()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using var another = await LedgerEngine.OpenAsync(engine.Connection);
        var seen = 0L;
        var done = 0;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                var result = await (caller % 2 == 0 ? engine : another).AppendAsync(Write.One($"book/{Random.Shared.Next(8)}", Random.Shared.Next(3)));
                if (result is AppendResult.Done) Interlocked.Increment(ref done);
                if (caller > 3) continue;
                // Whenever one looks, what is there is 1, 2, 3 … without a hole: so position order is commit order.
                var after = Interlocked.Read(ref seen);
                var positions = (await engine.ReadAllAsync(after)).Select(fact => fact.Position).ToList();
                positions.ShouldBe(Enumerable.Range(1, positions.Count).Select(step => after + step));
                if (positions.Count > 0) Interlocked.Exchange(ref seen, positions[^1]);
            }
        })));

        (await engine.ReadAllAsync(0)).Select(fact => fact.Position).ShouldBe(Enumerable.Range(1, done).Select(position => (long)position));
    }

    [Fact]
    public async Task Gates_let_sixty_four_callers_write_one_stream_without_a_conflict()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        var version = 0L;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                using var gate = await engine.Log.Gates.EnterAsync(["book/1"]);
                await DoneAsync(engine, Write.One("book/1", version));
                version++;
            }
        })));

        (await engine.ReadStreamAsync("book/1")).Count.ShouldBe(320);
    }

    [Fact]
    public async Task A_delayed_commit_is_not_skipped()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await DoneAsync(engine, Write.One("a", 0));
        await using var slow = new NpgsqlConnection(engine.Connection);
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using var node = new NpgsqlCommand(
            $$"""
            select pg_advisory_xact_lock({{WriterSession.AppendLock}});
            insert into ledger.mt_streams (id, version) values ('slow', 1);
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp) values (2, gen_random_uuid(), 'slow', 1, '{}', 'noted.1', clock_timestamp())
            """,
            slow);
        await node.ExecuteNonQueryAsync();

        var quick = engine.AppendAsync(Write.One("quick", 0));
        await Task.Delay(300);
        quick.IsCompleted.ShouldBeFalse();
        (await engine.ReadAllAsync(1)).ShouldBeEmpty();
        await transaction.CommitAsync();

        (await quick).ShouldBeOfType<AppendResult.Done>().First.ShouldBe(3);
        (await engine.ReadAllAsync(1)).Select(fact => (fact.Position, fact.Stream)).ShouldBe([(2L, "slow"), (3L, "quick")]);
    }

    [Fact]
    public async Task A_lock_that_is_held_long_makes_no_append_fail()
    {
        var connection = new NpgsqlConnectionStringBuilder(await LedgerEngine.NewDatabaseAsync()) { CommandTimeout = 1 }.ConnectionString;
        await using var engine = await LedgerEngine.OpenAsync(connection, recoverFor: TimeSpan.FromSeconds(1));
        await using var held = await HeldLock.HoldAsync(connection);

        var waiting = Enumerable.Range(0, 20).Select(i => engine.AppendAsync(Write.One($"book/{i}", 0))).ToList();
        await Task.Delay(TimeSpan.FromSeconds(5));
        waiting.ShouldAllBe(append => !append.IsCompleted);
        await held.DisposeAsync();

        (await Task.WhenAll(waiting)).ShouldAllBe(result => result is AppendResult.Done);
        (await engine.ReadAllAsync(0)).Count.ShouldBe(20);
    }

    [Theory]
    [InlineData("alter table ledger.mt_events add constraint no_such_fact check (type <> 'refused.1')")]
    [InlineData("""
        create function ledger.refuse() returns trigger language plpgsql as
        $$ begin raise check_violation using constraint = 'no_such_fact', message = 'refused at commit'/**/; end $$;
        create constraint trigger no_such_fact after insert on ledger.mt_events deferrable initially deferred for each row when (new.type = 'refused.1') execute function ledger.refuse()
        """)]
    public async Task A_row_that_the_database_refuses_spoils_no_other(string planted)
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using (var session = NpgsqlDataSource.Create(engine.Connection)) await session.CreateCommand(planted).ExecuteNonQueryAsync();
        await using var held = await HeldLock.HoldAsync(engine.Connection);

        // While the lock is held they gather, so that the writer takes them together.
        var appends = Enumerable.Range(0, 60).Select(i => engine.AppendAsync(Write.One($"book/{i}", 0, type: i % 20 == 7 ? "refused.1" : "noted.1"))).ToList();
        await Task.Delay(100);
        await held.DisposeAsync();

        for (var i = 0; i < appends.Count; i++)
        {
            if (i % 20 == 7) (await Should.ThrowAsync<PostgresException>(appends[i])).ConstraintName.ShouldBe("no_such_fact");
            else (await appends[i]).ShouldBeOfType<AppendResult.Done>();
        }

        (await engine.ReadAllAsync(0)).Select(fact => fact.Position).ShouldBe(Enumerable.Range(1, 57).Select(position => (long)position));
    }

    [Fact]
    public async Task Recorded_time_stands_still_where_the_clock_goes_back()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await DoneAsync(engine, Write.One("a", 0));
        await using (var owner = NpgsqlDataSource.Create(engine.Connection))
            await owner.CreateCommand("update ledger.mt_events set timestamp = clock_timestamp() + interval '1 hour'").ExecuteNonQueryAsync();
        var ahead = (await engine.ReadAllAsync(0)).Single().RecordedAt;

        var done = await DoneAsync(engine, Write.One("a", 1));

        done.RecordedAt.ShouldBe(ahead);
        (await engine.ReadAllAsync(1)).Single().RecordedAt.ShouldBe(ahead);
    }

    [Fact]
    public async Task Two_appends_of_one_group_with_one_id_are_one_done_and_one_already_done()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using var held = await HeldLock.HoldAsync(engine.Connection);
        var id = Write.NewId();
        var first = engine.AppendAsync(Write.One("first", 0));
        await Task.Delay(50);

        var both = new[] { engine.AppendAsync(Write.One("a", 0, id)), engine.AppendAsync(Write.One("a", 0, id)), engine.AppendAsync(Write.One("a", 0, id, "other")) };
        await Task.Delay(50);
        await held.DisposeAsync();

        await first;
        var done = (await both[0]).ShouldBeOfType<AppendResult.Done>();
        (await both[1]).ShouldBeOfType<AppendResult.AlreadyDone>().Requests.Single().FirstPosition.ShouldBe(done.First);
        (await both[2]).ShouldBeOfType<AppendResult.IdReused>();
    }
}
