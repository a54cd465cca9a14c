namespace VillageLedger.Web;

/// <summary>Who may what, by role: the one place where it is decided.</summary>
internal static class Access
{
    /// <summary>Whether any of the viewer's roles may ask this at all.</summary>
    public static bool MayAsk(Viewer viewer, string request) => viewer.Grants.Count > 0;

    /// <summary>Whether any of the viewer's roles may read this report at all.</summary>
    public static bool MayRead(Viewer viewer, string report) => viewer.Grants.Count > 0;
}
