namespace VillageLedger;

/// <summary>Where the money of a claim came from: cash, a bank account, an advance …</summary>
/// <param name="AmountFen">Everything that the claim is about, unless given.</param>
/// <param name="Party">The claim's payee, unless given, on accounts other than cash and bank.</param>
public sealed record ClaimPayment(AccountCode Account, long? AmountFen, Holder? Party, Settlement? Settlement);

/// <summary>How one line of a claim is booked, or a part of it.</summary>
/// <param name="Line">Of the claim, from 1.</param>
/// <param name="AmountFen">The line's, unless given.</param>
public sealed record ClaimBooking(int Line, AccountCode Account, long? AmountFen, Holder? Party, string? Project, string? Contract, Quantity? Quantity);

/// <summary>
/// Makes the voucher of an approved claim; its id is this request's. Debits are the claim's lines, credits what they were paid from; both sum to the claim. Nothing is
/// vouchered twice from one claim, unless the voucher was discarded or taken back.
/// </summary>
/// <param name="Lines">For claim lines that are booked otherwise than suggested, or in parts.</param>
public sealed record VoucherClaim(
    string Id, UserId By, string Claim, DateOnly Date, IReadOnlyList<ClaimPayment> Paid, IReadOnlyList<ClaimBooking> Lines, string? Summary, string? Type, int? AttachmentCount) : Request(Id, By)
{
    private const int MaxPayments = 50;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new VoucherClaim(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("claim").Value, fields.Date("date"), fields.SomeItems("paid", ReadPayment, MaxPayments),
            fields.OptionalItems("lines", ReadBooking) ?? [], fields.OptionalText("summary"), fields.OptionalText("type", 4), fields.OptionalCount("attachmentCount", AttachmentFields.MaxAttachments));
    }

    private static ClaimPayment ReadPayment(Fields item) => new(
        item.Value<AccountCode>("account"), item.OptionalPositiveAmount("amountFen"), item.Optional<Holder>("party"), item.OptionalPart("settlement", VoucherFields.ReadSettlement));

    private static ClaimBooking ReadBooking(Fields item) => new(
        (int)item.Whole("line", 1, ClaimContent.MaxLines), item.Value<AccountCode>("account"), item.OptionalPositiveAmount("amountFen"), item.Optional<Holder>("party"),
        item.OptionalText("project", 64), item.OptionalText("contract", 64), item.OptionalPart("quantity", VoucherFields.ReadQuantity));

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownClaim.Find(world, Claim, out var owner, out var claim) is { } unknown) return unknown;
        if (KnownClaim.CheckStage(Claim, claim) is { } over) return over;
        if (claim.Stage != ClaimStage.Approved) return NotApproved(world, owner, claim);
        if (KnownClaim.CheckVoucher(world, owner, Claim, claim) is { } vouchered) return vouchered;
        if (CheckSums(claim) is { } fault) return fault;
        var decision = Proposals.One(world, this, owner, Content(world, owner, claim));
        return decision.Refusal is null ? decision.And(Streams.Claims(owner), new ClaimVouchered(Claim, AsVoucher, Month.Of(Date), By)) : decision;
    }

    /// <summary>Says whose approval is missing, as of the voucher's date.</summary>
    private Refusal NotApproved(World world, Owner owner, Claim claim)
    {
        var rule = ApprovalRules.StrictestOf(world, owner, claim, Date);
        var next = rule is { Levels: var levels } && ApprovalRules.Needed(levels, claim.AmountFen) is { } needed ? ApprovalRules.Next(needed, claim).Level : null;
        return Refusal.Of(
            RefusalCode.ClaimNotApproved,
            ("claim", Claim), ("level", next ?? "—"), ("approvers", next is null ? "—" : ApprovalRules.Named(ApprovalRules.ApproversOf(world, owner, next, Date))));
    }

    private Refusal? CheckSums(Claim claim)
    {
        foreach (var booking in Lines)
            if (booking.Line > claim.Lines.Count)
                return Refusal.Of(RefusalCode.FieldInvalid, ("field", "lines[].line"), ("value", booking.Line), ("expected", $"1–{claim.Lines.Count}"));
        foreach (var (i, line) in claim.Lines.Index())
        {
            var bookings = Lines.Where(booking => booking.Line == i + 1).ToList();
            if (bookings.Count == 0 && line.Account is null) return Refusal.Of(RefusalCode.ClaimLineWithoutAccount, ("claim", Claim), ("line", i + 1), ("summary", line.Summary));
            if (bookings.Count > 0 && Differs(bookings.Select(booking => booking.AmountFen), line.AmountFen, $"{Claim}[{i + 1}]") is { } other) return other;
        }

        return Differs(Paid.Select(payment => payment.AmountFen), claim.AmountFen, Claim);
    }

    /// <summary>That parts do not sum to the whole. One that names no amount is the whole.</summary>
    private static Refusal? Differs(IEnumerable<long?> parts, long wholeFen, string what)
    {
        var sum = parts.Aggregate((Int128)0, (total, part) => total + (part ?? wholeFen));
        if (sum == wholeFen) return null;
        return Int128.Abs(sum) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)))
            : Refusal.Of(RefusalCode.ClaimSumDiffers, ("claim", what), ("amount", new Money(wholeFen)), ("sum", new Money((long)sum)));
    }

    private VoucherContent Content(World world, Owner owner, Claim claim)
    {
        var accounts = world.Accounts(owner);
        var chart = accounts.IsOpen ? VoucherRules.ChartOf(world, accounts) : null;
        var debits = claim.Lines.Index().SelectMany(pair => DebitsOf(pair.Index + 1, pair.Item));
        var credits = Paid.Select(payment => new VoucherLine(
            payment.Account, CreditFen: payment.AmountFen ?? claim.AmountFen,
            Party: payment.Party ?? (IsMoney(chart, payment.Account) ? null : claim.Payee),
            Settlement: payment.Settlement is { } settlement ? settlement with { Payee = settlement.Payee ?? claim.Payee } : null));
        return new(
            Type ?? "记", Date, VoucherKind.Ordinary, Summary ?? claim.Lines[0].Summary, [.. debits, .. credits],
            AttachmentCount ?? claim.Attachments?.Count ?? 0, claim.Attachments, Cause: InvoiceRules.OfClaim(Claim));
    }

    private IEnumerable<VoucherLine> DebitsOf(int number, ClaimLine line)
    {
        var bookings = Lines.Where(booking => booking.Line == number).DefaultIfEmpty(new(number, line.Account ?? default, null, null, null, null, null));
        return bookings.Select(booking => new VoucherLine(
            booking.Account, DebitFen: booking.AmountFen ?? line.AmountFen, Summary: line.Summary, Party: booking.Party ?? line.Party,
            Project: booking.Project ?? line.Project, Contract: booking.Contract ?? line.Contract, Quantity: booking.Quantity));
    }

    private static bool IsMoney(Chart? chart, AccountCode account) => chart?.RootOf(account)?.Role is AccountRole.Cash or AccountRole.Bank;
}
