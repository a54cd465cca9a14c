using System.Text;
using System.Text.Json;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests;

/// <summary><c>ledger do</c>: what it reads, what it answers, how it exits.</summary>
public sealed class DoTests
{
    [Fact]
    public async Task Each_line_gets_its_answer_as_the_contract_says()
    {
        var database = await TestLedger.NewDatabaseAsync();
        byte[] input =
        [
            .. "\uFEFF"u8, .. Utf8(Say.RegisterVillage()), .. "\r\n\r\n  \t\r\n"u8, .. Utf8("  " + Say.OpenBook() + " "), .. "\r\n"u8, .. Utf8(Say.RegisterVillage()),
            .. "\n\"id\n{\"request\":\"open-book\",\"id\":\"dup\",\"by\":\"zhao\",\"by\":\"li\"}\n"u8, .. Utf8(Say.Prepare("v1")[..^20]), 0xC3, 0x28, .. "\"}\n"u8,
            .. Utf8(Say.Prepare("v2", lines: Say.Debit("102", 5) + "," + Say.Credit("501", 4))), .. "\n"u8, .. Utf8(Say.Prepare("v3")),
        ];
        var ran = (await LedgerProgram.RunAsync(database, input, "do", "-", "--lang", "en")).Exits(1);
        ran.Lines.Select(answer => $"{answer.GetProperty("line")} {answer.GetProperty("outcome")} {(answer.TryGetProperty("code", out var code) ? code.GetString() : "")}").ShouldBe(
        [
            "1 done ", "4 done ", "5 already-done ", "6 refused json-invalid", "7 refused json-duplicate-key", "8 refused json-invalid", "9 refused voucher-unbalanced", "10 done ",
        ]);
        foreach (var answer in ran.Lines)
        {
            string[] names = answer.GetProperty("outcome").GetString() is "refused" ? ["id", "outcome", "code", "message", "line"] : ["id", "outcome", "line", "position"];
            answer.EnumerateObject().Select(member => member.Name).ShouldBe(names);
        }

        ran.Lines[2].GetProperty("position").GetInt64().ShouldBe(ran.Lines[0].GetProperty("position").GetInt64());
        ran.Lines[6].GetProperty("message").GetString()!.ShouldContain("0.05");
        ran.Trouble.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_refused_and_the_next_goes_on()
    {
        var database = await TestLedger.NewDatabaseAsync();
        byte[] input = [.. Utf8(Say.RegisterVillage() + "\n{\"request\":\""), .. Enumerable.Repeat((byte)'a', 10_000_000), .. Utf8("\"}\n" + Say.OpenBook() + "\n"), .. Enumerable.Repeat((byte)' ', 9_000_000)];
        var ran = (await LedgerProgram.RunAsync(database, input, "do", "-")).Exits(1);
        ran.Lines.Select(answer => $"{answer.GetProperty("line")} {answer.GetProperty("outcome")}").ShouldBe(["1 done", "2 refused", "3 done", "4 refused"]);
    }

    [Fact]
    public async Task An_atomic_file_and_a_dry_run()
    {
        var database = await TestLedger.NewDatabaseAsync();
        var good = Utf8(Say.RegisterVillage() + "\n" + Say.OpenBook() + "\n");
        byte[] bad = [.. good, .. Utf8(Say.RegisterVillage("other"))];
        Outcomes((await LedgerProgram.RunAsync(database, bad, "do", "-", "--atomic")).Exits(1)).ShouldBe(["refused atomic-not-done", "refused atomic-not-done", "refused already-registered"]);
        Outcomes((await LedgerProgram.RunAsync(database, bad, "do", "-", "--dry-run")).Exits(1)).ShouldBe(["done ", "done ", "refused already-registered"]);
        Outcomes((await LedgerProgram.RunAsync(database, bad, "do", "-", "--dry-run", "--atomic")).Exits(1)).ShouldBe(["refused atomic-not-done", "refused atomic-not-done", "refused already-registered"]);
        var dry = (await LedgerProgram.RunAsync(database, good, "do", "-", "--dry-run", "--atomic")).Exits(0);
        Outcomes(dry).ShouldBe(["done ", "done "]);
        dry.Lines.ShouldAllBe(answer => !answer.EnumerateObject().Any(member => member.Name == "position"));
        Outcomes((await LedgerProgram.RunAsync(database, good, "do", "-", "--atomic")).Exits(0)).ShouldBe(["done ", "done "]);
        (await LedgerProgram.RunAsync(database, [], "do", "-")).Exits(0).Output.ShouldBeEmpty();

        static IEnumerable<string> Outcomes(Ran ran) => ran.Lines.Select(answer => $"{answer.GetProperty("outcome")} {(answer.TryGetProperty("code", out var code) ? code.GetString() : "")}");
    }

    [Fact]
    public async Task A_file_or_a_database_that_is_not_there_is_trouble()
    {
        var file = await LedgerProgram.RunAsync(await TestLedger.NewDatabaseAsync(), "do", "no-such-file.jsonl", "--lang", "en");
        file.Exits(3).Trouble.ShouldContain("no-such-file.jsonl");
        file.Output.ShouldBeEmpty();
        var none = await LedgerProgram.RunAsync("Host=127.0.0.1;Port=1;Username=x;Timeout=3", [], "do", "-", "--lang", "en");
        none.Exits(3).Trouble.ShouldStartWith("Trouble with the database");
    }

    /// <summary>What was acknowledged is there afterwards; of the rest, at most the one request that was under way. The same file again brings the rest.</summary>
    [Fact]
    public async Task A_database_that_stops_in_the_middle()
    {
        const int Vouchers = 400;
        await using var server = await PrivatePostgres.StartAsync();
        var database = server.ConnectionString("postgres");
        await using (var ledger = await TestLedger.OpenAsync(database))
        {
            await ledger.Runner.AdoptRulesAsync();
            await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook());
        }

        var requests = Enumerable.Range(1, Vouchers).Select(i => Say.Prepare($"v{i}")).ToList();
        using var process = LedgerProgram.Start(database, "do", "-", "--lang", "en");
        var feeding = Task.Run(async () =>
        {
            try
            {
                await process.StandardInput.WriteAsync(string.Join('\n', requests));
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It stopped reading.
            }
        });
        var acknowledged = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var answer = JsonDocument.Parse(line).RootElement;
            answer.GetProperty("outcome").GetString().ShouldBe("done");
            acknowledged.Add(answer.GetProperty("id").GetString()!);
            if (acknowledged.Count == 20) server.Kill();
        }

        var trouble = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await feeding;
        process.ExitCode.ShouldBe(3, trouble);
        trouble.Trim().Split('\n').Length.ShouldBe(1, "a message, no stack trace");
        acknowledged.Count.ShouldBeInRange(20, Vouchers - 1);

        await server.RestartAsync();
        await using (var ledger = await TestLedger.OpenAsync(server.ConnectionString("postgres")))
        {
            var stored = (await ledger.FactsAsync(Say.Book01)).Cast<VoucherPrepared>().Select(fact => fact.Voucher.Value).ToList();
            stored.Take(acknowledged.Count).ShouldBe(acknowledged);
            stored.Count.ShouldBeLessThanOrEqualTo(acknowledged.Count + 1);
        }

        var again = (await LedgerProgram.RunAsync(server.ConnectionString("postgres"), Utf8(string.Join('\n', requests)), "do", "-")).Exits(0);
        again.Lines.Count(answer => answer.GetProperty("outcome").GetString() == "already-done").ShouldBeInRange(acknowledged.Count, acknowledged.Count + 1);
        again.Lines.Count.ShouldBe(Vouchers);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
