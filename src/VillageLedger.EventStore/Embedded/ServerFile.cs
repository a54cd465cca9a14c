using System.Security.Cryptography;

namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// What a home remembers of its server, with the passwords, readable by its owner alone (mode 0600). Lines of <c>key=value</c>,
/// not JSON: every command reads this file, and a JSON reader costs a cold start ten times as much as the file.
/// </summary>
/// <param name="Home">The folder that holds the file.</param>
/// <param name="Place">
/// The folder of data and programs; "postgres" in the home, or an absolute path where the server's user cannot enter the home.
/// </param>
/// <param name="Port">The loopback port, kept over restarts so that saved addresses stay right.</param>
/// <param name="Owner">Who made the home; root's later writes must leave the file readable for him.</param>
/// <param name="ServerUser">The operating system's user that owns the data directory.</param>
/// <param name="Programs">The folder of the server programs used last.</param>
/// <param name="RolesMade">Whether roles and database stand; false after a first start that was cut short.</param>
/// <param name="Passwords">By role: "superuser", "owner", "writer", "projector", "reader".</param>
internal sealed record ServerFile(
    string Home,
    string Place,
    int Port,
    string Owner,
    string ServerUser,
    string Programs,
    bool RolesMade,
    IReadOnlyDictionary<string, string> Passwords)
{
    public const string Superuser = "superuser";
    public static readonly string[] Roles = ["owner", "writer", "projector", "reader"];
    private const string PasswordKey = "password.";

    /// <summary>Absolute folder of data and programs; a path inside the home moves with it.</summary>
    public string Folder => Path.Combine(Home, Place);

    public string Data => Path.Combine(Folder, "data");

    public static ServerFile New(string home, string place, string serverUser) =>
        new(home, place, FreePort.Next(), Environment.UserName, serverUser, "", false,
            Roles.Prepend(Superuser).ToDictionary(role => role, _ => RandomNumberGenerator.GetHexString(32, lowercase: true)));

    /// <summary>Null where no server was ever prepared in this home.</summary>
    public static ServerFile? Read(string home)
    {
        var path = PathIn(home);
        if (!File.Exists(path))
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadAllLines(path))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
                values[line[..at]] = line[(at + 1)..];
        }
        try
        {
            return new ServerFile(home, values["place"], int.Parse(values["port"], null), values["owner"], values["user"],
                values["programs"], values["roles"] == "made",
                Roles.Prepend(Superuser).ToDictionary(role => role, role => values[PasswordKey + role]));
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException)
        {
            throw new PostgresStartException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Replaces the file in one step: readers see the old or the new one, never half of it.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        var path = PathIn(Home);
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(draft, options))
        {
            foreach (var line in Lines())
                await writer.WriteLineAsync(line.AsMemory(), ct);
        }
        if (OsUser.IsRoot && Owner != Environment.UserName)
            await Command.RunAsync(["chown", Owner, draft], ct);
        File.Move(draft, path, overwrite: true);
    }

    private static string PathIn(string home) => Path.Combine(home, "postgres.server");

    private IEnumerable<string> Lines()
    {
        yield return $"place={Place}";
        yield return FormattableString.Invariant($"port={Port}");
        yield return $"owner={Owner}";
        yield return $"user={ServerUser}";
        yield return $"programs={Programs}";
        yield return $"roles={(RolesMade ? "made" : "missing")}";
        foreach (var (role, password) in Passwords)
            yield return $"{PasswordKey}{role}={password}";
    }
}
