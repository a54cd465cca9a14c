using VillageLedger.EventStore.Tests.Laws;
using VillageLedger.Support;

namespace VillageLedger.EventStore.Tests.Crashes;

/// <summary>The server itself is killed with signal 9 under load, with fsync on, and started again.</summary>
public sealed class KilledServerTests
{
    [Fact]
    public async Task Writers_and_followers_survive_a_killed_server_by_themselves()
    {
        await using var server = await PrivatePostgres.StartAsync();
        await using var engine = await LedgerEngine.OpenAsync(server.ConnectionString());
        await using var counter = await Subscriptions.CountingSubscriber.MakeAsync(engine.Connection);
        await using var follower = new Subscription(engine.Log, counter) { BatchSize = 50 };
        using var stop = new CancellationTokenSource();
        using var unfollow = new CancellationTokenSource();
        var following = follower.RunAsync(unfollow.Token);
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
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

        for (var kill = 0; kill < 3; kill++)
        {
            await Task.Delay(300);
            server.Kill();
            await server.RestartAsync();
        }

        await Task.Delay(300);
        await stop.CancelAsync();
        await LostConnectionTests.Agree(engine.Connection, (await Task.WhenAll(callers)).SelectMany(done => done));
        var newest = (await engine.Log.NewestAsync()).Position;
        await counter.ReachedAsync(newest);
        following.IsCompleted.ShouldBeFalse();
        (await counter.WrongAsync()).ShouldBeEmpty();
        await unfollow.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(following);
    }
}
