using System.Security.Cryptography;

namespace VillageLedger.EventStore.Embedded;

/// <summary>Chooses where a new home's server keeps its data: in the home, or where its user can get in.</summary>
internal static class ServerFolder
{
    private const string InHome = "postgres";
    private const string Elsewhere = "/var/lib/villageledger";
    private const UnixFileMode Passable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode PassableForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | Passable;

    public static async Task<string> ChooseAsync(string home, OsUser user, Action<string>? progress, CancellationToken ct)
    {
        if (user.Drop.Count > 0 && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(home, File.GetUnixFileMode(home) | Passable);
        Make(Path.Combine(home, InHome));
        if (await user.CanEnterAsync(Path.Combine(home, InHome), ct))
            return InHome;
        Directory.Delete(Path.Combine(home, InHome));
        var place = Path.Combine(Elsewhere, RandomNumberGenerator.GetHexString(12, lowercase: true));
        Make(Elsewhere);
        Make(place);
        progress?.Invoke($"用户 {user.Name} 进不了 {home}，数据放在 {place} / "
            + $"User {user.Name} cannot enter {home}: the data goes to {place}");
        return place;
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, PassableForAll);
    }
}
