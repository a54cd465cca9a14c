namespace VillageLedger.Tests;

public sealed class ReturnAnswerTests
{
    private static readonly Stored Returned =
        new(SayQuestion.Register, "answer-returned.1", """{"question":"q1","text":"请附退租协议。","returned":"2025-02-06","due":"2025-02-12","returnedBy":"tang"}""");

    [Fact]
    public void An_answer_is_returned() => SayQuestion.Answered().When(SayQuestion.Return()).Then(Returned);

    [Fact]
    public void Another_auditor_returns_it() => SayQuestion.Answered().When(SayQuestion.Return(by: "he")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_returned_answer_leaves_the_question_open_until_a_new_day()
    {
        var question = SayQuestion.Answered().Done(SayQuestion.Return()).State<QuestionRegister>(SayQuestion.Register).Find("q1")!;
        (question.Stage, question.Due, question.Answer?.Text, question.Reason).ShouldBe((QuestionStage.Open, new DateOnly(2025, 2, 12), "退租两间。", "请附退租协议。"));
    }

    [Fact]
    public void Nobody_returns_his_own_answer() => SayQuestion.Answered().When(SayQuestion.Return(by: "wang")).ThenRefused(RefusalCode.JudgedByAnswerer, ("question", "q1"), ("by", "wang"));

    [Fact]
    public void Whoever_answered_first_does_not_return_another_answer() => SayQuestion.Answered().Done(SayQuestion.Return(), SayQuestion.Answer(by: "li", answered: "2025-02-08"))
        .When(SayQuestion.Return(by: "wang", returned: "2025-02-09")).ThenRefused(RefusalCode.JudgedByAnswerer, ("by", "wang"));

    [Fact]
    public void What_was_not_answered_is_not_returned() => SayQuestion.Asked().When(SayQuestion.Return()).ThenRefused(RefusalCode.QuestionNotAnswered);

    [Fact]
    public void An_answer_is_returned_once() => SayQuestion.Answered().Done(SayQuestion.Return()).When(SayQuestion.Return(id: "again")).ThenRefused(RefusalCode.QuestionNotAnswered);

    [Fact]
    public void An_answer_is_not_returned_before_it_was_given() => SayQuestion.Answered().When(SayQuestion.Return(returned: "2025-02-04")).ThenRefused(RefusalCode.FieldInvalid, ("field", "returned"));

    [Fact]
    public void The_next_answer_is_not_due_before() => SayQuestion.Answered().When(SayQuestion.Return(due: "2025-02-05")).ThenRefused(RefusalCode.FieldInvalid, ("field", "due"));

    [Fact]
    public void A_settled_question_takes_no_return() => SayQuestion.Answered().Done(SayQuestion.Settle()).When(SayQuestion.Return()).ThenRefused(RefusalCode.QuestionAlreadySettled);

    [Fact]
    public void A_withdrawn_question_takes_no_return() => SayQuestion.Answered().Done(SayQuestion.Withdraw()).When(SayQuestion.Return()).ThenRefused(RefusalCode.QuestionAlreadyWithdrawn);

    [Fact]
    public void The_answer_to_an_unknown_question_is_not_returned() => SayQuestion.Answered().When(SayQuestion.Return("q9")).ThenRefused(RefusalCode.QuestionUnknown);

    [Fact]
    public void A_number_that_a_person_is_known_by_stands_in_no_return() =>
        SayQuestion.Answered().When(SayQuestion.Return(text: "11010519491231002X 是谁")).ThenRefused(RefusalCode.PersonalNumberInText);
}
