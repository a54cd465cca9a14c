using System.Text.RegularExpressions;

namespace VillageLedger.Pages.Tests;

/// <summary>A file of another program: its columns are named once, its faults stand at their cells, and it comes in whole or not at all.</summary>
[Collection(OneSite.Name)]
public sealed class ImportWithFaultsTests(Browser browser, SharedSite shared)
{
    private const string Place = "owner=village/330110012201&month=2026-01";

    private static readonly string[] Headings = ["业务日", "单号", "事由", "会计科目", "收方", "付方"];

    /// <summary>Which field each heading is said to be, by the words of both languages.</summary>
    private static readonly (string Heading, string Chinese, string English)[] Meanings =
        [("业务日", "日期", "Date"), ("单号", "凭证号", "Number"), ("事由", "摘要", "Summary"), ("会计科目", "科目编码", "Account"), ("收方", "借方", "Debit"), ("付方", "贷方", "Credit")];

    private static readonly string[][] Mended =
    [
        Headings,
        ["2026-01-05", "1", "收仓库租金", "10201", "8,000.00", ""],
        ["", "", "收仓库租金", "50101", "", "8,000.00"],
        ["2026-01-09", "2", "购办公用品", "51301", "365.50", ""],
        ["", "", "购办公用品", "101", "", "365.50"],
        ["2026-01-12", "3", "支付保洁报酬", "51302", "1,200.00", ""],
        ["", "", "支付保洁报酬", "10201", "", "1,200.00"],
    ];

    /// <summary>A day that no month has, an amount with a letter in it, an account that is none, and one that has others below it.</summary>
    private static readonly (string Cell, string Text)[] Faults = [("A4", "2026-02-30"), ("E4", "36S.50"), ("D5", "一零一"), ("D7", "102")];

    [Fact]
    public async Task A_file_with_faults_shows_each_at_its_cell_books_nothing_and_comes_in_whole_once_it_is_mended()
    {
        await Visit.GoAsync(browser, shared.Site, async visit =>
        {
            await visit.SignInAsync("daili-kuaiji-1", $"/import?{Place}");
            var before = await NewestAsync();
            await ChooseAsync(visit, "一月凭证.xlsx", Spoilt());
            await MapAsync(visit);
            foreach (var (cell, _) in Faults) await FaultAtAsync(visit, cell);
            await visit.PictureAsync("import-faults");
            (await visit.Button("全部导入", "Import all").CountAsync()).ShouldBe(0);
            (await NewestAsync()).ShouldBe(before);

            await ChooseAsync(visit, "一月凭证（改）.xlsx", Workbook.Of(Mended));
            await visit.Button("全部导入", "Import all").WaitForAsync();
            await visit.PictureAsync("import-ready");
            await visit.Button("全部导入", "Import all").ClickAsync();
            await visit.Page.GetByText("已导入 3 张凭证").WaitForAsync();
            await visit.PictureAsync("import-taken");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "去审核" }).ClickAsync();
            await visit.Page.GetByText("支付保洁报酬").First.WaitForAsync();
            await visit.PictureAsync("import-to-review");
        });
        await Visit.GoAsync(browser, shared.Site, AgainAsync, new("en", IsDark: true));
    }

    /// <summary>Elsewhere, in English: the same faults, and the file that came in is known.</summary>
    private static async Task AgainAsync(Visit visit)
    {
        await visit.SignInAsync("daili-kuaiji-1", $"/import?{Place}");
        await ChooseAsync(visit, "january.xlsx", Spoilt());
        await MapAsync(visit);
        foreach (var (cell, _) in Faults) await FaultAtAsync(visit, cell);
        await visit.PictureAsync("import-faults");
        await ChooseAsync(visit, "january-2.xlsx", Workbook.Of(Mended));
        await visit.Page.GetByText("This file was imported before; nothing was entered twice.").WaitForAsync();
        await visit.PictureAsync("import-again");
    }

    private async Task<long> NewestAsync() => (await shared.Site.Ledger.Log.NewestAsync(TestContext.Current.CancellationToken)).Position;

    private static byte[] Spoilt()
    {
        var rows = Mended.Select(row => row.ToArray()).ToArray();
        foreach (var (cell, text) in Faults) rows[cell[1] - '1'][cell[0] - 'A'] = text;
        return Workbook.Of(rows);
    }

    private static Task ChooseAsync(Visit visit, string name, byte[] bytes) =>
        visit.Page.GetByLabel(visit.In("导入文件", "File to import")).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes });

    private static async Task MapAsync(Visit visit)
    {
        foreach (var (heading, chinese, english) in Meanings)
        {
            await visit.Page.GetByLabel(visit.In($"“{heading}”列对应", $"What column “{heading}” means")).ClickAsync();
            await visit.Page.GetByTitle(visit.In(chinese, english), new() { Exact = true }).Last.ClickAsync();
        }
    }

    /// <summary>The list of faults leads to the cell, and there it is said what is wrong.</summary>
    private static async Task FaultAtAsync(Visit visit, string cell)
    {
        var list = visit.Page.GetByRole(AriaRole.List, new() { Name = visit.In("问题清单", "Faults") });
        await list.GetByRole(AriaRole.Link, new() { Name = cell, Exact = true }).WaitForAsync();
        var text = Faults.First(fault => fault.Cell == cell).Text;
        await visit.Page.GetByRole(AriaRole.Cell, new() { NameRegex = new($"^{Regex.Escape(text)} .*{(visit.Look.Language == "zh" ? "。" : "\\.")}$") }).WaitForAsync();
    }
}
