using System.Threading.Channels;

namespace VillageLedger.Web;

/// <summary>Writes operations in groups: what arrives while one group is written makes the next. Whoever records one waits until it is durable.</summary>
internal sealed class OperationLog : IAsyncDisposable
{
    private const int MaxGroup = 500;
    private readonly Channel<(Operation Operation, TaskCompletionSource Written)> waiting = Channel.CreateUnbounded<(Operation, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly OperationChain chain;
    private readonly Task writing;

    public OperationLog(WebDatabase database)
    {
        chain = new(database);
        writing = Task.Run(WriteAsync);
    }

    public Task RecordAsync(Operation operation)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite((operation, written)), this);
        return written.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing.ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var group = new List<(Operation Operation, TaskCompletionSource Written)>();
            while (group.Count < MaxGroup && waiting.Reader.TryRead(out var one)) group.Add(one);
            try
            {
                await chain.AppendAsync([.. group.Select(one => one.Operation)]).ConfigureAwait(false);
                foreach (var (_, written) in group) written.SetResult();
            }
#pragma warning disable CA1031 // Whatever it is, those who wait are told.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                foreach (var (_, written) in group) written.SetException(fault);
            }
        }
    }
}
