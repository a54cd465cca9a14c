namespace VillageLedger;

/// <summary>What a payer's books say of a year, read month by month in the decision: nothing of it is ever typed.</summary>
internal sealed class DividendBooks
{
    private readonly World world;
    private readonly Owner payer;
    private readonly int year;
    private readonly Accounts accounts;
    private readonly List<Month> months;
    private readonly Standing standing;
    private readonly HashSet<string> dividends = new(StringComparer.Ordinal);
    private Chart chart;
    private IReadOnlyList<AccountCode> reserves;
    private Int128 undistributed;
    private Int128 profit;
    private Int128 reserve;
    private readonly EarlierReserves earlier = new();
    private Int128 byHand;
    private Int128 putAsideByHand;

    private DividendBooks(World world, Owner payer, int year)
    {
        (this.world, this.payer, this.year) = (world, payer, year);
        accounts = world.Accounts(payer);
        var first = accounts.Eras.First();
        chart = VoucherRules.ChartOf(world, first);
        reserves = ReservesOf(first);
        standing = new(chart);
        months = MonthsOf(world, payer, first.FirstMonth, year);
    }

    /// <summary>The last month that could hold a voucher.</summary>
    public Month LastMonth => months[^1];

    /// <summary>A decision that holds only while nothing changes of what the figures were read from.</summary>
    public Decision Guard(Decision decision)
    {
        if (decision.Refusal is not null) return decision;
        var written = decision.Facts.Select(fact => fact.Stream).ToHashSet(StringComparer.Ordinal);
        var read = months.Select(month => Streams.Book(payer, month))
            .Concat(dividends.Select(Streams.Dividend)).Append(Streams.Accounts(payer)).Append(Streams.Rules)
            .Concat(payer.Kind == Owner.CompanyKind ? [Streams.Company(payer.Code)] : []);
        return read.Where(stream => !written.Contains(stream)).Aggregate(decision, (sum, stream) => sum.While(stream));
    }

    /// <summary>Why a year cannot be looked at: no book, a year before it, or one that it has not reached.</summary>
    public static Refusal? Check(World world, Owner payer, int year)
    {
        var accounts = world.Accounts(payer);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", payer));
        var (first, january, december) = (accounts.Eras.First().FirstMonth, new Month(year, 1), new Month(year, 12));
        if (december < first) return Refusal.Of(RefusalCode.DateBeforeBook, ("date", VoucherRules.Text(december.LastDay)), ("month", first));
        var before = january.Plus(-2);
        return before >= first && !world.Book(payer, before).IsClosed
            ? Refusal.Of(RefusalCode.MonthNotYetOpen, ("month", january), ("date", VoucherRules.Text(january.FirstDay)), ("before", before))
            : null;
    }

    public static DividendBooks Of(World world, Owner payer, int year)
    {
        var books = new DividendBooks(world, payer, year);
        books.Read();
        return books;
    }

    /// <summary>The figures; null where a sum leaves the bounds of an amount.</summary>
    public DividendFigures? Figures()
    {
        Int128 appropriated = putAsideByHand, drawn = byHand;
        foreach (var dividend in dividends.Order(StringComparer.Ordinal).Select(world.Dividend).Where(other => other.Stage == DividendStage.Resolved))
        {
            var toReserves = dividend.Proposed!.Steps.Where(step => step.Kind is not (DividendSteps.CoverLoss or DividendSteps.Distribute)).ToList();
            earlier.Draw(dividend.Proposed.Year, toReserves.Where(step => step.Kind != DividendSteps.OptionalReserve).Sum(step => step.AmountFen));
            if (dividend.Proposed.Year != year) continue;
            drawn += toReserves.Where(step => step.Kind != DividendSteps.OptionalReserve).Sum(step => step.AmountFen);
            appropriated += toReserves.Sum(step => step.AmountFen) + dividend.Resolved!.DeclaredFen;
        }

        undistributed -= standing.ExcessFen;
        var laterLoss = Int128.Max(0, undistributed - standing.Fen);
        var left = undistributed - profit + appropriated;
        var due = Int128.Min(earlier.MissingBefore(year, RateOf), Int128.Max(0, left));
        Int128 capital = payer.Kind == Owner.CompanyKind ? world.Company(payer.Code).SubscribedOn(new(year, 12, 31)).Aggregate((Int128)0, (sum, held) => sum + held.AmountFen) : 0;
        Int128[] all = [profit, left, appropriated, undistributed, reserve, drawn, capital, laterLoss];
        return all.Any(fen => Int128.Abs(fen) > Money.MaxFen)
            ? null
            : new(
                (long)profit, (long)left, (long)appropriated, (long)undistributed, (long)reserve, (long)drawn, payer.Kind == Owner.CompanyKind ? (long)capital : null,
                laterLoss == 0 ? null : (long)laterLoss, due == 0 ? null : (long)due);
    }

