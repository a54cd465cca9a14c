using VillageLedger.EventStore;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Books;

/// <summary>Vouchers of <see cref="HandBook"/>, looked for and looked at.</summary>
public sealed class VoucherReportsTests : IAsyncLifetime
{
    private static readonly Period December = new(new(2025, 12), new(2025, 12));
    private static readonly Period All = new(new(2025, 1), new(2026, 12));

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
    public async Task The_list_has_every_voucher_of_a_month_with_its_links()
    {
        var shown = await VoucherList.ReadAsync(models, now, HandBook.Owner, December, new());
        LedgerTests.Rows(shown, "date", "type", "number", "state", "kind", "amountFen", "reverses", "reversedBy", "corrects", "voucher").ShouldBe(
        [
            "2025-12-05 记 1 posted ordinary 50 - red - wrong", "2025-12-06 记 2 posted reversal -50 wrong - - red", "2025-12-06 记 3 posted correction 45 - - wrong right",
            "2025-12-10 记 4 posted ordinary 60 - - - use", "2025-12-31 记 5 posted transfer 7700 - - - income", "2025-12-31 记 6 posted transfer 1105 - - - expense", "2025-12-31 记 7 posted transfer 6595 - - - result",
        ]);
        shown.Totals![7].ShouldBe(15_505L);
    }

    [Theory]
    [InlineData("unposted", VoucherState.Unposted, null, null, null, null, null)]
    [InlineData("wrong red right unposted", VoucherState.All, null, "513", null, null, 50L)]
    [InlineData("rent january", VoucherState.Posted, "租金", null, null, null, null)]
    [InlineData("income", VoucherState.All, null, null, null, 7_500L, null)]
    [InlineData("claim paid", VoucherState.All, null, null, "h001", null, null)]
    [InlineData("claim", VoucherState.All, null, "113", "h001", null, 300L)]
    [InlineData("", VoucherState.Discarded, null, null, null, null, null)]
    public async Task Vouchers_are_found_by_what_their_lines_say(string found, VoucherState state, string? text, string? account, string? party, long? min, long? max)
    {
        AccountCode? of = account is null ? null : new AccountCode(account);
        Holder? holder = party is null ? null : Holder.Party(party);
        var shown = await VoucherList.ReadAsync(models, now, HandBook.Owner, All, new(state, text, of, holder, min, max));
        string.Join(' ', shown.Rows.Select(row => row[^1])).ShouldBe(found);
    }

    [Fact]
    public async Task Lines_are_listed_that_were_looked_for_and_no_others() =>
        LedgerTests.Rows(await VoucherList.ReadAsync(models, now, HandBook.Owner, All, new(Account: new("121")), lines: true), "number", "line", "summary", "account", "name", "debitFen", "creditFen", "quantityThousandths", "unit", "voucher").ShouldBe(
            ["3 1 购化肥 121 库存物资 90 - 3000 公斤 buy", "4 2 领用化肥 121 库存物资 - 60 2000 公斤 use"]);

    [Fact]
    public async Task A_voucher_shows_its_links_both_ways()
    {
        (await HeadAsync("wrong", now)).ShouldBe(("posted", null, "red", null, "right"));
        (await HeadAsync("red", now)).ShouldBe(("posted", "wrong", null, null, null));
        (await HeadAsync("right", now)).ShouldBe(("posted", null, null, "wrong", null));
        (await HeadAsync("unposted", now)).ShouldBe(("prepared", null, null, null, null));
        var before = (await ledger.Log.AtPositionAsync((await ledger.QueryAsync<long>("select first_position from ledger.request where id = 'red'"))[0] - 1))!;
        (await HeadAsync("wrong", before)).ShouldBe(("posted", null, null, null, null), "what was not known yet is not shown");
    }

    [Fact]
    public async Task A_voucher_that_is_not_there_yet_is_refused()
    {
        (await Should.ThrowAsync<ReportRefusedException>(() => VoucherReport.ReadAsync(models, now, new("nobody")))).Refusal.Code.ShouldBe(RefusalCode.VoucherUnknown);
        (await Should.ThrowAsync<ReportRefusedException>(() => VoucherReport.ReadAsync(models, now, new("p1")))).Refusal.Code.ShouldBe(RefusalCode.VoucherUnknown);
        var before = (await ledger.Log.AtPositionAsync((await ledger.QueryAsync<long>("select first_position from ledger.request where id = 'red'"))[0] - 1))!;
        (await Should.ThrowAsync<ReportRefusedException>(() => VoucherReport.ReadAsync(models, before, new("red")))).Refusal.Code.ShouldBe(RefusalCode.VoucherUnknown);
    }

    [Fact]
    public async Task A_signature_is_seen_before_the_voucher_is_posted()
    {
        await ledger.DoneAsync($$"""{"request":"name-cashier","id":"nc","by":"wang","owner":"{{HandBook.Owner}}","user":"zhou","from":"2025-01-01"}""");
        await ledger.DoneAsync("""{"request":"sign-voucher","id":"si","by":"zhou","voucher":"unposted"}""");
        var shown = await VoucherList.ReadAsync(models, await ledger.Log.NewestAsync(), HandBook.Owner, All, new(VoucherState.Unposted));
        LedgerTests.Rows(shown, "voucher", "state", "cashier").ShouldBe(["unposted prepared zhou"]);
    }

    [Fact]
    public async Task Who_did_what_is_in_the_head_and_the_lines_are_the_rows()
    {
        await ledger.DoneAsync(Say.Return("unposted", more: ",\"reason\":\"少附件\""));
        var shown = await VoucherReport.ReadAsync(models, await ledger.Log.NewestAsync(), new("unposted"));
        shown.Head.Where(head => head.Cell is not null).Select(head => $"{head.Column.Name} {head.Cell}").ShouldBe(
            ["voucher unposted", $"book {HandBook.Owner}", "month 2026-01", "date 2026-01-09", "type 记", "state returned", "kind ordinary", "attachmentCount 0", "preparedBy wang", "reason 少附件"]);
        LedgerTests.Rows(shown, "line", "account", "name", "debitFen", "creditFen").ShouldBe(["1 513 管理费用 20 -", "2 101 库存现金 - 20"]);
    }

    [Fact]
    public async Task The_summary_counts_vouchers_once_however_many_lines_they_have()
    {
        var shown = await VoucherSummary.ReadAsync(models, now, HandBook.Owner, December);
        LedgerTests.Rows(shown, "account", "debitFen", "creditFen", "vouchers").ShouldBe(
        [
            "102 0 45 3", "10201 0 45 3", "121 0 60 1", "321 7700 7700 3", "322 0 6595 1", "32202 0 6595 1", "501 7700 0 1", "50101 7400 0 1", "50102 300 0 1", "511 60 60 2", "513 45 1045 4",
        ]);
        shown.Head.Select(head => head.Cell).ShouldBe([7L, 0L, "2025-12 记-1–7"]);
        shown.Totals!.Skip(4).ShouldBe([15_505L, 15_505L, 7L]);
    }

    private async Task<(string State, string? Reverses, string? ReversedBy, string? Corrects, string? CorrectedBy)> HeadAsync(string voucher, LogMoment at)
    {
        var head = (await VoucherReport.ReadAsync(models, at, new(voucher))).Head.ToDictionary(one => one.Column.Name, one => one.Cell as string);
        return (head["state"]!, head["reverses"], head["reversedBy"], head["corrects"], head["correctedBy"]);
    }
}
