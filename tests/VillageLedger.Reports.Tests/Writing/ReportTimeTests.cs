namespace VillageLedger.Reports.Tests.Writing;

public sealed class ReportTimeTests
{
    [Theory]
    [InlineData("2026-06-30", "2026-06-30T23:59:59.999999+08:00")]
    [InlineData("2026-06-30T12:00", "2026-06-30T12:00:00.000000+08:00")]
    [InlineData("2026-06-30T12:00:05", "2026-06-30T12:00:05.000000+08:00")]
    [InlineData("2026-06-30T12:00:05.123456", "2026-06-30T12:00:05.123456+08:00")]
    [InlineData("2026-06-30T16:00Z", "2026-07-01T00:00:00.000000+08:00")]
    [InlineData("2026-06-30T16:00:00.5-02:00", "2026-07-01T02:00:00.500000+08:00")]
    public void An_instant_is_Shanghais_unless_it_says_otherwise(string text, string at)
    {
        ReportTime.TryParse(text, out var parsed).ShouldBeTrue();
        ReportTime.Format(parsed).ShouldBe(at);
        ReportTime.TryParse(at, out var again).ShouldBeTrue();
        again.ShouldBe(parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("30.06.2026")]
    [InlineData("2026-06-30T25:00")]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59")]
    public void What_is_no_instant_of_a_ledger_is_not_taken_for_one(string text) => ReportTime.TryParse(text, out _).ShouldBeFalse();
}
