using System.Text;

namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>Appends as tests write them.</summary>
internal static class Write
{
    public static string NewId() => Guid.CreateVersion7().ToString();

    public static NewFact Fact(string stream, string id, string data = """{"n":1}""", string type = "noted.1") =>
        new(stream, type, Encoding.UTF8.GetBytes(data), id, "accountant-1");

    public static NewRequest Request(string id, int firstFact = 0, int? lastFact = null, string? content = null) =>
        new(id, Encoding.UTF8.GetBytes(content ?? "content of " + id), "accountant-1", firstFact, lastFact ?? firstFact, "book/1", """{"n":1}""");

    /// <summary>One fact at the end of one stream that stands at a version.</summary>
    public static Append One(string stream, long expected, string? id = null, string? content = null, string data = """{"n":1}""", string type = "noted.1")
    {
        id ??= NewId();
        return new([Fact(stream, id, data, type)], new Dictionary<string, long> { [stream] = expected }, [Request(id, content: content)]);
    }

    /// <summary>One fact in each of several new streams.</summary>
    public static Append Across(string id, params string[] streams) => Across(id, streams.ToDictionary(stream => stream, _ => 0L));

    public static Append Across(string id, IReadOnlyDictionary<string, long> expected) =>
        new([.. expected.Keys.Select(stream => Fact(stream, id))], expected, [Request(id, 0, expected.Count - 1)]);
}
