using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>Carries requests out: load the states a decision asks for, decide, append; when another writer was first, decide again, a bounded number of times.</summary>
public sealed class RequestRunner : IAsyncDisposable
{
    private const int MaxTries = 16;

    /// <summary>Kept with a request whose outcome shows its first fact.</summary>
    private const string ShowsFirstFact = """{"shows":"first-fact"}""";

    private readonly EventLog store;
    private readonly StateCache cache = new();
    private readonly PersonFields persons;

    public RequestRunner(EventLog store)
    {
        this.store = store;
        persons = new(store);
    }

    public ValueTask DisposeAsync() => persons.DisposeAsync();

    /// <summary>Puts the rules that this program carries in force where none of their name is yet: a new ledger, or a new kind of rule.</summary>
    public async Task AdoptRulesAsync(CancellationToken cancellation = default)
    {
        var states = new WorkingStates(store, cache, fresh: true);
        await states.EnsureAsync([Streams.Rules], cancellation).ConfigureAwait(false);
        foreach (var (kind, name, version) in CarriedRules.Newest)
        {
            if (states.StateOf<RuleSet>(Streams.Rules).VersionOf(kind, name) is not null) continue;
            var request = new AdoptRules($"rules:{kind}:{name}:{version[..16]}", new("system"), kind, name, version);
            await DoAsync(new ReadRequest(request.Id, request, null, System.Text.Encoding.UTF8.GetBytes(request.Id)), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Carries out one request.</summary>
    /// <exception cref="OutcomeUnknownException">The database stayed out of reach; the same request asked again tells.</exception>
    public Task<RequestOutcome> DoAsync(ReadRequest read, CancellationToken cancellation = default) => DoAsync(read, null, cancellation);

    /// <summary>Carries out one request.</summary>
    /// <param name="may">Whether what was decided may be written by whoever asks; null: everything.</param>
    /// <exception cref="OutcomeUnknownException">The database stayed out of reach; the same request asked again tells.</exception>
    public async Task<RequestOutcome> DoAsync(ReadRequest read, Func<ReadRequest, Decision, bool>? may, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.Request is not { } request) return Unread(read);
        var outcome = await DoAsync(read, request, may, cancellation).ConfigureAwait(false);
        await SettlePersonsAsync(read, outcome, cancellation).ConfigureAwait(false);
        return outcome;
    }

    private async Task<RequestOutcome> DoAsync(ReadRequest read, Request request, Func<ReadRequest, Decision, bool>? may, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            await StepBackAsync(attempt, cancellation).ConfigureAwait(false);
            var streams = StreamsOf(await new WorkingStates(store, cache, fresh: attempt > 0).DecideAsync(request, cancellation).ConfigureAwait(false));
            // The streams are known now: one decision at a time on each, taken on what the one before left in memory.
            using var gate = await store.Gates.EnterAsync(streams, cancellation).ConfigureAwait(false);
            var states = new WorkingStates(store, cache, fresh: attempt > 0);
            var decision = await states.DecideAsync(request, cancellation).ConfigureAwait(false);
            // That nothing is to be done is as final as a refusal.
            if ((decision.Refusal is not null || decision.Facts.IsEmpty) && states.MayBeBehind)
            {
                states = new WorkingStates(store, cache, fresh: true);
                decision = await states.DecideAsync(request, cancellation).ConfigureAwait(false);
            }

            if (may?.Invoke(read, decision) == false) return RequestOutcome.NotPermitted(read.Id);
            if (await RecogniseAsync(read, decision, cancellation).ConfigureAwait(false) is { } known) return known;
            await KeepPersonsAsync(read, cancellation).ConfigureAwait(false);
            if (await AppendAsync(states, [(read, decision)], applied: false, cancellation).ConfigureAwait(false) is { } outcomes) return outcomes[0];
        }

        return new(read.Id, OutcomeKind.Conflict, Refusal.Of(RefusalCode.ConflictNotResolved));
    }

    /// <summary>Decides requests one on top of the other and appends them once, all or none.</summary>
    public Task<IReadOnlyList<RequestOutcome>> DoAtomicAsync(IReadOnlyList<ReadRequest> requests, CancellationToken cancellation = default) => DoAtomicAsync(requests, null, cancellation);

    /// <summary>Decides requests one on top of the other and appends them once, all or none.</summary>
    /// <param name="may">Whether what was decided may be written by whoever asks; null: everything.</param>
    public async Task<IReadOnlyList<RequestOutcome>> DoAtomicAsync(IReadOnlyList<ReadRequest> requests, Func<ReadRequest, Decision, bool>? may, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var outcomes = await TryAtomicAsync(requests, may, cancellation).ConfigureAwait(false);
        foreach (var (read, outcome) in requests.Zip(outcomes)) await SettlePersonsAsync(read, outcome, cancellation).ConfigureAwait(false);
        return outcomes;
    }

    private async Task<IReadOnlyList<RequestOutcome>> TryAtomicAsync(IReadOnlyList<ReadRequest> requests, Func<ReadRequest, Decision, bool>? may, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            await StepBackAsync(attempt, cancellation).ConfigureAwait(false);
            var states = new WorkingStates(store, cache, fresh: true);
            var (outcomes, decided) = await DecideAllAsync(states, requests, may, cancellation).ConfigureAwait(false);
            if (outcomes.Exists(outcome => outcome.Kind == OutcomeKind.Refused))
            {
                // Refused perhaps because another process carried the same out since the requests were looked up.
                var refused = outcomes.Where(outcome => outcome is { Kind: OutcomeKind.Refused, Id.Length: > 0, Refusal.Code: not RefusalCode.IdReused }).Select(outcome => outcome.Id).ToList();
                if ((await store.FindRequestsAsync(refused, cancellation).ConfigureAwait(false)).Count > 0) continue;
                return AllOrNone(outcomes);
            }

            if (decided.Count == 0) return outcomes;
            foreach (var (read, _) in decided) await KeepPersonsAsync(read, cancellation).ConfigureAwait(false);
            if (await AppendAsync(states, decided, applied: true, cancellation).ConfigureAwait(false) is not { } appended) continue;
            var byId = appended.ToDictionary(outcome => outcome.Id);
            // A line that stands twice was done by the first of them.
            return [.. outcomes.Select(outcome => byId.GetValueOrDefault(outcome.Id) switch
            {
                null => outcome,
                { Kind: OutcomeKind.Done } done when outcome.Kind == OutcomeKind.AlreadyDone => done with { Kind = OutcomeKind.AlreadyDone },
                var other => other,
            })];
        }

        return [.. requests.Select(read => new RequestOutcome(read.Id, OutcomeKind.Conflict, Refusal.Of(RefusalCode.ConflictNotResolved)))];
    }

