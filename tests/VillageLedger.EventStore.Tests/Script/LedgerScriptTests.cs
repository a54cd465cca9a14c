using System.Diagnostics;

namespace VillageLedger.EventStore.Tests.Script;

/// <summary>
/// The script <c>ledger</c>, copied to a tree of its own where <c>dotnet</c> and <c>apt-get</c> are small shell programs: whether it
/// counts failures rightly must not depend on this tree's tests passing.
/// </summary>
public sealed class LedgerScriptTests : IDisposable
{
    private const string Passing = "echo '   X  Total: 5, Errors: 0, Failed: 0, Skipped: 1, Not Run: 1, Time: 1.5s'";
    private const string FakeDotnet = """
        #!/bin/sh
        tree=TREE
        if [ "$1" != build ]; then sh "$@"; exit; fi
        sleep 0.2
        echo build >>"$tree/builds"
        [ ! -f "$tree/broken" ] || { echo 'error CS1002: ; expected'; exit 1; }
        mkdir -p "$tree/src/VillageLedger.Cli/bin/Release/net10.0" "$tree/src/VillageLedger.Cli/obj"
        echo 'echo "ran in $VILLAGELEDGER_HOME: $*"' >"$tree/src/VillageLedger.Cli/bin/Release/net10.0/ledger.dll"
        """;

    private readonly string tree = Directory.CreateTempSubdirectory("villageledger-script-").FullName;

    public LedgerScriptTests()
    {
        if (OperatingSystem.IsWindows())
            return;
        WriteProgram("ledger", File.ReadAllText(Path.Combine(Root(), "ledger")));
        WriteProgram("fakes/dotnet", FakeDotnet.Replace("TREE", tree, StringComparison.Ordinal));
        foreach (var name in (string[])["apt-get", "sudo"])
            WriteProgram($"fakes/{name}", "#!/bin/sh\nexit 1\n");
        foreach (var name in (string[])["hledger", "bean-check", "soffice", "initdb"])
            WriteProgram($"fakes/{name}", "#!/bin/sh\n");
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "src/VillageLedger.Cli/Program.cs"])
            Write(name, "");
        Write("src/VillageLedger.Cli/Commands/Demo.cs", "");
        // A build takes its time from its start: what was there before must be older.
        foreach (var file in Directory.EnumerateFileSystemEntries(Path.Combine(tree, "src"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
    }

    [Fact]
    public void The_last_line_sums_all_projects_up_without_tests_not_run()
    {
        WriteTests("A", Passing);
        WriteTests("B", Passing);
        WriteTests("Empty", "echo '   X  Total: 0'");

        var (status, output, _) = Run("test");

        output[^1].ShouldBe("6 passed, 0 failed, 2 skipped");
        status.ShouldBe(0);
    }

    [Theory]
    [InlineData("echo '   X  Total: 5, Errors: 0, Failed: 2, Skipped: 0, Not Run: 0, Time: 1s'; exit 1", "6 passed, 2 failed, 1 skipped")]
    [InlineData("echo '   X  Total: 5, Errors: 1, Failed: 0, Skipped: 0, Not Run: 0, Time: 1s'; exit 1", "8 passed, 1 failed, 1 skipped")]
    [InlineData("echo Starting; kill -9 $$", "3 passed, 1 failed, 1 skipped")]
    [InlineData("echo Starting; exit 0", "3 passed, 1 failed, 1 skipped")]
    [InlineData("echo '   X  Total: 5, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1s'; exit 134", "8 passed, 1 failed, 1 skipped")]
    public void A_project_that_fails_or_crashes_makes_the_run_fail(string project, string lastLine)
    {
        WriteTests("A", project);
        WriteTests("B", Passing);

        var (status, output, _) = Run("test");

        output[^1].ShouldBe(lastLine);
        status.ShouldBe(1);
    }

    [Fact]
    public void A_run_without_any_test_fails()
    {
        WriteTests("Empty", "echo '   X  Total: 0'");

        Run("test").Status.ShouldBe(1);
    }

    [Fact]
    public void A_broken_build_shows_its_errors_and_runs_nothing()
    {
        WriteTests("A", Passing);
        Write("broken", "");

        var (status, output, errors) = Run("test");

        status.ShouldBe(3);
        output.ShouldBeEmpty();
        errors.ShouldContain("error CS1002");
        Run("demo").Status.ShouldBe(3);
    }

    [Fact]
    public void Words_after_test_choose_tests_by_name()
    {
        WriteTests("A", "echo \"$@\"; " + Passing);

        Run("test", "closed_period", "two words").Output[0].ShouldBe("-noColor -method *closed_period* -method *two words*");
    }

    [Fact]
    public void It_builds_when_something_changed_and_only_then()
    {
        Run("demo", "a b").Output.ShouldBe([$"ran in {tree}/.ledger: demo a b"]);
        Run("demo");
        Builds.ShouldBe(1);

        Write("src/VillageLedger.Cli/Commands/Demo.cs", "changed");
        Run("demo");
        Builds.ShouldBe(2);

        File.Delete(Path.Combine(tree, "src/VillageLedger.Cli/Commands/Demo.cs"));
        Run("demo");
        Run("demo");
        Builds.ShouldBe(3);
    }

    [Fact]
    public void Commands_that_start_at_once_build_once()
    {
        using var first = Start(Path.Combine(tree, "ledger"), "demo");
        using var second = Start(Path.Combine(tree, "ledger"), "demo");
        first.StandardOutput.ReadToEnd().ShouldStartWith("ran in");
        second.StandardOutput.ReadToEnd().ShouldStartWith("ran in");

        Builds.ShouldBe(1);
    }

    [Fact]
    public void Called_through_a_link_it_finds_its_own_folder()
    {
        var link = Path.Combine(tree, "fakes", "link");
        File.CreateSymbolicLink(link, Path.Combine(tree, "ledger"));
        using var process = Start(link, "demo");

        process.StandardOutput.ReadToEnd().ShouldBe($"ran in {tree}/.ledger: demo\n");
    }

    public void Dispose() => Directory.Delete(tree, recursive: true);

    private int Builds => File.ReadAllLines(Path.Combine(tree, "builds")).Length;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VillageLedger.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("VillageLedger.sln");
        return folder.FullName;
    }

    private (int Status, string[] Output, string Errors) Run(params string[] words)
    {
        using var process = Start(Path.Combine(tree, "ledger"), words);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private Process Start(string script, params string[] words)
    {
        var start = new ProcessStartInfo(script, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["PATH"] = $"{tree}/fakes:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment.Remove("VILLAGELEDGER_HOME");
        return Process.Start(start)!;
    }

    private void WriteTests(string name, string program)
    {
        Write($"tests/{name}/{name}.csproj", "");
        Write($"tests/{name}/bin/Release/net10.0/{name}.dll", program);
    }

    private void WriteProgram(string name, string text)
    {
        Write(name, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(tree, name), (UnixFileMode)Convert.ToInt32("755", 8));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(tree, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
