namespace VillageLedger.Reports;

/// <summary>What lines of a ledger are asked for beside the account. Openings name a party only: by project and contract they are nothing.</summary>
public sealed record LedgerFilter(Holder? Party = null, string? Project = null, string? Contract = null)
{
    internal bool IsEmpty => this is { Party: null, Project: null, Contract: null };

    internal bool Holds(VoucherLine line) =>
        (Party is null || line.Party == Party) && (Project is null || line.Project == Project) && (Contract is null || line.Contract == Contract);

    internal bool Holds(OpeningLine line) => (Party is null || line.Party == Party) && Project is null && Contract is null;

    public override string ToString() => string.Join(" · ", new[] { Party?.Address, Project, Contract }.OfType<string>().Prepend(""));
}
