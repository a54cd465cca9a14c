namespace VillageLedger.Cli.Tests.Writing;

/// <summary>A report goes to a file whole or not at all, and is shown in pages.</summary>
public sealed class ReportTargetTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Pages_hold_the_rows_one_after_the_other_and_say_how_many_there_are()
    {
        var all = (await RunAsync("--format", "json")).Exits(0).Rows;
        var pages = new List<string>();
        var count = (all.Count - 1) / 3 + 1;
        for (var page = 1; page <= count; page++)
        {
            var ran = (await RunAsync("--format", "json", "--page", $"{page}", "--rows", "3")).Exits(0);
            ran.Json.GetProperty("page").GetRawText().ShouldBe($$"""{"number":{{page}},"pages":{{count}},"rowsPerPage":3,"rowsInAll":{{all.Count}}}""");
            pages.AddRange(ran.Rows);
        }

        pages.ShouldBe(all);
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_refused_and_the_last_is_named()
    {
        var ran = (await RunAsync("--page", "9", "--rows", "50")).Exits(1);
        ran.Trouble.ShouldStartWith("report-page-unknown:");
        ran.Trouble.ShouldContain("最后一页是第 1 页");
    }

    [Theory]
    [InlineData("--page", "0")]
    [InlineData("--rows", "0")]
    [InlineData("--rows", "100001")]
    public async Task A_page_or_a_number_of_rows_that_cannot_be_is_wrong_usage(string option, string value) => (await RunAsync(option, value)).Exits(2);

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("table")]
    public async Task A_file_holds_what_standard_output_would(string format)
    {
        var file = Path.Combine(folder, "报表." + format);
        (await RunAsync("--format", format, "--output", file)).Exits(0).Output.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(file)).ShouldBe((await RunAsync("--format", format)).Output);
        Directory.GetFiles(folder).ShouldBe([file]);
    }

    [Fact]
    public async Task A_file_stays_as_it_is_when_the_report_is_refused()
    {
        var file = Path.Combine(folder, "kept.json");
        await File.WriteAllTextAsync(file, "kept");
        (await RunAsync("--format", "json", "--page", "9", "--output", file)).Exits(1);
        (await File.ReadAllTextAsync(file)).ShouldBe("kept");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_trouble_and_nothing_is_left()
    {
        (await RunAsync("--output", Path.Combine(folder, "none", "a.txt"))).Exits(3);
        (await RunAsync("--output", folder)).Exits(3);
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
        Directory.GetFiles(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}*").ShouldBeEmpty();
    }

    private static async Task<Ran> RunAsync(params string[] words) =>
        await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), ["report", "trial-balance", "--book", TwoVillages.A, "--year", "2025", .. words]);
}
