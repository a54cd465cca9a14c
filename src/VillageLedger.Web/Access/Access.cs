namespace VillageLedger.Web;

/// <summary>Who may what, by role: the one place where it is decided. Where, says <see cref="Scope"/>.</summary>
internal static class Access
{
    /// <summary>Whether any of the viewer's roles may ask this at all.</summary>
    public static bool MayAsk(Viewer viewer, string request) => AccessRules.Requests.TryGetValue(request, out var rule) && viewer.Grants.Any(grant => rule.Roles.Contains(grant.Role));

    /// <summary>Whether any of the viewer's roles may read this report at all.</summary>
    public static bool MayRead(Viewer viewer, string report) => AccessRules.Reports.TryGetValue(report, out var rule) && viewer.Grants.Any(grant => rule.Roles.Contains(grant.Role));
}
