namespace VillageLedger.Tests;

public sealed class RecordWorksProgressTests
{
    [Fact]
    public void What_is_settled_is_said_altogether() => Awarded().Done(SayCompany.Progress(fen: 10_000, date: "2025-05-31")).When(SayCompany.Progress(fen: 40_000)).Then(new Stored(
        SayCompany.Stream, "works-progress-recorded.1", """{"company":"91330110MA2AAAAA1X","contract":"w1","date":"2025-06-30","amountFen":40000}"""));

    [Fact]
    public void What_was_settled_too_high_is_put_right_by_a_lower_amount() => Awarded().Done(SayCompany.Progress()).When(SayCompany.Progress(fen: 0, more: ""","document":"更正" """)).Then(new Stored(
        SayCompany.Stream, "works-progress-recorded.1", """{"company":"91330110MA2AAAAA1X","contract":"w1","date":"2025-06-30","amountFen":0,"document":"更正"}"""));

    [Fact]
    public void No_more_is_settled_than_the_price() => Awarded().When(SayCompany.Progress(fen: 40_001)).ThenRefused(RefusalCode.WorksBeyondContract, ("price", "400.00"));

    [Fact]
    public void Nothing_is_settled_before_the_award() => Awarded().When(SayCompany.Progress(date: "2025-03-31")).ThenRefused(RefusalCode.FieldInvalid, ("field", "date"));

    [Fact]
    public void Nothing_is_settled_before_what_was_settled_last() => Awarded().Done(SayCompany.Progress()).When(SayCompany.Progress(date: "2025-06-29")).ThenRefused(RefusalCode.FieldInvalid, ("field", "date"));

    [Fact]
    public void Works_that_nobody_awarded_make_no_progress() => SayCompany.WithParties().Done(SayCompany.Appoint("w1")).When(SayCompany.Progress()).ThenRefused(RefusalCode.ContractUnknown, ("contract", "w1"));

    [Fact]
    public void An_unknown_company_makes_no_progress() => Given.AVillage().When(SayCompany.Progress()).ThenRefused(RefusalCode.OwnerUnknown);

    private static Given Awarded() => SayCompany.WithParties().Done(SayCompany.Award(procedure: "tender"));
}
