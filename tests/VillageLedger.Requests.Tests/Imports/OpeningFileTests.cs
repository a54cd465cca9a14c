using System.Text;

namespace VillageLedger.Requests.Tests.Imports;

public sealed class OpeningFileTests
{
    private const string Heading = "科目编码,科目名称,往来单位,期初借方,期初贷方,本年累计借方,本年累计贷方";

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    public void Balances_and_the_years_turnover_are_read_and_accounts_above_passed_over(string encoding)
    {
        var text = $"""
            期初余额表
            {Heading}
            102,银行存款,,"1,300.00",,,
            102.01,信用社,,"1,000.00",0.00,900,600
            10202,专户,,300,,,
            112,应收款,h001,50,,,
            112,应收款,village/330110112202,,20,,
            301,资本,,0,0,,
            合计,,,1350.00,20.00,,
            """;
        var content = OpeningFile.Read("opening.csv", (encoding == "UTF-8" ? Encoding.UTF8 : VoucherFiles.Gb18030).GetBytes(text));
        content.Faults.ShouldBeEmpty();
        content.Rows.Select(row => (row.Row, row.Account.Value, row.Line is null)).ShouldBe([(3, "102", true), (4, "10201", false), (5, "10202", false), (6, "112", false), (7, "112", false), (8, "301", true)]);
        content.Rows[1].Line.ShouldBe(new(new("10201"), null, 100_000, null, 90_000, 60_000));
        content.Rows[4].Line.ShouldBe(new(new("112"), Holder.Of(Owner.Village("330110112202")), null, 2_000));
    }

    [Theory]
    [InlineData("102,,,1.005,,,", RefusalCode.ImportAmountInvalid, "期初借方")]
    [InlineData("102,,,1,2,,", RefusalCode.ImportSideTwice, "期初借方")]
    [InlineData("银行,,,1,,,", RefusalCode.ImportAccountInvalid, "科目编码")]
    [InlineData(",,,1,,,", RefusalCode.ImportCellMissing, "科目编码")]
    [InlineData("102,,某 某,1,,,", RefusalCode.ImportPartyInvalid, "往来单位")]
    public void What_is_wrong_is_named_by_row_and_column(string row, RefusalCode code, string column)
    {
        var fault = OpeningFile.Read("opening.csv", Encoding.UTF8.GetBytes(Heading + "\n" + row)).Faults.ShouldHaveSingleItem();
        (fault.Code, fault.Values["row"], fault.Values["column"]).ShouldBe((code, "2", column));
    }

    [Fact]
    public void A_file_without_balances_is_refused() => OpeningFile.Read("opening.csv", Encoding.UTF8.GetBytes(Heading + "\n")).Faults.ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.ImportEmpty);

    [Fact]
    public void A_file_without_a_column_of_credits_is_refused() =>
        OpeningFile.Read("opening.csv", Encoding.UTF8.GetBytes("科目编码,期初借方\n102,1")).Faults.ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.ImportColumnMissing);
}