    /// <summary>Decides requests one on top of the other and appends nothing.</summary>
    /// <param name="atomic">Whether they would be appended all or none.</param>
    public Task<IReadOnlyList<RequestOutcome>> DryRunAsync(IReadOnlyList<ReadRequest> requests, bool atomic = false, CancellationToken cancellation = default) => DryRunAsync(requests, atomic, null, cancellation);

    /// <summary>Decides requests one on top of the other and appends nothing.</summary>
    /// <param name="atomic">Whether they would be appended all or none.</param>
    /// <param name="may">Whether what was decided might be written by whoever asks; null: everything.</param>
    public async Task<IReadOnlyList<RequestOutcome>> DryRunAsync(IReadOnlyList<ReadRequest> requests, bool atomic, Func<ReadRequest, Decision, bool>? may, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var outcomes = (await DecideAllAsync(new(store, cache, fresh: true), requests, may, cancellation).ConfigureAwait(false)).Outcomes;
        return atomic ? AllOrNone(outcomes) : outcomes;
    }

    /// <summary>Where one is refused, none is done; nor is then what only repeats a line of the same file.</summary>
    private static IReadOnlyList<RequestOutcome> AllOrNone(List<RequestOutcome> outcomes)
    {
        if (!outcomes.Exists(outcome => outcome.Kind == OutcomeKind.Refused)) return outcomes;
        var undone = outcomes.Where(outcome => outcome.Kind == OutcomeKind.Done).Select(outcome => outcome.Id).ToHashSet(StringComparer.Ordinal);
        return outcomes.ConvertAll(outcome => outcome.Kind != OutcomeKind.Refused && undone.Contains(outcome.Id)
            ? new(outcome.Id, OutcomeKind.Refused, Refusal.Of(RefusalCode.AtomicNotDone)) : outcome);
    }

