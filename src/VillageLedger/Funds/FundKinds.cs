namespace VillageLedger;

/// <summary>The kinds of earmarked money and the accounts on which they stand, the same in both charts of villages.</summary>
internal static class FundKinds
{
    public const string Special = "special";
    public const string Levy = "levy";

    private static readonly AccountCode SpecialAccount = new("241");
    private static readonly AccountCode LevyAccount = new("231");

    /// <summary>专项应付款 or 一事一议资金.</summary>
    public static AccountCode AccountOf(string kind) => kind == Levy ? LevyAccount : SpecialAccount;

    /// <summary>The kind whose money stands on an account; null for every other account.</summary>
    public static string? KindOn(string? standard, AccountCode account) => standard is not (Standards.Rural2004 or Standards.Rural2023) ? null
        : account.IsWithin(SpecialAccount) ? Special : account.IsWithin(LevyAccount) ? Levy : null;
}
