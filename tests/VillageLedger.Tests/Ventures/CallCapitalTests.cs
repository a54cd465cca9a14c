using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class CallCapitalTests
{
    [Fact]
    public void Holders_are_called_on() => AVenture().When(Call(Amount(A, 200) + "," + Amount(B, 100))).Then(new Stored(Jiucun, "capital-called.1", $$"""
        {"call":"ca1","venture":"jiucun","date":"2025-01-05","dueOn":"2025-02-05","amounts":[{"holder":"{{A}}","amountFen":200},{"holder":"{{B}}","amountFen":100}],"resolution":"联席会议4号"}
        """));

    [Fact]
    public void The_last_day_is_not_before_the_call() => AVenture().When(Call(Amount(A, 1), due: "2025-01-04")).ThenRefused(RefusalCode.DueBeforeCall, ("date", "2025-01-05"), ("dueOn", "2025-01-04"));

    [Fact]
    public void A_holder_is_called_on_once() => AVenture().When(Call(Amount(A, 1) + "," + Amount(A, 2))).ThenRefused(RefusalCode.HolderTwice);

    [Fact]
    public void Nobody_is_called_on() => AVenture().When(Call(Amount("party/h9", 1))).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void No_venture_is_called_on() => AVenture().When(Call(Amount(Jiucun, 1))).ThenRefused(RefusalCode.FieldInvalid);

    [Fact]
    public void The_venture_does_not_call_on_itself() => AVenture("company").When(Call(Amount(Firm, 1))).ThenRefused(RefusalCode.OwnShareholder);

    [Fact]
    public void A_call_on_no_holder_is_none() => AVenture().When(Call("")).ThenRefused(RefusalCode.FieldMissing, ("field", "amounts"));

    [Fact]
    public void Its_sum_keeps_the_bound() => AVenture().When(Call(Amount(A, Money.MaxFen) + "," + Amount(B, 1))).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Call(Amount(A, 1), venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
