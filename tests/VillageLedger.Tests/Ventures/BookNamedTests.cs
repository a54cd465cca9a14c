using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

/// <summary>A refusal from one of several books says whose it is, in both languages, whatever the refusal is.</summary>
public sealed class BookNamedTests
{
    [Theory]
    [MemberData(nameof(EveryRefusalTests.Codes), MemberType = typeof(EveryRefusalTests))]
    public void Every_refusal_within_a_book_names_it(RefusalCode code)
    {
        var refusal = Refusal.Of(code).In(Owner.Village("330110112202"));
        refusal.Message(Language.Chinese).ShouldContain(B);
        refusal.Message(Language.English).ShouldContain(B);
    }

    [Fact]
    public void The_book_stands_before_a_message_that_does_not_name_it() => AVenture().Done(Close("2025-01", Jiucun, A)).When(Allocate(date: "2025-03-01")).Refusal!
        .ShouldSatisfyAllConditions(refusal => refusal.Message(Language.Chinese).ShouldStartWith(B + "：2025-03"), refusal => refusal.Message(Language.English).ShouldStartWith(B + ": "));

    [Fact]
    public void A_message_that_names_it_names_it_once() => AVenture().Done(Close("2025-01", B)).When(Allocate()).Refusal!.Message(Language.English).Split(B).Length.ShouldBe(2);
}
