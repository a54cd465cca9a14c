using System.Text;
using System.Text.Json.Nodes;

namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>The laws that every engine keeps. What holds for positions of the default engine only is in <see cref="LedgerStoreLaws"/>.</summary>
public abstract class StoreLaws
{
    private const int Callers = 64;

    /// <summary>An engine on an empty database.</summary>
    protected abstract Task<Engine> OpenAsync();

    [Fact]
    public async Task What_is_written_is_what_is_read()
    {
        await using var engine = await OpenAsync();
        const string data = """{"text":"强村公司 \"𠮷\" \\ \t","whole":-9007199254740991,"largest":9007199254740991,"yes":true,"list":[1,[],{"a":"b"}],"empty":""}""";

        var done = await DoneAsync(engine, Write.One("book/一", 0, data: data, type: "voucher-posted.1"));

        var fact = (await engine.ReadStreamAsync("book/一")).ShouldHaveSingleItem();
        (fact.Position, fact.Stream, fact.Version, fact.Type, fact.RecordedAt).ShouldBe((done.First, "book/一", 1L, "voucher-posted.1", done.RecordedAt));
        JsonNode.DeepEquals(JsonNode.Parse(fact.Data.Span), JsonNode.Parse(data)).ShouldBeTrue();
        (await engine.ReadAllAsync(0)).Single().Stream.ShouldBe("book/一");
    }

