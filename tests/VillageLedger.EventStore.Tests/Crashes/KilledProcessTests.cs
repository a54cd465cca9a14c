using System.Diagnostics;
using System.Globalization;
using VillageLedger.EventStore.Tests.Laws;

namespace VillageLedger.EventStore.Tests.Crashes;

/// <summary>Processes that write under load are killed with signal 9, two at a time on one database.</summary>
public sealed class KilledProcessTests
{
    /// <summary>How many are killed; more of them where <c>VILLAGELEDGER_KILLS</c> says so.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("VILLAGELEDGER_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 100;

    [Fact]
    public async Task A_hundred_killed_processes_lose_nothing_acknowledged_and_leave_nothing_half_there()
    {
        var connection = await LedgerEngine.NewDatabaseAsync();
        var kills = 0;

        var acknowledged = (await Task.WhenAll(Enumerable.Range(0, 2).Select(async lane =>
        {
            var lines = new List<string>();
            while (Interlocked.Increment(ref kills) <= Kills) lines.AddRange(await KillOneAsync(connection, $"{lane}-{lines.Count}"));
            return lines;
        }))).SelectMany(lines => lines).ToList();

        await LogCheck.IsWholeAsync(connection);
        var stored = await LogCheck.RequestsAsync(connection);
        foreach (var line in acknowledged)
        {
            var words = line.Split(' ');
            stored[words[0]].ShouldBe((long.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture)));
        }

        // It was under load: far more than one append for each process, and some were stored whose answer was never heard.
        acknowledged.Count.ShouldBeGreaterThan(Kills * 10);
        stored.Count.ShouldBeGreaterThan(acknowledged.Count);
    }

    private static async Task<List<string>> KillOneAsync(string connection, string name)
    {
        using var writer = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "VillageLedger.CrashWriter.dll"), connection, name])
        {
            RedirectStandardOutput = true,
        })!;
        var lines = new List<string>();
        var heard = 0;
        try
        {
            (await writer.StandardOutput.ReadLineAsync()).ShouldBe("ready");
            var reading = Task.Run(async () =>
            {
                while (await writer.StandardOutput.ReadLineAsync() is { } line)
                {
                    lines.Add(line);
                    Interlocked.Increment(ref heard);
                }
            });
            // At a random moment, but under load: after some acknowledgements, however busy the machine is.
            var enough = Random.Shared.Next(60);
            while (Volatile.Read(ref heard) < enough && !reading.IsCompleted) await Task.Delay(1);
            await Task.Delay(Random.Shared.Next(20));
            writer.Kill();
            await reading;
        }
        finally
        {
            writer.Kill();
            await writer.WaitForExitAsync();
        }

        // The last line may have been cut in the middle of its writing.
        if (lines.Count > 0 && lines[^1].Split(' ').Length < 4) lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
