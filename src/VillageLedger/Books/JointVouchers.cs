namespace VillageLedger;

/// <summary>
/// Makes, posts, discards or takes back vouchers in several books within one decision: all or nothing. They are numbered within the request that
/// prepares them and only go together afterwards, through the request that owns them.
/// </summary>
/// <param name="preparedBy">Who prepares where it is another than who asks: of a dividend, whoever proposed it.</param>
internal sealed class JointVouchers(World world, string request, UserId by, UserId? preparedBy = null)
{
    private readonly Dictionary<string, BookMonth> months = new(StringComparer.Ordinal);
    private readonly List<(string Stream, Fact Fact)> facts = [];
    private readonly HashSet<string> relied = new(StringComparer.Ordinal);
    private readonly List<JointVoucher> made = [];

    /// <summary>The first thing wrong, with the book that it concerns.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What was prepared here, in order.</summary>
    public IReadOnlyList<JointVoucher> Made => made;

    /// <summary>Prepares a voucher; nothing where it has no lines.</summary>
    public JointVoucher? Prepare(Owner book, VoucherContent content)
    {
        if (Refusal is not null || content.Lines.Count == 0) return null;
        if (Check(book, content) is { } fault)
        {
            Refusal = fault;
            return null;
        }

        var voucher = new JointVoucher(VoucherId.Joint(request, made.Count + 1), book, Month.Of(content.Date));
        made.Add(voucher);
        Add(voucher, PrepareVoucher.Prepared(voucher.Voucher, content, preparedBy ?? by));
        return voucher;
    }

    /// <summary>Posts a prepared voucher; it is checked once more, since its book may have changed since.</summary>
    /// <param name="cause">The allocation, dividend or entry that it belongs to.</param>
    public void Post(JointVoucher joint, UserId reviewedBy, string cause)
    {
        if (Refusal is not null) return;
        if (Find(joint, voucher => voucher.IsUnposted) is not { } voucher) return;
        var state = Of(joint);
        if ((Check(joint.Book, voucher.Content) ?? Posting.CheckTurnover(state, joint.Voucher, voucher.Content)?.In(joint.Book)) is { } fault)
        {
            Refusal = fault;
            return;
        }

        Add(joint, Posting.Posted(world.Accounts(joint.Book).Standard!, state, joint.Voucher, voucher with { ReviewedBy = reviewedBy }, by) with { Cause = cause });
    }

    /// <summary>Prepares and posts at once what follows to the fen from something that two persons decided.</summary>
    public void PrepareAndPost(Owner book, VoucherContent content, UserId reviewedBy, string cause)
    {
        if (Prepare(book, content) is { } voucher) Post(voucher, reviewedBy, cause);
    }

    /// <summary>Discards a voucher that was prepared and never posted.</summary>
    public void Discard(JointVoucher joint, string? reason)
    {
        if (Find(joint, voucher => voucher.IsUnposted) is not null) Add(joint, new VoucherDiscarded(joint.Voucher, by, reason));
    }

    /// <summary>
    /// Takes a posted voucher back in the month of a date, and marks it where it stands: in red within the year, in blue in a later one.
    /// </summary>
    public void Reverse(JointVoucher joint, DateOnly date, UserId reviewedBy, string cause, string reason)
    {
        if (Refusal is not null || Find(joint, voucher => voucher is { Stage: VoucherStage.Posted, ReversedBy: null }) is not { } original) return;
        if (date.Year != original.Content.Date.Year && (Refusal = EarlierYear.Check(world, joint, original.Content.Lines)) is not null) return;
        var content = date.Year == original.Content.Date.Year
            ? ReverseVoucher.Red(joint.Voucher, original, joint.Month, date, reason)
            : EarlierYear.Correction(world, joint, original, date, reason);
        if (Prepare(joint.Book, content) is not { } taken) return;
        Post(taken, reviewedBy, cause);
        if (Refusal is null) Add(joint, new VoucherReversed(joint.Voucher, taken.Voucher, taken.Month));
    }

    /// <summary>Takes some lines of a posted voucher of an earlier year back, in blue. It stands for the rest.</summary>
    public void CorrectPart(JointVoucher joint, IReadOnlyList<VoucherLine> lines, DateOnly date, UserId reviewedBy, string cause, string reason)
    {
        if (Refusal is not null || Find(joint, voucher => voucher is { Stage: VoucherStage.Posted, ReversedBy: null }) is not { } original) return;
        if ((Refusal = EarlierYear.Check(world, joint, lines)) is not null) return;
        if (Prepare(joint.Book, EarlierYear.Correction(world, joint, original with { Content = original.Content with { Lines = lines } }, date, reason)) is not { } blue) return;
        Post(blue, reviewedBy, cause);
        if (Refusal is null) Add(joint, new VoucherCorrected(joint.Voucher, blue.Voucher, blue.Month));
    }

    /// <summary>What was decided, after the facts of whoever owns the vouchers.</summary>
    public Decision After(Decision decision)
    {
        if (Refusal is { } refusal) return refusal;
        return relied.Aggregate(decision.And(facts), (sum, stream) => sum.While(stream));
    }

    /// <summary>A date must lie in an open month of a book; the refusal names the book and, where the month is closed, the way out.</summary>
    public static Refusal? CheckMonth(World world, Owner book, DateOnly date)
    {
        if (!world.Accounts(book).IsOpen) return VillageLedger.Refusal.Of(RefusalCode.BookNotOpen, ("book", book));
        if (VoucherRules.CheckMonth(world, book, date) is not { } fault) return null;
        if (fault.Code != RefusalCode.MonthClosed) return fault.In(book);
        var month = Month.Of(date);
        var next = month;
        while (world.Book(book, next).IsClosed) next = next.Next;
        return VillageLedger.Refusal.Of(RefusalCode.BookMonthClosed, ("book", book), ("month", month), ("next", next));
    }

    /// <summary>
    /// A voucher in the stage that its owner says. Where its month in memory is behind, it is not there yet: that refuses, so that it is looked up again, and never leaves it out.
    /// </summary>
    private Voucher? Find(JointVoucher joint, Func<Voucher, bool> isRight)
    {
        if (Of(joint).Find(joint.Voucher) is { } voucher && isRight(voucher)) return voucher;
        Refusal ??= VillageLedger.Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", joint.Voucher)).In(joint.Book);
        return null;
    }

    private Refusal? Check(Owner book, VoucherContent content)
    {
        relied.Add(Streams.Accounts(book));
        return CheckMonth(world, book, content.Date) ?? VoucherRules.Check(world, book, content, joint: true)?.In(book);
    }

    private BookMonth Of(JointVoucher joint)
    {
        var stream = Streams.Book(joint.Book, joint.Month);
        return months.TryGetValue(stream, out var state) ? state : months[stream] = world.Book(joint.Book, joint.Month);
    }

    private void Add(JointVoucher joint, Fact fact)
    {
        var stream = Streams.Book(joint.Book, joint.Month);
        months[stream] = Of(joint).Evolve(fact);
        facts.Add((stream, fact));
    }
}
