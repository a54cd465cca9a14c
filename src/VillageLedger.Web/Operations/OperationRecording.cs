namespace VillageLedger.Web;

/// <summary>Records every call of whoever is signed in, and every attempt to sign in. An answer leaves only when its row is durable: nothing is read or done that the log does not know.</summary>
internal static class OperationRecording
{
    private const int MaxKeptBody = 1024 * 1024;

    public static async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsRecorded(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var notes = new OperationNotes();
        context.Features.Set(notes);
        var at = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var said = ("", "");
        context.Response.OnStarting(() => context.RequestServices.GetRequiredService<OperationLog>().RecordAsync(OperationOf(context, notes, at, said)));
        said = OperationContent.Of(context, await BodyAsync(context).ConfigureAwait(false));
        await next(context).ConfigureAwait(false);
    }

    private static Operation OperationOf(HttpContext context, OperationNotes notes, DateTimeOffset at, (string Content, string Target) said) => new()
    {
        At = at,
        User = notes.User ?? context.Viewer()?.User.Value ?? "",
        Session = notes.Session ?? context.Session()?.Handle ?? "",
        Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
        Method = context.Request.Method,
        Action = ActionOf(context),
        Target = said.Target,
        Content = said.Content,
        Outcome = notes.Outcome ?? (context.Response.StatusCode < StatusCodes.Status400BadRequest ? "done" : "failed"),
        Status = context.Response.StatusCode,
        Position = notes.Position,
    };

    /// <summary>Everything that a signed-in user does or reads, and every attempt to sign in; not what pages ask by themselves all day, which tells nothing of anybody's books.</summary>
    private static bool IsRecorded(HttpContext context)
    {
        var path = context.Request.Path;
        if (!path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return false;
        if (SessionCookie.IsSigningIn(context)) return true;
        return context.Viewer() is not null && !Polling.Is(context.Request);
    }

    /// <summary>The JSON of a request, left in place for whoever reads it next; files are not kept here.</summary>
    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext context)
    {
        var request = context.Request;
        if (!Origins.IsWrite(request) || request.ContentLength is 0 or > MaxKeptBody || BodyLimits.TakesFile(request.Path)) return default;
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        var read = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        request.Body = new MemoryStream(bytes.GetBuffer(), 0, (int)bytes.Length, writable: false);
        return read;
    }

    private static string ActionOf(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/');
        path = path[Math.Min(path.Length, "api/".Length)..];
        return path.StartsWith("requests/", StringComparison.Ordinal) ? path["requests/".Length..]
            : path.StartsWith("reports/", StringComparison.Ordinal) ? path["reports/".Length..] : path;
    }
}
