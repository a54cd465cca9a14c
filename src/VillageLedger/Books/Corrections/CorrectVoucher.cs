namespace VillageLedger;

/// <summary>
/// Prepares what corrects a posted voucher by what it should have said (会计基础工作规范 art. 51(5)). Within the year: a red voucher and the right one, or a difference voucher where only amounts were
/// wrong. Of an earlier year: one blue voucher. All are reviewed and posted like any voucher.
/// </summary>
/// <param name="Lines">What the voucher should have said, in the accounts of today.</param>
/// <param name="Summary">Of the right voucher; the reason unless given.</param>
/// <param name="Mode"><c>red-and-new</c> (within the year unless given) or <c>difference</c>; null where none was given.</param>
public sealed record CorrectVoucher(
    string Id, UserId By, VoucherId Voucher, DateOnly Date, string Reason, IReadOnlyList<VoucherLine> Lines, string? Summary, string? Mode) : Request(Id, By)
{
    /// <summary>Which of the pair is the right one.</summary>
    internal const int NumberOfNew = 2;

    private const string RedAndNew = "red-and-new";
    private const string Difference = "difference";

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CorrectVoucher(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"), fields.Date("date"), fields.Text("reason", 100), fields.Items("lines", VoucherFields.ReadLine),
            fields.OptionalText("summary"), fields.OptionalWord("mode", RedAndNew, Difference));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (UnpostedVoucher.Locate(world, Voucher, out var owner, out var month, out var original) is { } fault) return fault;
        if ((CheckOriginal(world, owner, original) ?? VoucherRules.CheckMonth(world, owner, Date)) is { } wrong) return wrong;
        var isEarlier = original.Content.Date.Year < Date.Year;
        var right = Right(original, month);
        // What it should have said is judged by itself: in a difference or a blue voucher its lines are not seen any more.
        if (VoucherRules.Check(world, owner, right with { Corrects = null }) is { } invalid) return invalid;
        if (isEarlier && Mode == RedAndNew) return Refusal.Of(RefusalCode.ReversalAcrossYears, ("voucher", Voucher), ("year", original.Content.Date.Year));
        if (Mode != Difference && !isEarlier) return Guard(owner, month, RedPair(world, owner, month, original, right));
        var lines = isEarlier ? BlueLines.Of(world, owner, original.Content.Lines, Lines) : DifferenceLines.Of(original.Content.Lines, Lines);
        if (lines is null) return Refusal.Of(RefusalCode.CorrectionNotAmountOnly, ("voucher", Voucher));
        if (lines.Count == 0) return Refusal.Of(RefusalCode.CorrectionChangesNothing, ("voucher", Voucher));
        var summary = isEarlier ? EarlierYear.SummaryOf(original, Reason) : $"{Corrected(original)}：{Reason}";
        return Guard(owner, month, Proposals.One(world, this, owner, right with { Summary = summary, Lines = lines, Kind = isEarlier ? VoucherKind.Correction : right.Kind }));
    }

    private Refusal? CheckOriginal(World world, Owner owner, Voucher original)
    {
        if (original.Stage != VoucherStage.Posted) return Refusal.Of(RefusalCode.VoucherNotPosted, ("voucher", Voucher));
        if (original.Content.Reverses is not null) return Refusal.Of(RefusalCode.ReversalNotReversible, ("voucher", Voucher));
        if (original.ReversedBy is { } reversal) return Refusal.Of(RefusalCode.VoucherAlreadyReversed, ("voucher", Voucher), ("by", reversal));
        if (Date < original.Content.Date) return Refusal.Of(RefusalCode.ReversalBeforeOriginal, ("date", VoucherRules.Text(Date)), ("original", VoucherRules.Text(original.Content.Date)));
        // Taken back in red, it would be made once more from the same source, and the right one stand beside it.
        if (original.Content.Cause is { } cause && Mode != Difference && original.Content.Date.Year == Date.Year)
            return Refusal.Of(RefusalCode.CorrectionOfProposal, ("voucher", Voucher), ("cause", cause));
        return (Corrections.Standing(world, owner, original) ?? Corrections.Waiting(world, owner, Voucher, Date)) is { } other
            ? Refusal.Of(RefusalCode.VoucherAlreadyCorrected, ("voucher", Voucher), ("by", other))
            : null;
    }

    private VoucherContent Right(Voucher original, Month month) => new(
        original.Content.Type, Date, original.Content.Kind == VoucherKind.Transfer ? VoucherKind.Transfer : VoucherKind.Correction, $"{Corrected(original)}：{Summary ?? Reason}", Lines, 0, Corrects: Voucher,
        ConcernsMonth: month == Month.Of(Date) ? null : month);

    private static string Corrected(Voucher original) =>
        $"订正{original.Content.Date.Month}月{original.Content.Date.Day}日{original.Content.Type}-{original.Number}号凭证";

    private Decision RedPair(World world, Owner owner, Month month, Voucher original, VoucherContent right) =>
        Proposals.Several(world, this, owner, [ReverseVoucher.Red(Voucher, original, month, Date, Reason), right with { AttachmentCount = original.Content.Attachments?.Count ?? 0, Attachments = original.Content.Attachments }]);

    /// <summary>While nothing else takes the original back or corrects it.</summary>
    private Decision Guard(Owner owner, Month month, Decision decision) =>
        decision.Refusal is not null ? decision : Corrections.Near(Date).Append(month).Distinct().Where(other => other != Month.Of(Date)).Aggregate(decision, (sum, other) => sum.While(Streams.Book(owner, other)));
}
