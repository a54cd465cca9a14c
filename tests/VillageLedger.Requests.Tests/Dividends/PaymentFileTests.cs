using System.Text;
using VillageLedger.Requests.Tests.Imports;

namespace VillageLedger.Requests.Tests.Dividends;

/// <summary>What a bank reports, read without a database.</summary>
public sealed class PaymentFileTests
{
    private const string Heading = "户号或持有人,账号,金额,流水号,结果,原因";

    private static PaymentFileContent Rows(params string[] rows) => Csv(Heading + "\n" + string.Join('\n', rows));

    private static PaymentFileContent Csv(string text) => PaymentFile.Read("results.csv", Encoding.UTF8.GetBytes(text));

    private static void ShouldBeRefused(PaymentFileContent content, RefusalCode code, params (string Name, string Value)[] values)
    {
        content.Payments.ShouldBeEmpty();
        content.Faults.Select(fault => fault.Code).ShouldBe([code]);
        content.Faults[0].ShouldTell(values);
    }

    [Fact]
    public void Holder_account_amount_reference_and_result_are_read() => Rows("m001,6222 0200 1234 5678,\"1,234.50\",F1,成功,").Payments.ShouldBe(
        [new(2, new(Holder.Member("m001"), 123_450, "6222020012345678", "F1"), true, null)]);

    [Fact]
    public void What_failed_needs_neither_account_nor_reference() => Rows("member/m001,,12.00,,失败,账号已销户").Payments.ShouldBe(
        [new(2, new(Holder.Member("m001"), 1_200, "", ""), false, "账号已销户")]);

    [Fact]
    public void Headings_may_be_English() => Csv("holder,bankAccount,amount,reference,result,reason\nvillage/330110112201,201000012345678,1,F1,success,").Payments.Single().Payment.Holder.Kind.ShouldBe("village");

    [Fact]
    public void A_file_may_be_in_the_old_encoding() =>
        PaymentFile.Read("results.csv", VoucherFiles.Gb18030.GetBytes(Heading + "\nm001,6222020012345678,1.00,F1,失败,余额不足")).Payments.Single().Reason.ShouldBe("余额不足");

    [Fact]
    public void A_workbook_is_read_as_well() =>
        PaymentFile.Read("results.xlsx", Workbook.Of([Heading.Split(','), ["m001", "6222020012345678", 12.5, "F1", "成功", ""]])).Payments.Single().Payment.AmountFen.ShouldBe(1_250);

    [Fact]
    public void A_total_is_no_payment() => Rows("m001,6222020012345678,1.00,F1,成功,", "合计,,1.00,,,").Payments.Count.ShouldBe(1);

    [Theory]
    [InlineData("m 1,6222020012345678,1.00,F1,成功,", RefusalCode.ImportPartyInvalid, "户号或持有人", "m 1")]
    [InlineData(",6222020012345678,1.00,F1,成功,", RefusalCode.ImportCellMissing, "户号或持有人", "")]
    [InlineData("m001,6222020012345678,1.005,F1,成功,", RefusalCode.ImportAmountInvalid, "金额", "1.005")]
    [InlineData("m001,6222020012345678,0.00,F1,成功,", RefusalCode.ImportAmountZero, "金额", "0.00")]
    [InlineData("m001,6222020012345678,-1.00,F1,成功,", RefusalCode.ImportAmountNegative, "金额", "-1.00")]
    [InlineData("m001,6222020012345678,,F1,成功,", RefusalCode.ImportCellMissing, "金额", "")]
    [InlineData("m001,6.22202E+15,1.00,F1,成功,", RefusalCode.ImportBankAccountInvalid, "账号", "…")]
    [InlineData("m001,=6222020012345678,1.00,F1,成功,", RefusalCode.ImportFormulaCell, "账号", "…")]
    [InlineData("m001,,1.00,F1,成功,", RefusalCode.ImportCellMissing, "账号", "")]
    [InlineData("m001,6222020012345678,1.00,,成功,", RefusalCode.ImportCellMissing, "流水号", "")]
    [InlineData("m001,6222020012345678,1.00,F1,处理中,", RefusalCode.ImportResultInvalid, "结果", "处理中")]
    [InlineData("m001,6222020012345678,1.00,F1,,", RefusalCode.ImportCellMissing, "结果", "")]
    public void A_fault_names_row_and_column_and_quotes_no_bank_account(string row, RefusalCode code, string column, string value)
    {
        var content = Rows("m000,6222020012345678,1.00,F0,成功,", row);
        ShouldBeRefused(content, code, ("row", "3"), ("column", column));
        content.Faults[0].Values["value"].ShouldBe(value);
    }

    [Fact]
    public void A_column_that_is_missing_is_named() => ShouldBeRefused(Csv("户号,账号,金额,流水号\nm001,1234,1,F1"), RefusalCode.ImportColumnMissing, ("column", "结果"));

    [Fact]
    public void A_file_without_rows_is_empty() => ShouldBeRefused(Csv(Heading), RefusalCode.ImportEmpty);

    [Fact]
    public void More_than_a_request_takes_is_too_much() =>
        ShouldBeRefused(Rows([.. Enumerable.Range(1, 5_001).Select(i => $"m{i},6222020012345678,1.00,F{i},成功,")]), RefusalCode.ImportTooManyRows, ("row", "5002"), ("limit", "5000"));
}
