using Npgsql;

namespace VillageLedger.EventStore.Embedded;

/// <summary>What happens once in the life of a home: the data directory, then the roles and the database.</summary>
internal static class FirstStart
{
    // For the small machine a village or township has: two cores, 4 GB, an SSD. synchronous_commit and fsync stay on.
    private const string Settings = """

        # VillageLedger's choices; ALTER SYSTEM and lines below these come before them.
        shared_buffers = 256MB
        effective_cache_size = 1GB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        max_connections = 100
        max_wal_size = 2GB
        wal_compression = on
        random_page_cost = 1.1
        jit = off
        log_checkpoints = off
        timezone = 'UTC'
        log_timezone = 'UTC'

        """;

    /// <summary>
    /// Made under another name and renamed when whole: an initdb that was killed leaves nothing that looks like a data directory.
    /// Locale C orders text the same on every machine and every build of PostgreSQL.
    /// </summary>
    public static async Task MakeDataAsync(ServerFile server, ServerPrograms programs, OsUser user, bool fsync, CancellationToken ct)
    {
        var draft = server.Data + ".new";
        var secret = Path.Combine(server.Folder, "password");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        await user.MakeOwnFolderAsync(draft, ct);
        await WriteSecretAsync(secret, server.Passwords[ServerFile.Superuser], user, ct);
        try
        {
            await Command.RunAsync(
                user.Words([programs.Path("initdb"), "--username=postgres", "--auth=scram-sha-256", $"--pwfile={secret}",
                    "--encoding=UTF8", "--locale=C", .. fsync ? Array.Empty<string>() : ["--no-sync"], "-D", draft]), ct);
        }
        finally
        {
            File.Delete(secret);
        }
        await File.AppendAllTextAsync(Path.Combine(draft, "postgresql.conf"), Settings, ct);
        Directory.Move(draft, server.Data);
    }

    /// <summary>May be run again after a first start that was cut short.</summary>
    public static async Task MakeRolesAsync(string superuserConnection, ServerFile server, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(superuserConnection + ";Pooling=false");
        await connection.OpenAsync(ct);
        foreach (var role in ServerFile.Roles)
        {
            var verb = await ExistsAsync(connection, $"pg_roles where rolname = 'ledger_{role}'", ct) ? "alter" : "create";
            await ExecuteAsync(connection, $"{verb} role ledger_{role} login password '{server.Passwords[role]}'", ct);
        }
        if (!await ExistsAsync(connection, "pg_database where datname = 'ledger'", ct))
            await ExecuteAsync(connection, "create database ledger owner ledger_owner", ct);
        await ExecuteAsync(connection, "revoke all on database ledger from public", ct);
        await ExecuteAsync(connection, "grant connect, temporary on database ledger to ledger_writer, ledger_projector, ledger_reader", ct);
    }

    private static async Task WriteSecretAsync(string path, string secret, OsUser user, CancellationToken ct)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(path, options))
            await writer.WriteLineAsync(secret.AsMemory(), ct);
        if (user.Drop.Count > 0)
            await Command.RunAsync(["chown", user.Name, path], ct);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string what, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select exists (select from {what})", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
