namespace VillageLedger.Tests;

public sealed class SettleQuestionTests
{
    [Fact]
    public void A_question_is_settled() => SayQuestion.Answered().When(SayQuestion.Settle())
        .Then(new Stored(SayQuestion.Register, "question-settled.1", """{"question":"q1","settled":"2025-02-07","settledBy":"tang"}"""));

    [Fact]
    public void Another_auditor_settles_it_and_says_why() => SayQuestion.Answered().When(SayQuestion.Settle(by: "he", more: ",\"text\":\"已核对协议。\""))
        .Then(new Stored(SayQuestion.Register, "question-settled.1", """{"question":"q1","settled":"2025-02-07","settledBy":"he","text":"已核对协议。"}"""));

    [Fact]
    public void Nobody_settles_what_he_answered() => SayQuestion.Answered().When(SayQuestion.Settle(by: "WANG")).ThenRefused(RefusalCode.JudgedByAnswerer, ("by", "WANG"));

    [Fact]
    public void What_was_not_answered_is_not_settled() => SayQuestion.Asked().When(SayQuestion.Settle()).ThenRefused(RefusalCode.QuestionNotAnswered, ("question", "q1"));

    [Fact]
    public void A_returned_answer_settles_nothing() => SayQuestion.Answered().Done(SayQuestion.Return()).When(SayQuestion.Settle()).ThenRefused(RefusalCode.QuestionNotAnswered);

    [Fact]
    public void A_question_is_settled_once() => SayQuestion.Answered().Done(SayQuestion.Settle()).When(SayQuestion.Settle(by: "he")).ThenRefused(RefusalCode.QuestionAlreadySettled);

    [Fact]
    public void A_withdrawn_question_is_not_settled() => SayQuestion.Answered().Done(SayQuestion.Withdraw()).When(SayQuestion.Settle()).ThenRefused(RefusalCode.QuestionAlreadyWithdrawn);

    [Fact]
    public void A_question_is_not_settled_before_its_answer() => SayQuestion.Answered().When(SayQuestion.Settle(settled: "2025-02-04")).ThenRefused(RefusalCode.FieldInvalid, ("field", "settled"), ("expected", "≥ 2025-02-05"));

    [Fact]
    public void An_unknown_question_is_not_settled() => SayQuestion.Answered().When(SayQuestion.Settle("q9")).ThenRefused(RefusalCode.QuestionUnknown);

    [Fact]
    public void A_number_that_a_person_is_known_by_stands_in_no_finding() =>
        SayQuestion.Answered().When(SayQuestion.Settle(more: ",\"text\":\"11010519491231002X\"")).ThenRefused(RefusalCode.PersonalNumberInText);
}
