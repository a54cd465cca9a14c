namespace VillageLedger;

/// <summary>
/// Answers a question (答复). Whoever asked, or found an earlier answer not enough, does not answer: a question that a person answers himself was put to nobody.
/// </summary>
/// <param name="Answered">Day of the answer.</param>
/// <param name="Attachments">Files that prove it.</param>
public sealed record AnswerQuestion(string Id, UserId By, string Question, string Text, DateOnly Answered, IReadOnlyList<Attachment>? Attachments) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AnswerQuestion(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("question").Value, QuestionFields.Text(fields), fields.Date("answered"), AttachmentFields.ReadFiles(fields));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownQuestion.Find(world, Question, out var owner, out var question) is { } fault) return fault;
        if (question.Stage == QuestionStage.Answered) return Refusal.Of(RefusalCode.QuestionAlreadyAnswered, ("question", Question));
        if (question.Askers.Contains(By)) return Refusal.Of(RefusalCode.AnswerByAsker, ("question", Question), ("by", By));
        return QuestionFields.CheckNotBefore("answered", Answered, question.LastDay) is { } early
            ? early
            : Decision.Of(Streams.Questions(owner), new QuestionAnswered(Question, Text, Answered, By, Attachments));
    }
}
