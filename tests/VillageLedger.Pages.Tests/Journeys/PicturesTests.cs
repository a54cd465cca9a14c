namespace VillageLedger.Pages.Tests;

/// <summary>The pages as they look, to whom they are shown. A machine sees what is cut off, too wide or untranslated; the pictures are for whoever looks at the rest.</summary>
[Collection(OneSite.Name)]
public sealed class PicturesTests(Browser browser, SharedSite shared)
{
    private const string Renhe = "owner=village/330110903201&month=2025-12";
    private const string Yongan = "owner=village/330110012201&month=2026-01";
    private const string Nine = "owner=venture/jiucun&month=2025-12";
    private const string Company = "owner=company/91330110MA2HY0001F&month=2024-12";

    /// <summary>Who is shown what: the picture's name and its address.</summary>
    private static readonly (string User, (string Name, string Path)[] Pages)[] Shown =
    [
        ("daili-kuaiji-1",
        [
            ("start", $"/?{Renhe}"), ("voucher-entry", $"/vouchers/new?{Yongan}"), ("vouchers", $"/vouchers?{Renhe}"), ("voucher-month", $"/vouchers/review?{Renhe}"),
            ("trial-balance", $"/reports/trial-balance?{Renhe}"), ("income-statement", $"/reports/income-statement?{Renhe}"), ("detail-ledger", $"/reports/detail-ledger?{Renhe}&account=102"),
            ("claims", $"/claims?{Renhe}"), ("import", $"/import?{Yongan}"), ("closing", $"/closing?{Yongan}"),
            ("ventures", $"/ventures?{Nine}"), ("venture", $"/ventures/jiucun?{Nine}"), ("allocations", $"/ventures/jiucun/allocations?{Nine}"), ("allocation", $"/ventures/jiucun/allocations/demo:jiucun:2025-12:allocate?{Nine}"),
            ("company", $"/companies/91330110MA2HY0001F?{Company}"), ("dividends", $"/distributions?{Company}"), ("dividend", $"/distributions/demo-shanyuan-2024?{Company}"), ("contracts", $"/contracts?{Renhe}"),
        ]),
        ("chuna-2", [("cashier", $"/cashier?{Renhe}")]),
        ("shenji-1", [("township", "/township?place=330110012&month=2025-12"), ("questions", $"/questions?{Renhe}"), ("approvals", $"/approvals?{Renhe}"), ("closing-villages", "/closing/villages?place=330110012&month=2025-12")]),
        ("jianguan-1",
        [
            ("regulator", $"/regulator?{Renhe}"), ("operations", $"/operations?{Renhe}"), ("rules", $"/rules?{Renhe}"), ("archive", $"/regulator/archive?{Renhe}"), ("facts", $"/facts?{Renhe}"),
            ("historic-trial-balance", $"/reports/trial-balance?{Renhe}&at=1370"),
        ]),
        ("guanli-1", [("users", "/users"), ("my-account", "/me")]),
    ];

    [Theory]
    [InlineData("zh", false, false)]
    [InlineData("en", false, true)]
    [InlineData("zh", true, true)]
    [InlineData("en", true, false)]
    public async Task Every_page_is_whole_and_in_its_readers_language(string language, bool isPhone, bool isDark)
    {
        var look = new Look(language, isPhone, isDark);
        var faults = new List<string>();
        foreach (var (user, pages) in Shown) await Visit.GoAsync(browser, shared.Site, visit => LookAroundAsync(visit, user, pages, faults), look);
        await Visit.GoAsync(browser, shared.Site, visit => StayOutsideAsync(visit, faults), look);
        faults.ShouldBeEmpty();
    }

    private static async Task LookAroundAsync(Visit visit, string user, (string Name, string Path)[] pages, List<string> faults)
    {
        await visit.SignInAsync(user, pages[0].Path);
        foreach (var (name, path) in pages)
        {
            await visit.GoOnAsync(path);
            await KeepAsync(visit, name, faults);
        }
    }

    /// <summary>What is seen without a name: the sign-in, and what villagers read.</summary>
    private static async Task StayOutsideAsync(Visit visit, List<string> faults)
    {
        foreach (var (name, path) in new[] { ("sign-in", "/"), ("public", "/p"), ("public-village", "/p/330110903201?month=2025-11") })
        {
            await visit.Page.GotoAsync(path);
            await visit.SettleAsync();
            await KeepAsync(visit, name, faults);
        }
    }

    private static async Task KeepAsync(Visit visit, string name, List<string> faults)
    {
        faults.AddRange((await Appearance.FaultsAsync(visit)).Select(fault => $"{name} ({visit.Look}): {fault}"));
        await visit.WholePictureAsync(name);
    }
}
