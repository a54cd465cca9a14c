using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What must be done before a month is closed, by the same checks that closing makes, as known at a position.</summary>
public static class MonthCheckReport
{
    public static readonly IReadOnlyList<ReportColumn> Columns = [new("check", CellKind.Text), new("state", CellKind.Text), new("detail", CellKind.Text)];

    /// <param name="month">Null: the earliest open month.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Month? month, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        await models.CatchUpAsync("books_1", at.Position, cancellation).ConfigureAwait(false);
        if (await BookAt.FindAsync(models.Readers, at.Position, owner, cancellation).ConfigureAwait(false) is not { } book)
            throw new ReportRefusedException(Refusal.Of(RefusalCode.BookNotOpen, ("book", owner)));
        var open = book.ClosedThrough?.Next ?? book.FirstMonth;
        var asked = month ?? open;
        if (asked < book.FirstMonth) throw new ReportRefusedException(Refusal.Of(RefusalCode.DateBeforeBook, ("date", asked), ("month", book.FirstMonth)));
        var situation = new MonthSituation(
            asked, book.Chart, await UnpostedAsync(models.Readers, at.Position, book, asked, cancellation).ConfigureAwait(false), open < asked ? asked.Previous : asked,
            await BalancesAsync(book, asked, cancellation).ConfigureAwait(false), book.NameOf, book.Opening.Sum(line => (line.YearDebitFen ?? 0) - (line.YearCreditFen ?? 0)));
        var rows = MonthCheck.Of(situation).Select(check => (IReadOnlyList<object?>)[check.Check, check.StateName, check.Detail(language)]).ToList();
        return new("month-check", at, Columns, rows) { Subject = $"{owner} · {asked}" };
    }

    private static async Task<IReadOnlyList<string>> UnpostedAsync(NpgsqlDataSource readers, long position, BookAt book, Month month, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand(
            "select voucher from books_1.unposted where book = $1 and month = $2 and position <= $3 group by voucher having sum(change) > 0 order by voucher");
        command.Parameters.Add(new() { Value = book.Number });
        command.Parameters.Add(new() { Value = month.Key });
        command.Parameters.Add(new() { Value = position });
        var vouchers = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) vouchers.Add(reader.GetString(0));
        return vouchers;
    }

    private static async Task<Dictionary<AccountCode, long>> BalancesAsync(BookAt book, Month month, CancellationToken cancellation)
    {
        var balances = new Dictionary<AccountCode, long>();
        foreach (var line in book.Opening) Add(line.Account, (line.DebitFen ?? 0) - (line.CreditFen ?? 0));
        var start = new Month(month.Year, 1);
        foreach (var ((account, _), sum) in await book.ByMonthAsync(start.To(month), cancellation).ConfigureAwait(false)) Add(account, sum.Debit - sum.Credit);
        var years = Enumerable.Range(book.FirstMonth.Year, Math.Max(0, month.Year - book.FirstMonth.Year));
        foreach (var ((account, _), sum) in await book.ByYearAsync(years, cancellation).ConfigureAwait(false)) Add(account, sum.Debit - sum.Credit);
        return balances;

        void Add(AccountCode account, long fen)
        {
            var carrier = book.Carrier(account);
            balances[carrier] = balances.GetValueOrDefault(carrier) + fen;
        }
    }
}
