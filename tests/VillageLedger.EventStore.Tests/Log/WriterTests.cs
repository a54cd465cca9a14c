using Npgsql;
using VillageLedger.EventStore.Tests.Laws;

namespace VillageLedger.EventStore.Tests.Log;

/// <summary>The writer answers every caller, whatever happens.</summary>
public sealed class WriterTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Who_waits_when_the_store_is_closed_is_stored_first()
    {
        var engine = await LedgerEngine.OpenAsync();
        var waiting = Enumerable.Range(0, 500).Select(i => engine.AppendAsync(Write.One($"a/{i}", 0))).ToList();

        await engine.DisposeAsync();

        waiting.ShouldAllBe(append => append.IsCompleted);
        (await Task.WhenAll(waiting)).ShouldAllBe(result => result is AppendResult.Done);
        Should.Throw<ObjectDisposedException>(() => { _ = engine.AppendAsync(Write.One("b", 0)); });
        await engine.DisposeAsync();
    }

    [Fact]
    public async Task Who_waits_for_the_lock_when_the_store_is_closed_learns_that_nothing_was_stored()
    {
        var engine = await LedgerEngine.OpenAsync();
        await using var held = await HeldLock.HoldAsync(engine.Connection);
        var waiting = Enumerable.Range(0, 30).Select(i => engine.AppendAsync(Write.One($"a/{i}", 0))).ToList();
        await Task.Delay(100);

        await engine.DisposeAsync().AsTask().WaitAsync(Soon + Soon);

        foreach (var append in waiting) (await Should.ThrowAsync<PostgresException>(append)).SqlState.ShouldBe(PostgresErrorCodes.LockNotAvailable);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_answered_and_the_next_append_is_stored()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using var source = Roles.Connect(engine.Connection, Roles.Writer);
        var tells = 0;
        await using var writer = new GroupCommit(source, TimeSpan.FromSeconds(1), _ => throw new InvalidOperationException($"who is told fails, {++tells}"));
        // Headers are missing: what no caller can hand in, the writer itself trips over.
        var broken = writer.SubmitAsync(new(Write.One("broken", 0), [[1]], [], 100));

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => broken.WaitAsync(Soon));

        var good = Write.One("good", 0);
        var result = await writer.SubmitAsync(new(good, [[1]], ["{}"], 100)).WaitAsync(Soon);
        result.ShouldBeOfType<AppendResult.Done>();
        (await writer.SubmitAsync(new(Write.One("good", 1), [[1]], ["{}"], 100)).WaitAsync(Soon)).ShouldBeOfType<AppendResult.Done>();
        tells.ShouldBeGreaterThan(1);
        (await engine.ReadAllAsync(0)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_writer_whose_connections_are_gone_answers_every_caller()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        var source = Roles.Connect(engine.Connection, Roles.Writer);
        await using var writer = new GroupCommit(source, TimeSpan.FromSeconds(1), _ => { });
        await source.DisposeAsync();

        for (var i = 0; i < 3; i++)
            await Should.ThrowAsync<ObjectDisposedException>(() => writer.SubmitAsync(new(Write.One("a", i), [[1]], ["{}"], 100)).WaitAsync(Soon));
    }

    [Fact]
    public async Task A_statement_whose_plan_went_stale_is_prepared_again()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        var id = Write.NewId();
        await engine.AppendAsync(Write.One("a", 0, id));
        await using var owner = NpgsqlDataSource.Create(engine.Connection);
        await owner.CreateCommand("alter table ledger.request alter by type varchar(100)").ExecuteNonQueryAsync();

        (await engine.AppendAsync(Write.One("a", 0, id)).WaitAsync(Soon)).ShouldBeOfType<AppendResult.AlreadyDone>();
        (await engine.AppendAsync(Write.One("a", 1)).WaitAsync(Soon)).ShouldBeOfType<AppendResult.Done>();
    }

    [Fact]
    public async Task Done_is_durable_where_the_database_would_not_wait()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using var owner = NpgsqlDataSource.Create(engine.Connection);
        var database = new NpgsqlConnectionStringBuilder(engine.Connection).Database;
        await owner.CreateCommand($"alter database {database} set synchronous_commit = off").ExecuteNonQueryAsync();
        await owner.CreateCommand(
            """
            create function ledger.shown() returns trigger language plpgsql as $$ begin raise exception '%', current_setting('synchronous_commit'); end $$;
            create trigger shown before insert on ledger.mt_events execute function ledger.shown()
            """).ExecuteNonQueryAsync();
        await using var again = await LedgerEngine.OpenAsync(engine.Connection);

        (await Should.ThrowAsync<PostgresException>(again.AppendAsync(Write.One("a", 0)))).MessageText.ShouldBe("on");
    }

    [Fact]
    public async Task A_callers_own_transaction_does_not_reach_the_log()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        using (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled))
        {
            await using var inside = await LedgerEngine.OpenAsync(engine.Connection);
            (await inside.AppendAsync(Write.One("a", 0))).ShouldBeOfType<AppendResult.Done>();
        }

        (await engine.ReadAllAsync(0)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_faults_unseen()
    {
        var unseen = new List<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, faults) => unseen.AddRange(faults.Exception.InnerExceptions.Where(IsOfTheStore));
        TaskScheduler.UnobservedTaskException += watch;
        try
        {
            await LiveAndDieAsync();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= watch;
        }

        unseen.ShouldBeEmpty();
    }

    // Other tests run at the same time, and what they leave is not meant.
    private static bool IsOfTheStore(Exception fault) =>
        fault.StackTrace is { } trace && trace.Contains("VillageLedger.EventStore.", StringComparison.Ordinal) && !trace.Contains("VillageLedger.EventStore.Tests.", StringComparison.Ordinal);

    private static async Task LiveAndDieAsync()
    {
        var engine = await LedgerEngine.OpenAsync();
        using var stop = new CancellationTokenSource();
        await using var counter = await Subscriptions.CountingSubscriber.MakeAsync(engine.Connection);
        await using var subscription = new Subscription(engine.Log, counter);
        var running = subscription.RunAsync(stop.Token);
        await using var admin = NpgsqlDataSource.Create(engine.Connection);
        for (var i = 0; i < 5; i++)
        {
            await engine.AppendAsync(Write.One("a", i));
            await admin.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'ledger_%'").ExecuteNonQueryAsync();
        }

        await counter.ReachedAsync(5);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
        await engine.DisposeAsync();
    }
}
