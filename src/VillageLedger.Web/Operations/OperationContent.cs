using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VillageLedger.Web;

/// <summary>What a call asked, as the operation log may keep it: options and fields without anything that names a person or lets somebody in.</summary>
internal static partial class OperationContent
{
    /// <summary>Never kept, wherever they stand: names (of persons as of others), numbers of persons, what is searched for, secrets.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "identityNumber", "bankAccount", "phone", "file", "q", "password", "old", "new", "code", "secret", "token",
    };

    /// <summary>The option of reports and of this log by which words are searched for: they may be somebody's name.</summary>
    private const string Searched = "text";

    /// <summary>Whether a field is never kept.</summary>
    public static bool LeavesOut(string field) => Left.Contains(field);

    /// <summary>Fields and options that name what a call is about, the nearest first.</summary>
    private static readonly string[] Targets =
    [
        "voucher", "claim", "question", "book", "owner", "village", "venture", "company", "payer", "holder", "shareholder", "contract", "asset", "dividend", "allocation", "user", "party", "place",
    ];

    /// <summary>The options and the body of a call as one JSON object, and what it is about.</summary>
    public static (string Content, string Target) Of(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var fields = new List<(string Name, string Value)>();
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Writing))
        {
            json.WriteStartObject();
            foreach (var (name, values) in context.Request.Query.Where(one => one.Key is not ("lang" or Searched) && !Left.Contains(one.Key)))
                foreach (var value in values.OfType<string>())
                {
                    json.WriteString(Masked(name), Masked(value));
                    fields.Add((name, value));
                }

            Body(json, fields, context, body);
            json.WriteEndObject();
        }

        var text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        return (text == "{}" ? "" : text, Masked(TargetOf(context, fields)));
    }

    private static void Body(Utf8JsonWriter json, List<(string Name, string Value)> fields, HttpContext context, ReadOnlyMemory<byte> body)
    {
        // Nothing that is typed to sign in, or to prove who one is, is kept.
        if (body.IsEmpty || context.Request.Path.StartsWithSegments("/api/session", StringComparison.Ordinal)) return;
        if (Parsed(body) is not { } document)
        {
            json.WriteBoolean("isUnreadable", true);
            return;
        }

        using (document)
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.String) fields.Add((member.Name, member.Value.GetString()!));
                Member(json, member);
            }
    }

    /// <summary>An object without half characters; null where it is none.</summary>
    private static JsonDocument? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            // Text with half of a pair of surrogates is found by reading it.
            if (document.RootElement.ValueKind == JsonValueKind.Object && IsReadable(document.RootElement)) return document;
            document.Dispose();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Refused by whoever reads it next.
        }

        return null;
    }

    private static bool IsReadable(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsReadable(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(IsReadable),
        JsonValueKind.String => value.GetString() is not null,
        _ => true,
    };

    private static void Member(Utf8JsonWriter json, JsonProperty member)
    {
        if (Left.Contains(member.Name)) return;
        json.WritePropertyName(Masked(member.Name));
        Value(json, member.Value);
    }

    private static void Value(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject()) Member(json, member);
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var one in value.EnumerateArray()) Value(json, one);
                json.WriteEndArray();
                break;
            case JsonValueKind.String: json.WriteStringValue(Masked(value.GetString()!)); break;
            case JsonValueKind.Number when value.GetRawText().Length > 16: json.WriteStringValue("…"); break;
            default: value.WriteTo(json); break;
        }
    }

    private static string TargetOf(HttpContext context, List<(string Name, string Value)> fields)
    {
        var route = context.Request.RouteValues;
        if (route.GetValueOrDefault("id") is string id) return route.GetValueOrDefault("kind") is string kind ? $"{kind}/{id}" : id;
        foreach (var target in Targets)
            if (fields.Find(field => field.Name == target) is { Value.Length: > 0 } field) return field.Value;
        return "";
    }

    /// <summary>Without numbers of identity cards, bank accounts and telephones.</summary>
    private static string Masked(string text) => PersonalNumber().Replace(text, "…");

    [GeneratedRegex(@"\d{13,}[\dXx]?|(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex PersonalNumber();
}
