using System.Text.Json;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>What ledgers owe each other and the trial balance, at any position and of any period.</summary>
internal static class LedgerLaws
{
    /// <summary>Every report on one book, as text.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period)
    {
        var balances = await TrialBalance.ReadAsync(models, at, owner, period);
        var tables = new List<ReportTable>
        {
            TrialBalanceColumns.Six(balances),
            await GeneralLedger.ReadAsync(models, at, owner, period),
            await MoneyJournal.ReadCashAsync(models, at, owner, period),
            await MoneyJournal.ReadBankAsync(models, at, owner, period),
            await VoucherList.ReadAsync(models, at, owner, period, new()),
            await VoucherList.ReadAsync(models, at, owner, period, new(VoucherState.Posted, Text: "租金", MinFen: 50_000), lines: true),
            await VoucherSummary.ReadAsync(models, at, owner, period),
            await ReceiptsAndPayments.ReadAsync(models, at, owner, period),
            await PartyBalances.ReadAsync(models, at, owner, period, ageing: true),
            await PartyLedger.ReadAsync(models, at, owner, period, Holder.Party("p1")),
            await BalanceSheet.ReadAsync(models, at, owner, period, Language.Chinese),
            await IncomeStatement.ReadAsync(models, at, owner, period, Language.Chinese),
            await StatementNotes.ReadAsync(models, at, owner, period, Language.Chinese),
        };
        foreach (var account in balances.Rows.Select(AccountOf))
        {
            tables.Add(await DetailLedger.ReadAsync(models, at, owner, period, account));
            tables.Add(await DetailLedger.ReadAsync(models, at, owner, period, account, new(Holder.Party("p1"))));
            tables.Add(await MultiColumnLedger.ReadAsync(models, at, owner, period, account));
            tables.Add(await QuantityLedger.ReadAsync(models, at, owner, period, account));
        }

        foreach (var table in tables) table.Rows.ShouldAllBe(row => row.Count == table.Columns.Count, table.Report);
        return [.. tables.SelectMany(table => table.Rows.Append(table.Totals ?? []).Select(row => table.Report + JsonSerializer.Serialize(row))
            .Append(JsonSerializer.Serialize(table.Head.Select(head => head.Cell))).Prepend(table.Subject))];
    }

