using System.Diagnostics;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using Npgsql;
using VillageLedger.Reports;

namespace VillageLedger.Cli.Tests;

/// <summary><c>ledger report</c>: options, clocks, formats, exit status.</summary>
public sealed class ReportTests
{
    private static readonly string[] TrialBalanceColumns =
    [
        "account", "name", "level", "leaf", "openingDebitFen", "openingCreditFen", "debitFen", "creditFen", "yearDebitFen", "yearCreditFen", "closingDebitFen", "closingCreditFen",
    ];

    [Fact]
    public async Task Json_has_the_shape_of_the_contract()
    {
        var ran = await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A);
        ran.Text.ShouldEndWith("\n");
        ran.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["report", "asOf", "rows", "fingerprint"]);
        ran.Json.GetProperty("report").GetString().ShouldBe("trial-balance");
        ran.Json.GetProperty("asOf").EnumerateObject().Select(member => member.Name).ShouldBe(["position", "recordedAt"]);
        ran.Json.GetProperty("asOf").GetProperty("position").ToString().ShouldBe(await TwoVillages.AfterAsync("b-close"));
        ran.Json.GetProperty("asOf").GetProperty("recordedAt").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+08:00$");
        ran.Json.GetProperty("rows")[0].EnumerateObject().Select(member => member.Name).ShouldBe(TrialBalanceColumns);
        // --json says the same.
        (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "trial-balance", "--book", TwoVillages.A, "--json")).Exits(0).Output.ShouldBe(ran.Output);
    }

    [Fact]
    public async Task Csv_is_in_fen_with_a_byte_order_mark_and_fixed_names()
    {
        var ran = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "trial-balance", "--book", TwoVillages.A, "--format", "csv")).Exits(0);
        ran.Output[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(ran.Output[3..]).Split("\r\n");
        lines[0].ShouldBe(string.Join(',', TrialBalanceColumns));
        lines[1].ShouldBe("101,库存现金,1,true,500000,0,200000,0,200000,0,700000,0");
        lines[^1].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh", "科目代码", "合计")]
    [InlineData("en", "Account", "Total")]
    public async Task Xlsx_is_in_yuan_with_numbers_that_are_numbers(string language, string heading, string total)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var ran = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "trial-balance", "--book", TwoVillages.A, "--format", "xlsx", "--lang", language)).Exits(0);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(ran.Output));
        reader.Name.ShouldBe("trial-balance");
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        // Below the report's name and subject.
        var head = rows.FindIndex(row => heading.Equals(row[0]));
        rows[head].Length.ShouldBe(TrialBalanceColumns.Length);
        rows[head + 1].ShouldBe(["101", "库存现金", 1.0, true, 5_000.0, 0.0, 2_000.0, 0.0, 2_000.0, 0.0, 7_000.0, 0.0]);
        var last = head + 19 + 1;
        rows[last][0].ShouldBe(total);
        rows[last][^2..].ShouldBe([567_700.0, 567_700.0]);
    }

    [Fact]
    public async Task A_table_is_in_yuan_in_the_readers_language()
    {
        var chinese = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "operating-income", "--year", "2025")).Exits(0).Text;
        chinese.ShouldContain("281,000.00");
        chinese.ShouldContain("经营性收入");
        var english = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "operating-income", "--year", "2025", "--lang", "en")).Exits(0).Text;
        english.ShouldContain("Operating income");
    }

    /// <summary>The facts before the transfers are dated to the last instant of 30 June in Shanghai, the rest to the first of 1 July.</summary>
    [Fact]
    public async Task As_of_a_bare_date_is_the_end_of_that_day_in_Shanghai()
    {
        var database = await TwoVillages.CopyAsync();
        var before = await TwoVillages.AfterAsync("a-post-2");
        var newest = await TwoVillages.AfterAsync("b-close");
        await using (var session = new NpgsqlConnection(database))
        {
            await session.OpenAsync();
#pragma warning disable CA2100 // A position.
            await using var command = new NpgsqlCommand(
                $"update ledger.mt_events set timestamp = case when seq_id <= {before} then timestamptz '2026-06-30T15:59:59.999999Z' else timestamptz '2026-06-30T16:00:00Z' end", session);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        foreach (var (asOf, position) in new[]
        {
            ("2026-06-30T23:59:59+08:00", "0"), ("2026-06-30", before), ("2026-07-01T00:00", newest), ("8999-12-31", newest),
        })
        {
            var ran = (await LedgerProgram.RunAsync(database, "report", "operating-income", "--month", "2025-12", "--as-of", asOf, "--json")).Exits(0);
            ran.Json.GetProperty("asOf").GetProperty("position").ToString().ShouldBe(position, asOf);
            ran.Rows.Count.ShouldBe(position == "0" ? 0 : 2);
        }
    }

    [Theory]
    [InlineData(1, "position-unknown", "operating-income", "--year", "2025", "--at", "999999")]
    [InlineData(1, "book-not-open", "trial-balance", "--book", "village/330110112299")]
    [InlineData(1, "book-not-open", "month-check", "--book", TwoVillages.A, "--at", "0")]
    [InlineData(1, "date-before-book", "month-check", "--book", TwoVillages.A, "--month", "2025-11")]
    [InlineData(2, "--year", "operating-income")]
    [InlineData(2, "2025-13", "operating-income", "--month", "2025-13")]
    [InlineData(2, "--from", "operating-income", "--from", "2025-01")]
    [InlineData(2, "--from", "operating-income", "--year", "2025", "--from", "2025-01", "--to", "2025-02")]
    [InlineData(2, "", "operating-income", "--from", "2025-03", "--to", "2025-02")]
    [InlineData(2, "--as-of", "operating-income", "--year", "2025", "--at", "1", "--as-of", "2025-01-01")]
    [InlineData(2, "9999-12-31", "operating-income", "--year", "2025", "--as-of", "9999-12-31")]
    [InlineData(2, "0001-01-01T00:00", "operating-income", "--year", "2025", "--as-of", "0001-01-01T00:00")]
    [InlineData(2, "yesterday", "operating-income", "--year", "2025", "--as-of", "yesterday")]
    [InlineData(2, "--at", "operating-income", "--year", "2025", "--at", "-1")]
    [InlineData(2, "--at", "operating-income", "--year", "2025", "--at", "1.5")]
    [InlineData(2, "7", "operating-income", "--year", "2025", "--by", "7")]
    [InlineData(2, "odt", "operating-income", "--year", "2025", "--format", "odt")]
    [InlineData(2, "--book", "trial-balance")]
    [InlineData(2, "village", "trial-balance", "--book", "330110112201")]
    [InlineData(2, "--level", "trial-balance", "--book", TwoVillages.A, "--level", "0")]
    [InlineData(2, "--month", "month-check", "--book", TwoVillages.A, "--year", "2025")]
    [InlineData(2, "no-such-report", "no-such-report")]
    public async Task Wrong_words_and_refusals_say_what_is_wrong(int status, string told, params string[] words)
    {
        var (exit, trouble) = await InProcessAsync(["report", .. words, "--db", await TwoVillages.DatabaseAsync()]);
        exit.ShouldBe(status, trouble);
        trouble.ShouldContain(told);
        trouble.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_refused_report_writes_nothing_to_standard_output()
    {
        var ran = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "trial-balance", "--book", "village/330110112299", "--json", "--lang", "en")).Exits(1);
        ran.Trouble.ShouldStartWith("book-not-open: ");
        ran.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("postgresql://x@localhost/y?no_such_word=1")]
    [InlineData("Nonsense=1")]
    [InlineData("Host=h;Port=many")]
    public async Task A_connection_that_cannot_be_read_is_wrong_usage(string database) =>
        (await InProcessAsync(["report", "operating-income", "--year", "2025", "--db", database])).Exit.ShouldBe(2);

    [Theory]
    [InlineData("zh", "显示用法")]
    [InlineData("en", "Show how it is used")]
    public async Task Help_is_given_in_both_languages(string language, string told)
    {
        foreach (var words in (string[][])[[], ["report", "trial-balance"]])
            (await LedgerProgram.RunAsync(null, [.. words, "--help", "--lang", language])).Exits(0).Text.ShouldContain(told);
    }

    /// <summary>1.5 seconds on two idle cores; three times that here, where other tests run beside it.</summary>
    [Fact]
    public async Task A_small_command_answers_soon()
    {
        var database = await TwoVillages.DatabaseAsync();
        await LedgerProgram.RunAsync(database, "report", "operating-income", "--year", "2025");
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            (await LedgerProgram.RunAsync(database, "report", "operating-income", "--year", "2025")).Exits(0);
            if (Stopwatch.GetElapsedTime(started) is var taken && taken < best) best = taken;
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best of three: {best.TotalMilliseconds:N0} ms"));
        best.ShouldBeLessThan(TimeSpan.FromSeconds(4.5));
    }

    [Fact]
    public async Task Replay_finds_a_row_that_was_changed()
    {
        var database = await TwoVillages.CopyAsync();
        (await LedgerProgram.RunAsync(database, "replay", "--compare", "--json")).Exits(0).Lines.Select(line => (line.GetProperty("projection").GetString()!, line.GetProperty("equal").GetBoolean()))
            .ShouldBe(ReadModels.NewProjections().Select(projection => (projection.Name, true)));
        await using (var session = new NpgsqlConnection(database))
        {
            await session.OpenAsync();
            await using var command = new NpgsqlCommand("update income_1.sum set year_operating_fen = year_operating_fen + 1 where position = (select max(position) from income_1.sum)", session);
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        var ran = (await LedgerProgram.RunAsync(database, "replay", "--compare", "--json")).Exits(1);
        ran.Lines.Where(line => !line.GetProperty("equal").GetBoolean()).Select(line => line.GetProperty("projection").GetString()).ShouldBe(["income_1"]);
        ran.Lines[1].GetProperty("difference").GetProperty("table").GetString().ShouldBe("sum");
    }

    /// <summary>What a process of its own would do, without the half second that starting one takes. Only standard error is caught.</summary>
    private static async Task<(int Exit, string Trouble)> InProcessAsync(string[] words)
    {
        var error = Console.Error;
        using var caught = new StringWriter();
        Console.SetError(caught);
        try
        {
            return (await CommandLine.RunAsync(words, Language.Chinese), caught.ToString());
        }
        finally
        {
            Console.SetError(error);
        }
    }
}
