using System.Text.RegularExpressions;

namespace VillageLedger.Pages.Tests;

/// <summary>An auditor doubts a figure, its accountant says why, and the auditor is content.</summary>
[Collection(OneSite.Name)]
public sealed class QuestionTests(Browser browser, SharedSite shared)
{
    private const string Doubt = "经营收入较上年同月下降，请说明原因并附租赁合同。";
    private const string Answer = "九月起一处仓库空置两个月，已重新出租，合同见附件。";
    private const string Asked = "422,602.00";
    private const string Township = "place=330110012&month=2025-10";

    private static readonly Look Phone = new(IsPhone: true, IsDark: true);

    [Fact]
    public async Task An_auditor_questions_a_figure_and_settles_it_after_the_answer()
    {
        await Visit.GoAsync(browser, shared.Site, AskAsync);
        await Visit.GoAsync(browser, shared.Site, AnswerAsync, Phone);
        await Visit.GoAsync(browser, shared.Site, SettleAsync, new("en", IsDark: true));
        await Visit.GoAsync(browser, shared.Site, ReadSettledAsync, new("en", IsPhone: true));
    }

    private static async Task AskAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("shenji-1", $"/township?{Township}");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "永安村" });
        await row.First.WaitForAsync();
        await page.GetByRole(AriaRole.Img).First.WaitForAsync();
        await visit.PictureAsync("question-township");
        await row.GetByRole(AriaRole.Button).First.ClickAsync();
        var made = page.GetByRole(AriaRole.Dialog);
        await made.GetByRole(AriaRole.Row).Nth(1).WaitForAsync();
        await visit.PictureAsync("question-figure", whole: false);
        await made.GetByRole(AriaRole.Button, new() { Name = "提出疑点" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "疑点" }).FillAsync(Doubt);
        await page.GetByText("3 天", new() { Exact = true }).ClickAsync();
        await visit.PictureAsync("question-asked", whole: false);
        await page.GetByRole(AriaRole.Dialog).Last.GetByRole(AriaRole.Button, new() { Name = "提出疑点" }).Last.ClickAsync();
        await page.GetByText(new Regex("疑点已提出，请会计在 .* 前答复")).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "查看这条疑点" }).ClickAsync();
        await page.GetByRole(AriaRole.Definition).GetByText(Asked, new() { Exact = true }).WaitForAsync();
        await visit.PictureAsync("question-waits");
    }

    private static async Task AnswerAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", "/questions");
        var question = page.GetByRole(AriaRole.Link).Filter(new() { HasText = Doubt });
        await question.WaitForAsync();
        await question.GetByText("还有 3 天").WaitForAsync();
        await visit.PictureAsync("question-list");
        await question.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "答复内容" }).FillAsync(Answer);
        await page.GetByLabel("添加照片或 PDF").First.SetInputFilesAsync(new FilePayload { Name = "租赁合同.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray() });
        await page.GetByText("租赁合同.pdf").WaitForAsync();
        await visit.PictureAsync("question-answer");
        await visit.Button("答复", "Answer").ClickAsync();
        await page.GetByText("等待审计人员核实答复").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "租赁合同.pdf" }).WaitForAsync();
        await visit.PictureAsync("question-answered");
    }

    private static async Task SettleAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("shenji-1", "/questions?state=answered");
        await page.GetByRole(AriaRole.Link).Filter(new() { HasText = Doubt }).ClickAsync();
        var proof = page.GetByRole(AriaRole.Link, new() { Name = "租赁合同.pdf" });
        (await page.APIRequest.GetAsync((await proof.GetAttributeAsync("href"))!)).Headers["content-type"].ShouldBe("application/pdf");
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("What you found") }).FillAsync("Contract seen.");
        await visit.PictureAsync("question-to-settle");
        await visit.Button("销号", "Settle").ClickAsync();
        await page.GetByText("Settled for good").WaitForAsync();
    }

    private static async Task ReadSettledAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.SignInAsync("daili-kuaiji-1", "/questions?state=settled");
        await page.GetByRole(AriaRole.Link).Filter(new() { HasText = Doubt }).ClickAsync();
        await page.GetByText("Settled for good").WaitForAsync();
        await page.GetByRole(AriaRole.Definition).GetByText(Asked, new() { Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "租赁合同.pdf" }).WaitForAsync();
        await visit.PictureAsync("question-settled");
        await page.GetByRole(AriaRole.Link, new() { Name = "as it was when asked" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("收标准厂房租金").First.WaitForAsync();
        await visit.PictureAsync("question-figure-then", whole: false);
    }
}
