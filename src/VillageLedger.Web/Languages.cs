namespace VillageLedger.Web;

/// <summary>In which language an answer is written.</summary>
internal static class Languages
{
    /// <summary><c>?lang=zh|en</c>, else the first of these that the browser names, else Chinese.</summary>
    public static Language Language(this HttpContext context)
    {
        if (context.Request.Query.TryGetValue("lang", out var asked)) return asked == "en" ? VillageLedger.Language.English : VillageLedger.Language.Chinese;
        foreach (var named in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1))
        {
            if (named.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) break;
            if (named.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return VillageLedger.Language.English;
        }

        return VillageLedger.Language.Chinese;
    }
}
