using VillageLedger.EventStore;
using VillageLedger.Support;

namespace VillageLedger.Reports.Tests.Books;

/// <summary>Every row of each ledger of <see cref="HandBook"/>.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private static readonly Period November = new(new(2025, 11), new(2025, 11));
    private static readonly Period December = new(new(2025, 12), new(2025, 12));
    private static readonly Period January = new(new(2026, 1), new(2026, 1));
    private static readonly Period ToJanuary = new(new(2025, 11), new(2026, 1));

    private TestLedger ledger = null!;
    private ReadModels models = null!;
    private LogMoment now = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await HandBook.NewAsync();
        models = new(ledger.Log);
        now = await ledger.Log.NewestAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task The_detail_ledger_of_a_parent_goes_over_the_years_end_and_begins_with_the_year_before_the_book()
    {
        var shown = await DetailLedger.ReadAsync(models, now, HandBook.Owner, new(new(2025, 1), new(2026, 12)), new("102"));
        Rows(shown, "entry", "month", "date", "voucherNumber", "account", "opposite", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
        [
            "carried-in 2025-01 - - - - - - debit 2000",
            "before 2025-10 - - - - 9000 3000 debit 8000",
            "line 2025-11 2025-11-03 记-1 10201 50101 经营收入—租金收入 400 0 debit 8400",
            "line 2025-11 2025-11-03 记-2 10201 101 库存现金 0 100 debit 8300",
            "month 2025-11 - - - - 400 100 debit 8300",
            "year 2025-11 - - - - 9400 3100 debit 8300",
            "line 2025-12 2025-12-05 记-1 10201 513 管理费用 0 50 debit 8250",
            "line 2025-12 2025-12-06 记-2 10201 513 管理费用 0 -50 debit 8300",
            "line 2025-12 2025-12-06 记-3 10201 513 管理费用 0 45 debit 8255",
            "month 2025-12 - - - - 0 45 debit 8255",
            "year 2025-12 - - - - 9400 3145 debit 8255",
            "carried-out 2025-12 - - - - - - debit 8255",
            "carried-in 2026-01 - - - - - - debit 8255",
            "line 2026-01 2026-01-08 记-1 10202 50101 经营收入—租金收入 250 0 debit 8505",
            "month 2026-01 - - - - 250 0 debit 8505",
            "year 2026-01 - - - - 250 0 debit 8505",
        ]);
    }

    [Fact]
    public async Task An_account_without_movement_still_shows_what_it_holds()
    {
        var shown = await DetailLedger.ReadAsync(models, now, HandBook.Owner, January, new("301"));
        Rows(shown, "entry", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(["carried-in - - credit 2900", "month 0 0 credit 2900", "year 0 0 credit 2900"]);
        (await GeneralLedger.ReadAsync(models, now, HandBook.Owner, January)).Rows.ShouldContain(row => Equals(row[0], "301") && Equals(row[4], "carried-in"));
    }

    [Fact]
    public async Task The_year_of_a_month_in_the_middle_holds_the_year_before_the_book_and_what_was_posted_before()
    {
        Rows(await DetailLedger.ReadAsync(models, now, HandBook.Owner, December, new("10201")), "entry", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
            ["opening - - debit 8300", "line 0 50 debit 8250", "line 0 -50 debit 8300", "line 0 45 debit 8255", "month 0 45 debit 8255", "year 9400 3145 debit 8255", "carried-out - - debit 8255"]);
        Rows(await DetailLedger.ReadAsync(models, now, HandBook.Owner, January, new("10201")), "entry", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
            ["carried-in - - debit 8255", "month 0 0 debit 8255", "year 0 0 debit 8255"]);
    }

    [Fact]
    public async Task A_zero_balance_is_flat() =>
        Rows(await DetailLedger.ReadAsync(models, now, HandBook.Owner, December, new("321")), "entry", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
            ["opening - - flat 0", "line 0 7700 credit 7700", "line 1105 0 credit 6595", "line 6595 0 flat 0", "month 7700 7700 flat 0", "year 7700 7700 flat 0"]);

    [Fact]
    public async Task Lines_of_one_party_have_a_balance_of_their_own() =>
        Rows(await DetailLedger.ReadAsync(models, now, HandBook.Owner, November, new("113"), new(Holder.Party("h001"))), "entry", "party", "partyName", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
            ["opening - - - - debit 600", "line party/h001 第一组 300 0 debit 900", "line party/h001 第一组 0 700 debit 200", "month - - 300 700 debit 200", "year - - 300 700 debit 200"]);

    [Fact]
    public async Task The_general_ledger_has_parents_and_details_month_by_month()
    {
        var shown = await GeneralLedger.ReadAsync(models, now, HandBook.Owner, ToJanuary, new("102"));
        Rows(shown, "account", "month", "entry", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
        [
            "102 2025-11 opening - - debit 8000", "102 2025-11 month 400 100 debit 8300", "102 2025-11 year 9400 3100 debit 8300",
            "102 2025-12 month 0 45 debit 8255", "102 2025-12 year 9400 3145 debit 8255", "102 2025-12 carried-out - - debit 8255",
            "102 2026-01 carried-in - - debit 8255", "102 2026-01 month 250 0 debit 8505", "102 2026-01 year 250 0 debit 8505",
            "10201 2025-11 opening - - debit 8000", "10201 2025-11 month 400 100 debit 8300", "10201 2025-11 year 9400 3100 debit 8300",
            "10201 2025-12 month 0 45 debit 8255", "10201 2025-12 year 9400 3145 debit 8255", "10201 2025-12 carried-out - - debit 8255",
            "10201 2026-01 carried-in - - debit 8255", "10201 2026-01 month 0 0 debit 8255", "10201 2026-01 year 0 0 debit 8255",
            "10202 2025-11 opening - - flat 0", "10202 2025-12 month 0 0 flat 0", "10202 2025-12 year 0 0 flat 0",
            "10202 2026-01 month 250 0 debit 250", "10202 2026-01 year 250 0 debit 250",
        ]);
        (await GeneralLedger.ReadAsync(models, now, HandBook.Owner, ToJanuary, level: 1)).Rows.ShouldAllBe(row => 1L.Equals(row[2]));
    }

    [Fact]
    public async Task The_cash_journal_sums_up_every_day() =>
        Rows(await MoneyJournal.ReadCashAsync(models, now, HandBook.Owner, November), "entry", "date", "voucherNumber", "summary", "opposite", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
        [
            "opening - - - - - - debit 500",
            "line 2025-11-03 记-2 提现 10201 银行存款—基本户 100 0 debit 600",
            "day 2025-11-03 - - - 100 0 debit 600",
            "line 2025-11-20 记-3 购化肥 121 库存物资 0 90 debit 510",
            "day 2025-11-20 - - - 0 90 debit 510",
            "line 2025-11-26 记-5 收承包款 11301 内部往来—承包款 700 0 debit 1210",
            "day 2025-11-26 - - - 700 0 debit 1210",
            "month - - - - 800 90 debit 1210",
            "year - - - - 800 90 debit 1210",
        ]);

    [Fact]
    public async Task The_bank_journal_is_kept_for_each_account_with_how_money_moved()
    {
        Rows(await MoneyJournal.ReadBankAsync(models, now, HandBook.Owner, November), "account", "entry", "date", "settlementKind", "settlementNumber", "debitFen", "creditFen", "balanceFen").ShouldBe(
        [
            "10201 opening - - - - - 8000",
            "10201 line 2025-11-03 transfer T1 400 0 8400",
            "10201 line 2025-11-03 cheque 0012 0 100 8300",
            "10201 day 2025-11-03 - - 400 100 8300",
            "10201 month - - - 400 100 8300",
            "10201 year - - - 9400 3100 8300",
        ]);
        (await MoneyJournal.ReadBankAsync(models, now, HandBook.Owner, January)).Rows.Select(row => row[0]).Distinct().ShouldBe(["10201", "10202"]);
        (await MoneyJournal.ReadBankAsync(models, now, HandBook.Owner, January, new("10202"))).Rows.Select(row => row[0]).Distinct().ShouldBe(["10202"]);
    }

    [Fact]
    public async Task The_multi_column_ledger_has_a_column_for_each_detail_on_the_accounts_side()
    {
        var shown = await MultiColumnLedger.ReadAsync(models, now, HandBook.Owner, November, new("501"));
        Rows(shown, "entry", "date", "debitFen", "creditFen", "side", "balanceFen", "50101Fen", "50102Fen").ShouldBe(
        [
            "opening - - - credit 7000 7000 0",
            "line 2025-11-03 0 400 credit 7400 400 -",
            "line 2025-11-25 0 300 credit 7700 - 300",
            "month - 0 700 credit 7700 400 300",
            "year - 0 7700 credit 7700 7400 300",
        ]);
        shown.Columns[^1].Heading.ShouldBe("50102 发包收入");
    }

    [Fact]
    public async Task A_multi_column_ledger_starts_every_year_anew() =>
        Rows(await MultiColumnLedger.ReadAsync(models, now, HandBook.Owner, new(new(2025, 1), new(2026, 1)), new("501")), "entry", "month", "debitFen", "creditFen", "50101Fen", "50102Fen").Where(row => !row.StartsWith("line", StringComparison.Ordinal)).ShouldBe(
        [
            "carried-in 2025-01 - - 0 0", "before 2025-10 0 7000 7000 0", "month 2025-11 0 700 400 300", "year 2025-11 0 7700 7400 300",
            "month 2025-12 7700 0 -7400 -300", "year 2025-12 7700 7700 0 0", "month 2026-01 0 250 250 0", "year 2026-01 0 250 250 0",
        ]);

    [Fact]
    public async Task The_quantity_ledger_counts_what_came_in_went_out_and_is_left() =>
        Rows(await QuantityLedger.ReadAsync(models, now, HandBook.Owner, new(new(2025, 11), new(2025, 12)), new("121")), "unit", "entry", "month", "inThousandths", "inFen", "outThousandths", "outFen", "leftThousandths").ShouldBe(
        [
            "公斤 opening 2025-11 - - - - 0",
            "公斤 line 2025-11 3000 90 0 0 3000", "公斤 month 2025-11 3000 90 0 0 3000", "公斤 year 2025-11 3000 90 0 0 3000",
            "公斤 line 2025-12 0 0 2000 60 1000", "公斤 month 2025-12 0 0 2000 60 1000", "公斤 year 2025-12 3000 90 2000 60 1000",
        ]);

    [Fact]
    public async Task The_sheet_for_publication_leaves_transfers_out_and_nets_no_party()
    {
        var shown = await ReceiptsAndPayments.ReadAsync(models, now, HandBook.Owner, December);
        Rows(shown, "section", "account", "amountFen", "yearFen", "openingFen", "receivedFen", "paidFen", "closingFen").ShouldBe(
        [
            "income 501 0 7700 - - - -", "income 50101 0 7400 - - - -", "income 50102 0 300 - - - -", "income-total - 0 7700 - - - -",
            "expense 511 60 60 - - - -", "expense 513 45 1045 - - - -", "expense-total - 105 1105 - - - -",
            "money 101 - - 1210 0 0 1210", "money 10201 - - 8300 0 45 8255", "money-total - - - 9510 0 45 9465",
            "receivable 113 - - 200 - - 200", "payable 113 - - 200 - - 200",
        ]);
    }

    [Fact]
    public async Task Parties_are_never_netted_and_what_they_owe_has_an_age()
    {
        Rows(await PartyBalances.ReadAsync(models, now, HandBook.Owner, November, ageing: true), "account", "party", "openingDebitFen", "openingCreditFen", "debitFen", "creditFen", "side", "balanceFen", "days90Fen", "days180Fen").ShouldBe(
            ["11301 party/h001 600 0 300 700 debit 200 200 0", "11301 party/h002 0 200 0 0 credit 200 200 0"]);
        // By the end of January the claim of 25 November is 67 days old, the opening of 31 October 92.
        Rows(await PartyBalances.ReadAsync(models, now, HandBook.Owner, January, ageing: true), "party", "balanceFen", "days90Fen", "days180Fen", "days365Fen", "years2Fen", "years3Fen", "olderFen").ShouldBe(
            ["party/h001 200 200 0 0 0 0 0", "party/h002 200 0 200 0 0 0 0"]);
        Rows(await PartyBalances.ReadAsync(models, now, HandBook.Owner, new(new(2028, 10), new(2028, 10)), ageing: true), "party", "years2Fen", "years3Fen", "olderFen").ShouldBe(["party/h001 0 200 0", "party/h002 0 0 200"]);
    }

    [Fact]
    public async Task The_ledger_of_a_party_shows_it_account_by_account()
    {
        var shown = await PartyLedger.ReadAsync(models, now, HandBook.Owner, November, Holder.Party("h001"));
        Rows(shown, "account", "entry", "voucherNumber", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
            ["11301 opening - - - debit 600", "11301 line 记-4 300 0 debit 900", "11301 line 记-5 0 700 debit 200", "11301 month - 300 700 debit 200", "11301 year - 300 700 debit 200"]);
        shown.Subject.ShouldContain("第一组");
    }

    [Fact]
    public async Task The_six_columns_leave_out_the_year_and_accounts_that_have_nothing_else()
    {
        var all = await TrialBalance.ReadAsync(models, now, HandBook.Owner, January);
        var six = TrialBalanceColumns.Six(all);
        six.Columns.Select(column => column.Name).ShouldBe(["account", "name", "level", "leaf", "openingDebitFen", "openingCreditFen", "debitFen", "creditFen", "closingDebitFen", "closingCreditFen"]);
        Rows(six, "account", "openingDebitFen", "openingCreditFen", "debitFen", "creditFen", "closingDebitFen", "closingCreditFen").ShouldContain("10202 0 0 250 0 250 0");
        six.Rows.Count.ShouldBe(all.Rows.Count);
        var before = await TrialBalance.ReadAsync(models, now, HandBook.Owner, new(new(2025, 12), new(2025, 12)));
        before.Rows.Count.ShouldBeGreaterThanOrEqualTo(TrialBalanceColumns.Six(before).Rows.Count);
    }

    [Fact]
    public async Task Ledgers_as_known_before_a_voucher_do_not_have_it()
    {
        var before = (await ledger.Log.AtPositionAsync((await ledger.QueryAsync<long>("select first_position from ledger.request where id = 'red'"))[0] - 1))!;
        Rows(await DetailLedger.ReadAsync(models, before, HandBook.Owner, December, new("513")), "entry", "debitFen", "creditFen", "side", "balanceFen").ShouldBe(
            ["opening - - debit 1000", "line 50 0 debit 1050", "month 50 0 debit 1050", "year 1050 0 debit 1050", "carried-out - - debit 1050"]);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("5019")]
    public async Task An_account_that_does_not_exist_is_refused(string account) =>
        (await Should.ThrowAsync<ReportRefusedException>(() => DetailLedger.ReadAsync(models, now, HandBook.Owner, null, new(account)))).Refusal.Code.ShouldBe(RefusalCode.AccountNotThere);

    internal static IReadOnlyList<string> Rows(ReportTable table, params string[] columns)
    {
        int[] shown = [.. columns.Select(name => table.Columns.Index().Single(column => column.Item.Name == name).Index)];
        return [.. table.Rows.Select(row => string.Join(' ', shown.Select(i => row[i] ?? "-")))];
    }
}
