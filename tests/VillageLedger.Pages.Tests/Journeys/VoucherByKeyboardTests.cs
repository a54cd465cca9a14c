using System.Text.RegularExpressions;

namespace VillageLedger.Pages.Tests;

/// <summary>A voucher from the first key to the closed month, without a mouse.</summary>
public sealed class VoucherByKeyboardTests(Browser browser)
{
    private const string Village = "owner=village/330110012201&month=2026-01";

    [Fact]
    public async Task A_voucher_is_entered_reviewed_posted_and_its_month_closed_by_keyboard_alone()
    {
        await using var site = await Site.OpenAsync();
        var id = "";
        await Visit.GoAsync(browser, site, async visit => id = await EnterAsync(visit));
        await Visit.GoAsync(browser, site, visit => PostAndCloseAsync(visit, id));
    }

    /// <summary>Types the voucher as an accountant would and returns its id.</summary>
    private static async Task<string> EnterAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", $"/vouchers/new?{Village}");
        await page.GetByLabel("第 1 行 摘要").WaitForAsync();
        var keys = page.Keyboard;
        await keys.TypeAsync("收到厂房租金");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("yhck");
        await page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First.WaitForAsync();
        await keys.PressAsync("Enter");
        await keys.TypeAsync("12,345.60");
        await visit.PictureAsync("voucher-being-typed");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("..");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("501");
        await page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First.WaitForAsync();
        // It is an account with details: nothing is taken for it until one of them is chosen.
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("=");
        await page.GetByText("壹万贰仟叁佰肆拾伍元陆角").First.WaitForAsync();
        var saved = page.WaitForRequestAsync(new Regex("/api/requests/prepare-voucher"));
        await keys.PressAsync("Control+s");
        var id = (await saved).PostDataJSON()!.Value.GetProperty("id").GetString()!;
        await page.GetByText("凭证已保存").First.WaitForAsync();
        await visit.PictureAsync("voucher-saved");
        return id;
    }

    private static async Task PostAndCloseAsync(Visit visit, string id)
    {
        var page = visit.Page;
        await visit.SignInAsync("zhuban-kuaiji-1", $"/vouchers/{id}?{Village}");
        await PressAsync(page, "审\\s*核");
        await PressAsync(page, "记\\s*账");
        await page.GetByText("已记账").First.WaitForAsync();
        await visit.PictureAsync("voucher-posted");
        await page.GotoAsync($"/closing?{Village}");
        await PressAsync(page, "2026年1月结账");
        await page.GetByRole(AriaRole.Tooltip).GetByRole(AriaRole.Button, new() { NameRegex = new("^结\\s*账$") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("2026年1月已结账").First.WaitForAsync();
        await visit.PictureAsync("month-closed");
    }

    private static async Task PressAsync(IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}$") }).First;
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
