namespace VillageLedger;

/// <summary>Bank accounts as facts may hold them.</summary>
internal static class BankAccounts
{
    private const int ShownDigits = 4;

    /// <summary>The whole account of an organisation; of a natural person no more than the last four characters.</summary>
    public static string Shown(World world, Holder holder, string bankAccount) =>
        IsPerson(world, holder)
            ? "****" + bankAccount[^Math.Min(ShownDigits, bankAccount.Length)..]
            : bankAccount;

    /// <summary>Whether somebody is a natural person.</summary>
    public static bool IsPerson(World world, Holder holder) =>
        holder.Kind == Holder.MemberKind || (holder.Kind == Holder.PartyKind && world.Holder(holder).Kind is "member" or "person");
}
