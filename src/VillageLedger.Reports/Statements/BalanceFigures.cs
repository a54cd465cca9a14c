namespace VillageLedger.Reports;

/// <summary>What the rows of a balance sheet take of the accounts of a book, at some moments.</summary>
internal sealed class BalanceFigures
{
    private readonly StatementSums sums;
    private readonly PartySums parties;

    private BalanceFigures(StatementSums sums, PartySums parties) => (this.sums, this.parties) = (sums, parties);

    public static async Task<BalanceFigures> ReadAsync(ReadModels models, LedgerBook ledger, RowMap map, IReadOnlyList<BalanceMoment> moments, CancellationToken cancellation)
    {
        var sums = await StatementSums.ReadAsync(ledger.Book, moments, [], cancellation).ConfigureAwait(false);
        var split = map.Rows.SelectMany(row => row.Accounts).Where(IsByParty).ToList();
        var accounts = sums.Accounts(account => split.Exists(accounts => accounts.Has(ledger.Book.Chart, account)));
        return new(sums, await PartySums.ReadAsync(models, ledger, sums, accounts, moments, cancellation).ConfigureAwait(false));
    }

    public PartySums Parties => parties;

    public StatementSums Sums => sums;

    public RowFigures At(RowMap map, BalanceMoment moment) => new(map, row => Figure.Sum(row.Accounts.Select(accounts => Of(accounts, row.Side, moment))));

    private static bool IsByParty(RowAccounts accounts) => accounts.Part is RowPart.Debit or RowPart.Credit;

    private Figure Of(RowAccounts accounts, Side side, BalanceMoment moment)
    {
        bool IsWanted(AccountCode account) => accounts.Has(sums.Book.Chart, account);
        if (IsByParty(accounts))
        {
            var on = accounts.Part == RowPart.Debit ? Side.Debit : Side.Credit;
            return parties.On(on, IsWanted, moment).Times(on == side ? 1 : -1);
        }

        var figure = sums.BalanceOf(sums.Accounts(IsWanted), moment, side);
        return accounts.Part switch
        {
            RowPart.NetDebit => Standing(Side.Debit),
            RowPart.NetCredit => Standing(Side.Credit),
            _ => figure,
        };

        Figure Standing(Side on) => (on == side ? figure.Fen : -figure.Fen) > 0 ? figure : Figure.Zero;
    }
}
