using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace VillageLedger.Requests.Tests.Imports;

public sealed class VoucherFileRefusalTests
{
    [Theory]
    [InlineData("1.005")]
    [InlineData("1.2E+05")]
    [InlineData("1,00.00")]
    [InlineData("90,071,992,547,409.92")]
    [InlineData("一百")]
    [InlineData("-")]
    [InlineData("1 000")]
    public void What_is_no_amount_in_yuan_and_fen_is_refused(string value) =>
        VoucherFiles.With("借方金额", value).ShouldBeRefused(RefusalCode.ImportAmountInvalid, ("row", "2"), ("column", "借方金额"), ("value", value));

    [Theory]
    [InlineData(1.005)]
    [InlineData(0.001)]
    [InlineData(1e15)]
    [InlineData(90071992547409.93)]
    public void A_number_of_a_workbook_that_is_not_whole_fen_is_refused(double number) =>
        VoucherFiles.Xlsx(VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", "甲", 101, "", "", number])
            .ShouldBeRefused(RefusalCode.ImportAmountInvalid, ("row", "2"), ("column", "借方金额"));

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-13-01")]
    [InlineData("30/6/2025")]
    [InlineData("25-06-30")]
    [InlineData("45838")]
    [InlineData("2025-06-30 14:05:00")]
    [InlineData("2025-06/30")]
    [InlineData("六月")]
    public void What_is_no_day_of_the_calendar_is_refused(string value) =>
        VoucherFiles.With("日期", value).ShouldBeRefused(RefusalCode.ImportDateInvalid, ("row", "2"), ("column", "日期"), ("value", value));

    [Fact]
    public void A_line_without_an_amount_is_refused() =>
        VoucherFiles.Rows("2025-06-30,记,2,,甲,101,,,,,,").ShouldBeRefused(RefusalCode.ImportSideMissing, ("row", "2"), ("column", "借方金额"), ("other", "贷方金额"));

    [Fact]
    public void A_line_with_both_amounts_is_refused() =>
        VoucherFiles.Rows("2025-06-30,记,2,,甲,101,,,1.00,2.00,,").ShouldBeRefused(RefusalCode.ImportSideTwice, ("row", "2"), ("column", "借方金额"), ("value", "1.00"), ("otherValue", "2.00"));

    [Theory]
    [InlineData("0", "0.00", "借方金额")]
    [InlineData("0.00", "", "借方金额")]
    [InlineData("", "0", "贷方金额")]
    public void A_line_of_zero_is_refused(string debit, string credit, string column) =>
        VoucherFiles.Rows($"2025-06-30,记,2,,甲,101,,,{debit},{credit},,").ShouldBeRefused(RefusalCode.ImportAmountZero, ("row", "2"), ("column", column));

    [Theory]
    [InlineData("摘要", "=HYPERLINK(\"x\")")]
    [InlineData("摘要", "+86 571")]
    [InlineData("摘要", "@SUM(A1)")]
    [InlineData("摘要", "-冲销")]
    [InlineData("摘要", "＝1+1")]
    [InlineData("摘要", " \t=1+1")]
    [InlineData("科目名称", "=1+1")]
    [InlineData("制单人", "=cmd|' /C calc'!A0")]
    [InlineData("凭证字", "@")]
    [InlineData("凭证号", "=12")]
    [InlineData("借方金额", "=1+1")]
    [InlineData("辅助核算", "+a")]
    public void A_cell_that_a_spreadsheet_would_run_is_refused(string column, string value) =>
        VoucherFiles.With(column, value).ShouldBeRefused(RefusalCode.ImportFormulaCell, ("row", "2"), ("column", column), ("value", value.Trim()));

    [Theory]
    [InlineData("摘要", "收\0租金")]
    [InlineData("摘要", "收\u0007租金")]
    [InlineData("科目编码", "10\02")]
    [InlineData("借方金额", "1\0")]
    public void A_NUL_or_control_character_is_refused(string column, string value) =>
        VoucherFiles.With(column, value).ShouldBeRefused(RefusalCode.ImportCellUnclean, ("row", "2"), ("column", column), ("value", value.Replace('\0', '\uFFFD').Replace('\u0007', '\uFFFD')));

    [Theory]
    [InlineData("甲_xD800_乙")]
    [InlineData("甲_x0000_乙")]
    public void Half_a_surrogate_pair_or_a_NUL_in_a_workbook_is_kept_as_its_escape_or_refused(string value)
    {
        var content = VoucherFiles.Xlsx(VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", value, 101, "", "", 1.0]);
        if (content.Faults.Count == 0) content.Vouchers[0].Summary.ShouldBe(value);
        else content.ShouldBeRefused(RefusalCode.ImportCellUnclean, ("row", "2"), ("column", "摘要"));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("abc")]
    [InlineData("102.0")]
    [InlineData("1234567890123456789012345")]
    public void What_is_no_account_code_is_refused(string value) =>
        VoucherFiles.With("科目编码", value).ShouldBeRefused(RefusalCode.ImportAccountInvalid, ("row", "2"), ("column", "科目编码"), ("value", value));

    [Theory]
    [InlineData(102.01)]
    [InlineData(123456789012345678.0)]
    public void An_account_code_that_a_number_cannot_keep_is_refused(double number) =>
        VoucherFiles.Xlsx(VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", "甲", number, "", "", 1.0])
            .ShouldBeRefused(RefusalCode.ImportAccountInvalid, ("row", "2"), ("column", "科目编码"));

    [Theory]
    [InlineData("客户:某公司")]
    [InlineData("project/1")]
    public void A_party_that_is_no_address_or_id_is_refused(string value) =>
        VoucherFiles.With("辅助核算", value).ShouldBeRefused(RefusalCode.ImportPartyInvalid, ("row", "2"), ("column", "辅助核算"), ("value", value));

    [Theory]
    [InlineData("-1")]
    [InlineData("10000")]
    [InlineData("两张")]
    public void An_attachment_count_that_is_no_count_is_refused(string value)
    {
        var content = VoucherFiles.With("附件数", value);
        content.ShouldBeRefused(RefusalCode.ImportCountInvalid, ("row", "2"), ("column", "附件数"), ("value", value));
    }

    [Fact]
    public void Texts_longer_than_a_voucher_takes_are_refused()
    {
        VoucherFiles.With("摘要", new string('长', 201)).ShouldBeRefused(RefusalCode.ImportTextTooLong, ("row", "2"), ("column", "摘要"), ("limit", "200"));
        VoucherFiles.With("凭证字", "现金收款字").ShouldBeRefused(RefusalCode.ImportTextTooLong, ("row", "2"), ("column", "凭证字"), ("limit", "4"));
        VoucherFiles.With("凭证号", new string('1', 41)).ShouldBeRefused(RefusalCode.ImportTextTooLong, ("row", "2"), ("column", "凭证号"), ("limit", "40"));
    }

    [Theory]
    [InlineData("日期")]
    [InlineData("凭证号")]
    [InlineData("摘要")]
    [InlineData("科目编码")]
    public void A_necessary_cell_that_is_empty_is_refused(string column) =>
        VoucherFiles.With(column, "").ShouldBeRefused(RefusalCode.ImportCellMissing, ("row", "2"), ("column", column));

    [Fact]
    public void A_first_row_that_continues_nothing_is_refused()
    {
        var content = VoucherFiles.Rows(",,,,甲,101,,,1.00,,,");
        content.Vouchers.ShouldBeEmpty();
        content.Faults.Select(fault => $"{fault.StableCode} {fault.Values["row"]} {fault.Values["column"]}").ShouldBe(["import-cell-missing 2 日期", "import-cell-missing 2 凭证号"]);
    }

    [Fact]
    public void Rows_of_one_voucher_that_disagree_on_its_attachments_are_refused() =>
        VoucherFiles.Rows("2025-06-30,记,2,3,甲,101,,,1.00,,,", "2025-06-30,记,2,4,甲,102,,,,1.00,,")
            .ShouldBeRefused(RefusalCode.ImportValuesDiffer, ("row", "3"), ("column", "附件数"), ("value", "4"), ("other", "3"), ("otherRow", "2"));

    [Fact]
    public void All_faults_are_told_and_half_a_good_file_gives_no_voucher()
    {
        var content = VoucherFiles.Rows(
            "2025-06-30,记,1,,甲,101,,,1.00,,,", "2025-06-30,记,1,,甲,102,,,,1.00,,",
            "2025-02-30,记,2,,甲,1,,,1.005,,,", ",,,,甲,102,,,,1.2E+05,,", "2025-06-30,记,3,x,=1,101,,,1,1,,");
        content.Vouchers.ShouldBeEmpty();
        content.Faults.Select(fault => $"{fault.StableCode} {fault.Values["row"]} {fault.Values["column"]}").ShouldBe(
        [
            "import-date-invalid 4 日期", "import-account-invalid 4 科目编码", "import-amount-invalid 4 借方金额", "import-amount-invalid 5 贷方金额",
            "import-formula-cell 6 摘要", "import-count-invalid 6 附件数", "import-side-twice 6 借方金额",
        ]);
        foreach (var fault in content.Faults) fault.ShouldTell(("row", fault.Values["row"]), ("column", fault.Values["column"]));
    }

    [Fact]
    public void A_missing_column_is_named_with_those_found()
    {
        var content = VoucherFiles.Csv("日期,凭证号,摘要,借方金额,贷方金额\n2025-06-30,1,甲,1.00,");
        content.ShouldBeRefused(RefusalCode.ImportColumnMissing, ("column", "科目编码"), ("row", "1"), ("found", "日期, 凭证号, 摘要, 借方金额, 贷方金额"));
    }

    [Fact]
    public void A_file_without_a_heading_lacks_every_necessary_column()
    {
        var content = VoucherFiles.Csv("2025-06-30,记,1,收租金,102,100.00,\n2025-06-30,记,1,收租金,50101,,100.00");
        content.Vouchers.ShouldBeEmpty();
        content.Faults.Select(fault => fault.Values["column"]).ShouldBe(["日期", "凭证号", "摘要", "科目编码", "借方金额", "贷方金额"]);
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused() =>
        VoucherFiles.Csv(VoucherFiles.Heading + ",借方金额\n2025-06-30,记,2,,甲,101,,,1.00,,,,2.00").ShouldBeRefused(RefusalCode.ImportColumnTwice, ("row", "1"), ("column", "借方金额"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData(VoucherFiles.Heading)]
    [InlineData(VoucherFiles.Heading + "\n合计,,,,,,,,0,0,,")]
    public void A_file_without_vouchers_is_refused(string text) => VoucherFiles.Csv(text).ShouldBeRefused(RefusalCode.ImportEmpty);

    [Fact]
    public void A_file_in_UTF16_is_refused_for_its_encoding()
    {
        const string Text = VoucherFiles.Heading + "\n2025-06-30,记,2,,甲,101,,,1.00,,,\n2025-06-30,记,2,,甲,102,,,,1.00,,";
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            VoucherFile.Read("a.csv", encoding.GetBytes(Text)).ShouldBeRefused(RefusalCode.ImportEncoding);
            VoucherFile.Read("a.csv", (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]).ShouldBeRefused(RefusalCode.ImportEncoding);
        }
    }

    [Fact]
    public void A_file_in_Big5_or_Shift_JIS_is_refused_for_its_encoding()
    {
        foreach (var name in (string[])["big5", "shift_jis"])
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
            VoucherFile.Read("a.csv", encoding.GetBytes("日期,字,摘要,科目,借方金額,貸方金額\n2025-06-30,1,租金收入,102,1.00,")).ShouldBeRefused(RefusalCode.ImportEncoding);
        }
    }

    [Fact]
    public void A_byte_that_fits_no_encoding_is_refused_with_its_row()
    {
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(VoucherFiles.Heading + "\n2025-06-30,记,2,,甲"), 0xFF, .. ",101,,,1.00,,,"u8];
        VoucherFile.Read("a.csv", file).ShouldBeRefused(RefusalCode.ImportEncoding, ("row", "2"));
        VoucherFile.Read("a.csv", file.AsMemory(3)).ShouldBeRefused(RefusalCode.ImportEncoding, ("row", "2"));
    }

    [Fact]
    public void Characters_lost_in_an_earlier_conversion_are_refused_with_their_row() =>
        VoucherFiles.Rows("2025-06-30,记,2,,甲,101,,,1.00,,,", "2025-06-30,记,2,,收\uFFFD\uFFFD,102,,,,1.00,,").ShouldBeRefused(RefusalCode.ImportEncoding, ("row", "3"));

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_where_it_begins()
    {
        VoucherFiles.Rows("2025-06-30,记,2,,\"甲,101,,,1.00,,,", "2025-06-30,记,2,,甲,102,,,,1.00,,").ShouldBeRefused(RefusalCode.ImportQuoteMisplaced, ("row", "2"));
        VoucherFiles.Rows("2025-06-30,记,2,,\"甲\"乙,101,,,1.00,,,").ShouldBeRefused(RefusalCode.ImportQuoteMisplaced, ("row", "2"), ("value", "\"甲\"乙"));
    }

    [Fact]
    public void A_file_of_100_MB_is_refused_before_it_is_read()
    {
        var refusal = VoucherFile.CheckSize(100L * 1024 * 1024).ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.ImportTooLarge);
        refusal.ShouldTell(("size", "100.0"), ("limit", "20"));
        VoucherFile.CheckSize(VoucherFile.MaxBytes).ShouldBeNull();
        VoucherFile.Read("a.csv", new byte[VoucherFile.MaxBytes + 1]).ShouldBeRefused(RefusalCode.ImportTooLarge);
    }

    [Fact]
    public void Row_50_001_is_one_too_many()
    {
        var row = Enumerable.Repeat("2025-06-30,记,2,,甲,101,,,1.00,,,", VoucherFile.MaxRows);
        VoucherFiles.Rows([.. row]).ShouldBeTaken().ShouldHaveSingleItem().Lines.Count.ShouldBe(VoucherFile.MaxRows);
        VoucherFiles.Rows([.. row, "2025-06-30,记,2,,甲,101,,,1.00,,,"]).ShouldBeRefused(RefusalCode.ImportTooManyRows, ("row", "50002"), ("limit", "50000"));
    }

    [Fact]
    public void Twenty_megabytes_of_blank_lines_are_refused()
    {
        var watch = Stopwatch.StartNew();
        VoucherFiles.Rows(new string('\n', VoucherFile.MaxBytes - 1_000)).ShouldBeRefused(RefusalCode.ImportTooManyRows);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_workbook_that_is_no_zip_is_refused() =>
        VoucherFile.Read("a.xlsx", "not a workbook"u8.ToArray()).ShouldBeRefused(RefusalCode.ImportFileInvalid, ("file", "a.xlsx"));

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) Workbook.Write(zip, "a.csv", VoucherFiles.Heading);
        VoucherFile.Read("a.xlsx", stream.ToArray()).ShouldBeRefused(RefusalCode.ImportFileInvalid, ("file", "a.xlsx"));
    }

