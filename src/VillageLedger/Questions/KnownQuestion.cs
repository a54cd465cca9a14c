namespace VillageLedger;

/// <summary>Finding the question that a request is about.</summary>
internal static class KnownQuestion
{
    /// <summary>The question and whose books it is about, or that there is none that is still asked.</summary>
    public static Refusal? Find(World world, string id, out Owner owner, out Question question)
    {
        (owner, question) = (default, null!);
        const string prefix = "questions/";
        var stream = world.StreamOf(new(id));
        if (!stream.StartsWith(prefix, StringComparison.Ordinal) || !Owner.TryParse(stream[prefix.Length..], out owner) || world.Questions(owner).Find(id) is not { } found)
            return Refusal.Of(RefusalCode.QuestionUnknown, ("question", id));
        question = found;
        return found.Stage switch
        {
            QuestionStage.Withdrawn => Refusal.Of(RefusalCode.QuestionAlreadyWithdrawn, ("question", id)),
            QuestionStage.Settled => Refusal.Of(RefusalCode.QuestionAlreadySettled, ("question", id)),
            _ => null,
        };
    }

    /// <summary>The same for who says whether an answer is enough: there is one, and it is another's.</summary>
    public static Refusal? FindAnswered(World world, string id, UserId by, out Owner owner, out Question question)
    {
        if (Find(world, id, out owner, out question) is { } fault) return fault;
        return question.Stage == QuestionStage.Answered ? CheckJudge(id, question, by) : Refusal.Of(RefusalCode.QuestionNotAnswered, ("question", id));
    }

    /// <summary>That somebody judges what he answered himself.</summary>
    public static Refusal? CheckJudge(string id, Question question, UserId by) =>
        question.Answerers.Contains(by) ? Refusal.Of(RefusalCode.JudgedByAnswerer, ("question", id), ("by", by)) : null;
}
