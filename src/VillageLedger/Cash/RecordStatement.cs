namespace VillageLedger;

/// <summary>
/// Records what a bank says happened on an account (银行对账单). A line that is known already (same day, amount, balance and reference; of several such the same number of them) is taken once, so
/// statements may overlap; they are to hold whole days, and the same columns each time. Where balances are given each follows from the one before. That what the account held before differs from the end of
/// the earlier statement is shown with the outcome, and kept.
/// </summary>
/// <param name="Lines">By date, oldest first.</param>
/// <param name="From">The first day that the statement speaks of; that of its first line unless given.</param>
/// <param name="Until">The last day; that of its last line unless given.</param>
/// <param name="OpeningFen">What the account held before the first line.</param>
/// <param name="File">SHA-256 of the file that it came in; taken once.</param>
public sealed record RecordStatement(
    string Id, UserId By, Owner Owner, string BankAccount, IReadOnlyList<StatementLine> Lines, DateOnly? From, DateOnly? Until, long? OpeningFen, string? File) : Request(Id, By)
{
    /// <summary>What one fact can hold: some 100 bytes a line.</summary>
    public const int MaxLines = 5_000;

    public const int MaxReference = 64;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var lines = fields.OptionalItems("lines", ReadLine, MaxLines) ?? [];
        var (from, until) = (fields.OptionalDate("from"), fields.OptionalDate("until"));
        if (lines.Count == 0)
        {
            // A month without movement: what it speaks of must be said.
            if (from is null) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", "from")));
            if (until is null) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", "until")));
        }

        var file = fields.OptionalText("file", 64);
        if (file is not null && (file.Length != 64 || !file.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f')))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "file"), ("value", file), ("expected", "[0-9a-f]{64}")));
        return new RecordStatement(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), CashFields.Id(fields, "bankAccount"), lines, from, until,
            fields.OptionalBalance("openingFen"), file);
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var statement = world.Bank(Owner, BankAccount);
        if (world.Cash(Owner).Find(BankAccount) is null) return CashFields.BankAccountUnknown(Owner, BankAccount);
        if (File is { } file && statement.HasFile(file)) return Refusal.Of(RefusalCode.StatementFileTwice, ("file", file[..12]), ("bankAccount", BankAccount));
        if (CheckDates() is { } outside) return outside;
        if (CheckBalances() is { } broken) return broken;
        var fresh = Fresh(statement);
        if (fresh.Aggregate((Int128)statement.TurnoverFen, (sum, line) => sum + Int128.Abs(line.AmountFen)) > Money.MaxFen)
            return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var (first, last) = (From ?? Lines[0].Date, Until ?? Lines[^1].Date);
        // Nothing new, in no file: it was done before.
        if (File is null && fresh.Count == 0 && statement.Recorded.Exists(known => known.From <= first && known.Until >= last)) return Decision.Nothing;
        var recorded = new StatementRecorded(Owner, BankAccount, first, last, fresh, Lines.Count - fresh.Count, By, OpeningFen, Gap(statement, fresh, first), File);
        return Decision.Of(Streams.Bank(Owner, BankAccount), recorded).Showing().While(Streams.Cash(Owner));
    }

    private static StatementLine ReadLine(Fields item)
    {
        var line = new StatementLine(item.Date("date"), item.Amount("amountFen"), item.OptionalBalance("balanceFen"), item.OptionalText("reference", MaxReference));
        if (line.Reference is { } reference && PersonalNumbers.LooksLike(reference)) item.Refuse(Refusal.Of(RefusalCode.PersonalNumberAsId, ("field", item.PathOf("reference"))));
        return line;
    }

    private Refusal? CheckDates()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var (least, most) = (i == 0 ? From : Lines[i - 1].Date, Until);
            if (Lines[i].Date < least || Lines[i].Date > most)
                return Refusal.Of(RefusalCode.StatementDateOutside, ("item", i + 1), ("date", VoucherRules.Text(Lines[i].Date)), ("from", Shown(least)), ("until", Shown(most)));
        }

        return From > Until ? Refusal.Of(RefusalCode.FieldInvalid, ("field", "until"), ("value", Shown(Until)), ("expected", "≥ " + Shown(From))) : null;
    }

    private static string Shown(DateOnly? date) => date is { } day ? VoucherRules.Text(day) : "–";

    /// <summary>Each balance follows from the last one given, or from the opening.</summary>
    private Refusal? CheckBalances()
    {
        Int128? running = OpeningFen;
        foreach (var (i, line) in Lines.Index())
        {
            running += line.AmountFen;
            if (line.BalanceFen is not { } balance) continue;
            if (running is { } expected && expected != balance)
                return Refusal.Of(RefusalCode.StatementBalanceBroken, ("item", i + 1), ("expected", Yuan(expected)), ("found", new Money(balance)));
            running = balance;
        }

        return null;
    }

    private static string Yuan(Int128 fen) => Int128.Abs(fen) <= Money.MaxFen ? new Money((long)fen).ToString() : "> 2^53";

    /// <summary>The lines that are not known: of identical ones as many as there are more than before, the last of them.</summary>
    private List<StatementLine> Fresh(BankStatement statement)
    {
        var known = statement.Entries.CountBy(entry => entry.Line).ToDictionary();
        var fresh = new List<StatementLine>();
        foreach (var line in Lines)
        {
            if (known.GetValueOrDefault(line) > 0) known[line]--;
            else fresh.Add(line);
        }

        return fresh;
    }

    /// <summary>How far what the account held before lies from the end of the earlier statement; null where they meet, overlap or cannot be compared.</summary>
    private long? Gap(BankStatement statement, List<StatementLine> fresh, DateOnly first)
    {
        var overlaps = Lines.Count > 0 && (fresh.Count == 0 || !ReferenceEquals(fresh[0], Lines[0]));
        if (overlaps || statement.Recorded.All(earlier => earlier.From > first) || Opening() is not { } opening || statement.BalanceOn(first) is not { } before) return null;
        return opening == before || !Money.Fits(opening - before) ? null : opening - before;
    }

    private long? Opening()
    {
        if (OpeningFen is { } stated) return stated;
        Int128 sum = 0;
        foreach (var line in Lines)
        {
            sum += line.AmountFen;
            if (line.BalanceFen is { } balance) return Int128.Abs(balance - sum) <= Money.MaxFen ? (long)(balance - sum) : null;
        }

        return null;
    }
}
