using System.Security.Cryptography;
using System.Text;

namespace VillageLedger.Requests.Tests.Imports;

public sealed class VoucherFileTests
{
    private static readonly string Sample = VoucherFiles.Heading + """

        2025-06-30,记,12,2,收租金,102,银行存款,,"1,234.56",,张三,李四
        2025/6/30,记,12,2,王家铺租金,50101,租金收入,,,1234.56,张三,李四
        2025年7月1日,收,1,,收回借款,101,库存现金,,0.10,,张三,李四
        20250701,收,1,,收回借款,112,应收款,party/g07,,0.10,张三,李四

        """.Replace("        ", "", StringComparison.Ordinal);

    [Fact]
    public void Utf8_with_and_without_bom_and_GB18030_read_the_same()
    {
        byte[][] files = [Encoding.UTF8.GetBytes(Sample), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample)], VoucherFiles.Gb18030.GetBytes(Sample), VoucherFiles.Gb18030.GetBytes(Sample.ReplaceLineEndings("\r\n"))];
        foreach (var file in files)
        {
            var content = VoucherFile.Read("六月.csv", file);
            content.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
            ShouldBeTheSample(content.ShouldBeTaken(), 2);
        }
    }

    [Fact]
    public void Tabs_and_semicolons_are_found_by_the_heading()
    {
        foreach (var delimiter in "\t;")
            ShouldBeTheSample(VoucherFiles.Csv(Sample.Replace("\"1,234.56\"", "1234.56", StringComparison.Ordinal).Replace(',', delimiter)).ShouldBeTaken(), 2);
    }

    [Fact]
    public void A_workbook_xlsx_gives_the_same_vouchers()
    {
        var content = VoucherFiles.Xlsx(
            ["某村凭证列表"],
            VoucherFiles.HeadingCells,
            [new DateTime(2025, 6, 30), "记", 12.0, 2.0, "收租金", 102.0, "银行存款", "", 1234.56, "", "张三", "李四"],
            ["", "", "", "", "王家铺租金", "50101", "租金收入", "", "", 1234.56, "", ""],
            ["2025-07-01", "收", 1, "", "收回借款", 101, "", "", 0.1, "", "张三", "李四"],
            ["", "", "", "", "", 112, "", "party/g07", "", 0.30000000000000004 - 0.2]);
        ShouldBeTheSample(content.ShouldBeTaken(), 3);
    }

    [Fact]
    public void A_workbook_xls_gives_its_vouchers()
    {
        // Made once by xlwt (BIFF8), with codes and numbers as numbers and dates as dates.
        var content = VoucherFile.Read("vouchers.xls", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", "vouchers.xls")));
        var vouchers = content.ShouldBeTaken();
        vouchers.Select(voucher => $"{voucher.Type}-{voucher.SourceNumber} {voucher.Date:yyyy-MM-dd} {voucher.Summary} {voucher.AttachmentCount} {voucher.PreparedBy}/{voucher.ReviewedBy}")
            .ShouldBe(["记-12 2025-06-30 收租金 2 张三/李四", "收-1 2025-07-01 收回借款 0 张三/李四"]);
        vouchers[0].Lines.ShouldBe([new(new("102"), DebitFen: 123456), new(new("50101"), CreditFen: 123456)]);
        vouchers[1].Lines.ShouldBe([new(new("101"), DebitFen: 10), new(new("112"), CreditFen: 10, Party: Holder.Party("g07"))]);
        vouchers[1].LineRows.ShouldBe([5, 6]);
    }

    [Fact]
    public void Lines_of_one_voucher_need_not_follow_each_other_and_keep_their_rows()
    {
        var vouchers = VoucherFiles.Rows(
            "2025-06-30,记,2,,甲,101,,,1.00,,,", "2025-06-30,记,1,,乙,101,,,2.00,,,", "2025-06-30,记,2,,甲,102,,,,1.00,,", "2025-07-30,记,2,,丙,102,,,,1.00,,").ShouldBeTaken();
        vouchers.Select(voucher => (voucher.SourceNumber, voucher.FirstRow)).ShouldBe([("2", 2), ("1", 3), ("2", 5)]);
        vouchers[0].LineRows.ShouldBe([2, 4]);
        vouchers[0].RowOf(2).ShouldBe(4);
        vouchers[0].RowOf(0).ShouldBe(2);
    }

    [Fact]
    public void Blank_date_type_and_number_carry_on_the_voucher_above()
    {
        var vouchers = VoucherFiles.Rows("2025-06-30,,2,,甲,101,,,1.00,,,", ",,,,,102,,,,1.00,,", "", ",,,,乙,102,,,,3.00,,").ShouldBeTaken();
        vouchers.ShouldHaveSingleItem().Lines.Select(line => line.Summary).ShouldBe([null, null, "乙"]);
        vouchers[0].Type.ShouldBe("记");
        vouchers[0].LineRows.ShouldBe([2, 3, 5]);
    }

    [Theory]
    [InlineData("凭证号", "3")]
    [InlineData("日期", "2025-06-30")]
    public void A_row_with_a_part_of_date_and_number_continues_nothing(string has, string value)
    {
        var cells = string.Join(",", VoucherFiles.Heading.Split(',').Select(name => name == has ? value : name switch { "摘要" => "甲", "科目编码" => "101", "借方金额" => "1.00", _ => "" }));
        VoucherFiles.Rows("2025-06-30,记,2,,甲,101,,,1.00,,,", cells)
            .ShouldBeRefused(RefusalCode.ImportCellMissing, ("row", "3"), ("column", has == "日期" ? "凭证号" : "日期"));
    }

    [Fact]
    public void Totals_empty_rows_and_repeated_headings_are_no_lines()
    {
        var vouchers = VoucherFiles.Rows(
            ",,,,,,,,,,,", "2025-06-30,记,2,,甲,101,,,1.00,,,", ",,,,小 计,,,,1.00,0.00,,", VoucherFiles.Heading, ",,,,,102,,,,1.00,,", "合计：,,,,,,,,1.00,1.00,,").ShouldBeTaken();
        vouchers.ShouldHaveSingleItem().LineRows.ShouldBe([3, 6]);
    }

    [Fact]
    public void Kingdee_columns_with_debit_and_credit_are_read()
    {
        var vouchers = VoucherFiles.Csv("""
            FDATE,FTRANSDATE,FPERIOD,FGROUP,FNUM,FENTRYID,FEXP,FACCTID,FCLSNAME1,FOBJID1,FOBJNAME1,FCYID,FEXCHRATE,FDC,FFCYAMT,FQTY,FPRICE,FDEBIT,FCREDIT,FSETTLCODE,FPREPARE,FPOSTER,FCHECKER,FATT
            2025-06-30,2025-06-29,6,记,12,0,收租金,102,,,,RMB,1,1,100,0,0,100.00,0.00,,张三,,李四,3
            2025-06-30,2025-06-29,6,记,12,1,收租金,112.01,客户,g07,某公司,RMB,1,0,100,0,0,0,100.00,,张三,,李四,3
            """).ShouldBeTaken();
        var voucher = vouchers.ShouldHaveSingleItem();
        voucher.Lines.ShouldBe([new(new("102"), DebitFen: 10000), new(new("11201"), CreditFen: 10000, Party: Holder.Party("g07"))]);
        (voucher.AttachmentCount, voucher.PreparedBy, voucher.ReviewedBy, voucher.SourceNumber).ShouldBe((3, "张三", "李四", "12"));
    }

    [Fact]
    public void Objects_of_kingdee_are_parties_and_projects()
    {
        var lines = VoucherFiles.Csv(Objects).ShouldBeTaken().ShouldHaveSingleItem().Lines;
        lines.ShouldBe([new(new("112"), DebitFen: 10000, Party: Holder.Party("K01"), Project: "大棚"), new(new("501"), CreditFen: 10000)]);
    }

    [Fact]
    public void A_table_says_what_objects_are_here()
    {
        var map = ObjectMap.Read("objects.csv", VoucherFiles.Gb18030.GetBytes("核算类别,代码,对应\n客户,K01,village/330110112202\n,大棚,project:一号大棚\n"));
        VoucherFile.Read("k.csv", Encoding.UTF8.GetBytes(Objects), objects: map).ShouldBeTaken().ShouldHaveSingleItem().Lines[0]
            .ShouldBe(new(new("112"), DebitFen: 10000, Party: Holder.Of(Owner.Village("330110112202")), Project: "一号大棚"));
    }

    [Fact]
    public void An_object_that_the_table_lacks_is_refused() => VoucherFile.Read("k.csv", Encoding.UTF8.GetBytes(Objects), objects: ObjectMap.Read("o.csv", Encoding.UTF8.GetBytes("代码,对应\n大棚,project:x\n")))
        .ShouldBeRefused(RefusalCode.ImportPartyInvalid, ("row", "2"), ("column", "FOBJID1"), ("value", "K01"));

    [Fact]
    public void A_table_that_names_nobody_is_refused_itself() => VoucherFile.Read("k.csv", Encoding.UTF8.GetBytes(Objects), objects: ObjectMap.Read("o.csv", Encoding.UTF8.GetBytes("代码,对应\nK01,某某 公司\n")))
        .ShouldBeRefused(RefusalCode.ImportPartyInvalid, ("row", "2"), ("column", "对应"));

    [Fact]
    public void A_line_has_one_party_and_one_project() => VoucherFiles.Csv(Objects.Replace("项目", "部门", StringComparison.Ordinal).Replace("大棚", "B02", StringComparison.Ordinal))
        .ShouldBeRefused(RefusalCode.ImportObjectTwice, ("row", "2"), ("column", "FOBJID2"), ("value", "B02"));

    private const string Objects = """
        FDATE,FGROUP,FNUM,FEXP,FACCTID,FCLSNAME1,FOBJID1,FOBJNAME1,FCLSNAME2,FOBJID2,FOBJNAME2,FDC,FFCYAMT
        2023-06-30,记,12,应收租金,112,客户,K01,粮站,项目,大棚,大棚,1,100
        2023-06-30,记,12,应收租金,501,,,,,,,0,100
        """;

    [Fact]
    public void Kingdee_columns_with_side_and_amount_are_read()
    {
        var voucher = VoucherFiles.Csv("FDATE,FGROUP,FNUM,FEXP,FACCTID,FCYID,FDC,FFCYAMT\n2025-06-30,记,12,收租金,102,RMB,1,100\n2025-06-30,记,12,收租金,50101,RMB,0,100").ShouldBeTaken().ShouldHaveSingleItem();
        voucher.Lines.ShouldBe([new(new("102"), DebitFen: 10000), new(new("50101"), CreditFen: 10000)]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("")]
    public void A_side_that_is_neither_debit_nor_credit_is_refused(string side) =>
        VoucherFiles.Csv($"FDATE,FNUM,FEXP,FACCTID,FDC,FFCYAMT\n2025-06-30,12,收租金,102,{side},100")
            .ShouldBeRefused(side.Length == 0 ? RefusalCode.ImportCellMissing : RefusalCode.ImportDirectionInvalid, ("row", "2"), ("column", "FDC"), ("value", side));

    [Fact]
    public void A_foreign_currency_is_refused() =>
        VoucherFiles.Csv("FDATE,FNUM,FEXP,FACCTID,FCYID,FDC,FFCYAMT\n2025-06-30,12,收租金,102,USD,1,100")
            .ShouldBeRefused(RefusalCode.ImportCurrencyForeign, ("row", "2"), ("column", "FCYID"), ("value", "USD"));

    [Fact]
    public void Headings_are_found_in_any_width_with_brackets_spaces_and_synonyms()
    {
        var voucher = VoucherFiles.Csv("某村\n制表：某人\n *凭证日期,凭证字号,【摘 要】,科目代码,借方（元）,贷方金额(RMB)\n2025-06-30,记-0012,收租金,102,1,\n2025-06-30,记-0012,收租金,101,,1").ShouldBeTaken().ShouldHaveSingleItem();
        (voucher.Type, voucher.SourceNumber, voucher.FirstRow, voucher.Lines.Count).ShouldBe(("记", "0012", 4, 2));
    }

    [Theory]
    [InlineData("", "记-12", "记", "12")]
    [InlineData("", "收字第１２号", "收", "12")]
    [InlineData("", "12", "记", "12")]
    [InlineData("付", "付-7", "付", "7")]
    [InlineData("付", "2025-7", "付", "2025-7")]
    public void The_number_stands_apart_from_its_type(string type, string number, string expectedType, string expectedNumber)
    {
        var voucher = VoucherFiles.Rows($"2025-06-30,{type},{number},,甲,101,,,1.00,,,").ShouldBeTaken().ShouldHaveSingleItem();
        (voucher.Type, voucher.SourceNumber).ShouldBe((expectedType, expectedNumber));
    }

    [Theory]
    [InlineData("1,000.00", 100000)]
    [InlineData("１，０００．００", 100000)]
    [InlineData("-3", -300)]
    [InlineData("(3.00)", -300)]
    [InlineData("（3.5）", -350)]
    [InlineData("￥12.5", 1250)]
    [InlineData(" 90,071,992,547,409.91\t", 9007199254740991)]
    public void Amounts_as_people_write_them_are_taken(string value, long fen) =>
        VoucherFiles.With("借方金额", value).ShouldBeTaken()[0].Lines[0].DebitFen.ShouldBe(fen);

    [Theory]
    [InlineData("2025-06-30")]
    [InlineData("2025/6/30")]
    [InlineData("2025.06.30")]
    [InlineData("2025年6月30日")]
    [InlineData("20250630")]
    [InlineData("２０２５－０６－３０")]
    [InlineData("2025-06-30 00:00:00")]
    public void Dates_as_people_write_them_are_taken(string value) => VoucherFiles.With("日期", value).ShouldBeTaken()[0].Date.ShouldBe(new(2025, 6, 30));

    [Fact]
    public void A_zero_on_the_other_side_counts_as_none()
    {
        var voucher = VoucherFiles.Rows("2025-06-30,记,2,,甲,101,,,1.00,0.00,,", "2025-06-30,记,2,,甲,102,,,0,1.00,,").ShouldBeTaken().ShouldHaveSingleItem();
        voucher.Lines.ShouldBe([new(new("101"), DebitFen: 100), new(new("102"), CreditFen: 100)]);
    }

    [Theory]
    [InlineData(102.0, "102")]
    [InlineData(100201.0, "100201")]
    public void Account_codes_kept_as_numbers_are_codes(double number, string code) =>
        VoucherFiles.Xlsx(VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", "甲", number, "", "", 1.0]).ShouldBeTaken()[0].Lines[0].Account.Value.ShouldBe(code);

    [Theory]
    [InlineData(1234567890123.45, 123456789012345)]
    [InlineData(90071992547409.91, 9007199254740991)]
    [InlineData(0.1 + 0.2, 30)]
    [InlineData(-0.07, -7)]
    [InlineData(1.1 * 3, 330)]
    public void Amounts_kept_as_numbers_are_exact_to_the_fen(double number, long fen) =>
        VoucherFiles.Xlsx(VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", "甲", 101, "", "", number]).ShouldBeTaken()[0].Lines[0].DebitFen.ShouldBe(fen);

    [Fact]
    public void A_formula_with_a_result_counts_by_its_result() =>
        VoucherFiles.Xlsx(VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", "甲", 101, "", "", new Workbook.Raw("", "<f>1+2</f><v>3</v>")]).ShouldBeTaken()[0].Lines[0].DebitFen.ShouldBe(300);

    [Fact]
    public void A_summary_may_hold_delimiters_quotes_and_breaks()
    {
        VoucherFiles.With("摘要", "修Φ5\"管,共\n3处").ShouldBeTaken()[0].Summary.ShouldBe("修Φ5\"管,共 3处");
        VoucherFiles.Rows("2025-06-30,记,2,,修Φ5\"管,101,,,1.00,,,").ShouldBeTaken()[0].Summary.ShouldBe("修Φ5\"管");
    }

    [Fact]
    public void Progress_ends_with_all_of_it()
    {
        var rows = Enumerable.Range(1, 3_000).Select(i => $"2025-06-30,记,{i},,甲,101,,,1.00,,,");
        var text = VoucherFiles.Heading + "\n" + string.Join("\n", rows);
        var reports = new List<(long Done, long Total)>();
        VoucherFile.Read("a.csv", Encoding.UTF8.GetBytes(text), (done, total) => reports.Add((done, total))).ShouldBeTaken().Count.ShouldBe(3_000);
        reports.Count.ShouldBeGreaterThan(2);
        reports.ShouldAllBe(report => report.Done <= report.Total);
        reports[^1].Done.ShouldBe(reports[^1].Total);
    }

    private static void ShouldBeTheSample(IReadOnlyList<ImportedVoucher> vouchers, int firstRow)
    {
        vouchers.Count.ShouldBe(2);
        var (first, second) = (vouchers[0], vouchers[1]);
        (first.FirstRow, first.Type, first.SourceNumber, first.Date, first.Summary, first.AttachmentCount, first.PreparedBy, first.ReviewedBy)
            .ShouldBe((firstRow, "记", "12", new DateOnly(2025, 6, 30), "收租金", 2, "张三", "李四"));
        first.Lines.ShouldBe([new(new("102"), DebitFen: 123456), new(new("50101"), CreditFen: 123456, Summary: "王家铺租金")]);
        (second.FirstRow, second.Type, second.SourceNumber, second.Date, second.AttachmentCount).ShouldBe((firstRow + 2, "收", "1", new DateOnly(2025, 7, 1), 0));
        second.Lines.ShouldBe([new(new("101"), DebitFen: 10), new(new("112"), CreditFen: 10, Party: Holder.Party("g07"))]);
        second.LineRows.ShouldBe([firstRow + 2, firstRow + 3]);
    }
}
