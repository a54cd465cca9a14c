using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests;

/// <summary><c>ledger dividend pay</c> from a bank's file to the balance.</summary>
public sealed class DividendTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"villageledger-dividend-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task What_succeeded_is_paid_once_and_what_failed_is_listed()
    {
        var database = await ResolvedAsync();
        string[] words = ["dividend", "pay", Csv("m1,6222020012345678,311.11,F1,成功,", "m2,6222020012345679,388.89,,失败,账号已销户"), "--dividend", "d1", "--by", "wang", "--date", "2025-01-25", "--lang", "en"];
        (await LedgerProgram.RunAsync(database, [.. words, "--dry-run"])).Exits(0).Text.ShouldContain("1 payments can be recorded, 1 failed");
        var first = (await LedgerProgram.RunAsync(database, words)).Exits(0).Text;
        first.ShouldContain("Row 3 · member/m2 · 388.89 yuan unpaid: 账号已销户");
        first.ShouldContain("Recorded 1 payments, 1 failed");
        (await LedgerProgram.RunAsync(database, words)).Exits(0).Text.ShouldContain("recorded before");
        (await LedgerProgram.RunAsync(database, "report", "trial-balance", "--book", Say.Village, "--json")).Exits(0).Rows
            .ShouldContain("113 内部往来 1 True 0 0 31111 70000 31111 70000 0 38889");
    }

    [Fact]
    public async Task A_fault_names_its_row_and_nothing_is_paid()
    {
        var database = await ResolvedAsync();
        string[] words = ["dividend", "pay", Csv("m1,6222020012345678,311.11,F1,成功,", "m2,6222020012345679,388.90,F2,成功,"), "--dividend", "d1", "--by", "wang", "--date", "2025-01-25", "--lang", "en"];
        (await LedgerProgram.RunAsync(database, words)).Exits(1).Text.ShouldContain("payment-beyond-part: Row 3 of the file");
        var json = (await LedgerProgram.RunAsync(database, [.. words, "--json"])).Exits(1).Text;
        json.ShouldContain("\"outcome\":\"refused\"");
        json.ShouldContain("\"faults\":[{\"row\":3,\"code\":\"payment-beyond-part\"");
    }

    [Theory]
    [InlineData("--by", "w ang")]
    [InlineData("--date", "25.1.2025")]
    public async Task Words_that_are_off_are_wrong_usage(string option, string value)
    {
        string[] words = ["dividend", "pay", Csv(""), "--dividend", "d1", "--by", "wang", "--date", "2025-01-25"];
        words[Array.IndexOf(words, option) + 1] = value;
        (await LedgerProgram.RunAsync(null, words)).Exits(2);
    }

    private string Csv(params string[] rows)
    {
        File.WriteAllText(file, "户号或持有人,账号,金额,流水号,结果,原因\n" + string.Join('\n', rows));
        return file;
    }

    /// <summary>Net income of 1,000.00 yuan: 300.00 to the fund, 700.00 to two members with 4 and 5 shares.</summary>
    private static async Task<string> ResolvedAsync()
    {
        var database = await TestLedger.NewDatabaseAsync();
        await using var ledger = await TestLedger.OpenAsync(database);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.OpenBook("2024-12"),
            """{"request":"open-share-register","id":"s1","by":"zhao","village":"330110112201","mode":"static","unitsPerShare":1,"from":"2025-01-01","kinds":["population"],"resolution":"决议1号"}""",
            """{"request":"register-members","id":"m1","by":"zhao","village":"330110112201","members":[{"member":"m1","joinedOn":"2025-01-01","name":"某甲","shares":[{"kind":"population","units":4}]},{"member":"m2","joinedOn":"2025-01-01","name":"某乙","shares":[{"kind":"population","units":5}]}]}""",
            Say.Prepare(date: "2024-12-15"), Say.Review(), Say.Post(),
            """{"request":"propose-dividend","id":"pro","by":"wang","dividend":"d1","payer":"village/330110112201","year":2024}""",
            """{"request":"resolve-dividend","id":"res","by":"li","dividend":"d1","body":"成员大会","basis":"heads","votesFor":2,"votesEntitled":2,"publishedOn":"2025-01-02","resolvedOn":"2025-01-20","recordDate":"2025-01-20","resolution":"决议3号"}""");
        return database;
    }
}
