using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests;

/// <summary><c>ledger bank import</c> from a bank's file to the reconciliation.</summary>
public sealed class BankTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-bank-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_statement_is_taken_once_and_matched(string format)
    {
        var database = await CashLedger.NewAsync();
        string[][] rows =
        [
            ["账号：201000012345678", "", "", "", "", "", ""],
            ["交易时间", "流水号", "收入（贷方）", "支出（借方）", "账户余额", "对方户名", "摘要"],
            // Newest first, as many banks write it; the line of 31 January is known.
            ["2025-02-10 09:15:00", "F0210", "", "4,000.00", "750,762.00", "=王小明", "支票 1001"],
            ["2025-02-03 16:00:01", "F0203", "31,000.00", "", "754,762.00", "李四", "+补贴"],
            ["2025-01-31 23:59:59", "F0131", "62.00", "", "723,762.00", "", "结息"],
            ["合计", "", "31,062.00", "4,000.00", "", "", ""],
        ];
        var file = format == "xlsx" ? Xlsx(rows) : Csv(rows);
        string[] words = ["bank", "import", file, "--book", Say.Village, "--account", "jbh", "--by", "wang", "--lang", "en"];
        (await LedgerProgram.RunAsync(database, [.. words, "--dry-run"])).Exits(0).Text.ShouldContain("2 lines can be recorded, 1 are known");
        (await LedgerProgram.RunAsync(database, words)).Exits(0).Text.ShouldContain("Recorded 2 lines; 1 were known");
        (await LedgerProgram.RunAsync(database, words)).Exits(1).Text.ShouldContain("statement-file-twice");
        (await LedgerProgram.RunAsync(database, Encoding.UTF8.GetBytes(SayCashMatch), "do", "-")).Exits(0);
        (await LedgerProgram.RunAsync(database, "report", "bank-statement", "--book", Say.Village, "--json")).Exits(0).Rows.ShouldBe(
        [
            "jbh 1 2025-01-10 22500000 72500000 F0110 ma-1~1 v-1#1 rule:match-statement.1", "jbh 2 2025-01-21 -130000 72370000 F0121 ma-1~2 v-2#2 rule:match-statement.1",
            "jbh 3 2025-01-31 6200 72376200 F0131   ", "jbh 4 2025-02-03 3100000 75476200 F0203   ", "jbh 5 2025-02-10 -400000 75076200 F0210 ma-2~1 v-3#2 rule:match-statement.1",
        ]);
        (await LedgerProgram.RunAsync(database, "report", "bank-reconciliation", "--book", Say.Village, "--month", "2025-02", "--json")).Exits(0).Rows.ShouldBe(
        [
            "jbh book-balance 2025-02-28   71970000", "jbh bank-received 2025-01-31 #3 F0131 6200", "jbh bank-received 2025-02-03 #4 F0203 3100000", "jbh book-adjusted 2025-02-28   75076200",
            "jbh statement-balance 2025-02-28   75076200", "jbh statement-adjusted 2025-02-28   75076200", "jbh difference 2025-02-28   0",
        ]);
        // At January's end the cheque was on its way still.
        (await LedgerProgram.RunAsync(database, "report", "bank-reconciliation", "--book", Say.Village, "--account", "jbh", "--month", "2025-01", "--json")).Exits(0).Rows
            .ShouldContain("jbh book-paid 2025-01-31 记-3#2 (v-3) 1001 -400000");
    }

    [Fact]
    public async Task Other_headings_are_named_and_a_gap_is_said()
    {
        var database = await CashLedger.NewAsync();
        var file = Csv([["日期", "进账", "出账", "结余"], ["20250205", "5.00", "", "723,768.00"]]);
        string[] words = ["bank", "import", file, "--book", Say.Village, "--account", "jbh", "--by", "wang", "--lang", "en"];
        (await LedgerProgram.RunAsync(database, words)).Exits(1).Text.ShouldContain("import-column-missing");
        (await LedgerProgram.RunAsync(database, [.. words, "--columns", "date=日期,in=进账,out=出账,balance=结余"])).Exits(0).Text.ShouldContain("begins 1.00 yuan away");
    }

    [Fact]
    public async Task A_balance_that_does_not_follow_names_the_files_row_and_nothing_is_recorded()
    {
        var database = await CashLedger.NewAsync();
        var file = Csv([["交易日期", "交易金额", "借贷标志", "余额"], ["2025-02-03", "5.00", "贷", "723,767.00"], ["2025-02-04", "1.00", "借", "723,766.01"]]);
        var json = (await LedgerProgram.RunAsync(database, "bank", "import", file, "--book", Say.Village, "--account", "jbh", "--by", "wang", "--json")).Exits(1).Text;
        json.ShouldContain("\"outcome\":\"refused\"");
        json.ShouldContain("\"faults\":[{\"row\":3,\"code\":\"statement-balance-broken\"");
        (await LedgerProgram.RunAsync(database, "report", "bank-statement", "--book", Say.Village, "--json")).Exits(0).Rows.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("--by", "w ang")]
    [InlineData("--book", "village")]
    [InlineData("--columns", "day=x")]
    [InlineData("--opening", "viel")]
    public async Task Words_that_are_off_are_wrong_usage(string option, string value)
    {
        string[] words = ["bank", "import", Csv([["x"]]), "--book", Say.Village, "--account", "jbh", "--by", "wang", "--columns", "date=x", "--opening", "0"];
        words[Array.IndexOf(words, option) + 1] = value;
        (await LedgerProgram.RunAsync(null, words)).Exits(2);
    }

    private const string SayCashMatch = """{"request":"match-statements","id":"ma-2","by":"wang","owner":"village/330110112201","bankAccount":"jbh"}""";

    /// <summary>In GB18030, as most banks' programs write it.</summary>
    private string Csv(string[][] rows)
    {
        var file = Path.Combine(folder, Guid.NewGuid() + ".csv");
        File.WriteAllBytes(file, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(string.Join("\r\n", rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\""))))));
        return file;
    }

    private string Xlsx(string[][] rows)
    {
        var file = Path.Combine(folder, Guid.NewGuid() + ".xlsx");
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new(new SheetData(rows.Select(row => new Row(row.Select(cell => new Cell { DataType = CellValues.InlineString, InlineString = new(new Text(cell)) })))));
        book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "明细" }));
        return file;
    }
}
