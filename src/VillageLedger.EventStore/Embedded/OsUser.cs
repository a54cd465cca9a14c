namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// The operating system's user that the server runs as. PostgreSQL refuses to run as root; root hands it to an unprivileged user.
/// </summary>
/// <param name="Name">Its login name.</param>
/// <param name="Drop">The words before a command that make it run as this user; none where we are this user.</param>
internal sealed record OsUser(string Name, IReadOnlyList<string> Drop)
{
    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    // On Windows pg_ctl gives up an administrator's rights by itself.
    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <param name="known">The owner of a data directory that exists already.</param>
    public static OsUser ForServer(string? known)
    {
        if (!IsRoot)
            return new(Environment.UserName, []);
        var names = known is null ? Unprivileged : [known];
        var name = names.FirstOrDefault(n => PasswordEntries().Any(e => e.StartsWith(n + ":", StringComparison.Ordinal)))
            ?? throw new PostgresStartException($"root needs an unprivileged user: {string.Join(", ", names)}");
        return new(name, DropTo(name));
    }

    public IReadOnlyList<string> Words(params IEnumerable<string> command) => [.. Drop, .. command];

    /// <summary>Makes a folder that only this user may enter.</summary>
    public async Task MakeOwnFolderAsync(string path, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Drop.Count > 0)
            await Command.RunAsync(["chown", Name, path], ct);
    }

    /// <summary>Whether this user gets into the folder; a parent of mode 0700 may stand in the way.</summary>
    public async Task<bool> CanEnterAsync(string path, CancellationToken ct)
    {
        if (Drop.Count == 0)
            return true;
        // The answer is a word, not a status: failing to become the user is trouble, not a closed folder.
        var answer = await Command.RunAsync(
            Words("/bin/sh", "-c", "if test -x \"$1\"; then echo open; else echo closed; fi", "sh", path), ct);
        return answer.Trim() == "open";
    }

    private static string[] PasswordEntries() => File.Exists("/etc/passwd") ? File.ReadAllLines("/etc/passwd") : [];

    private static string[] DropTo(string name)
    {
        if (SearchPath.Find("setpriv") is { } setpriv && PrimaryGroup(name) is { } group)
            return [setpriv, "--reuid", name, "--regid", group, "--init-groups", "--inh-caps=-all", "--"];
        if (SearchPath.Find("runuser") is { } runuser)
            return [runuser, "-u", name, "--"];
        return ["su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"];
    }

    private static string? PrimaryGroup(string name) =>
        PasswordEntries().Select(e => e.Split(':')).FirstOrDefault(e => e[0] == name && e.Length > 3)?[3];
}
