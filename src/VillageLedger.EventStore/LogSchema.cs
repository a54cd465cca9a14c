using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>Thrown when a database was made by a newer program: this one might misread it.</summary>
public sealed class NewerDatabaseException : Exception
{
    public NewerDatabaseException(int found, int known)
        : base($"The database has schema {found}; this program knows {known}. Use the newer program.") => (Found, Known) = (found, known);

    public NewerDatabaseException()
    {
    }

    public NewerDatabaseException(string message)
        : base(message)
    {
    }

    public NewerDatabaseException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public int Found { get; }

    public int Known { get; }
}

/// <summary>Makes and upgrades the tables of the log by numbered scripts (<c>Schema/*.sql</c>), each applied once, in order, in one transaction.</summary>
public static class LogSchema
{
    private const long UpgradeLock = 0x56_4c_73_63_68_65_6d_61;

    private static readonly IReadOnlyList<(int Number, string Resource)> Scripts =
    [
        .. typeof(LogSchema).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan("schema/".Length, 3), CultureInfo.InvariantCulture), name)).Order(),
    ];

    /// <summary>The newest schema that this program knows.</summary>
    public static int Known => Scripts[^1].Number;

    /// <summary>Brings a database to <see cref="Known"/>; does nothing but look where it is there already.</summary>
    /// <exception cref="NewerDatabaseException">The database is ahead of this program.</exception>
    public static async Task UpgradeAsync(string connection, string? county, CancellationToken cancellation = default)
    {
        // No time-out: another program's upgrade is waited for, however much it has to do.
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, Enlist = false, CommandTimeout = 0, Options = "-c client_min_messages=warning" };
        await using var source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            await UpgradeAsync(session, county, cancellation).ConfigureAwait(false);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MissingRightsException(await LoginAsync(session, cancellation).ConfigureAwait(false), fault);
        }
    }

    private static async Task UpgradeAsync(NpgsqlConnection session, string? county, CancellationToken cancellation)
    {
        if (await FoundAsync(session, cancellation).ConfigureAwait(false) == Known) return;
        await ExecuteAsync(session, $"select pg_advisory_lock({UpgradeLock})", cancellation).ConfigureAwait(false);
        var found = await FoundAsync(session, cancellation).ConfigureAwait(false);
        if (found > Known) throw new NewerDatabaseException(found, Known);
        if (found == Known) return;
        await MakeRolesAsync(session, cancellation).ConfigureAwait(false);
        if (found == 0) await CloseOpenFunctionsAsync(session, cancellation).ConfigureAwait(false);

        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        if (found == 0)
        {
            await ExecuteAsync(session, $"create schema if not exists ledger authorization {Roles.Owner}; set local role {Roles.Owner}", cancellation).ConfigureAwait(false);
            await ExecuteAsync(session, "create table ledger.schema_script (number int primary key, applied timestamptz not null default clock_timestamp())", cancellation).ConfigureAwait(false);
        }
        else
        {
            await ExecuteAsync(session, $"set local role {Roles.Owner}", cancellation).ConfigureAwait(false);
        }

        foreach (var (number, resource) in Scripts.Where(script => script.Number > found))
        {
            using var reader = new StreamReader(typeof(LogSchema).Assembly.GetManifestResourceStream(resource)!);
            await ExecuteAsync(session, await reader.ReadToEndAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            await ExecuteAsync(session, $"insert into ledger.schema_script (number) values ({number})", cancellation).ConfigureAwait(false);
        }

        if (found == 0) await IdentifyAsync(session, county, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<int> FoundAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("select to_regclass('ledger.schema_script') is not null", session);
        if (await exists.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true) return 0;
        await using var newest = new NpgsqlCommand("select max(number) from ledger.schema_script", session);
        return (int)(await newest.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    /// <summary>Roles belong to the whole server: another ledger of the same server may have made them, perhaps at this moment.</summary>
    private static async Task MakeRolesAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        foreach (var role in Roles.All)
        {
            try
            {
                await using var known = new NpgsqlCommand("select exists (select from pg_roles where rolname = $1)", session) { Parameters = { new() { Value = role } } };
                if (await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true) await ExecuteAsync(session, $"create role {role} nologin", cancellation).ConfigureAwait(false);
            }
            catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
            {
                // Made by another ledger between the look and the making.
            }

            // From version 16 on, who makes a role is a member of it that may not take it until he grants it to himself.
            await using var member = new NpgsqlCommand(
                "select pg_has_role($1, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)", session) { Parameters = { new() { Value = role } } };
            if (await member.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true) await ExecuteAsync(session, $"grant {role} to current_user", cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<string> LoginAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("rollback; select session_user::text", session);
        return (string)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    /// <summary>
    /// Advisory locks and large objects are open to every login by default: a reader could hold the writer's lock for ever, or fill the disk. Only a
    /// superuser may close them; another login leaves them as they are.
    /// </summary>
    private static Task CloseOpenFunctionsAsync(NpgsqlConnection session, CancellationToken cancellation) => ExecuteAsync(
        session,
        $"""
        do $$ declare f regprocedure; begin
            if (select rolsuper from pg_roles where rolname = current_user) then
                for f in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(pg_(try_)?advisory_|lo_)' loop
                    execute format('revoke execute on function %s from public', f);
                    execute format('grant execute on function %s to {Roles.Owner}, {Roles.Writer}, {Roles.Projector}', f);
                end loop;
            end if;
        end $$
        """,
        cancellation);

    private static async Task IdentifyAsync(NpgsqlConnection session, string? county, CancellationToken cancellation)
    {
        await using var identity = new NpgsqlCommand("insert into ledger.identity (origin, county) values ($1, $2)", session)
        {
            Parameters = { new() { Value = Guid.NewGuid() }, new() { Value = (object?)county ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } },
        };
        await identity.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        await using var key = new NpgsqlCommand("insert into ledger.request_key (key) values ($1)", session) { Parameters = { new() { Value = RandomNumberGenerator.GetBytes(32) } } };
        await key.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Only scripts and names of this program reach this.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
