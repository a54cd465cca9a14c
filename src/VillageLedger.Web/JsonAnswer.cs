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

    public static async Task JsonAsync<T>(this HttpContext context, T answer, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        // What may be seen changes with the session.
        context.Response.Headers.CacheControl = "private, no-cache";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, Options);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
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
