using System.Text;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests;

/// <summary>A village moves in from another program: its opening and a whole past year from files.</summary>
public sealed class MovingInTests : IDisposable
{
    private const string KingdeeHeading = "FDATE,FTRANSDATE,FPERIOD,FGROUP,FNUM,FENTRYID,FEXP,FACCTID,FCLSNAME1,FOBJID1,FOBJNAME1,FCYID,FEXCHRATE,FDC,FFCYAMT,FQTY,FPRICE,FDEBIT,FCREDIT,FSETTLCODE,FPREPARE,FPOSTER,FCHECKER,FATT";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-moving-in-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_whole_past_year_goes_in_at_once_and_the_book_is_carried_over()
    {
        var database = await DatabaseAsync(Say.RegisterParty(), Say.OpenBook("2023-01", standard: "rural-2004"));
        var file = File("2023.csv", Gb18030.GetBytes(Year()));
        string[] words = ["voucher", "import", file, "--book", Say.Village, "--prepared-by", "wang", "--reviewed-by", "li", "--post", "--lang", "en"];
        // Months further ahead take no vouchers, and nobody knows K01.
        (await LedgerProgram.RunAsync(database, words)).Exits(1).Text.ShouldContain("month-not-yet-open");
        var unknown = (await LedgerProgram.RunAsync(database, [.. words, "--close-months"])).Exits(1).Text;
        unknown.Split('\n').Count(line => line.StartsWith("party-unknown", StringComparison.Ordinal)).ShouldBe(12, "all are named at once");

        var objects = File("objects.csv", Encoding.UTF8.GetBytes("核算类别,代码,对应\n客户,K01,party/h001\n"));
        (await LedgerProgram.RunAsync(database, [.. words, "--close-months", "--objects", objects, "--dry-run"])).Exits(0).Text.ShouldStartWith("26 vouchers can be imported");
        (await LedgerProgram.RunAsync(database, [.. words, "--close-months", "--objects", objects])).Exits(0).Text.ShouldStartWith("Imported 26 vouchers");
        (await LedgerProgram.RunAsync(database, [.. words, "--close-months", "--objects", objects])).Exits(0).Text.ShouldContain("imported before");
        // 12 × (1,000 + 50) yuan of 501; the transfers are recognised. December is left to be closed by its accountant.
        (await LedgerProgram.RunAsync(database, "report", "operating-income", "--year", "2023", "--json")).Exits(0).Rows.ShouldBe(["330110112201 稻香村 1260000 0 0 0 0 1260000 1260000 26 0 2023-11 1"]);
        await using (var ledger = await TestLedger.OpenAsync(database))
            (await ledger.FactsAsync("book/" + Say.Village + "/2023-12")).OfType<VoucherPosted>().Select(posted => $"{posted.Type}-{posted.SourceNumber} {posted.Kind}")
                .ShouldBe(["记-1 Ordinary", "记-2 Ordinary", "转-3 Transfer", "转-4 Transfer"]);

        var convert = $$"""{"request":"convert-book","id":"c1","by":"zhao","book":"{{Say.Village}}","standard":"rural-2023"}""";
        (await LedgerProgram.RunAsync(database, Encoding.UTF8.GetBytes(Say.Close("2023-12") + "\n" + convert), "do", "-")).Exits(0);
        (await LedgerProgram.RunAsync(database, "report", "trial-balance", "--book", Say.Village, "--month", "2024-01", "--json")).Exits(0).Rows.ShouldBe(
        [
            "102 银行存款 1 True 1200000 0 0 0 0 0 1200000 0", "112 应收款 1 True 60000 0 0 0 0 0 60000 0",
            "322 收益分配 1 False 0 1260000 0 0 0 0 0 1260000", "32202 未分配收益 2 True 0 1260000 0 0 0 0 0 1260000",
        ]);
    }

    [Fact]
    public async Task Months_are_closed_only_where_vouchers_are_posted() =>
        (await LedgerProgram.RunAsync(await DatabaseAsync(), "voucher", "import", File("x.csv", []), "--book", Say.Village, "--close-months")).Exits(2);