    /// <summary>The least part of a year's profit that goes to the reserve.</summary>
    private int RateOf(int of) =>
        DividendRule.Versions.InForce(world, payer.Kind).StepsOn(new(of, 12, 31)).FirstOrDefault(step => step.Kind is DividendSteps.StatutoryReserve or DividendSteps.PublicFund)?.RatePpm ?? 0;

    /// <summary>
    /// All months that can hold a voucher: up to one beyond the earliest that is open. Those of the year, and some after it, are asked for at once rather
    /// than one after the other.
    /// </summary>
    private static List<Month> MonthsOf(World world, Owner payer, Month first, int year)
    {
        const int Ahead = 12;
        foreach (var month in first.To(new Month(year, 12).Plus(Ahead))) world.Book(payer, month);
        var open = first;
        while (world.Book(payer, open).IsClosed) open = open.Next;
        return [.. first.To(open.Next)];
    }

    private void Read()
    {
        var (january, december) = (new Month(year, 1), new Month(year, 12));
        var eras = accounts.Eras.ToList();
        foreach (var line in eras[0].Opening)
        {
            var credit = (Int128)(line.CreditFen ?? 0) - (line.DebitFen ?? 0);
            Add(line.Account, credit, eras[0].FirstMonth > january);
            if (eras[0].FirstMonth.Number > 1 && chart.RootOf(line.Account) is { } root && Standing.IsResult(root)) earlier.Earn(eras[0].FirstMonth.Year, credit);
            standing.Begin(eras[0].FirstMonth, line.Account, credit);
        }

        foreach (var month in months)
        {
            if (eras.Find(era => era.Conversion?.Month == month) is { } converted) Convert(converted);
            earlier.Begin(month.Year, standing.Fen);
            var book = world.Book(payer, month);
            foreach (var (account, movement) in book.Movements)
            {
                var credit = (Int128)movement.Credit - movement.Debit;
                if (month <= december) Add(account, credit, false);
                else if (IsReserve(account)) reserve += credit;
            }

            foreach (var (id, voucher) in book.Vouchers.Where(pair => pair.Value.Stage == VoucherStage.Posted)
                .OrderBy(pair => pair.Value.Number).ThenBy(pair => pair.Value.Content.Type, StringComparer.Ordinal))
            {
                var back = standing.Add(month, id, voucher);
                if (voucher.Content.Kind == VoucherKind.Transfer) continue;
                if (month >= january) Add(id, voucher, month, december, back);
                else AddEarlier(id, voucher, month, back);
            }
        }
    }

    /// <summary>From here on the accounts are those of another standard. What a conversion moved into or out of what is undistributed, or the reserve, counts.</summary>
    private void Convert(Accounts era)
    {
        foreach (var line in era.Conversion!.Lines) Add(line.Account, line.Fen, false);
        chart = VoucherRules.ChartOf(world, era);
        reserves = ReservesOf(era);
        foreach (var line in era.Conversion.Lines) Add(line.ToAccount, -line.Fen, false);
        standing.Convert(chart, era.Conversion);
    }

