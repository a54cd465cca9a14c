using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Earmarked money by fund: granted, received, spent, returned, left at the end of a period, and what the book shows for it; under each fund what was spent on each purpose. A row without a fund is what the
/// accounts 241 and 231 hold beside the funds. As known at a position, from the register and the vouchers themselves.
/// </summary>
public static class FundsReport
{
    public const string Name = "funds";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("owner", CellKind.Text), new("fund", CellKind.Text), new("kind", CellKind.Word), new("donor", CellKind.Text), new("purpose", CellKind.Text), new("name", CellKind.Text), new("until", CellKind.Text, OnlyIfFilled: true),
        new("grantedFen", CellKind.Fen), new("openingFen", CellKind.Fen), new("receivedFen", CellKind.Fen), new("approvedFen", CellKind.Fen, OnlyIfFilled: true), new("assetsFen", CellKind.Fen), new("expensesFen", CellKind.Fen),
        new("returnedFen", CellKind.Fen), new("leftFen", CellKind.Fen, ShowsZero: true), new("balanceFen", CellKind.Fen), new("differenceFen", CellKind.Fen, ShowsZero: true),
    ];

    private static readonly string[] Kinds = ["special", "levy"];

    /// <param name="through">Null: all there is.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Month? through, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var world = new WorldAt(models, at.Position);
        var accounts = await world.AskAsync(known => known.Accounts(owner), cancellation).ConfigureAwait(false);
        if (!accounts.IsOpen) throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        var rows = await world.AskAsync(known => RowsOf(known, owner, through), cancellation).ConfigureAwait(false);
        return new(Name, at, Columns, rows, Totals(rows)) { Subject = through is null ? owner.Address : $"{owner} · {through}" };
    }

    /// <summary>The funds of every village of a place.</summary>
    public static async Task<ReportTable> ReadOfPlaceAsync(ReadModels models, LogMoment at, string place, Month? through, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var world = new WorldAt(models, at.Position);
        var owners = await VillagesOfPlace.ReadAsync(models, at.Position, through ?? new Month(9999, 12), place, cancellation).ConfigureAwait(false);
        var keeping = await world.AskAsync(known => owners.Where(owner => known.Funds(owner).IsUsed).ToList(), cancellation).ConfigureAwait(false);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var owner in keeping) rows.AddRange(await world.AskAsync(known => RowsOf(known, owner, through), cancellation).ConfigureAwait(false));
        return new(Name, at, Columns, rows, Totals(rows)) { Subject = through is null ? place : $"{place} · {through}" };
    }

    private static List<IReadOnlyList<object?>> RowsOf(World world, Owner owner, Month? through)
    {
        var accounts = world.Accounts(owner);
        if (!accounts.IsOpen) return [];
        var last = through ?? MonthCheck.EarliestOpen(world, owner).Next;
        var lines = accounts.FirstMonth <= last
            ? accounts.FirstMonth.To(last).Select(month => world.Book(owner, month)).ToList().SelectMany(month => month.Vouchers.Values).Where(voucher => voucher.Stage == VoucherStage.Posted)
                .SelectMany(voucher => voucher.Content.Lines).Where(line => KindOf(line.Account) is not null).ToList()
            : [];
        var rows = new List<IReadOnlyList<object?>>();
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var fund in world.Funds(owner).InOrder)
        {
            var standing = FundStanding.Of(world, fund, through);
            var balance = standing.OpeningFen + lines.Where(line => line.Project == fund.Id && KindOf(line.Account) == fund.Opened.Kind).Sum(line => line.Credit - line.Debit);
            known[fund.Opened.Kind] = known.GetValueOrDefault(fund.Opened.Kind) + balance;
            rows.Add(
            [
                owner.Address, fund.Id, fund.Opened.Kind, fund.Opened.Donor.Address, null, null, fund.Opened.Until is { } until ? ReportTime.Format(until) : null, fund.Opened.AmountFen, standing.OpeningFen, standing.ReceivedFen,
                fund.IsLevy ? standing.ApprovedFen : null, standing.AssetsFen, standing.ExpensesFen, standing.ReturnedFen, standing.LeftFen, balance, balance - standing.LeftFen,
            ]);
            foreach (var purpose in fund.Opened.Purposes)
            {
                var spent = FundStanding.Of(world, fund, through, purpose.Purpose);
                rows.Add([owner.Address, fund.Id, fund.Opened.Kind, fund.Opened.Donor.Address, purpose.Purpose, purpose.Name, null, null, null, null, null, spent.AssetsFen, spent.ExpensesFen, null, null, null, null]);
            }
        }

        foreach (var kind in Kinds)
        {
            var all = accounts.Opening.Where(line => KindOf(line.Account) == kind).Sum(line => (line.CreditFen ?? 0) - (line.DebitFen ?? 0)) + lines.Where(line => KindOf(line.Account) == kind).Sum(line => line.Credit - line.Debit);
            if (all - known.GetValueOrDefault(kind) is not 0 and var beside)
                rows.Add([owner.Address, null, kind, null, null, null, null, null, null, null, null, null, null, null, null, beside, beside]);
        }

        return rows;
    }

    private static string? KindOf(AccountCode account) => account.Value.StartsWith("241", StringComparison.Ordinal) ? Kinds[0] : account.Value.StartsWith("231", StringComparison.Ordinal) ? Kinds[1] : null;

    /// <summary>Sums over the funds; what was spent by purpose is in them already.</summary>
    private static object?[]? Totals(IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (rows.Count < 2) return null;
        var totals = new object?[Columns.Count];
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Kind == CellKind.Fen) totals[i] = rows.Where(row => row[4] is null).Sum(row => row[i] as long? ?? 0);
        totals[0] = "";
        return totals;
    }
}
