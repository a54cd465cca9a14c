namespace VillageLedger;

/// <summary>Adds a line of business to a company; its revenue is what vouchers post to its accounts, or name by its id as their project.</summary>
/// <param name="Company">18-character credit code.</param>
/// <param name="Accounts">Income accounts; each belongs to one line. None where vouchers name the line.</param>
public sealed record AddBusinessLine(
    string Id, UserId By, string Company, string Line, string Name, IReadOnlyList<AccountCode> Accounts) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var request = new AddBusinessLine(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Text("line"), fields.Text("name", 100), fields.Values<AccountCode>("accounts"));
        if (!fields.Failed && (!Ids.IsValid(request.Line) || request.Line == BusinessLines.Unassigned))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "line"), ("value", request.Line), ("expected", $"{VoucherId.Expected}, ≠ {BusinessLines.Unassigned}")));
        return request;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, out var company) is { } unknown) return unknown;
        if (company.Lines.ById.ContainsKey(Line)) return Refusal.Of(RefusalCode.BusinessLineExists, ("line", Line), ("company", Company));
        var owner = Owner.Company(Company);
        var accounts = world.Accounts(owner);
        var charts = (accounts.IsOpen ? [accounts.Standard!] : Standards.For(owner)).Select(world.Rules.Chart).OfType<Chart>().ToList();
        if (Accounts.GroupBy(account => account).FirstOrDefault(same => same.Count() > 1) is { } twice) return OfOther(twice.Key, Line);
        foreach (var account in Accounts)
        {
            var chart = charts.Find(chart => accounts.Has(chart, account));
            if (chart is null) return Refusal.Of(RefusalCode.AccountNotThere, ("account", account), ("owner", owner));
            if (chart.RootOf(account) is not { Class: AccountClass.Income }) return Refusal.Of(RefusalCode.AccountNotIncome, ("account", account));
            if (company.Lines.ByAccount.TryGetValue(account, out var other)) return OfOther(account, other);
        }

        return Decision.Of(Streams.Company(Company), new BusinessLineAdded(Company, Line, Name, Accounts)).While(Streams.Accounts(owner));
    }

    private static Refusal OfOther(AccountCode account, string line) => Refusal.Of(RefusalCode.AccountOfOtherLine, ("account", account), ("line", line));
}