    [Fact]
    public void A_workbook_that_unpacks_beyond_all_measure_is_refused_before_it_is_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            using var entry = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            for (var i = 0; i < 201; i++) entry.Write(zeros);
        }

        stream.Length.ShouldBeLessThan(VoucherFile.MaxBytes);
        VoucherFile.Read("bomb.xlsx", stream.ToArray()).ShouldBeRefused(RefusalCode.ImportExpandsTooFar, ("limit", "200"));
    }

    [Fact]
    public void Two_sheets_of_vouchers_are_refused()
    {
        object?[][] rows = [VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", "甲", 101, "", "", 1.0]];
        VoucherFile.Read("a.xlsx", Workbook.OfSheets(("六月", rows), ("七月", rows))).ShouldBeRefused(RefusalCode.ImportSeveralSheets, ("sheets", "六月, 七月"));
        VoucherFile.Read("a.xlsx", Workbook.OfSheets(("说明", [["请填写"]]), ("七月", rows))).ShouldBeTaken().Count.ShouldBe(1);
    }

    [Fact]
    public void An_error_of_a_formula_is_refused() =>
        VoucherFiles.With("辅助核算", "#N/A").ShouldBeRefused(RefusalCode.ImportCellError, ("row", "2"), ("column", "辅助核算"), ("value", "#N/A"));

    [Theory]
    [InlineData("t=\"e\"", "<f>VLOOKUP(1,A1,1)</f><v>#N/A</v>")]
    [InlineData("t='e' s=\"0\"", "<v>#REF!</v>")]
    public void An_error_of_a_formula_in_a_workbook_is_not_taken_for_an_empty_cell(string attributes, string content)
    {
        object?[] Row(object? party, object? amount) => [new DateTime(2025, 6, 30), "记", 1, "", "甲", 101, "", party, amount, 2.0];
        var error = content.Contains("#N/A", StringComparison.Ordinal) ? "#N/A" : "#REF!";
        VoucherFiles.Xlsx(VoucherFiles.HeadingCells, Row("", ""), [], Row(new Workbook.Raw(attributes, content), ""))
            .ShouldBeRefused(RefusalCode.ImportCellError, ("row", "4"), ("column", "辅助核算"), ("value", error));
        VoucherFiles.Xlsx(VoucherFiles.HeadingCells, Row("", new Workbook.Raw(attributes, content)))
            .ShouldBeRefused(RefusalCode.ImportCellError, ("row", "2"), ("column", "借方金额"), ("value", error));
    }

    [Fact]
    public void Entities_of_a_hostile_workbook_are_not_expanded()
    {
        using var stream = new MemoryStream(Workbook.Of(VoucherFiles.HeadingCells));
        using var hostile = new MemoryStream();
        stream.CopyTo(hostile);
        using (var zip = new ZipArchive(hostile, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            Workbook.Write(zip, "xl/worksheets/sheet1.xml", """<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>""");
        }

        VoucherFile.Read("a.xlsx", hostile.ToArray()).ShouldBeRefused(RefusalCode.ImportFileInvalid);
    }

    [Fact]
    public void A_spoilt_workbook_is_refused_or_read_but_never_throws()
    {
        const int Seed = 20250630;
        var random = new Random(Seed);
        byte[][] originals =
        [
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", "vouchers.xls")),
            Workbook.Of(VoucherFiles.HeadingCells, [new DateTime(2025, 6, 30), "记", 1, "", "甲", 101, "", "", 1.0]),
        ];
        foreach (var original in originals)
        {
            for (var i = 0; i < 300; i++)
            {
                var spoilt = original[..(i % 3 == 0 ? random.Next(8, original.Length) : original.Length)];
                for (var n = random.Next(1, 20); n > 0; n--) spoilt[random.Next(4, spoilt.Length)] = (byte)random.Next(256);
                var content = VoucherFile.Read("a.xls", spoilt);
                (content.Faults.Count > 0 || content.Vouchers.Count > 0).ShouldBeTrue($"seed {Seed}, try {i}");
            }
        }
    }
}