    public static async Task HoldAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period)
    {
        var about = $"{owner} {period} at {at.Position}";
        var balances = await TrialBalance.ReadAsync(models, at, owner, period);
        await GeneralIsTrialBalanceAsync(models, at, owner, period, balances, about);
        foreach (var row in balances.Rows) await DetailsAreTrialBalanceAsync(models, at, owner, period, row, about);
        await BankIsItsAccountAsync(models, at, owner, period, balances, about);
        await PartiesAddUpAsync(models, at, owner, period, balances, about);
        await VouchersAddUpAsync(models, at, owner, period, balances, about);
        await MoneyIsItsAccountsAsync(models, at, owner, period, balances, about);
    }

    private static async Task GeneralIsTrialBalanceAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period, ReportTable balances, string about)
    {
        var general = await GeneralLedger.ReadAsync(models, at, owner, period);
        var accounts = general.Rows.GroupBy(AccountOf).ToDictionary(of => of.Key, of => of.ToList());
        var known = balances.Rows.Select(AccountOf).ToHashSet();
        known.ShouldBeSubsetOf(accounts.Keys, about);
        // What was posted and taken back in red, perhaps in a later month, has lines and an earlier year has its turnover; a trial balance could show neither. The year ends without either.
        foreach (var row in accounts.Where(of => !known.Contains(of.Key)).Select(of => of.Value[^1]).Where(row => row[4] is not "year" || ((string)row[3]!).StartsWith($"{period.To.Year}", StringComparison.Ordinal)))
            ((long?)row[5] ?? 0, (long?)row[6] ?? 0, (string)row[7]!).ShouldBe((0, 0, "flat"), about);
        foreach (var row in balances.Rows)
        {
            var rows = accounts[AccountOf(row)];
            var what = $"{row[0]} of {about}";
            Sides(general, rows[0]).ShouldBe(((long)row[4]!, (long)row[5]!), what);
            Sides(general, rows[^1]).ShouldBe(((long)row[10]!, (long)row[11]!), what);
            SumOf(general, rows, "debitFen", "month", "before").ShouldBe((long)row[6]!, what);
            SumOf(general, rows, "creditFen", "month", "before").ShouldBe((long)row[7]!, what);
            if (rows.LastOrDefault(one => one[4] is "year" && ((string)one[3]!).StartsWith($"{period.To.Year}", StringComparison.Ordinal)) is not { } year) continue;
            (year[5], year[6]).ShouldBe((row[8], row[9]), what);
        }
    }

    private static async Task DetailsAreTrialBalanceAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period, IReadOnlyList<object?> balance, string about)
    {
        var account = AccountOf(balance);
        var what = $"{account} of {about}";
        var detail = await DetailLedger.ReadAsync(models, at, owner, period, account);
        Sides(detail, detail.Rows[^1]).ShouldBe(((long)balance[10]!, (long)balance[11]!), what);
        SumOf(detail, detail.Rows, "debitFen", "line", "before").ShouldBe((long)balance[6]!, what);
        SumOf(detail, detail.Rows, "creditFen", "line", "before").ShouldBe((long)balance[7]!, what);
        // The columns of details make up what the whole account's row says.
        var columns = await MultiColumnLedger.ReadAsync(models, at, owner, period, account);
        foreach (var row in columns.Rows)
        {
            var (debit, credit) = row[0] is "line" or "month" or "year" or "before" ? ((long)row[6]!, (long)row[7]!) : Sides(columns, row);
            var ofDetails = row.Skip(MultiColumnLedger.Columns.Count).Sum(cell => (long?)cell ?? 0);
            Math.Abs(ofDetails).ShouldBe(Math.Abs(debit - credit), $"{row[0]} {row[1]} of {what}");
        }
    }

    private static async Task BankIsItsAccountAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period, ReportTable balances, string about)
    {
        var bank = await MoneyJournal.ReadBankAsync(models, at, owner, period);
        var closing = bank.Rows.GroupBy(row => row[0]).Sum(of => Sides(bank, of.Last()) is var (debit, credit) ? debit - credit : 0);
        var account = balances.Rows.FirstOrDefault(row => row[0] is "102");
        closing.ShouldBe(account is null ? 0 : (long)account[10]! - (long)account[11]!, about);
        SumOf(bank, bank.Rows, "debitFen", "day").ShouldBe(SumOf(bank, bank.Rows, "debitFen", "line"), about);
        SumOf(bank, bank.Rows, "creditFen", "day").ShouldBe(SumOf(bank, bank.Rows, "creditFen", "month"), about);
    }

    private static async Task PartiesAddUpAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period, ReportTable balances, string about)
    {
        foreach (var account in new[] { "113", "102" })
        {
            var parties = await PartyBalances.ReadAsync(models, at, owner, period, new AccountCode(account), ageing: true);
            var row = balances.Rows.FirstOrDefault(one => one[0] is string code && code == account);
            parties.Rows.Sum(one => one[8] is "credit" ? -(long)one[9]! : (long)one[9]!).ShouldBe(row is null ? 0 : (long)row[10]! - (long)row[11]!, about);
            parties.Rows.Sum(one => (long)one[4]! - (long)one[5]!).ShouldBe(row is null ? 0 : (long)row[4]! - (long)row[5]!, about);
            foreach (var one in parties.Rows) one.Skip(10).Sum(band => (long)band!).ShouldBe((long)one[9]!, about);
        }
    }

    private static async Task VouchersAddUpAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period, ReportTable balances, string about)
    {
        var summary = await VoucherSummary.ReadAsync(models, at, owner, period);
        var list = await VoucherList.ReadAsync(models, at, owner, period, new(VoucherState.Posted));
        list.Rows.Count.ShouldBe((int)(long)summary.Totals![^1]!, about);
        list.Rows.Sum(row => (long)row[7]!).ShouldBe((long)summary.Totals[4]!, about);
        summary.Totals[4].ShouldBe(summary.Totals[5], about);
        foreach (var row in summary.Rows)
        {
            var balance = balances.Rows.SingleOrDefault(one => Equals(one[0], row[0]));
            // A turnover of zero in an account that has nothing else is in no trial balance; the turnover before the book is in no voucher.
            if (balance is null) ((long)row[4]!, (long)row[5]!).ShouldBe((0, 0), about);
        }
    }

    private static async Task MoneyIsItsAccountsAsync(ReadModels models, EventStore.LogMoment at, Owner owner, Period period, ReportTable balances, string about)
    {
        var sheet = await ReceiptsAndPayments.ReadAsync(models, at, owner, period);
        var total = sheet.Rows.Single(row => row[0] is "money-total");
        var money = balances.Rows.Where(row => row[0] is "101" or "102").ToList();
        total[6].ShouldBe(money.Sum(row => (long)row[4]! - (long)row[5]!), about);
        total[9].ShouldBe(money.Sum(row => (long)row[10]! - (long)row[11]!), about);
        foreach (var section in new[] { "income", "expense" })
            sheet.Rows.Where(row => section.Equals(row[0]) && row[3] is 1L).Sum(row => (long)row[4]!).ShouldBe((long)sheet.Rows.Single(row => (section + "-total").Equals(row[0]))[4]!, about);
    }

    private static AccountCode AccountOf(IReadOnlyList<object?> row) => new((string)row[0]!);

    private static (long Debit, long Credit) Sides(ReportTable table, IReadOnlyList<object?> row)
    {
        var side = table.Columns.TakeWhile(column => column.Name != "side").Count();
        return row[side] switch
        {
            "flat" => (0, 0),
            "debit" => ((long)row[side + 1]!, 0),
            "credit" => (0, (long)row[side + 1]!),
            _ => ((long)row[side + 2]!, (long)row[side + 3]!),
        };
    }

    private static long SumOf(ReportTable table, IEnumerable<IReadOnlyList<object?>> rows, string column, params string[] entries)
    {
        var (entry, cell) = (table.Columns.TakeWhile(one => one.Name != "entry").Count(), table.Columns.TakeWhile(one => one.Name != column).Count());
        return rows.Where(row => entries.Contains(row[entry])).Sum(row => (long?)row[cell] ?? 0);
    }
}
