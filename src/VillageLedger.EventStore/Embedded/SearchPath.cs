namespace VillageLedger.EventStore.Embedded;

/// <summary>Programs on PATH, and where root's programs lie when PATH is a plain user's.</summary>
internal static class SearchPath
{
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(OperatingSystem.IsWindows() ? [] : ["/usr/sbin", "/sbin"])
            .Distinct();

    public static string? Find(string program) =>
        Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