    [Fact]
    public async Task Sixty_four_writers_of_one_stream_store_what_they_report()
    {
        await using var engine = await OpenAsync();

        var done = (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => WinAsync(engine, "book/1", wins: 3)))).Sum();

        var facts = await engine.ReadStreamAsync("book/1");
        facts.Count.ShouldBe(done);
        facts.Select(fact => fact.Version).ShouldBe(Enumerable.Range(1, done).Select(version => (long)version));
    }

    [Fact]
    public async Task Of_many_appends_at_one_version_one_is_done()
    {
        await using var engine = await OpenAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => engine.AppendAsync(Write.One("book/1", 0))));

        results.OfType<AppendResult.Done>().ShouldHaveSingleItem();
        results.OfType<AppendResult.Conflict>().Count().ShouldBe(Callers - 1);
        results.OfType<AppendResult.Conflict>().ShouldAllBe(conflict => conflict.Stream == "book/1" && conflict.Expected == 0 && conflict.Actual == 1);
        (await engine.ReadAllAsync(0)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_append_that_conflicts_spoils_no_other()
    {
        await using var engine = await OpenAsync();
        await DoneAsync(engine, Write.One("busy", 0));

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => engine.AppendAsync(i % 3 == 0 ? Write.One("busy", 0) : Write.One($"book/{i}", 0))));

        for (var i = 0; i < results.Length; i++) (results[i] is AppendResult.Done).ShouldBe(i % 3 != 0);
        (await engine.ReadAllAsync(0)).Count.ShouldBe(1 + results.OfType<AppendResult.Done>().Count());
    }

    [Fact]
    public async Task An_append_over_several_streams_is_all_or_nothing()
    {
        await using var engine = await OpenAsync();
        await DoneAsync(engine, Write.One("c", 0));

        (await engine.AppendAsync(Write.Across(Write.NewId(), "a", "b", "c"))).ShouldBeOfType<AppendResult.Conflict>().Stream.ShouldBe("c");
        (await engine.ReadAllAsync(0)).ShouldHaveSingleItem();

        var done = await DoneAsync(engine, Write.Across(Write.NewId(), new Dictionary<string, long> { ["a"] = 0, ["b"] = 0, ["c"] = 1 }));
        var facts = await engine.ReadAllAsync(done.First - 1);
        facts.Select(fact => (fact.Stream, fact.Version)).ShouldBe([("a", 1L), ("b", 1L), ("c", 2L)]);
        facts[^1].Position.ShouldBe(done.Last);
        facts.ShouldAllBe(fact => fact.RecordedAt == done.RecordedAt);
    }

    [Fact]
    public async Task A_stream_that_must_be_unchanged_is_guarded_and_not_written()
    {
        await using var engine = await OpenAsync();
        await DoneAsync(engine, Write.One("rules", 0));

        await DoneAsync(engine, Guarded("book/1", 1));
        (await engine.AppendAsync(Guarded("book/2", 0))).ShouldBe(new AppendResult.Conflict("rules", 0, 1));
        (await engine.AppendAsync(Guarded("book/3", 2))).ShouldBe(new AppendResult.Conflict("rules", 2, 1));

        (await engine.ReadStreamAsync("rules")).ShouldHaveSingleItem();
        (await engine.ReadAllAsync(0)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_that_each_watch_what_the_other_writes_are_never_both_done()
    {
        await using var engine = await OpenAsync();
        for (var round = 0; round < 30; round++)
        {
            string a = $"a/{round}", b = $"b/{round}";
            var results = await Task.WhenAll(engine.AppendAsync(Watching(a, b)), engine.AppendAsync(Watching(b, a)));
            results.OfType<AppendResult.Done>().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task The_same_request_again_adds_nothing_and_tells_the_first_positions()
    {
        await using var engine = await OpenAsync();
        await DoneAsync(engine, Write.One("other", 0));
        var append = Write.Across(Write.NewId(), "a", "b");
        var done = await DoneAsync(engine, append);

        // Another version is expected by now: what counts is the request.
        var again = append with { Expected = new Dictionary<string, long> { ["a"] = 7, ["b"] = 1 } };
        var stored = (await engine.AppendAsync(again)).ShouldBeOfType<AppendResult.AlreadyDone>().Requests.ShouldHaveSingleItem();

        (stored.Id, stored.By, stored.FirstPosition, stored.LastPosition, stored.AppendEnd, stored.Stream)
            .ShouldBe((append.Requests[0].Id, "accountant-1", done.First, done.Last, done.Last, "book/1"));
        (await engine.ReadAllAsync(0)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_id_that_was_used_for_other_content_is_refused()
    {
        await using var engine = await OpenAsync();
        var id = Write.NewId();
        await DoneAsync(engine, Write.One("a", 0, id, "one"));

        (await engine.AppendAsync(Write.One("a", 1, id, "two"))).ShouldBe(new AppendResult.IdReused(id));
        (await engine.ReadAllAsync(0)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_sixty_four_callers_with_one_id_one_does_it()
    {
        await using var engine = await OpenAsync();
        await using var another = await engine.OpenAnotherAsync();
        var id = Write.NewId();

        var results = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => (i % 2 == 0 ? engine : another).AppendAsync(Write.One($"book/{i}", 0, id, i % 4 < 2 ? "one" : "two"))));

        var done = results.OfType<AppendResult.Done>().ShouldHaveSingleItem();
        results.OfType<AppendResult.AlreadyDone>().Count().ShouldBe(Callers / 2 - 1);
        results.OfType<AppendResult.AlreadyDone>().ShouldAllBe(already => already.Requests.Single().FirstPosition == done.First);
        results.OfType<AppendResult.IdReused>().Count().ShouldBe(Callers / 2);
        (await engine.ReadAllAsync(0)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Requests_that_were_carried_out_in_part_are_a_conflict()
    {
        await using var engine = await OpenAsync();
        string one = Write.NewId(), two = Write.NewId();
        await DoneAsync(engine, Write.One("a", 0, one));
        var both = new Append([Write.Fact("a", one), Write.Fact("b", two)], new Dictionary<string, long> { ["a"] = 1, ["b"] = 0 }, [Write.Request(one), Write.Request(two, 1)]);

        (await engine.AppendAsync(both)).ShouldBeOfType<AppendResult.Conflict>().Stream.ShouldBeNull();
        await DoneAsync(engine, Write.One("b", 0, two));

        var all = (await engine.AppendAsync(both)).ShouldBeOfType<AppendResult.AlreadyDone>();
        all.Requests.Select(request => request.Id).ShouldBe([one, two]);
        (await engine.ReadAllAsync(0)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Recorded_time_never_goes_back_and_a_reader_of_everything_after_n_misses_nothing()
    {
        await using var engine = await OpenAsync();
        await using var another = await engine.OpenAnotherAsync();
        using var stop = new CancellationTokenSource();
        var seen = new List<StoredFact>();
        var reading = Task.Run(async () =>
        {
            while (true)
            {
                var last = stop.IsCancellationRequested;
                seen.AddRange(await another.ReadAllAsync(seen.Count == 0 ? 0 : seen[^1].Position));
                if (last) return;
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var version = 0; version < 40; version++) await DoneAsync(writer % 2 == 0 ? engine : another, Write.One($"book/{writer}", version));
        })));
        await stop.CancelAsync();
        await reading;

        var all = await engine.ReadAllAsync(0);
        all.Count.ShouldBe(16 * 40);
        seen.Select(fact => fact.Position).ShouldBe(all.Select(fact => fact.Position));
        all.Zip(all.Skip(1)).ShouldAllBe(pair => pair.First.Position < pair.Second.Position && pair.First.RecordedAt <= pair.Second.RecordedAt);
    }

    [Fact]
    public async Task A_fact_of_one_mebibyte_is_taken_and_a_byte_more_is_not()
    {
        await using var engine = await OpenAsync();

        await DoneAsync(engine, Write.One("a", 0, data: OfBytes(Limits.FactBytes)));

        (await engine.AppendAsync(Write.One("b", 0, data: OfBytes(Limits.FactBytes + 1)))).ShouldBe(new AppendResult.TooLarge("fact", Limits.FactBytes + 1, Limits.FactBytes));
        (await engine.ReadAllAsync(0)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Twenty_thousand_facts_are_taken_and_one_more_is_not()
    {
        await using var engine = await OpenAsync();

        var done = await DoneAsync(engine, Many("a", Limits.AppendFacts));
        (done.Last - done.First + 1).ShouldBe(Limits.AppendFacts);

        (await engine.AppendAsync(Many("b", Limits.AppendFacts + 1))).ShouldBe(new AppendResult.TooLarge("facts", Limits.AppendFacts + 1, Limits.AppendFacts));
        (await engine.ReadStreamAsync("b")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Thirty_two_mebibytes_are_taken_and_a_byte_more_is_not()
    {
        await using var engine = await OpenAsync();
        var exact = OfAppendBytes(Limits.AppendBytes);

        await DoneAsync(engine, exact);

        (await engine.AppendAsync(OfAppendBytes(Limits.AppendBytes + 1))).ShouldBe(new AppendResult.TooLarge("append", Limits.AppendBytes + 1, Limits.AppendBytes));
        (await engine.ReadAllAsync(0)).Count.ShouldBe(exact.Facts.Count);
    }

    protected static async Task<AppendResult.Done> DoneAsync(Engine engine, Append append) => (await engine.AppendAsync(append)).ShouldBeOfType<AppendResult.Done>();

    private static async Task<int> WinAsync(Engine engine, string stream, int wins)
    {
        var version = 0L;
        for (var won = 0; won < wins;)
        {
            var result = await engine.AppendAsync(Write.One(stream, version));
            if (result is AppendResult.Done) (won, version) = (won + 1, version + 1);
            else version = result.ShouldBeOfType<AppendResult.Conflict>().Actual;
        }

        return wins;
    }

    private static Append Guarded(string stream, long rules)
    {
        var append = Write.One(stream, 0);
        return append with { Expected = new Dictionary<string, long>(append.Expected) { ["rules"] = rules } };
    }

    private static Append Watching(string written, string watched)
    {
        var append = Write.One(written, 0);
        return append with { Expected = new Dictionary<string, long>(append.Expected) { [watched] = 0 } };
    }

    private static string OfBytes(int bytes) => $$"""{"t":"{{new string('x', bytes - 8)}}"}""";

    private static Append Many(string stream, int facts)
    {
        var id = Write.NewId();
        return new([.. Enumerable.Repeat(Write.Fact(stream, id), facts)], new Dictionary<string, long> { [stream] = 0 }, [Write.Request(id, 0, facts - 1)]);
    }

    /// <summary>Data, headers and result of an append count together.</summary>
    private static Append OfAppendBytes(int bytes)
    {
        var id = Write.NewId();
        var request = Write.Request(id, 0, 32);
        var headers = Encoding.UTF8.GetByteCount($$"""{"requestId":"{{id}}","by":"accountant-1","program":"tests 1"}""");
        var left = bytes - request.Result!.Length;
        var facts = new List<NewFact>();
        while (left > 0)
        {
            var size = Math.Min(Limits.FactBytes, left - headers);
            facts.Add(Write.Fact("large", id, OfBytes(size)));
            left -= size + headers;
        }

        return new(facts, new Dictionary<string, long> { ["large"] = 0 }, [request with { LastFact = facts.Count - 1 }]);
    }
}
