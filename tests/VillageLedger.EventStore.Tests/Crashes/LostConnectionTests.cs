using Npgsql;
using VillageLedger.EventStore.Tests.Laws;

namespace VillageLedger.EventStore.Tests.Crashes;

/// <summary>A connection that is lost at the commit: what is answered is what is stored.</summary>
public sealed class LostConnectionTests
{
    [Theory]
    [InlineData(Cut.BeforeTheCommitArrives)]
    [InlineData(Cut.RightAfterTheCommitIsSent)]
    [InlineData(Cut.BeforeTheAnswerArrives)]
    public async Task An_append_whose_connection_is_cut_at_the_commit_is_stored_once_and_told_so(Cut cut)
    {
        var direct = await LedgerEngine.NewDatabaseAsync();
        await using var proxy = new CuttingProxy(new NpgsqlConnectionStringBuilder(direct).Port, "cut.1");
        await using var engine = await LedgerEngine.OpenAsync(Through(proxy, direct));
        for (var round = 0; round < 10; round++)
        {
            proxy.Next = cut;
            await using var held = await HeldLock.HoldAsync(direct);
            // Gathered into one group: the same id twice, and others.
            var first = engine.AppendAsync(Write.One($"first/{round}", 0));
            await Task.Delay(30);
            var id = Write.NewId();
            var appends = new[] { Write.One($"cut/{round}", 0, id, type: "cut.1"), Write.One($"cut/{round}", 0, id, type: "cut.1"), Write.One($"a/{round}", 0), Write.One($"b/{round}", 0) }
                .Select(engine.AppendAsync).ToList();
            await Task.Delay(30);
            await held.DisposeAsync();
            var results = await Task.WhenAll(appends.Prepend(first));

            var done = results.OfType<AppendResult.Done>().ToList();
            done.Count.ShouldBe(4);
            results.OfType<AppendResult.AlreadyDone>().ShouldHaveSingleItem().Requests.Single().Id.ShouldBe(id);
            var stored = (await engine.ReadAllAsync(round * 4)).ToDictionary(fact => fact.Position, fact => fact.RecordedAt);
            stored.Count.ShouldBe(4);
            done.ShouldAllBe(one => stored[one.First] == one.RecordedAt);
        }

        proxy.Cuts.ShouldBe(10);
        await LogCheck.IsWholeAsync(direct);
    }

    [Fact]
    public async Task Fifty_connections_lost_under_load_leave_every_answer_true()
    {
        var connection = await LedgerEngine.NewDatabaseAsync();
        await using var engine = await LedgerEngine.OpenAsync(connection);
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            var done = new List<(string Id, AppendResult.Done Result)>();
            for (var version = 0; !stop.IsCancellationRequested; version++)
            {
                var id = Write.NewId();
                done.Add((id, (await engine.AppendAsync(Write.Across(id, new Dictionary<string, long> { [$"a/{caller}"] = version, [$"b/{caller}"] = version })))
                    .ShouldBeOfType<AppendResult.Done>()));
            }

            return done;
        })).ToList();

        var lost = await TerminateAsync(connection, times: 50);
        await stop.CancelAsync();

        lost.ShouldBe(50);
        await Agree(connection, (await Task.WhenAll(callers)).SelectMany(done => done));
    }

    [Fact]
    public async Task Where_the_database_stays_away_every_caller_gets_an_answer_in_time()
    {
        var direct = await LedgerEngine.NewDatabaseAsync();
        var proxy = new CuttingProxy(new NpgsqlConnectionStringBuilder(direct).Port, "cut.1");
        await using var engine = await LedgerEngine.OpenAsync(Through(proxy, direct), recoverFor: TimeSpan.FromSeconds(1));
        proxy.Next = Cut.BeforeTheAnswerArrives;
        var held = await HeldLock.HoldAsync(direct);
        var first = engine.AppendAsync(Write.One("first", 0));
        await Task.Delay(100);
        var cut = engine.AppendAsync(Write.One("cut", 0, type: "cut.1"));
        var others = Enumerable.Range(0, 63).Select(i => engine.AppendAsync(Write.One($"book/{i}", 0))).ToList();
        await Task.Delay(100);
        await proxy.StopListeningAsync();
        await held.DisposeAsync();
        await first;

        var answers = Task.WhenAll(others.Append(cut).Select(append => Should.ThrowAsync<OutcomeUnknownException>(append)));
        await answers.WaitAsync(TimeSpan.FromSeconds(5));

        // They were stored, which nobody could know. What comes after was never sent, and is told so.
        (await LogCheck.RequestsAsync(direct)).Count.ShouldBe(65);
        await Should.ThrowAsync<NpgsqlException>(engine.AppendAsync(Write.One("after", 0)));
        (await LogCheck.RequestsAsync(direct)).Count.ShouldBe(65);
        await proxy.DisposeAsync();
    }

    /// <summary>Every answer is what is stored, and nothing else is stored.</summary>
    internal static async Task Agree(string connection, IEnumerable<(string Id, AppendResult.Done Result)> answers)
    {
        var told = answers.ToDictionary(answer => answer.Id, answer => (answer.Result.First, answer.Result.Last));
        var stored = await LogCheck.RequestsAsync(connection);
        stored.Count.ShouldBe(told.Count);
        foreach (var (id, positions) in told) stored[id].ShouldBe(positions);
        await LogCheck.IsWholeAsync(connection);
    }

    private static string Through(CuttingProxy proxy, string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Port = proxy.Port }.ConnectionString;

    private static async Task<int> TerminateAsync(string connection, int times)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var lost = 0;
        while (lost < times)
        {
            await Task.Delay(Random.Shared.Next(5, 60));
            await using var command = source.CreateCommand(
                "select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'ledger_writer') as ended");
            lost += (int)Math.Min(1, (long)(await command.ExecuteScalarAsync())!);
        }

        return lost;
    }
}
