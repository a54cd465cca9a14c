namespace VillageLedger.Tests;

public sealed class AnswerQuestionTests
{
    private const string Json = """{"question":"q1","text":"退租两间。","answered":"2025-02-05","answeredBy":"wang"}""";

    [Fact]
    public void A_question_is_answered() => SayQuestion.Asked().When(SayQuestion.Answer()).Then(new Stored(SayQuestion.Register, "question-answered.1", Json));

    [Fact]
    public void Files_prove_an_answer() => SayQuestion.Asked().When(SayQuestion.Answer(more: SayClaim.File()))
        .Then(new Stored(SayQuestion.Register, "question-answered.1", Json.Replace("}", SayClaim.File() + "}", StringComparison.Ordinal)));

    [Fact]
    public void An_answer_uses_no_invoice() => SayQuestion.Asked().When(SayQuestion.Answer(more: SayClaim.Invoice())).ThenRefused(RefusalCode.FieldUnknown, ("field", "attachments[1].invoice"));

    [Fact]
    public void The_maker_of_the_voucher_answers() => SayQuestion.Asked().When(SayQuestion.Answer(by: "wang")).Facts.Count.ShouldBe(1);

    [Theory]
    [InlineData("tang")]
    [InlineData("Tang")]
    public void Nobody_answers_what_he_asked(string by) => SayQuestion.Asked().When(SayQuestion.Answer(by: by)).ThenRefused(RefusalCode.AnswerByAsker, ("question", "q1"), ("by", by));

    [Fact]
    public void Nobody_answers_where_he_found_an_answer_not_enough() => SayQuestion.Answered().Done(SayQuestion.Return(by: "he"))
        .When(SayQuestion.Answer(by: "he", answered: "2025-02-08")).ThenRefused(RefusalCode.AnswerByAsker, ("by", "he"));

    [Fact]
    public void A_question_is_answered_once() => SayQuestion.Answered().When(SayQuestion.Answer(by: "li")).ThenRefused(RefusalCode.QuestionAlreadyAnswered);

    [Fact]
    public void A_returned_answer_is_given_again() => SayQuestion.Answered().Done(SayQuestion.Return()).When(SayQuestion.Answer(answered: "2025-02-08")).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_answer_lies_not_before_its_question() => SayQuestion.Asked().When(SayQuestion.Answer(answered: "2025-02-02")).ThenRefused(RefusalCode.FieldInvalid, ("field", "answered"), ("expected", "≥ 2025-02-03"));

    [Fact]
    public void A_second_answer_lies_not_before_the_return_of_the_first() => SayQuestion.Answered().Done(SayQuestion.Return())
        .When(SayQuestion.Answer(answered: "2025-02-05", id: "again")).ThenRefused(RefusalCode.FieldInvalid, ("expected", "≥ 2025-02-06"));

    [Fact]
    public void An_answer_may_come_late() => SayQuestion.Asked().When(SayQuestion.Answer(answered: "2026-02-02")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_withdrawn_question_is_not_answered() => SayQuestion.Asked().Done(SayQuestion.Withdraw()).When(SayQuestion.Answer()).ThenRefused(RefusalCode.QuestionAlreadyWithdrawn);

    [Fact]
    public void A_settled_question_is_not_answered() => SayQuestion.Answered().Done(SayQuestion.Settle()).When(SayQuestion.Answer(by: "li")).ThenRefused(RefusalCode.QuestionAlreadySettled);

    [Theory]
    [InlineData("q9")]
    [InlineData("v1")]
    public void What_is_no_question_is_not_answered(string id) => SayQuestion.Asked().When(SayQuestion.Answer(id)).ThenRefused(RefusalCode.QuestionUnknown, ("question", id));

    [Fact]
    public void A_number_that_a_person_is_known_by_stands_in_no_answer() =>
        SayQuestion.Asked().When(SayQuestion.Answer(text: "身份证 11010519491231002X")).ThenRefused(RefusalCode.PersonalNumberInText, ("field", "text"));
}
