namespace VillageLedger.Cli;

/// <summary>A file that is there whole or not at all: it is written beside its place and takes it when it is complete.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file; one that exists is replaced when the new one is complete, and stays as it is when the writing fails or is cancelled.</summary>
    /// <exception cref="IOException">No space, no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to, or the name is a folder's.</exception>
    public static async Task WriteAsync(string path, Func<FileStream, Task> write, CancellationToken cancellation)
    {
        // Through a link, what it points to is replaced and not the link.
        var target = Path.GetFullPath(new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName);
        if (Directory.Exists(target)) throw new UnauthorizedAccessException(target);
        // The hidden name beside it would be told otherwise.
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new DirectoryNotFoundException(Path.GetDirectoryName(target));
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.part");
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16))
            {
                await write(file).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
