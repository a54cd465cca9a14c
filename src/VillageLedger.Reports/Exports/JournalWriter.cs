namespace VillageLedger.Reports;

/// <summary>
/// Writes posted vouchers as a journal, one after the other, in the order given; by date where it is to pass <c>hledger check ordereddates</c>.
/// Accounts are declared at the end, when they and their first days are known. Debits are positive, credits negative; red ones the other way.
/// </summary>
/// <remarks>No text of a voucher can become a directive: see <see cref="JournalText"/>.</remarks>
public sealed class JournalWriter
{
    private readonly TextWriter output;
    private readonly JournalSyntax syntax;
    private readonly Func<string, string, AccountCode, JournalAccount> accountOf;
    private readonly Dictionary<(string Owner, string Standard, AccountCode Account), string> names = [];
    private readonly SortedDictionary<string, (AccountClass Class, DateOnly FirstDay)> used = new(StringComparer.Ordinal);

    /// <param name="accountOf">The account of an owner, a standard and the code that a line holds.</param>
    public JournalWriter(TextWriter output, JournalFormat format, Func<string, string, AccountCode, JournalAccount> accountOf)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(accountOf);
        (this.output, this.accountOf) = (output, accountOf);
        syntax = format switch
        {
            JournalFormat.Hledger => new HledgerSyntax(),
            JournalFormat.Beancount => new BeancountSyntax(),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        Put(syntax.Head);
    }

    /// <summary>The balances that a book began with, which balance by themselves.</summary>
    /// <param name="date">The last day before the book's first month.</param>
    public void Opening(string owner, string standard, DateOnly date, IReadOnlyList<OpeningLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var balances = lines.Where(line => (line.DebitFen ?? line.CreditFen) is not null).ToList();
        if (balances.Count == 0) return;
        Put(syntax.Transaction(new(date, "期初", "期初余额", [("owner", owner), ("standard", standard)])));
        foreach (var line in balances)
            Post(owner, standard, date, new(line.Account, line.DebitFen, line.CreditFen, Party: line.Party));
        Put("");
    }

    /// <summary>What stood in the old accounts of a converted book stands in the new ones from its first day on.</summary>
    public void Conversion(BookConverted converted)
    {
        ArgumentNullException.ThrowIfNull(converted);
        if (converted.Lines.Count == 0) return;
        var (owner, date) = (converted.Book.Address, converted.Month.FirstDay);
        Put(syntax.Transaction(new(date, "衔接", "新旧会计制度衔接", [("owner", owner), ("from", converted.From), ("to", converted.To)])));
        foreach (var line in converted.Lines)
        {
            Post(owner, converted.From, date, new(line.Account, line.CreditFen, line.DebitFen, Party: line.Party));
            Post(owner, converted.To, date, new(line.ToAccount, line.DebitFen, line.CreditFen, Party: line.ToParty));
        }

        Put("");
    }

    public void Write(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var voucher = entry.Voucher;
        Put(syntax.Transaction(new(voucher.Date, $"{voucher.Type}-{voucher.Number}", voucher.Summary, Tags(entry))));
        foreach (var line in voucher.Lines) Post(entry.Owner, voucher.Standard, voucher.Date, line);
        Put("");
    }

    /// <summary>Declares the accounts. Nothing may follow.</summary>
    public void End()
    {
        foreach (var (name, account) in used) Put(syntax.Account(name, account.Class, account.FirstDay));
        output.Flush();
    }

    private static IEnumerable<(string Name, string Value)> Tags(JournalEntry entry)
    {
        var voucher = entry.Voucher;
        yield return ("owner", entry.Owner);
        yield return ("voucher", voucher.Voucher.Value);
        yield return ("position", entry.Position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (voucher.Kind != VoucherKind.Ordinary) yield return ("kind", JournalText.Lower(voucher.Kind));
        if (voucher.Reverses is { } reversed) yield return ("reverses", reversed.Value);
        if (voucher.Corrects is { } corrected) yield return ("corrects", corrected.Value);
        if (voucher.ConcernsMonth is { } month) yield return ("concerns", month.ToString());
    }

    private static IEnumerable<(string Name, string Value)> Tags(VoucherLine line)
    {
        if (line.Summary is { } summary) yield return ("summary", summary);
        if (line.Party is { } party) yield return ("party", party.Address);
        if (line.Project is { } project) yield return ("project", project);
        if (line.Contract is { } contract) yield return ("contract", contract);
        // These programs know amounts without sides: a red debit would else look like a credit.
        if (line is { DebitFen: < 0 } or { CreditFen: < 0 }) yield return ("red", line.DebitFen is null ? "credit" : "debit");
    }

    private void Post(string owner, string standard, DateOnly date, VoucherLine line)
    {
        var amount = JournalText.Yuan(line.Debit - line.Credit);
        Put(syntax.Posting(NameOf(owner, standard, line.Account, date), amount, Tags(line)));
    }

    private string NameOf(string owner, string standard, AccountCode code, DateOnly date)
    {
        if (!names.TryGetValue((owner, standard, code), out var name))
        {
            var account = accountOf(owner, standard, code);
            names.Add((owner, standard, code), name = syntax.NameOf(owner, account));
            used.TryAdd(name, (account.Class, date));
        }

        if (date < used[name].FirstDay) used[name] = (used[name].Class, date);
        return name;
    }

    private void Put(string text) => output.Write(text + "\n");
}
