using System.Collections.Concurrent;
using System.Threading.Channels;

namespace VillageLedger.Web;

/// <summary>That something was recorded; what, is read by who may.</summary>
internal readonly record struct FactNews(long Position, string Stream, string Type);

/// <summary>Reads what comes to the log once for all who listen at this node.</summary>
internal sealed class FactFeed(LedgerSession ledger) : BackgroundService
{
    /// <summary>Who falls further behind begins anew.</summary>
    private const int MostWaiting = 10_000;

    private readonly ConcurrentDictionary<object, Channel<FactNews>> listeners = new();

    /// <summary>News from now on; the reader is completed where its listener fell too far behind.</summary>
    public ChannelReader<FactNews> Listen(object listener) => listeners.GetOrAdd(listener, _ => Channel.CreateBounded<FactNews>(MostWaiting)).Reader;

    public void Leave(object listener) => listeners.TryRemove(listener, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = -1L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var newest = (await ledger.Log.NewestAsync(stoppingToken).ConfigureAwait(false)).Position;
                if (known < 0) known = newest;
                if (newest > known)
                {
                    await foreach (var fact in ledger.Log.ReadAllAsync(known, newest, stoppingToken).ConfigureAwait(false)) Tell(new(fact.Position, fact.Stream, fact.Type));
                    known = newest;
                }

                await ledger.Log.News.WaitAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is Npgsql.NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                // The database is away; news follow when it is back.
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1), stoppingToken)).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Tell(FactNews news)
    {
        foreach (var (listener, channel) in listeners)
        {
            if (channel.Writer.TryWrite(news)) continue;
            channel.Writer.TryComplete();
            Leave(listener);
        }
    }
}
