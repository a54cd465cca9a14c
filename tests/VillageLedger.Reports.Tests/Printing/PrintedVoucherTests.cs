using VillageLedger.EventStore;
using VillageLedger.Reports.Tests.Books;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Printing;

/// <summary>Vouchers on their forms.</summary>
public sealed class PrintedVoucherTests : IAsyncLifetime
{
    private TestLedger ledger = null!;
    private ReadModels models = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await HandBook.NewAsync();
        models = new(ledger.Log);
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task The_vouchers_of_a_month_each_on_a_sheet_of_A5_and_long_ones_on_several()
    {
        await ledger.DoneAsync(
            Say.Prepare("long", date: "2026-01-15", lines: string.Join(',', Enumerable.Range(1, 11).Select(i => Say.Debit("513", 100 + i, $",\"summary\":\"㙟 {i}\"")).Append(Say.Credit("10202", 1_166))), more: ",\"attachmentCount\":3"),
            Say.Review("long"), Say.Post("long"));
        var now = await ledger.Log.NewestAsync();
        var december = await VoucherReport.ReadMonthAsync(models, now, HandBook.Owner, new(2025, 12), (_, number) => number <= 3);
        var january = await VoucherReport.ReadMonthAsync(models, now, HandBook.Owner, new(2026, 1), (_, _) => true);
        december.Count.ShouldBe(3);
        january.Count.ShouldBe(2, "the unposted one has no number to be filed by");
        // The same table as of one voucher by itself, links included.
        december.Zip(await Task.WhenAll(((string[])["wrong", "red", "right"]).Select(id => VoucherReport.ReadAsync(models, now, new(id))))).ShouldAllBe(pair =>
            pair.First.Subject == pair.Second.Subject && pair.First.Head.SequenceEqual(pair.Second.Head) && pair.First.Rows.SelectMany(row => row).SequenceEqual(pair.Second.Rows.SelectMany(row => row)));

        var heading = await PrintHeading.ReadAsync(models, december[0]);
        heading.Organisation.ShouldBe("稻香村");
        var unposted = await VoucherReport.ReadAsync(models, now, new("unposted"));
        var pdf = await PrintedPdf.OfAsync(VoucherHtml.Of([.. december.Concat(january).Append(unposted).Select(voucher => (voucher, heading))], Language.Chinese));

        pdf.Size.ShouldBe((210, 148));
        pdf.Pages.Count.ShouldBe(3 + 1 + 2 + 1);
        foreach (var shown in (string[])["记账凭证", "单位名称：稻香村", "2025 年 12 月 5 日", "凭证字号：记-1", "513 管理费用", "10201 银行存款—基本户", "人民币伍角整", "0.50", "制单：wang", "审核：li", "记账：", "出纳：", "会计主管："]) Plain(pdf.Pages[0]).ShouldContain(Plain(shown));
        Plain(pdf.Pages[1]).ShouldContain("红字");
        Plain(pdf.Pages[1]).ShouldContain("人民币负伍角整");
        Plain(pdf.Pages[1]).ShouldContain("-0.50");
        Plain(pdf.Pages[1]).ShouldContain("：wrong");
        Plain(pdf.Pages[0]).ShouldNotContain("红字");
        Plain(pdf.Pages[2]).ShouldContain("：wrong");
        Plain(pdf.Pages[4]).ShouldContain("凭证字号：记-2（1/2）附单据3张");
        Plain(pdf.Pages[4]).ShouldContain("㙟8");
        Plain(pdf.Pages[4]).ShouldContain("合计见2/2张");
        Plain(pdf.Pages[4]).ShouldNotContain("人民币");
        Plain(pdf.Pages[5]).ShouldContain("凭证字号：记-2（2/2）");
        Plain(pdf.Pages[5]).ShouldContain("人民币壹拾壹元陆角陆分");
        Plain(pdf.Pages[6]).ShouldContain("待审核");
    }

    [Fact]
    public async Task The_cover_of_a_month_counts_its_vouchers_and_attachments()
    {
        var month = new Month(2025, 12);
        var summary = await VoucherSummary.ReadAsync(models, await ledger.Log.NewestAsync(), HandBook.Owner, new(month, month));
        var html = VoucherCoverHtml.Of(summary, await PrintHeading.ReadAsync(models, summary), Language.Chinese);
        foreach (var shown in (string[])["会计凭证封面", "稻香村", "2025-12 记-1–7", "<td>7 张</td>", "30 年", "装订："]) html.ShouldContain(shown);
        html.Split("<section class=\"page\">").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1 }, "8")]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, "8 1")]
    [InlineData(new[] { 5, 4, 8, 1 }, "1 1 1 1")]
    [InlineData(new[] { 5, 3, 1 }, "2 1")]
    public void Lines_fill_a_sheet_before_the_next_begins(int[] heights, string linesOfSheets) => string.Join(' ', VoucherHtml.SheetsOf(heights).Select(sheet => sheet.Count)).ShouldBe(linesOfSheets);

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
