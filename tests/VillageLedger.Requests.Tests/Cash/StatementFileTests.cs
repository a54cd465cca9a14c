using System.Text;

namespace VillageLedger.Requests.Tests.Cash;

public sealed class StatementFileTests
{
    [Fact]
    public void Lines_are_read_by_their_headings_in_both_languages()
    {
        Shown(Read("交易日期,收入,支出,余额,流水号", "2025-01-05,10.00,,110.00,A1", "2025-01-06,,2.5,107.50,A2")).ShouldBe(["2: 2025-01-05 1000 11000 A1", "3: 2025-01-06 -250 10750 A2"]);
        Shown(Read("Date,Credit,Debit,Balance,Reference", "2025-01-05,10.00,0.00,110.00,A1")).ShouldBe(["2: 2025-01-05 1000 11000 A1"]);
    }

    [Fact]
    public void The_newest_first_is_turned_by_date() => Shown(Read("日期,收入,支出", "2025-01-06,1,", "2025-01-05,2,")).ShouldBe(["3: 2025-01-05 200  ", "2: 2025-01-06 100  "]);

    [Fact]
    public void Within_a_day_the_balances_tell() => Shown(Read("日期,收入,支出,余额", "2025-01-05,1,,3", "2025-01-05,2,,2")).ShouldBe(["3: 2025-01-05 200 200 ", "2: 2025-01-05 100 300 "]);

    [Theory]
    [InlineData("贷", 500)]
    [InlineData("借", -500)]
    public void One_amount_has_a_direction(string direction, long fen) => Read("日期,交易金额,借贷标志", $"2025-01-05,5.00,{direction}").Lines.Single().Line.AmountFen.ShouldBe(fen);

    [Fact]
    public void One_amount_may_have_its_sign() => Read("日期,金额", "2025-01-05,-5.00").Lines.Single().Line.AmountFen.ShouldBe(-500);

    [Theory]
    [InlineData("2025-01-05 13:22:11")]
    [InlineData("20250105132211")]
    [InlineData("2025年1月5日")]
    public void The_time_of_day_says_nothing(string date) => Read("交易时间,收入,支出", $"{date},1,").Lines.Single().Line.Date.ShouldBe(new(2025, 1, 5));

    [Fact]
    public void What_names_others_is_not_read_nor_quoted()
    {
        var file = Read("日期,收入,支出,对方户名,摘要", "2025-01-05,1,,=王小明,+转账");
        file.Faults.ShouldBeEmpty();
        file.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public void A_reference_that_looks_like_a_card_is_left_out() => Read("日期,收入,支出,流水号", "2025-01-05,1,,6222021234567890128").Lines.Single().Line.Reference.ShouldBeNull();

    [Theory]
    [InlineData("2025-01-05,,", RefusalCode.ImportSideMissing)]
    [InlineData("2025-01-05,1,2", RefusalCode.ImportSideTwice)]
    [InlineData("2025-02-30,1,", RefusalCode.ImportDateInvalid)]
    [InlineData(",1,", RefusalCode.ImportCellMissing)]
    [InlineData("2025-01-05,1.005,", RefusalCode.ImportAmountInvalid)]
    public void A_fault_names_its_row(string row, RefusalCode code)
    {
        var fault = Read("日期,收入,支出", "2025-01-04,1,", row).Faults.Single();
        fault.Code.ShouldBe(code);
        fault.Values["row"].ShouldBe("3");
    }

    [Fact]
    public void Without_amounts_there_is_no_statement() => Read("日期,余额", "2025-01-05,1").Faults.Select(fault => fault.Code).Distinct().ShouldBe([RefusalCode.ImportColumnMissing]);

    [Theory]
    [InlineData("date")]
    [InlineData("day=x")]
    [InlineData("date=")]
    [InlineData("date=x,date=y")]
    public void Columns_are_named_by_their_words(string columns) => StatementColumns.Read(columns).ShouldBeNull();

    private static StatementFileContent Read(params string[] rows) => StatementFile.Read("statement.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows)));

    private static IEnumerable<string> Shown(StatementFileContent file) => file.Lines.Select(line => $"{line.Row}: {line.Line.Date:yyyy-MM-dd} {line.Line.AmountFen} {line.Line.BalanceFen} {line.Line.Reference}");
}
