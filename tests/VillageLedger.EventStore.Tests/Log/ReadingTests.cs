using System.Text;
using Npgsql;
using VillageLedger.EventStore.Tests.Laws;

namespace VillageLedger.EventStore.Tests.Log;

public sealed class ReadingTests
{
    [Fact]
    public async Task A_stream_is_read_to_a_version_and_as_known_at_a_position()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        foreach (var (stream, version) in new[] { ("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2) }) await engine.AppendAsync(Write.One(stream, version));

        (await VersionsAsync(null, null)).ShouldBe([1L, 2L, 3L]);
        (await VersionsAsync(2, null)).ShouldBe([1L, 2L]);
        (await VersionsAsync(0, null)).ShouldBeEmpty();
        (await VersionsAsync(null, 4)).ShouldBe([1L, 2L]);
        (await VersionsAsync(null, 0)).ShouldBeEmpty();
        (await VersionsAsync(1, 4)).ShouldBe([1L]);
        (await engine.Log.ReadStreamsAsync(new Dictionary<string, long> { ["b"] = 1, ["a"] = 2, ["none"] = 0 })).Select(fact => (fact.Stream, fact.Version)).ShouldBe([("a", 3L), ("b", 2L)]);
        (await engine.Log.ReadAllAsync(1, 3).ToListAsync()).Select(fact => fact.Position).ShouldBe([2L, 3L]);
        (await engine.Log.ReadAtAsync([5, 2, 9])).Select(fact => fact.Position).ShouldBe([2L, 5L]);

        async Task<IEnumerable<long>> VersionsAsync(long? version, long? position) => (await engine.Log.ReadStreamAsync("a", version, position)).Select(fact => fact.Version);
    }

    [Fact]
    public async Task Every_fact_carries_who_by_which_request_and_program()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        const string id = "id \"quoted\" \\ 中";
        await engine.AppendAsync(new([Write.Fact("a", id)], new Dictionary<string, long> { ["a"] = 0 }, [Write.Request(id)]));

        var headers = (await engine.Log.ReadStreamAsync("a")).Single().Headers;

        System.Text.Json.Nodes.JsonNode.Parse(headers.Span)!.AsObject().Select(pair => (pair.Key, (string)pair.Value!)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ShouldBe([("by", "accountant-1"), ("program", "tests 1"), ("requestId", id)]);
    }

    [Fact]
    public async Task An_instant_names_the_end_of_an_append()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        var ends = new List<AppendResult.Done>();
        for (var i = 0; i < 20; i++)
        {
            ends.Add((AppendResult.Done)await engine.AppendAsync(Write.Across(Write.NewId(), $"a/{i}", $"b/{i}", $"c/{i}")));
            await Task.Delay(2);
        }

        foreach (var end in ends)
        {
            (await engine.Log.AsOfAsync(end.RecordedAt)).ShouldBe(new LogMoment(end.Last, end.RecordedAt));
            (await engine.Log.AsOfAsync(end.RecordedAt.AddMicroseconds(1))).Position.ShouldBe(end.Last);
            (await engine.Log.AsOfAsync(end.RecordedAt.AddMicroseconds(-1))).Position.ShouldBe(end.First - 1);
            for (var position = end.First; position <= end.Last; position++) (await engine.Log.AppendEndAsync(position)).ShouldBe(end.Last);
            (await engine.Log.AtPositionAsync(end.First + 1)).ShouldBe(new LogMoment(end.First + 1, end.RecordedAt));
        }

        (await engine.Log.AsOfAsync(DateTimeOffset.MinValue)).ShouldBe(new LogMoment(0, null));
        (await engine.Log.AsOfAsync(DateTimeOffset.MaxValue)).Position.ShouldBe(ends[^1].Last);
        (await engine.Log.AtPositionAsync(ends[^1].Last + 1)).ShouldBeNull();
        (await engine.Log.AtPositionAsync(-1)).ShouldBeNull();
    }

    [Fact]
    public async Task Gaps_that_a_foreign_writer_left_are_borne()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using (var foreign = NpgsqlDataSource.Create(engine.Connection))
            await foreign.CreateCommand(
                """
                insert into ledger.mt_streams (id, version) values ('foreign', 2);
                insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp) values
                    (3, gen_random_uuid(), 'foreign', 1, '{}', 'tombstone', now() - interval '2 hours'), (7, gen_random_uuid(), 'foreign', 2, '{}', 'x', now() - interval '1 hour')
                """).ExecuteNonQueryAsync();

        (await engine.AppendAsync(Write.One("a", 0))).ShouldBeOfType<AppendResult.Done>().First.ShouldBe(8);

        (await engine.ReadAllAsync(0)).Select(fact => fact.Position).ShouldBe([3L, 7L, 8L]);
        (await engine.Log.AsOfAsync(DateTimeOffset.UtcNow.AddMinutes(-90))).Position.ShouldBe(3);
        (await engine.Log.AsOfAsync(DateTimeOffset.UtcNow.AddMinutes(-30))).Position.ShouldBe(7);
        (await engine.Log.AsOfAsync(DateTimeOffset.UtcNow.AddDays(-1))).Position.ShouldBe(0);
        (await engine.Log.AppendEndAsync(7)).ShouldBe(7);
        (await engine.Log.AtPositionAsync(5)).ShouldBe(new LogMoment(5, (await engine.ReadAllAsync(0))[0].RecordedAt));
    }

