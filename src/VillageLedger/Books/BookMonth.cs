using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Where a voucher stands between preparing and posting.</summary>
public enum VoucherStage
{
    Prepared,
    Returned,
    Reviewed,
    Posted,
    Discarded,
}

/// <summary>A voucher of a month as decisions see it.</summary>
/// <param name="Number">Its number once posted, else 0.</param>
/// <param name="ReversedBy">The posted red voucher that took it back.</param>
/// <param name="SignedBy">The cashier who signed what it says now.</param>
/// <param name="PostedBy">Who posted it; null before.</param>
/// <param name="CorrectedBy">The posted vouchers that correct it, in their order, each with its month.</param>
public sealed record Voucher(
    VoucherContent Content, UserId PreparedBy, UserId? AmendedBy, UserId? ReviewedBy, VoucherStage Stage, int Number = 0, VoucherId? ReversedBy = null, UserId? SignedBy = null,
    UserId? PostedBy = null, ImmutableArray<(VoucherId Voucher, Month Month)> CorrectedBy = default)
{
    /// <summary>The posted vouchers that correct it; none of a default.</summary>
    public ImmutableArray<(VoucherId Voucher, Month Month)> Corrections => CorrectedBy.IsDefault ? [] : CorrectedBy;

    public bool IsUnposted => Stage is VoucherStage.Prepared or VoucherStage.Returned or VoucherStage.Reviewed;
}

/// <summary>Turnover of an account in a month, in fen.</summary>
public readonly record struct Movement(long Debit, long Credit);

/// <summary>A month of a book: its vouchers, the last number of each type, its turnover, and whether it is closed. Folded from <c>book/{owner}/{month}</c>.</summary>
/// <param name="Sources">Which voucher stands for one of another program, by its type, number and date there.</param>
/// <param name="Explained">Why 待处理财产损溢 stands over the year's end, of a December.</param>
/// <param name="DebitTurnover">Sum of the sizes of all posted debits, in fen; with the like of credits it bounds every sum over the month.</param>
public sealed record BookMonth(
    ImmutableDictionary<VoucherId, Voucher> Vouchers,
    ImmutableDictionary<string, int> LastNumbers,
    ImmutableDictionary<AccountCode, Movement> Movements,
    ImmutableDictionary<(string Type, string SourceNumber, DateOnly Date), VoucherId> Sources,
    long DebitTurnover,
    long CreditTurnover,
    bool IsClosed,
    SuspenseExplained? Explained = null)
{
    public static readonly BookMonth Empty = new(
        ImmutableDictionary<VoucherId, Voucher>.Empty, ImmutableDictionary<string, int>.Empty, ImmutableDictionary<AccountCode, Movement>.Empty,
        ImmutableDictionary<(string, string, DateOnly), VoucherId>.Empty, 0, 0, false);

    public Voucher? Find(VoucherId voucher) => Vouchers.GetValueOrDefault(voucher);

    public int NextNumber(string type) => LastNumbers.GetValueOrDefault(type) + 1;

    public BookMonth Evolve(Fact fact) => fact switch
    {
        VoucherPrepared prepared => With(prepared.Voucher, new(prepared.Content, prepared.PreparedBy, null, null, VoucherStage.Prepared)),
        VoucherAmended amended => With(amended.Voucher, Vouchers[amended.Voucher] with
        {
            Content = amended.Content, AmendedBy = amended.AmendedBy, ReviewedBy = null, SignedBy = null, Stage = VoucherStage.Prepared,
        }),
        VoucherReviewed reviewed => With(reviewed.Voucher, Vouchers[reviewed.Voucher] with { ReviewedBy = reviewed.ReviewedBy, Stage = VoucherStage.Reviewed }),
        VoucherSigned signed => With(signed.Voucher, Vouchers[signed.Voucher] with { SignedBy = signed.SignedBy }),
        VoucherReturned returned => With(returned.Voucher, Vouchers[returned.Voucher] with { ReviewedBy = null, Stage = VoucherStage.Returned }),
        VoucherDiscarded discarded => With(discarded.Voucher, Vouchers[discarded.Voucher] with { Stage = VoucherStage.Discarded }),
        VouchersImported or VouchersReviewed => this,
        VoucherPosted posted => Post(posted),
        VoucherReversed reversed => With(reversed.Voucher, Vouchers[reversed.Voucher] with { ReversedBy = reversed.Reversal }),
        VoucherCorrected corrected => With(corrected.Voucher, Vouchers[corrected.Voucher] with { CorrectedBy = Vouchers[corrected.Voucher].Corrections.Add((corrected.Correction, corrected.Month)) }),
        SuspenseExplained explained => this with { Explained = explained },
        MonthClosed => this with { IsClosed = true },
        _ => throw Fold.Unexpected(fact, this),
    };

    private BookMonth With(VoucherId id, Voucher voucher) => this with { Vouchers = Vouchers.SetItem(id, voucher), Sources = SourcesWith(id, voucher) };

    /// <summary>A discarded or reversed voucher leaves its number in the other program free: the amended one may come under it.</summary>
    private ImmutableDictionary<(string Type, string SourceNumber, DateOnly Date), VoucherId> SourcesWith(VoucherId id, Voucher voucher)
    {
        var sources = Sources;
        if (Find(id) is { Content.SourceNumber: { } former } before && sources.GetValueOrDefault((before.Content.Type, former, before.Content.Date)) == id)
            sources = sources.Remove((before.Content.Type, former, before.Content.Date));
        return voucher is { Content.SourceNumber: { } number, Stage: not VoucherStage.Discarded, ReversedBy: null }
            ? sources.SetItem((voucher.Content.Type, number, voucher.Content.Date), id)
            : sources;
    }

    private BookMonth Post(VoucherPosted posted)
    {
        var content = new VoucherContent(
            posted.Type, posted.Date, posted.Kind, posted.Summary, posted.Lines, posted.AttachmentCount, posted.Attachments,
            posted.Reverses, posted.Corrects, posted.ConcernsMonth, posted.SourceNumber, posted.Cause);
        var movements = Movements.ToBuilder();
        var (debits, credits) = (DebitTurnover, CreditTurnover);
        foreach (var line in posted.Lines)
        {
            var before = movements.GetValueOrDefault(line.Account);
            movements[line.Account] = new(before.Debit + line.Debit, before.Credit + line.Credit);
            debits += Math.Abs(line.Debit);
            credits += Math.Abs(line.Credit);
        }

        var voucher = new Voucher(
            content, posted.PreparedBy, Find(posted.Voucher)?.AmendedBy, posted.ReviewedBy, VoucherStage.Posted, posted.Number, SignedBy: posted.Cashier, PostedBy: posted.PostedBy);
        return this with
        {
            Vouchers = Vouchers.SetItem(posted.Voucher, voucher),
            Sources = SourcesWith(posted.Voucher, voucher),
            LastNumbers = LastNumbers.SetItem(posted.Type, posted.Number),
            Movements = movements.ToImmutable(),
            DebitTurnover = debits,
            CreditTurnover = credits,
        };
    }
}
