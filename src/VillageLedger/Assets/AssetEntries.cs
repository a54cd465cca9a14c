namespace VillageLedger;

/// <summary>Makes the lines of entries on an owner's assets from the posting map of its book's standard.</summary>
internal sealed class AssetEntries(World world, Accounts accounts)
{
    private readonly PostingMap map = PostingMap.Versions.InForce(world, PostingMap.Assets);

    /// <summary>The account that depreciation for a use is charged to; null where the standard has none for it.</summary>
    public AccountCode? OfUse(string use) => AccountOf("use-" + use);

    /// <summary>The account of a class's cost.</summary>
    public AccountCode OfClass(string name) => accounts.Carrier(AssetClass.Find(world, accounts.Standard!, name)!.Account);

    public AccountCode Clearing => AccountOf("clearing")!.Value;

    public AccountCode Bank => AccountOf("bank")!.Value;

    public AccountCode Gain => AccountOf("gain")!.Value;

    public AccountCode Loss => AccountOf("loss")!.Value;

    public AccountCode Missing => AccountOf("missing")!.Value;

    /// <summary>The level-1 account of works; its details count with it.</summary>
    public AccountCode WorksRoot => RootOf("works")!.Value;

    public AccountCode Works => AccountOf("works")!.Value;

    public AccountCode Payable => AccountOf("payable")!.Value;

    /// <summary>A line of a side; none where nothing is to be entered.</summary>
    public static IEnumerable<VoucherLine> Debit(AccountCode account, long fen, string? summary = null, Holder? party = null, string? project = null) =>
        fen == 0 ? [] : [new(account, DebitFen: fen, Summary: summary, Party: party, Project: project)];

    /// <summary>A line of a side; none where nothing is to be entered.</summary>
    public static IEnumerable<VoucherLine> Credit(AccountCode account, long fen, string? summary = null, Holder? party = null, string? project = null) =>
        fen == 0 ? [] : [new(account, CreditFen: fen, Summary: summary, Party: party, Project: project)];

    /// <summary>What takes a card off its accounts: what was written off against the cost; what is left is for the caller to debit.</summary>
    public IEnumerable<VoucherLine> BookOut(AssetCard card, string? summary = null) => card.Class!.IsDirect
        ? Credit(card.AccountIn(accounts), card.CostFen - card.AccumulatedFen, summary)
        : [.. Debit(card.ContraIn(accounts), card.AccumulatedFen, summary), .. Credit(card.AccountIn(accounts), card.CostFen, summary)];

    public static VoucherContent Voucher(DateOnly date, string summary, IEnumerable<VoucherLine> lines, string cause) =>
        new("记", date, VoucherKind.Ordinary, summary.Length > 200 ? summary[..200] : summary, [.. lines], 0, Cause: cause);

    private AccountCode? AccountOf(string entry) => RootOf(entry) is { } root ? accounts.Carrier(root) : null;

    private AccountCode? RootOf(string entry) => map.Of(entry, PostingMap.OwnerBook, accounts.Standard ?? Standards.Rural2023).Select(line => (AccountCode?)line.Account).FirstOrDefault();
}