    [Fact]
    public async Task A_request_is_found_and_recognised_by_its_content()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        var id = Write.NewId();
        await engine.AppendAsync(Write.One("a", 0, id, "one"));

        (await engine.Log.FindRequestAsync(id)).ShouldNotBeNull().FirstPosition.ShouldBe(1);
        (await engine.Log.FindRequestAsync("none")).ShouldBeNull();
        (await engine.Log.RecogniseAsync(id, Encoding.UTF8.GetBytes("one"))).ShouldNotBeNull().SameContent.ShouldBeTrue();
        (await engine.Log.RecogniseAsync(id, Encoding.UTF8.GetBytes("two"))).ShouldNotBeNull().SameContent.ShouldBeFalse();
        (await engine.Log.RecogniseAsync("none", default)).ShouldBeNull();
    }

    [Fact]
    public async Task No_content_of_a_request_is_in_the_database()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        const string secret = "330106199001011234";
        await engine.AppendAsync(Write.One("a", 0, "id-1", secret));
        await using var source = NpgsqlDataSource.Create(engine.Connection);
        await using var command = source.CreateCommand("select (select string_agg(r::text || encode(content, 'escape'), '') from ledger.request r), (select content from ledger.request), (select key from ledger.request_key)");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        reader.GetString(0).ShouldNotContain(secret);
        reader.GetFieldValue<byte[]>(1).ShouldNotBe(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        reader.GetFieldValue<byte[]>(1).ShouldBe(System.Security.Cryptography.HMACSHA256.HashData(reader.GetFieldValue<byte[]>(2), Encoding.UTF8.GetBytes(secret)));
    }

    [Fact]
    public async Task A_ledger_keeps_the_identity_it_was_made_with()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        await using var another = await LedgerEngine.OpenAsync();
        var identity = await engine.Log.IdentityAsync();
        identity.County.ShouldBe("330102");
        identity.Origin.ShouldNotBe(Guid.Empty);

        await using var again = await EventLog.OpenAsync(new(engine.Connection, "tests 2"));

        (await again.IdentityAsync()).ShouldBe(identity);
        await using var owner = NpgsqlDataSource.Create(engine.Connection);
        (await Should.ThrowAsync<PostgresException>(() => owner.CreateCommand("insert into ledger.identity (origin) values (gen_random_uuid())").ExecuteNonQueryAsync()))
            .SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }
}