    private async Task<(List<RequestOutcome> Outcomes, List<(ReadRequest Read, Decision Decision)> Decided)> DecideAllAsync(
        WorkingStates states, IReadOnlyList<ReadRequest> requests, Func<ReadRequest, Decision, bool>? may, CancellationToken cancellation)
    {
        var outcomes = new List<RequestOutcome>();
        var decided = new List<(ReadRequest, Decision)>();
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var stored = (await store.FindRequestsAsync([.. requests.Where(read => read.Id.Length > 0).Select(read => read.Id).Distinct(StringComparer.Ordinal)], cancellation).ConfigureAwait(false))
            .ToDictionary(request => request.Id, StringComparer.Ordinal);
        foreach (var read in requests)
        {
            if (read.Request is not { } request)
            {
                outcomes.Add(Unread(read));
                continue;
            }

            if (contents.TryGetValue(read.Id, out var earlier))
            {
                outcomes.Add(earlier.AsSpan().SequenceEqual(read.Content) ? new(read.Id, OutcomeKind.AlreadyDone) : Reused(read.Id));
                continue;
            }

            if (stored.ContainsKey(read.Id) && await RecogniseAsync(read, Decision.Nothing, cancellation).ConfigureAwait(false) is { } known)
            {
                outcomes.Add(known);
                continue;
            }

            var decision = await states.DecideAsync(request, cancellation).ConfigureAwait(false);
            if (may?.Invoke(read, decision) == false) outcomes.Add(RequestOutcome.NotPermitted(read.Id));
            else if (decision.Refusal is { } refusal) outcomes.Add(new(read.Id, OutcomeKind.Refused, refusal));
            else if (decision.Facts.Length == 0) outcomes.Add(new(read.Id, OutcomeKind.AlreadyDone));
            else
            {
                await states.EnsureAsync(StreamsOf(decision), cancellation).ConfigureAwait(false);
                states.Apply(request.Id, decision);
                contents[read.Id] = read.Content;
                decided.Add((read, decision));
                outcomes.Add(new(read.Id, OutcomeKind.Done, Result: ResultOf(decision)));
            }
        }

        return (outcomes, decided);
    }

    /// <summary>The outcome of a request that need not be appended: refused, carried out before, or nothing to do. Null when it is to be appended.</summary>
    private async Task<RequestOutcome?> RecogniseAsync(ReadRequest read, Decision decision, CancellationToken cancellation)
    {
        // What is to be appended is recognised by the writer, under its lock; only the rest must ask, and what would keep fields of persons before that.
        var appends = decision.Refusal is null && decision.Facts.Length > 0;
        if (appends && read.Request!.Persons.Count == 0) return null;
        if (await store.RecogniseAsync(read.Id, read.Content, cancellation).ConfigureAwait(false) is { } known)
            return known.SameContent ? await AlreadyDoneAsync(known.Request, cancellation).ConfigureAwait(false) : Reused(read.Id);
        if (appends) return null;
        return decision.Refusal is { } refusal ? new(read.Id, OutcomeKind.Refused, refusal) : new(read.Id, OutcomeKind.AlreadyDone);
    }

