namespace VillageLedger.Reports;

/// <summary>往来: the accounts of what others owe and what is owed to them.</summary>
internal static class Debts
{
    /// <summary>应收: level-1 codes of all charts; they stand for nothing else in any of them. Every liability is owed to somebody.</summary>
    private static readonly string[] Claims = ["112", "1121", "1122", "1123", "1131", "1132", "1221"];

    public static bool IsOwed(LedgerBook book, AccountCode account) => book.Book.Chart.RootOf(account) is { } root
        && (root.Role == AccountRole.Internal || root.Class == AccountClass.Liability || Claims.Contains(root.Code.Value));
}
