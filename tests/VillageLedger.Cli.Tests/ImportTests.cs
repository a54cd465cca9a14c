using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests;

/// <summary><c>ledger voucher import</c> from the file to the balance.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Heading = "日期,凭证字,凭证号,附件数,摘要,科目编码,借方金额,贷方金额";

    /// <summary>Two vouchers of business and the year's transfers, which nothing but their accounts tells from the others.</summary>
    private static readonly string[] Rows =
    [
        "2025-12-05,记,11,1,收租金,102,\"1,000.00\",", "2025-12-05,记,11,1,收租金,501,,1000",
        "2025-12-06,记,12,0,付电费,513,300.50,", "2025-12-06,记,12,0,付电费,102,,300.50",
        "2025-12-31,转,1,0,结转收入,501,1000,", "2025-12-31,转,1,0,结转收入,321,,1000",
        "2025-12-31,转,2,0,结转支出,321,300.50,", "2025-12-31,转,2,0,结转支出,513,,300.50",
        "2025-12-31,转,3,0,结转收益,321,699.50,", "2025-12-31,转,3,0,结转收益,32202,,699.50",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_file_is_posted_as_reviewed_once(string kind)
    {
        var database = await BookAsync();
        var file = kind == "csv" ? Csv(Rows) : Xlsx(Rows);
        string[] words = ["voucher", "import", file, "--book", Say.Village, "--prepared-by", "wang", "--reviewed-by", "li", "--post", "--lang", "en"];
        (await LedgerProgram.RunAsync(database, [.. words, "--dry-run"])).Exits(0).Text.ShouldStartWith("5 vouchers can be imported");
        var first = (await LedgerProgram.RunAsync(database, words)).Exits(0);
        first.Text.ShouldStartWith("Imported 5 vouchers");
        var balance = (await LedgerProgram.RunAsync(database, "report", "trial-balance", "--book", Say.Village, "--json")).Exits(0);
        balance.Rows.ShouldContain("102 银行存款 1 True 0 0 100000 30050 100000 30050 69950 0");
        balance.Rows.ShouldContain("32202 未分配收益 2 True 0 0 0 69950 0 69950 0 69950");
        // The transfer against 321 is one: income is as it was.
        (await LedgerProgram.RunAsync(database, "report", "operating-income", "--year", "2025", "--json")).Exits(0).Rows.ShouldBe(["330110112201 稻香村 100000 0 0 0 0 100000 100000 5 0  1"]);

        var again = (await LedgerProgram.RunAsync(database, words)).Exits(0);
        again.Text.ShouldContain("imported before");
        (await LedgerProgram.RunAsync(database, "report", "trial-balance", "--book", Say.Village, "--json")).Exits(0).Output.ShouldBe(balance.Output);
        (await LedgerProgram.RunAsync(database, Encoding.UTF8.GetBytes(Say.Close("2025-12", "zhao")), "do", "-")).Exits(0);
    }

    [Fact]
    public async Task An_amended_file_does_not_enter_its_other_vouchers_twice()
    {
        var database = await BookAsync();
        string[] words = ["voucher", "import", "", "--book", Say.Village, "--lang", "en"];
        words[2] = Csv(Rows[..4]);
        (await LedgerProgram.RunAsync(database, words)).Exits(0);
        // One amount differs, so the file is another; both of its vouchers are in the book already.
        words[2] = Csv([.. Rows[..2], "2025-12-06,记,12,0,付电费,513,300.60,", "2025-12-06,记,12,0,付电费,102,,300.60"]);
        var again = (await LedgerProgram.RunAsync(database, words)).Exits(1);
        again.Text.ShouldContain("import-source-taken");
        again.Text.ShouldContain("记-12");
        await using var ledger = await TestLedger.OpenAsync(database);
        (await ledger.FactsAsync($"book/{Say.Village}/2025-12")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_transfer_against_3103_of_a_company_is_recognised()
    {
        var database = await TestLedger.NewDatabaseAsync();
        await using var ledger = await TestLedger.OpenAsync(database);
        await ledger.DoneAsync(Say.RegisterVillage(), Say.RegisterCompany(), Say.OpenBook("2025-12", "", "small-enterprise-2013", "company/" + Say.CompanyCode));
        var file = Csv(["2025-12-31,转,1,0,结转,5001,5,", "2025-12-31,转,1,0,结转,3103,,5"]);
        (await LedgerProgram.RunAsync(database, "voucher", "import", file, "--book", "company/" + Say.CompanyCode)).Exits(0);
        (await ledger.FactsAsync($"book/company/{Say.CompanyCode}/2025-12")).ShouldHaveSingleItem().ShouldBeOfType<VoucherPrepared>().Kind.ShouldBe(VoucherKind.Transfer);
    }

    [Fact]
    public async Task Half_a_good_file_writes_nothing_and_names_the_rows()
    {
        var database = await BookAsync();
        await using var ledger = await TestLedger.OpenAsync(database);
        var newest = await ledger.NewestAsync();
        var file = Csv([.. Rows[..2], "2025-12-07,记,13,0,付款,513,10,", "2025-12-07,记,13,0,付款,999,,10", "2025-12-08,记,14,0,付款,513,10,", "2025-12-08,记,14,0,付款,102,,9"]);
        var ran = (await LedgerProgram.RunAsync(database, "voucher", "import", file, "--book", Say.Village, "--json")).Exits(1);
        ran.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["sha256", "outcome", "vouchers", "faults"]);
        ran.Json.GetProperty("outcome").GetString().ShouldBe("refused");
        ran.Json.GetProperty("faults").EnumerateArray().Select(fault => $"{fault.GetProperty("row")} {fault.GetProperty("code")}").ShouldBe(["5 account-unknown", "6 voucher-unbalanced"]);
        (await ledger.NewestAsync()).ShouldBe(newest);
        var text = (await LedgerProgram.RunAsync(database, "voucher", "import", Csv(["2025-12-07,记,13,0,付款,513,1.005,", "2025-12-07,记,13,0,付款,102,,1.2E+05"]), "--book", Say.Village, "--lang", "en")).Exits(1);
        text.Text.ShouldContain("Row 2 of the file");
        text.Text.ShouldContain("Row 3 of the file");
        (await ledger.NewestAsync()).ShouldBe(newest);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_before_they_are_read()
    {
        var file = Path.Combine(folder, "large.csv");
        await using (var large = File.Create(file)) large.SetLength(100 * 1024 * 1024);
        // No database is needed to refuse it.
        var ran = (await LedgerProgram.RunAsync("Host=127.0.0.1;Port=1;Username=x", "voucher", "import", file, "--book", Say.Village, "--json")).Exits(1);
        ran.Json.GetProperty("faults")[0].GetProperty("code").GetString().ShouldBe("import-too-large");
    }

    [Theory]
    [InlineData("--post")]
    [InlineData("--reviewed-by", "li")]
    [InlineData("--prepared-by", "王 会计")]
    public async Task Posting_needs_a_reviewer_and_persons_are_ids(params string[] words) =>
        (await LedgerProgram.RunAsync("Host=127.0.0.1;Port=1;Username=x", ["voucher", "import", Csv(Rows), "--book", Say.Village, .. words])).Exits(2);

    private static async Task<string> BookAsync()
    {
        var database = await TestLedger.NewDatabaseAsync();
        await using var ledger = await TestLedger.OpenAsync(database);
        await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook("2025-12"));
        return database;
    }

    private string Csv(IEnumerable<string> rows)
    {
        var file = Path.Combine(folder, Guid.NewGuid() + ".csv");
        File.WriteAllLines(file, rows.Prepend(Heading), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return file;
    }

    /// <summary>The same cells in a workbook, amounts as numbers.</summary>
    private string Xlsx(IEnumerable<string> rows)
    {
        var file = Path.Combine(folder, Guid.NewGuid() + ".xlsx");
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new(new SheetData(rows.Prepend(Heading).Select((row, number) => new Row(CellsOf(row).Select((text, column) => number > 0 && column > 5 && text.Length > 0
            ? new Cell { CellReference = $"{(char)('A' + column)}{number + 1}", DataType = CellValues.Number, CellValue = new(text) }
            : new Cell { CellReference = $"{(char)('A' + column)}{number + 1}", DataType = CellValues.InlineString, InlineString = new(new Text(text)) })))));
        book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "凭证" }));
        return file;
    }

    private static string[] CellsOf(string row) => row.Replace("\"1,000.00\"", "1000", StringComparison.Ordinal).Split(',');
}
