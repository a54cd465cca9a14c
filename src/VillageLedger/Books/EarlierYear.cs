namespace VillageLedger;

/// <summary>
/// Income and expense of an earlier year are corrected through 收益分配—未分配收益 in a village's book, so that this year's figures stay untouched
/// (农村集体经济组织会计制度), and in current profit and loss in an enterprise's (小企业会计准则 art. 88).
/// </summary>
internal static class EarlierYear
{
    /// <summary>The account that takes a line's place in a correction of an earlier year; the account itself where nothing is to be changed.</summary>
    public static AccountCode AccountOf(Chart chart, Accounts accounts, AccountCode account) =>
        chart.RootOf(account)?.Class is AccountClass.Income or AccountClass.Expense && chart.WithRole(AccountRole.Undistributed) is { } undistributed ? accounts.Carrier(undistributed) : account;
}
