namespace VillageLedger.Pages.Tests;

/// <summary>A company's dividend along the steps that the law asks, until every shareholder has its part.</summary>
[Collection(OneSite.Name)]
public sealed class DistributionTests(Browser browser, SharedSite shared)
{
    private const string Company = "owner=company/91330110MA2HY0001F&month=2025-02";
    private const string Dividend = "/distributions/fh-2024-2?" + Company;

    [Fact]
    public async Task A_dividend_is_proposed_resolved_by_another_person_and_paid_until_nobody_waits()
    {
        await Visit.GoAsync(browser, shared.Site, ProposeAsync);
        await Visit.GoAsync(browser, shared.Site, ResolveAsync, new("en", IsPhone: true));
        await Visit.GoAsync(browser, shared.Site, PayAsync, new("zh", IsDark: true));
    }

    private static async Task ProposeAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", $"/distributions?{Company}");
        await visit.Button("提出方案", "").First.ClickAsync();
        await page.GetByLabel("所属年度").FillAsync("2024");
        await page.GetByLabel("方案编号").FillAsync("fh-2024-2");
        await page.GetByRole(AriaRole.Radiogroup, new() { Name = "提取任意公积金" }).GetByText("按比例").ClickAsync();
        await page.GetByLabel("比例", new() { Exact = true }).FillAsync("5");
        await page.GetByRole(AriaRole.Radiogroup, new() { Name = "向股东（成员）分配" }).GetByText("按金额").ClickAsync();
        await page.GetByLabel("金额", new() { Exact = true }).FillAsync("200000.01");
        await visit.Button("试算", "").ClickAsync();
        await page.GetByText("试算结果（尚未提交）：分配 200,000.01 元，最多可分配 261,000.00 元。").WaitForAsync();
        var reserve = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "提取法定公积金" }).First;
        (await reserve.InnerTextAsync()).ShouldContain("公司法（2023年修订） 第210条");
        await visit.PictureAsync("dividend-tried");
        await visit.Button("提交方案", "").ClickAsync();
        await page.GetByText("方案由您提出，须由另一人登记决议。").WaitForAsync();
        (await visit.Button("登记决议", "").CountAsync()).ShouldBe(0);
        await visit.PictureAsync("dividend-proposed");
    }

    private static async Task ResolveAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("zhuban-kuaiji-1", Dividend);
        await visit.Button("登记决议", "Record resolution").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Resolution", new() { Exact = true }).FillAsync("SH-2025-2");
        await dialog.GetByLabel("Votes in favour").FillAsync("100");
        await dialog.GetByLabel("All entitled to vote").FillAsync("100");
        await Visit.TypeDateAsync(dialog.GetByLabel("Notice on"), "2025-02-01");
        await Visit.TypeDateAsync(dialog.GetByLabel("Resolved on"), "2025-02-20");
        await visit.PictureAsync("dividend-being-resolved", whole: false);
        await visit.Button("登记决议", "Record resolution", dialog).ClickAsync();
        await page.GetByText("Recorded; the vouchers are posted in every book concerned.").WaitForAsync();
        await page.GetByText("0.00 of 200,000.01 yuan paid, by 2025-08-20").WaitForAsync();
        await visit.PictureAsync("dividend-resolved");
    }

    private static async Task PayAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", Dividend);
        var shareholders = page.GetByRole(AriaRole.Region, new() { Name = "支付情况", Exact = true }).First;
        var payments = page.GetByRole(AriaRole.Region, new() { Name = "支付记录", Exact = true }).First;
        await PayAsync(visit, shareholders, "上山村", "2025-02-25", "FH-1");
        await RowOf(shareholders, "上山村").GetByText("已付清").WaitForAsync();

        await visit.Button("退回", "", payments.GetByRole(AriaRole.Row).Filter(new() { HasText = "FH-1" })).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("原因").FillAsync("账号有误");
        await visit.Button("退回", "", dialog).ClickAsync();
        await payments.GetByRole(AriaRole.Row).Filter(new() { HasText = "账号有误" }).WaitForAsync();
        await RowOf(shareholders, "上山村").GetByText("未付", new() { Exact = true }).WaitForAsync();
        await visit.PictureAsync("dividend-payment-came-back");

        await PayAsync(visit, shareholders, "上山村", "2025-02-26", "FH-2");
        await RowOf(shareholders, "上山村").GetByText("已付清").WaitForAsync();
        await page.GetByText("已付 80,000.01 / 200,000.01 元").WaitForAsync();
        await PayManyAsync(visit);
        await page.GetByText("已付 200,000.01 / 200,000.01 元").WaitForAsync();
        (await shareholders.GetByText("已付清").CountAsync()).ShouldBe(3);
        (await visit.Button("登记支付", "").CountAsync()).ShouldBe(0);
        await visit.PictureAsync("dividend-paid");
    }

    private static ILocator RowOf(ILocator table, string holder) => table.GetByRole(AriaRole.Row).Filter(new() { HasText = holder });

    private static async Task PayAsync(Visit visit, ILocator shareholders, string holder, string date, string reference)
    {
        await visit.Button("登记支付", "", RowOf(shareholders, holder)).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { NameRegex = new($"^支付给 {holder}") });
        (await dialog.GetByLabel("金额").InputValueAsync()).ShouldBe("80000.01");
        await Visit.TypeDateAsync(dialog.GetByLabel("支付日期"), date);
        await dialog.GetByLabel("收款账号").FillAsync("20100000010001");
        await dialog.GetByLabel("银行流水号").FillAsync(reference);
        await visit.Button("登记支付", "", dialog).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private static async Task PayManyAsync(Visit visit)
    {
        await visit.Button("批量登记支付", "").ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "批量登记支付" });
        await Visit.TypeDateAsync(dialog.GetByLabel("支付日期"), "2025-02-26");
        await dialog.GetByLabel("银行支付结果").FillAsync("village/330110901202\t60000\t20100000010002\tFH-3\nvillage/330110901203\t60000\t20100000010003\tFH-4");
        await dialog.GetByLabel("已与银行回单核对").CheckAsync();
        await visit.PictureAsync("dividend-paid-by-list", whole: false);
        await visit.Button("批量登记支付", "", dialog).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }
}
