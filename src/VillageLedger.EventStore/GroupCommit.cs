using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>
/// The one writer of this process: takes the appends that wait and commits them together, each with its own outcome. Several processes may
/// write the same database; the advisory lock lets one at a time.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly NpgsqlDataSource source;
    private readonly TimeSpan recoverFor;
    private readonly Action<long> appended;
    private readonly Task loop;
    private WriterSession? session;

    public GroupCommit(NpgsqlDataSource source, TimeSpan recoverFor, Action<long> appended)
    {
        (this.source, this.recoverFor, this.appended) = (source, recoverFor, appended);
        loop = Task.Run(RunAsync);
    }

    /// <summary>Hands in a validated append and waits for its outcome. It is carried out even when the caller stops waiting.</summary>
    public Task<AppendResult> SubmitAsync(PreparedAppend append)
    {
        var waiting = new Waiting(append);
        return queue.Writer.TryWrite(waiting) ? waiting.Outcome.Task : throw new ObjectDisposedException(nameof(EventLog));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        if (session is not null) await session.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var batch = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var bytes = 0L;
            while (queue.Reader.TryPeek(out var next) && (batch.Count == 0 || bytes + next.Append.Bytes <= Limits.AppendBytes))
            {
                queue.Reader.TryRead(out _);
                batch.Add(next);
                bytes += next.Append.Bytes;
            }

            await WriteAsync(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private async Task WriteAsync(IReadOnlyList<Waiting> batch)
    {
        if (await TryWriteAsync(batch).ConfigureAwait(false) is not { } fault) return;
        // A row that the database refuses, or a lost connection, must not spoil the others: each alone.
        foreach (var waiting in batch)
            if (await RecoverAsync(waiting, fault).ConfigureAwait(false) is { } own) waiting.Outcome.TrySetException(own);
    }

    /// <summary>Writes one append alone until its outcome is known. The lock is taken before its request is looked up, so a transaction of ours that still commits is seen.</summary>
    private async Task<Exception?> RecoverAsync(Waiting waiting, Exception first)
    {
        var started = Stopwatch.GetTimestamp();
        var fault = first;
        for (var wait = 20; ; wait = Math.Min(wait * 2, 1000))
        {
            waiting.MayBeStored |= !IsRefusedByDatabase(fault);
            fault = await TryWriteAsync([waiting]).ConfigureAwait(false);
            if (fault is null || IsRefusedByDatabase(fault)) return fault;
            if (Stopwatch.GetElapsedTime(started) > recoverFor) return new OutcomeUnknownException(fault);
            await Task.Delay(wait).ConfigureAwait(false);
        }
    }

    private static bool IsRefusedByDatabase(Exception fault) =>
        fault is PostgresException { SqlState: [var a, var b, ..] }
        // Class 57 is an operator's intervention, 08 a connection's fault, 40 a lost race, 53 a lack of resources: the same append may succeed later.
        && (a, b) is not (('5', '7') or ('0', '8') or ('4', '0') or ('5', '3'));

    private async Task<Exception?> TryWriteAsync(IReadOnlyList<Waiting> batch)
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
            if (session is not null) await session.AbandonAsync().ConfigureAwait(false);
            if (session?.IsUsable != true) session = null;
            return fault;
        }
    }
}

/// <summary>An append in the queue of the writer.</summary>
internal sealed class Waiting(PreparedAppend append)
{
    public PreparedAppend Append { get; } = append;

    /// <summary>Its outcome once the transaction that carried it is committed.</summary>
    public AppendResult? Result { get; set; }

    /// <summary>A try of ours had an unknown outcome: finding its requests stored means that it succeeded.</summary>
    public bool MayBeStored { get; set; }

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
