namespace VillageLedger;

/// <summary>Asks a question no longer (撤回疑点), whether it was answered or not. By the asker or another auditor, never by who answered.</summary>
public sealed record WithdrawQuestion(string Id, UserId By, string Question, DateOnly Withdrawn, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new WithdrawQuestion(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("question").Value, fields.Date("withdrawn"), QuestionFields.OptionalText(fields, "reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownQuestion.Find(world, Question, out var owner, out var question) is { } fault) return fault;
        return (KnownQuestion.CheckJudge(Question, question, By) ?? QuestionFields.CheckNotBefore("withdrawn", Withdrawn, question.LastDay)) is { } wrong
            ? wrong
            : Decision.Of(Streams.Questions(owner), new QuestionWithdrawn(Question, Withdrawn, By, Reason));
    }
}
