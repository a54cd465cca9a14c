using System.Text;

namespace VillageLedger.Web;

/// <summary>Files and printed pages that the server gives out: none of them runs anything, whatever it holds.</summary>
internal static class Documents
{
    /// <summary>A document of its own, without scripts and without the rights of the page it came from.</summary>
    private const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    /// <param name="name">What it is called where it is saved.</param>
    /// <param name="isShown">Whether a browser may show it; else it saves it.</param>
    public static Task WriteAsync(HttpContext context, byte[] bytes, string type, string name, bool isShown)
    {
        SetHeaders(context, type, name, isShown);
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    public static void SetHeaders(HttpContext context, string type, string name, bool isShown)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Sandbox;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentDisposition = $"{(isShown ? "inline" : "attachment")}; filename=\"{Ascii(name)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        headers.CacheControl = "private, no-cache";
        context.Response.ContentType = type;
    }

    /// <summary>The last part of a name, without what a file system or a header takes for something else. Never empty.</summary>
    public static string NameOf(string? given)
    {
        const int Longest = 200;
        var last = (given ?? "").Replace('\\', '/').Split('/')[^1];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
            if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && !(rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal)) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format) clean.Append(rune);
        var name = clean.ToString().Trim(' ', '.');
        if (name.Length > Longest) name = name[^Longest..];
        if (name.Length > 0 && char.IsLowSurrogate(name[0])) name = name[1..];
        return name.Length == 0 ? "file" : name;
    }

    private static string Ascii(string name) => string.Concat(name.Select(c => c is > ' ' and < '\u007f' and not '"' and not '\\' and not '%' ? c : '_'));
}
