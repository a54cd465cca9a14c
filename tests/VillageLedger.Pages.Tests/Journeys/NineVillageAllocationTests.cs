using System.Globalization;
using System.Text.RegularExpressions;

namespace VillageLedger.Pages.Tests;

/// <summary>A month's income of the nine villages' venture, from the dry run to the books of a member.</summary>
[Collection(OneSite.Name)]
public sealed class NineVillageAllocationTests(Browser browser, SharedSite shared)
{
    private const long Total = 225_000_007;
    private const long Retained = 11_250_000;
    private const string Allocations = "/ventures/jiucun/allocations?owner=venture/jiucun&month=2026-01";

    [Fact]
    public async Task A_month_is_tried_allocated_to_nine_villages_confirmed_by_another_person_and_stands_in_a_members_book()
    {
        await Visit.GoAsync(browser, shared.Site, AllocateAsync);
        await Visit.GoAsync(browser, shared.Site, ConfirmAsync, new("en", IsPhone: true, IsDark: true));
        await Visit.GoAsync(browser, shared.Site, FollowAsync, new("en"));
    }

    private static async Task AllocateAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", "/ventures?owner=venture/jiucun&month=2026-01");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new("^九村联合综合体（") }).ClickAsync();
        await visit.Button("收益分配", "Allocations").ClickAsync();
        await visit.Button("新的收益分配", "New allocation").First.ClickAsync();
        await page.GetByLabel("分配总额").FillAsync("2,250,000.07");
        (await page.GetByLabel("收入月份").InputValueAsync()).ShouldBe("2026-01");
        await page.GetByRole(AriaRole.Radiogroup, new() { Name = "提留" }).GetByText("按比例").ClickAsync();
        await page.GetByLabel("提留比例").FillAsync("5");
        await visit.Button("试算", "Try it").ClickAsync();
        await page.GetByText("试算结果（尚未提交）：2,250,000.07 元分给 9 方。").WaitForAsync();
        await DrawnAsync(page.GetByRole(AriaRole.Img, new() { NameRegex = new("^从收入到各方。总额 2,250,000.07 元，留存 112,500.00 元") }));
        await SumsAgreeAsync(page);
        await visit.PictureAsync("allocation-tried");
        await visit.Button("提交，待他人确认", "").ClickAsync();
        await page.GetByText("须由另一人确认后才记账").WaitForAsync();
        (await visit.Button("确认分配", "").CountAsync()).ShouldBe(0);
        await visit.PictureAsync("allocation-waits");
    }

    /// <summary>Nine villages and what is retained stand at the flows' ends.</summary>
    private static async Task DrawnAsync(ILocator flow)
    {
        var words = await flow.InnerTextAsync();
        foreach (var end in new[] { "永安村", "洪桐村", "溪塔村", "下陡门村", "仙宅村", "上湖村", "竹园村", "义桥村", "第九村", "留存" }) words.ShouldContain(end);
    }

    private static async Task SumsAgreeAsync(IPage page)
    {
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "各方所得", Exact = true }).First.GetByRole(AriaRole.Row);
        var parts = new List<long>();
        foreach (var row in await rows.AllAsync())
            if (await row.GetByRole(AriaRole.Cell).AllInnerTextsAsync() is { Count: > 0 } cells) parts.Add(Fen(cells[2]));
        parts.Count.ShouldBe(10);
        parts[^1].ShouldBe(Total - Retained);
        parts.SkipLast(1).Sum().ShouldBe(Total - Retained);
        (parts.SkipLast(1).Max() - parts.SkipLast(1).Min()).ShouldBe(1);
        await page.GetByText("尾差 7 分，按最大余数法各一分给").WaitForAsync();
    }

    private static long Fen(string yuan) => (long)(decimal.Parse(yuan, NumberStyles.Number, CultureInfo.InvariantCulture) * 100);

    private static async Task ConfirmAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("zhuban-kuaiji-1", Allocations);
        var waiting = page.GetByText("The allocation of 2026-01 by daili-kuaiji-1 waits for confirmation.").First;
        await waiting.WaitForAsync();
        await visit.PictureAsync("allocations");
        await waiting.GetByRole(AriaRole.Link).Or(page.GetByRole(AriaRole.Link, new() { Name = "Open", Exact = true })).First.ClickAsync();
        await visit.Button("确认分配", "Confirm").ClickAsync();
        await page.GetByText("Confirmed; the vouchers are posted in every book.").WaitForAsync();
        await page.GetByText("confirmed, not all paid").WaitForAsync();
        await visit.PictureAsync("allocation-confirmed");
    }

    private static async Task FollowAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", Allocations);
        var deviation = page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Allocated against expected") });
        await deviation.GetByRole(AriaRole.Img, new() { NameRegex = new(@"2,137,500\.07 yuan were allocated, 27,000,000\.00 were expected: a difference of -24,862,499\.93") }).WaitForAsync();
        await visit.PictureAsync("allocation-deviation");
        await deviation.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await deviation.GetByRole(AriaRole.Row).Filter(new() { HasText = "永安村" }).GetByText("-2,762,499.99").First.WaitForAsync();
        await visit.PictureAsync("allocation-deviation-table");
        await page.GotoAsync("/vouchers?owner=village/330110012201&month=2026-01");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "237,500.01" }).First;
        await row.WaitForAsync();
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByText("237,500.01").First.WaitForAsync();
        await page.GetByText(new Regex("^Posted")).First.WaitForAsync();
        await visit.PictureAsync("allocation-in-a-members-book");
    }
}
