using System.Globalization;
using System.Runtime.InteropServices;

namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// A server outlives its starter and must hold nothing that the starter was given: a build lock or a caller's pipe on some high
/// descriptor would stay open with it, and the caller would wait for ever. .NET closes what it opened itself, not what it inherited.
/// </summary>
internal static class Descriptors
{
    private const int SetDescriptorFlags = 2; // F_SETFD
    private const int CloseOnExec = 1; // FD_CLOEXEC
    private const int HighestStandard = 2;

    /// <summary>Marks everything but standard input, output and error as not for children.</summary>
    public static void KeepFromChildren()
    {
        // Elsewhere /dev/fd differs, and Windows has its own way (see Command).
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var entry in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(entry), NumberStyles.None, null, out var descriptor) && descriptor > HighestStandard)
                _ = Control(descriptor, SetDescriptorFlags, CloseOnExec);
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command, int argument);
}
