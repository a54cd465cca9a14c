using VillageLedger.EventStore;

namespace VillageLedger.Reports.Tests.Printing;

/// <summary>Reports, statements and ledgers as they come out on paper.</summary>
public sealed class PrintedReportTests
{
    private static readonly LogMoment At = new(76, new DateTimeOffset(2025, 12, 31, 9, 2, 11, TimeSpan.Zero));

    /// <summary>What would be markup, a script or the end of a style sheet if it were not escaped; and characters outside the common fonts.</summary>
    private const string Hostile = "㙟村\"</style><script>alert(1)</script><b>&amp;'";

    private static readonly PrintHeading Heading = new(Hostile, "2025-12");

    [Fact]
    public async Task A_report_of_many_rows_repeats_its_heads_numbers_its_pages_and_shows_anybodys_text_as_text()
    {
        var rows = Enumerable.Range(0, 60).Select(i => (IReadOnlyList<object?>)[$"2025-{i:D4}", i == 7 ? Hostile : "租金", -123_456_700L - i, 0L, 5_000L]);
        var table = new ReportTable(
            "voucher-summary", At, [new("account", CellKind.Text), new("name", CellKind.Text), new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen), new("vouchers", CellKind.Count)], [.. rows],
            ["", "", -7_407_403_770L, 0L, null]) { Subject = "village/1 · 2025-12", Notes = ["说明：" + Hostile] };
        var html = ReportHtml.Of(table, Heading, Language.Chinese);
        foreach (var markup in (string[])["<script", "<b>", "http:", "https:", "url("]) html.ShouldNotContain(markup);
        html.Split("</style>").Length.ShouldBe(2, "the style sheet ends once");

        var pdf = await PrintedPdf.OfAsync(html);

