namespace VillageLedger;

/// <summary>Says that the answer is enough (销号): the question is closed for good. By the asker or another auditor, never by who answered.</summary>
/// <param name="Text">What the auditor found.</param>
public sealed record SettleQuestion(string Id, UserId By, string Question, DateOnly Settled, string? Text) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SettleQuestion(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("question").Value, fields.Date("settled"), QuestionFields.OptionalText(fields, "text"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownQuestion.FindAnswered(world, Question, By, out var owner, out var question) is { } fault) return fault;
        return QuestionFields.CheckNotBefore("settled", Settled, question.LastDay) is { } early
            ? early
            : Decision.Of(Streams.Questions(owner), new QuestionSettled(Question, Settled, By, Text));
    }
}
