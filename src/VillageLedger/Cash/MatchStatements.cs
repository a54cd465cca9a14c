namespace VillageLedger;

/// <summary>Matches by rule what can only belong together (<see cref="AutomaticMatch"/>). Nothing found means that it was done already.</summary>
/// <param name="Days">How many days the dates of the bank and of the voucher may lie apart where no number tells; 10 unless given.</param>
public sealed record MatchStatements(string Id, UserId By, Owner Owner, string BankAccount, int? Days) : Request(Id, By)
{
    private const int UsualDays = 10;
    private const int MostDays = 366;

    /// <summary>Each is a fact; what is more is found when it is asked for again.</summary>
    private const int MaxMatches = 10_000;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new MatchStatements(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), CashFields.Id(fields, "bankAccount"), fields.OptionalCount("days", MostDays));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var statement = world.Bank(Owner, BankAccount);
        if (world.Cash(Owner).Find(BankAccount) is not { Registered: var account }) return CashFields.BankAccountUnknown(Owner, BankAccount);
        var entries = MoneyBook.Entries(world, Owner, account.Account).Where(entry => !statement.MatchOfVoucherLine.ContainsKey(entry.Place)).ToList();
        if (!world.IsComplete) return Decision.Nothing;
        var lines = statement.InOrder.Where(entry => !statement.MatchOfLine.ContainsKey(entry.Number)).ToList();
        var found = AutomaticMatch.Find(lines, entries, Days ?? UsualDays).Take(MaxMatches)
            .Select((match, i) => (Fact)new StatementMatched(Owner, BankAccount, VoucherId.Proposed(Id, i + 1), match.Lines, match.VoucherLines, By, AutomaticMatch.Rule)).ToList();
        return found.Count == 0 ? Decision.Nothing : Decision.Nothing.And(Streams.Bank(Owner, BankAccount), found).While(Streams.Cash(Owner));
    }
}
