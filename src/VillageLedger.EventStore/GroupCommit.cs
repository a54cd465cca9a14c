using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;
using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>
/// The one writer of this process: takes the appends that wait and commits them together, each with its own outcome. Several processes may
/// write the same database; the advisory lock lets one at a time.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>How long a store that is being closed waits for a database that is out of reach.</summary>
    private static readonly TimeSpan StoppingPatience = TimeSpan.FromSeconds(2);

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly NpgsqlDataSource source;
    private readonly TimeSpan recoverFor;
    private readonly Action<long> appended;
    private readonly TimeSpan recoverWhileStopping;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task loop;
    private WriterSession? session;

    public GroupCommit(NpgsqlDataSource source, TimeSpan recoverFor, Action<long> appended)
    {
        (this.source, this.recoverFor, this.appended) = (source, recoverFor, appended);
        recoverWhileStopping = recoverFor < StoppingPatience ? recoverFor : StoppingPatience;
        loop = Task.Run(RunAsync);
    }

    /// <summary>Hands in a validated append and waits for its outcome. It is carried out even when the caller stops waiting.</summary>
    public Task<AppendResult> SubmitAsync(PreparedAppend append)
    {
        var waiting = new Waiting(append);
        return queue.Writer.TryWrite(waiting) ? waiting.Outcome.Task : throw new ObjectDisposedException(nameof(EventLog));
    }

    /// <summary>Who waits gets an answer first: what the database takes is stored, and where it is out of reach or locked, that is the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        if (session is not null) await session.DisposeAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            Take(batch);
            try
            {
                await WriteAsync(batch).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever a fault of this program is, callers must not wait forever, and the next ones not at all.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                foreach (var waiting in batch) waiting.Outcome.TrySetException(new OutcomeUnknownException(fault));
                session = null;
            }

            batch.Clear();
        }
    }

    private void Take(List<Waiting> batch)
    {
        var bytes = 0L;
        while (queue.Reader.TryPeek(out var next) && (batch.Count == 0 || bytes + next.Append.Bytes <= Limits.AppendBytes))
        {
            queue.Reader.TryRead(out _);
            batch.Add(next);
            bytes += next.Append.Bytes;
        }
    }

    private async Task WriteAsync(IReadOnlyList<Waiting> batch)
    {
        if (await TryWriteAsync(batch).ConfigureAwait(false) is not { } fault) return;
        // A row that the database refuses, or a lost connection, must not spoil the others: each alone. They share the time in which
        // the database may come back, or the last of many would wait for minutes.
        var lost = Stopwatch.GetTimestamp();
        Exception? outOfReach = null;
        foreach (var waiting in batch)
        {
            if (outOfReach is null || IsInTime(lost)) (outOfReach, fault) = await RecoverAsync(waiting, lost).ConfigureAwait(false);
            if (fault is null) continue;
            // Where nothing was sent that could have been stored, the fault itself is the outcome.
            waiting.Outcome.TrySetException(waiting.Tried is null ? fault : new OutcomeUnknownException(fault));
        }
    }

    /// <summary>Writes one append alone until its outcome is known. The lock is taken before its request is looked up, so a transaction of ours that still commits is seen.</summary>
    private async Task<(Exception? OutOfReach, Exception? Fault)> RecoverAsync(Waiting waiting, long lost)
    {
        for (var wait = 20; ; wait = Math.Min(wait * 2, 1000))
        {
            var fault = await TryWriteAsync([waiting]).ConfigureAwait(false);
            if (fault is null || !IsOutOfReach(fault)) return (null, fault);
            if (!IsInTime(lost)) return (fault, fault);
            await Task.WhenAny(Task.Delay(wait, stopping.Token)).ConfigureAwait(false);
            if (stopping.IsCancellationRequested) await Task.Delay(20).ConfigureAwait(false);
        }
    }

    private bool IsInTime(long lost) => Stopwatch.GetElapsedTime(lost) < (stopping.IsCancellationRequested ? recoverWhileStopping : recoverFor);

    /// <summary>Whether a fault is of the connection or the server rather than an answer to what was asked.</summary>
    internal static bool IsOutOfReach(Exception fault) =>
        fault is PostgresException { SqlState: [var a, var b, ..] state }
            // Class 57 is an operator's intervention, 08 a connection's fault, 40 a lost race, 53 a lack of resources: the same append may
            // succeed later. So it may after a session's time-out, and when the lock is free. Anything else is a refusal.
            ? (a, b) is ('5', '7') or ('0', '8') or ('4', '0') or ('5', '3') || state is "25P03" or "25P04" or PostgresErrorCodes.LockNotAvailable
            : fault is NpgsqlException or IOException or SocketException or TimeoutException;

    private async Task<Exception?> TryWriteAsync(IReadOnlyList<Waiting> batch)
    {
        while (true)
        {
            try
            {
                session ??= await WriterSession.OpenAsync(source).ConfigureAwait(false);
                var newest = await session.WriteAsync(batch).ConfigureAwait(false);
                foreach (var waiting in batch) waiting.Outcome.TrySetResult(waiting.Result!);
                if (newest > 0) appended(newest);
                return null;
            }
#pragma warning disable CA1031 // Whatever happened is handed to the callers whose appends it concerns.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (session is not null) await session.AbandonAsync(fault, batch).ConfigureAwait(false);
                if (session?.IsUsable != true)
                {
                    session = null;
                    // What the pool still holds is of the same server and no better.
                    source.Clear();
                }

                // Another node, or an upgrade, holds the lock: nothing is lost, so the wait goes on.
                if (fault is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } && !stopping.IsCancellationRequested) continue;
                return fault;
            }
        }
    }
}

/// <summary>An append in the queue of the writer.</summary>
internal sealed class Waiting(PreparedAppend append)
{
    public PreparedAppend Append { get; } = append;

    /// <summary>Its outcome once the transaction that carried it is committed.</summary>
    public AppendResult? Result { get; set; }

    /// <summary>What the last try would have stored, where its outcome is unknown: finding it stored there means that the try succeeded.</summary>
    public AppendResult.Done? Tried { get; set; }

    public TaskCompletionSource<AppendResult> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>An append whose data are checked and whose hashes are made.</summary>
internal sealed record PreparedAppend(Append Append, IReadOnlyList<byte[]> ContentHashes, IReadOnlyList<string> Headers, long Bytes);

/// <summary>The database could not be reached long enough to learn what became of an append: it may be stored or not. Asking again with the same request ids tells.</summary>
public sealed class OutcomeUnknownException : Exception
{
    public OutcomeUnknownException(Exception inner)
        : base("The database could not be reached to learn the outcome of an append. Ask again with the same request ids.", inner)
    {
    }

    public OutcomeUnknownException()
    {
    }

    public OutcomeUnknownException(string message)
        : base(message)
    {
    }

    public OutcomeUnknownException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
