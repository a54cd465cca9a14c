using System.Collections.Concurrent;

namespace VillageLedger.Web;

/// <summary>What a job does.</summary>
/// <param name="progress">To be told how much is done, of how much.</param>
/// <returns>Its result as JSON.</returns>
internal delegate Task<string> JobWork(string id, Action<long, long> progress, CancellationToken cancellation);

/// <summary>Runs jobs at this node until they are done, cancelled at any node, or the node stops.</summary>
internal sealed class JobRunner(JobStore jobs, IHostApplicationLifetime lifetime, ILoggerFactory logging)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private static readonly Action<ILogger, string, string, Exception?> LogFailed = LoggerMessage.Define<string, string>(LogLevel.Warning, new EventId(2, "job"), "Job {Id} failed: {Kind}");

    private readonly ConcurrentDictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);

    public void Start(string id, JobWork work) => _ = Task.Run(() => RunAsync(id, work));

    /// <summary>Gives a job up; another node learns of it from the table.</summary>
    public async Task CancelAsync(string id, CancellationToken cancellation)
    {
        await jobs.CancelAsync(id, cancellation).ConfigureAwait(false);
        if (running.TryGetValue(id, out var stop)) await stop.CancelAsync().ConfigureAwait(false);
    }

    private async Task RunAsync(string id, JobWork work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        running[id] = stop;
        var (done, total) = (0L, 0L);
        using var ended = new CancellationTokenSource();
        var telling = TellAsync(id, () => (Volatile.Read(ref done), Volatile.Read(ref total)), stop, ended.Token);
        var (state, result) = ("failed", (string?)null);
        try
        {
            result = await work(id, Progress, stop.Token).ConfigureAwait(false);
            state = "done";
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            state = "cancelled";
        }
#pragma warning disable CA1031 // Whatever it was: the job has failed, and nobody waits for it here.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFailed(logging.CreateLogger("VillageLedger.Web"), id, fault.GetType().Name, null);
            result = (fault as Reports.ReportRefusedException)?.Refusal is { } refusal ? System.Text.Json.JsonSerializer.Serialize(new { code = refusal.StableCode, message = refusal.Message(Language.Chinese) }, JsonAnswer.Options) : null;
        }

        running.TryRemove(id, out _);
        await ended.CancelAsync().ConfigureAwait(false);
        await telling.ConfigureAwait(false);
        try
        {
            await jobs.TellAsync(id, done, total, CancellationToken.None).ConfigureAwait(false);
            await jobs.EndAsync(id, state, result, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is Npgsql.NpgsqlException or ObjectDisposedException)
        {
            // The table says in a minute that it was lost.
            LogFailed(logging.CreateLogger("VillageLedger.Web"), id, fault.GetType().Name, null);
        }

        void Progress(long now, long of)
        {
            Volatile.Write(ref done, now);
            Volatile.Write(ref total, of);
        }
    }

    private async Task TellAsync(string id, Func<(long Done, long Total)> progress, CancellationTokenSource stop, CancellationToken ended)
    {
        while (true)
        {
            try
            {
                await Task.Delay(Between, ended).ConfigureAwait(false);
                var (done, total) = progress();
                if (await jobs.TellAsync(id, done, total, ended).ConfigureAwait(false)) await stop.CancelAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Npgsql.NpgsqlException)
            {
                // Told again in a second.
            }
        }
    }
}
