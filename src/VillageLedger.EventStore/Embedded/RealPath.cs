namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// One home may be named by several paths (links, relative). The server's own path is compared with ours to tell whether it is
/// the server of this home, so both must be spelled alike.
/// </summary>
internal static class RealPath
{
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
            return full;
        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        var target = new DirectoryInfo(here) is { Exists: true, LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)
            : null;
        return target is null ? here : Of(target.FullName);
    }
}
