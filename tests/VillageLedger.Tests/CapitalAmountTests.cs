using System.Globalization;

namespace VillageLedger.Tests;

/// <summary>会计基础工作规范 art. 52(3)–(5).</summary>
public sealed class CapitalAmountTests
{
    [Theory]
    [InlineData("0.05", "人民币伍分")]
    [InlineData("0.50", "人民币伍角整")]
    [InlineData("325.04", "人民币叁佰贰拾伍元零肆分")]
    [InlineData("1,409.50", "人民币壹仟肆佰零玖元伍角整")]
    [InlineData("1,680.32", "人民币壹仟陆佰捌拾元叁角贰分")]
    [InlineData("6,007.14", "人民币陆仟零柒元壹角肆分")]
    [InlineData("10,050.07", "人民币壹万零伍拾元零柒分")]
    [InlineData("16,409.02", "人民币壹万陆仟肆佰零玖元零贰分")]
    [InlineData("107,000.53", "人民币壹拾万柒仟元伍角叁分")]
    [InlineData("3,000,000.00", "人民币叁佰万元整")]
    [InlineData("24,180,554.26", "人民币贰仟肆佰壹拾捌万零伍佰伍拾肆元贰角陆分")]
    [InlineData("100,000,000.00", "人民币壹亿元整")]
    public void The_table_of_the_reference(string number, string capital) => Of(number).ShouldBe(capital);

    [Theory]
    [InlineData("0.00", "人民币零元整")]
    [InlineData("0.15", "人民币壹角伍分")]
    [InlineData("10.00", "人民币壹拾元整")]
    [InlineData("1,001.00", "人民币壹仟零壹元整")]
    [InlineData("1,000,100.00", "人民币壹佰万零壹佰元整")]
    [InlineData("100,001,000.00", "人民币壹亿零壹仟元整")]
    [InlineData("100,010,000.00", "人民币壹亿零壹万元整")]
    [InlineData("1,000,000,000.05", "人民币壹拾亿元零伍分")]
    [InlineData("1,000,000,000,000.00", "人民币壹万亿元整")]
    [InlineData("1,000,200,000,000.00", "人民币壹万零贰亿元整")]
    [InlineData("1,000,000,000,001.00", "人民币壹万亿零壹元整")]
    [InlineData("90,071,992,547,409.91", "人民币玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分")]
    [InlineData("-1,000.00", "人民币负壹仟元整")]
    [InlineData("-0.01", "人民币负壹分")]
    public void Zeros_large_and_red_amounts(string number, string capital) => Of(number).ShouldBe(capital);

    [Fact]
    public void What_no_amount_can_be_has_no_capital_form() => Should.Throw<ArgumentOutOfRangeException>(() => CapitalAmount.Of(new(Money.MaxFen + 1)));

    /// <summary>Every way of zeros and digits over fourteen places, and amounts of every size: each reads back, no 零 stands twice, 整 stands where there is no fen.</summary>
    [Fact]
    public void Every_amount_reads_back()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        var patterns = Enumerable.Range(0, 1 << 15).Select(bits => Enumerable.Range(0, 15).Aggregate(0L, (fen, place) => fen * 10 + ((bits >> place & 1) == 0 ? 0 : random.Next(1, 10))));
        var any = Enumerable.Range(0, 20_000).Select(_ => (long)(random.NextInt64(Money.MaxFen) / Math.Pow(10, random.Next(14))));
        foreach (var fen in patterns.Concat(any).SelectMany(fen => (long[])[fen, -fen]).Append(Money.MaxFen))
        {
            var text = CapitalAmount.Of(new(fen));
            Parse(text).ShouldBe(fen, text);
            text.ShouldNotContain("零零");
            text.EndsWith('整').ShouldBe(fen % 10 == 0, text);
            text.ShouldNotContain("零万");
            text.ShouldNotContain("零亿");
            if (fen != 0) text.ShouldNotContain("零元");
        }
    }

    [Fact]
    public void The_reader_of_this_test_tells_amounts_apart()
    {
        Parse("人民币壹拾万柒仟元伍角叁分").ShouldBe(10_700_053);
        Parse("人民币壹拾万零柒佰元伍角叁分").ShouldBe(10_070_053);
        Parse("人民币负壹万亿零贰元整").ShouldBe(-100_000_000_000_200);
    }

    private static string Of(string number) => Money.TryParse(number, out var amount) ? CapitalAmount.Of(amount) : throw new FormatException(number);

    /// <summary>Reads by the values of the characters alone: 亿 and 万 multiply what stands before them.</summary>
    private static long Parse(string text)
    {
        text.ShouldStartWith("人民币");
        long fen = 0, whole = 0, upToWan = 0, digit = 0;
        foreach (var c in text["人民币".Length..])
        {
            switch (c)
            {
                case '负' or '零' or '整': break;
                case '拾' or '佰' or '仟': (upToWan, digit) = (upToWan + digit * (c == '拾' ? 10 : c == '佰' ? 100 : 1_000), 0); break;
                case '万': (whole, upToWan, digit) = (whole + (upToWan + digit) * 10_000, 0, 0); break;
                case '亿': (whole, upToWan, digit) = ((whole + upToWan + digit) * 100_000_000, 0, 0); break;
                case '元': (fen, whole, upToWan, digit) = ((whole + upToWan + digit) * 100, 0, 0, 0); break;
                case '角': (fen, digit) = (fen + digit * 10, 0); break;
                case '分': (fen, digit) = (fen + digit, 0); break;
                default:
                    digit = "零壹贰叁肆伍陆柒捌玖".IndexOf(c, StringComparison.Ordinal);
                    digit.ShouldBePositive(text);
                    break;
            }
        }

        return text.Contains('负', StringComparison.Ordinal) ? -fen : fen;
    }
}
