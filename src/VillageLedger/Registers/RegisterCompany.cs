namespace VillageLedger;

/// <summary>Makes a company known, with its founders; amounts in fen.</summary>
/// <param name="Company">18-character credit code (GB 32100-2015).</param>
public sealed record RegisterCompany(
    string Id, UserId By, string Company, string Name, string Kind, DateOnly Founded, IReadOnlyList<Shareholder> Shareholders) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RegisterCompany(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Text("name", 100), fields.Text("kind", 40), fields.Date("founded"),
            fields.Items("shareholders", item => new Shareholder(item.Value<Holder>("holder"), item.AmountOrZero("subscribedFen"), item.AmountOrZero("paidInFen"))));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!CreditCode.IsValid(Company)) return Refusal.Of(RefusalCode.CreditCodeInvalid, ("code", Company));
        if (!IsWord(Kind)) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "kind"), ("value", Kind), ("expected", "asset-operation | social-service | order-production | works-contracting | …"));
        if (world.Company(Company).IsKnown) return Refusal.Of(RefusalCode.AlreadyRegistered, ("holder", Streams.Company(Company)));
        var seen = new HashSet<Holder>();
        foreach (var shareholder in Shareholders)
        {
            if (!seen.Add(shareholder.Holder)) return Refusal.Of(RefusalCode.HolderTwice, ("holder", shareholder.Holder));
            if (!world.Holder(shareholder.Holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", shareholder.Holder));
            if (shareholder.PaidInFen > shareholder.SubscribedFen) return Refusal.Of(RefusalCode.PaidInBeyondSubscribed, ("holder", shareholder.Holder));
        }

        if (Shareholders.Aggregate((Int128)0, (sum, shareholder) => sum + shareholder.SubscribedFen) > Money.MaxFen)
            return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return Decision.Of(Streams.Company(Company), new CompanyRegistered(Company, Name, Kind, Founded, Shareholders));
    }

    private static bool IsWord(string kind) => kind.Length > 0 && char.IsAsciiLetterLower(kind[0]) && kind.All(c => char.IsAsciiLetterLower(c) || c == '-');
}
