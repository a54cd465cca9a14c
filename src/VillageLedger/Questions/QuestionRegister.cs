using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Where a question stands.</summary>
public enum QuestionStage
{
    /// <summary>An answer is missing, or the last one was not enough.</summary>
    Open,
    Answered,
    Settled,
    Withdrawn,
}

/// <summary>A question as decisions and reports see it.</summary>
/// <param name="Due">Last day for the answer, as it was last set.</param>
/// <param name="LastDay">Of what happened to it last: nothing that follows is dated before.</param>
/// <param name="Askers">Who asked or found an answer not enough: none of them answers.</param>
/// <param name="Answerers">Who ever answered: none of them says that it is enough.</param>
/// <param name="Answer">The last one, whether it was enough or not.</param>
/// <param name="Reason">Why the last answer was returned, what settled the question, or why it was withdrawn.</param>
public sealed record Question(
    QuestionAsked Asked,
    DateOnly Due,
    DateOnly LastDay,
    QuestionStage Stage,
    ImmutableList<UserId> Askers,
    ImmutableList<UserId> Answerers,
    QuestionAnswered? Answer = null,
    string? Reason = null);

/// <summary>What auditors ask about an owner's books (疑点、问询). Folded from <c>questions/…</c>.</summary>
public sealed record QuestionRegister(ImmutableSortedDictionary<string, Question> Questions)
{
    public static readonly QuestionRegister Empty = new(ImmutableSortedDictionary.Create<string, Question>(StringComparer.Ordinal));

    public Question? Find(string question) => Questions.GetValueOrDefault(question);

    public QuestionRegister Evolve(Fact fact) => fact switch
    {
        QuestionAsked asked => With(asked.Question, new(asked, asked.Due, asked.Asked, QuestionStage.Open, [asked.AskedBy], [])),
        QuestionAnswered answered => With(answered.Question, Answered(Questions[answered.Question], answered)),
        AnswerReturned returned => With(returned.Question, Returned(Questions[returned.Question], returned)),
        QuestionSettled settled => With(settled.Question, Questions[settled.Question] with { Stage = QuestionStage.Settled, LastDay = settled.Settled, Reason = settled.Text }),
        QuestionWithdrawn withdrawn => With(withdrawn.Question, Questions[withdrawn.Question] with { Stage = QuestionStage.Withdrawn, LastDay = withdrawn.Withdrawn, Reason = withdrawn.Reason }),
        _ => throw Fold.Unexpected(fact, this),
    };

    private static Question Answered(Question question, QuestionAnswered answered) => question with
    {
        Stage = QuestionStage.Answered, LastDay = answered.Answered, Answer = answered, Answerers = With(question.Answerers, answered.AnsweredBy), Reason = null,
    };

    private static Question Returned(Question question, AnswerReturned returned) => question with
    {
        Stage = QuestionStage.Open, LastDay = returned.Returned, Due = returned.Due, Askers = With(question.Askers, returned.ReturnedBy), Reason = returned.Text,
    };

    private static ImmutableList<UserId> With(ImmutableList<UserId> users, UserId user) => users.Contains(user) ? users : users.Add(user);

    private QuestionRegister With(string id, Question question) => new(Questions.SetItem(id, question));
}
