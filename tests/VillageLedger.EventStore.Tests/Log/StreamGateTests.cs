namespace VillageLedger.EventStore.Tests.Log;

public sealed class StreamGateTests
{
    [Fact]
    public async Task One_at_a_time_holds_a_stream_and_no_ring_of_waiters_forms()
    {
        var gates = new StreamGates();
        var streams = new[] { "a", "b", "c", "d" };
        var inside = new int[streams.Length];

        await Task.WhenAll(Enumerable.Range(0, 64).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 200; i++)
            {
                var wanted = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(streams.Length)).ToList();
                using var gate = await gates.EnterAsync(wanted.Select(index => streams[index]));
                foreach (var index in wanted.Distinct()) Interlocked.Increment(ref inside[index]).ShouldBe(1);
                if (i % 10 == 0) await Task.Yield();
                foreach (var index in wanted.Distinct()) Interlocked.Decrement(ref inside[index]);
            }
        }))).WaitAsync(TimeSpan.FromSeconds(30));

        gates.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_the_gates_as_they_were()
    {
        var gates = new StreamGates();
        var held = await gates.EnterAsync(["b"]);
        using var cancel = new CancellationTokenSource();
        var waiting = gates.EnterAsync(["a", "b", "c"], cancel.Token);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        (await gates.EnterAsync(["a", "c"]).WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
        gates.Count.ShouldBe(1);

        held.Dispose();
        held.Dispose();
        (await gates.EnterAsync(["b"]).WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
        gates.Count.ShouldBe(0);
    }
}
