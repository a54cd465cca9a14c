namespace VillageLedger.Reports;

/// <summary>The balance of an account while its lines pass: one sum, or the sums of both sides where details must not be netted.</summary>
internal sealed class RunningBalance(bool netted)
{
    private readonly Dictionary<AccountCode, long> nets = [];
    private long debit;
    private long credit;

    /// <summary>In fen; both are filled only where details stand on both sides and are not netted.</summary>
    public Movement Sides => netted ? SideOf(debit - credit) : new(debit, credit);

    public static Movement SideOf(long net) => net >= 0 ? new(net, 0) : new(0, -net);

    public void Add(AccountCode leaf, long net)
    {
        var before = nets.GetValueOrDefault(leaf);
        var after = nets[leaf] = before + net;
        debit += Math.Max(after, 0) - Math.Max(before, 0);
        credit += Math.Max(-after, 0) - Math.Max(-before, 0);
    }
}
