namespace VillageLedger.Web;

/// <summary>What pages ask by themselves while nobody sits before them: who is there, how far the log, its read models and one's own jobs are, that something was recorded. None of it tells what.</summary>
internal static class Polling
{
    private static readonly HashSet<string> Paths = new(StringComparer.OrdinalIgnoreCase) { "/api/session", "/api/now", "/api/jobs", "/api/events", "/api/projections" };

    public static bool Is(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Path.Value is { } path && Paths.Contains(path);
}
