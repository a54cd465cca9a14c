using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Which heading of a file means what, as a page says it: <c>{"交易日":"date","进账":"in"}</c>. The page keeps it for files of the same headings.</summary>
internal static class ColumnMapping
{
    /// <returns>Headings by the names of fields; null: the usual ones.</returns>
    /// <exception cref="UsageException">It has another form, or says of two headings that they mean the same.</exception>
    public static IReadOnlyDictionary<string, string>? Read(string? text, FileKind kind, Language language)
    {
        if (text is null) return null;
        var fields = FileKinds.FieldsOf(kind);
        try
        {
            var given = JsonSerializer.Deserialize<Dictionary<string, string?>>(text) ?? [];
            var said = given.Where(pair => !string.IsNullOrEmpty(pair.Value) && !string.IsNullOrWhiteSpace(pair.Key)).ToList();
            if (said.All(pair => fields.Contains(pair.Value!)) && said.DistinctBy(pair => pair.Value).Count() == said.Count) return said.ToDictionary(pair => pair.Value!, pair => pair.Key, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            // Said below, like every other form that is wrong.
        }

        throw new UsageException(Texts.Of("problem.mapping-invalid", language, ("fields", string.Join(", ", fields))));
    }
}
