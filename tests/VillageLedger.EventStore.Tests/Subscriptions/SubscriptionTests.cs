using System.Diagnostics;
using Npgsql;
using VillageLedger.EventStore.Tests.Laws;

namespace VillageLedger.EventStore.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    private const int Facts = 3_000;

    [Fact]
    public async Task A_subscriber_killed_a_hundred_times_applies_each_fact_once()
    {
        await using var engine = await FilledAsync();
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        var random = new Random(1);
        for (var kill = 0; kill < 100; kill++)
        {
            var last = kill == 99;
            using var cancel = new CancellationTokenSource();
            var subscription = new Subscription(engine.Log, counter) { BatchSize = random.Next(1, 60) };
            var batches = random.Next(1, 3);
            counter.Trouble = before =>
            {
                if (before || --batches > 0) return;
                // After its rows are written, before they are committed.
                switch (random.Next(3))
                {
                    case 0: throw new InvalidOperationException("killed");
                    case 1: cancel.Cancel(); break;
                    default: Terminate(engine.Connection); break;
                }
            };
            if (last) (counter.Trouble, _) = (null, random.Next());
            var running = Task.Run(() => subscription.CatchUpAsync(Facts, cancel.Token));
            if (kill % 4 == 3 && !last)
            {
                await Task.Delay(random.Next(8));
                await subscription.DisposeAsync();
            }

            try
            {
                await running;
            }
            catch (Exception killed) when (!last && killed is InvalidOperationException or OperationCanceledException or NpgsqlException or IOException)
            {
            }

            await subscription.DisposeAsync();
        }

        (await counter.CountAsync()).ShouldBe(Facts);
        (await counter.WrongAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_workers_that_both_believe_they_are_the_one_the_second_writes_nothing()
    {
        await using var engine = await FilledAsync();
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        await using var another = await CountingSubscriber.MakeAsync(engine.Connection);
        using var both = new Barrier(2);
        var met = 0;
        counter.Trouble = another.Trouble = before =>
        {
            // Both have read the same progress before either writes.
            if (before && Interlocked.Increment(ref met) <= 2) both.SignalAndWait(TimeSpan.FromSeconds(5));
        };

        var outcomes = await Task.WhenAll(new[] { counter, another }.Select(subscriber => Task.Run(async () =>
        {
            await using var subscription = new Subscription(engine.Log, subscriber, locked: false) { BatchSize = 100 };
            try
            {
                await subscription.CatchUpAsync(Facts);
                return null;
            }
            catch (TakenOverException taken)
            {
                return taken;
            }
        })));

        outcomes.OfType<TakenOverException>().ShouldHaveSingleItem();
        (await counter.CountAsync()).ShouldBe(Facts);
        (await counter.WrongAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Workers_that_take_turns_under_load_apply_each_fact_once()
    {
        await using var engine = await FilledAsync();
        await using var another = await LedgerEngine.OpenAsync(engine.Connection);
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        await using var second = await CountingSubscriber.MakeAsync(engine.Connection);
        using var stop = new CancellationTokenSource();
        await using var one = new Subscription(engine.Log, counter) { BatchSize = 40 };
        await using var two = new Subscription(another.Log, second) { BatchSize = 40 };
        var running = new[] { one.RunAsync(stop.Token), two.RunAsync(stop.Token) };

        for (var i = 0; i < 50; i++) await engine.AppendAsync(Write.One("more", i));
        await counter.ReachedAsync(Facts + 50);

        (await counter.WrongAsync()).ShouldBeEmpty();
        running.ShouldAllBe(worker => !worker.IsCompleted);
        await stop.CancelAsync();
        foreach (var worker in running) await Should.ThrowAsync<OperationCanceledException>(worker);
    }

    [Fact]
    public async Task A_worker_hears_of_another_process_quickly()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using var another = await LedgerEngine.OpenAsync(engine.Connection);
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        await using var subscription = new Subscription(engine.Log, counter);
        using var stop = new CancellationTokenSource();
        var running = subscription.RunAsync(stop.Token);
        var total = TimeSpan.Zero;
        await another.AppendAsync(Write.One("a", 0));
        await counter.ReachedAsync(1);
        await Task.Delay(300);

        for (var version = 1; version <= 10; version++)
        {
            var watch = Stopwatch.StartNew();
            await another.AppendAsync(Write.One("a", version));
            while (await counter.CountAsync() <= version) await Task.Delay(2);
            total += watch.Elapsed;
        }

        // Without the news it would look again after a second: half a second on average.
        (total / 10).TotalMilliseconds.ShouldBeLessThan(250);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task A_fault_of_the_subscriber_ends_the_run_and_passes_no_fact_over()
    {
        await using var engine = await FilledAsync();
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        await using var subscription = new Subscription(engine.Log, counter) { BatchSize = 1000 };
        var batches = 0;
        counter.Trouble = before =>
        {
            if (!before && ++batches == 2) throw new InvalidOperationException("an unknown fact");
        };

        (await Should.ThrowAsync<InvalidOperationException>(subscription.RunAsync(default))).Message.ShouldBe("an unknown fact");

        (await counter.CountAsync()).ShouldBe(1000);
    }

    [Fact]
    public async Task A_position_that_is_not_there_yet_is_waited_for()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        await using var subscription = new Subscription(engine.Log, counter);

        var waiting = subscription.CatchUpAsync(2);
        await engine.AppendAsync(Write.One("a", 0));
        await Task.Delay(200);
        waiting.IsCompleted.ShouldBeFalse();
        await engine.AppendAsync(Write.One("a", 1));

        (await waiting).ShouldBe(2);
    }

    [Fact]
    public async Task Reports_that_catch_up_beside_the_run_do_not_disturb_what_it_remembers()
    {
        await using var engine = await FilledAsync();
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        await using var subscription = new Subscription(engine.Log, counter) { BatchSize = 20 };
        using var stop = new CancellationTokenSource();
        var running = subscription.RunAsync(stop.Token);

        var reports = Enumerable.Range(0, 8).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            while (await counter.CountAsync() < Facts)
            {
                using var impatient = new CancellationTokenSource(random.Next(30));
                try
                {
                    await subscription.CatchUpAsync(Facts, impatient.Token);
                }
                catch (OperationCanceledException)
                {
                }
            }
        }));

        await Task.WhenAll(reports).WaitAsync(TimeSpan.FromSeconds(60));
        counter.WasDisturbed.ShouldBeFalse();
        (await counter.WrongAsync()).ShouldBeEmpty();
        running.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task A_worker_that_is_at_it_for_long_is_waited_for()
    {
        await using var engine = await FilledAsync();
        await using var impatient = await LedgerEngine.OpenAsync(new NpgsqlConnectionStringBuilder(engine.Connection) { CommandTimeout = 3 }.ConnectionString);
        await using var counter = await CountingSubscriber.MakeAsync(engine.Connection);
        await using var subscription = new Subscription(impatient.Log, counter);
        await using var worker = NpgsqlDataSource.Create(engine.Connection);
        await using var session = await worker.OpenConnectionAsync();
        await using var transaction = await session.BeginTransactionAsync();
        await new NpgsqlCommand($"select pg_advisory_xact_lock(hashtextextended('{Subscription.ProgressPrefix}counter_1', 0))", session).ExecuteNonQueryAsync();

        var waiting = subscription.CatchUpAsync(Facts);
        await Task.Delay(TimeSpan.FromSeconds(4.5));
        waiting.IsCompleted.ShouldBeFalse();
        await transaction.CommitAsync();

        (await waiting).ShouldBe(Facts);
    }

    private static async Task<LedgerEngine> FilledAsync()
    {
        var engine = await LedgerEngine.OpenAsync();
        var id = Write.NewId();
        await engine.AppendAsync(new([.. Enumerable.Repeat(Write.Fact("a", id), Facts)], new Dictionary<string, long> { ["a"] = 0 }, [Write.Request(id, 0, Facts - 1)]));
        return engine;
    }

    private static void Terminate(string connection)
    {
        using var source = NpgsqlDataSource.Create(connection);
        using var command = source.CreateCommand("select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = current_database() and application_name = 'ledger_projector'");
        command.ExecuteNonQuery();
    }
}
