namespace VillageLedger;

/// <summary>Says that an answer is not enough (退回答复): the question is open again. By the asker or another auditor, never by who answered.</summary>
/// <param name="Text">What is missing.</param>
/// <param name="Due">Last day for the next answer.</param>
public sealed record ReturnAnswer(string Id, UserId By, string Question, string Text, DateOnly Returned, DateOnly Due) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReturnAnswer(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("question").Value, QuestionFields.Text(fields), fields.Date("returned"), fields.Date("due"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownQuestion.FindAnswered(world, Question, By, out var owner, out var question) is { } fault) return fault;
        return (QuestionFields.CheckNotBefore("returned", Returned, question.LastDay) ?? QuestionFields.CheckNotBefore("due", Due, Returned)) is { } early
            ? early
            : Decision.Of(Streams.Questions(owner), new AnswerReturned(Question, Text, Returned, Due, By));
    }
}
