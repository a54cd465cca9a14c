using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using VillageLedger.EventStore.Embedded;
using VillageLedger.Support;

namespace VillageLedger.EventStore.Tests.Embedded;

/// <summary>One home through its life; each test leaves its server running.</summary>
public sealed class EmbeddedPostgresTests(EmbeddedPostgresTests.Fixture fixture) : IClassFixture<EmbeddedPostgresTests.Fixture>
{
    private TestHome Home => fixture.Home;

    [Fact]
    public async Task Starting_twice_gives_the_same_server()
    {
        var first = await Home.StartAsync();
        var pid = Home.Postmaster;

        var second = await Home.StartAsync();

        second.ConnectionString().ShouldBe(first.ConnectionString());
        Home.Postmaster.ShouldBe(pid);
    }

    [Fact]
    public async Task Joining_a_running_server_takes_less_than_five_milliseconds()
    {
        await Home.StartAsync();
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var watch = Stopwatch.StartNew();
            await Home.StartAsync();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }
        best.TotalMilliseconds.ShouldBeLessThan(5);
    }

    [Fact]
    public async Task A_home_named_through_a_link_is_the_same_home()
    {
        var direct = await Home.StartAsync();
        var link = Home.Folder + "-link";
        File.CreateSymbolicLink(link, Home.Folder);
        try
        {
            (await EmbeddedPostgres.StartAsync(link)).ConnectionString().ShouldBe(direct.ConnectionString());
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Theory]
    [InlineData(null, "postgres")]
    [InlineData("owner", "ledger_owner")]
    [InlineData("writer", "ledger_writer")]
    [InlineData("projector", "ledger_projector")]
    [InlineData("reader", "ledger_reader")]
    public async Task Every_role_logs_in_with_its_password(string? role, string user)
    {
        var server = await Home.StartAsync();

        (await ScalarAsync(server.ConnectionString(role: role), "select session_user::text")).ShouldBe(user);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        var server = await Home.StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString()) { Password = "wrong" }.ConnectionString;

        var refused = await Should.ThrowAsync<PostgresException>(() => ScalarAsync(wrong, "select 1"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task The_address_is_what_psql_takes()
    {
        var server = await Home.StartAsync();

        var address = server.Address("reader");

        address.Scheme.ShouldBe("postgresql");
        address.Host.ShouldBe("127.0.0.1");
        address.AbsolutePath.ShouldBe("/ledger");
        address.UserInfo.ShouldStartWith("ledger_reader:");
    }

    [Theory]
    [InlineData("select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = 'ledger'", "UTF8 C")]
    [InlineData("select pg_get_userbyid(datdba)::text from pg_database where datname = 'ledger'", "ledger_owner")]
    [InlineData("show timezone", "UTC")]
    [InlineData("show listen_addresses", "127.0.0.1")]
    [InlineData("show unix_socket_directories", "")]
    [InlineData("show synchronous_commit", "on")]
    [InlineData("select count(*)::text from pg_hba_file_rules where auth_method <> 'scram-sha-256'", "0")]
    public async Task The_server_is_set_up_as_the_ledger_needs_it(string query, string expected) =>
        (await ScalarAsync((await Home.StartAsync()).ConnectionString(), query)).ShouldBe(expected);

    [Fact]
    public async Task The_file_with_the_passwords_is_for_its_owner_alone()
    {
        await Home.StartAsync();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(Home.Folder, "postgres.server")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Stopped_it_starts_again_with_its_data_on_its_port()
    {
        var before = await Home.StartAsync();
        await ScalarAsync(before.ConnectionString(), "create table kept as select 1; select 'made'");
        NpgsqlConnection.ClearAllPools();

        (await EmbeddedPostgres.StopAsync(Home.Folder)).ShouldBeTrue();
        (await EmbeddedPostgres.StopAsync(Home.Folder)).ShouldBeFalse();
        var after = await Home.StartAsync();

        after.Port.ShouldBe(before.Port);
        (await ScalarAsync(after.ConnectionString(), "select count(*)::text from kept; drop table kept")).ShouldBe("1");
    }

    [Fact]
    public async Task A_port_that_somebody_took_is_replaced()
    {
        var before = await Home.StartAsync();
        await EmbeddedPostgres.StopAsync(Home.Folder);
        using var taken = new TcpListener(IPAddress.Loopback, before.Port);
        taken.Start();

        var after = await Home.StartAsync();

        after.Port.ShouldNotBe(before.Port);
        (await ScalarAsync(after.ConnectionString(), "select 'ours'")).ShouldBe("ours");
        (await Home.StartAsync()).Port.ShouldBe(after.Port);
    }

    [Fact]
    public async Task A_left_over_pid_file_of_a_killed_server_is_no_hindrance()
    {
        await Home.StartAsync();
        Home.Kill();

        var server = await Home.StartAsync();

        (await ScalarAsync(server.ConnectionString(), "select 'up'")).ShouldBe("up");
    }

    [Fact]
    public async Task A_pid_that_now_belongs_to_another_process_is_no_hindrance()
    {
        var server = await Home.StartAsync();
        var file = Path.Combine(server.DataDirectory, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file);
        await EmbeddedPostgres.StopAsync(Home.Folder);
        using var other = SameUserProcess(server.DataDirectory);
        lines[0] = FormattableString.Invariant($"{other.Id}");
        await File.WriteAllLinesAsync(file, lines);

        var again = await Home.StartAsync();

        (await ScalarAsync(again.ConnectionString(), "select 'up'")).ShouldBe("up");
        other.HasExited.ShouldBeFalse();
        other.Kill();
    }

    [Fact]
    public async Task A_pid_of_another_home_s_server_is_not_taken_for_ours()
    {
        var shared = new NpgsqlConnectionStringBuilder(await PostgresServer.NewDatabaseAsync());
        var foreign = new NpgsqlConnectionStringBuilder(shared.ConnectionString) { Database = "postgres" }.ConnectionString;
        var foreignData = (await ScalarAsync(foreign, "show data_directory"))!;
        var server = await Home.StartAsync();
        await EmbeddedPostgres.StopAsync(Home.Folder);
        File.Copy(Path.Combine(foreignData, "postmaster.pid"), Path.Combine(server.DataDirectory, "postmaster.pid"));

        var again = await Home.StartAsync();

        again.Port.ShouldNotBe(shared.Port);
        (await ScalarAsync(again.ConnectionString(), "show data_directory")).ShouldBe(server.DataDirectory);
        (await ScalarAsync(foreign, "select 'undisturbed'")).ShouldBe("undisturbed");
    }

    internal static async Task<string?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync();
    }

    // PostgreSQL mistakes a living process of its own user for a server; another user's process it ignores.
    private static Process SameUserProcess(string data)
    {
        string[] words = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", Owner(data), "--clear-groups", "sleep", "60"]
            : ["sleep", "60"];
        return Process.Start(words[0], words[1..]);
    }

    private static string Owner(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u", path]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }

    public sealed class Fixture : IDisposable
    {
        internal TestHome Home { get; } = new();

        public void Dispose() => Home.Dispose();
    }
}
