namespace VillageLedger.Reports;

/// <summary>
/// What hledger and ledger 3 both read. Two spaces end an account's name, <c>;</c> begins a comment anywhere; in comments <c>name:</c> is a
/// tag, and <c>date:</c> or a date in brackets would move a posting to another day.
/// </summary>
internal sealed class HledgerSyntax : JournalSyntax
{
    private const string InNames = ":;";
    private const string InSummaries = ";|";
    private const string InComments = ";:,[]";

    public override string Head => """
        ; VillageLedger 已记账凭证 posted vouchers
        commodity CNY
            format 1,000.00 CNY

        """.ReplaceLineEndings("\n");

    public override string NameOf(string owner, JournalAccount account) => string.Join(
        ':', [RootOf(account.Class), JournalText.Owner(owner), .. account.Path.Select(Name), Name($"{account.Code} {account.Name}")]);

    public override string Transaction(JournalHead head)
    {
        var number = JournalText.WithWide(head.Number, ";()");
        var tags = head.Tags.Select(tag => $"\n    ; {tag.Name}: {JournalText.OneLine(tag.Value)}");
        return $"{JournalText.Date(head.Date)} * ({number}) {JournalText.WithWide(head.Summary, InSummaries)}{string.Concat(tags)}";
    }

    public override string Posting(string account, string amount, IEnumerable<(string Name, string Value)> tags) =>
        $"    {account}  {amount} CNY" + string.Concat(tags.Select(tag => $"\n        ; {tag.Name}: {JournalText.WithWide(tag.Value, InComments)}"));

    /// <summary>hledger takes what an account is from a tag; ledger passes over it.</summary>
    public override string Account(string name, AccountClass kind, DateOnly firstDay) => $"account {name}\n    ; type: {TypeOf(kind)}";

    private static string Name(string text) => JournalText.WithWide(text, InNames) is { Length: > 0 } name ? name : "-";

    private static string RootOf(AccountClass kind) => kind switch
    {
        AccountClass.Asset => "资产",
        AccountClass.Liability => "负债",
        AccountClass.Equity => "所有者权益",
        AccountClass.Cost => "成本",
        AccountClass.Income => "收入",
        AccountClass.Expense => "支出",
        _ => throw new InvalidOperationException($"No name is known for accounts of {kind}."),
    };

    private static char TypeOf(AccountClass kind) => kind switch
    {
        // Costs not yet carried to products are work in progress, an asset.
        AccountClass.Asset or AccountClass.Cost => 'A',
        AccountClass.Liability => 'L',
        AccountClass.Equity => 'E',
        AccountClass.Income => 'R',
        AccountClass.Expense => 'X',
        _ => throw new InvalidOperationException($"No type is known for accounts of {kind}."),
    };
}
