using System.Diagnostics;
using System.Globalization;

namespace VillageLedger.Reports.Tests.Printing;

/// <summary>What goes wrong around a program that is not ours: it is missing, fails, hangs, is not wanted any more. Small shell programs stand in for it.</summary>
public sealed class ChromiumTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-chromium-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_is_looked_for_on_the_path_unless_it_is_named()
    {
        var program = Program("chromium", "exit 0");
        Chromium.Find(null, "/nowhere" + Path.PathSeparator + folder).ShouldBe(program);
        Chromium.Find(program, "/nowhere").ShouldBe(program);
        Should.Throw<NoChromiumException>(() => Chromium.Find(null, "/nowhere"));
        Should.Throw<NoChromiumException>(() => Chromium.Find(Path.Combine(folder, "none"), folder));
    }

    [Fact]
    public async Task One_that_fails_says_with_what_and_leaves_nothing()
    {
        var trouble = await Should.ThrowAsync<PrintFailedException>(() => PrintAsync(Program("failing", "pwd >" + Path.Combine(folder, "where") + "; echo no display >&2; exit 7"), TimeSpan.FromMinutes(1)));
        trouble.Message.ShouldContain("7 no display");
        Directory.Exists((await File.ReadAllTextAsync(Path.Combine(folder, "where"))).Trim()).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_ends_well_without_a_file_has_failed() =>
        await Should.ThrowAsync<PrintFailedException>(() => PrintAsync(Program("lazy", "exit 0"), TimeSpan.FromMinutes(1)));

    [Fact]
    public async Task One_that_hangs_is_ended_with_its_children_and_leaves_nothing()
    {
        await Should.ThrowAsync<PrintFailedException>(() => PrintAsync(Hanging(), TimeSpan.FromSeconds(2)));
        await IsGoneAsync();
    }

    [Fact]
    public async Task Nobody_waits_for_a_page_that_is_not_wanted_any_more()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await Should.ThrowAsync<OperationCanceledException>(() => Chromium.PrintAsync(Hanging(), "<p>", TimeSpan.FromMinutes(5), cancellation.Token));
        await IsGoneAsync();
    }

    private static Task PrintAsync(string program, TimeSpan limit) => Chromium.PrintAsync(program, "<p>", limit, CancellationToken.None);

    /// <summary>Writes down where it runs and who it is, and a child of its own.</summary>
    private string Hanging() => Program("hanging", $"pwd >{folder}/where; sleep 300 & echo $! >{folder}/child; echo $$ >{folder}/self; wait");

    private async Task IsGoneAsync()
    {
        Directory.Exists((await File.ReadAllTextAsync(Path.Combine(folder, "where"))).Trim()).ShouldBeFalse();
        foreach (var name in (string[])["self", "child"])
        {
            var id = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, name)), CultureInfo.InvariantCulture);
            for (var i = 0; i < 50 && IsRunning(id); i++) await Task.Delay(100);
            IsRunning(id).ShouldBeFalse(name);
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            // One that ended and was not waited for yet is a zombie.
            return !process.HasExited && !(File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }

    private string Program(string name, string script)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }
}
