using System.Buffers;
using System.Text.Json;

namespace VillageLedger.Web;

/// <summary>Requests as they come in a body: with the name from the address, and by whoever is signed in, never by whom the body names.</summary>
internal static class RequestBody
{
    public static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }

    /// <summary>The request as it would stand in a file: with its name and who asks. What is no object is left as it is, to be refused by the reader.</summary>
    public static ReadOnlyMemory<byte> Signed(ReadOnlyMemory<byte> body, string name, UserId by)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Signed(document.RootElement, name, by) : body;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return body;
        }
    }

    /// <param name="name">Null: the object names its request itself.</param>
    /// <exception cref="InvalidOperationException">A text holds half a surrogate pair.</exception>
    public static ReadOnlyMemory<byte> Signed(JsonElement request, string? name, UserId by)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Writing))
        {
            json.WriteStartObject();
            if (name is not null) json.WriteString("request", name);
            json.WriteString("by", by.Value);
            // Whoever names himself says what is so anyway; one that names somebody else has the field twice, and is refused.
            foreach (var member in request.EnumerateObject())
                if (!(member.NameEquals("by") && member.Value.ValueKind == JsonValueKind.String && member.Value.ValueEquals(by.Value))) member.WriteTo(json);
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }
}
