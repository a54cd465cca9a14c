namespace VillageLedger.Reports;

/// <summary>
/// What beancount 2 reads. Accounts begin with one of five English words; each part begins with a digit or capital and holds letters (Chinese
/// ones, too), digits and hyphens. All texts of users stand in quotes.
/// </summary>
internal sealed class BeancountSyntax : JournalSyntax
{
    public override string Head => """
        ; VillageLedger 已记账凭证 posted vouchers
        option "title" "VillageLedger"
        option "operating_currency" "CNY"

        """.ReplaceLineEndings("\n");

    public override string NameOf(string owner, JournalAccount account) => string.Join(
        ':', [RootOf(account.Class), Capital(JournalText.Owner(owner)), .. account.Path.Select(Part), Part($"{account.Code} {account.Name}")]);

    public override string Transaction(JournalHead head) =>
        $"{JournalText.Date(head.Date)} * {Quoted(head.Summary)}\n  number: {Quoted(head.Number)}" + Metadata("  ", head.Tags);

    public override string Posting(string account, string amount, IEnumerable<(string Name, string Value)> tags) =>
        $"  {account}  {amount} CNY" + Metadata("    ", tags);

    public override string Account(string name, AccountClass kind, DateOnly firstDay) => $"{JournalText.Date(firstDay)} open {name} CNY";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A part begins with the code's digits; any other beginning gets one that beancount takes.</summary>
    private static string Part(string text)
    {
        var plain = JournalText.Plain(text);
        return plain.Length > 0 && char.IsAsciiDigit(plain[0]) ? plain : $"X-{plain}".TrimEnd('-');
    }

    private static string Metadata(string indent, IEnumerable<(string Name, string Value)> tags) =>
        string.Concat(tags.Select(tag => $"\n{indent}{tag.Name}: {Quoted(tag.Value)}"));

    private static string Quoted(string text) =>
        '"' + JournalText.OneLine(text).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    private static string RootOf(AccountClass kind) => kind switch
    {
        // Costs not yet carried to products are work in progress, an asset.
        AccountClass.Asset or AccountClass.Cost => "Assets",
        AccountClass.Liability => "Liabilities",
        AccountClass.Equity => "Equity",
        AccountClass.Income => "Income",
        AccountClass.Expense => "Expenses",
        _ => throw new InvalidOperationException($"No name is known for accounts of {kind}."),
    };
}
