using System.Text.Json;

namespace VillageLedger.Web;

/// <summary>Small JSON that somebody sends: a password, a user, a role.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>The object in a body: its members are strings, without NUL, or booleans, each once.</summary>
    /// <exception cref="BadHttpRequestException">It is none.</exception>
    public static async Task<IReadOnlyDictionary<string, object>> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + read > MaxBytes) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
            body.Write(buffer, 0, read);
        }

        try
        {
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            var members = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
                if (member.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Number || (ValueOf(member.Value) is string text && text.Contains('\0', StringComparison.Ordinal))
                    || !members.TryAdd(member.Name, ValueOf(member.Value)))
                    throw new BadHttpRequestException("");
            return members;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException("", fault);
        }
    }

    public static string? Text(this IReadOnlyDictionary<string, object> members, string name) => members.GetValueOrDefault(name) as string;

    /// <exception cref="BadHttpRequestException">It is missing.</exception>
    public static string RequiredText(this IReadOnlyDictionary<string, object> members, string name) => members.Text(name) ?? throw new BadHttpRequestException("");

    public static bool? Flag(this IReadOnlyDictionary<string, object> members, string name) => members.GetValueOrDefault(name) as bool?;

    private static object ValueOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetBoolean();
}
