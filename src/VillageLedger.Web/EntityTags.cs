namespace VillageLedger.Web;

/// <summary>What an answer is known by, so that it is not sent twice.</summary>
internal static class EntityTags
{
    /// <summary>Whether who asks has it already.</summary>
    public static bool IsKnown(HttpContext context, string tag) =>
        context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Tag == tag);
}
