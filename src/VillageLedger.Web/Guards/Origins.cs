namespace VillageLedger.Web;

/// <summary>Writes come from our own pages only: a browser says where a request comes from, and another site cannot make it say otherwise.</summary>
internal static class Origins
{
    public static bool IsWrite(HttpRequest request) => !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    /// <summary>What is no browser says neither; then the session's token alone must do.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"], request.Headers.Origin);
        if (site.Count > 0 && site is not ["same-origin" or "none"]) return true;
        return origin.Count > 0 && !(origin is [{ } given] && Uri.TryCreate(given, UriKind.Absolute, out var from) && from.Authority.Equals(AuthorityOf(request), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Host and port as an address shows them: without the scheme's usual port.</summary>
    private static string AuthorityOf(HttpRequest request) => Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) ? own.Authority : "";
}
