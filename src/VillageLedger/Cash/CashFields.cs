using System.Text.RegularExpressions;

namespace VillageLedger;

/// <summary>Fields that several requests on cash and banks have.</summary>
internal static partial class CashFields
{
    /// <summary>An id that a caller gives to something of an owner: no personal number, since it is kept for ever.</summary>
    public static string Id(Fields fields, string name)
    {
        var id = fields.Value<RequestId>(name).Value ?? "";
        if (PersonalNumbers.LooksLike(id)) fields.Refuse(Refusal.Of(RefusalCode.PersonalNumberAsId, ("field", fields.PathOf(name))));
        return id;
    }

    /// <summary>The number of an organisation's account at a bank. A card's number is a person's and is quoted nowhere.</summary>
    public static string AccountNumber(Fields fields, string name)
    {
        var number = fields.PersonalText(name, 40).Replace(" ", "", StringComparison.Ordinal);
        var bare = number.Replace("-", "", StringComparison.Ordinal);
        if (!fields.Failed && (!Number().IsMatch(number) || PersonalNumbers.LooksLike(number) || PersonalNumbers.LooksLike(bare)))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", fields.PathOf(name)), ("value", "…"), ("expected", "[0-9A-Za-z-]{4,40}, ≠ 62…")));
        return number;
    }

    /// <summary>The book's own chart, or that the book is not open.</summary>
    public static Refusal? Open(World world, Owner owner, out Accounts accounts, out Chart chart)
    {
        accounts = world.Accounts(owner);
        chart = null!;
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", owner));
        chart = VoucherRules.ChartOf(world, accounts);
        return null;
    }

    /// <summary>That an account is not a lowest one under cash, or under bank.</summary>
    public static Refusal? CheckLowest(Accounts accounts, Chart chart, Owner owner, AccountCode account, AccountRole role) =>
        accounts.Has(chart, account) && !accounts.HasDetails(chart, account) && chart.RootOf(account)?.Role == role
            ? null
            : Refusal.Of(RefusalCode.AccountNotLowestUnder, ("account", account), ("owner", owner), ("root", chart.WithRole(role)));

    public static Refusal BankAccountUnknown(Owner owner, string bankAccount) => Refusal.Of(RefusalCode.BankAccountUnknown, ("bankAccount", bankAccount), ("owner", owner));

    [GeneratedRegex("^[0-9A-Za-z-]{4,40}$")]
    private static partial Regex Number();
}
