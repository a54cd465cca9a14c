using System.Globalization;

namespace VillageLedger.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.05", 5)]
    [InlineData("0.50", 50)]
    [InlineData("325.04", 32504)]
    [InlineData("1,409.50", 140950)]
    [InlineData("1,680.32", 168032)]
    [InlineData("6,007.14", 600714)]
    [InlineData("10,050.07", 1005007)]
    [InlineData("16,409.02", 1640902)]
    [InlineData("107,000.53", 10700053)]
    [InlineData("3,000,000.00", 300000000)]
    [InlineData("24,180,554.26", 2418055426)]
    [InlineData("100,000,000.00", 10000000000)]
    [InlineData("1000", 100000)]
    [InlineData("1000.5", 100050)]
    [InlineData("007", 700)]
    [InlineData(" 12.30 ", 1230)]
    [InlineData("　12.30　", 1230)]
    [InlineData("１，０００．００", 100000)]
    [InlineData("－３", -300)]
    [InlineData("-3", -300)]
    [InlineData("−3", -300)]
    [InlineData("-0", 0)]
    [InlineData("(3.00)", -300)]
    [InlineData("（1,234.56）", -123456)]
    [InlineData("¥12.5", 1250)]
    [InlineData("￥12.5", 1250)]
    [InlineData("￥ 12.5", 1250)]
    [InlineData("-￥12.5", -1250)]
    [InlineData("￥-12.5", -1250)]
    [InlineData("(￥12.5)", -1250)]
    [InlineData("90,071,992,547,409.91", 9007199254740991)]
    [InlineData("-90071992547409.91", -9007199254740991)]
    public void Amounts_are_read_as_people_write_them(string text, long fen)
    {
        Money.TryParse(text, out var amount).ShouldBeTrue();
        amount.ShouldBe(new Money(fen));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("()")]
    [InlineData("¥")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.005")]
    [InlineData("1.000")]
    [InlineData("1.2E+05")]
    [InlineData("1e5")]
    [InlineData("1 000")]
    [InlineData("1,00")]
    [InlineData("1,000,00")]
    [InlineData("1000,000")]
    [InlineData(",100")]
    [InlineData("1,")]
    [InlineData("1.00,0")]
    [InlineData("1.2.3")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("-(1)")]
    [InlineData("(-1)")]
    [InlineData("(1")]
    [InlineData("1)")]
    [InlineData("1-")]
    [InlineData("1¥000")]
    [InlineData("¥¥1")]
    [InlineData("10²")]
    [InlineData("①")]
    [InlineData("½")]
    [InlineData("٣")]
    [InlineData("一百")]
    [InlineData("0x10")]
    [InlineData("=1+1")]
    [InlineData("1元")]
    [InlineData("90,071,992,547,409.92")]
    [InlineData("-90071992547409.92")]
    [InlineData("99999999999999999999999999")]
    public void Whatever_else_is_not_an_amount(string? text) => Money.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Half_a_surrogate_pair_is_no_amount_and_no_exception()
    {
        Money.TryParse("1\ud800", out _).ShouldBeFalse();
        Money.TryParse("\udc001", out _).ShouldBeFalse();
        Money.TryParse("\0", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(100, "1.00")]
    [InlineData(-123450, "-1,234.50")]
    [InlineData(2418055426, "24,180,554.26")]
    [InlineData(Money.MaxFen, "90,071,992,547,409.91")]
    [InlineData(-Money.MaxFen, "-90,071,992,547,409.91")]
    [InlineData(long.MinValue, "-92,233,720,368,547,758.08")]
    public void Amounts_are_written_in_yuan_with_two_decimals(long fen, string text) => new Money(fen).ToString().ShouldBe(text);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("zh-CN")]
    public void The_machines_language_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            new Money(-123456789).ToString().ShouldBe("-1,234,567.89");
            Money.TryParse("-1,234,567.89", out var amount).ShouldBeTrue();
            amount.Fen.ShouldBe(-123456789);
            new Month(2025, 6).ToString().ShouldBe("2025-06");
            Given.AVillageBook().When(Say.Prepare(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook, ("date", "2024-12-31"), ("month", "2025-01"));
            Given.AVillageBook().Posted("v1").When(Say.Reverse(date: "2025-01-14")).ThenRefused(RefusalCode.ReversalBeforeOriginal, ("original", "2025-01-15"));
            Given.AVillageBook().Done(Say.Prepare()).When(Say.Close()).ThenRefused(RefusalCode.MonthNotReady, ("stopsEn", "1 vouchers are not posted: v1. Review and post, or discard them."));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Sums_beyond_the_bound_throw()
    {
        Should.Throw<OverflowException>(() => new Money(Money.MaxFen) + new Money(1));
        Should.Throw<OverflowException>(() => new Money(-Money.MaxFen) - new Money(1));
        Should.Throw<OverflowException>(() => new Money(long.MaxValue) + new Money(long.MaxValue));
        (new Money(Money.MaxFen) + new Money(-Money.MaxFen)).ShouldBe(Money.Zero);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            // As many small amounts as large ones.
            var fen = random.NextInt64(-Money.MaxFen, Money.MaxFen + 1) >> random.Next(0, 54);
            var text = new Money(fen).ToString();
            Money.TryParse(text, out var amount).ShouldBeTrue($"{text}, seed {seed}");
            amount.Fen.ShouldBe(fen, $"{text}, seed {seed}");
            Money.TryParse(text.Replace(",", "", StringComparison.Ordinal), out var plain).ShouldBeTrue($"{text}, seed {seed}");
            plain.ShouldBe(amount);
            Money.TryParse(FullWidth(text), out var wide).ShouldBeTrue($"{FullWidth(text)}, seed {seed}");
            wide.ShouldBe(amount);
            if (fen < 0) Money.TryParse($"({text[1..]})", out var bracketed).ShouldBe(bracketed == amount);
        }
    }

    [Fact]
    public void Reading_any_text_never_throws()
    {
        const string alphabet = "0123456789,.-()¥￥（）－，．eE+ \0\ud83d\ude00²①";
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var read = Should.NotThrow(() => Money.TryParse(text, out var amount) ? amount : (Money?)null, $"'{text}', seed {seed}");
            if (read is { } money) Money.Fits(money.Fen).ShouldBeTrue();
        }
    }

    private static string FullWidth(string text) => string.Concat(text.Select(c => (char)(c + 0xfee0)));
}
