using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>What is done with a month of many books.</summary>
public enum BatchStep
{
    /// <summary>Vouchers that follow from contracts and assets are proposed.</summary>
    Propose,
    Review,
    Post,
    Close,
}

/// <summary>What became of one book.</summary>
public enum BatchState
{
    Done,

    /// <summary>It had been done, or there was nothing to do.</summary>
    Already,
    Refused,
}

/// <summary>What became of one book of a batch.</summary>
/// <param name="Refusal">The first, where something was refused.</param>
/// <param name="Result">What the last request worked out (JSON): of a review, what it left out.</param>
public sealed record BatchAnswer(Owner Book, BatchState State, Refusal? Refusal = null, long? Position = null, string? Result = null);

/// <summary>
/// Carries a month's step out for many books, several at a time: each book's requests are its own, so that one that is refused keeps none of the others back. Ids are derived: whoever runs it again
/// after it was killed goes on where it stopped, and nothing is done twice.
/// </summary>
public sealed class MonthBatch(EventLog log, RequestRunner requests)
{
    /// <summary>Said where there is nothing to do: no fault of the book.</summary>
    private static readonly RefusalCode[] NothingToDo =
        [RefusalCode.NothingToRaise, RefusalCode.ReceivablesAlreadyProposed, RefusalCode.NothingToDepreciate, RefusalCode.DepreciationProposedAlready];

    /// <param name="parallel">How many books at a time, at least 1.</param>
    /// <param name="answer">Told of each book as it is done, one at a time, in no order.</param>
    /// <exception cref="OutcomeUnknownException">The database stayed out of reach; the same batch run again goes on.</exception>
    public async Task RunAsync(BatchStep step, Month month, IEnumerable<Owner> books, UserId by, int parallel, Action<BatchAnswer> answer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(answer);
        var telling = new Lock();
        await Parallel.ForEachAsync(books.Distinct().ToList(), new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, async (book, stop) =>
        {
            var became = await DoAsync(step, month, book, by, stop).ConfigureAwait(false);
            lock (telling) answer(became);
        }).ConfigureAwait(false);
    }

    /// <summary>The requests of a step, in their order, by their names; what this program has no request for is not done.</summary>
    public static IReadOnlyList<string> RequestsOf(BatchStep step)
    {
        IReadOnlyList<string> names = step switch
        {
            BatchStep.Propose => ["propose-receivables", "propose-depreciation"],
            BatchStep.Review => ["review-vouchers"],
            BatchStep.Post => ["post-vouchers"],
            _ => ["close-month"],
        };
        return [.. names.Where(RequestTypes.Names.Contains)];
    }

    private async Task<BatchAnswer> DoAsync(BatchStep step, Month month, Owner book, UserId by, CancellationToken cancellation)
    {
        var all = new BatchAnswer(book, BatchState.Already);
        foreach (var name in RequestsOf(step))
        {
            var id = await IdAsync(step, name, month, book, by, cancellation).ConfigureAwait(false);
            var outcome = await requests.DoAsync(RequestTypes.Read(Json(name, id, by, book, month)), cancellation).ConfigureAwait(false);
            var state = StateOf(outcome);
            all = new(
                book, state == BatchState.Refused || all.State == BatchState.Refused ? BatchState.Refused : state == BatchState.Done ? state : all.State,
                all.Refusal ?? (state == BatchState.Refused ? outcome.Refusal : null), outcome.Position ?? all.Position, outcome.Result ?? all.Result);
        }

        return all;
    }

    private static BatchState StateOf(RequestOutcome outcome) => outcome switch
    {
        { Kind: OutcomeKind.Done } => BatchState.Done,
        { Kind: OutcomeKind.AlreadyDone } => BatchState.Already,
        { Refusal.Code: RefusalCode.MonthClosed } => BatchState.Already,
        { Refusal: { } refusal } when NothingToDo.Contains(refusal.Code) => BatchState.Already,
        _ => BatchState.Refused,
    };

    /// <summary>
    /// A month is closed once, whatever happens before: each user's closing is one request. The other steps are done again when more vouchers have come: their ids name how far the streams were that they look at, so that a step repeated
    /// without news is the same request.
    /// </summary>
    private async Task<string> IdAsync(BatchStep step, string name, Month month, Owner book, UserId by, CancellationToken cancellation)
    {
        if (step == BatchStep.Close) return Id($"close:{month}:{book.Kind}.{book.Code}:{by.Value}");
        IReadOnlyList<string> streams = step == BatchStep.Propose ? [Streams.Book(book, month), Streams.Contracts(book), Streams.Assets(book)] : [Streams.Book(book, month)];
        var facts = await log.ReadStreamsAsync([.. streams.Select(stream => KeyValuePair.Create(stream, 0L))], cancellation).ConfigureAwait(false);
        return Id($"{name}:{month}:{book.Kind}.{book.Code}:{facts.Count}");
    }

    /// <summary>A text as an id: where it is longer than ids are, its hash stands for it.</summary>
    private static string Id(string text) => Ids.IsValid(text) ? text : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Json(string name, string id, UserId by, Owner book, Month month) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, string> { ["request"] = name, ["id"] = id, ["by"] = by.Value, ["book"] = book.Address, ["month"] = month.ToString() });
}
