namespace VillageLedger;

/// <summary>
/// Pays parts of a resolved dividend: checks each payment on top of those before it, and makes one voucher in the payer's book with a line for each, and
/// one in each holder's book.
/// </summary>
internal sealed class DividendPayments(World world, string request, UserId by, string id, DateOnly date)
{
    /// <summary>The rule under which a resolved dividend is paid without a second person (财会〔2024〕12号 art. 21(1)): the amount is bounded by what two persons decided.</summary>
    public static readonly UserId PaymentRule = new("rule:pay-dividend.1");

    /// <summary>Decides payments, all or none; a refusal says by <c>item</c> which of them it is about.</summary>
    /// <param name="nameOf">The id of a payment by its number, from 1.</param>
    public Decision Pay(IReadOnlyList<DividendPayment> payments, Func<int, string> nameOf)
    {
        if (DividendFields.FindResolved(world, id, out var dividend) is { } fault) return fault;
        var resolved = dividend.Resolved!;
        if (date < resolved.BookedOn())
            return Refusal.Of(RefusalCode.PaymentBeforeResolution, ("date", VoucherRules.Text(date)), ("resolvedOn", VoucherRules.Text(resolved.BookedOn())));
        if (Check(dividend, payments) is { } wrong) return wrong;
        // All are asked for before the first line is judged, so that thousands are fetched at once.
        foreach (var payment in payments) world.Holder(payment.Holder);
        if (!world.IsComplete) return Decision.Nothing;
        var vouchers = Post(dividend.Proposed!, resolved, payments);
        if (vouchers.Refusal is { } refusal) return refusal;
        var (payers, others) = (vouchers.Made.Take(1).ToList(), vouchers.Made.Skip(1).ToDictionary(voucher => voucher.Book));
        var facts = payments.Select((payment, i) => new DividendPaid(
            nameOf(i + 1), id, payment.Holder, date, payment.AmountFen, BankAccounts.Shown(world, payment.Holder, payment.BankAccount), payment.Reference,
            payment.Holder.Owner is { } owner && others.TryGetValue(owner, out var own) ? [.. payers, own] : payers));
        return vouchers.After(Decision.Nothing.And(Streams.Dividend(id), facts));
    }

    private Refusal? Check(Dividend dividend, IReadOnlyList<DividendPayment> payments)
    {
        var paid = new Dictionary<Holder, Int128>();
        var references = new Dictionary<(Holder, string), int>();
        for (var i = 0; i < payments.Count; i++)
        {
            var (holder, amount, _, reference) = payments[i];
            if (!dividend.Parts.ContainsKey(holder)) return Refusal.Of(RefusalCode.HolderWithoutPart, ("holder", holder), ("allocation", id), ("item", i + 1));
            if (dividend.References.GetValueOrDefault((holder, reference)) is { } earlier)
                return Refusal.Of(RefusalCode.PaymentTwice, ("reference", reference), ("holder", holder), ("payment", earlier), ("item", i + 1));
            if (!references.TryAdd((holder, reference), i + 1))
                return Refusal.Of(RefusalCode.PaymentTwice, ("reference", reference), ("holder", holder), ("payment", $"payments[{references[(holder, reference)]}]"), ("item", i + 1));
            var unpaid = dividend.UnpaidFen(holder) - paid.GetValueOrDefault(holder);
            if (amount > unpaid) return Refusal.Of(RefusalCode.PaymentBeyondPart, ("holder", holder), ("amount", new Money(amount)), ("unpaid", new Money((long)unpaid)), ("item", i + 1));
            paid[holder] = paid.GetValueOrDefault(holder) + amount;
        }

        return null;
    }

    private JointVouchers Post(DividendProposed proposed, DividendResolved resolved, IReadOnlyList<DividendPayment> payments)
    {
        var vouchers = new JointVouchers(world, request, by);
        var lines = new DividendLines(world, proposed.Payer);
        vouchers.PrepareAndPost(
            proposed.Payer, Content($"付{proposed.Year}年度分红", lines.OfPayer("pay", [.. payments.Select(payment => new HolderAmount(payment.Holder, payment.AmountFen))])), PaymentRule, id);
        // A book that took nothing of the resolution, being opened after it, takes no payment either: its opening holds what was owed, and its keeper enters what comes in.
        var books = resolved.Vouchers.Select(voucher => voucher.Book).ToHashSet();
        foreach (var received in payments.GroupBy(payment => payment.Holder))
            if (received.Key.Owner is { } owner && books.Contains(owner))
                vouchers.PrepareAndPost(owner, Content($"收{proposed.Year}年度分红", lines.OfHolder("pay", owner, received.Sum(payment => payment.AmountFen))), PaymentRule, id);
        return vouchers;
    }

    private VoucherContent Content(string summary, IReadOnlyList<VoucherLine> lines) => new("记", date, VoucherKind.Dividend, summary, lines, 0);
}
