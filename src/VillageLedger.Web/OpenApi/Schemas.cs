using System.Text.Json.Nodes;

namespace VillageLedger.Web;

/// <summary>Schemas of the description, from the short words of its tables and from the rows of <c>docs</c>.</summary>
internal static class Schemas
{
    /// <summary><c>string</c>, <c>integer</c>, <c>month</c>, <c>a|b</c>, <c>Owner[]</c> …</summary>
    public static JsonObject OfWord(string type)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal)) return new() { ["type"] = "array", ["items"] = OfWord(type[..^2]) };
        if (type.Contains('|', StringComparison.Ordinal)) return new() { ["type"] = "string", ["enum"] = new JsonArray([.. type.Split('|').Select(word => (JsonNode)word)]) };
        return type switch
        {
            "string" => new() { ["type"] = "string" },
            "integer" => Integer(),
            "boolean" => new() { ["type"] = "boolean" },
            "month" => new() { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{2}$", ["example"] = "2025-06" },
            "date" => new() { ["type"] = "string", ["format"] = "date", ["example"] = "2025-06-30" },
            "owner" => new() { ["type"] = "string", ["pattern"] = "^(village|company|venture)/[A-Za-z0-9._:-]{1,64}$", ["example"] = "village/330110112201" },
            "file" => new() { ["type"] = "string", ["format"] = "binary" },
            "any" => [],
            _ when char.IsAsciiLetterUpper(type[0]) => new() { ["$ref"] = "#/components/schemas/" + type },
            _ => throw new InvalidOperationException($"There is no type '{type}'."),
        };
    }

    /// <summary>An object of words <c>name:type</c> and <c>name?:type</c>.</summary>
    public static JsonObject OfWords(string words)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, type, isOptional) in Named(words))
        {
            properties[name] = OfWord(type);
            if (!isOptional) required.Add(name);
        }

        return new() { ["type"] = "object", ["required"] = required, ["properties"] = properties };
    }

    public static IEnumerable<(string Name, string Type, bool IsOptional)> Named(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var isOptional = word[colon - 1] == '?';
        return (word[..(isOptional ? colon - 1 : colon)], word[(colon + 1)..], isOptional);
    });

    /// <summary>A request's body: its fields as the page lists them, their JSON kinds as the example has them.</summary>
    public static JsonObject OfRequest(DescribedSection section, string name)
    {
        var example = section.Examples.OfType<JsonObject>().FirstOrDefault(one => (string?)one["request"] == name);
        var schema = OfObject(section.Rows, "", example);
        var properties = schema["properties"]!.AsObject();
        properties.Insert(0, "id", new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9._:-]{1,64}$", ["description"] = "Chosen by the caller, unique in the ledger; the same id with the same content is carried out once." });
        schema["required"]!.AsArray().Insert(0, "id");
        if (example?.DeepClone() is JsonObject shown)
        {
            shown.Remove("request");
            shown.Remove("by");
            schema["example"] = shown;
        }

        return schema;
    }

    /// <param name="prefix"><c>lines[].</c>, or empty.</param>
    private static JsonObject OfObject(IReadOnlyList<DescribedRow> rows, string prefix, JsonObject? example)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var row in rows)
        {
            var path = row.Name.Replace("?", "", StringComparison.Ordinal);
            if (!path.StartsWith(prefix, StringComparison.Ordinal) || path[prefix.Length..] is not { Length: > 0 } own || own.Contains('.', StringComparison.Ordinal)) continue;
            var name = own.Replace("[]", "", StringComparison.Ordinal);
            if (properties.ContainsKey(name)) continue;
            properties[name] = OfField(rows, prefix + name, row, example?[name]);
            if (!row.Name.EndsWith('?')) required.Add(name);
        }

        return new() { ["type"] = "object", ["required"] = required, ["properties"] = properties };
    }

    private static JsonObject OfField(IReadOnlyList<DescribedRow> rows, string path, DescribedRow row, JsonNode? example)
    {
        var schema = example switch
        {
            JsonArray list => new() { ["type"] = "array", ["items"] = ItemOf(rows, path, row, ExampleOf(list)) },
            JsonObject one when HasChildren(rows, path + ".") => OfObject(rows, path + ".", one),
            JsonObject => new() { ["type"] = "object" },
            JsonValue value => OfValue(row, value),
            _ => row.Value.StartsWith("list", StringComparison.Ordinal) ? new() { ["type"] = "array", ["items"] = ItemOf(rows, path, row, null) } : OfValue(row, null),
        };
        var description = string.Join("; ", new[] { row.Value, row.Meaning }.Where(text => text.Length > 0));
        if (description.Length > 0) schema["description"] = description;
        return schema;
    }

    private static JsonObject ItemOf(IReadOnlyList<DescribedRow> rows, string path, DescribedRow row, JsonNode? first) => first switch
    {
        JsonObject one when HasChildren(rows, path + "[].") => OfObject(rows, path + "[].", one),
        null when HasChildren(rows, path + "[].") => OfObject(rows, path + "[].", null),
        JsonObject or null => [],
        JsonValue value => OfValue(row with { Value = "" }, value),
        _ => [],
    };

    /// <summary>One item with every member that any of them has: a line of a voucher has one of the sides.</summary>
    private static JsonNode? ExampleOf(JsonArray list)
    {
        if (list.Count == 0 || list[0] is not JsonObject) return list.Count == 0 ? null : list[0];
        var all = new JsonObject();
        foreach (var (name, value) in list.OfType<JsonObject>().SelectMany(item => item))
            if (!all.ContainsKey(name)) all[name] = value?.DeepClone();
        return all;
    }

    private static bool HasChildren(IReadOnlyList<DescribedRow> rows, string prefix) => rows.Any(row => row.Name.Replace("?", "", StringComparison.Ordinal).StartsWith(prefix, StringComparison.Ordinal));

    private static JsonObject OfValue(DescribedRow row, JsonValue? value) => value?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Number => Integer(),
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => new() { ["type"] = "boolean" },
        _ => row.Value switch
        {
            "date" => OfWord("date"),
            "month" => OfWord("month"),
            "owner" => OfWord("owner"),
            "true" => OfWord("boolean"),
            var said when value is null && IsNumber(said) => Integer(),
            _ => OfWord("string"),
        },
    };

    /// <summary>Whether a kind of value that no example shows is a number: <c>whole fen, more than 0</c>, <c>0 or more</c>, <c>1 to 1,200</c>.</summary>
    private static bool IsNumber(string said) => said.StartsWith("whole", StringComparison.Ordinal) || said is "amount" or "fen" or "number" or "ppm" or "rate" or "year" || (said.Length > 0 && char.IsAsciiDigit(said[0]) && !said.Contains("digits", StringComparison.Ordinal)
        && !said.Contains("characters", StringComparison.Ordinal) && !said.Contains("letters", StringComparison.Ordinal));

    /// <summary>No whole number of the ledger lies beyond what JavaScript keeps exactly.</summary>
    private static JsonObject Integer() => new() { ["type"] = "integer", ["format"] = "int64", ["minimum"] = -EventStore.Limits.WholeNumber, ["maximum"] = EventStore.Limits.WholeNumber };
}