    [Fact]
    public async Task An_opening_is_imported_and_amended()
    {
        var database = await DatabaseAsync(Say.RegisterParty());
        var rows = "科目编码,科目名称,往来单位,期初借方,期初贷方,本年累计借方,本年累计贷方\n102,银行存款,,500,,,\n10201,农商银行,,300,,900,600\n10202,专户,,200,,,\n112,应收款,h001,50,,,\n301,资本,,,550,,\n501,经营收入,,,,,300\n";
        var file = File("opening.csv", Encoding.UTF8.GetBytes(rows));
        string[] words = ["opening", "import", file, "--book", Say.Village, "--month", "2025-06", "--lang", "en"];
        var refused = (await LedgerProgram.RunAsync(database, words)).Exits(1).Text;
        refused.ShouldContain("account-unknown: Row 3 of the file");
        (await LedgerProgram.RunAsync(database, [.. words, "--add-accounts", "--dry-run"])).Exits(0).Text.ShouldStartWith("5 balances can be imported with 2 new detail accounts");
        (await LedgerProgram.RunAsync(database, [.. words, "--add-accounts"])).Exits(0).Text.ShouldStartWith("Opened with 5 balances and 2 new detail accounts");
        (await LedgerProgram.RunAsync(database, words)).Exits(0).Text.ShouldContain("imported before");
        (await LedgerProgram.RunAsync(database, "report", "operating-income", "--year", "2025", "--json")).Exits(0).Rows.ShouldBe(["330110112201 稻香村 30000 0 0 0 0 30000 30000 0 0  1"]);

        File("opening.csv", Encoding.UTF8.GetBytes(rows.Replace(",,300\n", ",,400\n", StringComparison.Ordinal).Replace("300,,900", "310,,900", StringComparison.Ordinal).Replace("550,,", "560,,", StringComparison.Ordinal)));
        (await LedgerProgram.RunAsync(database, words)).Exits(0).Text.ShouldStartWith("The opening was amended: 5 balances");
        (await LedgerProgram.RunAsync(database, "report", "operating-income", "--year", "2025", "--json")).Exits(0).Rows.ShouldBe(["330110112201 稻香村 40000 0 0 0 0 40000 40000 0 0  1"]);
        (await LedgerProgram.RunAsync(database, "report", "trial-balance", "--book", Say.Village, "--month", "2025-06", "--json")).Exits(0).Rows[1].ShouldBe("10201 农商银行 2 True 31000 0 0 0 90000 60000 31000 0");
        (await LedgerProgram.RunAsync(database, ["opening", "import", file, "--book", Say.Village, "--month", "2025-07", "--lang", "en"])).Exits(1).Text.ShouldContain("book-already-open");
    }

    /// <summary>Two vouchers a month and the year's transfers, numbered within the month as 金蝶 does.</summary>
    private static string Year()
    {
        var rows = new List<string> { KingdeeHeading };
        for (var month = 1; month <= 12; month++)
        {
            Add($"2023-{month:D2}-10", 1, "收租金", "记", ("102", true, 1_000, ",,"), ("501", false, 1_000, ",,"));
            Add($"2023-{month:D2}-12", 2, "应收租金", "记", ("112", true, 50, "客户,K01,粮站"), ("501", false, 50, ",,"));
        }

        Add("2023-12-31", 3, "结转收入", "转", ("501", true, 12_600, ",,"), ("321", false, 12_600, ",,"));
        Add("2023-12-31", 4, "结转收益", "转", ("321", true, 12_600, ",,"), ("32202", false, 12_600, ",,"));
        return string.Join("\r\n", rows);

        void Add(string date, int number, string summary, string type, params (string Account, bool IsDebit, int Yuan, string Object)[] lines)
        {
            foreach (var (i, line) in lines.Index())
                rows.Add($"{date},{date},{date[5..7]},{type},{number},{i},{summary},{line.Account},{line.Object},RMB,1,{(line.IsDebit ? 1 : 0)},{line.Yuan},0,0,{(line.IsDebit ? line.Yuan : 0)},{(line.IsDebit ? 0 : line.Yuan)},,王,王,李,1");
        }
    }

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    private static Task<string> DatabaseAsync(params string[] requests) => PostgresServer.NewDatabaseAsync("moving in " + string.Join(' ', requests).GetHashCode(StringComparison.Ordinal), connection =>
        LedgerProgram.RunAsync(connection, Encoding.UTF8.GetBytes(string.Join('\n', [Say.RegisterVillage(), .. requests])), "do", "-"));
}
