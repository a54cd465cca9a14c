namespace VillageLedger.Tests;

/// <summary>A yearly rate on what was paid in, then what actually comes in: as 衢江–鄞州 (10 % for five years, then actual rent).</summary>
public sealed class FixedThenFloatingTests
{
    private const string Terms = """{"ratePpm":100000,"until":"2027-12","guarantor":"company/guotou","then":{"policy":"by-paid-in"}}""";
    private const string Yearly = """{"ratePpm":100000,"until":"2027-12","months":12,"guarantor":"company/guotou","then":{"policy":"by-paid-in"}}""";

    [Fact]
    public void A_month_of_the_fixed_time_gives_a_twelfth_and_the_guarantor_adds_what_is_missing()
    {
        var allocated = Allot.By("fixed-then-floating", Terms, 1_500, Allot.Basis(paidIn: "a 120000, b 240000"));
        (allocated.Shown(), allocated.TopUpFen, allocated.Guarantor).ShouldBe(("a 1000, b 2000", 1_500, Allot.Holder("company/guotou")));
    }

    [Fact]
    public void What_comes_in_beyond_the_fixed_rate_stays_with_the_venture()
    {
        var allocated = Allot.By("fixed-then-floating", Terms, 3_500, Allot.Basis(paidIn: "a 120000, b 240000"));
        (allocated.Shown(), allocated.RetainedFen, allocated.TopUpFen, allocated.Guarantor).ShouldBe(("a 1000, b 2000", 500, 0, null));
    }

    [Fact]
    public void A_loss_in_the_fixed_time_is_the_guarantors() =>
        Allot.By("fixed-then-floating", Terms, -500, Allot.Basis(paidIn: "a 120000, b 240000")).TopUpFen.ShouldBe(3_500);

    [Fact]
    public void The_last_fixed_month_is_fixed_and_the_next_floats()
    {
        Allot.By("fixed-then-floating", Terms, 9_000, Allot.Basis(paidIn: "a 120000, b 240000", month: new(2027, 12))).Shown().ShouldBe("a 1000, b 2000");
        Allot.By("fixed-then-floating", Terms, 9_000, Allot.Basis(paidIn: "a 120000, b 240000", month: new(2028, 1))).Shown().ShouldBe("a 3000, b 6000");
    }

    [Fact]
    public void Floating_income_can_go_by_share() =>
        Allot.By("fixed-then-floating", """{"ratePpm":1,"until":"2025-05","then":{"policy":"by-share"}}""", 90, Allot.Basis("a 2, b 1", "a 1")).Shown().ShouldBe("a 60, b 30");

    [Fact]
    public void Twelve_months_sum_to_the_years_amount_rounded_down_once()
    {
        // 10 % of 10.07 yuan is 100.7 fen a year: 100, whichever month the twelve begin with.
        for (var start = 1; start <= 12; start++)
            new Month(2025, start).To(new Month(2025, start).Plus(11)).Sum(month => Allot.By("fixed-then-floating", Terms, 0, Allot.Basis(paidIn: "a 1007", month: month)).Parts[0].PartFen)
                .ShouldBe(100, $"from month {start}");
    }

    [Fact]
    public void Paid_once_a_year_it_is_the_same() => Allot.By("fixed-then-floating", Yearly, 0, Allot.Basis(paidIn: "a 1007", month: new(2025, 12))).Shown().ShouldBe("a 100");

    [Fact]
    public void Each_of_79_villages_with_3_200_000_yuan_gets_320_000_and_all_25_280_000()
    {
        var villages = string.Join(", ", Enumerable.Range(1, 79).Select(i => $"v{i:D2} 320000000"));
        var allocated = Allot.By("fixed-then-floating", Yearly, 300_000_000_000, Allot.Basis(paidIn: villages, month: new(2025, 12)));
        allocated.Parts.ShouldAllBe(part => part.PartFen == 32_000_000);
        allocated.Parts.Sum(part => part.PartFen).ShouldBe(2_528_000_000);
    }
}
