using Npgsql;
using VillageLedger.EventStore.Tests.Laws;
using VillageLedger.Support;

namespace VillageLedger.EventStore.Tests.Schema;

public sealed class UpgradeTests
{
    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        var connection = await LedgerEngine.NewDatabaseAsync();
        await ExecuteAsync(connection, "insert into ledger.schema_script (number) values (999)");

        var refused = await Should.ThrowAsync<NewerDatabaseException>(() => LedgerEngine.OpenAsync(connection));

        (refused.Found, refused.Known).ShouldBe((999, LogSchema.Known));
    }

    [Fact]
    public async Task Programs_that_make_a_ledger_at_once_make_one()
    {
        var connection = await PostgresServer.NewDatabaseAsync();

        var logs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LedgerEngine.OpenAsync(connection))));

        var origins = new HashSet<Guid>();
        foreach (var log in logs)
        {
            origins.Add((await log.Log.IdentityAsync()).Origin);
            (await log.AppendAsync(Write.One(Write.NewId(), 0))).ShouldBeOfType<AppendResult.Done>();
            await log.DisposeAsync();
        }

        origins.ShouldHaveSingleItem();
        (await ScalarAsync(connection, "select count(*) || ' ' || max(number) from ledger.schema_script")).ShouldBe($"{LogSchema.Known} {LogSchema.Known}");
    }

    [Fact]
    public async Task Ledgers_made_at_once_on_a_server_without_roles_share_them()
    {
        await using var server = await PrivatePostgres.StartAsync(fsync: false);
        var admin = server.ConnectionString("postgres");
        await ExecuteAsync(admin, "drop database ledger");
        await ExecuteAsync(admin, "drop role ledger_owner, ledger_writer, ledger_projector, ledger_reader");
        for (var i = 0; i < 4; i++) await ExecuteAsync(admin, $"create database county_{i}");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using var engine = await LedgerEngine.OpenAsync(server.ConnectionString($"county_{i}"));
            (await engine.AppendAsync(Write.One("a", 0))).ShouldBeOfType<AppendResult.Done>();
        }));
    }

    [Fact]
    public async Task A_login_that_owns_its_database_and_may_make_roles_is_enough()
    {
        await using var server = await PrivatePostgres.StartAsync(fsync: false);
        var admin = server.ConnectionString("postgres");
        await ExecuteAsync(admin, "drop database ledger");
        await ExecuteAsync(admin, "drop role ledger_owner, ledger_writer, ledger_projector, ledger_reader");
        await ExecuteAsync(admin, "create role clerk login createrole password 'clerk'");
        await ExecuteAsync(admin, "create database county owner clerk");
        var clerk = As(server.ConnectionString("county"), "clerk");

        await WorksAsync(clerk);
        await WorksAsync(clerk);

        // Another login is told what it lacks, by name, whether the ledger is there or not.
        await ExecuteAsync(admin, "create role stranger login password 'stranger'");
        (await Should.ThrowAsync<MissingRightsException>(() => LedgerEngine.OpenAsync(As(server.ConnectionString("county"), "stranger")))).Message.ShouldContain("to stranger;");
        await ExecuteAsync(admin, "create database other owner stranger");
        (await Should.ThrowAsync<MissingRightsException>(() => LedgerEngine.OpenAsync(As(server.ConnectionString("other"), "stranger")))).Message.ShouldContain("to stranger;");

        // What the message says is enough.
        await ExecuteAsync(admin, $"grant {string.Join(", ", Roles.All)} to stranger");
        await WorksAsync(As(server.ConnectionString("other"), "stranger"));
    }

    [Fact]
    public async Task The_role_of_the_owner_itself_as_the_login_works_as_superuser()
    {
        // As docker-compose.yml has it: the image makes its user a superuser, and the user is named as the owner's role.
        await using var server = await PrivatePostgres.StartAsync(fsync: false);
        await ExecuteAsync(server.ConnectionString("postgres"), "drop database ledger");
        await ExecuteAsync(server.ConnectionString("postgres"), "drop role ledger_writer, ledger_projector, ledger_reader");
        await ExecuteAsync(server.ConnectionString("postgres"), "alter role ledger_owner superuser password 'ledger_owner'");
        await ExecuteAsync(server.ConnectionString("postgres"), "create database compose owner ledger_owner");

        await WorksAsync(As(server.ConnectionString("compose"), "ledger_owner"));

        (await ScalarAsync(server.ConnectionString("compose"), "select string_agg(distinct tableowner::text, ' ') from pg_tables where schemaname = 'ledger'")).ShouldBe("ledger_owner");
    }

    private static async Task WorksAsync(string connection)
    {
        await using var engine = await LedgerEngine.OpenAsync(connection);
        (await engine.AppendAsync(Write.One(Write.NewId(), 0))).ShouldBeOfType<AppendResult.Done>();
        var newest = (await engine.Log.NewestAsync()).Position;
        newest.ShouldBeGreaterThan(0);
        await using var projector = Roles.Connect(connection, Roles.Projector);
        await using var who = projector.CreateCommand("select current_user::text");
        (await who.ExecuteScalarAsync()).ShouldBe("ledger_projector");
    }

    private static string As(string connection, string login) => new NpgsqlConnectionStringBuilder(connection) { Username = login, Password = login }.ConnectionString;

    private static async Task ExecuteAsync(string connection, string sql) => await ScalarAsync(connection, sql);

    private static async Task<object?> ScalarAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
