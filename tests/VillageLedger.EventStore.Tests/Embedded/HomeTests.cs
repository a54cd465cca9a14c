using System.Diagnostics;
using VillageLedger.EventStore.Embedded;
using VillageLedger.Support;

namespace VillageLedger.EventStore.Tests.Embedded;

public sealed class HomeTests
{
    private const string JoinVariable = "VILLAGELEDGER_TEST_JOIN";

    [Fact]
    public async Task Eight_processes_that_start_at_once_get_one_server()
    {
        using var home = new TestHome();

        var processes = Enumerable.Range(0, 8).Select(_ => JoinInOwnProcess(home.Folder)).ToList();
        var joined = await Task.WhenAll(processes.Select(p => p.StandardOutput.ReadToEndAsync()));

        foreach (var process in processes)
        {
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0);
            process.Dispose();
        }
        var ours = (await home.StartAsync()).ConnectionString();
        joined.ShouldAllBe(output => output.Contains(ours, StringComparison.Ordinal));
    }

    /// <summary>Runs only as one of the eight processes of the test above.</summary>
    [Fact(Explicit = true)]
    public async Task Join()
    {
        var server = await EmbeddedPostgres.StartAsync(Environment.GetEnvironmentVariable(JoinVariable)!, new(Fsync: false));
        (await EmbeddedPostgresTests.ScalarAsync(server.ConnectionString(), "select 'up'")).ShouldBe("up");
        TestContext.Current.TestOutputHelper!.WriteLine(server.ConnectionString());
    }

    [Fact]
    public async Task A_home_in_a_folder_that_only_root_enters_keeps_its_data_elsewhere_and_says_so_once()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return; // Only root hands the server to another user.
        var closed = Directory.CreateTempSubdirectory("villageledger-closed-");
        File.SetUnixFileMode(closed.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var said = new List<string>();
        using (var home = new TestHome(closed.FullName))
        {
            var server = await home.StartAsync(progress: said.Add);
            await home.StartAsync(progress: said.Add);

            server.DataDirectory.ShouldStartWith("/var/lib/villageledger/");
            said.Count(line => line.Contains(server.DataDirectory[..^"/data".Length], StringComparison.Ordinal)).ShouldBe(1);
            (await EmbeddedPostgresTests.ScalarAsync(server.ConnectionString(), "select 'up'")).ShouldBe("up");
        }
        closed.Delete();
    }

    [Fact]
    public async Task The_server_holds_no_pipe_of_the_program_that_started_it()
    {
        using var home = new TestHome();
        using var starter = JoinInOwnProcess(home.Folder, alsoOnDescriptor9: true);

        var output = starter.StandardOutput.ReadToEndAsync();

        (await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(60)))).ShouldBe(output);
        await home.StartAsync();
    }

    [Fact]
    public async Task Stopping_a_home_without_a_server_says_so()
    {
        using var home = new TestHome();

        (await EmbeddedPostgres.StopAsync(home.Folder)).ShouldBeFalse();
        (await EmbeddedPostgres.StopAsync(Path.Combine(home.Folder, "absent"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_server_comes_back_with_what_it_had_committed()
    {
        await using var server = await PrivatePostgres.StartAsync(fsync: true);
        await EmbeddedPostgresTests.ScalarAsync(server.ConnectionString(), "create table kept as select 'kept' as word; select 'made'");

        server.Kill();
        await server.RestartAsync();

        (await EmbeddedPostgresTests.ScalarAsync(server.ConnectionString(), "select word from kept")).ShouldBe("kept");
        (await EmbeddedPostgresTests.ScalarAsync(server.ConnectionString(), "show fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task Fresh_databases_copy_what_was_prepared_once()
    {
        var prepared = 0;
        async Task<string> NewAsync() => await PostgresServer.NewDatabaseAsync("one table", async connection =>
        {
            prepared++;
            await PostgresServer.ExecuteAsync(connection, "create table word as select 'prepared' as word");
        });

        var databases = await Task.WhenAll(NewAsync(), NewAsync());

        prepared.ShouldBe(1);
        databases.Distinct().Count().ShouldBe(2);
        foreach (var database in databases)
            (await EmbeddedPostgresTests.ScalarAsync(database, "select word from word")).ShouldBe("prepared");
    }

    // This test program itself, told to run the one test Join.
    private static Process JoinInOwnProcess(string home, bool alsoOnDescriptor9 = false)
    {
        List<string> words = [Environment.ProcessPath!];
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            words.Add(typeof(HomeTests).Assembly.Location);
        words.AddRange(["-method", $"{typeof(HomeTests).FullName}.{nameof(Join)}", "-explicit", "only", "-showLiveOutput"]);
        if (alsoOnDescriptor9)
            words.InsertRange(0, ["/bin/sh", "-c", "exec 9>&1; exec \"$@\"", "sh"]);
        return Process.Start(new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            Environment = { [JoinVariable] = home },
        })!;
    }
}
