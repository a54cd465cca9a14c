using System.Text.RegularExpressions;

namespace VillageLedger.Pages.Tests;

/// <summary>The books of an earlier day: what they said, how they differ from another moment, and why.</summary>
[Collection(OneSite.Name)]
public sealed class TwoMomentsTests(Browser browser, SharedSite shared)
{
    private const string TrialBalance = "/reports/trial-balance?owner=village/330110903201&month=2025-12";

    [Fact]
    public async Task A_regulator_sets_the_clock_back_and_compares_two_moments() => await Visit.GoAsync(browser, shared.Site, CompareAsync);

    [Fact]
    public async Task Nothing_is_entered_in_the_past_and_history_plays_month_by_month() =>
        await Visit.GoAsync(browser, shared.Site, PlayAsync, new("en", IsPhone: true, IsDark: true));

    private static async Task CompareAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("jianguan-1", TrialBalance);
        var bank = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "银行存款" }).First;
        await bank.GetByText("3,056,051.29").First.WaitForAsync();
        var ground = await GroundAsync(page);

        await SetBackAsync(visit);
        await bank.GetByText("3,011,687.99").First.WaitForAsync();
        (await GroundAsync(page)).ShouldNotBe(ground);
        await bank.GetByTitle(new Regex("^现在为 3,056,051.29，相差 [+]44,363.30$")).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await visit.PictureAsync("historic-trial-balance");

        await ExplainAsync(visit, bank);
        await BesideAsync(visit);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "回到现在" }).ClickAsync();
        await page.GetByText("历史视图").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        (await GroundAsync(page)).ShouldBe(ground);
    }

    private static Task<string> GroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    /// <summary>By keyboard alone: the slider back a record, then from mark to mark to the closing of November.</summary>
    private static async Task SetBackAsync(Visit visit)
    {
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^期间: 2025年12月 · 截至现在$") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "截至（当时所知）" });
        await Assertions.Expect(slider).ToBeEnabledAsync();
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.GetByRole(AriaRole.Status).GetByText("历史视图").WaitForAsync();
        var before = page.GetByRole(AriaRole.Button, new() { Name = "上一个标记" });
        await before.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("2025-12 结账").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("2025-11 结账").First.WaitForAsync();
        (await slider.GetAttributeAsync("aria-valuetext")).ShouldNotBeNull().ShouldContain("2025-11 结账");
        await visit.PictureAsync("clock-set-back", whole: false);
    }

    /// <summary>From a figure to its vouchers, from a voucher's record to what was stored.</summary>
    private static async Task ExplainAsync(Visit visit, ILocator row)
    {
        var page = visit.Page;
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^期初借方 3,011,687.99：查看来源$") }).First.ClickAsync();
        var made = page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "这个数字由下列记录相加而成" });
        await made.GetByRole(AriaRole.Link).First.WaitForAsync();
        await visit.PictureAsync("figure-made-of", whole: false);
        await made.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^\d+$") }).First.ClickAsync();
        var stored = page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "存储原样" }).Last;
        await stored.GetByText(new Regex(@"^[a-z-]+\.\d+$")).First.WaitForAsync();
        await visit.PictureAsync("fact-as-stored", whole: false);
        await page.Keyboard.PressAsync("Escape");
        await stored.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("Escape");
        await made.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private static async Task BesideAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.Button("与另一时点比较", "").ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "比较时点" }).ClickAsync();
        await page.GetByRole(AriaRole.Listbox).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.GetByTitle(new Regex("2025-12 结账$")).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("（变动）") }).First.WaitForAsync();
        var between = page.GetByRole(AriaRole.Region, new() { Name = "两个时点之间的凭证和记录" }).First;
        await between.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^\d+$") }).First.WaitForAsync();
        await visit.PictureAsync("two-moments-beside");
        await between.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^\d+$") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("存储原样").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await visit.Button("结束比较", "").ClickAsync();
        await visit.Button("与另一时点比较", "").WaitForAsync();
    }

    private static async Task PlayAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", TrialBalance);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Period: Dec 2025 · as of now$") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Play month by month" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("month=2024-12&.*at=|at=.*month=2024-12"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop (Jan 2025)" }).WaitForAsync();
        await page.WaitForURLAsync(new Regex("month=2025-01"));
        await visit.PictureAsync("history-played", whole: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop (Jan 2025)" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).GetByText("Historic view").WaitForAsync();
        await visit.PictureAsync("historic-month");

        var past = new Uri(page.Url).Query;
        await page.GotoAsync($"/vouchers/new{past}");
        await page.GetByRole(AriaRole.Alert).First.WaitForAsync();
        (await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Save") }).CountAsync()).ShouldBe(0);
        await visit.PictureAsync("nothing-entered-in-the-past");
    }
}
