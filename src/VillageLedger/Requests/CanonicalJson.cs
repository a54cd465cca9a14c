using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VillageLedger;

/// <summary>A request's content with keys in ordinal order, no blanks and no nulls, so that the same content is the same text.</summary>
internal static class CanonicalJson
{
    public static string Of(JsonElement json)
    {
        var text = new StringBuilder();
        Append(text, json);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var (i, member) in json.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null).OrderBy(m => m.Name, StringComparer.Ordinal).Index())
                {
                    if (i > 0) text.Append(',');
                    AppendText(text, member.Name);
                    text.Append(':');
                    Append(text, member.Value);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var (i, item) in json.EnumerateArray().Index())
                {
                    if (i > 0) text.Append(',');
                    Append(text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendText(text, json.GetString()!);
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }

    private static void AppendText(StringBuilder text, string value) => text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)).Append('"');
}
