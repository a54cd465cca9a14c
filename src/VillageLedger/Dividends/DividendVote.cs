namespace VillageLedger;

/// <summary>Who resolved a dividend, and whether the law finds it enough.</summary>
/// <param name="Body">Who resolved: 股东会, 成员（代表）大会 …</param>
/// <param name="Basis"><c>heads</c> or <c>votingRights</c>.</param>
/// <param name="VotesEntitled">All that could vote, present or not.</param>
/// <param name="PublishedOn">When the plan was published for comment.</param>
/// <param name="NoticeOn">When the meeting was called.</param>
public sealed record DividendVote(string Body, string Basis, long VotesFor, long VotesEntitled, DateOnly? PublishedOn, DateOnly? NoticeOn)
{
    public static DividendVote ReadFrom(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(
            fields.Text("body", 100), fields.Word("basis", "heads", "votingRights"), fields.Whole("votesFor", 0, Weights.Max), fields.Whole("votesEntitled", 1, Weights.Max),
            fields.OptionalDate("publishedOn"), fields.OptionalDate("noticeOn"));
    }

    /// <summary>The first thing wrong with the vote or the times before it, or null.</summary>
    public Refusal? Check(DividendRule rule, DateOnly resolvedOn)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var vote = rule.VoteOn(resolvedOn);
        if (Basis != vote.Basis) return Refusal.Of(RefusalCode.VoteBasisOther, ("basis", Basis), ("needed", vote.Basis), ("statute", vote.Source.Statute), ("article", vote.Source.Article));
        if (VotesFor > VotesEntitled) return Refusal.Of(RefusalCode.VotesBeyondEntitled, ("votesFor", VotesFor), ("votesEntitled", VotesEntitled));
        if (!vote.IsEnough(VotesFor, VotesEntitled))
            return Refusal.Of(
                RefusalCode.VoteInsufficient, ("votesFor", VotesFor), ("votesEntitled", VotesEntitled), ("needed", vote.Needed), ("statute", vote.Source.Statute), ("article", vote.Source.Article));
        return CheckTime("publishedOn", PublishedOn, resolvedOn, rule.TimeOn("days", "publication", resolvedOn)) ?? CheckTime("noticeOn", NoticeOn, resolvedOn, rule.TimeOn("days", "notice", resolvedOn));
    }

    private static Refusal? CheckTime(string field, DateOnly? given, DateOnly resolvedOn, TimeRule? time)
    {
        if (given is not { } date) return time is { IsRequired: true } ? Refusal.Of(RefusalCode.FieldMissing, ("field", field)) : null;
        return date.DayNumber + (time?.Count ?? 0) > resolvedOn.DayNumber
            ? Refusal.Of(
                RefusalCode.NoticeTooShort, ("field", field), ("date", VoucherRules.Text(date)), ("resolvedOn", VoucherRules.Text(resolvedOn)), ("days", time?.Count ?? 0),
                ("statute", time?.Source.Statute), ("article", time?.Source.Article))
            : null;
    }
}
