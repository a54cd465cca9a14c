using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>How much of a kind waits in an owner's books.</summary>
/// <param name="Kind">One of <see cref="WaitingWork.Kinds"/>.</param>
/// <param name="Month">Of the vouchers, allocations or month; null of claims and questions.</param>
public sealed record WaitingCount(Owner Owner, string Kind, Month? Month, int Count);

/// <summary>
/// What waits in many books at once, for one person: vouchers to review, sign or post, his own that came back, allocations to confirm, claims, questions. Read from the months that have unposted vouchers and the registers
/// of claims and questions, and from no other book. Who may do it is not asked here; what the ledger's rules forbid him (to check what he made) is left out.
/// </summary>
public static class WaitingWork
{
    public const string Review = "review", Sign = "sign", Post = "post", Returned = "returned", Allocation = "allocation", Claim = "claim", ClaimReturned = "claim-returned", Question = "question", Answered = "answered";

    public static readonly IReadOnlyList<string> Kinds = [Returned, Review, Sign, Post, Allocation, Claim, ClaimReturned, Question, Answered];

    /// <param name="owners">Whose books he works with.</param>
    public static async Task<IReadOnlyList<WaitingCount>> ReadAsync(ReadModels models, LogMoment at, IReadOnlyCollection<Owner> owners, UserId user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(owners);
        await models.CatchUpAsync("books_2", at.Position, cancellation).ConfigureAwait(false);
        var months = await UnpostedAsync(models, at, [.. owners.Select(owner => owner.Address)], cancellation).ConfigureAwait(false);
        return await new WorldAt(models, at.Position).AskAsync(world => Of(world, owners, months, user), cancellation).ConfigureAwait(false);
    }

    /// <summary>The months of books with vouchers that are neither posted nor discarded.</summary>
    private static async Task<IReadOnlyList<(Owner Owner, Month Month)>> UnpostedAsync(ReadModels models, LogMoment at, string[] owners, CancellationToken cancellation)
    {
        await using var command = models.Readers.CreateCommand(
            """
            select b.owner, u.month from books_2.unposted u join books_2.book b on b.position = u.book
            where b.owner = any($1) and u.position <= $2 group by b.owner, u.month having sum(u.change) <> 0 order by b.owner, u.month
            """);
        foreach (var value in (object[])[owners, at.Position]) command.Parameters.Add(new() { Value = value });
        var months = new List<(Owner, Month)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            if (Owner.TryParse(reader.GetString(0), out var owner)) months.Add((owner, Month.OfKey(reader.GetInt32(1))));
        return months;
    }

    private static List<WaitingCount> Of(World world, IReadOnlyCollection<Owner> owners, IReadOnlyList<(Owner Owner, Month Month)> months, UserId user)
    {
        // Everything is asked for before the first is looked at: one round trip.
        var books = months.Select(each => (each.Owner, each.Month, Book: world.Book(each.Owner, each.Month))).ToList();
        var registers = owners.Select(owner => (Owner: owner, Claims: world.Claims(owner).Claims.Values.ToList(), Questions: world.Questions(owner).Questions.Values.ToList())).ToList();
        return
        [
            .. books.SelectMany(each => OfBook(world, each.Owner, each.Month, each.Book, user)),
            .. registers.SelectMany(each => OfClaims(each.Owner, each.Claims, user).Concat(OfQuestions(each.Owner, each.Questions))).Where(count => count.Count > 0),
        ];
    }

    private static IEnumerable<WaitingCount> OfBook(World world, Owner owner, Month month, BookMonth book, UserId user)
    {
        var unposted = book.Vouchers.Where(pair => pair.Value.IsUnposted).ToList();
        var alone = unposted.Where(pair => !pair.Key.IsJoint).ToList();
        // A venture's book has a voucher of each of its allocations: they are confirmed as a whole.
        var joint = owner.Kind != Owner.VentureKind ? [] : unposted.Where(pair => pair.Key.IsJoint && pair.Value.PreparedBy != user).Select(pair => pair.Key.Request).Distinct().ToList();
        var unsigned = alone.Where(pair => pair.Value.Stage != VoucherStage.Returned && AwaitedSignature.IsMissing(world, owner, pair.Value)).Select(pair => pair.Key).ToHashSet();
        WaitingCount[] counts =
        [
            new(owner, Returned, month, alone.Count(pair => pair.Value.Stage == VoucherStage.Returned && IsMaker(pair.Value, user))),
            new(owner, Review, month, alone.Count(pair => pair.Value.Stage == VoucherStage.Prepared && !IsMaker(pair.Value, user))),
            new(owner, Sign, month, unsigned.Count(id => book.Vouchers[id] is var voucher && !IsMaker(voucher, user) && voucher.ReviewedBy != user)),
            new(owner, Post, month, alone.Count(pair => pair.Value.Stage == VoucherStage.Reviewed && !unsigned.Contains(pair.Key))),
            new(owner, Allocation, month, joint.Count),
        ];
        return counts.Where(count => count.Count > 0);
    }

    private static bool IsMaker(Voucher voucher, UserId user) => voucher.PreparedBy == user || voucher.AmendedBy == user;

    private static IEnumerable<WaitingCount> OfClaims(Owner owner, List<Claim> claims, UserId user) =>
    [
        new(owner, Claim, null, claims.Count(claim => claim.Stage == ClaimStage.HandedIn && !claim.Makers.Contains(user) && claim.Approvals.TrueForAll(approval => approval.ApprovedBy != user))),
        new(owner, ClaimReturned, null, claims.Count(claim => claim.Stage == ClaimStage.Returned && claim.Makers.Contains(user))),
    ];

    private static IEnumerable<WaitingCount> OfQuestions(Owner owner, List<Question> questions) =>
    [
        new(owner, Question, null, questions.Count(question => question.Stage == QuestionStage.Open)),
        new(owner, Answered, null, questions.Count(question => question.Stage == QuestionStage.Answered)),
    ];
}
