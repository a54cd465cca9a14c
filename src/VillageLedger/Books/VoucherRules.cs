namespace VillageLedger;

/// <summary>What must hold for every voucher, whoever makes it; checked when it is prepared or amended and once more when it is posted.</summary>
public static class VoucherRules
{
    /// <summary>The first thing wrong with a voucher of an owner, or null.</summary>
    /// <param name="joint">
    /// Whether the program made it with others in several books. Only such a voucher stands on control accounts; nobody chose its accounts, so that details and
    /// what they require are no reason to refuse it: the first detail carries it.
    /// </param>
    public static Refusal? Check(World world, Owner owner, VoucherContent content, bool joint = false)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(content);
        var accounts = world.Accounts(owner);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", owner));
        var chart = ChartOf(world, accounts);
        // All parties are asked for before the first line is judged: they are fetched at once.
        foreach (var line in content.Lines)
        {
            if (line.Party is { } party) world.Holder(party);
            if (line.Settlement?.Payee is { } payee) world.Holder(payee);
        }

        return CheckMonth(world, owner, content.Date)
            ?? CheckCount(content)
            ?? content.Lines.Select((line, i) => CheckLine(world, owner, chart, accounts, i + 1, line, joint, bySomebody: !joint && content.Reverses is null && !YearEndOrder.IsClearing(content))).FirstOrDefault(fault => fault is not null)
            ?? CheckSums(content)
            ?? CheckTransfer(chart, content)
            ?? CollectiveMoney.Check(world, owner, chart, content)
            ?? CheckCorrection(world, owner, chart, content, joint)
            ?? (joint ? null : FundRules.ByHand(world, owner, content))
            ?? (joint || content.Reverses is not { } reversed ? null : CheckReversal(world, owner, reversed, []));
    }

    /// <summary>What registers have spent or given back is not taken back under them.</summary>
    /// <param name="taken">What is taken back with it, and still counts in the world.</param>
    internal static Refusal? CheckReversal(World world, Owner owner, VoucherId reversed, IReadOnlyCollection<VoucherId> taken) =>
        FundRules.Reversal(world, owner, reversed, taken) ?? DepositVoucher.Reversal(world, owner, reversed, taken);

    /// <summary>The chart in force for a book's standard. That none is in force is no user's fault.</summary>
    public static Chart ChartOf(World world, Accounts accounts)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(accounts);
        if (world.Rules.Chart(accounts.Standard!) is { } chart) return chart;
        return world.IsComplete
            ? throw new InvalidOperationException($"No chart is in force for {accounts.Standard}.")
            : Chart.OfVersion(Chart.Carried.First(carried => carried.Standard == accounts.Standard).Version);
    }

    /// <summary>A date must lie in a month that is open: not before the book, not closed, at most one month beyond the earliest open one.</summary>
    public static Refusal? CheckMonth(World world, Owner owner, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(world);
        var month = Month.Of(date);
        var first = world.Accounts(owner).At(month).FirstMonth;
        if (month < first) return Refusal.Of(RefusalCode.DateBeforeBook, ("date", Text(date)), ("month", first));
        if (month >= world.Accounts(owner).EndedFrom) return Refusal.Of(RefusalCode.BookHasEnded, ("book", owner), ("month", world.Accounts(owner).EndedFrom));
        if (world.Book(owner, month).IsClosed) return Refusal.Of(RefusalCode.MonthClosed, ("month", month));
        var before = month.Plus(-2);
        return before >= first && !world.Book(owner, before).IsClosed
            ? Refusal.Of(RefusalCode.MonthNotYetOpen, ("month", month), ("date", Text(date)), ("before", before))
            : null;
    }

    private static Refusal? CheckCount(VoucherContent content) => content.Lines.Count switch
    {
        0 => Refusal.Of(RefusalCode.VoucherEmpty),
        1 => Refusal.Of(RefusalCode.VoucherOneLine),
        _ => null,
    };

    /// <param name="bySomebody">Whether somebody chose the account. A red voucher uses those of its original, even one that has got details since: its first detail carries both.</param>
    private static Refusal? CheckLine(World world, Owner owner, Chart chart, Accounts accounts, int number, VoucherLine line, bool joint, bool bySomebody)
    {
        if (!accounts.Has(chart, line.Account)) return UnknownAccount(world, owner, chart, number, line.Account);
        if (bySomebody && accounts.HasDetails(chart, line.Account))
            return Refusal.Of(RefusalCode.AccountHasDetails, ("line", number), ("account", line.Account), ("example", Example(chart, accounts, line.Account)));
        foreach (var what in bySomebody ? accounts.Requires(line.Account) : [])
        {
            var given = what switch { "party" => line.Party?.Address, "project" => line.Project, "quantity" => line.Quantity?.Unit, _ => line.Contract };
            if (given is null) return Refusal.Of(RefusalCode.LineRequires, ("line", number), ("account", line.Account), ("what", what));
        }

        if (line.Party is { } party && !world.Holder(party).IsKnown) return Refusal.Of(RefusalCode.PartyUnknown, ("line", number), ("party", party));
        if (bySomebody && ContractLines.Check(world, owner, number, line) is { } unknown) return unknown;
        return !joint && ControlAccounts.Holds(world, owner, chart.Standard, line.Account, line.Party)
            ? Refusal.Of(RefusalCode.ControlAccount, ("line", number), ("account", line.Account), ("party", line.Party))
            : null;
    }

    /// <summary>Why an account is not there: it belongs to another standard, or to none.</summary>
    public static Refusal UnknownAccount(World world, Owner owner, Chart chart, int line, AccountCode account)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(chart);
        var other = Standards.All.FirstOrDefault(standard => standard != chart.Standard && world.Rules.Chart(standard)?.Find(account) is not null);
        return other is null
            ? Refusal.Of(RefusalCode.AccountUnknown, ("line", line), ("account", account), ("book", owner))
            : Refusal.Of(RefusalCode.AccountOfAnotherChart, ("line", line), ("account", account), ("standard", chart.Standard), ("other", other));
    }

    /// <summary>A detail account to name in a message: <c>50101 租金收入</c>.</summary>
    public static string Example(Chart chart, Accounts accounts, AccountCode parent)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(accounts);
        var detail = accounts.FirstDetails.TryGetValue(parent, out var first) ? first : chart.Accounts.First(account => account.Parent == parent).Code;
        return $"{detail} {accounts.NameOf(chart, detail)}";
    }

    private static Refusal? CheckSums(VoucherContent content)
    {
        Int128 debits = 0, credits = 0, debitSizes = 0, creditSizes = 0;
        foreach (var line in content.Lines)
        {
            debits += line.Debit;
            credits += line.Credit;
            debitSizes += Int128.Abs(line.Debit);
            creditSizes += Int128.Abs(line.Credit);
        }

        if (Int128.Max(debitSizes, creditSizes) > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return debits == credits
            ? null
            : Refusal.Of(RefusalCode.VoucherUnbalanced, ("debit", new Money((long)debits)), ("credit", new Money((long)credits)), ("difference", new Money((long)(debits - credits))));
    }

    /// <summary>Income counts all kinds but transfer: what moves income to the year's result must say so, and nothing else may.</summary>
    private static Refusal? CheckTransfer(Chart chart, VoucherContent content)
    {
        var roots = content.Lines.Select(line => chart.RootOf(line.Account)!).ToList();
        var movesIncome = roots.Any(IsIncomeOrExpense) && roots.Any(root => root.Role == AccountRole.YearResult);
        if (content.Kind != VoucherKind.Transfer) return movesIncome ? Refusal.Of(RefusalCode.TransferNotMarked) : null;
        var stranger = content.Lines.Zip(roots).Select((pair, i) => (pair.First, Root: pair.Second, Number: i + 1))
            .FirstOrDefault(line => !IsIncomeOrExpense(line.Root) && line.Root.Role is not (AccountRole.YearResult or AccountRole.Distribution));
        if (stranger.First is not null) return Refusal.Of(RefusalCode.TransferOfOtherAccount, ("line", stranger.Number), ("account", stranger.First.Account));
        return roots.Any(IsIncomeOrExpense) && !movesIncome ? Refusal.Of(RefusalCode.TransferWithoutResult, ("account", chart.WithRole(AccountRole.YearResult))) : null;
    }

    private static bool IsIncomeOrExpense(ChartAccount account) => account.Class is AccountClass.Income or AccountClass.Expense;

    private static Refusal? CheckCorrection(World world, Owner owner, Chart chart, VoucherContent content, bool joint)
    {
        if (content.ConcernsMonth is { } concerns && concerns > Month.Of(content.Date))
            return Refusal.Of(RefusalCode.ConcernsLaterMonth, ("month", concerns));
        if (joint || content.Corrects is not { } corrected) return null;
        if (corrected.IsJoint) return Refusal.Of(RefusalCode.VoucherOfJointEntry, ("voucher", corrected), ("request", corrected.Request));
        var place = world.PlaceOf(corrected);
        var original = place is { } at && at.Owner == owner ? world.Book(owner, at.Month).Find(corrected) : null;
        return original?.Stage == VoucherStage.Posted ? EarlierYear.Check(chart, original, content) : Refusal.Of(RefusalCode.CorrectedVoucherNotPosted, ("voucher", corrected));
    }

    internal static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