    private List<AccountCode> ReservesOf(Accounts era) =>
        [.. DividendLines.MapOf(world, payer).Of("reserve", PostingMap.PayerBook, era.Standard!).Where(line => line.Side == Side.Credit).Select(line => line.Account)];

    /// <summary>A balance at the opening or a month's turnover; what the book began with within the year is profit of the year so far.</summary>
    private void Add(AccountCode account, Int128 credit, bool isProfit)
    {
        if (IsReserve(account)) reserve += credit;
        if (chart.RootOf(account) is not { } root) return;
        if (Standing.IsResult(root) || root.Role == AccountRole.Distribution) undistributed += credit;
        if (isProfit && Standing.IsResult(root)) profit += credit;
    }

    /// <summary>
    /// What a voucher other than a transfer did: income and expense of the year; after it, whatever was taken from or corrected in what stood undistributed. Income of
    /// later years is none of this year's.
    /// </summary>
    /// <param name="back">What of it gives back what had been moved from other equity: that is nothing put aside.</param>
    private void Add(VoucherId id, Voucher voucher, Month month, Month december, Int128 back)
    {
        var (isLater, takes) = (month > december, false);
        Int128 toReserve = 0, fromAppropriations = 0, taken = 0;
        foreach (var line in voucher.Content.Lines)
        {
            if (chart.RootOf(line.Account) is not { } root) continue;
            var credit = (Int128)line.Credit - line.Debit;
            takes |= root.Role == AccountRole.Distribution;
            if (IsReserve(line.Account)) toReserve += credit;
            if (IsAppropriation(line.Account)) fromAppropriations -= credit;
            if (Standing.IsResult(root) || root.Role == AccountRole.Distribution) taken -= credit;
            if (root.Class is AccountClass.Income or AccountClass.Expense)
            {
                if (!isLater) profit += credit;
            }
            else if (isLater && root.Role is AccountRole.Distribution or AccountRole.YearResult) undistributed += credit;
        }

        if (!takes || IsOfDividend(id, voucher) || Standing.IsVoid(id, voucher)) return;
        // What is put aside by hand in December is this year's; earlier in the year it is a plan for the year before. What covers a loss from the reserve draws nothing.
        var drawn = Int128.Max(0, toReserve - Int128.Max(0, back));
        if (month < december) earlier.Draw(year - 1, drawn);
        if (month != december) return;
        byHand += drawn;
        putAsideByHand += Int128.Max(drawn, Int128.Min(fromAppropriations, taken));
    }

    /// <summary>What a voucher of an earlier year other than a transfer earned, and what it put aside by hand.</summary>
    private void AddEarlier(VoucherId id, Voucher voucher, Month month, Int128 back)
    {
        var (takes, toReserve) = (false, (Int128)0);
        foreach (var line in voucher.Content.Lines)
        {
            if (chart.RootOf(line.Account) is not { } root) continue;
            var credit = (Int128)line.Credit - line.Debit;
            takes |= root.Role == AccountRole.Distribution;
            if (IsReserve(line.Account)) toReserve += credit;
            if (root.Class is AccountClass.Income or AccountClass.Expense) earlier.Earn(month.Year, credit);
        }

        if (takes && !IsOfDividend(id, voucher) && !Standing.IsVoid(id, voucher))
            earlier.Draw(month.Number == 12 ? month.Year : month.Year - 1, Int128.Max(0, toReserve - Int128.Max(0, back)));
    }

    private bool IsOfDividend(VoucherId id, Voucher voucher)
    {
        if (!id.IsJoint) return false;
        var stream = world.StreamOf(id.Request);
        if (Streams.Kind(stream) != Streams.DividendKind) return false;
        if (voucher.Content.Reverses is null) dividends.Add(stream[(Streams.DividendKind.Length + 1)..]);
        return true;
    }

    private bool IsAppropriation(AccountCode account) => chart.WithRole(AccountRole.Appropriations) is { } appropriations && account.IsWithin(appropriations);

    private bool IsReserve(AccountCode account) => reserves.Any(account.IsWithin);
}
