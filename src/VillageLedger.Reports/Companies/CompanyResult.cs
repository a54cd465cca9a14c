using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What a company's books show beside a venture that it is: why nothing, or what, could be distributed.</summary>
internal static class CompanyResult
{
    /// <summary>That income reaches holders by dividend only; and, where the company keeps its book here, its result of a period and what stands undistributed at the period's end.</summary>
    public static async Task<IReadOnlyList<string>> NotesAsync(ReadModels models, LogMoment at, CompanyRows company, Period period, Language language, CancellationToken cancellation)
    {
        var notes = new List<string> { Texts.Of("report.allocation.company", language, ("company", company.Name)) };
        await models.CatchUpAsync("books_2", at.Position, cancellation).ConfigureAwait(false);
        if (await BookAt.FindAsync(models, at.Position, Owner.Company(company.Code), cancellation).ConfigureAwait(false) is not { } book) return notes;
        var turnover = await company.TurnoverAsync(period, incomeOnly: false, cancellation).ConfigureAwait(false);
        var (income, expense) = (turnover.Where(row => row.Class != "expense").Sum(row => row.Fen), -turnover.Where(row => row.Class == "expense").Sum(row => row.Fen));
        var undistributed = await UndistributedAsync(book, period.To, cancellation).ConfigureAwait(false);
        notes.Add(Texts.Of(
            "report.allocation.company-result", language, ("period", period), ("income", new Money(income)), ("expense", new Money(expense)), ("result", new Money(income - expense)),
            ("month", period.To), ("undistributed", new Money(undistributed))));
        if (undistributed <= 0) notes.Add(Texts.Of("report.allocation.company-nothing", language));
        return notes;
    }

    /// <summary>Income less expense not transferred yet, with 本年利润 and 利润分配, up to a month's end.</summary>
    private static async Task<long> UndistributedAsync(BookAt book, Month upTo, CancellationToken cancellation)
    {
        if (upTo < book.FirstMonth.Previous) return 0;
        var sum = book.Opening.Where(line => IsResult(line.Account)).Sum(line => (line.CreditFen ?? 0) - (line.DebitFen ?? 0));
        var years = Enumerable.Range(book.FirstMonth.Year, Math.Max(0, upTo.Year - book.FirstMonth.Year));
        foreach (var ((account, _), turnover) in await book.ByYearAsync(years, cancellation).ConfigureAwait(false))
            if (IsResult(account)) sum += turnover.Credit - turnover.Debit;
        foreach (var ((account, _), turnover) in await book.ByMonthAsync(new Month(upTo.Year, 1).To(upTo), cancellation).ConfigureAwait(false))
            if (IsResult(account)) sum += turnover.Credit - turnover.Debit;
        return sum;

        bool IsResult(AccountCode account) =>
            book.Chart.RootOf(account) is { } root && (root.Class is AccountClass.Income or AccountClass.Expense || root.Role is AccountRole.YearResult or AccountRole.Distribution);
    }
}
