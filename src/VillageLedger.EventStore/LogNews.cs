using System.Net.Sockets;
using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>
/// Tells subscribers that something was appended: at once within the process, by LISTEN/NOTIFY from others. A message may be lost with a
/// connection; whoever waits therefore looks again now and then.
/// </summary>
public sealed class LogNews : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly string connection;
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private TaskCompletionSource pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? listener;

    internal LogNews(string connection) => this.connection = connection;

    /// <summary>Returns when something was appended since the call, or after a second.</summary>
    public async Task WaitAsync(CancellationToken cancellation = default)
    {
        Task next;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
            listener ??= Task.Run(ListenAsync, CancellationToken.None);
            next = pulse.Task;
        }

        await Task.WhenAny(next, Task.Delay(LookAgain, cancellation)).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        if (listener is not null) await listener.ConfigureAwait(false);
        stopping.Dispose();
    }

    internal void Tell(long position)
    {
        lock (gate)
        {
            pulse.TrySetResult();
            pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private async Task ListenAsync()
    {
        await using var source = Roles.Connect(connection, Roles.Reader, maxPoolSize: 1);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var session = await source.OpenConnectionAsync(stopping.Token).ConfigureAwait(false);
                session.Notification += (_, _) => Tell(0);
                await using (var listen = new NpgsqlCommand($"listen {WriterSession.Channel}", session)) await listen.ExecuteNonQueryAsync(stopping.Token).ConfigureAwait(false);
                while (true) await session.WaitAsync(stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault) when (fault is NpgsqlException or IOException or SocketException or TimeoutException or InvalidOperationException)
            {
                // The server is away; waiters look again by themselves until it is back.
                await Task.WhenAny(Task.Delay(LookAgain, stopping.Token)).ConfigureAwait(false);
            }
        }
    }
}
