using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>
/// The one writer of this process: takes the appends that wait and commits them together, each with its own outcome. Several processes may
/// write the same database; the advisory lock lets one at a time. It has a thread of its own and waits for the database in it: every append waits for this
/// one loop, so it must not queue behind the callers that it has just answered.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>How long a store that is being closed waits for a database that is out of reach.</summary>
    private static readonly TimeSpan StoppingPatience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long the callers of the last group are waited for. They have just got their answers and most will be back at once; without this pause the next
    /// transaction would carry the few that were quickest and the rest would wait for the one after.
    /// </summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMicroseconds(400);

    private readonly Lock gate = new();
    private readonly Queue<Waiting> queue = [];
    private readonly SemaphoreSlim work = new(0);
    private IReadOnlyList<Waiting>? unfinished; // what a caller could not write at once
    private bool busy; // somebody writes: a caller or the loop
    private bool handedOver; // the one who writes is the loop from now on
    private bool closed;
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
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>
    /// Hands in a validated append and waits for its outcome. It is carried out even when the caller stops waiting. Where nobody writes, the caller does it
    /// himself at once: two changes of thread cost as much as the writing.
    /// </summary>
    public Task<AppendResult> SubmitAsync(PreparedAppend append)
    {
        var waiting = new Waiting(append);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(EventLog));
            queue.Enqueue(waiting);
            if (busy) return waiting.Outcome.Task;
            busy = true;
        }

        WriteAtOnce();
        return waiting.Outcome.Task;
    }

    /// <summary>Who waits gets an answer first: what the database takes is stored, and where it is out of reach or locked, that is the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (closed) return;
            closed = true;
            work.Release();
        }

        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        session?.Dispose();
        stopping.Dispose();
        work.Dispose();
    }

    private void WriteAtOnce()
    {
        var batch = Take();
        var isDone = false;
        try
        {
            isDone = TryWrite(batch, patient: false) is null;
        }
        finally
        {
            lock (gate)
            {
                // Anything but success takes time: that is left to the loop, like whatever has come meanwhile.
                if (!isDone) unfinished = batch;
                handedOver = !isDone || queue.Count > 0;
                busy = handedOver;
                if (handedOver || closed) work.Release();
            }
        }
    }

    private void Run()
    {
        while (true)
        {
            work.Wait();
            lock (gate)
            {
                if (closed && !busy) return;
                // Woken because the store is being closed while a caller writes, who tells when he is done.
                if (!handedOver) continue;
                handedOver = false;
            }

            if (Interlocked.Exchange(ref unfinished, null) is { } rest) Answer(rest, () => Finish(rest));
            while (HasWork())
            {
                var batch = Take();
                Answer(batch, () => Write(batch));
                Gather(batch.Count);
            }

            lock (gate)
                if (closed && !busy) return;
        }
    }

    /// <summary>Whether anything waits; where nothing does, the next caller writes himself.</summary>
    private bool HasWork()
    {
        lock (gate) return busy = queue.Count > 0;
    }

    /// <summary>Whatever a fault of this program is, callers must not wait forever, and the next ones not at all.</summary>
    private void Answer(IReadOnlyList<Waiting> batch, Action write)
    {
        try
        {
            write();
        }
#pragma warning disable CA1031 // It is handed to the callers.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var waiting in batch) waiting.Outcome.TrySetException(new OutcomeUnknownException(fault));
            session = null;
        }
    }

    /// <summary>Nobody else is waited for when the last group was a single append: an idle ledger answers at once.</summary>
    private void Gather(int lastGroup)
    {
        if (lastGroup < 2) return;
        var started = Stopwatch.GetTimestamp();
        var all = lastGroup + Waiting;
        while (Waiting < all && Stopwatch.GetElapsedTime(started) < Gathering) Thread.Yield();
    }

    private int Waiting
    {
        get
        {
            lock (gate) return queue.Count;
        }
    }

    private List<Waiting> Take()
    {
        var batch = new List<Waiting>();
        var bytes = 0L;
        lock (gate)
        {
            while (queue.TryPeek(out var next) && (batch.Count == 0 || bytes + next.Append.Bytes <= Limits.AppendBytes))
            {
                batch.Add(queue.Dequeue());
                bytes += next.Append.Bytes;
            }
        }

        return batch;
    }

    private void Write(IReadOnlyList<Waiting> batch)
    {
        if (TryWrite(batch, patient: true) is not null) Finish(batch);
    }

    private void Finish(IReadOnlyList<Waiting> batch)
    {
        Exception? fault = null;
        // A row that the database refuses, or a lost connection, must not spoil the others: each alone. They share the time in which
        // the database may come back, or the last of many would wait for minutes.
        var lost = Stopwatch.GetTimestamp();
        Exception? outOfReach = null;
        foreach (var waiting in batch)
        {
            if (outOfReach is null || IsInTime(lost)) (outOfReach, fault) = Recover(waiting, lost);
            if (fault is null) continue;
            // Where nothing was sent that could have been stored, the fault itself is the outcome.
            waiting.Outcome.TrySetException(waiting.Tried is null ? fault : new OutcomeUnknownException(fault));
        }
    }

    /// <summary>Writes one append alone until its outcome is known. The lock is taken before its request is looked up, so a transaction of ours that still commits is seen.</summary>
    private (Exception? OutOfReach, Exception? Fault) Recover(Waiting waiting, long lost)
    {
        for (var wait = 20; ; wait = Math.Min(wait * 2, 1000))
        {
            var fault = TryWrite([waiting], patient: true);
            if (fault is null || !IsOutOfReach(fault)) return (null, fault);
            if (!IsInTime(lost)) return (fault, fault);
            stopping.Token.WaitHandle.WaitOne(wait);
            if (stopping.IsCancellationRequested) Thread.Sleep(20);
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

    /// <param name="patient">Whether to wait on while another node holds the lock.</param>
    private Exception? TryWrite(IReadOnlyList<Waiting> batch, bool patient)
    {
        while (true)
        {
            try
            {
                session ??= WriterSession.Open(source);
                var newest = session.Write(batch);
                foreach (var waiting in batch) waiting.Outcome.TrySetResult(waiting.Result!);
                if (newest > 0) appended(newest);
                return null;
            }
#pragma warning disable CA1031 // Whatever happened is handed to the callers whose appends it concerns.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                session?.Abandon(fault, batch);
                if (session?.IsUsable != true)
                {
                    session = null;
                    // What the pool still holds is of the same server and no better.
                    source.Clear();
                }

                // Another node, or an upgrade, holds the lock: nothing is lost, so the wait goes on.
                if (fault is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } && patient && !stopping.IsCancellationRequested) continue;
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
