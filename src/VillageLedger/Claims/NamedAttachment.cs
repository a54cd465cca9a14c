namespace VillageLedger;

/// <summary>A file that a voucher, a claim or the answer to a question names.</summary>
/// <param name="Source"><c>claim</c>, <c>question</c> or <c>voucher</c>.</param>
/// <param name="Id">Of the claim, question or voucher.</param>
/// <param name="Date">Of the claim, the answer or the voucher.</param>
public sealed record NamedAttachment(string Source, string Id, DateOnly Date, Attachment Attachment)
{
    /// <summary>Every file named by an owner's vouchers and claims that are not void and by the last answers to questions, by date; of the months from one to another where these are given.</summary>
    public static IReadOnlyList<NamedAttachment> Of(World world, Owner owner, Month? first, Month? last)
    {
        ArgumentNullException.ThrowIfNull(world);
        var claims = world.Claims(owner).Claims.Where(pair => pair.Value.Stage != ClaimStage.Withdrawn).Select(pair => (Source: "claim", Id: pair.Key, pair.Value.Date, pair.Value.Attachments));
        var vouchers = Vouchers(world, owner).Select(pair => (Source: "voucher", Id: pair.Key.Value, pair.Value.Content.Date, pair.Value.Content.Attachments));
        var answers = world.Questions(owner).Questions.Values.Select(question => question.Answer).OfType<QuestionAnswered>().Select(answer => (Source: "question", Id: answer.Question, Date: answer.Answered, answer.Attachments));
        var inPeriod = claims.Concat(vouchers).Concat(answers).Where(item => IsWithin(Month.Of(item.Date), first, last));
        return
        [
            .. inPeriod.OrderBy(item => item.Date).ThenBy(item => item.Source, StringComparer.Ordinal).ThenBy(item => item.Id, StringComparer.Ordinal)
                .SelectMany(item => (item.Attachments ?? []).Select(attachment => new NamedAttachment(item.Source, item.Id, item.Date, attachment))),
        ];
    }

    private static bool IsWithin(Month month, Month? first, Month? last) => (first is null || month >= first) && (last is null || month <= last);

    /// <summary>Vouchers lie in months from the first to the one beyond the earliest open one.</summary>
    private static IEnumerable<KeyValuePair<VoucherId, Voucher>> Vouchers(World world, Owner owner) =>
        world.Accounts(owner).IsOpen
            ? Balances.Months(world, owner, MonthCheck.EarliestOpen(world, owner).Next).SelectMany(month => month.Vouchers).Where(pair => pair.Value.Stage != VoucherStage.Discarded)
            : [];
}
