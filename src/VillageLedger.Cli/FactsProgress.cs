using System.Diagnostics;

namespace VillageLedger.Cli;

/// <summary>How far a pass over the log is, on standard error: percent, facts a second and the time that is left; a bar on a terminal, a line every few seconds otherwise.</summary>
internal static class FactsProgress
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    public static async Task<T> RunAsync<T>(Words words, string what, Func<Action<long, long>, Task<T>> work)
    {
        if (!Console.IsErrorRedirected) return await Progress.RunAsync(what, work).ConfigureAwait(false);
        await Console.Error.WriteLineAsync(what).ConfigureAwait(false);
        return await work(Lines(words)).ConfigureAwait(false);
    }

    /// <summary>Writes a line now and then.</summary>
    public static Action<long, long> Lines(Words words)
    {
        var (started, told, first) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), (long?)null);
        return (done, total) =>
        {
            if (first is null) (started, told, first) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), done);
            if (Stopwatch.GetElapsedTime(told) < Between) return;
            told = Stopwatch.GetTimestamp();
            var perSecond = Math.Max(1, (done - first.Value) / Stopwatch.GetElapsedTime(started).TotalSeconds);
            Console.Error.WriteLine(words["cli.replay.progress", ("percent", done * 100 / Math.Max(1, total)), ("rate", (long)perSecond), ("seconds", (long)Math.Ceiling((total - done) / perSecond))]);
        };
    }
}
