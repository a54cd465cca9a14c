using System.Text;
using System.Text.Json.Nodes;

namespace VillageLedger.Tests;

/// <summary>A fact as it lies in the store: where, under which name, as which JSON.</summary>
internal sealed record Stored(string Stream, string Name, string Json)
{
    public static Stored Of(string stream, Fact fact) => new(stream, FactTypes.NameOf(fact), Encoding.UTF8.GetString(FactTypes.Write(fact)));

    /// <summary>Same stream, same name, same fields with the same values; the order of fields says nothing.</summary>
    public bool IsSameAs(Stored other) => Stream == other.Stream && Name == other.Name && JsonNode.DeepEquals(JsonNode.Parse(Json), JsonNode.Parse(other.Json));

    public override string ToString() => $"{Stream} {Name} {JsonNode.Parse(Json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}";
}
