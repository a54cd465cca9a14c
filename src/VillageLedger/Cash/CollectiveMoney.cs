namespace VillageLedger;

/// <summary>
/// Collective money does not go to a person's account: a voucher that moves it between cash and bank only pays nobody for anything, so no line of it is settled with a natural person.
/// </summary>
internal static class CollectiveMoney
{
    public static Refusal? Check(World world, Owner owner, Chart chart, VoucherContent content)
    {
        // What was posted can be taken back, whoever it went to.
        if (content.Reverses is not null) return null;
        var onlyMoney = content.Lines.All(line => IsMoney(chart, line.Account));
        foreach (var (i, line) in content.Lines.Index())
        {
            if (line.Settlement?.Payee is { } somebody && !world.Holder(somebody).IsKnown) return Refusal.Of(RefusalCode.PartyUnknown, ("line", i + 1), ("party", somebody));
            if (onlyMoney && line.Settlement?.Payee is { } payee && BankAccounts.IsPerson(world, payee))
                return Refusal.Of(RefusalCode.MoneyToPerson, ("line", i + 1), ("payee", payee), ("articles", MoneyLaw.Articles(world, MoneyLaw.PersonalAccount, owner, content.Date)));
        }

        return null;
    }

    /// <summary>Whether an account is cash or money at a bank.</summary>
    public static bool IsMoney(Chart chart, AccountCode account) => chart.RootOf(account)?.Role is AccountRole.Cash or AccountRole.Bank;

    /// <summary>Whether a voucher moves cash or money at a bank: then a cashier signs it.</summary>
    public static bool IsMoved(Chart chart, VoucherContent content) => content.Lines.Any(line => IsMoney(chart, line.Account));
}
