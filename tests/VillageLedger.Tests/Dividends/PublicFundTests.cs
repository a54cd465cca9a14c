namespace VillageLedger.Tests;

/// <summary>Reference fixture 1 (10,000 yuan): of net income of 55, 7 went to the fund; Zhejiang asks for 30 %.</summary>
public sealed class PublicFundTests
{
    private static readonly int Floor = DividendRule.Versions.OfVersion(DividendRule.Versions.Carried.Single(rule => rule.Name == "village").Version)
        .StepsOn(new(2025, 12, 31)).Single(step => step.Kind == DividendSteps.PublicFund).RatePpm!.Value;

    [Theory]
    [InlineData(55_000_000, 7_000_000, 9_500_000)]
    [InlineData(55_000_000, 16_500_000, 0)]
    [InlineData(55_000_000, 16_499_999, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(-55_000_000, 0, 0)]
    [InlineData(Money.MaxFen, 0, 2_702_159_776_422_298)]
    public void What_a_fund_lacks_of_the_floor(long netIncomeFen, long fundFen, long shortfallFen) => PublicFund.Shortfall(netIncomeFen, fundFen, Floor).ShouldBe(shortfallFen);
}
