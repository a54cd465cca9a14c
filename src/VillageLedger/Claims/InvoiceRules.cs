namespace VillageLedger;

/// <summary>
/// An e-invoice is booked once: neither its issuer and number nor its file are used for two claims or vouchers (财会〔2024〕12号 art. 21(2)). The same invoice in two
/// forms (PDF and XML) within one claim is one use. A voucher made from a claim rests on the claim's use.
/// </summary>
internal static class InvoiceRules
{
    public static string OfClaim(string claim) => "claim:" + claim;

    public static string OfVoucher(VoucherId voucher) => "voucher:" + voucher;

    /// <summary>
    /// Adds to a decision what its attachments use from now on and what they use no longer, or refuses. A file that is some other's e-invoice is refused even where it is attached as a plain file.
    /// </summary>
    /// <param name="before">The attachments that it had.</param>
    /// <param name="shared">A use that it may rest on until it is carried on.</param>
    public static Decision Use(World world, Decision decision, string use, Owner book, UserId by, IReadOnlyList<Attachment>? attachments, IReadOnlyList<Attachment>? before = null, string? shared = null)
    {
        if (decision.Refusal is not null) return decision;
        var (now, then) = (KeysOf(attachments), KeysOf(before));
        var files = (attachments ?? []).Select(attachment => attachment.Sha256).Where(hash => !now.ContainsKey(hash)).Distinct().ToList();
        // All are asked for before the first is judged: they are fetched at once.
        foreach (var key in now.Keys.Concat(then.Keys).Concat(files)) world.Invoice(key);
        if (Twice(attachments) is { } twice) return Refusal.Of(RefusalCode.InvoiceTwice, ("file", twice));
        foreach (var key in now.Keys.Concat(files))
            if (world.Invoice(key) is { Use: { } other, Book: { } owner } && other != use && other != shared)
                return Refusal.Of(RefusalCode.InvoiceInUse, ("invoice", key), ("use", other), ("book", owner));
        decision = Released(world, decision, use, by, then.Keys.Where(key => !now.ContainsKey(key)));
        foreach (var (key, attachment) in now)
            decision = world.Invoice(key).Use is { } held && (held == use || held == shared)
                ? decision.While(Streams.Invoice(key))
                : decision.And(Streams.Invoice(key), new InvoiceUsed(key, use, book, attachment.Invoice!, attachment.Sha256, by));
        return files.Where(file => !then.ContainsKey(file)).Aggregate(decision, (sum, file) => sum.While(Streams.Invoice(file)));
    }

    /// <summary>Adds to a decision that attachments use their invoices no longer.</summary>
    public static Decision Release(World world, Decision decision, string use, UserId by, IReadOnlyList<Attachment>? attachments) =>
        decision.Refusal is null ? Released(world, decision, use, by, KeysOf(attachments).Keys) : decision;

    /// <summary>Adds to a decision that released the invoices of one use that another has them from then on: those that it attaches.</summary>
    public static Decision CarryOn(World world, Decision decision, string from, string to, Owner book, UserId by, IReadOnlyList<Attachment>? attachments) =>
        decision.Refusal is not null ? decision : KeysOf(attachments).Select(pair => (pair.Key, pair.Value, State: world.Invoice(pair.Key))).ToList().Where(pair => pair.State.Use == from && pair.Value.Invoice is not null)
            .Aggregate(decision, (sum, pair) => sum.And(Streams.Invoice(pair.Key), new InvoiceUsed(pair.Key, to, book, pair.Value.Invoice!, pair.Value.Sha256, by)));

    private static Decision Released(World world, Decision decision, string use, UserId by, IEnumerable<string> keys) =>
        keys.Select(key => (Key: key, State: world.Invoice(key))).ToList().Where(invoice => invoice.State.Use == use)
            .Aggregate(decision, (sum, invoice) => sum.And(Streams.Invoice(invoice.Key), new InvoiceReleased(invoice.Key, use, by)));

    /// <summary>By issuer and number, and by hash; each once.</summary>
    private static Dictionary<string, Attachment> KeysOf(IReadOnlyList<Attachment>? attachments)
    {
        var keys = new Dictionary<string, Attachment>(StringComparer.Ordinal);
        foreach (var attachment in attachments ?? [])
        {
            if (attachment.Invoice is not { } invoice) continue;
            keys.TryAdd($"{invoice.Issuer}/{invoice.Number}", attachment);
            keys.TryAdd(attachment.Sha256, attachment);
        }

        return keys;
    }

    /// <summary>A file of an e-invoice that stands twice.</summary>
    private static string? Twice(IReadOnlyList<Attachment>? attachments) =>
        attachments?.GroupBy(attachment => attachment.Sha256).FirstOrDefault(same => same.Count() > 1 && same.Any(attachment => attachment.Invoice is not null))?.Key;
}