    private async Task KeepPersonsAsync(ReadRequest read, CancellationToken cancellation)
    {
        if (read.Request!.Persons is { Count: > 0 } given) await persons.KeepAsync(read.Id, given, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Whoever was not registered leaves no fields, and whoever was erased no key: that too when the request was done before, for then the process may
    /// have died between its append and this.
    /// </summary>
    private async Task SettlePersonsAsync(ReadRequest read, RequestOutcome outcome, CancellationToken cancellation)
    {
        var done = outcome.Kind is OutcomeKind.Done or OutcomeKind.AlreadyDone;
        if (!done && read.Request?.Persons is { Count: > 0 } given) await persons.ForgetAsync(read.Id, given, cancellation).ConfigureAwait(false);
        if (done && read.Request is ErasePerson erased) await persons.EraseAsync(erased.Person, cancellation).ConfigureAwait(false);
    }

    /// <summary>Who lost against another node waits a little, by chance, so that two busy ones do not keep step.</summary>
    private static Task StepBackAsync(int attempt, CancellationToken cancellation)
    {
        const int LongestMilliseconds = 64;
        // Chance decides when to try again, nothing else.
#pragma warning disable CA5394
        return attempt == 0 ? Task.CompletedTask : Task.Delay(Random.Shared.Next(1, Math.Min(1 << attempt, LongestMilliseconds) + 1), cancellation);
#pragma warning restore CA5394
    }

    /// <summary>One that holds neither a request nor a refusal was not permitted.</summary>
    private static RequestOutcome Unread(ReadRequest read) => read.Refusal is { } refusal ? new(read.Id, OutcomeKind.Refused, refusal) : RequestOutcome.NotPermitted(read.Id);

    private static RequestOutcome Reused(string id) => new(id, OutcomeKind.Refused, Refusal.Of(RefusalCode.IdReused, ("id", id)));

    /// <summary>Appends decisions together. Null when another writer was first: decide again.</summary>
    /// <param name="applied">Whether the states hold the decisions' facts already.</param>
    private async Task<IReadOnlyList<RequestOutcome>?> AppendAsync(WorkingStates states, IReadOnlyList<(ReadRequest Read, Decision Decision)> decided, bool applied, CancellationToken cancellation)
    {
        await states.EnsureAsync(decided.SelectMany(pair => StreamsOf(pair.Decision)), cancellation).ConfigureAwait(false);
        var facts = new List<NewFact>();
        var requests = new List<NewRequest>();
        var expected = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (read, decision) in decided)
        {
            var by = read.Request!.By.Value;
            var first = facts.Count;
            facts.AddRange(decision.Facts.Select(next => new NewFact(next.Stream, FactTypes.NameOf(next.Fact), FactTypes.Write(next.Fact), read.Id, by, DotnetTypeOf(next.Fact))));
            requests.Add(new(read.Id, read.Content, by, first, facts.Count - 1, decision.Facts[0].Stream, decision.Result is null ? null : ShowsFirstFact));
            foreach (var stream in StreamsOf(decision).Concat(decision.Unchanged)) expected[stream] = states.ReadVersions[stream];
        }

        switch (await store.AppendAsync(new(facts, expected, requests)).ConfigureAwait(false))
        {
            case AppendResult.Done done:
                var results = decided.ToDictionary(pair => pair.Read.Id, pair => ResultOf(pair.Decision), StringComparer.Ordinal);
                if (!applied) states.Apply(decided[0].Read.Id, decided[0].Decision);
                states.Keep();
                return [.. requests.Select(request => new RequestOutcome(request.Id, OutcomeKind.Done, null, done.First + request.LastFact, results[request.Id]))];
            case AppendResult.AlreadyDone already:
                var outcomes = new List<RequestOutcome>();
                foreach (var request in already.Requests) outcomes.Add(await AlreadyDoneAsync(request, cancellation).ConfigureAwait(false));
                return outcomes;
            case AppendResult.IdReused reused:
                return [.. requests.Select(request => request.Id == reused.RequestId ? Reused(request.Id) : new RequestOutcome(request.Id, OutcomeKind.Refused, Refusal.Of(RefusalCode.AtomicNotDone)))];
            case AppendResult.TooLarge large:
                var refusal = large.What == "fact"
                    ? Refusal.Of(RefusalCode.FactTooLarge)
                    : Refusal.Of(RefusalCode.AppendTooLarge, ("maxFacts", Limits.AppendFacts), ("maxMiB", Limits.AppendBytes / 1024 / 1024));
                return [.. requests.Select(request => new RequestOutcome(request.Id, OutcomeKind.Refused, refusal))];
            default:
                return null;
        }
    }

    private static string? ResultOf(Decision decision) => decision.Result is { } result ? ResultOf(result) : null;

    private static string ResultOf(Fact fact) => System.Text.Encoding.UTF8.GetString(FactTypes.Write(fact));

    /// <summary>The first outcome again. What it showed is its first fact: read from the log, not kept twice.</summary>
    private async Task<RequestOutcome> AlreadyDoneAsync(StoredRequest request, CancellationToken cancellation)
    {
        string? result = null;
        if (request.Result is not null)
            await foreach (var fact in store.ReadAllAsync(request.FirstPosition - 1, request.FirstPosition, cancellation).ConfigureAwait(false))
                result = ResultOf(FactTypes.Read(fact.Type, fact.Data.Span));
        return new(request.Id, OutcomeKind.AlreadyDone, null, request.LastPosition, result);
    }

    private static IEnumerable<string> StreamsOf(Decision decision) => decision.Facts.Select(next => next.Stream).Distinct(StringComparer.Ordinal);

    private static string DotnetTypeOf(Fact fact) => $"{fact.GetType().FullName}, {fact.GetType().Assembly.GetName().Name}";
}
