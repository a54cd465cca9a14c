using System.Text;
using System.Text.RegularExpressions;
using VillageLedger.Requests;

namespace VillageLedger.Pages.Tests;

/// <summary>What everybody reads of a village, without signing in.</summary>
[Collection(OneSite.Name)]
public sealed class PublicPageTests(Browser browser, SharedSite shared)
{
    private const string Village = "330110903201";
    private const string Person = "钱塘甲";

    /// <summary>A cheap phone in a village with a poor connection: what is sent for the first page, compressed.</summary>
    private const long MostBytes = 150_000;

    public static TheoryData<string, bool, bool> Looks => new() { { "zh", true, false }, { "en", false, true } };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_villager_finds_month_and_quarter_of_his_village_without_anybodys_name(string language, bool isPhone, bool isDark)
    {
        await LetToPersonAsync();
        await Visit.GoAsync(browser, shared.Site, ReadAsync, new(language, isPhone, isDark));
    }

    private static async Task ReadAsync(Visit visit)
    {
        var page = visit.Page;
        var sent = await CountAsync(page);
        await page.GotoAsync("/p");
        await page.GetByLabel(visit.In("按村名、拼音首字母或代码查找", "Search by name, pinyin initials or code")).FillAsync("rhc");
        await visit.PictureAsync("public-villages");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("仁和村") }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { NameRegex = new("仁和村") }).WaitForAsync();
        await page.GetByLabel(visit.In("按月", "By month")).SelectOptionAsync("2025-11");
        var contract = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "村口空房" });
        await contract.WaitForAsync();
        (await contract.InnerTextAsync()).ShouldContain("***");
        (await page.ContentAsync()).ShouldNotContain(Person);
        await visit.PictureAsync("public-month");

        await page.GetByLabel(visit.In("按季度", "By quarter")).SelectOptionAsync("2025-3");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "244,100.21" }).First.WaitForAsync();
        page.Url.ShouldEndWith("quarter=2025-3");
        var code = page.GetByRole(AriaRole.Img, new() { NameRegex = new(visit.In("二维码", "QR code")) });
        (await code.EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0")).ShouldBeTrue();
        await visit.PictureAsync("public-quarter");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
        sent().ShouldBeLessThan(MostBytes);
    }

    /// <summary>Bytes as they come over the line.</summary>
    private static async Task<Func<long>> CountAsync(IPage page)
    {
        long bytes = 0;
        var line = await page.Context.NewCDPSessionAsync(page);
        line.Event("Network.loadingFinished").OnEvent += (_, told) => Interlocked.Add(ref bytes, (long)told!.Value.GetProperty("encodedDataLength").GetDouble());
        await line.SendAsync("Network.enable");
        return () => Interlocked.Read(ref bytes);
    }

    /// <summary>A contract with a natural person, of whom the public page is to say nothing.</summary>
    private async Task LetToPersonAsync()
    {
        string[] requests =
        [
            $$"""{"request":"register-party","id":"public-page:party","by":"daili-kuaiji-2","party":"renhe-ren7","name":"{{Person}}","kind":"person"}""",
            $$"""{"request":"sign-contract","id":"public-page:contract","by":"daili-kuaiji-2","owner":"village/{{Village}}","contract":"renhe-ht-9","kind":"lease","direction":"receivable","party":"party/renhe-ren7","subject":"村口空房","signedOn":"2025-11-03","from":"2026-01-01","to":"2027-12-31","schedule":{"every":"year","amountFen":600000,"due":"advance"},"account":"50101"}""",
        ];
        var outcomes = await shared.Site.Ledger.Requests.DoAtomicAsync([.. requests.Select(json => RequestTypes.Read(Encoding.UTF8.GetBytes(json)))], TestContext.Current.CancellationToken);
        outcomes.ShouldAllBe(outcome => outcome.Refusal == null);
    }
}
