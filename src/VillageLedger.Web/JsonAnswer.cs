using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VillageLedger.Web;

/// <summary>Answers in JSON: names in camel case, nothing that is null.</summary>
internal static class JsonAnswer
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How every text of JSON is written that is not made of an object at once.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task JsonAsync<T>(this HttpContext context, T answer, int status = StatusCodes.Status200OK) =>
        // What may be seen changes with the session.
        SendAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer, Options), status, "private, no-cache");

    /// <summary>An answer that is written word for word and kept by nobody: who is signed in, users, what they did.</summary>
    public static Task JsonAsync(this HttpContext context, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) => SendAsync(context, BytesOf(write), status, "no-store");

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> json, int status, string caching, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = caching;
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
    }

    public static ReadOnlyMemory<byte> BytesOf(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Writing)) write(json);
        return bytes.WrittenMemory;
    }

    public static void Objects<T>(this Utf8JsonWriter json, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string? Query(this HttpContext context, string name) => context.Request.Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    /// <exception cref="UsageException">It is missing.</exception>
    public static string Needed(this HttpContext context, string name) => context.Query(name) ?? throw new UsageException(Texts.Of("problem.query-missing", context.Language(), ("name", name)));

    public static bool Flag(this HttpContext context, string name) => context.Query(name) == "true";

    /// <exception cref="UsageException">It is no whole number within the bounds.</exception>
    public static long? Whole(this HttpContext context, string name, long min, long max)
    {
        if (context.Query(name) is not { } text) return null;
        return long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number : throw new UsageException(Texts.Of("problem.query-invalid", context.Language(), ("name", name), ("value", text)));
    }

    /// <summary>A value of a query that has its own form: an owner, a month.</summary>
    /// <exception cref="UsageException">It has another.</exception>
    public static T? Value<T>(this HttpContext context, string name)
        where T : struct, IText<T>
    {
        if (context.Query(name) is not { } text) return null;
        return T.TryParse(text, out var value) ? value : throw new UsageException(Texts.Of("problem.query-invalid", context.Language(), ("name", name), ("value", text)));
    }
}
