using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class StateExpectationTests
{
    [Fact]
    public void What_was_expected_is_stated() => AVenture().When(Expect()).Then(new Stored(Jiucun, "expectation-stated.1", """
        {"venture":"jiucun","from":"2026-01","assetFen":10000000000,"yearFen":300000000,"source":"余杭街道"}
        """));

    [Fact]
    public void For_one_holder() => AVenture().When(Expect($$""","holder":"{{B}}" """)).Stored("expectation-stated.1")["holder"]!.GetValue<string>().ShouldBe(B);

    [Fact]
    public void For_nobody() => AVenture().When(Expect(""","holder":"party/h9" """)).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Expect(venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
