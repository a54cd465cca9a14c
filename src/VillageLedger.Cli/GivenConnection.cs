using Npgsql;

namespace VillageLedger.Cli;

/// <summary>A connection as a user gives it: Npgsql's form or a <c>postgresql://</c> address.</summary>
internal static class GivenConnection
{
    public static string Of(string given)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(given)) throw new FormatException("Host=…;Database=…;Username=…;Password=… | postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
            return given.StartsWith("postgresql://", StringComparison.Ordinal) || given.StartsWith("postgres://", StringComparison.Ordinal)
                ? OfAddress(given)
                : new NpgsqlConnectionStringBuilder(given).ConnectionString;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // A keyword that Npgsql does not know, or a value that it cannot read; what was given is not repeated, it may hold a password.
            throw new UsageException(fault.Message, fault);
        }
    }

    private static string OfAddress(string given)
    {
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address)) throw new FormatException("postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
        var user = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)))
            settings[string.Equals(pair[0], "sslmode", StringComparison.OrdinalIgnoreCase) ? "SSL Mode" : pair[0]] = Uri.UnescapeDataString(pair[^1]);
        return settings.ConnectionString;
    }
}