        pdf.Size.ShouldBe((210, 297));
        pdf.Pages.Count.ShouldBe(2);
        pdf.Pages.ShouldAllBe(page => page.Contains("科目代码") && page.Contains("截至位置 76（2025-12-31 17:02:11）"));
        pdf.Pages.Select(page => page.Replace(" ", "", StringComparison.Ordinal).TrimEnd()[^3..]).ShouldBe(["1/2", "2/2"]);
        foreach (var shown in (string[])["-1,234,567.07", "-74,074,037.70", "0.00", "单位：元", "凭证汇总表"]) pdf.Text.ShouldContain(shown);
        pdf.Words.ShouldContain("单位名称：" + Hostile);
        pdf.Words.ShouldContain("说明：" + Hostile);
    }

    [Fact]
    public async Task A_ledger_leads_from_page_to_page_by_sums_of_ours()
    {
        var (rows, balance) = (new List<IReadOnlyList<object?>> { Row("opening", "2025-06", null, null, null, 100_000) }, 100_000L);
        for (var i = 0; i < 40; i++) rows.Add(Row("line", "2025-06", $"2025-06-{1 + i / 2:D2}", 1_000 + i, i == 3 ? -700 : null, balance += 1_000 + i + (i == 3 ? 700 : 0)));
        rows.Add(Row("month", "2025-06", null, 40_780, -700, balance));
        rows.Add(Row("year", "2025-06", null, 40_780, -700, balance));
        var table = new ReportTable(DetailLedger.Name, At, DetailLedger.Columns, rows) { Subject = "village/1 · 102 银行存款 · 2025-06" };

        var html = ReportHtml.Of(table, new("㙟村", "102 银行存款 · 2025-06"), Language.Chinese);
        var pdf = await PrintedPdf.OfAsync(html);

        pdf.Size.ShouldBe((297, 210));
        pdf.Pages.Count.ShouldBe(3);
        html.Split("<section class=\"page\">").Length.ShouldBe(1 + 3, "no page of ours runs over a page of paper");
        // 19 rows: the opening, 17 lines of 10.00 to 10.16, and what they come to.
        LineOf(pdf.Pages[0], "过次页").ShouldBe("过次页 171.36 -7.00 借 1,178.36");
        LineOf(pdf.Pages[1], "承前页").ShouldBe("承前页 171.36 -7.00 借 1,178.36");
        // 17 more, to 10.33.
        LineOf(pdf.Pages[1], "过次页").ShouldBe("过次页 345.61 -7.00 借 1,352.61");
        LineOf(pdf.Pages[2], "承前页").ShouldBe("承前页 345.61 -7.00 借 1,352.61");
        LineOf(pdf.Pages[2], "本月合计").ShouldBe("2025-06 本月合计 407.80 -7.00 借 1,414.80");
        pdf.Words.ShouldContain("第3页共3页");
        pdf.Pages.ShouldAllBe(page => page.Contains("单位名称：㙟村") && page.Contains("102 银行存款") && page.Contains("余额"));
        html.ShouldContain("<td class=\"number red\">-7.00</td>");
    }

    [Fact]
    public async Task A_balance_sheet_has_two_sides_with_their_totals_on_one_line_and_signatures()
    {
        IReadOnlyList<ReportColumn> columns = [new("row", CellKind.Text), new("name", CellKind.Text, Heading: "项目"), new("amountFen", CellKind.Fen, Heading: "期末余额"), new("comparativeFen", CellKind.Fen, Heading: "年初余额"), new("style", CellKind.Text), new("certainty", CellKind.Text)];
        var table = new ReportTable("trial-balance", At, columns,
        [
            ["h", "流动资产：", 0L, 0L, "heading", "primary"], ["a", "货币资金", 500L, 0L, "item", "memory"], ["b", "应收款项", 200L, 100L, "item", "primary"], ["t1", "资产总计", 700L, 100L, "total", "primary"],
            ["c", "㙟资本", 700L, 100L, "item", "primary"], ["t2", "负债和所有者权益总计", 700L, 100L, "total", "primary"],
        ]) { Notes = ["＊ 待核实"] };
        StatementHtml.SidesOf(table).ShouldBe([[0, 1, 2, 3], [4, null, null, 5]]);
        StatementHtml.SidesOf(table with { Rows = [.. table.Rows.Take(4)] }).Count.ShouldBe(1);

        var pdf = await PrintedPdf.OfAsync(StatementHtml.Of(table, Heading, new(Language.Chinese), "资产负债表", twoSided: true));

        pdf.Pages.Count.ShouldBe(1);
        LineOf(pdf.Text, "资产总计").ShouldBe("资产总计 7.00 1.00 负债和所有者权益总计 7.00 1.00");
        LineOf(pdf.Text, "货币资金").ShouldBe("货币资金＊ 5.00 0.00");
        foreach (var shown in (string[])["㙟资本", "会计主管：", "审核：", "制表：", "＊ 待核实"]) pdf.Text.ShouldContain(shown);
    }

    [Fact]
    public void A_report_in_English_says_its_frame_in_English()
    {
        var html = ReportHtml.Of(new("voucher-summary", At, [new("account", CellKind.Text), new("debitFen", CellKind.Fen)], [["101", 5L]], ["", 5L]), new("A", "2025"), Language.English);
        foreach (var shown in (string[])["lang=\"en\"", "Organisation: A", "In yuan", "Total", "As known at position 76"]) (html.Contains(shown, StringComparison.Ordinal) || html.Replace("\\000020", " ", StringComparison.Ordinal).Contains(shown, StringComparison.Ordinal)).ShouldBeTrue(shown);
        html.ShouldNotContain("(yuan)");
    }

    private static IReadOnlyList<object?> Row(string entry, string month, string? date, long? debit, long? credit, long balance) => [.. DetailLedger.Columns.Select(column => column.Name switch
    {
        "entry" => entry,
        "month" => month,
        "date" => date,
        "summary" => entry == "line" ? "收㙟租" : null,
        "debitFen" => debit,
        "creditFen" => credit,
        "side" => "debit",
        "balanceFen" => balance,
        _ => (object?)null,
    })];

    /// <summary>The line of a page that a word stands in, single spaces between.</summary>
    private static string LineOf(string page, string word) =>
        string.Join(' ', page.Split('\n').Single(line => line.Contains(word, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
