namespace VillageLedger.Tests;

public sealed class WithdrawQuestionTests
{
    [Fact]
    public void A_question_is_withdrawn() => SayQuestion.Asked().When(SayQuestion.Withdraw(more: ",\"reason\":\"重复提出\""))
        .Then(new Stored(SayQuestion.Register, "question-withdrawn.1", """{"question":"q1","withdrawn":"2025-02-07","withdrawnBy":"tang","reason":"重复提出"}"""));

    [Fact]
    public void An_answered_question_is_withdrawn() => SayQuestion.Answered().When(SayQuestion.Withdraw(by: "he")).Facts.Count.ShouldBe(1);

    [Fact]
    public void Nobody_withdraws_what_he_answered() => SayQuestion.Answered().Done(SayQuestion.Return()).When(SayQuestion.Withdraw(by: "wang")).ThenRefused(RefusalCode.JudgedByAnswerer, ("by", "wang"));

    [Fact]
    public void A_question_is_withdrawn_once() => SayQuestion.Asked().Done(SayQuestion.Withdraw()).When(SayQuestion.Withdraw(by: "he")).ThenRefused(RefusalCode.QuestionAlreadyWithdrawn);

    [Fact]
    public void A_settled_question_is_not_withdrawn() => SayQuestion.Answered().Done(SayQuestion.Settle()).When(SayQuestion.Withdraw()).ThenRefused(RefusalCode.QuestionAlreadySettled);

    [Fact]
    public void A_question_is_not_withdrawn_before_it_was_asked() => SayQuestion.Asked().When(SayQuestion.Withdraw(withdrawn: "2025-02-02")).ThenRefused(RefusalCode.FieldInvalid, ("field", "withdrawn"));

    [Fact]
    public void An_unknown_question_is_not_withdrawn() => SayQuestion.Asked().When(SayQuestion.Withdraw("q9")).ThenRefused(RefusalCode.QuestionUnknown);

    [Fact]
    public void A_number_that_a_person_is_known_by_stands_in_no_reason() =>
        SayQuestion.Asked().When(SayQuestion.Withdraw(more: ",\"reason\":\"11010519491231002X\"")).ThenRefused(RefusalCode.PersonalNumberInText, ("field", "reason"));
}
