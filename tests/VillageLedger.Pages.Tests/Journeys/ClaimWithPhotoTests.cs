using System.Text.RegularExpressions;

namespace VillageLedger.Pages.Tests;

/// <summary>A claim from the phone of whoever spent the money to the cashier's signature.</summary>
[Collection(OneSite.Name)]
public sealed class ClaimWithPhotoTests(Browser browser, SharedSite shared)
{
    private const string Place = "owner=village/330110903201&month=2026-01";
    private const string What = "会议用餐";
    private const string Photo = "餐费发票.jpg";

    private static readonly Look Phone = new(IsPhone: true);

    [Fact]
    public async Task A_claim_with_a_photo_survives_a_lost_connection_is_approved_on_a_phone_and_reaches_the_cashier()
    {
        await Visit.GoAsync(browser, shared.Site, HandInAsync, Phone);
        await Visit.GoAsync(browser, shared.Site, ApproveAsync, Phone with { IsDark = true });
        await Visit.GoAsync(browser, shared.Site, MakeVoucherAsync, new("en", IsDark: true));
        await Visit.GoAsync(browser, shared.Site, SignAsync, new("en", IsPhone: true));
    }

    private static async Task HandInAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("baozhang-1", $"/claims?{Place}");
        await page.GetByRole(AriaRole.Button, new() { Name = "我要报账" }).First.ClickAsync();
        await page.GetByLabel("拍摄单据").SetInputFilesAsync(new FilePayload { Name = Photo, MimeType = "image/jpeg", Buffer = await PhotographAsync(page) });
        await page.GetByRole(AriaRole.Link, new() { Name = Photo }).WaitForAsync();
        await page.GetByLabel("第 1 行 摘要").FillAsync(What);
        await page.GetByLabel("第 1 项 金额").FillAsync("368.50");
        await ChooseAsync(page, "第 1 行 科目", "51302");
        await ChooseAsync(page, "收款方", "第一村民");
        await visit.PictureAsync("claim-written");

        // The server hears it and the answer is lost: the phone cannot know.
        await page.RouteAsync(new Regex("/api/requests/hand-in-claim"), async route =>
        {
            await route.FetchAsync();
            await visit.SetOfflineAsync(true);
            await route.AbortAsync("internetdisconnected");
        }, new() { Times = 1 });
        await visit.Button("提交", "Hand in").ClickAsync();
        await page.GetByText("连接已断开，还不知道是否提交成功").WaitForAsync();
        await visit.PictureAsync("claim-offline", whole: false);
        await visit.SetOfflineAsync(false);
        await visit.Button("提交", "Hand in").ClickAsync();
        await page.GetByText("报账单已提交，等待审批").WaitForAsync();
        await ClaimsOf(visit).First.GetByRole(AriaRole.Link, new() { Name = Photo }).WaitForAsync();
        await visit.PictureAsync("claim-handed-in");
        (await ClaimsOf(visit).CountAsync()).ShouldBe(1);
    }

    private static async Task ApproveAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("jianwei-1", $"/approvals?{Place}");
        var waiting = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = What });
        await waiting.GetByRole(AriaRole.Link, new() { Name = Photo }).WaitForAsync();
        await visit.PictureAsync("claim-to-approve");
        await visit.Button("同意", "Approve", waiting).ClickAsync();
        await page.GetByText("已同意").First.WaitForAsync();
        await waiting.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GotoAsync($"/claims?{Place}");
        await ClaimsOf(visit).GetByText("待制单").WaitForAsync();
        await ClaimsOf(visit).GetByText("村务监督委员会").WaitForAsync();
        await visit.PictureAsync("claim-approved");
    }

    private static async Task MakeVoucherAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-2", $"/claims?{Place}");
        var original = ClaimsOf(visit).GetByRole(AriaRole.Link, new() { Name = Photo });
        var photo = await page.APIRequest.GetAsync((await original.GetAttributeAsync("href"))!);
        photo.Headers["content-type"].ShouldBe("image/jpeg");
        await visit.PictureAsync("claim-of-accountant");
        await ClaimsOf(visit).GetByRole(AriaRole.Button, new() { Name = "Make the voucher" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await ChooseAsync(page, "Paid from (credit)", "101");
        await visit.PictureAsync("claim-to-voucher", whole: false);
        await visit.Button("生成凭证", "Make the voucher", dialog).ClickAsync();
        await page.GetByText("The voucher is made and waits for review").WaitForAsync();
        await page.WaitForURLAsync(new Regex("/vouchers/"));
        await page.GetByText("368.50").First.WaitForAsync();
        await visit.PictureAsync("claim-vouchered");
    }

    private static async Task SignAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("chuna-2", $"/cashier?{Place}");
        await page.GetByText(What).First.WaitForAsync();
        await visit.PictureAsync("claim-to-sign");
        var signed = await page.RunAndWaitForResponseAsync(() => visit.Button("签字", "Sign").First.ClickAsync(), new Regex("/api/requests/sign-voucher"));
        (await signed.TextAsync()).ShouldContain("\"done\"");
        await page.GetByText("No voucher that moves money waits for a signature").WaitForAsync();
        await visit.PictureAsync("claim-signed");
    }

    private static ILocator ClaimsOf(Visit visit) =>
        visit.Page.GetByRole(AriaRole.List, new() { Name = visit.In("报账", "Claims") }).GetByRole(AriaRole.Listitem, new() { NameRegex = new($"^{What}") });

    private static async Task ChooseAsync(IPage page, string label, string typed)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(typed);
        await page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First.ClickAsync();
    }

    /// <summary>A picture as a camera makes it, drawn by the browser.</summary>
    private static async Task<byte[]> PhotographAsync(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        """
        () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 640 })
          const pen = canvas.getContext('2d')
          pen.fillStyle = '#f4efe2'
          pen.fillRect(0, 0, 480, 640)
          pen.fillStyle = '#8a2a1e'
          pen.font = '40px sans-serif'
          pen.fillText('餐费 368.50 元', 90, 320)
          return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]
        }
        """));
}
